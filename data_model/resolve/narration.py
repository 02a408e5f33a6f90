"""Which day each date wording of a text counts from: the day of writing, or the day last told of.

News counts from the day it is written: "on 8 June" is the nearest one. A history counts from what it
has just told: behind "In 1941 …", "in December" is of 1941, "the next day" follows the day before it,
and "January" after "December 1941" is of 1942. Which of the two a text is, its own dates say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data_model import days as ds
from data_model.dates import EventDate
from data_model.days import Days
from data_model.find.date_readings import Absolute, Ancient, Hour, Reading, Relative, Vague, Weekday, Yearless
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense
from data_model.resolve.dates import resolve_date

_SENTENCE_ENDS = re.compile(r"[.!?;]\s+[^\W\d_a-zа-я]|\n")
_BESIDE = " \u00a0(),[–—-"  # what may part two words for one day
_LIMITS = ("until", "by")  # what lasts or is planned up to a day does not tell of it
_FAR = 2  # years between the day of writing and a date that make it one of the past
# A printed year alone may be background; days and months of other years make a history.
_PRINTED = ("day", "range", "month", "season")
_DEICTIC_UNITS = ("day", "week", "month")
# One printed year may be background; a history keeps naming them.
_FEWEST_YEARS = 2
_RARELY = 3  # printed years of a history to each "last week" in it
_LONG_UNITS = ("year", "decade", "century")  # a look so far back tells of no new time: "the previous year"
_SMALL_UNITS = ("moment", "minute", "hour", "day")
# How far the nearest day of that name may lie and still be meant against the tense of the verb nearest by;
# behind a bound ("by February", "effective 1 June") the verb tells of something else.
_NEAR, _NEAR_BOUND = timedelta(days=62), timedelta(days=120)
_PARAGRAPH = 600  # characters in which a comparison with "a year ago" is one of the quarter told
_TOLD = ("day", "range", "week", "month", "season", "quarter", "year")
_MONTHS_LONG = 200  # a told stretch up to this long has an order within its year
_ASIDES = 8  # printed years until the story is back after a leap
_LINE = 3  # printed years that make a line
_LEAP = 6  # years between a remark and the line of the story
# Told dates run forward: what follows is rather later than earlier.
_FORWARD = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class ToldDate:
    """A wording with the days it counts from and what it means.

    Attributes:
        mention: The wording.
        anchor: The days it counts from.
        when: Its date.
        tense: "past" or "future" when its clause shows it.
        era: The year before our era the story is in, 0 for none.
        same: Whether the day printed directly behind tells which it is: "yesterday (27 May 2014)".
    """

    mention: DateMention
    anchor: Days
    when: EventDate
    tense: str | None = None
    era: int = 0
    same: bool = False


def tell_dates(
    text: str,
    mentions: Sequence[DateMention],
    anchor: Days,
    *,
    history: bool | None = None,
    clock: str = "",
) -> tuple[ToldDate, ...]:
    """Resolve the wordings of a text in the order it tells them.

    Args:
        text: The text.
        mentions: Its date wordings, in order.
        anchor: The days it may have been written on; `days.ANY` when nothing is known.
        history: Whether it is a history; read off its own dates when not given.
        clock: The time of day it was written at, "" when not known.
    """
    narrative = is_narrative(mentions, anchor) if history is None else history
    return tuple(_each(text, mentions, anchor, clock, narrative=narrative))


def is_narrative(mentions: Sequence[DateMention], anchor: Days) -> bool:
    """Whether a text tells of times before the year it was written in, by the dates it prints itself."""
    written = ds.latest(anchor)
    if written is None:
        return True
    past = here = 0
    for mention in mentions:
        reading = mention.reading
        if isinstance(reading, Absolute) and not _is_tenure(mention, reading):
            last = ds.latest(reading.days) or written
            age = written.year - last.year
            past += age >= (1 if reading.precision in _PRINTED else _FAR)
            here += 0 <= age < _FAR and reading.precision not in _PRINTED
        elif isinstance(reading, Weekday) or (isinstance(reading, Relative) and not reading.story):
            here += isinstance(reading, Weekday) or reading.unit in _DEICTIC_UNITS
    return past >= _FEWEST_YEARS and past > _RARELY * here


def _is_tenure(mention: DateMention, reading: Absolute) -> bool:
    """Whether years say how long something lasted: "has led it since 2019", "envoy from 2016 to 2019"."""
    first, last = ds.earliest(reading.days), ds.latest(reading.days)
    years = first and last and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return bool(years) and (mention.bound == "since" or reading.lasting)


@dataclass(slots=True)
class _Thread:
    """What has been told so far: the last date, the line of the story, its last day and quarter."""

    told: ToldDate | None = None
    line: ToldDate | None = None
    day: ToldDate | None = None
    quarter: ToldDate | None = None

    def take(self, told: ToldDate, *, aside: bool) -> None:
        """Move on to a date just told."""
        self.told = told
        if not aside or self.line is None:
            self.line = told
        if told.when.precision == "day":
            self.day = told


def _each(
    text: str, mentions: Sequence[DateMention], anchor: Days, clock: str, *, narrative: bool
) -> Iterator[ToldDate]:
    thread, asides, era = _Thread(), find_asides(mentions), 0
    for at, mention in enumerate(mentions):
        era = _era_of(mention.reading, era)
        here = _anchor_of(text, mention, anchor, thread, narrative=narrative)
        found = _resolved(text, mention, here, clock, spoken=here is anchor)
        if (behind := find_day_beside(text, mentions, at)) is not None:
            # Both are words for one day; the printed one says which.
            told = _resolved(text, behind, here, clock, spoken=here is anchor)
            found = replace(found, when=replace(told.when, wording=mention.text), same=True)
        if narrative and found.tense is None:
            found = replace(found, tense="past")
        yield replace(found, era=era) if era else found
        if found.when.precision == "quarter":
            thread.quarter = found
        if _is_told(mention, found.when) and not (narrative and _is_plan(text, mention)):
            thread.take(found, aside=mention.start in asides)


def find_day_beside(text: str, mentions: Sequence[DateMention], at: int) -> DateMention | None:
    """The printed day directly behind a word that counts from the day of writing.

    "yesterday (27 May 2014)", "earlier this evening (Monday), 6 April 2009".
    """
    here = mentions[at]
    reading = here.reading
    if not (isinstance(reading, Weekday) or (isinstance(reading, Relative) and reading.unit == "day")):
        return None
    for behind in mentions[at + 1 : at + 3]:
        if text[here.stop : behind.start].strip(_BESIDE):
            return None
        printed = behind.reading
        if isinstance(printed, Absolute | Yearless):
            return behind if printed.precision == "day" else None
        if not isinstance(printed, Weekday):
            return None
        here = behind
    return None


def _era_of(reading: Reading, era: int) -> int:
    if isinstance(reading, Ancient):
        return reading.year if reading.size == 1 else era
    return 0 if isinstance(reading, Absolute) else era


def _resolved(text: str, mention: DateMention, anchor: Days, clock: str, *, spoken: bool) -> ToldDate:
    tense = find_tense(text, mention) if spoken else None
    if isinstance(mention.reading, Yearless):
        # The nearest is meant when it is near at all; the tense chooses between two that are not.
        near = ToldDate(mention, anchor, resolve_date(mention, anchor), tense)
        if tense is None or _is_near(mention, near.when, anchor):
            return near
    when = resolve_date(mention, anchor, tense=tense, clock=clock if spoken else "")
    return ToldDate(mention, anchor, when, tense)


def _is_near(mention: DateMention, when: EventDate, anchor: Days) -> bool:
    first, last, written = when.earliest, when.latest, ds.latest(anchor)
    if first is None or last is None or written is None:
        return False
    return max(first - written, written - last) <= (_NEAR_BOUND if mention.bound else _NEAR)


def find_asides(mentions: Sequence[DateMention]) -> frozenset[int]:
    """Where a printed year leaves the line of the story for one remark: "as was found in 2004"."""
    years = [
        (mention.start, day.year, mention.reading.precision == "year")
        for mention in mentions
        if isinstance(mention.reading, Absolute) and (day := ds.earliest(mention.reading.days))
    ]
    found, line, kept = [], years[0][1] if years else 0, 0
    for index, (start, year, bare) in enumerate(years):
        ahead = [later for _, later, _ in years[index + 1 : index + 1 + _ASIDES]]
        leaps = abs(year - line) > _LEAP
        back = any(abs(later - line) <= _LEAP for later in ahead)
        # Of a far year named once no story is told, when one of another time has been going on.
        alone = bare and kept >= _LINE and all(abs(later - year) > _LEAP for later in ahead)
        if (leaps and (back or alone)) or (year != line and ahead[:1] == [line]):
            found.append(start)
        else:
            kept = 1 if leaps else kept + 1
            line = year
    return frozenset(found)


def _anchor_of(text: str, mention: DateMention, anchor: Days, thread: _Thread, *, narrative: bool) -> Days:
    told, line, reading = thread.told, thread.line, mention.reading
    if not isinstance(reading, Yearless):
        return _moved_from(mention, anchor, thread, narrative=narrative)
    if told is not None and line is not None:
        joined = _SENTENCE_ENDS.search(text, told.mention.stop, mention.start) is None
        last = told if joined else line
        if reading.story or (narrative and reading.direction == 1):
            return told.when.spans[:1]
        free = reading.year_shift is None and reading.direction is None
        carried = narrative or (joined and _is_far(last.when, anchor) and _is_remark(text, mention, last))
        return _middle_of(last.when) if free and carried else anchor
    return anchor


def _moved_from(mention: DateMention, anchor: Days, thread: _Thread, *, narrative: bool) -> Days:
    """What a wording that counts from a day counts from."""
    reading, last = mention.reading, thread.told
    if isinstance(reading, Relative) and reading.unit == "year" and (reading.low, reading.high) == (-1, -1):
        quarter = thread.quarter
        if not reading.whole and quarter and mention.start - quarter.mention.stop < _PARAGRAPH:
            return quarter.when.spans[:1]
    moves = isinstance(reading, Weekday) or (
        isinstance(reading, Relative) and reading.whole and reading.low > 0
    )
    if not (getattr(reading, "story", False) or (narrative and moves)):
        return anchor
    if isinstance(reading, Hour) or getattr(reading, "unit", "") in _SMALL_UNITS:
        last = thread.day
    elif not narrative and last is not None and last.when.precision == "year":
        last = None
    return last.when.spans[:1] if last is not None else anchor


def _is_remark(text: str, mention: DateMention, last: ToldDate) -> bool:
    """Whether news looks back for the length of a sentence: "on 3 May 1998 it fell, and on 7 May …"."""
    return last.when.precision in ("day", "month") and find_tense(text, mention) != "future"


def _is_far(told: EventDate, anchor: Days) -> bool:
    written, last = ds.latest(anchor), told.latest
    return written is not None and last is not None and abs(written.year - last.year) >= _FAR


def _middle_of(told: EventDate) -> Days:
    """The day in the middle of what was told: the nearest 8 June to it is meant next."""
    span = told.spans[0]
    if span.first is None or span.last is None:
        return ds.ANY
    middle = span.first + (span.last - span.first) / 2
    if (span.last - span.first).days < _MONTHS_LONG:
        middle = _later(middle)
    return ds.one_day(middle)


def _later(day: date) -> date:
    return day + _FORWARD if day.year < ds.LAST.year else day


def _is_plan(text: str, mention: DateMention) -> bool:
    """Whether a printed year is one somebody planned for: "would end in 1976"."""
    reading = mention.reading
    return (
        isinstance(reading, Absolute)
        and reading.precision == "year"
        and find_tense(text, mention) == "future"
    )


def _is_told(mention: DateMention, when: EventDate) -> bool:
    """Whether a wording moves the story on: it names a point in time, not a reach of it."""
    reading = mention.reading
    if isinstance(reading, Vague) or (isinstance(reading, Relative | Hour) and not reading.story):
        return False
    if mention.bound in _LIMITS or (
        isinstance(reading, Relative) and reading.low < 0 and reading.unit in _LONG_UNITS
    ):
        return False
    return when.precision in _TOLD and when.earliest is not None
