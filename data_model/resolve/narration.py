"""Which day each date wording of a text counts from: the day of writing, or the day last told of.

News counts from the day it is written: "on 8 June" is the nearest one. A history counts from what it
has just told: behind "In 1941 …", "in December" is of 1941, "the next day" follows the day before it,
and "January" after "December 1941" is of 1942. Which of the two a text is, its own dates say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data_model import days as ds
from data_model.dates import EventDate
from data_model.days import Days
from data_model.find.date_readings import Absolute, Relative, Vague, Weekday, Yearless
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense
from data_model.resolve.dates import resolve_date

_SENTENCE_ENDS = re.compile(r"[.!?;]\s+[^\W\d_a-zа-я]|\n")
_LIMITS = ("until", "by")  # what lasts or is planned up to a day does not tell of it
_FAR = 2  # years between the day of writing and a date that make it one of the past
# A printed year alone may be background; days and months of other years make a history.
_PRINTED = ("day", "range", "month", "season")
_DEICTIC_UNITS = ("day", "week", "month")
# One printed year may be background; a history keeps naming them.
_FEWEST_YEARS = 3
_TOLD = ("day", "range", "week", "month", "season", "quarter", "year")
_MONTHS_LONG = 200  # a told stretch up to this long has an order within its year
_LEAP = 6  # years between a remark and the line of the story
# Told dates run forward: what follows is rather later than earlier.
_FORWARD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class ToldDate:
    """A wording with the days it counts from and what it means.

    Attributes:
        mention: The wording.
        anchor: The days it counts from.
        when: Its date.
        tense: "past" or "future" when its clause shows it.
    """

    mention: DateMention
    anchor: Days
    when: EventDate
    tense: str | None = None


def tell_dates(text: str, mentions: Sequence[DateMention], anchor: Days) -> tuple[ToldDate, ...]:
    """Resolve the wordings of a text in the order it tells them.

    Args:
        text: The text.
        mentions: Its date wordings, in order.
        anchor: The days it may have been written on; `days.ANY` when nothing is known.
    """
    return tuple(_each(text, mentions, anchor, narrative=is_narrative(mentions, anchor)))


def is_narrative(mentions: Sequence[DateMention], anchor: Days) -> bool:
    """Whether a text tells of times before the year it was written in, by the dates it prints itself."""
    written = ds.latest(anchor)
    if written is None:
        return True
    past = here = 0
    for mention in mentions:
        reading = mention.reading
        if isinstance(reading, Absolute) and reading.precision in _PRINTED:
            last = ds.latest(reading.days)
            past += last is not None and last.year < written.year
        elif isinstance(reading, Weekday) or (isinstance(reading, Relative) and not reading.story):
            here += isinstance(reading, Weekday) or reading.unit in _DEICTIC_UNITS
    return past >= _FEWEST_YEARS and past > 2 * here


def _each(text: str, mentions: Sequence[DateMention], anchor: Days, *, narrative: bool) -> Iterator[ToldDate]:
    told: EventDate | None = None
    line: EventDate | None = None
    end = 0
    asides = find_asides(mentions)
    for mention in mentions:
        here = anchor
        if told is not None and line is not None:
            joined = _SENTENCE_ENDS.search(text, end, mention.start) is None
            here = _anchor_of(mention, anchor, told if joined else line, narrative=narrative, joined=joined)
        tense = find_tense(text, mention) if here is anchor else None
        when = resolve_date(mention, here, tense=tense)
        yield ToldDate(mention, here, when, tense)
        if _is_told(mention, when):
            told, end = when, mention.stop
            line = when if line is None or mention.start not in asides else line


def find_asides(mentions: Sequence[DateMention]) -> frozenset[int]:
    """Where a printed year leaves the line of the story for one remark: "as was found in 2004"."""
    years = [
        (mention.start, day.year)
        for mention in mentions
        if isinstance(mention.reading, Absolute) and (day := ds.earliest(mention.reading.days))
    ]
    found = []
    for (_, before), (start, year), (_, after) in zip(years, years[1:], years[2:], strict=False):
        if abs(before - after) < _LEAP < min(abs(year - before), abs(year - after)):
            found.append(start)
    return frozenset(found)


def _anchor_of(mention: DateMention, anchor: Days, told: EventDate, *, narrative: bool, joined: bool) -> Days:
    reading = mention.reading
    if isinstance(reading, Yearless):
        if reading.story:
            return told.spans[:1]
        free = reading.year_shift is None and reading.direction is None
        return _middle_of(told) if free and (narrative or (joined and _is_far(told, anchor))) else anchor
    moves = isinstance(reading, Weekday) or (isinstance(reading, Relative) and reading.whole)
    if getattr(reading, "story", False) or (narrative and moves):
        return told.spans[:1]
    return anchor


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


def _is_told(mention: DateMention, when: EventDate) -> bool:
    """Whether a wording moves the story on: it names a point in time, not a reach of it."""
    reading = mention.reading
    if isinstance(reading, Vague) or (isinstance(reading, Relative) and not reading.story):
        return False
    if mention.bound in _LIMITS:
        return False
    return when.precision in _TOLD and when.earliest is not None
