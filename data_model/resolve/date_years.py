"""Which year a date without a year belongs to, seen from the days a text may have been written on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from itertools import pairwise

from data_model import days as ds
from data_model.days import Days, Span
from data_model.find.date_readings import Reading, Weekday, Yearless

_FEW_YEARS = 30  # of more years a weekday says nothing worth telling
HORIZON = range(1900, 2101)  # as in data_model.dates
_SPRING = timedelta(days=92)
_TOO_WIDE = 366 * 60  # an anchor wider than a lifetime says nothing about the year


@lru_cache(maxsize=512)  # the same wording is asked about by the report, its events and its marks
def complete_years(reading: Yearless, anchor: Days, tense: str | None) -> Days:
    """The days of a yearless wording, correlated with the anchor: one year for each possible year.

    The year is that of the nearest such day before (past), behind (future) or on either side of
    the anchor. When a weekday is printed too, years in which it fits are preferred.
    """
    direction = _direction(reading, tense)
    found = _completed(reading, anchor, direction)
    if reading.weekday is None or fitting_weekday(found, reading.weekday):
        return fitting_weekday(found, reading.weekday)
    around = ds.union(*(_completed(reading, anchor, side) for side in (-1, 1)))
    return fitting_weekday(around, reading.weekday) or found


def fitting_weekday(days: Days, weekday: int | None) -> Days:
    """The single days among some that fall on a weekday; all of them when none was printed."""
    if weekday is None:
        return days
    return tuple(
        span for span in days if span.first and span.first == span.last and span.first.weekday() == weekday
    )


def newswire_days(days: Days, reading: Reading) -> Days:
    """One day of several years, in those years alone in which it is the weekday read; else nothing.

    What was done "on Wednesday" under "MINSK, 6 March" was mostly done that very day.
    """
    if not isinstance(reading, Weekday) or (reading.direction, reading.week_shift) != (None, None):
        return ()
    told = {(one.first.month, one.first.day) if one.first and one.first == one.last else None for one in days}
    same = len(told) == 1 < len(days) <= _FEW_YEARS and None not in told
    return fitting_weekday(days, reading.day) if same else ()


@lru_cache(maxsize=1024)
def every_year(reading: Yearless) -> Days:
    """The wording in every year of the horizon."""
    return ds.union(*(reading.in_year(year) for year in HORIZON))


def is_wide(span: Span) -> bool:
    """Whether an anchor says nothing about the year."""
    return span.first is None or span.last is None or (span.last - span.first).days > _TOO_WIDE


def _direction(reading: Yearless, tense: str | None) -> int | None:
    if reading.direction is not None:
        return reading.direction
    return {"past": -1, "future": 1}.get(tense or "")


def _completed(reading: Yearless, anchor: Days, direction: int | None) -> Days:
    """Each year's days that are the ones meant when spoken of on a day of the anchor."""
    first, last = ds.earliest(anchor), ds.latest(anchor)
    if first is None or last is None or any(is_wide(span) for span in anchor):
        return every_year(reading) if anchor else ()
    if reading.year_shift is not None or reading.direction == 0:
        shift = reading.year_shift or 0
        over_new_year = reading.precision == "season" and any(window.wraps for window in reading.windows)
        if over_new_year and reading.year_shift is None:
            return _spoken_of(_under_way(reading, first, last), anchor)
        # The winter of last year may have begun in it or ended in it.
        early, late = shift - over_new_year, shift + 1
        years = {
            year
            for a, b in anchor
            if a and b
            for year in range(a.year + early, b.year + late)
            if 0 < year < MAXYEAR
        }
        return ds.union(*(reading.in_year(year) for year in years))
    # "last June" said in June is the one before: the window must be over, or not yet begun.
    strict = reading.direction is not None
    return _spoken_of(_seen_from(reading, first, last, direction, strict=strict), anchor)


def _spoken_of(spoken: Iterator[tuple[Days, Days]], anchor: Days) -> Days:
    """Those days of which some days of speaking are among the anchor's."""
    return ds.union(*(days for days, seen in spoken if ds.overlap(seen, anchor)))


def _under_way(reading: Yearless, first: date, last: date) -> Iterator[tuple[Days, Days]]:
    """As in "this winter": the one under way, else the next; in the spring it may be either."""
    years = range(max(first.year - 2, 1), min(last.year + 1, MAXYEAR - 1))
    for before, days in pairwise(reading.in_year(year) for year in years):
        yield days, ds.between(_last(before) + timedelta(days=1), _last(days) + _SPRING)


def _seen_from(
    reading: Yearless, first: date, last: date, direction: int | None, *, strict: bool
) -> Iterator[tuple[Days, Days]]:
    """Each year's days with the days of speaking from which it is the one meant."""
    # Nine years each way: 29 February skips 1900 and 2100.
    around = range(max(first.year - 9, 1), min(last.year + 10, 9999))
    every = [days for year in around if (days := reading.in_year(year))]
    for before, days, after in zip(every, every[1:], every[2:], strict=False):
        yield days, _range_of_speaking(before, days, after, direction, strict=strict)


def _range_of_speaking(before: Days, days: Days, after: Days, direction: int | None, *, strict: bool) -> Days:
    """From when to when these days are the nearest."""
    if direction == -1:
        edge = _last if strict else _first
        return ds.between(edge(days) + timedelta(days=strict), edge(after) - timedelta(days=not strict))
    if direction == 1:
        edge = _first if strict else _last
        return ds.between(edge(before) + timedelta(days=not strict), edge(days) - timedelta(days=strict))
    return ds.between(_middle(before, days), _middle(days, after) - timedelta(days=1))


def _first(days: Days) -> date:
    return ds.earliest(days) or ds.FIRST


def _last(days: Days) -> date:
    return ds.latest(days) or ds.LAST


def _middle(before: Days, after: Days) -> date:
    return _last(before) + (_first(after) - _last(before)) // 2 + timedelta(days=1)
