"""The date a source gives beside a text: a day, month or year, a time with a zone, e-mail style, Unix time.

A day is handed on as a day; what is less sharp as EDTF: "2018-05", "2018", "[2018-03-05,2018-05-03]".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from data_model import days as ds
from data_model.edtf import days_of_edtf, edtf_of_days
from data_model.errors import DateError

EXPECTED = (
    "expected a day such as 2023-06-08, a month 2023-06, a year 2023, an ISO or e-mail time, or Unix time"
)
# Numbers below are no Unix times of pages: the first second is of 1973, the last of the year 2100.
_SECONDS, _MILLISECONDS = range(100_000_000, 4_102_444_800), range(100_000_000_000, 4_102_444_800_000)
_PACKED_DAYS, _YEARS = range(19_000_101, 21_001_232), range(1000, 3000)
_WITH_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ORDERED = re.compile(r"\s*(\d{1,2})[/. -](\d{1,2})[/. -]\d{4}(?!\d)")
_POINTED, _MONTHS = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"), 12
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
# What the library fills in for what was not said shows where these two differ.
_FILLS = (datetime(2001, 1, 1), datetime(2002, 2, 2))  # noqa: DTZ001 - no point in time, only a filling


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A field that could not be read: it is left out, its record is kept.

    Attributes:
        source: The file and line.
        field: The field.
        value: What stood there.
        expected: What would have been read.
    """

    source: str
    field: str
    value: object
    expected: str

    @property
    def why(self) -> str:
        """In words for a person."""
        return f"`{self.field}` is {self.value!r} and was left out; {self.expected}"

    def __str__(self) -> str:
        """With the source in front."""
        return f"{self.source}: {self.why}"


@dataclass(frozen=True, slots=True)
class TextNote:
    """Something about a text that was read all the same.

    Attributes:
        source: The file.
        why: What, in words for a person.
    """

    source: str
    why: str

    def __str__(self) -> str:
        """With the source in front."""
        return f"{self.source}: {self.why}"


OnNote = Callable[[ReadNote | TextNote], None]


def read_published(value: object, *, day_first: bool | None = None) -> date | str | None:
    """The day, or the EDTF of what is wider; None where nothing is given.

    Args:
        value: What was given.
        day_first: Whether 03/05/2018 is a day of May, where others beside it show that; both when None.

    Raises:
        DateError: If something is given that is no date.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(value)
    if not isinstance(value, str):
        raise DateError(EXPECTED)
    text = value.strip()
    if _FIGURES.fullmatch(text) and not text.startswith("0"):
        return _of_number(float(text) if "." in text else int(text))
    found = _of_iso(text) or _of_edtf(text) or _of_mail(text) or _of_words(text, day_first)
    # The first day of our era stands for "nothing" in many databases.
    if found is None or (isinstance(found, date) and found.year not in _YEARS):
        raise DateError(EXPECTED)
    return found


def _of_number(number: float) -> date | str:
    whole = int(number) if abs(number) < _MILLISECONDS.stop else 0
    if whole in _YEARS:
        return f"{whole}"
    if whole in _PACKED_DAYS and (day := _of_iso(f"{whole}")):
        return day
    if whole in _SECONDS or whole in _MILLISECONDS:
        seconds = whole if whole in _SECONDS else whole // 1000
        return datetime.fromtimestamp(seconds, UTC).date()
    raise DateError(EXPECTED)


def _of_iso(text: str) -> date | None:
    """The day as printed, whatever the zone: it is that of the place where the page was made."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _of_edtf(text: str) -> str | None:
    try:
        days = days_of_edtf(text)
    except DateError:
        return None
    first, last = ds.earliest(days), ds.latest(days)
    if text.startswith("XXXX"):
        return None  # a day of no year
    return text if first and last and first.year in _YEARS else None


def _of_mail(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except ValueError:
        return None


def order_of(values: Iterable[object]) -> bool | None:
    """Whether the day comes first in days in figures, as numbers above twelve show; else None."""
    found: set[bool] = set()
    for value in values:
        figures = _ORDERED.match(value) if isinstance(value, str) else None
        if figures and (int(figures[1]) > _MONTHS) != (int(figures[2]) > _MONTHS):
            found.add(int(figures[1]) > _MONTHS)
    return found.pop() if len(found) == 1 else None


def _of_words(text: str, day_first: bool | None) -> date | str | None:  # noqa: FBT001 - as above
    """As in "May 3, 2018", "May 2018"; two days where 03/05/2018 may be either."""
    from dateutil.parser import ParserError

    if not _WITH_YEAR.search(text):
        return None
    found: set[date] = set()
    # With points between them the day comes first everywhere.
    orders = (True,) if _POINTED.match(text) else (True, False) if day_first is None else (day_first,)
    for order in orders:
        try:
            one, other = (_filled(text, fill, day_first=order) for fill in _FILLS)
        except (ParserError, OverflowError):
            return None
        if one.year != other.year:
            return None
        if one.month != other.month:
            return f"{one.year:04}"
        if one.day != other.day:
            return f"{one.year:04}-{one.month:02}"
        found.add(one)
    if len(found) == 1:
        return found.pop()
    return edtf_of_days(ds.union(*map(ds.one_day, found)))


def _filled(text: str, fill: datetime, *, day_first: bool) -> date:
    from dateutil.parser import parse

    when: datetime = parse(text, default=fill, dayfirst=day_first, ignoretz=True)
    return when.date()
