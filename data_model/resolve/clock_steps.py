"""Hours counted over midnight: "four hours ago", told at 01:30, is the day before."""

from __future__ import annotations

import re
from math import floor

from data_model import days as ds
from data_model.days import Days
from data_model.find.date_readings import Relative

# So many hours a unit has.
_HOURS = {"minute": 1 / 60, "hour": 1.0}
# Between which hours of the day a part of it lies, by its TIMEX3 name; a night ends on the day after.
_PARTS = {"MO": (4, 12), "AF": (12, 18), "EV": (17, 24), "NI": (20, 30), "DT": (6, 20)}
_DAY = 24
_CLOCK = re.compile(r"(\d\d):(\d\d)")


def step_hours(reading: Relative, anchor: Days, clock: str) -> Days | None:
    """The days so many hours away from a time of day; None where hours or minutes are not counted.

    Args:
        reading: What is counted: "four hours ago", "in three hours".
        anchor: The day of speaking.
        clock: Its time of day as `DateMention.clock` has it: `01:30`, or `MO`, `AF`, `EV`, `NI`, `DT`.
    """
    size, hours = _HOURS.get(reading.unit), _hours_of(clock)
    if size is None or hours is None or reading.side or reading.whole:
        return None
    early, late = hours[0] + reading.low * size, hours[1] + reading.high * size
    return ds.widen(anchor, -floor(early / _DAY), floor(late / _DAY))


def _hours_of(clock: str) -> tuple[float, float] | None:
    """The hours between which a time of day lies."""
    if printed := _CLOCK.fullmatch(clock):
        hour = int(printed[1]) % _DAY + int(printed[2]) / 60
        return hour, hour
    return _PARTS.get(clock)
