"""The layers of countries, kept apart: who takes part, and who is bound by membership."""

from __future__ import annotations

from collections.abc import Iterable

from data_model import days as ds
from data_model.assemble.drafts import Draft, reach_of
from data_model.assemble.participants import office_at
from data_model.dating.scene import Scene
from data_model.days import Days
from data_model.resolve.people import Reference
from data_model.spans import within
from data_model.values import Participant


def sides_of(scene: Scene, draft: Draft, people: tuple[Participant, ...]) -> tuple[str, ...]:
    """Participating countries: of the people's offices, the groups' words, the states and their bodies.

    The country it took place in takes part if it was visited, if its government's seat is named, or if
    nobody is known to be there, by name or by country.
    """
    found = dict.fromkeys(person.country for person in people if person.country and person.part != "absent")
    for group in draft.groups:
        found.update(dict.fromkeys(group.countries))
    found.update(dict.fromkeys(state.code for state in draft.states))
    for body in draft.bodies:
        country = scene.knowledge.organizations[body.key].country
        if country:
            found[country] = None
    if draft.action.needs == "place" and draft.action.type != "visit":
        reach = within(scene.countries, draft.start, draft.stop)
        found.update(dict.fromkeys(one.code for one in reach[:2]))
    if not found and draft.action.type == "meeting" and scene.side_words.peace.search(draft.mention.text):
        found.update(dict.fromkeys(_parties_near(scene, draft)))
    place = draft.place
    hosts = draft.action.type == "visit" or (place is not None and place.how == "metonym")
    if place is not None and (hosts or not (found or people or _is_own_session(scene, draft))):
        found[place.code] = None
    return tuple(found)


def _is_own_session(scene: Scene, draft: Draft) -> bool:
    """Whether a body meets by itself: the country it meets in is then no more than the place."""
    return any(
        body is draft.subject or scene.knowledge.organizations[body.key].parent for body in draft.bodies
    )


def _parties_near(scene: Scene, draft: Draft) -> list[str]:
    """Peace talks without named parties: the countries the next sentences speak of, until there are two."""
    found: dict[str, None] = {}
    paragraph = draft.sentence.paragraph
    for sentence in scene.sentences:
        if sentence.start < draft.sentence.start or sentence.paragraph > paragraph + 1:
            continue
        for one in within(scene.countries, sentence.start, sentence.stop):
            if one.named:
                found[one.code] = None
        if len(found) > 1:
            break
    return list(found)


def bodies_of(scene: Scene, draft: Draft, on: Days) -> list[str]:
    """The bodies of the clause, of the groups and of the offices, each with the parent the text names too.

    A ministry or service of somebody who attends the session of a body takes no part in it, a news agency
    only in what is said to it.
    """
    keys = dict.fromkeys(body.key for body in draft.bodies)
    for group in draft.groups:
        keys.update(dict.fromkeys(body.key for body in within(scene.organizations, group.start, group.stop)))
    convened = bool(keys)
    for one in draft.people:
        for key in _bodies_of_office(scene, one, on):
            if not (convened and scene.knowledge.organizations[key].country):
                keys[key] = None
    for key in list(keys):
        parent = scene.knowledge.organizations[key].parent
        if parent in scene.bodies_named:
            keys[parent] = None
    spoken_to = draft.action.type == "statement"
    return [key for key in keys if spoken_to or not scene.knowledge.organizations[key].media]


def _bodies_of_office(scene: Scene, one: Reference, on: Days) -> list[str]:
    """The body somebody leads or serves: as the offices know it, else as it is written beside the name."""
    written = [body.key for body in within(scene.organizations, *reach_of(one))]
    office = office_at(scene, one, on)
    if office is None or not office.organization:
        return written
    national = scene.knowledge.organizations[office.organization].country
    return [office.organization] if written or not national else []


def members_of(scene: Scene, bodies: Iterable[str], on: Days) -> tuple[str, ...]:
    """Members, on every day the event may be of, of the bodies that took part (an organ has its parent's).

    An event without bounds is taken to be of the report's time.
    """
    found: dict[str, None] = {}
    bounded = on if ds.earliest(on) and ds.latest(on) else scene.when.spans
    for key in bodies:
        entry = scene.knowledge.organizations[key]
        if not entry.members and entry.parent:
            entry = scene.knowledge.organizations[entry.parent]
        found.update(
            dict.fromkeys(
                member.country for member in entry.members if ds.intersect(member.days, bounded) == bounded
            )
        )
    return tuple(found)
