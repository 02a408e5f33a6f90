"""Chronologies, round-ups and live blogs: texts whose lines each have a day of their own.

Such a text is of no single day: the date that opens a line is that of its line.
"""

from __future__ import annotations

import re

from data_model.dating.clues import Understood
from data_model.find.date_readings import Absolute, Yearless
from data_model.find.dates import DateMention
from data_model.spans import within
from data_model.values import Sentence

_MARKS = " \t:-–—•*·|()[]"
# Two dated lines may be a date line and its update.
_FEWEST = 3
# A line with fewer words behind its date is a date line or a heading, not an entry.
_TOLD_WORDS = 2
_WORD = re.compile(r"[^\W\d_]{2,}")
_PRECISIONS = ("day", "range", "month", "season", "year")


def find_entries(known: Understood) -> frozenset[int]:
    """Where the dates begin that open the lines of a chronology; empty when the text is none.

    Its lines begin with their dates ("1 May 2004: Ten states join"), and tell most of the text; or its
    dates stand alone, each with prose behind it, and there are at least three.
    """
    glued, alone = list[DateMention](), list[DateMention]()
    told = 0
    paragraphs = {s.paragraph: s for s in reversed(known.sentences) if not s.furniture}
    for sentence in paragraphs.values():
        mention = _opening(known, sentence)
        if mention is None:
            continue
        _, stop = known.paragraph_of(sentence)
        behind = len(_WORD.findall(known.text, mention.stop, stop))
        if behind >= _TOLD_WORDS:
            glued.append(mention)
            told += stop - mention.stop
        elif behind == 0:
            alone.append(mention)
    prose = sum(s.stop - s.start for s in known.sentences if not s.furniture and not s.headline)
    found = {*glued} if len(glued) >= _FEWEST and 2 * told > prose else set()
    if len(alone) >= _FEWEST and _each_with_prose(known, alone):
        found |= {*alone}
    return frozenset(one.start for one in found)


def _opening(known: Understood, sentence: Sentence) -> DateMention | None:
    """The date a line begins with, marks apart."""
    dates = within(known.dates, sentence.start, sentence.stop)
    if not dates or known.text[sentence.start : dates[0].start].strip(_MARKS):
        return None
    reading = dates[0].reading
    named = isinstance(reading, Absolute | Yearless) and reading.precision in _PRECISIONS
    return dates[0] if named else None


def _each_with_prose(known: Understood, alone: list[DateMention]) -> bool:
    """Whether something is told between every two of the dates and behind the last."""
    starts = sorted(one.start for one in alone)
    stops = [*starts[1:], len(known.text)]
    return all(
        any(_is_prose(known, s) for s in within(known.sentences, start, stop))
        for start, stop in zip(starts, stops, strict=True)
    )


def _is_prose(known: Understood, sentence: Sentence) -> bool:
    return (
        not sentence.furniture and len(_WORD.findall(known.text, sentence.start, sentence.stop)) > _TOLD_WORDS
    )
