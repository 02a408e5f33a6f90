"""Day words of languages without a file of date words: "ayer", "heute", "este lunes"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data_model.find.date_readings import Reading, Relative, Weekday
from data_model.knowledge.foreign_words import ForeignWords

_BEFORE = 24  # characters in which the words in front of a date stand
_REACH = 300  # how far the ends of its sentence are looked for
_CUT = re.compile(r"(?<![.\s]\w)[.!?;:]\s|\n\s*\n")


@dataclass(frozen=True, slots=True)
class ForeignDate:
    """A date wording with its place: what `DateMention` is made from.

    Attributes:
        start: Offset of the first character.
        stop: Offset behind the last character.
        reading: What it says by itself.
        bound: since · until, "" otherwise.
    """

    start: int
    stop: int
    reading: Reading
    bound: str = ""


def find_day_words(low: str, words: ForeignWords) -> Iterator[ForeignDate]:
    """The words "yesterday" and "today", and the days of the week where the sentence tells of the past.

    Args:
        low: The text in small letters.
        words: The words of its language.
    """
    for found in _day_words(words).finditer(low):
        step = words.days.get(found[0])
        if step is None:
            if _is_told_past(low, found, words):
                yield ForeignDate(*found.span(), Weekday(words.weekdays[found[0]]))
        elif not any(low.startswith(one, found.end() + 1) for one in words.day_never_before):
            reading = Relative("day", step, step, entry=f"foreign.toml:{found[0]}")
            yield ForeignDate(*found.span(), reading, bound_of(low, found.start(), words))


def bound_of(low: str, start: int, words: ForeignWords) -> str:
    """The bound that the words in front make of a date."""
    if _stands_behind(low, start, words.since):
        return "since"
    return "until" if _stands_behind(low, start, words.until) else ""


def any_of(words: tuple[str, ...]) -> str:
    """A pattern for any of some words, the longest first."""
    shown = (re.escape(one).replace(r"\ ", r"\s+") for one in sorted(words, key=len, reverse=True))
    return "|".join(shown) or "(?!)"


def _is_told_past(low: str, found: re.Match[str], words: ForeignWords) -> bool:
    """Whether a weekday stands in a sentence of the past: elsewhere it may be the last or the next one."""
    start, stop = found.span()
    if _stands_behind(low, start, words.weekday_never_after):
        return False
    first, last = max(0, start - _REACH), stop + _REACH
    begin = max((one.end() for one in _CUT.finditer(low, first, start)), default=first)
    end = _CUT.search(low, stop, last)
    past, future = _tenses(words)
    sentence = low[begin : end.start() if end else last]
    return past.search(sentence) is not None and future.search(sentence) is None


def _stands_behind(low: str, start: int, words: tuple[str, ...]) -> bool:
    lead = low[max(0, start - _BEFORE) : start].rstrip()
    return bool(words) and _behind(words).search(lead) is not None


@lru_cache(maxsize=64)
def _behind(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{any_of(words)})$")


@lru_cache(maxsize=16)
def _day_words(words: ForeignWords) -> re.Pattern[str]:
    tensed = tuple(words.weekdays) if words.past_endings else ()
    return re.compile(rf"(?<![^\W_])(?:{any_of((*words.days, *tensed))})(?![^\W_])")


@lru_cache(maxsize=16)
def _tenses(words: ForeignWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What shows that a sentence tells of the past, and of what is to come."""
    return _tense(words.past, words.past_endings), _tense(words.future, words.future_endings)


def _tense(words: tuple[str, ...], endings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:(?:{any_of(words)})|\w{{2,}}(?:{any_of(endings)}))(?![^\W_])")
