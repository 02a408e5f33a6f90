"""Which events of one report are the same: weighed by what they share and how near they stand.

The points stand in `same.toml` beside this file, written by `make fit`. What cannot be the same never is:
events of other days, or of other countries or cities.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from data_model.assemble.asides import aside_of
from data_model.assemble.drafts import Draft
from data_model.assemble.moods import staying_away
from data_model.assemble.surroundings import GATHERINGS
from data_model.dating.scene import Scene
from data_model.knowledge.modality import MOODS_OFF, MOODS_UNDONE
from data_model.spans import Stretch
from data_model.values import Event
from data_model.weights import Features, load_weights

_WORD = re.compile(r"[^\W\d_]{4,}")
# So many letters of a word are its stem in any language, near enough.
_STEM = 6
# What happened was not called off.
_APART = ({"happened", "cancelled"}, {"happened", "denied"}, {"ongoing", "cancelled"}, {"ongoing", "denied"})
# With so many words in common one sentence repeats another.
_REPEATED = 0.75
# To tell two events as one is worse than to tell one twice: of the pairs that are as likely the same as not,
# four in five are, out of fold.
_LIKELY_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one candidate tells it.

    Attributes:
        draft: The candidate.
        event: What it became.
        stems: The beginnings of the words of its clause.
        aside: What its sentence only tells of somebody, if it is told there.
        away: Whether it tells that somebody will not come.
    """

    draft: Draft
    event: Event
    stems: frozenset[str]
    aside: Stretch | None
    away: bool


def telling_of(scene: Scene, draft: Draft, event: Event) -> Telling:
    """A candidate of a document with the event it became."""
    words = _WORD.findall(scene.text[draft.start : draft.stop].lower())
    stems = frozenset(word[:_STEM] for word in words)
    away = staying_away(scene, draft) is not None
    return Telling(draft, event, stems, aside_of(scene, draft), away)


def is_same(one: Telling, other: Telling) -> bool:
    """Whether two events of one report are the same."""
    if any(a.away and b.event.status not in MOODS_UNDONE for a, b in ((one, other), (other, one))):
        return False  # "Berg will attend the summit, Lund will not"
    weights = load_weights("data_model.assemble", "same.toml")
    alike = _repeats(one, other) or _reads_alike(one.event, other.event)
    likely = alike or weights.share(weigh_same(one, other)) >= _LIKELY_ENOUGH
    if one.draft.sentence == other.draft.sentence:
        if one.aside != other.aside:
            return False  # "Berg, elected in May, met Li on Friday"
        if one.draft.dated is not None and one.draft.dated == other.draft.dated and _is_alike(one, other):
            return True  # "the summit, which was to have opened on Monday, has been put off"
    # The dearest question last: a day of any year is a hundred days.
    return likely and can_be_same(one.event, other.event)


def _is_alike(one: Telling, other: Telling) -> bool:
    """Whether two candidates with one wording of time tell the same kind of thing, and that it is off."""
    told = (one.event, other.event)
    return told[0].type == told[1].type and all(event.status in MOODS_OFF for event in told)


def _repeats(one: Telling, other: Telling) -> bool:
    """Whether one sentence says another again nearly word for word: a caption, a summary at the end."""
    apart = one.draft.sentence != other.draft.sentence
    return apart and one.event.type == other.event.type and _shared(one.stems, other.stems) >= _REPEATED


def _reads_alike(one: Event, other: Event) -> bool:
    """Whether a reader could not tell them apart: one title, time and status, of somebody named."""
    told = [(event.title, event.date.edtf, event.status) for event in (one, other)]
    return bool(one.participants or one.organizations or one.countries) and told[0] == told[1]


def can_be_same(one: Event, other: Event) -> bool:
    """Whether nothing excludes it: that only one was called off, their days, or the places they were at."""
    if {one.status, other.status} in _APART or _is_word_of(one, other) or _is_word_of(other, one):
        return False
    if one.place and other.place:
        if one.place.country != other.place.country:
            return False
        if one.place.city and other.place.city and one.place.city != other.place.city:
            return False
    return one.date.overlaps(other.date)


def _is_word_of(one: Event, other: Event) -> bool:
    """Whether one is what was said of another, to come or off: it has the day on which that was said."""
    undone = other.status in ("planned", "hypothetical", *MOODS_UNDONE)
    return one.type == "statement" != other.type and one.status == "happened" and undone


def weigh_same(one: Telling, other: Telling) -> Features:
    """What speaks for two events being the same, and against it, by the names of `same.toml`."""
    told = one.event, other.event
    kinds = {event.type for event in told}
    paragraphs = abs(one.draft.sentence.paragraph - other.draft.sentence.paragraph)
    people = [{person.name for person in event.participants} for event in told]
    bodies = [{body.key for body in event.organizations} for event in told]
    found = {
        "one_sentence": one.draft.sentence == other.draft.sentence,
        "one_paragraph": paragraphs == 0,
        "next_paragraph": paragraphs == 1,
        "with_news": told[0].main or told[1].main,
        "one_type": len(kinds) == 1 and "other" not in kinds,
        "word_and_deed": len(kinds) > 1 and "statement" in kinds,
        # What is off was planned, and is told of as planned, too.
        "plan_and_off": {event.status for event in told} & set(MOODS_OFF) != set()
        and told[0].status != told[1].status,
        "gatherings": len(kinds) > 1 and kinds <= GATHERINGS,
        "words": _shared(one.stems, other.stems),
        "people": _shared(*people),
        "bodies": _shared(*bodies),
    }
    return {name: float(value) for name, value in found.items() if value}


def _shared(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """The share of the smaller set that is in the larger."""
    return len(one & other) / max(min(len(one), len(other)), 1)
