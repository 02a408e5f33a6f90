"""Days that the address of a page tells: dates in its path, a Unix time or a year behind its number.

Only what is surely a date of publication counts: a whole part of the path, or digits at its end. A
year inside a title ("exercise-in-2018") is what the page is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from data_model import days as ds
from data_model.days import Days
from data_model.knowledge.date_words import date_languages, load_date_words

_FIRST, _LAST = 1990, 2100
_MONTHS = range(1, 13)
# 2023/11/20, 2023-11-20, 2023_11_20; no digit may touch it.
_WHOLE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sign>[/_.-])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)(?!\d)"
)
_TURNED = re.compile(
    r"(?<!\d)(?P<day>\d\d?)(?P<sign>[/_.-])(?P<month>\d\d?)(?P=sign)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_PACKED = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_MONTH = re.compile(r"(?:^|/)(?P<year>(?:19|20)\d\d)[/_-](?P<month>\d\d)(?=/|$)")
_MONTH_TURNED = re.compile(r"(?:^|/)(?P<month>\d\d)[_-]?(?P<year>(?:19|20)\d\d)(?=/)")
_YEAR = re.compile(r"(?:^|/)(?P<year>(?:19|20)\d\d)(?=/)|-\d{4,}-(?P<last>(?:19|20)\d\d)/?$")
# 2014/nov/21, 2014-nov-21; "may-12-2015" only as a whole part: in a title it is what the page is about.
_SIGN, _NAME, _YEAR_FIGURES = r"(?P<sign>[/_.-])", r"(?P<name>[^\W\d_]{3,12})\.?", r"(?P<year>(?:19|20)\d\d)"
_NAMED_DAYS = (
    re.compile(rf"(?<!\d){_YEAR_FIGURES}{_SIGN}{_NAME}(?P=sign)(?P<day>\d\d?)(?!\d)"),
    re.compile(rf"(?:^|/)(?P<day>\d\d?){_SIGN}{_NAME}(?P=sign){_YEAR_FIGURES}(?=[/.]|$)"),
    re.compile(rf"(?:^|/){_NAME}{_SIGN}(?P<day>\d\d?)(?P=sign){_YEAR_FIGURES}(?=[/.]|$)"),
)
_NAMED_MONTHS = (
    re.compile(rf"(?:^|/){_YEAR_FIGURES}[/_.-]?{_NAME}(?=/|$)"),
    re.compile(rf"(?:^|/){_NAME}[_.-]?{_YEAR_FIGURES}(?=/|$)"),
)
# Seconds since 1970, at the end of a part of the path.
_SECONDS = re.compile(r"(?:^|[/_-])(1\d{9})(?=[/.]|$)")
# Where a page is made it may be the day before or after that of Greenwich.
_HOURS = 6


@dataclass(frozen=True, slots=True)
class AddressDate:
    """The days on which a page was put at its address.

    Attributes:
        days: The days.
        text: The piece of the address that says so.
        precision: day · month · year.
    """

    days: Days
    text: str
    precision: str


def find_address_date(address: str) -> AddressDate | None:
    """The closest date an address tells; None when it tells none, or two that contradict."""
    path = unquote(urlsplit(address).path)
    found = [*_days_in(path), *_seconds_in(path)]
    if not found:
        found = list(_months_in(path)) or list(_years_in(path))
    agreed = [one for one in found if ds.overlap(one.days, found[0].days)]
    return found[0] if found and len(agreed) == len(found) else None


def _days_in(path: str) -> list[AddressDate]:
    found = []
    for pattern in (_WHOLE, _TURNED, _PACKED):
        for match in pattern.finditer(path):
            days = ds.each_year(int(match["month"]), int(match["day"]), _one(match["year"]))
            if days:
                found.append(AddressDate(days, match.group(), "day"))
    for match in (one for pattern in _NAMED_DAYS for one in pattern.finditer(path)):
        month = _month_names().get(match["name"].lower())
        if month and (days := ds.each_year(month, int(match["day"]), _one(match["year"]))):
            found.append(AddressDate(days, match.group().strip("/"), "day"))
    return found


@lru_cache(maxsize=1)
def _month_names() -> Mapping[str, int]:
    """The names of months in every language, whole and short; without those that two languages part over."""
    found: dict[str, set[int]] = {}
    for language in date_languages():
        for word, meanings in load_date_words(language).alone.items():
            if "month" in meanings:
                found.setdefault(word, set()).add(meanings["month"].number)
    return {word: months.pop() for word, months in found.items() if len(months) == 1}


def _seconds_in(path: str) -> list[AddressDate]:
    found = []
    for match in _SECONDS.finditer(path):
        moment = datetime.fromtimestamp(int(match.group(1)), UTC)
        first, last = ((moment + timedelta(hours=by)).date() for by in (-_HOURS, _HOURS))
        found.append(AddressDate(ds.between(first, last), match.group(1), "day"))
    return found


def _months_in(path: str) -> list[AddressDate]:
    named = [
        AddressDate(ds.whole_month(int(match["year"]), month), match.group().strip("/"), "month")
        for pattern in _NAMED_MONTHS
        for match in pattern.finditer(path)
        if (month := _month_names().get(match["name"].lower())) and _one(match["year"])
    ]
    return named + [
        AddressDate(
            ds.whole_month(int(match["year"]), int(match["month"])), match.group().strip("/"), "month"
        )
        for pattern in (_MONTH, _MONTH_TURNED)
        for match in pattern.finditer(path)
        if int(match["month"]) in _MONTHS and _FIRST <= int(match["year"]) < _LAST
    ]


def _years_in(path: str) -> list[AddressDate]:
    return [
        AddressDate(ds.whole_year(int(year)), year, "year")
        for match in _YEAR.finditer(path)
        if _FIRST <= int(year := match["year"] or match["last"]) <= date.max.year
    ]


def _one(year: str) -> range:
    return range(int(year), int(year) + 1) if _FIRST <= int(year) < _LAST else range(0)
