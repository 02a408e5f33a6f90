"""The rows of topics: their names, their grounds, and what of them can be pointed at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from html import escape
from typing import Any

from dashboard import chart_sentences
from dashboard.figures.text_widths import fit_text
from dashboard.theme import Theme

NAME_SHARE, NAME_SIZE = 0.5, 12  # on a phone names stand above their cells
CLEAR = "rgba(128,128,128,0.01)"


def slices(narrow: bool) -> tuple[float, ...]:  # noqa: FBT001 - how wide the chart is
    """Where the parts of a row begin: its cells, on a phone its name above them."""
    return (0.0, NAME_SHARE) if narrow else (0.0,)


def sliced(rows: list[list[float | None]], narrow: bool) -> list[list[float | None]]:  # noqa: FBT001 - likewise
    """Rows of cells; on a phone with one of nothing above each, where its name stands."""
    if not narrow:
        return rows
    blank: list[float | None] = [None] * len(rows[0])
    return [part for row in rows for part in (blank, row)]


def name_targets(
    order: Sequence[str], totals: Mapping[str, float], name: Callable[[str], str], noun: str, *, wide: bool
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
        "customdata": [[[topic, name(topic), chart_sentences.about(totals[topic], noun)]] for topic in order],
        "colorscale": [[0, CLEAR], [1, CLEAR]],
        "showscale": False,
        "hoverinfo": "none",
    }


def row_targets(heights: Sequence[float], edges: Sequence[float]) -> dict[str, Any]:
    """Nearly invisible cells under the drawn ones, so that an empty cell of a row can be clicked too."""
    columns = max(len(edges) - 1, 1)
    return {
        "type": "heatmap",
        "name": "rows",
        "x": list(edges),
        "y": list(heights),
        "z": [[0] * columns for _ in heights[1:]],
        "colorscale": [[0, CLEAR], [1, CLEAR]],
        "showscale": False,
        "hoverinfo": "none",
    }


def row_ground(place: int, begin: float, theme: Theme, *, narrow: bool) -> dict[str, Any]:
    """What a row stands on: an empty cell shows it."""
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


def notes(  # noqa: PLR0913, PLR0917 - the facts of a row
    place: int,
    topic: str,
    total: float,
    gutter: tuple[int, float],
    chosen: Collection[str],
    name: Callable[[str], str],
    theme: Theme,
) -> list[dict[str, Any]]:
    """The name of a row and how many it holds in all."""
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
            "text": chart_sentences.number_of(total),
            "font": {"size": 11.5, "color": theme.muted},
        },
    ]
