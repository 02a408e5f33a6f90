"""The time axis: windows of days, units that suit them, and how ticks are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np

DAY_MS = 86_400_000
FIRST, LAST = date(1, 1, 2), date(9999, 12, 30)
# Each unit with its days, and up to how many of them a chart of bins stays readable.
UNITS = (
    ("day", 1.0), ("week", 7.0), ("month", 30.44), ("quarter", 91.3), ("year", 365.25),
    ("five years", 1826.25), ("decade", 3652.5), ("century", 36_525.0),
)  # fmt: skip
DAYS = {"day": 1, "week": 7}
YEARS = {"year": 1, "five years": 5, "decade": 10, "century": 100}
SHORTEST = 3
_EPOCH = date(1970, 1, 1).toordinal()
SURE, FEWEST = 31, 4


@dataclass(frozen=True, slots=True)
class Window:
    """The days in view, both included."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.until - self.since).days + 1

    @property
    def range(self) -> list[float]:
        """The ends as the axis takes them: the start of the first day, the end of the last."""
        return [epoch(self.since), epoch(self.until) + DAY_MS]

    def widened(self, share: float) -> Window:
        """The window with a share of its length added on either side."""
        more = max(1, round(self.days * share))
        return Window(moved(self.since, -more), moved(self.until, more))


def epoch(day: date) -> float:
    """The start of a day in milliseconds, as plotly's date axis counts."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000


def number_of(day: date) -> int:
    """A day as the columns of the store count: from 1970."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date:
    """The day of such a number, kept inside the calendar."""
    return date.fromordinal(min(max(number + _EPOCH, FIRST.toordinal()), LAST.toordinal()))


def moved(day: date, by: int) -> date:
    """A day moved, kept inside the calendar."""
    room = (FIRST - day).days, (LAST - day).days
    return day + timedelta(days=min(max(by, room[0]), room[1]))


def window_of(since: date | None, until: date | None, first: date | None, last: date | None) -> Window:
    """The window in view: what was chosen, else the data's own extent with room around it."""
    first, last = first or until or date(2000, 1, 1), last or since or date(2030, 12, 31)
    if first > last:
        first, last = last, first
    room = max(2, round((last - first).days * 0.03))
    start, stop = since or moved(first, -room), until or moved(last, room)
    if start > stop:
        start, stop = (start, moved(start, room)) if since else (moved(stop, -room), stop)
    short = SHORTEST - ((stop - start).days + 1)
    return Window(start, moved(stop, short)) if short > 0 else Window(start, stop)


def unit_for(days: int, most: int) -> str:
    """The smallest unit of which no more than `most` fill the days."""
    return next((unit for unit, size in UNITS if days / size <= most), "century")


def next_bin(start: date, unit: str) -> date:
    """The day after a bin that begins there; the last day where the calendar ends."""
    if unit in DAYS:
        return moved(start, DAYS[unit])
    months = {"month": 1, "quarter": 3}.get(unit) or 12 * YEARS[unit]
    total = start.year * 12 + start.month - 1 + months
    return date(total // 12, total % 12 + 1, 1) if total // 12 <= LAST.year else LAST


def bin_in_words(start: date, unit: str) -> str:
    """A bin as a person calls it."""
    return {
        "day": f"{start.day} {start:%B} {start.year}",
        "week": f"week of {start.day} {start:%B} {start.year}",
        "month": f"{start:%B} {start.year}",
        "quarter": f"quarter {(start.month + 2) // 3} of {start.year}",
        "year": str(start.year),
        "five years": f"{start.year}–{start.year + 4}",
        "decade": f"{start.year}s",
        "century": f"{start.year}–{start.year + 99}",
    }[unit]


def bins_of(window: Window, unit: str) -> list[date]:
    """The first days of the bins that cover a window."""
    start = window.since
    if unit == "week":
        start = moved(start, -start.weekday())
    elif unit == "month":
        start = start.replace(day=1)
    elif unit == "quarter":
        start = date(start.year, (start.month - 1) // 3 * 3 + 1, 1)
    elif unit in YEARS:
        start = date(max(start.year // YEARS[unit] * YEARS[unit], 1), 1, 1)
    found = []
    while start <= window.until and start < LAST:
        found.append(start)
        start = next_bin(start, unit)
    return found


@dataclass(frozen=True, slots=True)
class Bins:
    """Parts of the calendar that cover a window.

    Attributes:
        starts: The first day of each.
        unit: What each is: one of `UNITS`.
    """

    starts: tuple[date, ...]
    unit: str

    @classmethod
    def of(cls, window: Window, most: int) -> Bins:
        """Those of the smallest unit of which at most so many fill a window."""
        unit = unit_for(window.days, most)
        return cls(tuple(bins_of(window, unit)), unit)

    @property
    def edges(self) -> list[date]:
        """The first day of each, and the day after the last."""
        return [*self.starts, next_bin(self.starts[-1], self.unit)]

    @property
    def moments(self) -> list[float]:
        """The edges as the axis counts."""
        return [epoch(day) for day in self.edges]

    @property
    def numbers(self) -> np.ndarray:
        """The edges as the columns of the store count."""
        return np.array([number_of(day) for day in self.edges])

    @property
    def words(self) -> list[str]:
        """Each as a person calls it."""
        return [bin_in_words(start, self.unit) for start in self.starts]


def busiest(first: np.ndarray, last: np.ndarray, whole: Window) -> Window | None:
    """The shortest stretch that holds two fifths of the events whose date is sure to a month.

    None when there is no such crowd: fewer than four events, or a stretch nearly as long as all.

    Args:
        first: The first possible day of each event, as `number_of` counts.
        last: The last one.
        whole: The days of all.
    """
    sure = last - first <= SURE
    middles = np.sort((first[sure] + last[sure]) // 2)
    size = max(FEWEST, -(-len(middles) * 2 // 5))
    if len(middles) < size:
        return None
    lengths = middles[size - 1 :] - middles[: len(middles) - size + 1]
    begin = int(lengths.argmin())
    room = max(2, round(int(lengths[begin]) * 0.15))
    found = Window(day_of(int(middles[begin]) - room), day_of(int(middles[begin + size - 1]) + room))
    return found if found.days * 4 < whole.days else None


def ticks(days: int, most: int) -> dict[str, object]:
    """How many ticks an axis of so many days may have; no day has two."""
    few = max(3, most)
    return {"dtick": DAY_MS, "tick0": "2000-01-01"} if days <= few else {"nticks": few}


TICKS = [
    {"dtickrange": [None, 864e5 * 25], "value": "%-d %b\n%Y"},
    {"dtickrange": [864e5 * 25, "M11"], "value": "%b\n%Y"},
    {"dtickrange": ["M11", None], "value": "%Y"},
]
