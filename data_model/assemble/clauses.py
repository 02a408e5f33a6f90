"""The clauses of an English sentence: who acts, the verb with all that helps it, what follows.

Who acts is looked for to the left of a verb: behind what opens a clause, past asides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data_model.assemble.finite_verbs import find_verbs, is_telling
from data_model.assemble.words import Word
from data_model.knowledge.headline_words import load_headline_words

# A member of a list has so few words; so near behind a verb of saying begins what is said.
_MEMBER, _SAID = 6, 14
# An aside is told by how it begins.
_BEGINS = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb with its sides, as places in the row of words.

    Attributes:
        subject: Who acts: the first word and the one behind the last; empty where nobody was found.
        verb: The words of the verb, helpers included.
        stop: The word behind what belongs to it.
    """

    subject: tuple[int, int]
    verb: tuple[int, int]
    stop: int


def read_clauses(words: Sequence[Word]) -> tuple[Clause, ...]:
    """Every finite verb with who acts and how far it reaches, in order."""
    verbs = find_verbs(words)
    found: list[Clause] = []
    for at, verb in enumerate(verbs):
        subject = _subject(words, verbs[:at], verb[0])
        before = words[verb[0] - 1] if verb[0] else None
        if subject[0] == subject[1] and before and before.part in ("and", "comma") and found:
            subject = found[-1].subject  # "met A and agreed to"
        found.append(Clause(subject, verb, _stop(words, verbs, at)))
    return tuple(found)


def _subject(words: Sequence[Word], verbs: Sequence[tuple[int, int]], verb: int) -> tuple[int, int]:
    """Who acts, looked for to the left of a verb as far as the end of the verb before it."""
    if verb and words[verb - 1].part == "and":
        return verb, verb  # "met A and agreed"
    stop, antecedent = _past_asides(words, verbs, verb), False
    if stop and words[stop - 1].part == "opens":
        if stop < verb and words[verb - 1].part == "date":
            return verb, verb  # "that coming days would show"
        stop, antecedent = _before_relative(words, stop - 1), True
    if stop and words[stop - 1].part == "pronoun" and words[stop - 1].low not in load_headline_words().counts:
        return stop - 1, stop
    ends = max((last for _, last in verbs if last <= stop), default=0)
    first = stop
    while first > ends and not _begins(words, first, stop, antecedent=antecedent):
        if words[first - 1].part == "comma" and not _lists(words, ends, first - 1, stop):
            break
        first -= 1
    return _trimmed(words, first, stop)


def _before_relative(words: Sequence[Word], stop: int) -> int:
    """The place behind what "who" or "of which" says more of."""
    while stop and words[stop - 1].part in ("preposition", "comma", "aside"):
        stop -= 1
    return stop


def _begins(words: Sequence[Word], first: int, stop: int, *, antecedent: bool) -> bool:
    """Whether who acts begins at a place: behind what opens a clause, or with an article of its own."""
    before = words[first - 1]
    if before.part in ("joins", "stop", "opens") or (antecedent and before.part in ("to", "base")):
        return True  # "in an effort to break the coup that …"
    if first == stop:
        return False
    if antecedent and before.part == "preposition" and words[first].low in load_headline_words().owned:
        return True  # "useful for our friends who host the games"
    # "since the war began", "the last time the leaders met"
    own = words[first].part == "article" and before.part in ("word", "name", "third", "base")
    return own or before.low in load_headline_words().opening


def _lists(words: Sequence[Word], ends: int, comma: int, stop: int) -> bool:
    """Whether a comma in front of a noun parts members of a list: "A, B and C" acted."""
    behind = [one.part for one in words[comma + 1 : stop]]
    if "and" not in behind and "comma" not in behind:
        return False
    member = next(at for at, part in enumerate(behind) if part in ("and", "comma"))
    first = comma
    while first > ends and words[first - 1].part not in ("comma", "joins", "stop", "opens"):
        first -= 1
    opens = words[first].part if first < comma else "comma"
    if (ends and first <= ends) or any(one.part == "and" for one in words[first:comma]):
        return False  # "Tense and full of mistrust, X and Y met"
    short = member <= _MEMBER and comma - first <= _MEMBER
    return (
        short
        and opens in ("name", "word", "article", "owner", "past")
        and words[comma + 1].part not in ("ing", "preposition")
    )


