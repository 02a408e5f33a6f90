"""What a date wording says by itself, before anyone knows when the text was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from data_model import days as ds
from data_model.days import Days
from data_model.find.date_offsets import Offset
from data_model.find.date_windows import Window
from data_model.find.feasts import Feast


@dataclass(frozen=True, slots=True)
class Absolute:
    """The text names the year: "1 June 2023", "June 2014", "the 1990s".

    Attributes:
        days: The days allowed; two for "12/04/2023".
        precision: One of `data_model.dates.PRECISIONS`.
        lasting: Whether it lasted from the first day to the last.
        approximate: Whether the text says "about".
        weekday: The weekday printed with it, Monday is 0.
        note: What else is to know: a day that no month has.
        counted: The unit and how many of them it is: "the first three months of 2015".
    """

    days: Days
    precision: str
    lasting: bool = False
    approximate: bool = False
    weekday: int | None = None
    note: str = ""
    counted: tuple[str, int] | None = None
    kind: ClassVar[str] = "absolute"


@dataclass(frozen=True, slots=True)
class Yearless:
    """A place in the calendar, the year left out: "8 June", "in September", "10-12 May", "last fall".

    Attributes:
        windows: The stretches it may be.
        precision: One of `data_model.dates.PRECISIONS`.
        year_shift: 0 for "8 June of this year", -1 for "last year"; None when not said.
        direction: -1 for "last June", 1 for "next June", 0 for "this June"; None when not said.
        weekday: The weekday printed with it, Monday is 0.
        lasting: Whether it lasted from the first day to the last.
        approximate: Whether the text says "about".
        note: What else is to know: a printed year nobody can believe.
        story: Whether the year is that of the day told of ("in May of that year").
        offset: The step from it: "two weeks before 13 May".
        counted: The unit and how many of them it is: "the last two days of June".
    """

    windows: tuple[Window | Feast, ...]
    precision: str
    year_shift: int | None = None
    direction: int | None = None
    weekday: int | None = None
    lasting: bool = False
    approximate: bool = False
    note: str = ""
    story: bool = False
    offset: Offset | None = None
    counted: tuple[str, int] | None = None
    kind: ClassVar[str] = "yearless"

    @property
    def month(self) -> int:
        """The month it begins in."""
        return self.windows[0].first_month

    @property
    def day(self) -> int | None:
        """The day it begins on, None for a month or season."""
        return self.windows[0].first_day if self.precision in ("day", "range") else None

    def in_year(self, year: int) -> Days:
        """Its days in one year."""
        one, *more = self.windows
        days = ds.union(*(window.in_year(year) for window in self.windows)) if more else one.in_year(year)
        return self.offset.apply(days) if self.offset else days


@dataclass(frozen=True, slots=True)
class Relative:
    """So many units from a day: "yesterday", "five years ago", "next year", "earlier this month".

    Attributes:
        unit: day · week · fortnight · weekend · month · quarter · half · year · decade · century ·
            hour · minute · moment.
        low: The lowest number of units away, negative for the past.
        high: The highest.
        whole: Whether the calendar unit is meant ("last year"), not a count from the day ("a year ago").
        story: Whether it counts from the day told of ("two days earlier"), not from the day of speaking.
        share: The part of the unit, 0 to 1 ("late last year").
        side: -1 from the unit's beginning to the day of speaking ("earlier this year"), 1 from
            there to its end.
        lasting: Whether the whole stretch is meant ("in the past two years").
        loose: Whether it may mean a stretch instead when the sentence tells of the past ("in two days").
        many: Whether the text does not say how many units ("the last few years").
        approximate: Whether the text says "about".
        entry: The knowledge entry, `file:key`.
        from_day: The day it is counted from to the day, from the day of speaking: 0 in "a year ago today".
    """

    unit: str
    low: int
    high: int
    whole: bool = False
    story: bool = False
    share: tuple[float, float] | None = None
    side: int = 0
    lasting: bool = False
    loose: bool = False
    many: bool = False
    approximate: bool = False
    entry: str = ""
    from_day: int | None = None
    kind: ClassVar[str] = "relative"

    @property
    def direction(self) -> int:
        """-1 for the past, 1 for the future, 0 for the unit the day stands in."""
        return (self.low + self.high > 0) - (self.low + self.high < 0) or self.side


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: "on Tuesday", "last Friday", "Monday next week".

    Attributes:
        day: Monday is 0.
        direction: -1 last, 0 this, 1 next; None when not said.
        week_shift: The week it stands in, counted from the present one; None when not said.
        story: Whether it counts from the day told of.
        number: The day of the month it falls on ("Friday the 15th"); None when not said.
        offset: The step from it: "two weeks from Friday".
    """

    day: int
    direction: int | None = None
    week_shift: int | None = None
    story: bool = False
    number: int | None = None
    offset: Offset | None = None
    kind: ClassVar[str] = "weekday"


@dataclass(frozen=True, slots=True)
class Vague:
    """A direction and a reach: "recently", "in the near future".

    Attributes:
        low: The first day it may mean, counted from the day of speaking.
        high: The last.
        entry: The knowledge entry with the reason for the reach, `file:key`.
        story: Whether it counts from the day told of.
    """

    low: int
    high: int
    entry: str = ""
    story: bool = False
    kind: ClassVar[str] = "vague"

    @property
    def direction(self) -> int:
        """-1 for the past, 1 for the future, 0 for both."""
        return (self.high > 0) - (self.low < 0)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length: "three days", "for two years", "two days before the summit". Never the date of an event."""

    unit: str
    low: int
    high: int
    half: bool = False  # "two and a half years"
    kind: ClassVar[str] = "duration"


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day without its day: "at 10:30", "the morning". The day is the one told of."""

    story: bool = True
    kind: ClassVar[str] = "hour"


@dataclass(frozen=True, slots=True)
class Repeated:
    """What comes again and again: "every Monday", "daily", "each summer". No day of its own.

    Attributes:
        unit: The unit it comes in, "" for a place in the calendar.
        count: How many units lie between.
        weekday: Monday is 0; None for another place in the calendar.
        month: The month it comes in.
        season: EDTF season code.
    """

    unit: str
    count: int = 1
    weekday: int | None = None
    month: int | None = None
    season: int | None = None
    kind: ClassVar[str] = "set"


@dataclass(frozen=True, slots=True)
class Ancient:
    """A year before our era; the days of such a year are none of `data_model.days`.

    Attributes:
        year: Counted backwards from 1.
        size: 1, 10 for a decade, 100 for a century.
        month: The month, None when not said.
    """

    year: int
    size: int = 1
    month: int | None = None
    kind: ClassVar[str] = "ancient"


@dataclass(frozen=True, slots=True)
class Direction:
    """The past, the future or the present as such: "in the past", "the future".

    Attributes:
        direction: -1 for the past, 1 for the future, 0 for the present.
    """

    direction: int
    kind: ClassVar[str] = "direction"


Reading = Absolute | Yearless | Relative | Weekday | Vague | Duration | Hour | Repeated | Ancient | Direction
