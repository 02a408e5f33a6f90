"""Days of an unusual print: "12/Mar/2021", "12. 3. 2021", "20210312T1015", "timestamp: 1615500000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from data_model import days as ds
from data_model.find.date_readings import Absolute
from data_model.find.foreign_days import ForeignDate

_YEAR = r"(?:19|20)\d\d"
_ODD = re.compile(
    rf"""(?<![\w/.-])(?:
    (?P<day>\d\d?)(?P<_s>[-/.])(?P<month>[^\W\d_]{{3,9}})(?P=_s)(?P<year>{_YEAR})(?![\w/-])
    |(?P<year2>{_YEAR})(?P<_t>[-/.])(?P<month2>[^\W\d_]{{3,9}})(?P=_t)(?P<day2>\d\d?)(?![\w/-])
    |(?P<day4>\d\d?)\.[ \u00a0](?P<month4>\d\d?)\.[ \u00a0](?P<year4>{_YEAR})(?![\w/-])
    |(?P<year5>{_YEAR})\.[ \u00a0](?P<month5>\d\d?)\.[ \u00a0](?P<day5>\d\d?)(?![\w/-])
    |(?P<year3>{_YEAR})(?P<month3>0[1-9]|1[0-2])(?P<day3>[0-3]\d)T\d{{4,6}}Z?(?!\w)
    )""",
    re.VERBOSE,
)
# So many seconds since 1970 are a day only where it is said: nine figures of a telephone look the same.
_UNIX = re.compile(
    r"(?<![^\W_])(?:timestamp|unix[ _]?time|epoch|utime)[\"']?(?:\s*[:=]\s*|\s+)[\"']?"
    r"(?P<seconds>[12]\d{9})(?:\d{3})?(?![\d.,]*\d)",
    re.IGNORECASE,
)


def find_odd_figures(text: str, months: Mapping[str, int]) -> Iterator[ForeignDate]:
    """Days that figures alone tell in an unusual print, or with the name of a month between signs.

    Args:
        text: The text.
        months: The months by their names, in small letters.
    """
    for found in _ODD.finditer(text):
        year, month, day = (
            next(value for name, value in found.groupdict().items() if value and name.startswith(part))
            for part in ("year", "month", "day")
        )
        number = int(month) if month.isdigit() else months.get(month.lower(), 0)
        if when := day_or_none(int(year), number, int(day)):
            yield ForeignDate(*found.span(), Absolute(ds.one_day(when), "day"))
    for found in _UNIX.finditer(text):
        when = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(found["seconds"]))).date()
        note = "seconds since 1970, in Greenwich"
        yield ForeignDate(*found.span("seconds"), Absolute(ds.one_day(when), "day", note=note))


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
