"""Where an expression of time begins and ends for a reader: "the past two years", not "in" before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from data_model.find.date_readings import Absolute, Ancient, Duration, Relative, Weekday, Yearless
from data_model.find.dates import DateMention
from data_model.knowledge.date_words import load_date_words

_REACH = 24
_NOUN_PRECISIONS = ("week", "decade", "century", "season", "quarter", "range")


class _Edges(NamedTuple):
    front: re.Pattern[str]
    plain: re.Pattern[str]
    cut: re.Pattern[str]
    back: re.Pattern[str]
    day: re.Pattern[str]
    dated: re.Pattern[str]


def find_edges(text: str, mention: DateMention) -> tuple[int, int]:
    """Start and stop of the whole expression around a wording."""
    edges = _edges(mention.language)
    start = cut_front(text, mention.start, mention.stop, mention.language)
    if start == mention.start:
        found = _front(edges, mention).search(text, max(start - _REACH, 0), start)
        start = found.start(found.lastgroup or 0) if found else start
    tail = edges.back.match(text, mention.stop, mention.stop + _REACH)
    return start, tail.end() if tail else mention.stop


def cut_front(text: str, start: int, stop: int, language: str) -> int:
    """The start behind the prepositions of a wording."""
    found = _edges(language).cut.match(text, start, stop)
    return found.end() if found else start


def _front(edges: _Edges, mention: DateMention) -> re.Pattern[str]:
    """What may stand in front of a wording and belong to it."""
    if _is_numbered(mention):
        # "The 2nd of May" has its article; in "the 11 September attacks" it is the attacks'.
        return edges.front if " of " in mention.text else edges.day
    if _has_article(mention):
        return edges.front
    return edges.dated if isinstance(mention.reading, Absolute | Yearless | Weekday) else edges.plain


def _is_numbered(mention: DateMention) -> bool:
    """As in "the 29 August", "the 2nd of May": a day told by its number first."""
    reading = mention.reading
    return (
        isinstance(reading, Absolute | Yearless)
        and reading.precision == "day"
        and mention.text[:1].isdigit()
        and not mention.clock
    )


def _has_article(mention: DateMention) -> bool:
    """Whether "the" before it belongs to it: not in "the 1978 resolution", "the two-year plan"."""
    reading = mention.reading
    if isinstance(reading, Weekday):
        return reading.direction is not None
    if "-" in mention.text and " " not in mention.text and not isinstance(reading, Absolute):
        return False  # "the two-year plan", "the year-ago results"
    if isinstance(reading, Duration) and ("-" in mention.text or " " not in mention.text):
        return False
    if isinstance(reading, Ancient):
        return reading.size > 1
    if isinstance(reading, Absolute | Yearless):
        if reading.precision == "season" and mention.text[:1].isdigit():
            return False  # "the 1982 summer offensive"
        return reading.precision in _NOUN_PRECISIONS and not mention.parts
    return isinstance(reading, Relative | Duration)


@lru_cache
def _edges(language: str) -> _Edges:
    words = load_date_words(language)
    return _Edges(
        front=re.compile(rf"(?<![\w-])(?:{_any((*words.article, *words.front))}\s+){{1,3}}\Z", re.IGNORECASE),
        plain=re.compile(rf"(?<![\w-])(?:{_any(words.front)}\s+){{1,2}}\Z", re.IGNORECASE),
        cut=re.compile(rf"(?:{_any(words.cut)}\s+)+", re.IGNORECASE),
        day=re.compile(
            rf"(?<![\w-]){_any(words.day_after)}\s+(?P<the>{_any(words.article)}\s+)\Z", re.IGNORECASE
        ),
        dated=re.compile(rf"(?<![\w-])(?:{_any(words.front_dated)}\s+)\Z", re.IGNORECASE),
        back=re.compile(rf"\s+{_any(words.back)}(?!\w)", re.IGNORECASE),
    )


def _any(words: Iterable[str]) -> str:
    found = sorted((re.escape(one) for one in words), key=len, reverse=True)
    return f"(?:{'|'.join(found) or '(?!)'})"
