"""An event that stands in several lanes is one mark: a line through them joins what stands for it there.

The line is quiet, and the quieter the more of them there are; the page draws it strong over all the others
while any of its marks is pointed at or walked to (`assets/51-timeline.js`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

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
