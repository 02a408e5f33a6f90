"""What surrounds lanes: their stripes, titles and the time axis, the same near and from afar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dashboard.figures.text_widths import fit_text, text_width, wrap_text
from dashboard.figures.time_axis import TICKS, Window, ticks
from dashboard.theme import Theme, base_layout

TITLE_SIZE, COUNT_SIZE = 12, 11
BOLDER = 1.1  # bold letters are about a tenth wider
GUTTER, NARROW_GUTTER, RIGHT_MARGIN = 186, 8, 32
# Of the gutter is no room for a title: the buttons of its lane at the left, a gap at the right.
BESIDE_TITLE, COUNT_ROOM = 36, 34
NARROW = 620
# Of a narrow chart the buttons of a lane take so much, with the gaps around the words beside them.
BUTTONS = 76
AXIS = 40


@dataclass(frozen=True, slots=True)
class Head:
    """What stands beside a lane.

    Attributes:
        key: What it stands for.
        title: Its name.
        words: How many events it holds, and how they are counted, line by line.
        top: Where it begins, from the top.
        height: How high it is.
        scale: Where the top of its columns is, and how many it stands for; None without columns.
        folded: Whether all of it is one line.
    """

    key: str
    title: str
    words: tuple[str, ...]
    top: float
    height: float
    scale: tuple[float, str] | None = None
    folded: bool = False


def plot_width(width: float) -> tuple[int, float]:
    """The left margin, and how wide the plot is inside a chart of that width."""
    gutter = NARROW_GUTTER if width < NARROW else GUTTER
    return gutter, max(width - gutter - RIGHT_MARGIN, 120.0)


def lane_layout(
    heads: Sequence[Head], window: Window, width: float, theme: Theme, total: float, days: Mapping[str, Any]
) -> dict[str, Any]:
    """Axes, stripes and titles of lanes; the days are told above them.

    Args:
        heads: What stands beside the lanes.
        window: The days in view.
        width: The width of the whole chart in pixels.
        theme: Light or dark.
        total: How high all lanes are.
        days: What the axis of days is, where it is not as the calendar has it.
    """
    gutter, _ = plot_width(width)
    shapes, notes = [], []
    for number, head in enumerate(heads):
        if number % 2 == 0:
            shapes.append(_stripe(head.top, head.height, theme))
        notes.append(_head_note(head, gutter, width, theme))
        if head.scale:
            shapes.append(_scale_line(head.scale[0], theme))
            notes.append(_scale_note(*head.scale, theme))
    layout = base_layout(theme, round(total) + AXIS)
    layout.update(
        margin={"l": gutter, "r": RIGHT_MARGIN, "t": AXIS, "b": 6},
        # On a phone a drag must scroll the page.
        dragmode="pan" if width >= NARROW else False,
        shapes=shapes,
        annotations=notes,
        xaxis={
            "type": "date",
            "side": "top",
            "range": window.range,
            "uirevision": f"{window.since} {window.until}",
            "gridcolor": theme.line,
            "griddash": "solid",
            "zeroline": False,
            "tickfont": {"color": theme.muted, "size": 11.5},
            "ticklabeloverflow": "hide past div",
            "minallowed": "1000-01-01",
            "maxallowed": "2999-12-31",
            **(days or {"tickformatstops": TICKS, **ticks(window.days, round(width / 110))}),
        },
        yaxis={"range": [total, 0], "fixedrange": True, "visible": False},
    )
    return layout


def _stripe(top: float, height: float, theme: Theme) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "paper",
        "yref": "y",
        "x0": 0,
        "x1": 1,
        "y0": top,
        "y1": top + height,
        "fillcolor": theme.zebra,
        "line": {"width": 0},
        "layer": "below",
    }


def _scale_line(at: float, theme: Theme) -> dict[str, Any]:
    """The full height of the columns of a lane."""
    place = {"xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": at, "y1": at}
    return {
        "type": "line",
        **place,
        "line": {"color": theme.line, "width": 1, "dash": "2px,3px"},
        "layer": "below",
    }


def _scale_note(at: float, words: str, theme: Theme) -> dict[str, Any]:
    """How many that height stands for."""
    return {
        "xref": "paper",
        "yref": "y",
        "x": 1,
        "xshift": 3,
        "y": at,
        "xanchor": "left",
        "yanchor": "middle",
        "showarrow": False,
        "text": words,
        "font": {"size": COUNT_SIZE, "color": theme.muted},
    }


def _head_note(head: Head, gutter: int, width: float, theme: Theme) -> dict[str, Any]:
    """The title of a lane; a click on it filters by what the lane stands for."""
    shared = {
        "name": head.key,
        "xref": "paper",
        "yref": "y",
        "x": 0,
        "yanchor": "middle",
        "showarrow": False,
        "captureevents": True,
        "font": {"size": TITLE_SIZE},
    }
    counts = [
        f'<span style="color:{theme.muted};font-size:{COUNT_SIZE}px">{one}</span>'
        for one in (_fitting(head, width) if gutter == NARROW_GUTTER else head.words)
    ]
    if gutter == NARROW_GUTTER:
        title = fit_text(head.title, TITLE_SIZE * BOLDER, width - BUTTONS)
        text = f"<b>{escape(title, quote=False)}</b>  {', '.join(counts)}"
        return shared | {"y": head.top + 14, "xanchor": "left", "text": text}
    if head.folded:
        title = fit_text(head.title, TITLE_SIZE * BOLDER, gutter - BESIDE_TITLE - COUNT_ROOM)
        counts = [f"<b>{escape(title, quote=False)}</b>  {counts[0]}"]
    lines = (
        []
        if head.folded
        else [f"<b>{escape(line, quote=False)}</b>" for line in title_lines(head.title, gutter)]
    )
    return shared | {
        "xshift": -12,
        "y": head.top + head.height / 2,
        "xanchor": "right",
        "align": "right",
        "text": "<br>".join([*lines, *counts]),
    }


def _fitting(head: Head, width: float) -> tuple[str, ...]:
    """What of the counts of a lane has room between its title above it and its buttons."""
    room = width - text_width(head.title, TITLE_SIZE * BOLDER) - BUTTONS
    sizes = [text_width(", ".join(head.words[:number]), COUNT_SIZE) for number in range(len(head.words) + 1)]
    return head.words[: max(sum(size <= room for size in sizes) - 1, 0)]


def title_lines(title: str, gutter: int) -> list[str]:
    """A lane's title in at most two lines."""
    return wrap_text(title, TITLE_SIZE * BOLDER, gutter - BESIDE_TITLE, 2)
