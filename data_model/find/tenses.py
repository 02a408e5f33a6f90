"""Whether a date stands in a sentence that tells of the past or of what is to come."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache

from data_model.find.dates import DateMention
from data_model.knowledge.date_words import load_date_words

_POSSESSIVES = ("'s", "’s")
_REACH = 120  # how far from a date its verb may stand
_BEFORE = 24  # how far from its participle an article may stand
_ENDS = re.compile(r"(?<![.\s][A-Z])[.!?;:]\s|\n\s*\n")  # "to the U.S. on Tuesday" goes on


def find_tense(text: str, mention: DateMention) -> str | None:
    """Tense of the verb nearest in front of a wording, else behind it: "past", "future" or None."""
    if text.startswith(_POSSESSIVES, mention.stop):
        return None  # "Wednesday's ruling": the verb tells of something else
    before = text[max(mention.start - _REACH, 0) : mention.start]
    cut = max((end.end() for end in _ENDS.finditer(before)), default=0)
    found = next(iter(deque(_tenses(before, cut, len(before), mention.language), maxlen=1)), None)
    if found is not None:
        return found
    ahead = mention.stop + _REACH
    end_here = _ENDS.search(text, mention.stop, ahead)
    return next(_tenses(text, mention.stop, end_here.start() if end_here else ahead, mention.language), None)


def _tenses(text: str, start: int, stop: int, language: str) -> Iterator[str]:
    """The tenses of the verbs between two places, in order."""
    for found in _cues(language).finditer(text, start, stop):
        # "United", "Ahmed", "the Fed": a name inside a sentence is no verb, whatever its ending.
        if found[0][0].isupper() and text[start : found.start()].strip():
            continue
        if found.lastgroup != "ended":
            yield found.lastgroup or ""
        elif not _nouns(language).search(text, max(found.start() - _BEFORE, 0), found.start()):
            yield "past"


@lru_cache
def _cues(language: str) -> re.Pattern[str]:
    words = load_date_words(language)
    future, past, never = (
        "|".join(re.escape(one) for one in sorted(found, key=len, reverse=True)) or "(?!)"
        for found in (words.future, words.past, words.no_verbs)
    )
    endings = "|".join(re.escape(one) for one in words.past_endings) or "(?!)"
    return re.compile(
        rf"(?<![^\W_])(?:(?P<past>{past})|(?P<future>(?:{future})(?:\s+\w+){{0,3}})"
        rf"|(?P<ended>(?!(?:{never})\b)\w{{2,20}}(?:{endings})))(?![^\W_])",
        re.IGNORECASE,
    )


@lru_cache
def _nouns(language: str) -> re.Pattern[str]:
    """What makes the participle behind it an adjective: "the proposed visit", "of a newly elected one"."""
    words = "|".join(re.escape(one) for one in load_date_words(language).noun_openers) or "(?!)"
    return re.compile(rf"(?<![^\W_])(?:{words})\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
