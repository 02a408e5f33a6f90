"""Clues from years printed in the text: one told in the present is its own, others are bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.clues import Clue, ClueKind, Understood
from data_model.dating.tellings import Telling, read_telling
from data_model.days import Days
from data_model.find.date_readings import Absolute
from data_model.find.dates import DateMention
from data_model.spans import around
from data_model.values import Sentence

# "Ramadan 1443 AH", "1443 H", "1443 г. х.": a year of the Islamic calendar, of 354 or 355 days.
_HIJRI = re.compile(r"\b(1[34]\d\d)\s?(?:A\.?H\.?\b|H\b|г\.\s?х\.|гг?\.\s?хиджры)")
# What is planned for a day or a month is mostly spoken of in the year before.
_COMING = timedelta(days=365)
# What each telling says; days from the date's first and last, and from when one speaks of it as coming.
_MEANINGS: dict[Telling, tuple[ClueKind, str, Callable[[date, date, date | None], Days]]] = {
    Telling.PAST: (ClueKind.PAST, "is told of as past", lambda first, _, __: ds.between(first, None)),
    Telling.AHEAD: (
        ClueKind.PLANNED,
        "is spoken of as still to come",
        lambda _, last, soon: ds.between(soon, last),
    ),
    Telling.PRESENT: (
        ClueKind.PRESENT,
        "is spoken of in the present",
        lambda first, last, _: ds.between(first, last),
    ),
    Telling.NAMED: (
        ClueKind.NAMED,
        "stands in the name of a thing: seldom named more than a year before",
        lambda first, _, __: ds.between(first - _COMING, None),
    ),
}
# A century says too little.
_PLACED = ("day", "range", "week", "month", "season", "quarter", "year", "decade")
# "The 1990s"; "men in their 20s", "highs in the mid-70s" are no decades.
_YEAR_PRINTED = re.compile(r"\d{4}")
_HIJRI_BEGAN, _HIJRI_YEAR = date(622, 7, 19), 354.36707
# Months begin with the sighted moon: the reckoned calendar may be two days off.
_MOON = 2


def find_year_clues(known: Understood) -> Iterator[Clue]:
    """Every year or date of the report itself that bounds when it was written."""
    yield from _from_years(known)
    yield from _from_hijri(known)


def _from_years(known: Understood) -> Iterator[Clue]:
    """What each printed date says of the day of writing, by how its clause tells of it."""
    lines = {one.mention.start for one in known.printed}
    for mention in known.dates:
        reading, sentence = mention.reading, known.told_at(mention.start)
        if not isinstance(reading, Absolute) or sentence is None or mention.start in lines:
            continue
        first, last = ds.earliest(reading.days), ds.latest(reading.days)
        telling = _telling_of(known, sentence, mention)
        if first is None or last is None or telling not in _MEANINGS:
            continue
        if reading.precision == "range":
            first = max(first, date(last.year, 1, 1))  # of what lasted, the report knows its last year
        kind, words, days = _MEANINGS[telling]
        # Of a month or a day one speaks in the year before it, of a year from any time before.
        soon = first - _COMING if reading.precision in ("day", "month") else None
        why = Reason(f"{mention.text} {words}", mention.start, mention.stop)
        yield Clue(days(first, last, soon), why, kind)


def _telling_of(known: Understood, sentence: Sentence, mention: DateMention) -> Telling:
    """How a printed date is told of, as far as its precision bears it."""
    precision = getattr(mention.reading, "precision", "")
    telling = read_telling(known, sentence, mention)
    if mention.start in known.entries and telling is not Telling.AHEAD:
        telling = Telling.PAST  # "1 May 2004: Ten states join the European Union"
    if precision == "range" and mention.start in known.life:
        return Telling.PAST
    if precision not in _PLACED or (precision == "decade" and not _YEAR_PRINTED.search(mention.text)):
        return Telling.UNCLEAR
    if telling is Telling.PRESENT and precision != "year":
        return Telling.UNCLEAR
    # "The 2014 Olympics": the happening tells it.
    happens = bool(around(known.happenings, mention.start, mention.stop))
    if telling is Telling.NAMED and (happens or precision not in ("day", "month", "year")):
        return Telling.UNCLEAR
    return telling


def _from_hijri(known: Understood) -> Iterator[Clue]:
    for found in _HIJRI.finditer(known.text):
        if known.told_at(found.start()) is None:
            continue
        year = int(found.group(1))
        first, last = (
            _HIJRI_BEGAN + timedelta(days=round((count - 1) * _HIJRI_YEAR)) for count in (year, year + 1)
        )
        days = ds.widen(ds.between(first, last), _MOON, _MOON)
        why = f"{found.group()} is a year of the Islamic calendar"
        yield Clue(days, Reason(why, *found.span()), ClueKind.CALENDAR)
