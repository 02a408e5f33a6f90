"""Several sentences of one report may tell of one event: drafts of the same thing become one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from data_model.assemble.same import Telling, is_same
from data_model.dates import EventDate
from data_model.knowledge.modality import MOODS_OFF
from data_model.values import Event, Evidence, Participant, Place

# An event is told again within so many paragraphs, and so many events.
_PARAGRAPHS, _LAST = 6, 24


def merge_events(told: Sequence[Telling]) -> tuple[Event, ...]:
    """The events of one report, each once, the news first; later tellings add to earlier ones."""
    kept: list[Telling] = []
    for one in sorted(told, key=lambda one: (not one.event.main, one.draft.mention.start)):
        at = next((i for i in _near(kept, one) if is_same(kept[i], one)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = replace(kept[at], event=_merged(kept[at].event, one.event))
    events = [one.event for one in kept]
    return tuple(_in_its_city(event, events) for event in events)


def _near(kept: Sequence[Telling], one: Telling) -> Iterator[int]:
    """Which of the events kept so far may be told again: the news, and the last few told near by."""
    if kept:
        yield 0
    last = range(len(kept) - 1, max(0, len(kept) - 1 - _LAST), -1)
    paragraph = one.draft.sentence.paragraph
    yield from (i for i in last if abs(paragraph - kept[i].draft.sentence.paragraph) <= _PARAGRAPHS)


def _in_its_city(event: Event, events: Sequence[Event]) -> Event:
    """A visit to a country, in the city where the report places what was done on its days."""
    if event.type != "visit" or event.place is None or event.place.city:
        return event
    cities = {
        one.place
        for one in events
        if one.place and one.place.city and one.place.country == event.place.country
        if one.date.placed and one.date.overlaps(event.date)
    }
    return replace(event, place=cities.pop()) if len(cities) == 1 else event


def key_of_group(words: str) -> str:
    """The core of a group's words, so that two wordings of one group compare equal."""
    return " ".join(sorted({w for w in words.lower().replace("’s", "").split() if len(w) > len("with")}))


def _merged(one: Event, other: Event) -> Event:
    people: dict[str, Participant] = {p.name: p for p in (*other.participants, *one.participants)}
    evidence: dict[int, Evidence] = {e.start: e for e in (*other.evidence, *one.evidence)}
    sharp = _sharper(one, other)
    first = {e.start for e in one.evidence}
    rest = tuple(e for start, e in sorted(evidence.items()) if start not in first)
    return replace(
        one,
        main=one.main or other.main,
        according_to=one.according_to and other.according_to,  # what the report tells too is no mere claim
        status=_status_of_both(one.status, other.status),
        date=sharp.date,
        place=_fuller(one, other),
        participants=tuple(
            people[name] for name in dict.fromkeys(p.name for p in (*one.participants, *other.participants))
        ),
        groups=_joined_groups(one.groups, other.groups),
        organizations=tuple({b.key: b for b in (*other.organizations, *one.organizations)}.values()),
        countries=_joined(one.countries, other.countries),
        countries_location=_joined(one.countries_location, other.countries_location),
        countries_named=_joined(one.countries_named, other.countries_named),
        countries_by_membership=sharp.countries_by_membership or one.countries_by_membership,
        evidence=(*one.evidence, *rest),
        numbers=_joined(one.numbers, other.numbers),
    )


def _status_of_both(one: str, other: str) -> str:
    """What is planned, or not to be, and is told elsewhere to be off is off; what was moved is not off."""
    told = {one, other}
    off = [each for each in MOODS_OFF if each in told]
    return off[0] if off and told <= {"planned", "denied", *MOODS_OFF} else one


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _joined_groups(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Groups of both, a second wording of the same group left out."""
    kept = list(one)
    for group in other:
        words = set(key_of_group(group).split())
        known = (set(key_of_group(had).split()) for had in kept)
        if not any(len(words & had) * 2 >= len(words) for had in known):
            kept.append(group)
    return tuple(kept)


def _fuller(one: Event, other: Event) -> Place | None:
    if one.place and (one.place.city or not other.place):
        return one.place
    return other.place


def _sharper(one: Event, other: Event) -> Event:
    """Of two tellings the one whose date allows fewer days."""
    return other if _size(other.date) < _size(one.date) else one


def _size(when: EventDate) -> float:
    total = 0.0
    for span in when.spans:
        if span.first is None or span.last is None:
            return float("inf")
        total += (span.last - span.first).days + 1
    return total
