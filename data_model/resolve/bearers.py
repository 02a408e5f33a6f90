"""Whether a name that places have is borne by a person where it stands: "Nancy Kellogg", "Jim Kennedy"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from data_model.find.names import NameHit
from data_model.knowledge.load import Knowledge
from data_model.knowledge.place_words import load_place_words
from data_model.knowledge.places import METROPOLIS

_BEFORE = re.compile(r"([A-Z][\w’'-]*\.?) $")
_BEHIND = re.compile(r" (?:[A-Z]\. )?([A-Z][A-Za-z’'-]+)")
_LEAD = re.compile(r"\b([a-z]+) (?:the )?$")
_LINE_HEAD = re.compile(r"(?:^|\n)\s*$")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]*)? ?(?:\([^)\n]*\) ?)?(?:[—–]|--|- )")
# A run of capitalised words as long as this is a headline; a name is shorter.
_RUN_BEFORE = re.compile(r"(?:(?:[A-Z][\w’'-]*|in|to|for|on|at|as|by|over) ){0,9}$")
_RUN_BEHIND = re.compile(r"(?: (?:[A-Z][\w’'-]*|in|to|for|on|at|as|by|over)\b){0,9}")
_REACH, _HEADLINE = 60, 4


def borne_by_people(
    text: str, spots: Sequence[NameHit], hits: Sequence[NameHit], knowledge: Knowledge
) -> AbstractSet[int]:
    """Where the spots begin that are somebody's name; a bare name is what it is elsewhere in the text."""
    unsure = [spot for spot in spots if _may_be_borne(spot, knowledge)]
    if not unsure:
        return set()
    starts = {hit.start for hit in hits if hit.kind != "place"}
    stops = {hit.stop for hit in hits if hit.kind != "person"}
    verdicts = [(spot, _verdict(text, spot, starts, stops)) for spot in unsure]
    people = {spot.text.lower() for spot, verdict in verdicts if verdict == "person"}
    places = {spot.text.lower() for spot, verdict in verdicts if verdict == "place"}
    return {
        spot.start
        for spot, verdict in verdicts
        if verdict == "person" or (not verdict and spot.text.lower() in people - places)
    }


def _may_be_borne(spot: NameHit, knowledge: Knowledge) -> bool:
    """A given name, or a town few know; of countries only those marked ambiguous."""
    if spot.kind == "country":
        return all(
            name.kind == "place" or (name.how == "name" and _is_ambiguous(name.key, knowledge))
            for name in spot.names
        )
    return spot.kind == "place" and (
        _is_given(spot) or all(name.how == "city" and name.size < METROPOLIS for name in spot.names)
    )


def _is_ambiguous(code: str, knowledge: Knowledge) -> bool:
    entry = knowledge.countries.get(code)
    return entry is not None and entry.ambiguous


def _is_given(spot: NameHit) -> bool:
    return spot.text.title() in load_place_words().given_names


def _verdict(text: str, spot: NameHit, starts: AbstractSet[int], stops: AbstractSet[int]) -> str:
    """Person · place · "" when the words around say neither."""
    words = load_place_words()
    lead = _LEAD.search(text, max(0, spot.start - _REACH), spot.start)
    if lead and lead[1] in words.before:
        return "place"
    if text.startswith(", ", spot.stop) and spot.stop + 2 in starts:
        return "place"
    if _DATELINE.match(text, spot.stop) and _LINE_HEAD.search(text, max(0, spot.start - _REACH), spot.start):
        return "place"
    if _is_headline(text, spot):
        return ""
    behind = _BEHIND.match(text, spot.stop)
    if behind and behind.start(1) not in starts and _is_given(spot):
        word = behind[1].removesuffix("’s").removesuffix("'s")
        if word not in words.belongings:
            return "person"
    before = _BEFORE.search(text, max(0, spot.start - _REACH), spot.start)
    if before is None or spot.start - 1 in stops:
        return ""
    word = before[1].rstrip(".")
    if word in words.sides or word in words.openers or word.endswith(("’s", "'s", "’", "'")):
        return ""
    return "person"


def _is_headline(text: str, spot: NameHit) -> bool:
    before = _RUN_BEFORE.search(text, max(0, spot.start - _REACH), spot.start)
    behind = _RUN_BEHIND.match(text, spot.stop, spot.stop + _REACH)
    run = (before[0] if before else "") + (behind[0] if behind else "")
    return len(run.split()) >= _HEADLINE
