"""EventDate: when something happened, and what is not known about it.

Written as EDTF (ISO 8601-2:2019, level 1, plus the one-of sets `[a,b]`, `[a..b]` of level 2):

* `2023-06-08`               that day
* `2014`, `2014-06`          some time in that year or month
* `2015-06-12/2015-06-28`    it lasted from the one to the other
* `[2018-09-04,2019-09-04]`  one of these days
* `[2018-04-09..2019-09-04]` some time between these days
* `[2023-06-08..]`           on that day or later
* `XXXX-09-04`, `XXXX-XX-XX` any year; nothing known
* `2009~`, `2009?`           about then; perhaps then
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from data_model import days as ds
from data_model.days import Days, Span
from data_model.errors import DateError

UNKNOWN = "XXXX-XX-XX"
BASES = ("stated", "completed", "relative", "inferred", "publication", "unknown")
PRECISIONS = (
    "day", "range", "week", "month", "season", "quarter", "year", "decade", "century", "open", "unknown",
)  # fmt: skip
# Northern-hemisphere quarters of EDTF season codes 21-24; winter is the one that begins the year.
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
# Years an unspecified digit may stand for: wide enough for news, small enough to enumerate.
_YEARS = range(1900, 2101)
_MOST_ALTERNATIVES = 80
_ONE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?[?~%]?")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a date is what it is.

    Attributes:
        why: A sentence for a person.
        start: Offset of the words it came from, None for a reason outside the text.
        stop: Offset behind those words.
        entry: The knowledge entry it rests on, as `file:key`, or None.
    """

    why: str
    start: int | None = None
    stop: int | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class EventDate:
    """A date with its doubt.

    Attributes:
        edtf: The value; `earliest`, `latest` and `spans` follow from it.
        precision: The size of one alternative: day, range (it lasted), month, … open, unknown.
        basis: stated · completed (year or month from context) · relative · inferred ·
            publication (only when asked for) · unknown.
        reasons: What it rests on, in order.
        wording: The words of the text that gave it, "" when there are none.
    """

    edtf: str = UNKNOWN
    precision: str = "unknown"
    basis: str = "unknown"
    reasons: tuple[Reason, ...] = ()
    wording: str = ""

    @property
    def spans(self) -> Days:
        """Every day the date allows, as a set of days."""
        return days_of_edtf(self.edtf)

    @property
    def earliest(self) -> date | None:
        """The first possible day, None when unbounded."""
        return None if self.edtf.startswith("XXXX") else ds.earliest(self.spans)

    @property
    def latest(self) -> date | None:
        """The last possible day, None when unbounded."""
        return None if self.edtf.startswith("XXXX") else ds.latest(self.spans)

    @property
    def placed(self) -> bool:
        """Whether it can stand on a time axis: one bounded run of days, no guess among several."""
        return len(self.spans) == 1 and self.earliest is not None and self.latest is not None

    @property
    def approximate(self) -> bool:
        """Whether the value carries an EDTF qualifier of doubt."""
        return any(sign in self.edtf for sign in "?~%")

    def because(self, *reasons: Reason) -> EventDate:
        """The same date with further reasons."""
        return replace(self, reasons=(*self.reasons, *reasons))

    def overlaps(self, other: EventDate) -> bool:
        """Whether both can be true of one day."""
        return bool(ds.intersect(self.spans, other.spans))

    def contains(self, day: date) -> bool:
        """Whether the date allows that day."""
        return ds.contains(self.spans, day)

    def before(self, other: EventDate) -> bool:
        """Whether it is surely over before the other begins; unknown bounds are never sure."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest


def date_of_days(  # noqa: PLR0913 - the six facts of one value
    days: Days,
    *,
    basis: str,
    precision: str | None = None,
    lasting: bool = False,
    approximate: bool = False,
    reasons: Iterable[Reason] = (),
    wording: str = "",
) -> EventDate:
    """The EventDate of a set of days.

    Args:
        days: The days allowed.
        basis: One of `BASES`.
        precision: One of `PRECISIONS`; read off the set when not given.
        lasting: Whether a run means that it lasted, not that the day in it is unknown.
        approximate: Whether to mark the value `~`; of a run its end.
        reasons: What it rests on.
        wording: The words that gave it.

    Raises:
        DateError: If the set is empty: contradicting clues are the caller's to settle.
    """
    if not days:
        msg = "an empty set of days is no date: the clues contradict each other"
        raise DateError(msg)
    edtf = edtf_of_days(days, lasting=lasting)
    if approximate and edtf[0] != "[" and not edtf.startswith("XXXX"):
        edtf += "~"
    return EventDate(edtf, precision or precision_of(edtf), basis, tuple(reasons), wording)


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
        # More days than anyone reads: the month of any year, if it is one month, else nothing told.
        months = {day.month for span in days for day in span if day is not None}
        return f"XXXX-{months.pop():02}-XX" if len(months) == 1 else UNKNOWN
    parts = (_whole(s) or f"{_open(s.first)}..{_open(s.last)}" for s in days)
    return f"[{','.join(parts)}]"


def _yearless(days: Days) -> str | None:
    """`XXXX-MM-DD` for the same day in every year of the horizon."""
    if len(days) < len(_YEARS) // 5 or any(s.first is None or s.first != s.last for s in days):
        return None
    calendar_days = {(s.first.month, s.first.day) for s in days if s.first}
    month, day = next(iter(calendar_days))
    every = len(days) > _MOST_ALTERNATIVES or days == ds.each_year(month, day, _YEARS)
    return f"XXXX-{month:02}-{day:02}" if every and len(calendar_days) == 1 else None


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
    if month in _SEASONS:
        return ds.union(*(_season(y, month) for y in years))
    months = [m for m in range(1, 13) if _fits(month, f"{m:02}")]
    if day == "XX":
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
        return [int(pattern)]
    if pattern == "XXXX":
        return list(_YEARS)
    lowest, highest = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    return [y for y in range(max(lowest, 1), highest + 1) if _fits(pattern, f"{y:04}")]


def _season(year: int, code: str) -> Days:
    first, last = _SEASONS[code]
    return ds.between(date(year, first, 1), ds.month_end(year + (last < first), last))


def _fits(pattern: str, digits: str) -> bool:
    return all(p in ("X", d) for p, d in zip(pattern, digits, strict=True))
