"""What was spoken of when: topics as rows, time as columns of cells or bars, counts at the right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dashboard import chart_labels, labels, sentences
from dashboard.figures.text_widths import text_width
from dashboard.figures.time_axis import DAY_MS, TICKS, Bins, ticks
from dashboard.figures.topic_numbers import Cells, count_cells
from dashboard.figures.topic_rows import (
    CLEAR,
    NAME_SHARE,
    NAME_SIZE,
    name_targets,
    notes,
    row_ground,
    row_targets,
    sliced,
    slices,
)
from dashboard.theme import FAMILIES, FONT, OTHER, Theme, base_layout, colour_stops, mix

MOST_TOPICS = 16
ROW, TALLEST_ROW, FILLED = 25, 44, 425  # few topics get taller rows, ...
BAR_ROW = 36  # ... and so do bars
NARROW, NARROW_ROW = 420, 42
COUNT_ROOM = 40
LONGEST_NAME = 190
MOST_BINS, BIN = 60, 4.5  # a column is so many pixels wide at least
NOTHING = 60
FOOT = 84  # pixels below the rows for the ticks and the scale
BAR_ROOM, BAR_WIDE = 0.84, 0.86  # of a row and of a column
NOTHING_HERE = "nothing to place here"


def most_bins(width: float) -> int:
    """How many columns a chart of that width has room for beside the names."""
    names = 0 if width < NARROW else LONGEST_NAME
    return max(12, min(MOST_BINS, round((width - names - COUNT_ROOM) / BIN)))


def _row_height(rows: int, width: float, form: str) -> float:
    least = BAR_ROW if form == "bars" else ROW
    return NARROW_ROW if width < NARROW else min(max(least, FILLED / rows), TALLEST_ROW)


@dataclass(frozen=True, slots=True)
class Manner:
    """How topics are drawn.

    Attributes:
        measure: What a cell tells: number · share · peak.
        form: grid · bars.
        noun: What is counted, one of it.
        whole: How many each column holds in all; needed for shares.
        family: Topic -> its family, for the colours of bars.
    """

    measure: str = "number"
    form: str = "grid"
    noun: str = "event"
    whole: Sequence[float] = ()
    family: Callable[[str], str] = lambda _: OTHER


PLAIN = Manner()


def draw_topics(  # noqa: PLR0913, PLR0917 - one chart, its facts
    events: Mapping[str, Sequence[float]],
    totals: Mapping[str, float],
    bins: Bins,
    chosen: Collection[str],
    name: Callable[[str], str],
    width: float,
    theme: Theme,
    manner: Manner = PLAIN,
) -> dict[str, Any]:
    """Topics over time, as a grid of cells or as rows of bars.

    Args:
        events: Topic -> events a column, uncertain dates spread.
        totals: Topic -> events in all, those without a day as well.
        bins: What a column stands for.
        chosen: Topics the reader filters by.
        name: The name of a topic.
        width: The width of the chart in pixels.
        theme: Light or dark.
        manner: How it is drawn.
    """
    order = sorted(totals, key=lambda topic: (-totals[topic], name(topic)))[:MOST_TOPICS]
    if not order:
        return _nothing(theme)
    rows = [list(events.get(topic) or [0.0] * len(bins.starts)) for topic in order]
    cells = count_cells(rows, manner.whole or [0.0] * len(bins.starts), manner.measure)
    narrow = width < NARROW
    longest = max(text_width(name(topic), NAME_SIZE) for topic in order)
    gutter = 0 if narrow else round(min(longest + 16, LONGEST_NAME + 16, width * 0.44))
    edges = bins.moments
    row = _row_height(len(order), width, manner.form)
    heights = [place + share for place in range(len(order)) for share in slices(narrow)]
    heights.append(len(order))
    bars = manner.form == "bars"
    heat = {
        "type": "heatmap",
        "name": "topics",
        "x": edges,
        "y": heights,
        "z": sliced([list(one) for one in cells.values], narrow),
        "colorscale": [[0, CLEAR], [1, CLEAR]] if bars else colour_stops(_from_nothing(theme)),
        "zmin": 0,
        "zmax": cells.most,
        "xgap": 2 if width / max(len(bins.starts), 1) > 9 else 1,  # noqa: PLR2004 - pixels a column
        "ygap": 0.12 * row,  # as high as the ground of its row
        "showscale": not bars,
        "hoverinfo": "none",
        "hoverongaps": False,
    }
    if not bars:
        told = cells.told(manner.noun, bins.unit)
        heat["colorbar"] = _scale(cells, told, width, -32 / (len(order) * row), theme)
    begin = gutter / max(width - COUNT_ROOM, 1)  # share of the paper that holds the names
    layout = base_layout(theme, round(len(order) * row) + FOOT)
    layout.update(
        margin={"l": 0, "r": COUNT_ROOM, "t": 2, "b": FOOT},
        shapes=[row_ground(place, begin, theme, narrow=narrow) for place in range(len(order))],
        annotations=[
            *(
                note
                for place, topic in enumerate(order)
                for note in notes(place, topic, totals[topic], (gutter, begin), chosen, name, theme)
            ),
            *(_bars_key(cells, order, manner, bins.unit, theme) if bars else [_empty_key(theme)]),
        ],
        barmode="overlay",
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
        "rows": [[topic, name(topic)] for topic in order for _ in slices(narrow)],
        "columns": bins.words,
        "slices": len(slices(narrow)),
        "noun": manner.noun,
        **cells.browser,
    }
    drawn = [_bars(cells, order, edges, manner.family, theme, narrow=narrow)] if bars else []
    targets = [
        name_targets(order, totals, name, manner.noun, wide=not narrow),
        row_targets(heights, edges),
    ]
    return {"data": [*targets, *drawn, heat], "layout": layout}


def _bars(
    cells: Cells,
    order: Sequence[str],
    edges: Sequence[float],
    family: Callable[[str], str],
    theme: Theme,
    *,
    narrow: bool,
) -> dict[str, Any]:
    """A bar a cell, standing on the foot of its row, in the colour of its topic's family."""
    room = BAR_ROOM * (1 - NAME_SHARE if narrow else 1)
    bars = [
        ((left + right) / 2, (right - left) * BAR_WIDE, place + 0.94, -value / cells.most * room, topic)
        for place, (topic, row) in enumerate(zip(order, cells.values, strict=True))
        for (left, right), value in zip(pairwise(edges), row, strict=True)
        if value is not None
    ]
    return {
        "type": "bar",
        "name": "bars",
        "x": [one[0] for one in bars],
        "width": [one[1] for one in bars],
        "base": [round(one[2], 3) for one in bars],
        "y": [round(one[3], 4) for one in bars],
        "marker": {"color": [theme.hue(family(one[4])) for one in bars]},
        "hoverinfo": "skip",
    }


