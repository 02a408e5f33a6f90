"""The words that tell a year or an hour from a count: sections `[years]` and `[clock]` of a date file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_NOTHING = re.compile(r"(?!)")
_BEFORE, _BEHIND = r"(?<!\w){}[\s(]{{0,3}}\Z", r"\s{{0,3}}{}(?!\w)"


@dataclass(frozen=True, slots=True)
class YearWords:
    """What may stand around a year.

    Attributes:
        firm: Cues behind which even a year of long ago is one: "since 1648".
        loose: Cues that stand in front of counts as well: "about 1998 inmates".
        ahead: Prepositions that point ahead, so that a year beyond this century may follow: "by 2150".
        counts: What leads to a count and never to a year: "as many as".
        amounts: Words behind which such a cue leads to an amount: "a crowd of 2000", "rose to 1987".
        amount_cues: Those cues.
        said_before: What in front of figures says that they are a year: "AD 988".
        said_behind: What behind them says so: «988 г.».
        plural_endings: How words end that may be counted.
        no_plurals: Words that end so and count nothing: "was".
        inflected: Whether the form of a word shows that it is counted: «1998 школах».
        endings: Letters behind four figures that can be those of a year: «1998-м», but never "1998th".
    """

    firm: re.Pattern[str]
    loose: frozenset[str]
    ahead: re.Pattern[str]
    counts: re.Pattern[str]
    amounts: frozenset[str]
    amount_cues: frozenset[str]
    said_before: re.Pattern[str]
    said_behind: re.Pattern[str]
    plural_endings: tuple[str, ...]
    no_plurals: frozenset[str]
    inflected: bool
    endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClockWords:
    """What stands around a time of day.

    Attributes:
        cues: Words behind which so many hours are a time of day: «в 15 часов», "at 0130 hours".
        never_before: Words in front of which they are a length after all: « à 3 heures de route ».
    """

    cues: frozenset[str]
    never_before: frozenset[str]


def read_clock_words(table: Mapping[str, Any]) -> ClockWords:
    """The part `[clock.hours]` of the section `[clock]`."""
    hours = table.get("hours", {})
    return ClockWords(frozenset(hours.get("cues", ())), frozenset(hours.get("never_before", ())))


def read_year_words(table: Mapping[str, Any]) -> YearWords:
    """The words of the section `[years]`; a language without it knows no bare years."""
    said = table.get("said", {})
    return YearWords(
        firm=_pattern(table.get("firm", ()), _BEFORE),
        loose=frozenset(table.get("loose", ())),
        ahead=_pattern(table.get("ahead", ()), _BEFORE),
        counts=_pattern(table.get("counts", ()), _BEFORE),
        amounts=frozenset(table.get("amounts", ())),
        amount_cues=frozenset(table.get("amount_cues", ())),
        said_before=_pattern(said.get("before", ()), _BEFORE),
        said_behind=_pattern(said.get("behind", ()), _BEHIND),
        plural_endings=tuple(table.get("plural_endings", ())),
        no_plurals=frozenset(table.get("no_plurals", ())),
        inflected=bool(table.get("inflected", False)),
        endings=frozenset(table.get("endings", ())),
    )


def _pattern(wordings: Iterable[str], around: str) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, wordings), key=len, reverse=True)
    return re.compile(around.format(f"(?:{'|'.join(longest_first)})")) if longest_first else _NOTHING
