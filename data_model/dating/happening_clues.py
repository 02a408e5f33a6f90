"""Clues from well-known happenings: "the first European Games next year", "the summit on 16 October"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.clues import Clue, ClueKind, Understood, in_words, spoken_from
from data_model.days import Days
from data_model.find.date_readings import Relative, Vague, Weekday
from data_model.find.dates import DateMention
from data_model.knowledge.entries import Happening
from data_model.resolve.happenings import HappeningMention
from data_model.spans import within
from data_model.values import Sentence

# How far a relative wording may stand from the happening it dates ("the first Games in Baku next year").
_REACH = 60
# "the summit in Minsk will …": how close behind the verb stands.
_SOON = 30
# Beside it stands at most its place.
_CLOSE = re.compile(r"\s*(?:[\w’'-]+\s+){0,4}")
# "this informal summit of the": how close before its body.
_NEAR_BY = 36
# A meeting is spoken of as coming up at most so long before.
_COMING = timedelta(days=400)
# With more candidates than these the wording tells too little; a reason names the first of them.
_FEW, _NAMED = 12, 3
# These are not spoken of before they begin.
_UNFORESEEN = ("war", "disaster")


def find_happening_clues(known: Understood) -> Iterator[Clue]:
    """A happening dated from the day of writing."""
    for happening in known.happenings:
        sentence = known.sentence_at(happening.start)
        if sentence is None or sentence.furniture or happening.happenings[0].kind == "holiday":
            continue
        near = _wording_beside(known, happening, sentence)
        if near is not None:
            yield from _from_wording(known, happening, near)
        elif _is_to_come(known, happening, sentence):
            yield from _from_plan(happening)
        elif happening.sure is not None and (begun := ds.earliest(happening.days)):
            one = happening.sure
            why = f"{one.name} had begun ({in_words(one.days)})"
            kind = ClueKind.UNFORESEEN if one.kind in _UNFORESEEN else ClueKind.HAPPENING
            yield Clue(ds.between(begun, None), _reason(happening, why), kind)


def _wording_beside(known: Understood, happening: HappeningMention, sentence: Sentence) -> DateMention | None:
    """The date that chose the happening, else a wording close by that counts from the day of writing."""
    if happening.date is not None or not (happening.sure or _is_placed(happening)):
        return happening.date
    near = (
        mention
        for mention in within(known.dates, sentence.start, sentence.stop)
        if isinstance(mention.reading, Relative | Vague | Weekday)
        and max(mention.start - happening.stop, happening.start - mention.stop) <= _REACH
    )
    return next(near, None)


def _from_wording(known: Understood, happening: HappeningMention, near: DateMention) -> Iterator[Clue]:
    days = ds.union(*(spoken_from(near, one.days) for one in happening.happenings))
    if not days or isinstance(near.reading, Vague):
        return  # "recently" bounds nothing
    reading = near.reading
    today = isinstance(reading, Relative) and reading.unit == "day" and reading.low == reading.high == 0
    yield Clue(
        days,
        _reason(happening, f"{near.text!r} is said of {_names(happening)}", near),
        ClueKind.PLACED if _is_sure(known, happening, near) else ClueKind.HAPPENING,
        today=today,
    )


def _is_sure(known: Understood, happening: HappeningMention, near: DateMention) -> bool:
    """Whether it can be but one, and day and place tell it, or the wording stands directly beside it.

    "The first European Games in Baku next year"; not "the Games, which made it the man of the year".
    """
    if happening.sure is None:
        return False
    if happening.date is not None and (happening.place or _is_there(known, happening, happening.sure)):
        return True
    between = known.text[min(happening.stop, near.stop) : max(happening.start, near.start)]
    return _CLOSE.fullmatch(between) is not None


def _is_there(known: Understood, happening: HappeningMention, one: Happening) -> bool:
    """Whether its city is named in the same sentence."""
    sentence = known.sentence_at(happening.start)
    here = within(known.countries, sentence.start, sentence.stop) if sentence else ()
    return bool(one.city) and any(country.city == one.city for country in here)


def _from_plan(happening: HappeningMention) -> Iterator[Clue]:
    """Still to come, and what it may be is known by its place: written in the year before."""
    if _is_placed(happening):
        days = ds.union(*(_before(one.days) for one in happening.happenings))
        yield Clue(days, _reason(happening, f"still to come was {_names(happening)}"), ClueKind.HAPPENING)


def _names(happening: HappeningMention) -> str:
    named = [f"{one.name} ({in_words(one.days)})" for one in happening.happenings[:_NAMED]]
    return " or ".join([*named, *(["another"] if len(happening.happenings) > _NAMED else [])])


def _is_placed(happening: HappeningMention) -> bool:
    return happening.place and len(happening.happenings) <= _FEW


def _before(days: Days) -> Days:
    first = ds.earliest(days)
    return ds.between(first - _COMING, ds.latest(days)) if first else ds.ANY


def _is_to_come(known: Understood, happening: HappeningMention, sentence: Sentence) -> bool:
    """Whether the sentence speaks of the future: then the happening only may lie ahead."""
    before = known.text[sentence.start : happening.start].lower()
    behind = known.text[happening.stop : sentence.stop]  # with its capitals: "on May 28" is no "may"
    if known.prose.under_way.search(before[-_NEAR_BY:]):
        return False  # "welcome to this summit of the CSTO"
    return (
        known.prose.to_come.search(before) is not None or known.prose.will.search(behind[:_SOON]) is not None
    )


def _reason(happening: HappeningMention, why: str, near: DateMention | None = None) -> Reason:
    start = min(happening.start, near.start) if near else happening.start
    stop = max(happening.stop, near.stop) if near else happening.stop
    return Reason(why, start, stop, f"happenings.toml:{happening.happenings[0].key}")
