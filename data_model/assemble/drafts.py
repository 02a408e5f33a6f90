"""A draft: one action in one sentence, with the people, bodies and places that belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data_model.dates import EventDate
from data_model.find.actions import ActionMention
from data_model.find.dates import DateMention
from data_model.find.offices import OfficePhrase
from data_model.knowledge.entries import Action
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.resolve.quotes import quote_at
from data_model.resolve.scene import Scene
from data_model.spans import within
from data_model.values import Sentence

# Who or what can stand on a side of an action.
Side = Reference | OfficePhrase | OrganizationMention | CountryMention

# What ends the reach of an action to its right: a new clause, a closing bracket, a quotation mark.
_BREAK = re.compile(
    r"[;:\[\]”\"»]|,\s+(?:and|but|so|while|where|who|which|as|that|а|но|который)\b|\s+(?:that|because|although|if|when)\s"
)


# What an action cannot reach back over.
_OPENED = re.compile(r"[;\[]\s*")


@dataclass(frozen=True, slots=True)
class Draft:
    """What one action says before it becomes an event.

    Attributes:
        subject: Who does it: a person, a body, a group or a country.
        people: Everyone on either side, the subject first.
        groups: Collective participants.
        bodies: Organizations of the clause.
        states: Countries on either side.
        place: Where.
        host: Who invited, if the text says so.
        dated: The words that date it, None when the clause has none.
        when: What these words mean.
    """

    action: Action
    mention: ActionMention
    sentence: Sentence
    start: int
    stop: int
    people: tuple[Reference, ...] = ()
    groups: tuple[OfficePhrase, ...] = ()
    bodies: tuple[OrganizationMention, ...] = ()
    states: tuple[CountryMention, ...] = ()
    place: CountryMention | None = None
    host: Reference | None = None
    subject: Side | None = None
    dated: DateMention | None = None
    when: EventDate | None = None


def clause_of(scene: Scene, sentence: Sentence, mention: ActionMention) -> tuple[int, int]:
    """The reach of an action: back to the sentence's (or quotation's) start, on to the next clause."""
    quote = quote_at(scene.quotes, mention.start)
    start = max(sentence.start, quote.start) if quote else _outside_start(scene, sentence, mention)
    opened = [hit.end() for hit in _OPENED.finditer(scene.text, start, mention.start)]
    start = opened[-1] if opened else start
    end = min(sentence.stop, quote.stop) if quote else sentence.stop
    stop = end
    for hit in _BREAK.finditer(scene.text, mention.stop, end):
        if mention.noun and hit.start() == mention.stop:
            continue  # "the talks that continued in Warsaw"
        # "the 36th session of the council, and …" but not inside a name or a date in brackets
        if not any(body.start <= hit.start() < body.stop for body in scene.organizations):
            stop = hit.start()
            break
    return start, stop


def _outside_start(scene: Scene, sentence: Sentence, mention: ActionMention) -> int:
    """Behind the last quotation that closes before the action in the same sentence."""
    closed = [q.stop for q in scene.quotes if sentence.start <= q.stop <= mention.start]
    return max([sentence.start, *closed])


def nearest_before(scene: Scene, start: int, stop: int) -> Side | None:
    """The last person, group, body or country before a verb: its subject."""
    inside_office = [(o.start, o.stop) for o in scene.offices]
    candidates: list[Side] = [*within(scene.references, start, stop)]
    candidates += [one for one in within(scene.offices, start, stop) if is_group(scene, one)]
    for body in within(scene.organizations, start, stop):
        if not _covered(body.start, body.stop, inside_office):
            candidates.append(body)
    for country in within(scene.countries, start, stop):
        if country.named and not _covered(country.start, country.stop, inside_office):
            candidates.append(country)
    return max(candidates, key=lambda one: one.stop, default=None)


def is_group(scene: Scene, phrase: OfficePhrase) -> bool:
    """Whether an office phrase is several people who can take part; an audience does not."""
    audience = scene.knowledge.roles[phrase.role].rank == "audience"
    return phrase.how in ("group", "plural") and not audience


def _covered(start: int, stop: int, spans: list[tuple[int, int]]) -> bool:
    return any(left <= start and stop <= right for left, right in spans)
