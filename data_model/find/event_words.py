"""The words of a text that speak for a type of event (knowledge/event_words.toml)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data_model.knowledge.event_words import load_event_words
from data_model.spans import Spanned, at_offset


@dataclass(frozen=True, slots=True)
class EventWord:
    """Words that speak for a type of event.

    Attributes:
        type: The type.
        names: Whether they name it; else they suggest it.
    """

    start: int
    stop: int
    type: str
    names: bool


def find_event_words(text: str, language: str, dates: Sequence[Spanned] = ()) -> tuple[EventWord, ...]:
    """Every such wording in order of place, but for those inside a longer one that names a type.

    None ends inside a date: "held talks on 5 March" tells of no march.
    """
    words = load_event_words(language)
    low = text.lower()
    if len(low) != len(text):  # a letter that becomes two in small ones must not move what follows
        low = "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)
    found: dict[tuple[int, str], EventWord] = {}
    for row, start, _ in words.automaton.find_matches_as_indexes(low, overlapping=True):
        if start and (low[start - 1].isalnum() or low[start - 1] == "_"):
            continue
        for wording in words.rows[row]:
            match = wording.pattern.match(low, start)
            if match and at_offset(dates, match.end() - 1) is None:
                one = EventWord(start, match.end(), wording.type, wording.names)
                had = found.get((start, wording.type))
                if had is None or (one.names, one.stop) > (had.names, had.stop):
                    found[start, wording.type] = one
    kept: list[EventWord] = []
    reach = 0
    for one in sorted(found.values(), key=lambda one: (one.start, -one.stop, one.type)):
        # "A meeting of the council" is a session: the meeting in it names nothing more.
        if one.stop < reach or (one.stop == reach and kept[-1].start < one.start):
            continue
        kept.append(one)
        if one.names:
            reach = max(reach, one.stop)
    return tuple(kept)
