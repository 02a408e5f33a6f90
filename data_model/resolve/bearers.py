"""Whether a name that places have is borne by a person where it stands: "Nancy Kellogg", "Jim Kennedy"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from data_model.find.names import NameHit
from data_model.knowledge.folding import cases_of
from data_model.knowledge.load import Knowledge
from data_model.knowledge.place_words import load_place_words

_BEFORE = re.compile(r"([A-Z][\w’'-]*\.?) $")
_BEHIND = re.compile(r" (?:[A-ZА-Я]\. )?([A-ZА-ЯЁ][\w’'-]+)")
_LEAD = re.compile(r"\b([a-z]+) (?:the )?$")
_LINE_HEAD = re.compile(r"(?:^|\n)\s*$")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]*)? ?(?:\([^)\n]*\) ?)?(?:[—–]|--|- )")
_CYRILLIC = re.compile(r"[А-ЯЁа-яё]")
# A run of capitalised words as long as this is a headline; a name is shorter.
_RUN_BEFORE = re.compile(r"(?:(?:[A-Z][\w’'-]*|in|to|for|on|at|as|by|over) ){0,9}$")
_RUN_BEHIND = re.compile(r"(?: (?:[A-Z][\w’'-]*|in|to|for|on|at|as|by|over)\b){0,9}")
_REACH, _HEADLINE = 60, 5
# A city of this size needs no word of place before it.
_LARGE = 500_000
# The same in Russian, where the dictionary knows given names and the cases tell who goes with whom.
_RUSSIAN_BEFORE = re.compile(r"([А-ЯЁ]?[а-яё]+) $")
_RUSSIAN_BEHIND = re.compile(r" [А-ЯЁ][а-яё]+")


@dataclass(frozen=True, slots=True)
class Bearers:
    """Where the spots begin that are people's names, and those that nothing around says are places."""

    people: frozenset[int]
    doubtful: frozenset[int]


def find_bearers(
    text: str, spots: Sequence[NameHit], hits: Sequence[NameHit], knowledge: Knowledge
) -> Bearers:
    """Tell people from places by the words around; a bare name is what it is elsewhere in the text."""
    unsure = [spot for spot in spots if _may_be_borne(spot, knowledge)]
    starts = {hit.start for hit in hits if hit.kind not in ("place", "person")}
    stops = {hit.stop for hit in hits if hit.kind != "person"}
    verdicts = [(spot, _verdict(text, spot, starts, stops)) for spot in unsure]
    people = {spot.text.lower() for spot, verdict in verdicts if verdict == "person"}
    places = {spot.text.lower() for spot, verdict in verdicts if verdict == "place"}
    bare = [spot for spot, verdict in verdicts if not verdict and spot.text.lower() not in places]
    borne = [spot.start for spot in bare if spot.text.lower() in people]
    return Bearers(
        people=frozenset((*borne, *(spot.start for spot, verdict in verdicts if verdict == "person"))),
        doubtful=frozenset(spot.start for spot in bare if _is_town(spot)),
    )


def borne_in_russian(text: str, spots: Sequence[NameHit]) -> AbstractSet[int]:
    """Where Russian place names begin that are somebody's: «Сальвадор Дали», «Мартин Куба»."""
    words = load_place_words()
    starts, stops = {spot.start for spot in spots}, {spot.stop for spot in spots}
    borne = set()
    for spot in spots:
        if spot.text.isascii() or not spot.text.isalpha():
            continue
        before = _RUSSIAN_BEFORE.search(text, max(0, spot.start - _REACH), spot.start)
        if before and before[1].lower() in words.before:
            continue
        behind = _RUSSIAN_BEHIND.match(text, spot.stop)
        given = cases_of(before[1], "Name") if before and before[1][0].isupper() else frozenset()
        named = bool(given & cases_of(spot.text, "Geox")) and spot.start - 1 not in stops
        if named or (behind and spot.stop + 1 not in starts and cases_of(spot.text, "Name")):
            borne.add(spot.start)
    return borne


def _may_be_borne(spot: NameHit, knowledge: Knowledge) -> bool:
    """A given name, or a town few know; of countries only those marked ambiguous."""
    if spot.kind == "country":
        return all(
            name.kind == "place" or (name.how == "name" and _is_ambiguous(name.key, knowledge))
            for name in spot.names
        )
    return spot.kind == "place" and (_is_given(spot) or _is_town(spot))


def _is_town(spot: NameHit) -> bool:
    """Whether only smaller towns are called so; the words around a Russian name tell less."""
    if _CYRILLIC.match(spot.text):
        return False
    return all(name.how in ("city", "area") and name.size < _LARGE for name in spot.names)


def _is_ambiguous(code: str, knowledge: Knowledge) -> bool:
    entry = knowledge.countries.get(code)
    return entry is not None and entry.ambiguous


def _is_given(spot: NameHit) -> bool:
    given = load_place_words().given_names
    return any(name.form in given for name in spot.names)


def _is_long(spot: NameHit) -> bool:
    """Whether a town of two words may be the beginning of a longer name: "Aung San | Suu Kyi"."""
    return _is_town(spot) and " " in spot.text


def _verdict(text: str, spot: NameHit, starts: AbstractSet[int], stops: AbstractSet[int]) -> str:
    """Person · place · "" when the words around say neither."""
    if _stands_like_a_place(text, spot, starts):
        return "place"
    words = load_place_words()
    behind = _BEHIND.match(text, spot.stop)
    if behind and behind[1].removesuffix("’s").removesuffix("'s") in words.belongings:
        return "place"
    before = _BEFORE.search(text, max(0, spot.start - _REACH), spot.start)
    if before and spot.text in words.belongings:
        return "person"  # or whatever bears it: the end of "Noi Bai International Airport" is no town
    if _is_headline(text, spot):
        return ""
    if behind and behind.start(1) not in starts and (_is_given(spot) or _is_long(spot)):
        return "person"
    if before is None or spot.start - 1 in stops:
        return ""
    word = before[1].rstrip(".")
    fits = word in words.sides or word in words.openers or word.endswith(("’s", "'s", "’", "'"))
    return "" if fits else "person"


def _stands_like_a_place(text: str, spot: NameHit, starts: AbstractSet[int]) -> bool:
    """Behind a word of place, before its country, or at the head of a dateline."""
    words = load_place_words()
    lead = _LEAD.search(text, max(0, spot.start - _REACH), spot.start)
    if lead and (lead[1] in words.before or (lead[1] in words.between and not _is_given(spot))):
        return True
    if text.startswith(", ", spot.stop) and spot.stop + 2 in starts:
        return True
    head = _LINE_HEAD.search(text, max(0, spot.start - _REACH), spot.start)
    return bool(head and _DATELINE.match(text, spot.stop))


def _is_headline(text: str, spot: NameHit) -> bool:
    before = _RUN_BEFORE.search(text, max(0, spot.start - _REACH), spot.start)
    behind = _RUN_BEHIND.match(text, spot.stop, spot.stop + _REACH)
    run = (before[0] if before else "") + (behind[0] if behind else "")
    return len(run.split()) >= _HEADLINE
