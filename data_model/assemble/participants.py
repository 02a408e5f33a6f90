"""People become participants: with the office they held at the date, and the part they played."""

from __future__ import annotations

from data_model import days as ds
from data_model.assemble.drafts import Draft, is_led_by
from data_model.dating.scene import Scene
from data_model.days import Days
from data_model.knowledge.entries import Office
from data_model.resolve.people import Reference
from data_model.resolve.terms import days_in_office, offices_of, terms_of
from data_model.values import Participant

_SEVERAL = 2


def participant_of(scene: Scene, draft: Draft, one: Reference, on: Days) -> Participant:
    """Someone of a draft as a participant of its event on those days."""
    office = office_at(scene, one, on)
    written = one.office.country if one.office else ""
    country = (office.country if office else written) or one.country or _only_country(scene, one, on)
    role = office.name if office else (one.office.text if one.office and one.office.how == "word" else "")
    return Participant(one.name, role, _part(scene, draft, one), one.key, country)


def _only_country(scene: Scene, one: Reference, on: Days) -> str:
    """The country of every office someone held, if one may have been held then."""
    held = offices_of(one.key, scene.knowledge)
    codes = {office.country for office in held}
    then = any(ds.overlap(days_in_office(one.key, office), on) for office in held)
    return codes.pop() if then and len(codes) == 1 else ""


def _part(scene: Scene, draft: Draft, one: Reference) -> str:
    """Who receives or invites, visits or speaks; whom a greeting is for is not there."""
    subject = draft.subject is not None and one.start == draft.subject.start
    if is_led_by(scene.side_words.host, scene, one, draft.sentence.start):
        return "host"
    if draft.action.key == "greet" and not subject:
        return "absent"
    if draft.action.type == "visit":
        return "visitor"
    if draft.action.type == "statement" and subject:
        return "speaker"
    return "host" if draft.action.key == "receive" and subject else "attendee"


def office_at(scene: Scene, one: Reference, on: Days) -> Office | None:
    """The office written beside the name if held on those days, else the highest one held."""
    if not one.key:
        return None
    if ds.earliest(on) is None or ds.latest(on) is None:
        on = scene.when.spans  # an event without bounds is taken to be of the report's time
    knowledge = scene.knowledge
    terms = terms_of(one.key, one.office, knowledge) if one.office else ()
    written = [knowledge.offices[term.office] for term in terms if ds.overlap(term.days, on)]
    # An office that is not written must have been held on every day the event may be of.
    held = written or [
        office
        for office in offices_of(one.key, knowledge)
        if ds.intersect(days_in_office(one.key, office), on) == on
    ]
    if len(held) < _SEVERAL:
        return next(iter(held), None)
    ranks = {key: at for at, key in enumerate(dict.fromkeys(role.rank for role in knowledge.roles.values()))}
    roles = knowledge.roles
    return min(
        held,
        key=lambda office: ranks[roles[office.role].rank] if office.role in roles else len(ranks),
    )
