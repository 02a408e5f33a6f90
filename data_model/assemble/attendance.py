"""Who else was there: other sentences add people, groups and bodies to an event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from operator import attrgetter

from data_model.assemble.drafts import (
    Draft,
    Side,
    is_led_by,
    is_possessive,
    opening_sides,
    reach_of,
    sides_between,
    speaks_for_others,
)
from data_model.assemble.parts import each_once
from data_model.dating.scene import Scene
from data_model.find.offices import OfficePhrase
from data_model.knowledge.name_words import load_name_words
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference, protagonist
from data_model.resolve.quotes import quote_at
from data_model.spans import around, following, within
from data_model.values import Sentence

# How many sentences behind the event may still speak of who was there.
_FOLLOWING = 4
# And how many before an event without a subject may name who met.
_BEFORE = 2
# So many countries in one list of a sentence on who was there sent somebody.
_MANY = 3
_ATTENDED = ("meeting", "summit", "call", "exercise")
# The office in front of a name may end a line, and the name open the next.
_LEAD = 80
# In a transcript the name of who speaks opens the line: "President of Russia Vladimir Putin: Colleagues, …".
_SPEAKS = re.compile(r"\s*:\s")
# A report quotes those who were there within so many sentences.
_REPORT = 40
# Who may report at a meeting; spokesmen, experts and journalists speak about it.
_REPORTING = ("head-of-state", "head-of-government", "minister", "head-of-body", "deputy")
_LINE_START = re.compile(r"[\W\d_]*" + load_name_words().courtesy)


def add_attendance(scene: Scene, draft: Draft, *, main: bool) -> Draft:
    """A meeting with the people whom other sentences call present, and with "we" spelled out.

    For the main event every sentence of the report counts, for others those that follow it.
    """
    if main:
        draft = _with(draft, _transcribed(scene))
    if main and draft.action.type == "statement":
        floor = [one for s in scene.sentences for one in _given_floor(scene, s)]
        draft = _with(draft, floor)
        return draft if draft.people or draft.bodies else _with(draft, _speakers(scene, draft))
    if draft.action.type not in _ATTENDED:
        return draft
    if main and draft.subject is None:
        draft = _with(draft, _gathered(scene, draft))
    skipped = scene.side_words.absence.search(scene.text, draft.sentence.start, draft.mention.start)
    if main and draft.mention.noun and not skipped:
        draft = _with(draft, opening_sides(scene, draft.sentence.start, draft.mention.start))
    telling = _outside_quotes(scene, draft) if main else _following(scene, draft)
    draft = _with(draft, [one for sentence in telling for one in _present(scene, sentence)])
    if draft.action.type in ("meeting", "call") and len({one.name for one in draft.people}) < 2:  # noqa: PLR2004
        draft = _with(draft, _other_side(scene, draft))
    return draft


def _with(draft: Draft, sides: Iterable[Side]) -> Draft:
    sides = tuple(sides)
    people = [one for one in sides if isinstance(one, Reference)]
    groups = [one for one in sides if isinstance(one, OfficePhrase)]
    bodies = [one for one in sides if isinstance(one, OrganizationMention)]
    states = [one for one in sides if isinstance(one, CountryMention)]
    return replace(
        draft,
        people=each_once((*draft.people, *people), lambda one: one.name),
        groups=each_once((*draft.groups, *groups), lambda one: one.text),
        bodies=each_once((*draft.bodies, *bodies), lambda one: one.key),
        states=each_once((*draft.states, *states), lambda one: one.code),
    )


def _speakers(scene: Scene, draft: Draft) -> list[Side]:
    """Who makes a statement without a subject: "Remarks by X" near by, else the main person."""
    near = [s for s in scene.sentences if not s.furniture and s.stop >= draft.sentence.start][: 1 + _BEFORE]
    for sentence in near:
        for one in within(scene.references, sentence.start, sentence.stop):
            if is_led_by(scene.side_words.agent, scene, one, sentence.start):
                return [one]
    hero = protagonist(scene.references)
    return [hero] if hero is not None else []


def _gathered(scene: Scene, draft: Draft) -> list[Side]:
    """The groups of the headline and the sentence before: "Meeting with members of the Security Council"."""
    told = [s for s in scene.sentences if s.stop <= draft.sentence.start and not s.furniture]
    near = [s for s in told if s.headline] + told[-_BEFORE:]
    found = [one for s in near for one in sides_between(scene, s.start, s.stop)]
    return [one for one in found if isinstance(one, OfficePhrase)]


def _outside_quotes(scene: Scene, draft: Draft) -> list[Sentence]:
    """The sentences of the report's own words; what stands above its news is of other pages."""
    return [
        s
        for s in scene.sentences
        if s.start >= draft.sentence.start
        and not s.furniture
        and not s.headline
        and quote_at(scene.quotes, s.start) is None
    ]


def _following(scene: Scene, draft: Draft) -> list[Sentence]:
    behind = islice(following(scene.sentences, draft.sentence.stop), _FOLLOWING)
    return [s for s in behind if s.paragraph == draft.sentence.paragraph]


