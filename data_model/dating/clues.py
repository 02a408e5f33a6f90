"""Clues about when a text was written: each a set of days with its kind and its reason.

The kinds of clues stand in modules of their own (`…_clues.py`) and are listed in `clue_kinds.py`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil, floor
from operator import attrgetter

from data_model import days as ds
from data_model.dates import Reason
from data_model.days import Days
from data_model.find.date_readings import Absolute, Reading, Relative, Weekday
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

_YEARS_LONG = {"year": 1, "decade": 10, "century": 100}
# A bare weekday is said of a day at most a week away.
_WEEK = 6


class ClueKind(StrEnum):
    """What a clue rests on. Two clues of one kind are one witness: they may be wrong together."""

    PAGE = "page"  # the publication day, the address, the day the page was changed
    READ = "read"  # the day of reading: nothing is read before it is written
    PAST = "past"  # a printed date the report tells of as past
    WEEKDAY = "weekday"  # a weekday beside a printed day
    COUNTED = "counted"  # how many years ago a printed date was
    NEWEST = "newest"  # the newest printed day, which a weekday or a date line confirms
    PLANNED = "planned"  # a printed date the report speaks of as still to come
    PRESENT = "present"  # a bare year told in the present tense
    NAMED = "named"  # a year in the name of a thing: "the 2015 agreement"
    IN_OFFICE = "in_office"  # somebody named with an office: while it was held and for a year behind
    OFFICE = "office"  # the same, while it was held: of the ousted and the dead one speaks later, too
    CHAIR = "chair"  # who presides over a body
    MEMBER = "member"  # who is still to join a body
    AGE = "age"  # how old a body is
    FOUNDED = "founded"  # a body exists
    HAPPENING = "happening"  # a well-known happening
    UNFORESEEN = "unforeseen"  # a war or a disaster had begun
    PLACED = "placed"  # one that body, place and day of the year tell together
    CALENDAR = "calendar"  # a year of another calendar
    ANSWER = "answer"  # the day of what the report answers to


# Only these exclude days by themselves; any other kind needs a second one that says the same.
HARD = frozenset(
    {
        ClueKind.PAGE,
        ClueKind.READ,
        ClueKind.PAST,
        ClueKind.NAMED,
        ClueKind.WEEKDAY,
        ClueKind.NEWEST,
        ClueKind.COUNTED,
        ClueKind.IN_OFFICE,
        ClueKind.CALENDAR,
        ClueKind.PLACED,
        ClueKind.UNFORESEEN,
        ClueKind.FOUNDED,
    }
)


@dataclass(frozen=True, slots=True)
class Clue:
    """Days on which the text may have been written, and why.

    Attributes:
        days: The days.
        reason: In words, with offsets and the knowledge entry.
        kind: What it rests on.
        of: Whom it is of where each is a witness of its own: the person of an office.
        today: Whether it tells of the very day of writing: then it wins over the clock of a page.
    """

    days: Days
    reason: Reason
    kind: ClueKind
    of: str = ""
    today: bool = False

    @property
    def hard(self) -> bool:
        """Whether it excludes days by itself."""
        return self.kind in HARD

    @property
    def witness(self) -> tuple[ClueKind, str]:
        """Who says it: clues of one witness may be wrong together."""
        return self.kind, self.of


@dataclass(frozen=True, slots=True)
class Printed:
    """A date the page prints.

    Attributes:
        days: The days it may be, in any year if it names none.
        kind: line · changed (the day the page was changed) · dateline · lead.
        mention: The words.
        labelled: Whether the page says that it is the report's ("published on …").
    """

    days: Days
    kind: str
    mention: DateMention
    labelled: bool = False

    @property
    def whole(self) -> bool:
        """Whether the year is printed."""
        return isinstance(self.mention.reading, Absolute)

    @property
    def reason(self) -> Reason:
        """What it rests on."""
        names = {"line": "the date line", "dateline": "the dateline", "lead": "the lead sentence tells of"}
        why = f"{names[self.kind]} {self.mention.text!r}"
        return Reason(why, self.mention.start, self.mention.stop)

    def before(self, by: int) -> Days:
        """Its days and so many before them."""
        return ds.widen(self.days, by, 0)

    def bounds(self, why: str) -> Clue:
        """The clue that the report is not younger than this date of its page."""
        where = Reason(f"{self.mention.text!r} {why}", self.mention.start, self.mention.stop)
        return Clue(ds.between(None, ds.latest(self.days)), where, ClueKind.PAGE)


@dataclass(frozen=True, slots=True)
class Understood:
    """What is known of a text before its date is.

    Attributes:
        life: Where the dates of lives and foundings begin.
        entries: Where the dates begin that open the lines of a chronology.
        printed: The dates that stand for themselves (`date_lines.py`).
    """

    document: Document
    language: str
    sentences: tuple[Sentence, ...]
    prose: Prose
    dates: tuple[DateMention, ...]
    countries: tuple[CountryMention, ...]
    references: tuple[Reference, ...]
    organizations: tuple[OrganizationMention, ...]
    happenings: tuple[HappeningMention, ...]
    life: frozenset[int]
    knowledge: Knowledge
    entries: frozenset[int] = frozenset()
    printed: tuple[Printed, ...] = ()

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
    return ds.union(*(month for month in months if ds.overlap(resolve_date(mention, month).spans, happened)))


def _years_of_speaking(reading: Reading, year: int) -> range:
    """The years a wording can reach a year from: "in June" those around it, "in 5 years" earlier ones."""
    low = high = 0
    if isinstance(reading, Relative):
        size = _YEARS_LONG.get(reading.unit, 1 / 12)
        low, high = floor(reading.low * size), ceil(reading.high * size)
    return range(year - high - 2, year - low + 3)


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
