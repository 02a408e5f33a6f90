"""A clause of an English report becomes a headline: who, the verb in the present tense, what; no date.

"On Tuesday Switzerland and Ghana signed a treaty in Bern" → "Switzerland and Ghana sign a treaty in Bern".
The words by which it is done stand in knowledge/headlines.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from data_model.assemble.clauses import Clause, read_clauses
from data_model.assemble.drafts import NO_VERB, Draft
from data_model.assemble.finite_verbs import is_telling
from data_model.assemble.names_told import briefly, called, named_side, told_words
from data_model.assemble.wording import in_present, is_plural, is_whole, shortened, uncapital
from data_model.assemble.words import Word, read_words, window_of
from data_model.dating.scene import Scene
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.verbs import base_of, base_of_third, inflect_verb, is_base, is_third
from data_model.resolve.people import Reference

# Parts that are no object of a verb; parts one of which is in what somebody says.
_NO_OBJECT = {"date", "adverb", "preposition"}
# So far in front of a clause stands the verb it depends on.
_TWO = 2
# "how much money they ask": a question word stands so near.
_NEAR_BY = 3
_NOUNS = ("word", "third", "base")
_CONTENT = frozenset({"opens", "past", "be", "have", "will", "to"})


@dataclass(frozen=True, slots=True)
class Headline:
    """Words that may be the title of an event.

    Attributes:
        ahead: Whether they tell of what is still to come.
        apart: Whether another clause than that of the event makes them.
    """

    words: str
    ahead: bool
    apart: bool = False


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The sentence of an event, read."""

    scene: Scene
    draft: Draft
    words: Sequence[Word]
    clauses: Sequence[Clause]


def headlines_of(scene: Scene, draft: Draft, kind: str, status: str) -> Iterator[Headline]:
    """The headlines its clause, then the other clauses of its sentence, make of an event; the best first."""
    words, at = read_words(scene, *window_of(draft)), draft.mention.start
    read = _Sentence(scene, draft, words, read_clauses(words))
    aside = any(one.part == "aside" and one.start <= at < one.stop for one in words)
    for clause in _in_order(read, kind):
        ahead = tells_ahead(words, clause)
        off = any(one.low in load_headline_words().negative for one in words[clause.verb[0] : clause.stop])
        to_come = status == "planned" and not (ahead or off) and _is_present(words, clause)
        if told := _headline(read, clause, to_come=to_come):
            first, last = words[min(*clause.subject, clause.verb[0])].start, words[clause.stop - 1].stop
            apart = aside or not first <= at < last
            # What somebody says or denies is no title of their saying so.
            if kind != "statement" or not apart or is_telling(words, clause.verb):
                yield Headline(told, ahead or to_come, apart)


