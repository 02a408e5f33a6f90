"""Dates printed in figures alone: "5.6.2019", "3/4/18", "2016/10/16", "09/2012", "14.10. – 15.10.2018"."""

from __future__ import annotations

import re

from data_model import days as ds
from data_model.days import Days
from data_model.knowledge.date_words import DateWords

_TIME = r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_OWN = r"(?<![\w/.-])"  # a figure that is no part of a longer one
_ENDS = r"(?![\d/-])(?!\.\d)"
# What stands in figures, by the groups of the one pattern that cuts a text into atoms.
SHAPES = rf"""
    (?P<iso>{_OWN}(?:\d{{4}}-\d\d?-\d\d?{_TIME}
        |\d{{4}}(?P<_y>/|[ ]/[ ]|[ ]-[ ])\d\d?(?P=_y)\d\d?|\d{{4}}\.\d\d?\.\d\d?){_ENDS})
    |(?P<run>{_OWN}\d\d?(?:\.\d\d?)?\.?\s?[-\u2013\u2014]\s?\d\d?\.\d\d?\.\d{{4}}{_ENDS})
    |(?P<numeric>{_OWN}(?:\d\d?(?P<_d>[./-]|[ ]/[ ]|[ ]-[ ])\d\d?(?P=_d)\d{{4}}
        |\d\d?/\d\d?/\d\d|\d\d\.\d\d\.\d\d|\d\.0\d\.\d\d){_ENDS})
    |(?P<monthly>{_OWN}(?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d(?!\w){_ENDS})
"""
PRINTED = frozenset({"iso", "run", "numeric", "monthly"})
_FIGURES = re.compile(r"\d+")
_LAST_DAY = 31
_OUR_TIME = range(1980, 2060)
# Of a year printed with two figures the century is sure outside of these: 04.09.45 may be of a war or a plan.
_EITHER_CENTURY = range(30, 70)


def full_year(two: int) -> int:
    """The year of two figures told beside a month or behind an apostrophe: the nearer century."""
    return two + (1900 if two >= _EITHER_CENTURY.start else 2000)


def printed_days(wording: str, kind: str, words: DateWords) -> Days:
    """The days an all-figures date may mean; none when it can be no date.

    Two when day and month can be swapped; the whole month when it has no such day: 31.06.2019.
    """
    figures = _FIGURES.findall(wording)
    numbers = [int(one) for one in figures]
    if kind == "monthly":
        return ds.whole_month(numbers[1], numbers[0])
    if kind == "run":
        return _run(numbers)
    if numbers[0] > _LAST_DAY:
        return _likely(((numbers[0], numbers[1], numbers[2]),))
    one, two, three = numbers[:3]
    years = _years(three) if len(figures[2]) == 2 else (three,)  # noqa: PLR2004
    day_first = tuple((year, two, one) for year in years)
    month_first = tuple((year, one, two) for year in years)
    if words.day_first or "." in wording:
        return _likely(day_first, whole=False) or _likely(month_first, whole=False) or _likely(day_first)
    return _likely((*day_first, *month_first))


def _years(two: int) -> tuple[int, ...]:
    return (two + 1900, two + 2000) if two in _EITHER_CENTURY else (full_year(two),)


def _likely(dates: tuple[tuple[int, int, int], ...], *, whole: bool = True) -> Days:
    """Those of some dates that exist, else the months of those that have no such day."""
    real = ds.union(*(ds.each_year(month, day, range(year, year + 1)) for year, month, day in dates if year))
    if real or not whole:
        return real
    last = range(1, _LAST_DAY + 1)
    return ds.union(
        *(
            ds.whole_month(year, month)
            for year, month, day in dates
            if year and month in range(1, 13) and day in last
        )
    )


def _run(numbers: list[int]) -> Days:
    """From the first day to the last: its month and year are those of the last unless printed."""
    first, (day, month, year) = numbers[:-3], numbers[-3:]
    begins = _likely(((year, first[1] if len(first) > 1 else month, first[0]),), whole=False)
    ends = _likely(((year, month, day),), whole=False)
    return ds.between(ds.earliest(begins), ds.latest(ends)) if begins and ends else ds.NEVER


def is_swapped(year: int) -> bool:
    """Whether a far year is one of our time with two figures swapped: 2202 for 2022."""
    figures = str(year)
    swaps = (figures[:at] + figures[at + 1] + figures[at] + figures[at + 2 :] for at in range(3))
    return any(int(one) in _OUR_TIME for one in swaps)
