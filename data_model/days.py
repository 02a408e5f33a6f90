"""Sets of days: the arithmetic under every date.

A set of days is a tuple of `Span`, sorted and disjoint; each span is a run of days, both ends
included, `None` where an end is open. One clue about a date is such a set; two clues that both
hold are their intersection.
"""

from __future__ import annotations

import calendar
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
_FEW = 8
DAY = timedelta(days=1)


class Span(NamedTuple):
    """A run of days from `first` to `last`, both included; None is an open end."""

    first: date | None
    last: date | None


Days = tuple[Span, ...]
ANY: Days = (Span(None, None),)
NEVER: Days = ()


def one_day(day: date) -> Days:
    """The set of one day."""
    return (Span(day, day),)


def between(first: date | None, last: date | None) -> Days:
    """Every day from first to last; the empty set when they are the wrong way round."""
    if first is not None and last is not None and first > last:
        return NEVER
    return (Span(first, last),)


def whole_year(year: int) -> Days:
    """Every day of a year."""
    return between(date(year, 1, 1), date(year, 12, 31))


def whole_month(year: int, month: int) -> Days:
    """Every day of a month."""
    return between(date(year, month, 1), month_end(year, month))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, by: int) -> date | None:
    """The same day so many months on, the last of a shorter month; None beyond the calendar."""
    number = day.year * 12 + day.month - 1 + by
    year, month = number // 12, number % 12 + 1
    if not FIRST.year <= year < LAST.year:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def each_year(month: int, day: int, years: range) -> Days:
    """That day of the calendar in every year it exists in (29 February does not always)."""
    return tuple(
        Span(found, found) for year in years if (found := _day_or_none(year, month, day)) is not None
    )


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(days: Days, by: timedelta) -> Days:
    """The set moved by some days; open ends stay open."""
    return tuple(Span(_moved(span.first, by), _moved(span.last, by)) for span in days)


def _moved(day: date | None, by: timedelta) -> date | None:
    if day is None:
        return None
    try:
        return day + by
    except OverflowError:
        return None


def widen(days: Days, before: int, after: int) -> Days:
    """The set with up to `before` days added in front of each run and `after` behind it."""
    return union(*((Span(_moved(s.first, -before * DAY), _moved(s.last, after * DAY)),) for s in days))


def intersect(one: Days, other: Days) -> Days:
    """The days in both sets, in one walk along both."""
    return tuple(_common(one, other))


def overlap(one: Days, other: Days) -> bool:
    """Whether a day is in both sets."""
    return next(_common(one, other), None) is not None


def _common(one: Days, other: Days) -> Iterator[Span]:
    if not one or not other:
        return
    at, beside = _begin(one, other[0]), _begin(other, one[0])
    while at < len(one) and beside < len(other):
        (first, last), (begins, ends) = _ends(one[at]), _ends(other[beside])
        if begins <= last and first <= ends:
            inside = begins <= first and last <= ends
            yield one[at] if inside else _span(max(first, begins), min(last, ends))
        if last < ends:
            at += 1
        else:
            beside += 1


def union(*sets: Days) -> Days:
    """The days in any of the sets, touching runs joined."""
    runs: list[list[date]] = []
    for first, last in sorted(_ends(span) for days in sets for span in days):
        if runs and first <= _next(runs[-1][1]):
            runs[-1][1] = max(runs[-1][1], last)
        else:
            runs.append([first, last])
    return tuple(_span(first, last) for first, last in runs)


def earliest(days: Days) -> date | None:
    """The first day of the set; None when it is open or empty."""
    return min(days, key=_ends).first if days else None


def latest(days: Days) -> date | None:
    """The last day of the set; None when it is open or empty."""
    return max(days, key=lambda s: s.last or LAST).last if days else None


def contains(days: Days, day: date) -> bool:
    """Whether the day is in the set."""
    return overlap(days, one_day(day))


def _next(day: date) -> date:
    return day if day == LAST else day + DAY


def _span(first: date, last: date) -> Span:
    return Span(None if first == FIRST else first, None if last == LAST else last)


def _begin(days: Days, span: Span) -> int:
    """The first run of many that does not end before a span begins; 0 for a few, which are soon walked."""
    if len(days) <= _FEW:
        return 0
    return bisect_left(days, span.first or FIRST, key=lambda run: run.last or LAST)


def _ends(span: Span) -> tuple[date, date]:
    return span.first or FIRST, span.last or LAST
