"""Times of day printed without a colon: "1930 GMT", "0130 hours", "20.30 GMT", « 20h00 », «в 15 часов»."""

from __future__ import annotations

import re

from data_model.knowledge.date_words import DateWords

_HOUR, _MINUTE = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
# « 20h00 », « 20 h 30 », « 20h »; the letter must be one of the language's clocks.
_LETTERED = re.compile(rf"{_HOUR}[ \u00a0]?([^\W\d_])(?:[ \u00a0]?{_MINUTE})?(?![\w])")
# Four figures or a dot in front of a word of the clock: "1930 GMT", "1203EDT", "8.30 p.m.".
_BARE = re.compile(rf"((?:[01]\d|2[0-4]){_MINUTE}|{_HOUR}\.{_MINUTE})[ \u00a0]?(?=[^\W\d_])")
_NEXT = re.compile(r"[^\W\d_]+")
# «в 15 часов», «в 15 часов 30 минут», « à 20 heures »
_IN_WORDS = re.compile(
    rf"{_HOUR}[ \u00a0]([^\W\d_]+)(?:[ \u00a0]{_MINUTE}[ \u00a0]([^\W\d_]+))?(?![ \u00a0]{_MINUTE})"
)
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
_HOUR_UNIT, _MINUTE_UNIT = "hour", "minute"


def find_clock_end(low: str, start: int, words: DateWords, before: str) -> int:
    """Where a time of day that begins with figures ends; 0 when the figures are none.

    Args:
        low: The text in small letters.
        start: Where the figures begin.
        words: The date words of its language.
        before: The word in front.
    """
    lettered = _LETTERED.match(low, start)
    if lettered and _is_clock_word(lettered[1], words) and lettered.end() - start > 1:
        return lettered.end()
    if (bare := _BARE.match(low, start)) and (end := _end_of_clock(low, bare, words, before)):
        return end
    told = _IN_WORDS.match(low, start) if before in words.clocks.cues else None
    if told is None or _unit(told[1], words) != _HOUR_UNIT:
        return 0
    stop = told.end() if told[2] and _unit(told[2], words) == _MINUTE_UNIT else told.end(1)
    behind = _NEXT_WORD.match(low, stop)
    return 0 if behind and behind[1] in words.clocks.never_before else stop


def _end_of_clock(low: str, bare: re.Match[str], words: DateWords, before: str) -> int:
    """Where the figures end if a half of the day or a zone follows; "1930 hours" need a preposition, too."""
    for tokens, meanings in words.phrases.get(_word_at(low, bare.end()), ()):
        clock = meanings.get("clock")
        if clock is not None and (end := _end_of(low, bare.end(), tokens)):
            return bare.end(1) if clock.name else end * (before in words.clocks.cues)
    return 0


def _word_at(low: str, position: int) -> str:
    word = _NEXT.match(low, position)
    return word[0] if word else ""


def _end_of(low: str, position: int, tokens: tuple[str, ...]) -> int:
    wording = r"\s*".join(map(re.escape, tokens))
    found = re.compile(rf"{wording}(?!\w)").match(low, position)
    return found.end() if found else 0


def _is_clock_word(word: str, words: DateWords) -> bool:
    return "clock" in words.alone.get(word, {})


def _unit(word: str, words: DateWords) -> str:
    unit = words.alone.get(word, {}).get("unit")
    return unit.name if unit else ""
