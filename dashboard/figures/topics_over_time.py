"""What was spoken of when: topics as rows, time as columns, counts at the right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from dashboard import sentences
from dashboard.figures.text_widths import fit_text, text_width
from dashboard.figures.time_axis import TICKS, Window, bin_in_words, bins_of, epoch, next_bin
from dashboard.theme import Theme, base_layout, colour_stops

MOST_TOPICS = 16
ROW, TALLEST_ROW, FILLED = 25, 44, 425  # few topics get taller rows
NARROW = 420
NAME_SIZE = 12
MOST_BINS = 40
EXACT = 0.005  # what is nearer to a whole number is one, but for rounding


def draw_topics(  # noqa: PLR0913, PLR0917 - one chart, its facts
    events: Mapping[tuple[str, date], float],
    unit: str,
    window: Window,
    chosen: Collection[str],
    name: Callable[[str], str],
    width: float,
    theme: Theme,
) -> dict[str, Any]:
    """A heatmap of topics over time.

    Args:
        events: (topic, first day of the bin) -> events.
        unit: What a bin is.
        window: The days in view.
        chosen: Topics the reader filters by.
        name: The name of a topic.
        width: The width of the chart in pixels.
        theme: Light or dark.
    """
    bins = bins_of(window, unit)
    totals: dict[str, float] = {}
    for (topic, _), share in events.items():
        totals[topic] = totals.get(topic, 0.0) + share
    order = sorted(totals, key=lambda topic: (-round(totals[topic], 6), name(topic)))[:MOST_TOPICS]
    rows = [[events.get((topic, start), 0.0) for start in bins] for topic in order]
    gutter = round(min(max((text_width(name(t), NAME_SIZE) for t in order), default=80) + 16, width * 0.44))
    edges = [epoch(start) for start in bins]
    if bins:
        edges.append(epoch(next_bin(bins[-1], unit)))
    heat = {
        "type": "heatmap",
        "name": "topics",
        "x": edges,
        "y": list(range(len(order))),
        "z": [[share or None for share in row] for row in rows],
        "customdata": [
            [
                [topic, name(topic), bin_in_words(start, unit), share_in_words(share)]
                for start, share in zip(bins, row, strict=True)
            ]
            for topic, row in zip(order, rows, strict=True)
        ],
        "colorscale": colour_stops(theme.scale),
        "zmin": 0,
        "xgap": 2 if width / max(len(bins), 1) > 9 else 1,  # noqa: PLR2004 - pixels a column
        "ygap": 3,
        "showscale": False,
        "hoverinfo": "none",
        "hoverongaps": False,
    }
    row = ROW + 4 if width < NARROW else min(max(ROW, FILLED / max(len(order), 1)), TALLEST_ROW)
    layout = base_layout(theme, round(len(order) * row) + 44)
    layout.update(
        margin={"l": gutter, "r": 40, "t": 2, "b": 42},
        shapes=[_row_ground(place, theme) for place in range(len(order))],
        annotations=[
            note
            for place, topic in enumerate(order)
            for note in _notes(place, topic, totals[topic], gutter, chosen, name, theme)
        ],
        xaxis={
            "type": "date",
            "range": [edges[0], edges[-1]] if edges else window.range,
            "tickformatstops": TICKS,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"color": theme.muted, "size": 11},
            "nticks": max(3, round((width - gutter) / 50)),
        },
        yaxis={"range": [len(order) - 0.5, -0.5], "fixedrange": True, "visible": False},
    )
    return {"data": [_row_targets(order, edges, name), heat] if order else [heat], "layout": layout}


def share_in_words(share: float) -> str:
    """A count that may be a share of an uncertain date."""
    if abs(share - round(share)) < EXACT:
        return sentences.counted(round(share), "event")
    return sentences.shares(share)


def _row_targets(order: Sequence[str], edges: Sequence[float], name: Callable[[str], str]) -> dict[str, Any]:
    """Nearly invisible cells under the drawn ones, so that an empty cell of a row can be clicked too."""
    columns = max(len(edges) - 1, 1)
    return {
        "type": "heatmap",
        "name": "rows",
        "x": list(edges),
        "y": list(range(len(order))),
        "z": [[0] * columns for _ in order],
        "customdata": [[[topic, name(topic), sentences.counted(0, "event")]] * columns for topic in order],
        "colorscale": [[0, "rgba(128,128,128,0.01)"], [1, "rgba(128,128,128,0.01)"]],
        "showscale": False,
        "hoverinfo": "none",
    }


def _row_ground(place: int, theme: Theme) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "paper",
        "yref": "y",
        "x0": 0,
        "x1": 1,
        "y0": place - 0.44,
        "y1": place + 0.44,
        "fillcolor": theme.zebra,
        "line": {"width": 0},
        "layer": "below",
    }


def _notes(  # noqa: PLR0913, PLR0917 - the facts of a row
    place: int,
    topic: str,
    total: float,
    gutter: int,
    chosen: Collection[str],
    name: Callable[[str], str],
    theme: Theme,
) -> list[dict[str, Any]]:
    shared = {"xref": "paper", "yref": "y", "y": place, "showarrow": False, "yanchor": "middle"}
    words = escape(fit_text(name(topic), NAME_SIZE, gutter - 12), quote=False)
    if topic in chosen:
        words = f'<b><span style="color:{theme.accent}">{words}</span></b>'
    count = f"{total:.0f}" if abs(total - round(total)) < EXACT else f"{total:.1f}"
    return [
        {**shared, "x": 0, "xshift": -8, "xanchor": "right", "text": words, "font": {"size": NAME_SIZE}},
        {
            **shared,
            "x": 1,
            "xshift": 8,
            "xanchor": "left",
            "text": count,
            "font": {"size": 11.5, "color": theme.muted},
        },
    ]
