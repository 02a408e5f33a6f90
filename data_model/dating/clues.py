"""Clues about when a text was written: each a set of days with its reason.

The kinds of clues stand in modules of their own (`…_clues.py`) and are listed in `clue_kinds.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from operator import attrgetter

from data_model import days as ds
from data_model.dates import Reason
from data_model.days import Days
from data_model.find.date_readings import Reading, Relative, Weekday
from data_model.find.dates import DateMention
from data_model.knowledge.load import Knowledge
from data_model.knowledge.prose import Prose
from data_model.resolve.countries import CountryMention
from data_model.resolve.dates import resolve_date
from data_model.resolve.happenings import HappeningMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.spans import holding
from data_model.values import Document, Sentence

_TOKEN = re.compile(r"[\w’'-]+")
_YEARS_LONG = {"year": 1, "decade": 10, "century": 100}
# A bare weekday is said of a day at most a week away.
_WEEK = 6


@dataclass(frozen=True, slots=True)
class Clue:
    """Days on which the text may have been written, and why.

    Attributes:
        days: The days.
        reason: In words, with offsets and the knowledge entry.
        binding: Whether it must hold; a clue that does not only confirms.
        today: Whether it tells of the very day of writing: then it wins over the clock of a page.
    """

    days: Days
    reason: Reason
    binding: bool = True
    today: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """What is known of a text before its date is."""

    document: Document
    sentences: tuple[Sentence, ...]
    prose: Prose
    dates: tuple[DateMention, ...]
    countries: tuple[CountryMention, ...]
    references: tuple[Reference, ...]
    organizations: tuple[OrganizationMention, ...]
    happenings: tuple[HappeningMention, ...]
    knowledge: Knowledge

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def sentence_at(self, at: int) -> Sentence | None:
        """The sentence that holds an offset."""
        return holding(self.sentences, at)

    def told_at(self, at: int) -> Sentence | None:
        """The sentence of the report itself that holds an offset; not its headline, not the page."""
        sentence = self.sentence_at(at)
        return None if sentence is None or sentence.furniture or sentence.headline else sentence

    def paragraph_of(self, sentence: Sentence) -> tuple[int, int]:
        """Where the paragraph of a sentence begins and ends."""
        first = bisect_left(self.sentences, sentence.paragraph, key=attrgetter("paragraph"))
        last = bisect_right(self.sentences, sentence.paragraph, key=attrgetter("paragraph")) - 1
        return self.sentences[first].start, self.sentences[last].stop


def spoken_from(mention: DateMention, happened: Days) -> Days:
    """The days from which a wording would point at what happened then, month by month if it must be."""
    first = ds.earliest(happened)
    if first is None:
        return ds.NEVER
    reading = mention.reading
    if isinstance(reading, Relative) and reading.unit in ("day", "moment"):
        moved = (ds.shift(happened, -by * ds.DAY) for by in (reading.high, reading.low))
        return ds.union(*moved)
    if isinstance(reading, Weekday):
        days = tuple(span for span in happened if span.first is not None)
        return ds.widen(days, _WEEK, _WEEK)
    years = _years_of_speaking(mention.reading, first.year)
    months = (ds.whole_month(year, month) for year in years for month in range(1, 13))
    return ds.union(
        *(month for month in months if ds.intersect(resolve_date(mention, month).spans, happened))
    )


def _years_of_speaking(reading: Reading, year: int) -> range:
    """The years a wording can reach a year from: "in June" those around it, "in 5 years" earlier ones."""
    low = high = 0
    if isinstance(reading, Relative):
        size = _YEARS_LONG.get(reading.unit, 1 / 12)
        low, high = floor(reading.low * size), ceil(reading.high * size)
    return range(year - high - 2, year - low + 3)


def tense_before(before: str, prose: Prose) -> str | None:
    """The tense of the last finite verb in front of a date, as far as its word list shows it."""
    words = [word.lower() for word in _TOKEN.findall(before)[-12:]]
    if prose.reported.intersection(words):
        return None  # "said that it would chair in 2026" bounds nothing
    for earlier, low in reversed(list(zip(["", *words], words, strict=False))):
        if low in prose.past:
            return "past"
        if low.endswith(prose.past_endings) and len(low) > len("need"):
            return "present" if earlier in prose.present else "past"  # "is designed" is no past
        if low in prose.present:
            return "present"
    return None


def tense_behind(behind: str, prose: Prose) -> str | None:
    """The tense of the first finite verb behind a date that opens its sentence."""
    for word in _TOKEN.findall(behind)[:12]:
        low = word.lower()
        if low in prose.past or low in prose.present:
            return "past" if low in prose.past else "present"
        if low.endswith(prose.past_endings) and len(low) > len("need"):
            return "past"
    return None


def in_words(days: Days) -> str:
    """A stretch of days for a reason."""
    first, last = ds.earliest(days), ds.latest(days)
    if first is not None and last is not None:
        return f"on {_day(first)}" if first == last else f"from {_day(first)} to {_day(last)}"
    if first is not None:
        return f"since {_day(first)}"
    return f"until {_day(last)}" if last is not None else "at an unknown time"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
