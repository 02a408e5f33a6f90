"""A draft: one action in one sentence, with the people, bodies and places that belong to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from data_model.dates import EventDate
from data_model.dating.scene import Scene
from data_model.find.actions import ActionMention
from data_model.find.dates import DateMention
from data_model.find.offices import OfficePhrase
from data_model.knowledge.entries import Action
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.resolve.quotes import quote_at
from data_model.resolve.terms import offices_of
from data_model.spans import at_offset, within
from data_model.values import Sentence

# Who or what can stand on a side of an action.
Side = Reference | OfficePhrase | OrganizationMention | CountryMention

# What an action cannot reach back over.
_OPENED = re.compile(r"[;\[]\s*")
# Small words in it tell it from the list "X, Y Council, met".
_APPOSITION = re.compile(r",\s+(?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+){0,3}?[a-z][a-z-]{2,}\b[^,;]*,\s+")
_POSSESSIVE = re.compile(r"['’]s?\b")
# How far before a name the words that lead to it are looked for.
_LEAD = 48


# What a date tells, and what a sentence without a known action does: neither has a verb of its own.
DATED = Action("dated", "other", "", "", "", "", (), (), (), (), "", (), ())
REPORTED = replace(DATED, key="report")
NO_VERB = (DATED.key, REPORTED.key)


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
    for hit in scene.side_words.stop.finditer(scene.text, mention.stop, end):
        if mention.noun and hit.start() == mention.stop:
            continue  # "the talks that continued in Warsaw"
        # "the 36th session of the council, and …" but not inside a name or a date in brackets
        if at_offset(scene.organizations, hit.start()) is None:
            stop = hit.start()
            break
    return start, stop


def _outside_start(scene: Scene, sentence: Sentence, mention: ActionMention) -> int:
    """Behind the last quotation that closes before the action in the same sentence."""
    closed = bisect_right(scene.quotes, mention.start, key=attrgetter("stop"))
    return max(sentence.start, scene.quotes[closed - 1].stop) if closed else sentence.start


def reach_of(one: Side) -> tuple[int, int]:
    """Where the words for a side begin and end: a person's name with the office beside it."""
    if not isinstance(one, Reference):
        return one.start, one.stop
    office = one.office or one
    return min(one.start, office.start), max(one.stop, office.stop, one.until)


def sides_between(scene: Scene, start: int, stop: int) -> list[Side]:
    """People, groups, bodies and countries named between two offsets, in order of place.

    A body or country inside an office belongs to the office, one alone in brackets to the name before it.
    """
    found: list[Side] = [*within(scene.references, start, stop)]
    found += [one for one in within(scene.offices, start, stop) if is_group(scene, one)]
    found += [
        body
        for body in within(scene.organizations, start, stop)
        if at_offset(scene.offices, body.start) is None
    ]
    found += [
        country
        for country in within(scene.countries, start, stop)
        if country.named
        and at_offset(scene.offices, country.start) is None
        and at_offset(scene.organizations, country.start) is None
    ]
    text, behind = scene.text, {one.until for one in found if isinstance(one, Reference)}
    found = [one for one in found if one.stop not in behind]  # "President Tokayev of Kazakhstan"
    found = [one for one in found if text[one.start - 1 : one.start] + text[one.stop : one.stop + 1] != "()"]
    return sorted(found, key=lambda one: (one.start, one.stop))


def is_group(scene: Scene, phrase: OfficePhrase) -> bool:
    """Whether an office phrase is several people who can take part; an audience does not."""
    audience = scene.knowledge.roles[phrase.role].rank == "audience"
    return phrase.how in ("group", "plural") and not audience


def speaks_for_others(scene: Scene, one: object) -> bool:
    """Whether someone tells of what others do: a spokesman, a press secretary."""
    if not isinstance(one, Reference):
        return False
    held = [office.role for office in offices_of(one.key, scene.knowledge)]
    roles = held or ([one.office.role] if one.office else [])
    return bool(roles) and all(scene.knowledge.roles[role].rank == "spokesperson" for role in roles)