def _trimmed(words: Sequence[Word], first: int, stop: int) -> tuple[int, int]:
    """A stretch without what only leads to a noun, and without days behind it."""
    table = load_headline_words()
    while first < stop and (
        words[first].part in ("and", "comma", "date", "adverb", "aside", "joins")
        or words[first].low in table.opening
        or (words[first].part == "preposition" and first + 1 < stop and words[first + 1].part == "date")
    ):
        if words[first].low in table.negative:
            break
        first += 1
    while first < stop and words[stop - 1].part in ("comma", "date", "and", "preposition"):
        stop -= 1
    if stop - first > 1 and words[stop - 1].low in table.due:
        stop -= 1  # "the summit planned | for May"
    # "In the evening of 8 May the president flew": what stands in front goes, where a name follows.
    leads = first < stop and words[first].part == "preposition" and words[first].low not in table.amounts
    if leads and words[stop - 1].part == "name" and words[stop - 2].part in ("name", "date", "word"):
        first = stop - 1
    return first, max(first, stop)


def _past_asides(words: Sequence[Word], verbs: Sequence[tuple[int, int]], at: int) -> int:
    """The place behind who acts: without adverbs, days and what stands between two commas."""
    while at > 0:
        word = words[at - 1]
        dated = word.part == "preposition" and at < len(words) and words[at].part == "date"
        if dated or word.part in ("adverb", "aside", "not", "date"):
            at -= 1
        elif word.part == "comma":
            behind = at - 2
            while behind > 0 and words[behind].part == "aside":
                behind -= 1
            if behind >= 0 and words[behind].wide:
                return at - 1  # the office behind a name is part of it
            opened = next((one for one in range(at - 2, -1, -1) if words[one].part == "comma"), None)
            if opened is None:
                return at
            inside = [one for one in verbs if opened < one[0] < at - 1]
            if (inside and not _is_aside(words, inside, opened, at)) or words[opened + 1].part in (
                "joins",
                "and",
            ):
                return at
            at = opened
        else:
            break
    return at


def _is_aside(words: Sequence[Word], inside: Sequence[tuple[int, int]], opened: int, closed: int) -> bool:
    """Whether what stands between two commas with a verb is an aside: "who led it", "he said"."""
    begins = words[opened + 1 : opened + 1 + _BEGINS]
    says = len(inside) == 1 and is_telling(words, inside[0]) and closed - opened <= _BEGINS + 2
    opening = load_headline_words().opening
    return says or any(one.part == "opens" or one.low in opening for one in begins)


def _stop(words: Sequence[Word], verbs: Sequence[tuple[int, int]], at: int) -> int:
    """Where what belongs to a verb ends: at the next clause."""
    table, tells = load_headline_words(), is_telling(words, verbs[at])
    first = verbs[at][1]
    verb = verbs[at + 1] if at + 1 < len(verbs) else None
    for place in range(first, len(words)):
        word = words[place]
        behind = words[place + 1].part if place + 1 < len(words) else ""
        if word.part == "stop":
            return place
        if word.part in ("joins", "opens") and not (tells and word.low in table.contents):
            return place
        if word.part == "comma" and not _is_in_list(words, place):
            return place
        if verb and place == verb[0]:
            subject = _subject(words, verbs[: verbs.index(verb)], place)
            if tells and place - first < _SAID:
                verb = verbs[at + 2] if at + 2 < len(verbs) else None
                tells = False
                continue
            if subject[0] == subject[1] and words[place - 1].part == "and":
                verb = next((one for one in verbs if one[0] > place), None)
                continue
            cut = subject[0] if subject[0] < subject[1] else place
            while cut > first and words[cut - 1].part in ("and", "preposition", "comma", "joins"):
                cut -= 1
            return cut
        if word.part == "and" and behind in ("pronoun", "joins", "opens"):
            return place
    return len(words)


def _is_in_list(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma parts members of a list: "A, B and C"."""
    ahead = [one.part for one in words[comma + 1 : comma + 2 + _MEMBER * 3]]
    if not ahead or ahead[0] not in ("name", "word", "article", "owner"):
        return False
    member = next(
        (at for at, part in enumerate(ahead) if part in ("and", "comma", "stop", "joins", "opens")), None
    )
    if member is None or member > _MEMBER or ahead[member] in ("stop", "joins", "opens"):
        return False
    return "and" in ahead[: ahead.index("stop") if "stop" in ahead else None] and not {
        "past",
        "be",
        "have",
    } & set(ahead[:member])
