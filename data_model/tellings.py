"""One event as one report tells it, small enough to compare a million of them.

Everything is a set of short tokens made once, so that comparing a pair is comparing sets:
`p:` a person, `o:` a body, `c:` a country, `l:` a city, `n:` a number, `w:` the beginning of a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from data_model.dates import EventDate

# A date is wide from so many days on: too much fits into it to join anything.
WEEK = 7
# Up to here it can be looked for in all of its days.
TWO_MONTHS = 62


class Form(StrEnum):
    """Who sat together: it tells two events of one day and place apart."""

    CALL = "call"
    PAIR = "pair"
    THREE = "three"
    BODY = "body"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Telling:
    """What linking knows of an event.

    Attributes:
        id: The event.
        document: The report.
        content: A fingerprint of what is told: ties are settled by it, never by id or order of import.
        main: Whether it is the news of its report.
        type: One of `values.EVENT_TYPES`.
        status: One of `values.STATUSES`.
        form: Who sat together.
        edtf: Its date, for the words of reasons.
        first: Ordinal of the first day it may have had; of a date wider than two months, of the first such
            day near its report, since that is where to look for what it may tell of.
        last: Ordinal of the last such day.
        width: How many days lie between the first and the last day it may have had.
        stated: Whether the text says the day; one that comes from the day of publication excludes nothing.
        people: Who took part.
        bodies: Which bodies took part.
        convened: Which of them called it together.
        countries: Which countries took part.
        city: Where, "" when unknown.
        land: In which country, "" when unknown.
        words: Tokens of its own words.
        report: Tokens of its whole report.
        headline: The people in the headline.
        names: What to call its people and bodies.
        own: People, bodies, countries and city in one.
    """

    id: str
    document: str
    content: str
    main: bool
    type: str
    status: str
    form: Form
    edtf: str
    first: int
    last: int
    width: int
    stated: bool
    people: frozenset[str]
    bodies: frozenset[str]
    convened: frozenset[str]
    countries: frozenset[str]
    city: str
    land: str
    words: frozenset[str]
    report: frozenset[str]
    headline: frozenset[str]
    names: Mapping[str, str]
    own: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        place = {self.city} if self.city else set()
        object.__setattr__(self, "own", self.people | self.bodies | self.countries | place)

    @property
    def wide(self) -> bool:
        """Whether its date allows more than a week: it may be laid beside a happening, never join two."""
        return self.width >= WEEK

    @property
    def vague(self) -> bool:
        """Whether its date allows more than two months."""
        return self.width > TWO_MONTHS


@dataclass(frozen=True, slots=True)
class Undated:
    """The news of a report that no day tells: it is compared by the wording of the whole report.

    Attributes:
        id: The event.
        content: A fingerprint of what is told: ties are settled by it.
        first: Ordinal of the first day the report may be of.
        last: Ordinal of the last such day.
        counts: How often the report has each token.
    """

    id: str
    content: str
    first: int
    last: int
    counts: Mapping[str, int]


def days_of(when: EventDate) -> tuple[int, int]:
    """The first and the last day a date allows, as ordinals; an open end is that of the calendar."""
    first, last = when.earliest or date.min, when.latest or date.max
    return first.toordinal(), last.toordinal()


def is_wide(when: EventDate) -> bool:
    """Whether a date allows too many days to join anything."""
    first, last = days_of(when)
    return last - first >= WEEK
