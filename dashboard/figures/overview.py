"""The whole time at a glance: bars of events, and the period in view marked on them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from dashboard import sentences
from dashboard.figures.lane_frame import RIGHT_MARGIN, plot_width
from dashboard.figures.time_axis import TICKS, Bins, Window, ticks
from dashboard.theme import Theme, base_layout

HEIGHT, TICK_WORDS = 62, 22


def draw_overview(  # noqa: PLR0913, PLR0917 - one chart, its facts
    bins: Bins,
    events: Sequence[float],
    planned: Sequence[float],
    whole: Window,
    chosen: Window | None,
    width: float,
    theme: Theme,
    noun: str = "event",
    zoom: Window | None = None,
    *,
    alone: bool = False,
) -> dict[str, Any]:
    """Bars per bin.

    Args:
        bins: What a bar stands for.
        events: How many each counts.
        planned: How many of them are planned.
        whole: The days the axis covers.
        chosen: The period in view, None when it is everything, as the axis below tells.
        width: The width of the whole chart in pixels.
        theme: Light or dark.
        noun: What is counted, one of it.
        zoom: The days the timeline shows, None when they are those of the view.
        alone: Whether no axis stands below that tells the days.
    """
    gutter, _ = plot_width(width)
    moments = bins.moments
    pairs = list(pairwise(moments))
    told = [
        ["", words, in_words(e, p, noun)] for words, e, p in zip(bins.words, events, planned, strict=True)
    ]
    shared = {
        "type": "bar",
        "x": [(a + b) / 2 for a, b in pairs],
        "width": [(b - a) * 0.86 for a, b in pairs],
        "customdata": told,
        "hoverinfo": "none",
    }
    others = [e - p for e, p in zip(events, planned, strict=True)]
    rest = {**shared, "name": "events", "y": others, "marker": {"color": theme.bar}}
    ahead = {**shared, "name": "planned", "y": list(planned), "marker": {"color": theme.bar_faint}}
    for trace in (rest, ahead):
        trace["selected"] = {"marker": {"opacity": 1}}
        trace["unselected"] = {"marker": {"opacity": 0.45}}
    highest = max(events, default=1) or 1
    words = TICK_WORDS if chosen or zoom or alone else 0
    layout = base_layout(theme, HEIGHT + words)
    layout.update(
        margin={"l": gutter, "r": RIGHT_MARGIN, "t": 6, "b": 2 + words},
        barmode="stack",
        dragmode="select",
        selectdirection="h",
        newselection={"line": {"color": theme.accent, "width": 1.5, "dash": "solid"}},
        activeselection={"fillcolor": theme.accent, "opacity": 0.12},
        selectionrevision=str(chosen),
        shapes=[_frame(zoom, theme)] if zoom else [],
        selections=[_brush(chosen, highest, theme)] if chosen else [],
        xaxis={
            "type": "date",
            "range": whole.range,
            "tickformatstops": TICKS,
            "showgrid": False,
            "fixedrange": True,
            "linecolor": theme.line,
            "showticklabels": bool(words),
            "tickfont": {"color": theme.muted, "size": 11},
            **ticks(whole.days, round(width / 120)),
        },
        yaxis={"range": [0, highest * 1.08], "fixedrange": True, "visible": False},
    )
    layout["meta"] = {"what": f"{noun.capitalize()}s"}
    return {"data": [rest, ahead], "layout": layout}


def in_words(events: float, planned: float, noun: str = "event") -> str:
    """How many events a bin holds; a share of an uncertain date makes it `about`."""
    about = "" if abs(events - round(events)) < 0.005 else "about "  # noqa: PLR2004 - rounding noise
    words = about + sentences.counted(max(round(events), 1 if events > 0 else 0), noun)
    return f"{words}, {round(planned)} planned" if round(planned) else words


def _frame(zoom: Window, theme: Theme) -> dict[str, Any]:
    """What the timeline shows, where that is a part of the view."""
    start, stop = zoom.range
    return {
        "type": "rect", "xref": "x", "yref": "paper", "x0": start, "x1": stop, "y0": 0, "y1": 1,
        "line": {"color": theme.accent, "width": 1.2, "dash": "3px,2px"}, "fillcolor": "rgba(0,0,0,0)",
    }  # fmt: skip


def _brush(chosen: Window, highest: float, theme: Theme) -> dict[str, Any]:
    start, stop = chosen.range
    return {
        "type": "rect",
        "xref": "x",
        "yref": "y",
        "x0": start,
        "x1": stop,
        "y0": 0,
        "y1": highest * 1.08,
        "line": {"color": theme.accent, "width": 1.5, "dash": "solid"},
    }
