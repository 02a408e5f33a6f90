"""Dates of what a report answers to: "condemned the attack on 28 November" was said then or later."""

from __future__ import annotations

import re

from data_model.dating.clues import Understood
from data_model.find.date_readings import Relative
from data_model.find.dates import DateMention
from data_model.spans import within
from data_model.values import Sentence

_WORD = re.compile(r"[\w’'-]+")
# Of an object at least an article and a noun stand before the preposition of its date.
_OBJECT = 2
# "today, 11 December".
_BESIDE = 12


def find_answer(known: Understood, sentence: Sentence, mention: DateMention) -> str:
    """What the day of a mention is to the report: answered · over · "" (its own, or unknown).

    "Answered" is what a verb of answering has for its object, "over" what it only looks back on.
    """
    before, prose = known.text[sentence.start : mention.start], known.prose
    if _is_today(known, mention):
        return ""
    answer = next(prose.answering.finditer(before), None)
    if answer is not None and len(_WORD.findall(before, answer.end())) >= _OBJECT + _leads(before):
        return "answered"
    recall = next(prose.recalling.finditer(before), None)
    return "over" if recall is not None and prose.over.search(before, recall.end()) else ""


def _is_today(known: Understood, mention: DateMention) -> bool:
    beside = [one.reading for one in within(known.dates, mention.start - _BESIDE, mention.start)]
    return any(isinstance(one, Relative) and one.low == one.high == 0 for one in beside)


def _leads(before: str) -> int:
    """One for the preposition right before a date; Russian has none."""
    words = _WORD.findall(before)
    return int(bool(words) and words[-1].isascii())
