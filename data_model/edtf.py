"""EDTF in and out: the text form of a set of days.

Written as EDTF (ISO 8601-2:2019, level 1, plus the one-of sets `[a,b]`, `[a..b]` of level 2):

* `2023-06-08`               that day
* `2014`, `2014-06`          some time in that year or month
* `2015-06-12/2015-06-28`    it lasted from the one to the other
* `[2018-09-04,2019-09-04]`  one of these days
* `[2018-04-09..2019-09-04]` some time between these days
* `[2023-06-08..]`           on that day or later
* `2014/..`, `../2013`       from then on; up to then
* `15XX-12-25`               that day in one year of a century
* `XXXX-09-04`, `XXXX-XX-XX` any year; nothing known
* `2009~`, `2009?`           about then; perhaps then
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from data_model import days as ds
from data_model.days import Days, Span
from data_model.errors import DateError

UNKNOWN = "XXXX-XX-XX"
# Northern-hemisphere quarters of EDTF season codes 21-24; winter is the one that begins the year.
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
# Years an unspecified digit may stand for: wide enough for news, small enough to enumerate.
_YEARS = range(1900, 2101)
_MOST_ALTERNATIVES = 80
_ONE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?[?~%]?")


def edtf_of_days(days: Days, *, lasting: bool = False) -> str:
    """The shortest EDTF value for a set of days."""
    if days in (ds.ANY, ds.NEVER):
        return UNKNOWN
    if (yearless := _yearless(days)) is not None:
        return yearless
    if len(days) == 1:
        first, last = days[0]
        if (whole := _whole(days[0])) is not None:
            return whole
        if lasting:
            return f"{_iso(first)}/{_iso(last)}"
        return f"[{_open(first)}..{_open(last)}]"
    if len(days) > _MOST_ALTERNATIVES:
        return _any_year(days)
    parts = (_whole(s) or f"{_open(s.first)}..{_open(s.last)}" for s in days)
    return f"[{','.join(parts)}]"


def _any_year(days: Days) -> str:
    """More days than anyone reads: the day or month of any year, if it is one, else nothing told."""
    first, last = ds.earliest(days), ds.latest(days)
    outside = first is None or last is None or first.year not in _YEARS or last.year not in _YEARS
    # A day of any year, counted on by some days, may leave the years that `XXXX` stands for at one end.
    if outside and len(days) < len(_YEARS) - 2:
        return f"[{_open(first)}..{_open(last)}]"
    places = {(day.month, day.day) for span in days for day in span if day is not None}
    months = {month for month, _ in places}
    if len(months) > 1:
        return UNKNOWN
    return f"XXXX-{months.pop():02}-" + (f"{places.pop()[1]:02}" if len(places) == 1 else "XX")


def _yearless(days: Days) -> str | None:
    """`XXXX-MM-DD` for the same day in every year of the horizon, `15XX-MM-DD`, `15XX-MM` for a century."""
    first, last = days[0]
    if len(days) <= len(_YEARS) // 5 or first is None or last is None:
        return None
    place = f"{first:%m-%d}" if first == last else f"{first:%m}"
    values = (f"{first.year // 100:02}XX-{place}", f"XXXX-{place}")
    return next((value for value in values if days_of_edtf(value) == days), None)


def _whole(span: Span) -> str | None:
    """A run that is exactly a day, month, year, decade or century."""
    first, last = span
    if first is None or last is None:
        return None
    if first == last:
        return first.isoformat()
    if (first.day, last) == (1, ds.month_end(last.year, last.month)):
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.year:04}-{first.month:02}"
        if (first.month, last.month) == (1, 12):
            size = last.year - first.year + 1
            if size == 1:
                return f"{first.year:04}"
            if size in (10, 100) and first.year % size == 0:
                return f"{first.year // size}".zfill(4 - len(str(size)) + 1) + "X" * (len(str(size)) - 1)
    return None


def _iso(day: date | None) -> str:
    return ".." if day is None else day.isoformat()


def _open(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def precision_of(edtf: str) -> str:
    """The precision an EDTF value speaks of: that of its first alternative."""
    value = edtf.strip("[]{}").rstrip("?~%")
    if value in (UNKNOWN, "XXXX", ""):
        return "unknown"
    if "/" in value or ".." in value:
        return "open" if None in (days_of_edtf(edtf)[0].first, days_of_edtf(edtf)[-1].last) else "range"
    one = value.split(",", maxsplit=1)[0]
    if len(one) == len("2014-06") and one[-2:] in _SEASONS:
        return "season"
    names = {"2014-06-01": "day", "2014-06": "month", "2014": "year"}
    size = next(name for shape, name in names.items() if len(shape) == len(one))
    if size == "year" and one.endswith("X"):
        return "century" if one.endswith("XX") else "decade"
    return size


@lru_cache(maxsize=4096)
def days_of_edtf(edtf: str) -> Days:
    """Every day an EDTF value allows.

    Raises:
        DateError: If the value is not of the EDTF subset this module writes and reads.
    """
    value = edtf.strip()
    if value[:1] in ("[", "{") and value[-1:] in ("]", "}"):
        return ds.union(*(_run(part.strip(), "..") for part in value[1:-1].split(",")))
    if "/" in value:
        return _run(value.replace("..", ""), "/")
    return _one(value)


def _run(part: str, sign: str) -> Days:
    if sign not in part:
        return _one(part)
    left, _, right = part.partition(sign)
    first = ds.earliest(_one(left)) if left else None
    last = ds.latest(_one(right)) if right else None
    found = ds.between(first, last)
    if not found:
        msg = f"{part!r} ends before it begins"
        raise DateError(msg)
    return found


def _one(value: str) -> Days:
    match = _ONE.fullmatch(value)
    if match is None:
        msg = f"{value!r} is not an EDTF date; expected for example 2023-06-08, 2014-06, 2014, XXXX-09-04"
        raise DateError(msg)
    year, month, day = match["year"], match["month"] or "XX", match["day"] or "XX"
    if "X" not in year + month + day and month not in _SEASONS:
        found = ds.each_year(int(month), int(day), range(int(year), int(year) + 1))  # the usual case, fast
        if found:
            return found
    if year == "XXXX" and month == "XX":
        return ds.ANY
    years = _years(year)
    months = [m for m in range(1, 13) if _fits(month, f"{m:02}")]
    if month in _SEASONS:
        found = ds.union(*(_season(y, month) for y in years))
    elif day == "XX":
        found = ds.union(*(ds.whole_month(y, m) for y in years for m in months))
    else:
        numbers = [d for d in range(1, 32) if _fits(day, f"{d:02}")]
        found = ds.union(
            *(ds.each_year(m, d, range(y, y + 1)) for y in years for m in months for d in numbers)
        )
    if not found:
        msg = f"{value!r} is not a day of the calendar"
        raise DateError(msg)
    return found


def _years(pattern: str) -> list[int]:
    """The years a pattern allows: all of a decade or century, those of the horizon for `XXXX`."""
    if "X" not in pattern:
        return [int(pattern)] if int(pattern) else []  # there was no year 0
    if pattern == "XXXX":
        return list(_YEARS)
    lowest, highest = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    return [y for y in range(max(lowest, 1), highest + 1) if _fits(pattern, f"{y:04}")]


def _season(year: int, code: str) -> Days:
    first, last = _SEASONS[code]
    year_of_end = year + (last < first)
    ends = ds.month_end(year_of_end, last) if year_of_end <= ds.LAST.year else ds.LAST
    return ds.between(date(year, first, 1), ends)


def _fits(pattern: str, digits: str) -> bool:
    return all(p in ("X", d) for p, d in zip(pattern, digits, strict=True))
