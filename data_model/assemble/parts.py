"""Who and what belongs to an action: subject, company, groups, bodies, place, host."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from data_model.assemble.drafts import (
    Draft,
    Side,
    clause_of,
    is_led_by,
    is_possessive,
    reach_of,
    sides_between,
    speaks_for_others,
    subject_before,
)
from data_model.assemble.needs import has_what_it_needs, is_agent, is_of_event
from data_model.assemble.places import find_place
from data_model.assemble.tellings import OCCASIONS
from data_model.dating.scene import Scene
from data_model.find.actions import ActionMention
from data_model.find.offices import OfficePhrase
from data_model.knowledge.entries import Action
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.spans import at_offset, within
from data_model.values import Sentence

Kind = TypeVar("Kind")

_OWNER = re.compile(r"['’]s?\s+(?:[\w’']+\s+){0,2}$|\s+(?:[\w’']+\s+){0,2}$")
_CLOSE = 24
_GATHERINGS = (*OCCASIONS, "call", "visit")


def draft_action(scene: Scene, sentence: Sentence, mention: ActionMention, action: Action) -> Draft | None:
    """The draft of one action, None when what the action needs is not there."""
    behind = set(re.findall(r"\w+", scene.text[mention.stop : mention.stop + _CLOSE].lower()))
    if behind.intersection(action.unless):
        return None
    start, stop = clause_of(scene, sentence, mention)
    purpose = scene.side_words.purpose.search(scene.text, mention.stop, stop)
    draft = _with_sides(
        scene, Draft(action, mention, sentence, start, stop), purpose.start() if purpose else stop
    )
    if action.plover != "ACCUSE":  # the place is that of the deed
        draft = replace(draft, place=find_place(scene, draft))
    return draft if has_what_it_needs(scene, draft) else None


def _with_sides(scene: Scene, draft: Draft, near_stop: int) -> Draft:
    """Subject on the left, company on the right; for a noun, its possessor and "with …"."""
    mention = draft.mention
    left = _possessor(scene, draft) if mention.noun else subject_before(scene, mention, draft.start)
    right = _company(scene, draft, near_stop)
    agent = next((one for one in right if is_agent(scene, draft, one)), None)
    host = _host(scene, draft)
    if agent is not None and draft.action.key == "receive" and isinstance(agent, Reference):
        host = agent
    subject = left[0] if left else None
    if agent is not None and not isinstance(subject, OrganizationMention):
        subject = agent  # a session that was chaired by someone remains its body's
    sides = [*([subject] if subject is not None else []), *left, *right]
    people = [one for one in _of_kind(Reference, sides) if host is None or one.name != host.name]
    return replace(
        draft,
        subject=subject,
        people=each_once([*people, *([host] if host else [])], lambda one: one.name),
        groups=each_once(_of_kind(OfficePhrase, sides), lambda one: one.start),
        bodies=each_once(
            [*_owners(scene, draft), *_of_kind(OrganizationMention, sides)], lambda one: one.key
        ),
        states=each_once(_of_kind(CountryMention, sides), lambda one: one.code),
        host=host,
    )


def _of_kind(kind: type[Kind], sides: Iterable[object]) -> list[Kind]:
    return [one for one in sides if isinstance(one, kind)]


def each_once(things: Iterable[Kind], key: Callable[[Kind], Hashable]) -> tuple[Kind, ...]:
    """Things without those whose key was there before."""
    seen: dict[Hashable, Kind] = {}
    for thing in things:
        seen.setdefault(key(thing), thing)
    return tuple(seen.values())


def _company(scene: Scene, draft: Draft, stop: int) -> list[Side]:
    """The sides named right of the action, up to where it says what it was for."""
    found: list[Side] = []
    last: tuple[Side, bool] | None = None
    report = scene.side_words.report.search(scene.text, draft.mention.stop, stop)
    if stop == draft.stop and scene.text[stop : stop + 1] == ":":
        found += _after_colon(scene, draft)
    for one in sides_between(scene, draft.mention.stop, stop):
        # A person who tells of a meeting, and a body that tells of a deed, mostly had a part in it.
        if report and one.start >= report.start() and _only_reports(draft, one):
            break
        if speaks_for_others(scene, one) and not _leads_company(scene, draft, one):
            continue
        joined = last is not None and scene.side_words.join.fullmatch(
            scene.text, reach_of(last[0])[1], reach_of(one)[0]
        )
        takes_part = last[1] if last is not None and joined else _takes_part(scene, draft, one)
        last = (one, takes_part)
        if takes_part:
            found.append(one)
    return found


def _only_reports(draft: Draft, one: Side) -> bool:
    """Whether someone is taken to tell of a gathering without having been there: a press service."""
    return draft.action.type in _GATHERINGS and not isinstance(one, Reference)


def _after_colon(scene: Scene, draft: Draft) -> list[Side]:
    """The list that names a group: "The heads of state met: A, B and C"."""
    listed = sides_between(scene, draft.stop, draft.sentence.stop)
    if not listed or scene.text[draft.stop : reach_of(listed[0])[0]].strip(": \n") not in ("", "the"):
        return []
    return [one for one in listed if isinstance(one, Reference)] if draft.action.type in OCCASIONS else []


def _takes_part(scene: Scene, draft: Draft, one: Side) -> bool:
    """Whether a side right of the action belongs to it, and not to what was spoken of."""
    words, mention = scene.side_words, draft.mention
    begin = reach_of(one)[0]
    if draft.action.plover == "ACCUSE":
        return is_agent(scene, draft, one)  # who is condemned does not condemn
    if isinstance(one, OrganizationMention):
        if scene.knowledge.organizations[one.key].media:
            return False
    elif is_possessive(scene, one):
        return False
    if draft.action.type == "visit" and isinstance(one, Reference):
        return mention.noun and bool(words.visit_by.fullmatch(scene.text, mention.stop, begin))
    if _is_topic(scene, draft, begin):
        return False
    with_company = _leads_company(scene, draft, one)
    if isinstance(one, CountryMention) or with_company:
        return with_company
    if isinstance(one, OrganizationMention) or not is_led_by(words.preposition, scene, one, mention.stop):
        return True
    return is_of_event(scene, begin)


def _leads_company(scene: Scene, draft: Draft, one: Side) -> bool:
    """Whether a word of company or of the agent leads to a side: "with Russia", "by the President"."""
    words, start = scene.side_words, draft.mention.stop
    if is_led_by(words.company, scene, one, start) or is_led_by(words.agent, scene, one, start):
        return True
    lead = scene.text[start : reach_of(one)[0]].lower().removesuffix("the ").split()
    return bool(lead) and lead[-1] in draft.action.company


def _is_topic(scene: Scene, draft: Draft, begin: int) -> bool:
    """Whether the last wording before a side opens what was spoken of, no company behind it."""
    opened = -1
    for hit in scene.side_words.topic.finditer(scene.text, draft.mention.stop, begin):
        if at_offset(scene.dates, hit.end() + 1) is None:  # "on 4 March" opens no topic
            opened = hit.end()
    if opened < 0:
        return False
    company = scene.side_words.company_word.search(scene.text, opened, begin)
    # "held talks on water with X", but "spoke ahead of the talks with X"
    return company is None or bool(within(scene.actions, opened, company.start()))


def _possessor(scene: Scene, draft: Draft) -> list[Side]:
    """The owner directly before a noun ("Putin’s visit", "our meeting"), or its agent in the clause."""
    found = subject_before(scene, draft.mention, draft.start)
    nearest = sides_between(scene, draft.start, draft.mention.start)[-1:]
    if found and draft.action.type == "visit":
        between = scene.text[reach_of(found[-1])[1] : draft.mention.start]
        if scene.side_words.visit_on.search(between):
            return found  # "was on a state visit to …"
    for one in nearest:
        between = scene.text[one.stop : draft.mention.start]
        pronoun = isinstance(one, Reference) and one.how == "pronoun"
        owns = between.startswith(("'", "’")) or pronoun or isinstance(one, OrganizationMention)
        if owns and _OWNER.fullmatch(between):
            return [one]
    return []


def _host(scene: Scene, draft: Draft) -> Reference | None:
    """The person at whose invitation it happened."""
    sentence, mention = draft.sentence, draft.mention
    for one in within(scene.references, sentence.start, sentence.stop):
        if is_led_by(scene.side_words.host, scene, one, sentence.start):
            begin, stop = reach_of(one)
            nearer = within(scene.actions, min(stop, mention.stop), max(begin, mention.start))
            own = draft.action.type
            other = any(scene.knowledge.actions[key].type != own for one in nearer for key in one.actions)
            return None if other else one
    return None


def _owners(scene: Scene, draft: Draft) -> list[OrganizationMention]:
    """The bodies directly before a noun: "the CSTO's 36th session"."""
    if not draft.mention.noun:
        return []
    first = draft.mention.start - len("'s 36th ")
    return [
        body
        for body in within(scene.organizations, draft.start, draft.mention.start)
        if body.stop >= first and not scene.knowledge.organizations[body.key].media
    ]
