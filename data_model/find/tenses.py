"""Whether a date stands in a sentence that tells of the past or of what is to come."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from data_model.find.dates import DateMention
from data_model.knowledge.date_words import date_languages, load_date_words
from data_model.knowledge.folding import is_ahead
from data_model.knowledge.foreign_words import load_foreign_words

_POSSESSIVES = ("'s", "’s")
_REACH = 120  # how far from a date its verb may stand
_BEFORE = 24  # how far from its participle an article may stand
_ENDS = re.compile(r"(?<![.\s][A-Z])[.!?;:]\s|\n\s*\n")  # "to the U.S. on Tuesday" goes on


# "Kenya cut its ties", not "to cut", "a rate cut", "Kenya's cut".
_BEHIND_NAME = re.compile(r"(?<![\w’'])[^\W\d_a-zа-яё]\w*\s\Z")
# "May 24": no modal verb.
_IN_DATE = re.compile(r"\w+\.?\s+\d")


@dataclass(frozen=True, slots=True)
class TenseCue:
    """A verb, or what stands for one, with its place.

    Attributes:
        start: Offset of its first character.
        stop: Offset behind its last character.
        tense: "past" or "future".
        shaped: Whether only the form of the word tells.
    """

    start: int
    stop: int
    tense: str
    shaped: bool = False


def find_tense(text: str, mention: DateMention) -> str | None:
    """Tense of the verb nearest in front of a wording, else behind it: "past", "future" or None."""
    cue = find_tense_cue(text, mention)
    return cue.tense if cue else None


def find_tense_cue(text: str, mention: DateMention) -> TenseCue | None:
    """The verb nearest in front of a wording, else the first one behind it."""
    if text.startswith(_POSSESSIVES, mention.stop):
        return None  # "Wednesday's ruling": the verb tells of something else
    first = max(mention.start - _REACH, 0)
    begun = max((end.end() for end in _ENDS.finditer(text, first, mention.start)), default=first)
    found = next(iter(deque(_tense_cues(text, begun, mention.start, mention.language), maxlen=1)), None)
    if found is not None:
        return found
    ahead = mention.stop + _REACH
    end_here = _ENDS.search(text, mention.stop, ahead)
    stop = end_here.start() if end_here else ahead
    # Behind it a verb that does not change is as often a noun.
    behind = _tense_cues(text, mention.stop, stop, mention.language)
    return next((cue for cue in behind if not (cue.shaped and cue.tense == "past")), None)


def find_tense_between(
    text: str, start: int, stop: int, language: str, *, shaped: bool = False
) -> TenseCue | None:
    """The first tensed verb between two places: that of a sentence's main clause.

    Args:
        text: The text.
        start: Where to begin.
        stop: Where to end.
        language: Its language.
        shaped: Whether a verb counts that only its form tells.
    """
    # What a verb is by its form alone is as often that of an aside: "as the agency reports".
    told = (cue for cue in _tense_cues(text, start, stop, language) if shaped or not cue.shaped)
    return next(told, None)


def _tense_cues(text: str, start: int, stop: int, language: str) -> Iterator[TenseCue]:
    """The tensed verbs between two places, in order."""
    for found in _cues(language).finditer(text, start, stop):
        # "United", "Ahmed", "the Fed": a name inside a sentence is no verb, whatever its ending.
        if found[0][0].isupper() and (
            text[start : found.start()].strip() or _IN_DATE.match(text, found.start())
        ):
            continue
        if found.lastgroup == "whole":
            yield TenseCue(*found.span(), "past")
        elif found.lastgroup == "bare":
            if _BEHIND_NAME.search(text, max(found.start() - _BEFORE, 0), found.start()):
                yield TenseCue(*found.span(), "past", shaped=True)
        elif found.lastgroup == "shaped":
            if is_ahead(found[0]):
                yield TenseCue(*found.span(), "future", shaped=True)
        elif found.lastgroup != "ended":
            yield TenseCue(*found.span(), found.lastgroup or "")
        elif not _nouns(language).search(text, max(found.start() - _BEFORE, 0), found.start()):
            yield TenseCue(*found.span(), "past")


@lru_cache
def _cues(language: str) -> re.Pattern[str]:
    words = load_date_words(language)
    foreign = None if language in date_languages() else load_foreign_words(language)
    told = foreign or words
    future, past, bare, never, endings, ahead, shaped = (
        _any(found)
        for found in (
            told.future,
            told.past,
            words.bare,
            words.no_verbs,
            told.past_endings,
            told.future_endings,
            words.shaped_endings,
        )
    )
    # "Could not" is past though "could" looks ahead.
    whole = _any(one for one in told.past if " " in one)
    future = rf"(?:{future})|(?!(?:{never})\b)\w{{2,20}}(?:{ahead})(?![^\W_])"
    return re.compile(
        rf"(?<![^\W_])(?=[^\W\d_])(?:(?P<whole>{whole})(?![^\W_])"
        rf"|(?P<future>(?:{future})(?:\s+\w+){{0,3}})|(?P<past>{past})|(?P<bare>{bare})"
        rf"|(?P<ended>(?!(?:{never})\b)\w{{2,20}}(?:{endings}))"
        rf"|(?P<shaped>\w{{2,20}}(?:{shaped})))(?![^\W_])",
        re.IGNORECASE,
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True)) or "(?!)"


@lru_cache
def _nouns(language: str) -> re.Pattern[str]:
    """What makes the participle behind it an adjective: "the proposed visit", "of a newly elected one"."""
    words = _any(load_date_words(language).noun_openers)
    return re.compile(rf"(?<![^\W_])(?:{words})\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