def _bars_key(
    cells: Cells, order: Sequence[str], manner: Manner, unit: str, theme: Theme
) -> list[dict[str, Any]]:
    """What the colours of bars mean, what a bar counts, and how many its full height is."""
    most = cells.most
    number = f"{most:.0f}" if most >= 10 or most == int(most) else f"{most:.1f}"  # noqa: PLR2004 - two digits
    what = sentences.inside(cells.told(manner.noun, unit))
    found = {manner.family(topic) or OTHER for topic in order}
    colours = "    ".join(
        f'<span style="color:{theme.hue(family)}">■</span> {labels.FAMILY_NAMES[family]}'
        for family in (*FAMILIES, OTHER)
        if family in found
    )
    shared = {
        "xref": "paper", "yref": "paper", "x": 0.5, "y": 0, "xanchor": "center", "yanchor": "top",
        "showarrow": False, "font": {"size": 11.5, "color": theme.muted},
    }  # fmt: skip
    height = chart_labels.FULL_HEIGHT.format(number=number, what=what)
    return [{**shared, "text": colours, "yshift": -36}, {**shared, "text": height, "yshift": -56}]


def _from_nothing(theme: Theme) -> tuple[str, ...]:
    """The colours of the scale, beginning with one between the fewest and an empty cell."""
    return (mix(theme.scale[0], theme.land, 0.6), *theme.scale)


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


def _scale(cells: Cells, told: str, width: float, below: float, theme: Theme) -> dict[str, Any]:
    """What the colours count, below the chart; what holds nothing has a key of its own."""
    steps = [n for n in cells.steps if n]
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
            "text": told,
            "side": "top",
            "font": {"size": 11, "color": theme.muted, "family": FONT},
        },
    }
