"""Clues from years printed in the text: one told in the present is its own, others are bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.clues import Clue, Understood, tense_before, tense_behind
from data_model.find.date_readings import Absolute

_UNTIL = re.compile(
    r"\b(?:until|till|up to|by|through|до|к)\s+(?:the\s+(?:end|period)\s+(?:of\s+)?)?(?:up to\s+)?$",
    re.IGNORECASE,
)
# "Ramadan 1443 AH", "1443 H", "1443 г. х.": a year of the Islamic calendar, of 354 or 355 days.
_HIJRI = re.compile(r"\b(1[34]\d\d)\s?(?:A\.?H\.?\b|H\b|г\.\s?х\.|гг?\.\s?хиджры)")
# What is planned for a day or a month is mostly spoken of in the year before.
_COMING = timedelta(days=365)
_HIJRI_BEGAN, _HIJRI_YEAR = date(622, 7, 19), 354.36707
# Months begin with the sighted moon: the reckoned calendar may be two days off.
_MOON = 2


def find_year_clues(known: Understood) -> Iterator[Clue]:
    """Every year or date of the report itself that bounds when it was written."""
    yield from _from_years(known)
    yield from _from_hijri(known)


def _from_years(known: Understood) -> Iterator[Clue]:
    """A year told in the present is the text's own; one told in the past or as a limit bounds it."""
    for mention in known.dates:
        reading = mention.reading
        if not isinstance(reading, Absolute) or reading.precision == "unknown":
            continue
        sentence = known.told_at(mention.start)
        if sentence is None:
            continue
        first, last = ds.earliest(reading.days), ds.latest(reading.days)
        where = (mention.start, mention.stop)
        before = known.text[sentence.start : mention.start]
        behind = known.text[mention.stop : sentence.stop]
        if before.lower().rstrip().endswith(tuple(f" {words}" for words in known.prose.aimed)):
            continue
        if known.prose.goals.match(behind.lstrip()):
            continue  # "the 2030 Agenda": the year something aims at
        if last is not None and first is not None and _is_ahead(known, before):
            # Of a month or a day one speaks in the year before it, of a year from any time before.
            near = first - _COMING if reading.precision in ("day", "month") else None
            yield Clue(
                ds.between(near, last), Reason(f"{mention.text} is spoken of as still to come", *where)
            )
            continue
        tense = tense_before(before, known.prose) or tense_behind(behind, known.prose)
        if _UNTIL.search(before) and last is not None and tense != "past":
            yield Clue(
                ds.between(None, last), Reason(f"{mention.text} is spoken of as still to come", *where)
            )
        elif tense == "present" and reading.precision == "year":
            yield Clue(reading.days, Reason(f"{mention.text} is spoken of in the present", *where))
        elif tense == "past" and first is not None:
            # What lasted need not be over yet.
            yield Clue(ds.between(first, None), Reason(f"{mention.text} is spoken of in the past", *where))


def _is_ahead(known: Understood, before: str) -> bool:
    """Whether what stands in front of a date in its sentence tells of a plan: "will take place in"."""
    plans = list(known.prose.plans.finditer(before))
    return bool(plans) and not known.prose.past.intersection(before[plans[-1].end() :].lower().split())


def _from_hijri(known: Understood) -> Iterator[Clue]:
    for found in _HIJRI.finditer(known.text):
        if known.told_at(found.start()) is None:
            continue
        year = int(found.group(1))
        first, last = (
            _HIJRI_BEGAN + timedelta(days=round((count - 1) * _HIJRI_YEAR)) for count in (year, year + 1)
        )
        days = ds.widen(ds.between(first, last), _MOON, _MOON)
        yield Clue(days, Reason(f"{found.group()} is a year of the Islamic calendar", *found.span()))