def tells_ahead(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause tells of what is still to come."""
    table = load_headline_words()
    verb = {one.low for one in words[slice(*clause.verb)]}
    return not verb.isdisjoint({*table.will, *table.modals, *table.due, *table.intending, "to"})


def first_verb(words: Sequence[Word], verb: tuple[int, int]) -> Word:
    """The first word of a verb that is no adverb."""
    return next((one for one in words[slice(*verb)] if one.part not in ("adverb", "not")), words[verb[0]])


def _is_present(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a verb is of the present tense, as of a plan: "she flies to Oslo on Sunday"."""
    first = first_verb(words, clause.verb)
    return first.low in load_headline_words().present or first.part in ("third", "base")


def _in_order(read: _Sentence, kind: str) -> list[Clause]:
    """The clause that tells of the event first, what somebody only says of it last."""
    words, mention = read.words, read.draft.mention
    verb = not mention.noun and read.draft.action.key not in NO_VERB

    def far(clause: Clause) -> tuple[int, int, int]:
        first = clause.subject[0] if clause.subject[0] < clause.subject[1] else clause.verb[0]
        start, stop = words[min(first, clause.verb[0])].start, words[clause.stop - 1].stop
        does = words[clause.verb[0]].start <= mention.start < words[clause.verb[1] - 1].stop
        holds = start <= mention.start < stop
        says = kind != "statement" and is_telling(words, clause.verb)
        rank = 0 if verb and does else (1 if holds else 2) + 2 * says
        return rank, stop - start if holds else abs(start - mention.start), start

    return sorted(read.clauses, key=far)


def _headline(read: _Sentence, clause: Clause, *, to_come: bool = False) -> str:
    """The headline of a clause, "" where it makes none."""
    words = read.words
    side = _side_of(read, clause)
    if side is None or {"will", "have"} <= {one.part for one in words[slice(*clause.verb)]}:
        return ""  # "would have called": it did not
    who, plural = side
    verb = _verb_told(read, clause, plural=plural, to_come=to_come)
    rest = _rest(read, clause, plural=plural)
    if _has_gap(words, clause) and (not rest or load_headline_words().fronted.match(rest)):
        return ""  # "a canteen which a soldier carried in the war"
    behind = {one.part for one in words[clause.verb[1] : clause.stop]} - _NO_OBJECT
    if not rest and behind and words[clause.verb[0]].part != "be":
        return ""  # "police seized him": whom is not told
    if is_telling(words, clause.verb) and not _tells(words, clause, rest):
        content = _told_before(read, clause)
        rest = f"{rest} {content}" if rest and not load_headline_words().fronted.match(rest) else content
        whole = f"{who} {verb} {rest}"
        if not content or shortened(whole).lower() != whole.lower():
            return ""
    whole = f"{who} {verb} {rest}".strip()
    return told if is_whole(told := shortened(whole), whole, f"{who} {verb}", rest) else ""


def _has_gap(words: Sequence[Word], clause: Clause) -> bool:
    """Whether the object of a clause stands in front of it: "the text which the committee approved"."""
    first = clause.subject[0]
    if first == clause.subject[1] or first < _TWO:
        return False
    if words[first].part == "article" and words[first - 1].part in _NOUNS:
        return True  # "the sanctions the council imposed"
    if words[first - 1].part != "opens":
        return False
    before = words[first - _TWO]
    said = words[first - 1].low in load_headline_words().contents and before.part not in ("word", "name")
    return not said and not is_telling(words, (first - _TWO, first - 1))


def _side_of(read: _Sentence, clause: Clause) -> tuple[str, bool] | None:
    """Who acts in a clause, and whether that is several; None where it is not known or not sure."""
    table, words, draft = load_headline_words(), read.words, read.draft
    acting, verb = words[slice(*clause.subject)], first_verb(words, clause.verb).low
    who = briefly(told_words(read.scene, acting, acts=True))
    before = words[clause.verb[0] - 1].part if clause.verb[0] else "stop"
    if not acting and before == "and" and isinstance(draft.subject, Reference):
        who = called(read.scene, draft.subject.name, draft.subject.key)
    who, listed = named_side(read.scene, draft, who)
    first, _, owned = who.partition(" ")
    if first.lower() in table.owned and acting and any(one.part == "name" for one in acting):
        who = first = owned  # "our Azerbaijani friends"
        first = who.partition(" ")[0]
    nobody = first.lower() in table.pronouns | table.owned and not (
        first.isupper() and len(first) > 1
    )  # "US"
    if not who or table.fronted.match(who) or nobody:
        return None
    begins = clause.subject[0] if acting else clause.verb[0]
    unsure = any(
        one.low in table.unsure for one in words[max(0, begins - _NEAR_BY) : begins]
    )  # "whether they meet"
    unsure = unsure or not table.aims.isdisjoint(one.low for one in acting)
    unsure = unsure or _denied_before(read, begins, who)
    if unsure or _disagrees(acting, who, verb):
        return None
    if any(one.part == "pronoun" and one.person is None for one in acting):
        return None
    if acting and acting[0].part not in ("name", "owner") and not listed:
        who = uncapital(who)
    return who, listed or is_many(acting, who, verb)


def _denied_before(read: _Sentence, begins: int, who: str) -> bool:
    """Whether who acts stands behind a denial they are told without: "no talk, official or not, took"."""
    nobody, apart = load_headline_words().nobody, ("stop", "opens", "joins", "past", "be", "have", "third")
    before = takewhile(lambda one: one.part not in apart, reversed(read.words[:begins]))
    return any(one.low in nobody for one in before) and nobody.isdisjoint(who.lower().split())


def _verb_told(read: _Sentence, clause: Clause, *, plural: bool, to_come: bool) -> str:
    """The verb of a clause as a headline has it."""
    words, table = read.words, load_headline_words()
    first, stop = clause.verb
    if undergoes(words, clause) and not _has_gap(words, clause):
        return f"{'are' if plural else 'is'} {inflect_verb(base_of(words[first].low)).participle}"
    verb = in_present(read.scene.text[words[first].start : words[stop - 1].stop], plural=plural)
    if not to_come:
        return verb
    be, _, last = verb.partition(" ")
    if be in table.be:
        return f"to be {last}".strip()
    return f"to {base_of_third(verb)}"


def _disagrees(acting: Sequence[Word], who: str, verb: str) -> bool:
    """Whether a verb is not that of who seems to act: "protesters … was arrested"."""
    table = load_headline_words()
    named = bool(acting) and acting[0].part in ("name", "owner")
    head = table.head_end.split(who if named else uncapital(who), maxsplit=1)[0].split()
    if head and head[-1].islower() and verb in table.of_one and is_plural(who):
        return True
    if len(acting) != 1:
        return False
    return acting[0].part == "ing" or (acting[0].person is not None and verb in table.of_many)


def undergoes(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a verb without its object says what was done to its subject: "Treaty signed in Bern"."""
    first, stop = clause.verb
    word = words[first]
    if stop - first > 1 or word.part != "past" or base_of(word.low) not in load_headline_words().transitive:
        return False
    at = stop
    while at + 1 < len(words) and (words[at].part == "date" or words[at + 1].part == "date"):
        at += 1
    if at + 1 < len(words) and words[at + 1].low in load_headline_words().amounts:
        return False  # "killed at least ten"
    return at >= len(words) or words[at].part in ("preposition", "date", "stop", "comma", "and")


def _tells(words: Sequence[Word], clause: Clause, rest: str) -> bool:
    """Whether behind a verb of saying stands what is said, no preposition alone, no listener alone."""
    last = words[clause.verb[1] - 1].low
    bare = {last, base_of(last)} & load_headline_words().saying
    if not rest or (bare and load_headline_words().fronted.match(rest)):
        return words[clause.verb[0]].part == "be"
    return not bare or not _CONTENT.isdisjoint(one.part for one in words[clause.verb[1] : clause.stop])


def _told_before(read: _Sentence, clause: Clause) -> str:
    """What was said in front of who said it: "Aid has come, the envoy told the press"."""
    words = read.words
    first = clause.subject[0] if clause.subject[0] < clause.subject[1] else clause.verb[0]
    earlier = [one for one in read.clauses if one.stop <= first and not is_telling(words, one.verb)]
    if not earlier or words[first - 1].part != "comma":
        return ""
    content = _headline(read, earlier[0])
    if not load_headline_words().speakers.isdisjoint(content.lower().split()):
        return ""
    begins = words[min(earlier[0].subject[0], len(words) - 1)]
    named = begins.part in ("name", "owner") and not begins.many
    return content if named else uncapital(content)


def _rest(read: _Sentence, clause: Clause, *, plural: bool) -> str:
    """What follows the verb; further verbs of the same one who acts in the same tense."""
    scene, words = read.scene, read.words
    pieces, at = [], clause.verb[1]
    for other in read.clauses:
        first, stop = other.verb
        if not clause.verb[1] <= first < clause.stop:
            continue
        same = other.subject == clause.subject
        pieces.append(told_words(scene, words[at:first]))
        acting = words[slice(*other.subject)]
        verb = first_verb(words, other.verb).low
        many = plural if same else is_many(acting, told_words(scene, acting), verb)
        said = scene.text[words[first].start : words[stop - 1].stop]
        # "is suspended and readmitted", "that they will sign"
        passive = same and words[clause.verb[0]].part == "be" and words[first].part == "past"
        own = passive or (not same and words[first].part == "will")
        pieces.append(said if own else in_present(said, plural=many))
        at = stop
    pieces.append(told_words(scene, words[at : clause.stop]))
    return " ".join(filter(None, pieces))


def is_many(acting: Sequence[Word], said: str, verb: str) -> bool:
    """Whether several act: as the form of the verb tells, else who acts."""
    table = load_headline_words()
    core = [one for one in acting if one.part != "article"]
    proper = any(one.proper for one in core) and not said.rsplit(maxsplit=1)[-1].islower()
    if len(core) == 1 and (proper or core[0].person is not None):
        return False  # one person or body, whatever its name ends in: "the United Nations"
    if acting and acting[-1].many and not any(one.part == "preposition" for one in acting):
        return True
    if verb in table.of_one or verb in table.of_many:
        return verb in table.of_many
    if is_third(verb) or (is_base(verb) and not base_of(verb)):
        return not is_third(verb)
    return is_plural(said)
