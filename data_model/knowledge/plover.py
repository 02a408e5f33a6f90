"""Phrases that give a clause its PLOVER root code, from `plover.toml`, laid out for a quick look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from data_model.knowledge.files import read_file
from data_model.knowledge.verbs import inflect_verb

_GAP = ".."
_BE = ("am", "are", "were")  # the one verb with more than five forms


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of words that means something.

    Attributes:
        slots: The words each place may hold; None for a gap.
        root: The PLOVER root code, "" for a turn.
        turn: The turn's name, "" for a root.
    """

    slots: tuple[frozenset[str] | None, ...]
    root: str = ""
    turn: str = ""

    @property
    def words(self) -> int:
        """How many words it names."""
        return sum(slot is not None for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Plover:
    """The table, laid out.

    Attributes:
        starts: Phrases by each word they may begin with.
        turned: What a turn makes of a root: turn, then root ("*" is any) to root.
        alone: What a turn means when nothing known follows it.
        cameo: The CAMEO root of each PLOVER root.
    """

    starts: dict[str, tuple[Phrase, ...]]
    turned: dict[str, dict[str, str]]
    alone: dict[str, str]
    cameo: dict[str, str]


@lru_cache(maxsize=1)
def load_plover() -> Plover:
    """The table of the package."""
    table: dict[str, Any] = read_file("plover.toml")
    phrases = [Phrase(_slots(row), root=root) for root, rows in table["roots"].items() for row in rows]
    phrases += [Phrase(_slots(row), turn=turn["name"]) for turn in table["turn"] for row in turn["words"]]
    starts: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        for word in phrase.slots[0] or ():
            starts.setdefault(word, []).append(phrase)
    return Plover(
        {word: tuple(rows) for word, rows in starts.items()},
        table["turned"],
        {turn["name"]: turn["alone"] for turn in table["turn"] if turn["alone"]},
        table["cameo"],
    )


def _slots(row: str) -> tuple[frozenset[str] | None, ...]:
    return tuple(None if word == _GAP else _forms(word) for word in row.split())


@lru_cache(maxsize=4096)
def _forms(words: str) -> frozenset[str]:
    """Every form of the words of one place; what is no verb gets forms nobody writes, and its plural."""
    return frozenset(form for word in words.split("|") for form in _all_forms(word))


def _all_forms(word: str) -> tuple[str, ...]:
    verb = inflect_verb(word)
    more = _BE if word == "be" else ()
    return (word, verb.base, verb.third, verb.past, verb.participle, verb.ing, *more)
