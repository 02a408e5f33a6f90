"""Stretches of the calendar: of no particular year, "8 June", "in September"; parts of a run, "late 2014"."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from data_model import days as ds
from data_model.days import Days

_LAST_DAY = 31
_YEARS_LONG, _MONTHS_LONG = 3 * 366, 60  # runs longer than this are cut at years, at months


def slice_days(days: Days, share: tuple[float, float] | None) -> Days:
    """The early, middle or late part of a bounded run, cut at whole years, months or days."""
    if share is None or len(days) != 1 or days[0].first is None or days[0].last is None:
        return days
    first, last = days[0].first, days[0].last
    size = (last - first).days + 1
    if size > _YEARS_LONG:
        low, high = _cut(last.year - first.year + 1, share)
        return ds.between(date(first.year + low, 1, 1), date(first.year + high, 12, 31))
    if size > _MONTHS_LONG:
        origin = first.year * 12 + first.month - 1
        low, high = _cut(last.year * 12 + last.month - origin, share)
        return ds.between(
            date((origin + low) // 12, (origin + low) % 12 + 1, 1),
            ds.month_end((origin + high) // 12, (origin + high) % 12 + 1),
        )
    low, high = _cut(size, share)
    return ds.between(first + timedelta(days=low), first + timedelta(days=high))


def _cut(size: int, share: tuple[float, float]) -> tuple[int, int]:
    return floor(size * share[0]), max(ceil(size * share[1]) - 1, 0)


class Window(NamedTuple):
    """A stretch of the calendar in no particular year; it may run over New Year. Day 0 is a month's last."""

    first_month: int
    first_day: int
    last_month: int
    last_day: int

    @property
    def wraps(self) -> bool:
        """Whether it begins in one year and ends in the next."""
        return (self.last_month, self.last_day) < (self.first_month, self.first_day)

    def in_year(self, year: int) -> Days:
        """Its days when it begins in that year; none where 29 February does not exist."""
        return _days_of(self, year)


@lru_cache(maxsize=16_384)  # a day without a year is tried in every year a text may be of
def _days_of(window: Window, year: int) -> Days:
    one_day = window[:2] == window[2:]
    try:
        first = date(year, window.first_month, _day_in(year, window.first_month, window.first_day))
        end = ds.month_end(year + window.wraps, window.last_month)
        # The 31st is the last day of any month; the 29th of February is a day some years lack.
        to_end = window.last_day == _LAST_DAY and not one_day
        last = end if to_end else end.replace(day=_day_in(end.year, end.month, window.last_day))
    except ValueError:
        return ds.NEVER
    return ds.between(first, last)


def _day_in(year: int, month: int, day: int) -> int:
    """A day of a month; up to 0 counted from its end."""
    return day if day > 0 else ds.month_end(year, month).day + day
