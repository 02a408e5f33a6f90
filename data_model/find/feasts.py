"""Feasts, the movable too: the fourth Thursday of November, Easter and what counts from it."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from dateutil.easter import easter

from data_model import days as ds
from data_model.days import Days

_WEEK, _FIFTH = timedelta(days=7), 29
_REFORM = 1583  # the first whole year of the Gregorian calendar
_EARLIEST, _LATEST = (3, 22), (4, 25)  # Easter Sunday


class Feast(NamedTuple):
    """A stretch of the calendar and the one day in it that is meant.

    Attributes:
        first_month: The month of the first day it can fall on.
        first_day: That day.
        last_month: The month of the last day it can fall on.
        last_day: That day.
        weekday: The weekday it falls on, Monday is 0; None for a day that stays, or counts from Easter.
        offset: Days after Easter Sunday.
    """

    first_month: int
    first_day: int
    last_month: int
    last_day: int
    weekday: int | None = None
    offset: int = 0
    wraps: bool = False

    def in_year(self, year: int) -> Days:
        """Its day in a year."""
        if self[:2] != self[2:4] and self.weekday is None:
            sunday = find_easter(year)
            return ds.one_day(sunday + timedelta(days=self.offset)) if sunday else ds.NEVER
        begins = ds.each_year(self.first_month, self.first_day, range(year, year + 1))
        if not begins or not (first := begins[0].first):
            return ds.NEVER  # no 29 February: no fifth Friday in it either
        step = 0 if self.weekday is None else (self.weekday - first.weekday()) % 7
        found = first + timedelta(days=step)
        if self.first_month == self.last_month != found.month:
            # The last Monday of a month of 30 days; but a fifth Monday it has not.
            return ds.one_day(found - _WEEK) if self.first_day < _FIFTH else ds.NEVER
        return ds.one_day(found)


def easter_feast(offset: int) -> Feast:
    """The feast so many days after Easter Sunday."""
    leap = 2000  # any year: Easter is always behind February
    first, last = (date(leap, *day) + timedelta(days=offset) for day in (_EARLIEST, _LATEST))
    return Feast(first.month, first.day, last.month, last.day, offset=offset)


def find_easter(year: int) -> date | None:
    """Easter Sunday of the western churches; None before the Gregorian calendar and at the end of all."""
    return easter(year) if _REFORM <= year < MAXYEAR else None
