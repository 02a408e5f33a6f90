"""An event that stands in several lanes is one mark: a line through them joins what stands for it there.

The line is quiet, and the quieter the more of them there are; the page draws it strong over all the others
while any of its marks is pointed at or walked to (`assets/51-timeline.js`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures.marks import Dot
from dashboard.figures.strips import Strip, row_height
from dashboard.figures.time_axis import Window
from dashboard.theme import Theme

JOINED = "joined"
WIDTH = 1.2
LOUDEST, FAINTEST = 0.55, 0.14
AIRY = 40.0  # pixels between two lines from which on they may be as loud as they get


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an event stands in one lane.

    Attributes:
        event: Its id.
        lane: The number of the lane.
        x: On the axis of days.
        y: On the axis of heights.
        family: Its topic family.
    """

    event: str
    lane: int
    x: float
    y: float
    family: str


def stands_in(strips: Sequence[Strip], dots: Sequence[Dot], window: Window, plot: float) -> list[Stand]:
    """Where each mark stands: at its symbol, else in the middle of what is seen of its band."""
    begin, end = window.range
    scale = (end - begin) / plot
    found = []
    for lane, strip in enumerate(strips):
        for place, number, item, _ in strip.placed:
            middle = item.middle if item.reach else (item.left + item.right) / 2
            dot = dots[number]
            at = begin + middle * scale, row_height(strip, place.row)
            found.append(Stand(dot.id, lane, *at, dot.family))
    return found


def counted_in(
    strips: Sequence[Strip], dots: Sequence[Dot], told: Sequence[Sequence[str]]
) -> list[list[float]]:
    """Where events that have a mark are only counted: the place of a symbol of theirs, the middle of columns.

    Args:
        strips: The lanes.
        dots: The events.
        told: What the symbols tell, their key first.
    """
    place = {words[0]: number for number, words in reversed(list(enumerate(told)))}
    found = []
    for strip in strips:
        if strip.counted:
            shown = {number for _, number, _, _ in strip.placed}
            top, height = strip.columns
            ids = [dots[number].id for number in strip.lane.counted if number not in shown]
            found += [[place[key], top + height / 2] for key in ids if key in place]
    return found


def draw_joins(stands: Iterable[Stand], plot: float, theme: Theme) -> list[dict[str, Any]]:
    """A line for each event of two lanes or more, as one trace a colour.

    The custom data of a trace names the event of each of its lines, which have three points: begin, end, gap.

    Args:
        stands: Where events stand; one in each lane of an event.
        plot: The width of the plot in pixels.
        theme: Light or dark.
    """
    by_event: dict[str, list[Stand]] = defaultdict(list)
    for stand in stands:
        by_event[stand.event].append(stand)
    lines = {event: told for event, told in by_event.items() if len({one.lane for one in told}) > 1}
    grouped: dict[str, list[str]] = defaultdict(list)
    for event, told in lines.items():
        grouped[theme.hue(told[0].family)].append(event)
    return [
        _trace(hue, events, lines, _loudness(len(lines), plot)) for hue, events in sorted(grouped.items())
    ]


def _loudness(lines: int, plot: float) -> float:
    return round(max(FAINTEST, min(LOUDEST, LOUDEST * plot / (lines * AIRY))), 2)


def _trace(hue: str, events: list[str], lines: dict[str, list[Stand]], opacity: float) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[float | None] = []
    for event in events:
        told = lines[event]
        heights = [one.y for one in told]
        x += [told[0].x, told[0].x, None]
        y += [min(heights), max(heights), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": JOINED,
        "x": x,
        "y": y,
        "customdata": events,
        "hoverinfo": "skip",
        "opacity": opacity,
        "line": {"color": hue, "width": WIDTH, "simplify": False},
    }
