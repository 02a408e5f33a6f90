"""Who and what belongs to an action: subject, company, groups, bodies, place, host."""

from __future__ import annotations

import re
from dataclasses import replace

from data_model.assemble.drafts import Draft, Side, clause_of, is_group, nearest_before
from data_model.find.actions import ActionMention
from data_model.find.offices import OfficePhrase
from data_model.knowledge.entries import Action
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.resolve.scene import Scene
from data_model.spans import within
from data_model.values import Sentence

_PLACE_LEAD = re.compile(r"\b(?:in|at|to|в|во|на)\s+(?:the\s+)?(?:city of\s+)?$", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?\s+(?:[\w’']+\s+){0,2}$|\s+(?:[\w’']+\s+){0,2}$")
_PURPOSE = re.compile(r"\sto\s+(?!the\b|a\b|an\b|all\b|his\b|her\b|its\b|their\b)[a-z]")
# A visit is made by whom it is "of", and by who is "on a visit" or "pays" one; others only speak of it.
_BY_WHOM = re.compile(r"\s+(?:of|by)\s+(?:the\s+)?$", re.IGNORECASE)
_ON_A = re.compile(r"\b(?:on|pay|pays|paid|paying|during|for|с)\b[^,;]{0,40}$", re.IGNORECASE)
_OBJECT_REACH, _CLOSE = 90, 24
# A bare country is where a visit goes or a summit is hosted; a meeting "in Ukraine" is seldom one.
_COUNTRY_PLACES = (
    "visit",
    "summit",
    "other",
    "military",
    "aid",
    "election",
    "protest",
    "exercise",
    "sanction",
)


def draft_action(scene: Scene, sentence: Sentence, mention: ActionMention, action: Action) -> Draft | None:
    """The draft of one action, None when what the action needs is not there."""
    behind = set(re.findall(r"\w+", scene.text[mention.stop : mention.stop + _CLOSE].lower()))
    if behind.intersection(action.unless):
        return None
    start, stop = clause_of(scene, sentence, mention)
    purpose = _PURPOSE.search(scene.text, mention.stop, stop)
    near_stop = purpose.start() if purpose else stop
    draft = Draft(action, mention, sentence, start, stop)
    draft = _with_sides(scene, draft, near_stop)
    draft = replace(draft, place=_place(scene, draft))
    return draft if _has_what_it_needs(scene, draft) else None


def _with_sides(scene: Scene, draft: Draft, near_stop: int) -> Draft:
    """Subject on the left, company on the right; for a noun, its possessor and "with …"."""
    mention = draft.mention
    right = within(scene.references, mention.stop, near_stop)
    host = _host(scene, draft)
    groups = [one for one in within(scene.offices, mention.stop, near_stop) if is_group(scene, one)]
    bodies = [
        one for one in within(scene.organizations, mention.stop, near_stop) if not _is_media(scene, one)
    ]
    if draft.action.type == "visit":
        right = [one for one in right if _is_visitor(scene, draft, one)]
    states = [one for one in within(scene.countries, mention.stop, near_stop) if _is_side(scene, one, draft)]
    left = _possessor(scene, draft) if mention.noun else nearest_before(scene, draft.start, mention.start)
    people = [one for one in ([left] if isinstance(left, Reference) else []) + right if one is not host]
    if isinstance(left, Reference):
        people = _with_coordinated(scene, draft, left) + people
    if isinstance(left, OfficePhrase):
        groups = [left, *groups]
    if isinstance(left, OrganizationMention):
        bodies = [left, *bodies]
    if isinstance(left, CountryMention):
        states = [left, *_coordinated_states(scene, draft, left), *states]
    if host is not None:
        people.append(host)
    return replace(
        draft,
        subject=left,
        people=tuple(_each_once(people)),
        groups=tuple(groups),
        bodies=tuple(_with_office_bodies(scene, draft, bodies, people, groups)),
        states=tuple(states),
        host=host,
    )


def _is_visitor(scene: Scene, draft: Draft, one: Reference) -> bool:
    """Whether someone right of a visit makes it: "the visit of X"; for a verb nobody there does."""
    begin = one.office.start if one.office and one.office.start < one.start else one.start
    return draft.mention.noun and bool(_BY_WHOM.fullmatch(scene.text, draft.mention.stop, begin))


def _is_media(scene: Scene, body: OrganizationMention) -> bool:
    """Whether it is who reports, not who takes part."""
    return scene.knowledge.organizations[body.key].kind == "media"


def _with_coordinated(scene: Scene, draft: Draft, subject: Reference) -> list[Reference]:
    """The people joined to the subject by commas and "and": "A and B met"."""
    before = within(scene.references, draft.start, subject.start)
    joined: list[Reference] = []
    edge = subject.office.start if subject.office and subject.office.start < subject.start else subject.start
    for one in reversed(before):
        between = scene.text[one.stop : edge].strip()
        if between not in ("and", ",", ", and", "и", "with"):
            break
        joined.insert(0, one)
        edge = one.office.start if one.office and one.office.start < one.start else one.start
    return joined


def _coordinated_states(scene: Scene, draft: Draft, subject: CountryMention) -> list[CountryMention]:
    edge = subject.start
    joined: list[CountryMention] = []
    for one in reversed(within(scene.countries, draft.start, subject.start)):
        if scene.text[one.stop : edge].strip() not in ("and", ",", ", and", "и"):
            break
        joined.append(one)
        edge = one.start
    return joined


def _possessor(scene: Scene, draft: Draft) -> Side | None:
    """The owner directly before a noun ("Putin’s visit", "our meeting"), or its agent in the clause."""
    found = nearest_before(scene, draft.start, draft.mention.start)
    if found is None:
        return None
    between = scene.text[found.stop : draft.mention.start]
    if draft.action.type == "visit" and _ON_A.search(between):
        return found  # "was on a state visit to …"
    own = _OWNER.fullmatch(between)
    pronoun = isinstance(found, Reference) and found.how == "pronoun"
    if own and (between.startswith(("'", "’")) or pronoun or isinstance(found, OrganizationMention)):
        return found
    return None


def _host(scene: Scene, draft: Draft) -> Reference | None:
    """The person at whose invitation it happened."""
    for one in within(scene.references, draft.mention.stop, draft.sentence.stop):
        begin = one.office.start if one.office and one.office.start < one.start else one.start
        if scene.modality.host.search(scene.text[max(0, begin - 40) : begin]):
            nearer = within(scene.actions, draft.mention.stop, begin)
            return None if nearer else one
    return None


def _is_side(scene: Scene, country: CountryMention, draft: Draft) -> bool:
    """Whether a country right of the action is the other side: "with Russia", "between X and Y"."""
    if not country.named or any(o.start <= country.start < o.stop for o in scene.offices):
        return False
    if any(body.start <= country.start < body.stop for body in scene.organizations):
        return False
    lead = scene.text[max(draft.mention.stop, country.start - 14) : country.start].lower()
    return any(re.search(rf"\b{re.escape(word)}\s+(?:the\s+)?$", lead) for word in draft.action.company) or (
        lead.strip() in ("and", "и")
    )


def _with_office_bodies(
    scene: Scene,
    draft: Draft,
    bodies: list[OrganizationMention],
    people: list[Reference],
    groups: list[OfficePhrase],
) -> list[OrganizationMention]:
    """Bodies of the clause and of the offices of those who take part."""
    spans = [one.office for one in people if one.office] + groups
    inside = [
        body
        for body in scene.organizations
        if any(s.start <= body.start and body.stop <= s.stop for s in spans)
    ]
    near = within(scene.organizations, draft.start, draft.mention.start) if draft.mention.noun else []
    near = [
        body
        for body in near
        if draft.mention.start - body.stop <= len("'s 36th ") and not _is_media(scene, body)
    ]
    return _each_once([*near, *bodies, *inside])


def _each_once(things: list) -> list:  # type: ignore[type-arg]
    seen: dict[object, object] = {}
    for thing in things:
        seen.setdefault(getattr(thing, "name", None) or thing.key, thing)
    return list(seen.values())


def _place(scene: Scene, draft: Draft) -> CountryMention | None:
    """The nearest place behind a word of place, in the clause first, then in front of the action."""
    mention = draft.mention
    for start, stop in ((mention.stop, draft.stop), (draft.start, mention.start)):
        for one in within(scene.countries, start, stop):
            if one.how == "region" or any(o.start <= one.start < o.stop for o in scene.offices):
                continue
            if any(body.start <= one.start < body.stop for body in scene.organizations):
                continue
            lead = scene.text[max(0, one.start - 40) : one.start]
            if scene.modality.about.search(lead):
                continue
            if (
                draft.action.needs == "place"
                and one.start - mention.stop <= 1 + len("the ")
                and start >= mention.stop
            ):
                return one  # "visited Belarus"
            if not _PLACE_LEAD.search(lead):
                continue
            if not one.city and draft.action.type not in _COUNTRY_PLACES:
                continue
            return one
    return _here(scene, draft)


def _here(scene: Scene, draft: Draft) -> CountryMention | None:
    """The last city named in the sentence before the word "here"."""
    if not scene.modality.here.search(scene.text[draft.mention.stop : draft.stop].lower()):
        return None
    cities = [one for one in within(scene.countries, draft.sentence.start, draft.mention.start) if one.city]
    return cities[-1] if cities else None


def _has_what_it_needs(scene: Scene, draft: Draft) -> bool:
    action, mention = draft.action, draft.mention
    others = [one for one in draft.people if one is not draft.subject]
    sides = bool(others or draft.groups or draft.bodies or draft.states)
    if mention.generic or (mention.noun and mention.anaphoric):
        return False
    if action.needs == "object":
        return _has_object(scene, draft)
    if action.type == "visit" and mention.noun and not (draft.people or draft.groups or draft.states):
        return False
    if action.needs == "place":
        return draft.place is not None or _affected(scene, draft) is not None
    if action.needs in ("company", "person"):
        # "information received from the President" receives nobody
        taken = scene.text[mention.stop :].lstrip().lower().startswith(("from ", "by ", "от "))
        groups = [one for one in draft.groups if one is not draft.subject]
        return bool(others or groups) and not taken
    if action.needs == "body":
        return bool(draft.bodies or draft.groups or isinstance(draft.subject, CountryMention))
    if mention.noun:
        return bool(draft.people or draft.groups or draft.place)
    return draft.subject is not None and (sides or draft.place is not None or action.needs == "")


def _affected(scene: Scene, draft: Draft) -> CountryMention | None:
    """The country or city an attack, a sanction or aid is aimed at."""
    spans = ((draft.mention.stop, draft.stop), (draft.start, draft.mention.start))
    for start, stop in spans:
        found = within(
            scene.countries, start, min(stop, start + _OBJECT_REACH) if start >= draft.mention.stop else stop
        )
        if found:
            return found[0]
    return None


def _has_object(scene: Scene, draft: Draft) -> bool:
    """Whether one of the action's object words follows (or, in the passive, comes before)."""
    words = draft.action.object_words
    behind = scene.text[draft.mention.stop : min(draft.stop, draft.mention.stop + _OBJECT_REACH)].lower()
    before = scene.text[max(draft.start, draft.mention.start - _OBJECT_REACH) : draft.mention.start].lower()
    where = before if draft.mention.passive else behind
    return any(re.search(rf"\b{re.escape(word)}\b", where) for word in words)