def _transcribed(scene: Scene) -> list[Reference]:
    """Whoever speaks in a transcript: a name that opens its line before a colon."""
    found = []
    for sentence in scene.sentences:
        for one in within(scene.references, sentence.start, sentence.stop)[:1]:
            begin, stop = reach_of(one)
            opens = _LINE_START.fullmatch(scene.text, sentence.start, begin)
            if one.named and opens and _SPEAKS.match(scene.text, stop):
                found.append(one)
    return found


def _present(scene: Scene, sentence: Sentence) -> list[Side]:
    """Everyone a sentence calls present, with the list of lines below it when it only opens one."""
    words = scene.side_words
    told = words.attendance.search(scene.text, sentence.start, sentence.stop)
    floor = [] if told else _given_floor(scene, sentence)
    absent = (told or floor) and words.absence.search(scene.text, sentence.start, sentence.stop)
    if absent or not told:
        return [] if absent else [*floor]
    found = sides_between(scene, sentence.start, sentence.stop)
    report = words.report.search(scene.text, sentence.start, sentence.stop)
    people = [
        one
        for one in found
        if isinstance(one, Reference)
        and not is_possessive(scene, one)
        and not (report and one.start >= report.start() and speaks_for_others(scene, one))
    ]
    groups = [one for one in found if isinstance(one, OfficePhrase)]
    return [*people, *groups, *_sending(scene, found, sentence), *_listed(scene, sentence)]


def _given_floor(scene: Scene, sentence: Sentence) -> list[Reference]:
    """Who takes the floor, or gets it: "the minister reported on …", "I give the floor to the President"."""
    people = within(scene.references, sentence.start, sentence.stop)
    if not people or not scene.side_words.floor.search(scene.text, sentence.start, sentence.stop):
        return []
    return [one for one in people if one.how != "pronoun" and not is_possessive(scene, one)][:1]


def _sending(scene: Scene, found: Sequence[Side], sentence: Sentence) -> list[CountryMention]:
    """The countries people came from: "servicemen from Armenia and Russia are engaged"; or a list of them."""
    lists: list[list[CountryMention]] = []
    for one in found:
        if not isinstance(one, CountryMention):
            continue
        if lists and scene.side_words.join.fullmatch(scene.text, lists[-1][-1].stop, one.start):
            lists[-1].append(one)
        else:
            lists.append([one])
    origin = scene.side_words.origin
    return [
        one
        for came in lists
        if len(came) >= _MANY or is_led_by(origin, scene, came[0], sentence.start)
        for one in came
    ]


def _listed(scene: Scene, sentence: Sentence) -> Iterator[Reference]:
    """The people of the lines below a sentence, as long as each line opens with one; not who only wrote."""
    for line in takewhile(
        lambda line: _opening(scene, line) is not None, following(scene.sentences, sentence.stop)
    ):
        for one in within(scene.references, line.start, line.stop):
            if not is_led_by(scene.side_words.sender, scene, one, line.start):
                yield one


def _opening(scene: Scene, line: Sentence) -> Reference | None:
    """The person a line opens with, or the one its office belongs to."""
    for one in around(scene.references, line.start, line.stop + _LEAD):
        begin, stop = reach_of(one)
        if begin <= line.stop and stop > line.start:
            return (
                one if begin <= line.start or _LINE_START.fullmatch(scene.text, line.start, begin) else None
            )
    return None


def _other_side(scene: Scene, draft: Draft) -> list[Reference]:
    """A meeting "with X" is with the report's main person; "our meeting" with whom was named before."""
    people = draft.people
    if draft.groups and people:
        return []
    mention = draft.mention
    ours = any(one.how == "pronoun" and one.start < mention.start for one in people)
    if mention.noun and people and not ours:
        hero = protagonist(scene.references)
        if hero is None or hero.name not in {one.name for one in people}:
            return [hero] if hero is not None else []
        below = (s for s in scene.sentences if s.start > mention.start and not s.furniture)
        opening = (opening_sides(scene, s.start, s.stop) for s in islice(below, _BEFORE))
        speaking = next((sides for sides in opening if sides), [])
        return [one for one in speaking if isinstance(one, Reference) and one.name != hero.name][:1]
    if not draft.bodies and len(people) == 1 and not mention.noun:
        return _reporting(scene, draft)
    if ours and mention.noun:
        paragraph = bisect_left(scene.sentences, draft.sentence.paragraph, key=attrgetter("paragraph"))
        first = scene.sentences[paragraph].start
        before = [one for one in within(scene.references, first, draft.sentence.start) if one.named]
        return [one for one in before if one.name not in {p.name for p in people}][:1]
    return []


def _reporting(scene: Scene, draft: Draft) -> list[Reference]:
    """Officials the report of a meeting quotes, if it names no other side: they reported there."""
    says = re.compile("|".join(rf"\b{re.escape(verb)}\b" for verb in scene.prose.speech))
    found = []
    for sentence in islice(following(scene.sentences, draft.sentence.stop), _REPORT):
        for one in within(scene.references, sentence.start, sentence.stop):
            if not one.named or sentence.furniture or quote_at(scene.quotes, one.start) is not None:
                continue
            rank = scene.knowledge.roles[one.office.role].rank if one.office else ""
            stop = reach_of(one)[1]
            reach = min(sentence.stop, stop + len(", as said, "))
            if rank in _REPORTING and says.search(scene.text, stop, reach):
                found.append(one)
    return found
