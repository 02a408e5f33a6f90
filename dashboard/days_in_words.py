"""Dates as a person writes them: `8 June 2023`, `4 September, 2018 or 2019`, `about 2009`.

The words say exactly what the EDTF value says, neither more nor less.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from data_model import DateError, EventDate

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
UNDATED = "no date"
# A longer list of days is told by its size and ends.
LISTED = 4
WHOLE_YEAR = 364  # days between the first and last of it


def day_in_words(day: date) -> str:
    """`8 June 2023`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """`8 Jun 2023`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def days_between(first: date, last: date) -> str:
    """`12–28 June 2015`, without saying month or year twice; whole months and years by name."""
    if first == last:
        return day_in_words(first)
    if (whole := _whole(first, last)) is not None:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


def months_in_words(first: date, last: date) -> str:
    """`Jun 2023`, `May – Jun 2023`, `2019–2026`: a stretch told by its months, a long one by its years."""
    start, stop = f"{MONTHS[first.month - 1][:3]}", f"{MONTHS[last.month - 1][:3]} {last.year}"
    if last.year - first.year > 1:
        return f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{start} {first.year} – {stop}"
    return stop if first.month == last.month else f"{start} – {stop}"


def _whole(first: date, last: date) -> str | None:
    """A run that is exactly a month, year, decade or century."""
    after = last + timedelta(days=1) if last < date.max else None
    if after is None or first.day != 1 or after.day != 1:
        return None
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 1:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first.month != 1 or months % 12:
        return None
    years = months // 12
    if years == 1:
        return str(first.year)
    if years == 10 and first.year % 10 == 0:  # noqa: PLR2004 - a decade
        return f"the {first.year}s"
    if years == 100 and first.year % 100 == 0:  # noqa: PLR2004 - a century
        return f"the {first.year}s"
    return f"{first.year}–{last.year}"


@lru_cache(maxsize=16_384)
def date_in_words(edtf: str) -> str:
    """An EDTF value in words."""
    value = edtf.strip()
    try:
        spans = EventDate(value).spans
    except DateError:
        return UNDATED
    doubt = _doubt(value)
    if value.startswith("XXXX"):
        return doubt + _yearless(value.rstrip("?~%"))
    if (season := _season(value.rstrip("?~%"))) is not None:
        return doubt + season
    if len(spans) == 1:
        return doubt + _one_run(value, *spans[0])
    return doubt + _several([(span.first, span.last) for span in spans])


def _doubt(value: str) -> str:
    if "%" in value:
        return "perhaps about "
    if "~" in value:
        return "about "
    return "perhaps " if "?" in value else ""


def _yearless(value: str) -> str:
    _, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    if not month.isdigit():
        return UNDATED
    name = SEASONS.get(month) or MONTHS[int(month) - 1]
    return f"{int(day)} {name}, year unknown" if day.isdigit() else f"{name}, year unknown"


def _season(value: str) -> str | None:
    year, _, code = value.partition("-")
    return f"{SEASONS[code]} {year}" if code in SEASONS else None


def _one_run(value: str, first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return UNDATED
    if first is None and last is not None:
        return f"{day_in_words(last)} or earlier"
    if last is None and first is not None:
        return f"{day_in_words(first)} or later"
    if first is None or last is None:  # both are known by now
        return UNDATED
    if value.startswith(("[", "{")) and first != last and _whole(first, last) is None:
        return f"between {day_in_words(first)} and {day_in_words(last)}"
    return days_between(first, last)


def _several(runs: Sequence[tuple[date | None, date | None]]) -> str:
    told = [_run(first, last) for first, last in runs]
    yearly = {_without_year(first, last) for first, last in runs}
    same = next(iter(yearly)) if len(yearly) == 1 else ""
    if same:
        years = [str(first.year) for first, _ in runs if first is not None]
        if len(years) <= LISTED:
            return f"{same}{', ' if same[0].isdigit() else ' '}{_either(years)}"
        if any(first != last for first, last in runs):
            return f"{same} of one year in {years[0]}–{years[-1]}"
        return f"{same}, year unknown ({years[0]}–{years[-1]})"
    if len(told) <= LISTED:
        return _either(told)
    ends = {(a.month, b.month) for a, b in runs if a is not None and b is not None and a.year == b.year}
    first, last = runs[0][0], runs[-1][0]
    # Months tell all of them when only the days differ, as they do around a leap day.
    if (
        len(ends) == 1
        and first is not None
        and last is not None
        and len({a.year for a, _ in runs if a}) == len(runs)
    ):
        start, stop = (MONTHS[month - 1][:3] for month in ends.pop())
        span = start if start == stop else f"{start}–{stop}"
        return f"{span} of one year in {first.year}–{last.year}"
    return f"one of {len(told)} possible times, {told[0]} to {told[-1]}"


def _without_year(first: date | None, last: date | None) -> str:
    """`12 April`, `21 August – 4 September`, `Feb–Apr`: what a run of one year shares with other years."""
    if first is None or last is None or first.year != last.year:
        return ""
    if (last - first).days >= WHOLE_YEAR:
        return ""
    start, stop = MONTHS[first.month - 1], MONTHS[last.month - 1]
    if first == last:
        return f"{first.day} {start}"
    if first.day == 1 and last < date.max and (last + timedelta(days=1)).day == 1:
        return start if first.month == last.month else f"{start[:3]}–{stop[:3]}"
    if first.month == last.month:
        return f"{first.day}–{last.day} {start}"
    return f"{first.day} {start} – {last.day} {stop}"


def _run(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        return days_between(first, last)
    return _one_run("", first, last)


def _either(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
