"""Dates in languages without a file of date words.

A window of day, month and perhaps year is cut by the names of the months ("12 de marzo de 2021",
"2021年3月12日"), then `dateparser` must read it as that very day, with the language fixed, or it is no date.
Nothing is completed by it and nothing counted from today: a day without a year stays without one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from data_model import days as ds
from data_model.find.date_odd import day_or_none
from data_model.find.date_readings import Absolute, Reading, Yearless
from data_model.find.date_windows import Window
from data_model.find.foreign_days import ForeignDate, any_of, bound_of, find_day_words
from data_model.knowledge.foreign_words import ForeignWords, load_foreign_words

_NOTE = "read by dateparser"
_LONGEST = 64  # characters of a window
_LEAP_YEAR = 2000  # has every day a text may print without its year
_BEFORE = 12  # characters in which the number before the last of a list stands
_SETTINGS = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "DATE_ORDER": "DMY",
    "RELATIVE_BASE": datetime(_LEAP_YEAR, 1, 1),  # noqa: DTZ001 - all parts are printed: it is never used
}
_GAP = r"[ \u00a0\u202f]"
_OWN = r"(?<![^\W_])(?<!\d[.,:/-])"  # a number that is no part of a longer one
_ORDINAL = r"(?:\.?[ºª°]|-[^\W\d_]{1,3}(?![^\W_])|\.)?"
_DASH = r"\s?[-\u2013\u2014]\s?"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
_CAPITAL_I = "\u0130"  # becomes two letters in small ones


@dataclass(frozen=True, slots=True)
class _Window:
    """Day, month and year as they are printed; 0 for what is not.

    Attributes:
        start: Offset of the first character.
        stop: Offset behind the last character.
        first: The first day of a range or list of days.
        day: The day, or the last of them.
        month: The month.
        year: The year.
        weekday: The weekday printed with it, Monday is 0.
    """

    start: int
    stop: int
    first: int
    day: int
    month: int
    year: int
    weekday: int | None


def find_foreign(text: str, language: str) -> tuple[ForeignDate, ...]:
    """The dates of a text in a language without a file of ours, in order, none inside another."""
    words = load_foreign_words(language)
    if words is None:
        return ()
    low = _folded(text)
    windows = [one for one in _windows(low, words) if _is_read(one, words)]
    dates = [*_dates(low, windows, words), *find_day_words(low, words)]
    kept: list[ForeignDate] = []
    for one in sorted(dates, key=lambda one: (one.start, -one.stop)):
        if not kept or kept[-1].stop <= one.start:
            kept.append(one)
    return tuple(kept)


def _folded(text: str) -> str:
    """Small letters and our figures; the length never changes."""
    low = text.replace(_CAPITAL_I, "i").lower()
    low = low if len(low) == len(text) else text
    strange = [one for one in set(low) if one.isdecimal() and not one.isascii()]
    return low.translate({ord(one): str(unicodedata.decimal(one)) for one in strange})


def _windows(low: str, words: ForeignWords) -> Iterator[_Window]:
    """Everything that may be a date of a day or a month with its year."""
    for found in (_signed if words.signs else _worded)(words).finditer(low):
        parts = found.groupdict()
        name = parts.get("name")
        month = int(parts["month"]) if name is None else _month(name, words)
        if parts.get("twin") and _month(parts["twin"], words) != month:
            continue
        one = _Window(
            *found.span(),
            first=int(parts.get("first") or 0),
            day=int(parts["day"] or parts.get("late") or 0),
            month=month,
            year=int(parts["year"] or parts.get("lead") or 0),
            weekday=words.weekdays.get(parts.get("weekday") or ""),
        )
        listed = one.day and _listed(words).search(low, max(0, one.start - _BEFORE), one.start)
        if not listed and one.stop - one.start <= _LONGEST and (one.year or name not in words.short):
            yield one


def _month(name: str, words: ForeignWords) -> int:
    return words.months.get(name) or words.short[name]


def _is_read(one: _Window, words: ForeignWords) -> bool:
    """Whether dateparser reads the same day; a month needs its year, a stretch two days in order."""
    if not one.day:
        return bool(one.year) and 0 < one.month <= 12  # noqa: PLR2004 - months
    when = day_or_none(one.year or _LEAP_YEAR, one.month, one.day)
    return when is not None and one.first < one.day and _reads(words, when)


@lru_cache(maxsize=4096)
def _reads(words: ForeignWords, when: date) -> bool:
    import dateparser

    if words.signs:
        told = "".join(
            f"{part}{sign}" for part, sign in zip((when.year, when.month, when.day), words.signs, strict=True)
        )
    else:
        told = f"{when.day} {next(name for name, at in words.months.items() if at == when.month)} {when.year}"
    found = dateparser.parse(told, languages=[words.code], settings=_SETTINGS)
    return found is not None and found.date() == when


def _dates(low: str, windows: list[_Window], words: ForeignWords) -> Iterator[ForeignDate]:
    """Windows as dates; two days joined by "to" or "and" are one: "28 de febrero al 2 de marzo de 2023"."""
    rest = iter([*windows, None])
    before = next(rest)
    while before is not None:
        one = next(rest)
        if one is not None and _belong(low, before, one, words):
            reading, stop, one = _stretch(before, one), one.stop, next(rest)
        else:
            reading, stop = _reading(before), before.stop
        if reading is not None:
            yield ForeignDate(before.start, stop, reading, bound_of(low, before.start, words))
        before = one


def _belong(low: str, one: _Window, other: _Window, words: ForeignWords) -> bool:
    """Whether the first of two days is printed without a year because the second has it."""
    days = one.day and other.day and not (one.first or one.year or other.first)
    return bool(days) and _between(words).fullmatch(low, one.stop, other.start) is not None


def _reading(one: _Window) -> Reading | None:
    if not one.day:
        return Absolute(ds.whole_month(one.year, one.month), "month", note=_NOTE)
    if one.first:
        return _stretch(one, one)
    if not one.year:
        place = Window(one.month, one.day, one.month, one.day)
        return Yearless((place,), "day", weekday=one.weekday, note=_NOTE)
    day = ds.one_day(date(one.year, one.month, one.day))
    return Absolute(day, "day", weekday=one.weekday, note=_NOTE)


def _stretch(one: _Window, other: _Window) -> Reading | None:
    """From the one day to the other; whether it lasted or was on some of them the words are not asked."""
    begin = one.first or one.day
    if not other.year:
        place = Window(one.month, begin, other.month, other.day)
        return Yearless((place,), "range", note=_NOTE)
    first = day_or_none(other.year - (one.month > other.month), one.month, begin)
    last = date(other.year, other.month, other.day)
    return Absolute(ds.between(first, last), "range", note=_NOTE) if first and first < last else None


@lru_cache(maxsize=16)
def _signed(words: ForeignWords) -> re.Pattern[str]:
    """Figures with a sign behind each: "2021年3月12日"."""
    year, month, day = tuple(words.signs)
    return re.compile(
        rf"(?:(?<!\d)(?P<year>{_YEAR}){_GAP}?{year}{_GAP}?)?(?<!\d)(?P<month>\d\d?){_GAP}?{month}"
        rf"(?:{_GAP}?(?P<day>\d\d?){_GAP}?{day})?"
    )


@lru_cache(maxsize=16)
def _worded(words: ForeignWords) -> re.Pattern[str]:
    """The name of a month with figures beside it: "viernes, 12 de marzo de 2021", "2021 жылғы 12 наурыз"."""
    gap = rf"(?:{_GAP}*[,.]?{_GAP}*(?:(?:{any_of(words.glue)})[.]?{_GAP}*){{0,2}})"
    short = rf"(?:[^\W\d_]{{1,3}}{_GAP}+)?"  # an article
    weekday = rf"(?:(?<![^\W_])(?P<weekday>{any_of(tuple(words.weekdays))})(?:{_GAP}*,|[.])?{_GAP}+{short})?"
    lead = rf"(?:(?<!\d)(?P<lead>{_YEAR}){gap})?" if words.year_first else ""
    between = rf"(?:{_DASH}|{_GAP}+(?:{any_of(words.between)}){_GAP}+){short}"
    day = rf"(?:{_OWN}(?:(?P<first>\d\d?){_ORDINAL}{between})?(?P<day>\d\d?)(?!\d){_ORDINAL}{gap})?"
    names = any_of((*words.months, *words.short))
    month = rf"(?<![^\W\d_])(?P<name>{names})(?:{any_of(words.suffixes)})?(?![^\W_])"
    # Arabic prints the names of east and west side by side.
    twin = rf"(?:{_GAP}?[/(]{_GAP}?(?P<twin>{names})(?![^\W_])\)?)?"
    late = rf"(?(lead)(?:{gap}(?P<late>\d\d?)(?![\d:]))?)" if words.year_first else ""
    return re.compile(rf"{weekday}{lead}{day}{month}{twin}{late}(?:\.?{gap}(?P<year>{_YEAR}))?")


@lru_cache(maxsize=16)
def _between(words: ForeignWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{_DASH}|\s+(?:{any_of(words.between)})\s+)(?:[^\W\d_]{{1,3}}\s+)?")


@lru_cache(maxsize=16)
def _listed(words: ForeignWords) -> re.Pattern[str]:
    """A number in front that is a day of the same list, the rest of which is not read."""
    return re.compile(rf"(?<![\d:.])\d\d?[.ºª°]?(?:\s*[,;]\s*|\s+(?:{any_of(words.between)})\s+|{_DASH}|/)$")