def is_led_by(pattern: re.Pattern[str], scene: Scene, one: Side, start: int) -> bool:
    """Whether the words directly in front of a side, from an offset on, end as the pattern says."""
    begin = reach_of(one)[0]
    return pattern.search(scene.text[max(start, begin - _LEAD) : begin]) is not None


def is_possessive(scene: Scene, one: Side) -> bool:
    """Whether a side only qualifies what follows: "Putin's adviser"."""
    return _POSSESSIVE.match(scene.text, reach_of(one)[1]) is not None


def subject_before(scene: Scene, mention: ActionMention, start: int) -> list[Side]:
    """Who does what a verb tells, and everyone who does it together with them, in order of place.

    It is the last one named that no preposition leads to and no clause of its own holds; of a verb
    joined to another one by "and" it is the subject of that one.
    """
    words = scene.side_words
    found = [one for one in sides_between(scene, start, mention.start) if not _only_owns(scene, one)]
    if not found:
        return []
    last = reach_of(found[-1])[1]
    if words.relative_verb.fullmatch(scene.text, last, mention.start):
        return joined_before(scene, found[-1], found)  # "our friends who will host"
    if words.second_verb.fullmatch(scene.text, last, mention.start):
        earlier = [one for one in within(scene.actions, start, mention.start) if not one.noun]
        stop = earlier[0].start if earlier else reach_of(found[0])[1]
        found = [one for one in found if reach_of(one)[1] <= stop] or found
    apart = [hit.span() for hit in words.relative.finditer(scene.text, start, mention.start)]
    apart += [hit for one in found if (hit := _apposition(scene, one, found, mention.start)) is not None]
    found = [one for one in found if not any(left <= one.start < right for left, right in apart)] or found
    free = [
        one
        for one in found
        if not any(is_led_by(lead, scene, one, start) for lead in (words.preposition, words.host))
        and not is_possessive(scene, one)
    ]
    subject = (free or found)[-1]
    return joined_before(scene, subject, found)


def _apposition(scene: Scene, one: Side, found: Sequence[Side], stop: int) -> tuple[int, int] | None:
    """What stands in commas behind a name up to the verb and says who that is: "X, head of A's B, met"."""
    if not isinstance(one, Reference) or not one.named:
        return None
    inside = _APPOSITION.fullmatch(scene.text, one.stop, stop)
    if inside is None or any(other.start > one.stop and isinstance(other, Reference) for other in found):
        return None
    return one.stop, stop


def _only_owns(scene: Scene, one: Side) -> bool:
    """Whether a side is the "his" of "his counterpart"."""
    pronoun = isinstance(one, Reference) and one.how == "pronoun"
    return pronoun and scene.side_words.determiner.fullmatch(scene.text, one.start, one.stop) is not None


def joined_before(scene: Scene, last: Side, found: Sequence[Side]) -> list[Side]:
    """A side and everyone before it in the same list, in order of place: "A, B and C"."""
    joined = [last]
    for one in reversed([other for other in found if reach_of(other)[1] <= reach_of(last)[0]]):
        # Before the last of a list stands a word: "in Moscow, the minister said" is none.
        link = scene.side_words.conjunction if len(joined) == 1 else scene.side_words.join
        if not link.fullmatch(scene.text, reach_of(one)[1], reach_of(joined[0])[0]):
            break
        joined.insert(0, one)
    return joined


def opening_sides(scene: Scene, start: int, stop: int) -> list[Side]:
    """Whoever opens a stretch of text: "X and Y held their first meeting", "The CSTO began drills"."""
    found = sides_between(scene, start, stop)
    first = next(
        (at for at, one in enumerate(found) if isinstance(one, Reference | OrganizationMention)), None
    )
    if first is None or is_led_by(scene.side_words.preposition, scene, found[first], start):
        return []
    opening = [found[first]]
    for one in found[first + 1 :]:
        if not scene.side_words.join.fullmatch(scene.text, reach_of(opening[-1])[1], reach_of(one)[0]):
            break
        opening.append(one)
    return [one for one in opening if not (isinstance(one, Reference) and one.how == "pronoun")]
