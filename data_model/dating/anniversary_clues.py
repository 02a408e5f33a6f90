"""Clues from how long ago a printed day was: "thirty years ago, on 14 May 1995", "today (4 May 2014)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.clues import Clue, ClueKind, Understood
from data_model.dating.date_lines import counted_from
from data_model.find.date_readings import Absolute, Relative
from data_model.find.dates import DateMention
from data_model.resolve.narration import find_day_beside
from data_model.spans import within
from data_model.values import Sentence

# "Thirty years ago, on 14 December 1995": between the two stands no more than a comma and a preposition.
_BESIDE = re.compile(r"[\s,(–—-]*(?:[^\W\d_]{1,3}\s+)?")
# It is spoken of so many days around the day.
_AROUND = 45
_SHORTEST_MONTH = 28


def find_anniversary_clues(known: Understood) -> Iterator[Clue]:
    """What was so many years or days ago and is printed with its date."""
    for sentence in known.sentences:
        if not sentence.furniture:
            yield from _from_years_ago(known, sentence)
    for at, mention in enumerate(known.dates):
        behind = find_day_beside(known.text, known.dates, at)
        if behind is not None and known.told_at(mention.start):
            yield from _from_day_beside(mention, behind)


def _from_day_beside(mention: DateMention, printed: DateMention) -> Iterator[Clue]:
    """A text with "yesterday (27 May 2014)" was written on the 28th."""
    day = printed.reading
    if isinstance(day, Absolute) and (written := counted_from(mention, day.days)):
        why = Reason(f"{printed.text!r} stands beside {mention.text!r}", mention.start, printed.stop)
        yield Clue(written, why, ClueKind.COUNTED)


def _from_years_ago(known: Understood, sentence: Sentence) -> Iterator[Clue]:
    dates = within(known.dates, sentence.start, sentence.stop)
    for mention, behind in pairwise(dates):
        reading = mention.reading
        if not isinstance(reading, Relative) or reading.unit != "year" or not reading.low == reading.high < 0:
            continue
        if _BESIDE.fullmatch(known.text, mention.stop, behind.start):
            yield from _clue(mention, behind, -reading.low)


def _clue(first: DateMention, dated: DateMention, years: int) -> Iterator[Clue]:
    """The days around the printed day so many years later; a year alone may be of another time."""
    reading = dated.reading
    begun = ds.earliest(reading.days) if isinstance(reading, Absolute) else None
    day = isinstance(reading, Absolute) and reading.precision == "day"
    if not day or begun is None or begun.year + years >= date.max.year:
        return
    # 29 February has its anniversary, too.
    later = begun.replace(year=begun.year + years, day=min(begun.day, _SHORTEST_MONTH))
    why = Reason(f"{dated.text!r} was {years} years ago", first.start, dated.stop)
    yield Clue(ds.widen(ds.one_day(later), _AROUND, _AROUND), why, ClueKind.COUNTED)
