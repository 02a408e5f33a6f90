"""So many units from a day that is named: "two weeks before 13 May 1999", «через два дня после 9 мая»."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from data_model import days as ds
from data_model.days import Days

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_YEAR = 12


class Offset(NamedTuple):
    """A step from a named day.

    Attributes:
        unit: day · week · fortnight · month · quarter · half · year · decade · century.
        low: The lowest number of units, negative for earlier.
        high: The highest.
    """

    unit: str
    low: int
    high: int

    @property
    def days(self) -> tuple[int, int]:
        """How many days that is, from and to."""
        return self.low * _DAYS[self.unit], self.high * _DAYS[self.unit]

    @property
    def exact(self) -> bool:
        """Whether it is counted in days; "two years after" is to no day, unless it is said."""
        return self.unit in _DAYS

    def apply(self, days: Days) -> Days:
        """The days so far from each run of some days; of months and longer the whole unit they land in."""
        return ds.union(*(self._moved(span) for span in days))

    def _moved(self, span: ds.Span) -> Days:
        if span.first is None or span.last is None:
            return ds.ANY
        if (size := _DAYS.get(self.unit)) is not None:
            begins, ends = (ds.shift((span,), by * size * ds.DAY)[0] for by in (self.low, self.high))
            return ds.between(begins.first, ends.last)
        first, last = (
            ds.add_months(day, _MONTHS[self.unit] * by)
            for day, by in ((span.first, self.low), (span.last, self.high))
        )
        if first is None or last is None:
            return ds.ANY
        if _MONTHS[self.unit] >= _YEAR:
            return ds.between(date(first.year, 1, 1), date(last.year, 12, 31))
        return ds.between(first.replace(day=1), ds.month_end(last.year, last.month))

    def to_the_day(self, day: date) -> date | None:
        """The same day so many months or years away: "a year ago today"."""
        return ds.add_months(day, _MONTHS[self.unit] * self.low) if self.unit in _MONTHS else None


def count_units(unit: str) -> bool:
    """Whether a unit can be counted from a named day."""
    return unit in _DAYS or unit in _MONTHS
