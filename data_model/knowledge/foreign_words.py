"""Date words of a language without a file of its own: dateparser's names, the rest from `foreign.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from data_model.knowledge.files import read_file

_SHORT = 2  # letters: "12 mi" may be anything
_LONG = 5  # letters: a name of so many is no abbreviation
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_LISTS = (
    "suffixes", "glue", "between", "since", "until", "day_never_before", "weekday_never_after",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, eq=False)  # one a language: patterns are kept by it
class ForeignWords:
    """The date words of one language, in small letters.

    Attributes:
        code: What dateparser calls the language.
        months: The months by their names.
        short: The months by their abbreviations, which count only beside a year.
        weekdays: The weekdays by their names, Monday is 0.
        suffixes: Endings a month may have.
        glue: Words between day, month and year.
        between: Words between two days of one month.
        since: Words in front of a date that make it a beginning.
        until: Words in front of a date that make it an end.
        days: How many days away day words are: yesterday is -1.
        day_never_before: Words behind "today" that make it "nowadays".
        weekday_never_after: Words in front of a weekday that make it any, or one to come.
        past: Words that set a sentence in the past.
        past_endings: Endings of verbs in the past.
        future: Words that set a sentence in the future.
        future_endings: Endings of verbs in the future.
        signs: The signs of year, month and day behind their figures, "" where words are used.
        year_first: Whether the year may stand in front of the day.
    """

    code: str
    months: Mapping[str, int]
    short: Mapping[str, int]
    weekdays: Mapping[str, int]
    suffixes: tuple[str, ...]
    glue: tuple[str, ...]
    between: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    days: Mapping[str, int]
    day_never_before: tuple[str, ...]
    weekday_never_after: tuple[str, ...]
    past: tuple[str, ...]
    past_endings: tuple[str, ...]
    future: tuple[str, ...]
    future_endings: tuple[str, ...]
    signs: str
    year_first: bool


@lru_cache(maxsize=32)
def load_foreign_words(language: str) -> ForeignWords | None:
    """The date words of a language, None when dateparser does not know it."""
    from dateparser.languages.loader import default_loader

    own: dict[str, Any] = read_file("foreign.toml").get(language, {})
    code = own.get("code", language)
    try:
        known: Mapping[str, Any] = default_loader.get_locale(code).info
    except ValueError:
        return None
    months, short = _named(known, _MONTHS, _full_names(language, "months"), 1)
    months |= {name: int(number) for number, names in own.get("months", {}).items() for name in names}
    weekdays, _ = _named(known, _WEEKDAYS, _full_names(language, "days"), 0)
    return ForeignWords(
        code=code,
        months=months,
        short={name: number for name, number in short.items() if len(name) > _SHORT},
        weekdays=weekdays | {name: at for at, names in enumerate(own.get("weekdays", ())) for name in names},
        days=dict.fromkeys(own.get("yesterday", ()), -1) | dict.fromkeys(own.get("today", ()), 0),
        past=_tensed(own, "past", "words"),
        past_endings=_tensed(own, "past", "endings"),
        future=_tensed(own, "future", "words"),
        future_endings=_tensed(own, "future", "endings"),
        signs="".join(own.get("signs", ())),
        year_first=own.get("year_first", known.get("date_order", "") == "YMD"),
        **{name: tuple(own.get(name, ())) for name in _LISTS},
    )


def _full_names(language: str, kind: str) -> frozenset[str]:
    """The names CLDR writes out: "may" is one in English, an abbreviation in Spanish."""
    from babel import Locale, UnknownLocaleError

    try:
        names = getattr(Locale.parse(language), kind)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    contexts = ("format", "stand-alone")
    return frozenset(name.lower() for one in contexts for name in dict(names[one]["wide"]).values())


def _named(
    known: Mapping[str, Any], keys: Iterable[str], full: frozenset[str], first: int
) -> tuple[dict[str, int], dict[str, int]]:
    """Names and abbreviations with their numbers; one that stands for two is none."""
    found: dict[str, int] = {}
    doubtful: set[str] = set()
    for number, key in enumerate(keys, first):
        for word in known.get(key, ()):
            name = word.lower()
            if found.setdefault(name, number) != number:
                doubtful.add(name)
    words = {name: at for name, at in found.items() if name not in doubtful and not name[0].isdigit()}
    long = {name: at for name, at in words.items() if len(name) >= _LONG or name in full}
    return long, {name: at for name, at in words.items() if name not in long}


def _tensed(own: Mapping[str, Any], section: str, key: str) -> tuple[str, ...]:
    return tuple(own.get(section, {}).get(key, ()))
