"""What was spoken of when: topics as rows, time as columns, counts at the right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from html import escape
from typing import Any

from dashboard import labels, sentences
from dashboard.figures.text_widths import fit_text, text_width
from dashboard.figures.time_axis import DAY_MS, TICKS, Bins, ticks
from dashboard.theme import FONT, Theme, base_layout, colour_stops, mix

MOST_TOPICS = 16
ROW, TALLEST_ROW, FILLED = 25, 44, 425  # few topics get taller rows
NARROW, NARROW_ROW, NAME_SHARE = 420, 42, 0.5  # on a phone names stand above their cells
NAME_SIZE, COUNT_ROOM = 12, 40
LONGEST_NAME = 190
MOST_BINS, BIN = 60, 4.5  # a column is so many pixels wide at least
NOTHING = 60
FOOT = 84  # pixels below the rows for the ticks and the scale
LEAST = 0.05  # of an event: less than this is no more than the tail of an uncertain date
NOTHING_HERE = "nothing to place here"


def most_bins(width: float) -> int:
    """How many columns a chart of that width has room for beside the names."""
    names = 0 if width < NARROW else LONGEST_NAME
    return max(12, min(MOST_BINS, round((width - names - COUNT_ROOM) / BIN)))


def height_of(topics: int, width: float) -> int:
    """How high a chart of that width is for so many topics."""
    rows = min(topics, MOST_TOPICS)
    return round(rows * _row_height(rows, width)) + FOOT if rows else NOTHING


def _row_height(rows: int, width: float) -> float:
    return NARROW_ROW if width < NARROW else min(max(ROW, FILLED / rows), TALLEST_ROW)


def draw_topics(  # noqa: PLR0913, PLR0917 - one chart, its facts
    events: Mapping[str, Sequence[float]],
    totals: Mapping[str, int],
    bins: Bins,
    chosen: Collection[str],
    name: Callable[[str], str],
    width: float,
    theme: Theme,
    noun: str = "event",
) -> dict[str, Any]:
    """A heatmap of topics over time.

    Args:
        events: Topic -> events a column, uncertain dates spread.
        totals: Topic -> events in all, those without a day as well.
        bins: What a column stands for.
        chosen: Topics the reader filters by.
        name: The name of a topic.
        width: The width of the chart in pixels.
        theme: Light or dark.
        noun: What is counted, one of it.
    """
    order = sorted(totals, key=lambda topic: (-totals[topic], name(topic)))[:MOST_TOPICS]
    if not order:
        return _nothing(theme)
    rows = [list(events.get(topic) or [0.0] * len(bins.starts)) for topic in order]
    narrow = width < NARROW
    longest = max(text_width(name(topic), NAME_SIZE) for topic in order)
    gutter = 0 if narrow else round(min(longest + 16, LONGEST_NAME + 16, width * 0.44))
    edges = bins.moments
    row = _row_height(len(order), width)
    heights = [place + share for place in range(len(order)) for share in _slices(narrow)]
    heights.append(len(order))
    most = max(max((share for row in rows for share in row), default=0), 1.0)
    heat = {
        "type": "heatmap",
        "name": "topics",
        "x": edges,
        "y": heights,
        "z": _sliced(
            [[round(share, 3) if share >= LEAST else None for share in row] for row in rows], narrow
        ),
        "colorscale": colour_stops(_from_nothing(theme)),
        "zmin": 0,
        "zmax": most,
        "xgap": 2 if width / max(len(bins.starts), 1) > 9 else 1,  # noqa: PLR2004 - pixels a column
        "ygap": 0.12 * row,  # as high as the ground of its row
        "showscale": True,
        "colorbar": _scale(most, width, -32 / (len(order) * row), theme, noun),
        "hoverinfo": "none",
        "hoverongaps": False,
    }
    begin = gutter / max(width - COUNT_ROOM, 1)  # share of the paper that holds the names
    layout = base_layout(theme, height_of(len(order), width))
    layout.update(
        margin={"l": 0, "r": COUNT_ROOM, "t": 2, "b": FOOT},
        shapes=[_row_ground(place, begin, theme, narrow=narrow) for place in range(len(order))],
        annotations=[
            *(
                note
                for place, topic in enumerate(order)
                for note in _notes(place, topic, totals[topic], (gutter, begin), chosen, name, theme)
            ),
            _empty_key(theme),
        ],
        xaxis2={"domain": [0, begin], "range": [0, 1], "fixedrange": True, "visible": False},
        xaxis={
            "domain": [begin, 1],
            "type": "date",
            "range": [edges[0], edges[-1]],
            "tickformatstops": TICKS,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"color": theme.muted, "size": 11},
            **ticks(round((edges[-1] - edges[0]) / DAY_MS), round((width - gutter) / 50)),
        },
        yaxis={"range": [len(order), 0], "fixedrange": True, "visible": False},
    )
    # What a cell tells is put together by the browser: as lists a cell it would be most of the answer.
    layout["meta"] = {
        "rows": [[topic, name(topic)] for topic in order for _ in _slices(narrow)],
        "columns": bins.words,
    }
    return {
        "data": [
            _name_targets(order, totals, name, noun, wide=not narrow),
            _row_targets(heights, edges),
            heat,
        ],
        "layout": layout,
    }


def _slices(narrow: bool) -> tuple[float, ...]:  # noqa: FBT001 - how wide the chart is
    """Where the parts of a row begin: its cells, on a phone its name above them."""
    return (0.0, NAME_SHARE) if narrow else (0.0,)


def _sliced(rows: list[list[float | None]], narrow: bool) -> list[list[float | None]]:  # noqa: FBT001 - likewise
    if not narrow:
        return rows
    blank: list[float | None] = [None] * len(rows[0])
    return [part for row in rows for part in (blank, row)]


def _from_nothing(theme: Theme) -> tuple[str, ...]:
    """The colours of the scale, beginning with one hardly to be told from an empty cell."""
    return (mix(theme.scale[0], theme.land, 0.35), *theme.scale)


def _empty_key(theme: Theme) -> dict[str, Any]:
    """What an empty cell means, beside the scale."""
    return {
        "xref": "paper", "yref": "paper", "x": 0, "y": 0, "yshift": -48, "xanchor": "left", "yanchor": "top",
        "showarrow": False, "text": f'<span style="color:{theme.land}">■</span> {labels.NONE_IN_CELL}',
        "font": {"size": 11, "color": theme.muted},
    }  # fmt: skip


def _nothing(theme: Theme) -> dict[str, Any]:
    """One line in place of blank axes."""
    layout = base_layout(theme, NOTHING)
    axis = {"visible": False, "fixedrange": True}
    note = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False, "text": NOTHING_HERE}
    layout.update(
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis=axis,
        yaxis=axis,
        annotations=[note | {"font": {"size": 13, "color": theme.muted}}],
    )
    return {"data": [], "layout": layout}


def _scale(most: float, width: float, below: float, theme: Theme, noun: str) -> dict[str, Any]:
    """What the colours count, below the chart."""
    whole = max(int(most), 1)
    step = next(
        n for base in (1, 10, 100, 1_000, 10_000, 10**9) for n in (base, 2 * base, 5 * base) if whole <= n * 5
    )
    steps = list(range(0, whole + 1, step))
    return {
        "orientation": "h",
        "x": 0.5,
        "xanchor": "center",
        "y": below,
        "yanchor": "top",
        "thickness": 8,
        "lenmode": "pixels",
        "len": min(220, round(width * 0.5)),
        "outlinewidth": 0,
        "tickvals": steps,
        "ticktext": [f"{n:,}" for n in steps],
        "tickfont": {"size": 11, "color": theme.muted},
        "ticklen": 2,
        "title": {
            "text": labels.PER_CELL.format(what=f"{noun}s"),
            "side": "top",
            "font": {"size": 11, "color": theme.muted, "family": FONT},
        },
    }


def _name_targets(
    order: Sequence[str], totals: Mapping[str, int], name: Callable[[str], str], noun: str, *, wide: bool
) -> dict[str, Any]:
    """Nearly invisible cells under the names, so that a name can be clicked like its row."""
    return {
        "type": "heatmap",
        "name": "names",
        "visible": wide,
        "xaxis": "x2",
        "x": [0, 1],
        "y": list(range(len(order) + 1)),
        "z": [[0] for _ in order],
        "customdata": [[[topic, name(topic), sentences.counted(totals[topic], noun)]] for topic in order],
        "colorscale": [[0, "rgba(128,128,128,0.01)"], [1, "rgba(128,128,128,0.01)"]],
        "showscale": False,
        "hoverinfo": "none",
    }


def _row_targets(heights: Sequence[float], edges: Sequence[float]) -> dict[str, Any]:
    """Nearly invisible cells under the drawn ones, so that an empty cell of a row can be clicked too."""
    columns = max(len(edges) - 1, 1)
    return {
        "type": "heatmap",
        "name": "rows",
        "x": list(edges),
        "y": list(heights),
        "z": [[0] * columns for _ in heights[1:]],
        "colorscale": [[0, "rgba(128,128,128,0.01)"], [1, "rgba(128,128,128,0.01)"]],
        "showscale": False,
        "hoverinfo": "none",
    }


def _row_ground(place: int, begin: float, theme: Theme, *, narrow: bool) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "paper",
        "yref": "y",
        "x0": begin,
        "x1": 1,
        "y0": place + (NAME_SHARE + 0.04 if narrow else 0.06),
        "y1": place + (0.96 if narrow else 0.94),
        "fillcolor": theme.land,
        "line": {"width": 0},
        "layer": "below",
    }


def _notes(  # noqa: PLR0913, PLR0917 - the facts of a row
    place: int,
    topic: str,
    total: int,
    gutter: tuple[int, float],
    chosen: Collection[str],
    name: Callable[[str], str],
    theme: Theme,
) -> list[dict[str, Any]]:
    narrow = not gutter[0]
    at = place + (NAME_SHARE / 2 if narrow else 0.5)
    shared = {"xref": "paper", "yref": "y", "y": at, "showarrow": False, "yanchor": "middle"}
    words = escape(name(topic) if narrow else fit_text(name(topic), NAME_SIZE, gutter[0] - 12), quote=False)
    if topic in chosen:
        words = f'<b><span style="color:{theme.accent}">{words}</span></b>'
    return [
        {
            **shared,
            "x": gutter[1],
            "xshift": 0 if narrow else -8,
            "xanchor": "left" if narrow else "right",
            "text": words,
            "font": {"size": NAME_SIZE},
        },
        {
            **shared,
            "x": 1,
            "xshift": 8,
            "xanchor": "left",
            "text": f"{total:,}",
            "font": {"size": 11.5, "color": theme.muted},
        },
    ]
