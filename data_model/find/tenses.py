"""Whether a date stands in a sentence that tells of the past or of what is to come."""

from __future__ import annotations

import re
from collections import deque
from functools import lru_cache

from data_model.find.dates import DateMention
from data_model.knowledge.date_words import load_date_words

_POSSESSIVES = ("'s", "’s")
_REACH = 120  # how far from a date its verb may stand
_ENDS = re.compile(r"[.!?;:]\s|\n\s*\n")


def find_tense(text: str, mention: DateMention) -> str | None:
    """Tense of the verb nearest in front of a wording, else behind it: "past", "future" or None."""
    if text.startswith(_POSSESSIVES, mention.stop):
        return None  # "Wednesday's ruling": the verb tells of something else
    cues = _cues(mention.language)
    before = text[max(mention.start - _REACH, 0) : mention.start]
    cut = 0
    for end in _ENDS.finditer(before):
        cut = end.end()
    found = next(iter(deque(cues.finditer(before, cut), maxlen=1)), None)
    if found is None:
        end_here = _ENDS.search(text, mention.stop, mention.stop + _REACH)
        found = cues.search(text, mention.stop, end_here.start() if end_here else mention.stop + _REACH)
    return found.lastgroup if found else None


@lru_cache
def _cues(language: str) -> re.Pattern[str]:
    words = load_date_words(language)
    future, past = (
        "|".join(re.escape(one) for one in sorted(found, key=len, reverse=True)) or "(?!)"
        for found in (words.future, words.past)
    )
    endings = "|".join(re.escape(one) for one in words.past_endings) or "(?!)"
    return re.compile(
        rf"(?<![^\W_])(?:(?P<future>(?:{future})(?:\s+\w+){{0,2}})|(?P<past>{past}|\w{{2,20}}(?:{endings})))(?![^\W_])",
        re.IGNORECASE,
    )
