"""Several sentences of one report may tell of one event: drafts of the same thing become one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data_model.dates import EventDate
from data_model.values import Event, Evidence, Participant, Place

_TWO = 2
_FEW_MONTHS, _FEW_DAYS = 36, 1100


def merge_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events of one report, each once; the first telling leads, later ones add to it."""
    kept: list[Event] = []
    # Two tellings of one event share a month: the others need not be compared.
    by_month: defaultdict[int | None, set[int]] = defaultdict(set)
    for event in events:
        months = _months_of(event.date)
        near = (
            range(len(kept))
            if None in months
            else sorted(set().union(*(by_month[m] for m in (None, *months))))
        )
        at = next((i for i in near if _same(kept[i], event)), None)
        if at is None:
            at = len(kept)
            kept.append(event)
        else:
            kept[at] = _merged(kept[at], event)
        for month in months:
            by_month[month].add(at)
    return tuple(_in_its_city(event, kept) for event in kept)


def _months_of(when: EventDate) -> set[int | None]:
    """The months a date may lie in, counted from year 0; None when they are many."""
    found: set[int | None] = set()
    for first, last in when.spans:
        if first is None or last is None or (last - first).days > _FEW_DAYS or len(found) > _FEW_MONTHS:
            return {None}
        found |= set(range(_month(first), _month(last) + 1))
    return found


def _month(day: date) -> int:
    return day.year * 12 + day.month


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


def _same(one: Event, other: Event) -> bool:
    if not _kinds_agree(one, other):
        return False
    # Two nouns of one clause.
    alike = one.title == other.title and one.type == other.type and one.evidence[0] == other.evidence[0]
    planned = (one.status == "planned") == (other.status == "planned")
    if not (alike or (planned and _places_agree(one, other))):
        return False
    # The dearest question last: a day of any year is a hundred days.
    return (alike or _sides_agree(one, other)) and one.date.overlaps(other.date)


def _kinds_agree(one: Event, other: Event) -> bool:
    """The same kind, or the main meeting and the session it is held at."""
    if one.type == other.type:
        return True
    if {one.type, other.type} != {"meeting", "summit"}:
        return False
    bodies = {body.key for body in one.organizations} & {body.key for body in other.organizations}
    same_day = one.date.edtf == other.date.edtf
    alone = not (other.participants or other.groups or other.organizations)
    return same_day and (alone or (one.main and bool(bodies)))


def _places_agree(one: Event, other: Event) -> bool:
    if one.place is None or other.place is None:
        return True
    if one.place.country != other.place.country:
        return False
    return None in (one.place.city, other.place.city) or one.place.city == other.place.city


def _sides_agree(one: Event, other: Event) -> bool:
    """No side of the one is missing in the other, unless the other names fewer sides at all."""
    people = {p.name for p in one.participants}, {p.name for p in other.participants}
    groups = {key_of_group(g) for g in one.groups}, {key_of_group(g) for g in other.groups}
    bodies = {b.key for b in one.organizations}, {b.key for b in other.organizations}
    if one.type == "visit":
        return bool(people[0] & people[1])
    same_day = one.date.edtf == other.date.edtf
    if not any((*people, *groups)):
        alike = bool(bodies[0] & bodies[1]) or ("other" not in (one.type, other.type) and not all(bodies))
        return one.place == other.place if one.place else alike and same_day
    less, more = sorted(people, key=len)
    if less and not less <= more:
        return False
    if same_day and len(people[1]) < _TWO and not groups[1] and not bodies[1]:
        return True  # "I am meeting with you today"
    if one.type != other.type:
        return not groups[1] or bool(groups[0] & groups[1]) or not people[1]
    if (len(people[0]) > 1) != (len(people[1]) > 1) and any(groups):
        return False
    if not all(groups):
        return bool(less) and (bool(bodies[0] & bodies[1]) or not any(groups))
    return bool(groups[0] & groups[1]) or bool(bodies[0] & bodies[1])


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
    )


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
