"""Which days the timeline opens with, when most events crowd in a small part of the whole time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.figures.time_axis import Window, moved

FEWEST = 8
SPARSE = 3  # the crowd is worth it when the whole is at least this many times as long


def find_focus(spans: Sequence[tuple[date, date]], whole: Window) -> Window | None:
    """The shortest window with the middles of seven tenths of the events, and room around them.

    None when they are few, or spread over the whole time anyway.
    """
    middles = sorted(moved(first, (last - first).days // 2) for first, last in spans)
    size = -(-len(middles) * 7 // 10)
    if len(middles) < FEWEST:
        return None
    ends = zip(middles, middles[size - 1 :], strict=False)
    first, last = min(ends, key=lambda pair: ((pair[1] - pair[0]).days, pair[0]))
    room = max(3, round((last - first).days * 0.12))
    since, until = max(moved(first, -room), whole.since), min(moved(last, room), whole.until)
    found = Window(since, until)
    return found if found.days * SPARSE <= whole.days else None
