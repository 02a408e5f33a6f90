"""The whole time at a glance: bars of events, and the period in view marked on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard import sentences
from dashboard.figures.lane_frame import RIGHT_MARGIN, plot_width
from dashboard.figures.time_axis import TICKS, Window, bin_in_words, epoch, next_bin
from dashboard.theme import Theme, base_layout

HEIGHT = 84


def draw_overview(  # noqa: PLR0913, PLR0917 - one chart, its facts
    bins: Sequence[tuple[date, float, float]],
    unit: str,
    whole: Window,
    chosen: Window | None,
    width: float,
    theme: Theme,
    noun: str = "event",
) -> dict[str, Any]:
    """Bars per bin.

    Args:
        bins: First day, events, and how many of them are planned.
        unit: What a bin is.
        whole: The days the axis covers.
        chosen: The period in view, None when it is everything.
        width: The width of the whole chart in pixels.
        theme: Light or dark.
        noun: What is counted, one of it.
    """
    gutter, _ = plot_width(width)
    starts = [epoch(start) for start, _, _ in bins]
    stops = [epoch(next_bin(start, unit)) for start, _, _ in bins]
    told = [
        ["", bin_in_words(start, unit), in_words(events, planned, noun)] for start, events, planned in bins
    ]
    shared = {
        "type": "bar",
        "x": [(a + b) / 2 for a, b in zip(starts, stops, strict=True)],
        "width": [(b - a) * 0.86 for a, b in zip(starts, stops, strict=True)],
        "customdata": told,
        "hoverinfo": "none",
    }
    done = {**shared, "name": "happened", "y": [e - p for _, e, p in bins], "marker": {"color": theme.bar}}
    planned = {
        **shared,
        "name": "planned",
        "y": [p for _, _, p in bins],
        "marker": {"color": theme.bar_faint},
    }
    for trace in (done, planned):
        trace["selected"] = {"marker": {"opacity": 1}}
        trace["unselected"] = {"marker": {"opacity": 0.45}}
    highest = max((events for _, events, _ in bins), default=1) or 1
    layout = base_layout(theme, HEIGHT)
    layout.update(
        margin={"l": gutter, "r": RIGHT_MARGIN, "t": 6, "b": 24},
        barmode="stack",
        dragmode="select",
        selectdirection="h",
        newselection={"line": {"color": theme.accent, "width": 1.5, "dash": "solid"}},
        activeselection={"fillcolor": theme.accent, "opacity": 0.12},
        selectionrevision=str(chosen),
        selections=[_brush(chosen, highest, theme)] if chosen else [],
        xaxis={
            "type": "date",
            "range": whole.range,
            "tickformatstops": TICKS,
            "showgrid": False,
            "fixedrange": True,
            "linecolor": theme.line,
            "tickfont": {"color": theme.muted, "size": 11},
            "nticks": max(3, round(width / 120)),
        },
        yaxis={"range": [0, highest * 1.08], "fixedrange": True, "visible": False},
    )
    return {"data": [done, planned], "layout": layout}


def in_words(events: float, planned: float, noun: str = "event") -> str:
    """How many events a bin holds; a share of an uncertain date makes it `about`."""
    about = "" if abs(events - round(events)) < 0.005 else "about "  # noqa: PLR2004 - rounding noise
    words = about + sentences.counted(max(round(events), 1 if events > 0 else 0), noun)
    return f"{words}, {round(planned)} planned" if round(planned) else words


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
