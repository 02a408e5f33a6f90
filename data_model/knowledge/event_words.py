"""event_words.toml: which words of a language speak for which type of event, for one pass.

A wording is a row of words: `*` at the end of one stands for any ending, `..` for up to four words, `a|b` for
one of them. To add one, write it into the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from data_model.knowledge.files import Table, read_file
from data_model.values import EVENT_TYPES

_GAP = r"(?:[^\w.!?;]+[\w’'-]+){0,4}?[^\w.!?;]+"
_BETWEEN = r"[^\w.!?;]{1,3}"


@dataclass(frozen=True, slots=True)
class Wording:
    """A row of the file.

    Attributes:
        type: The type it speaks for, one of `EVENT_TYPES`.
        names: Whether it names the type; else it suggests it.
        words: As written in the file.
    """

    type: str
    names: bool
    words: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Matches it where it begins, in small letters; made when it is first asked for."""
        return _pattern_of(self.words)


@dataclass(frozen=True, slots=True)
class EventWords:
    """The wordings of one language, found by how they begin.

    Attributes:
        automaton: Finds the beginnings; the number of one is its place in `rows`.
        rows: The wordings that begin so.
    """

    automaton: Any
    rows: tuple[tuple[Wording, ...], ...]


@lru_cache
def load_event_words(language: str) -> EventWords:
    """The wordings of a language, none for one the file does not hold."""
    rows: dict[str, list[Wording]] = {}
    for kind in EVENT_TYPES:
        for strength, wordings in _table()[kind].get(language, {}).items():
            for wording in wordings:
                row = Wording(kind, strength == "names", wording)
                for beginning in wording.split(" ")[0].split("|"):
                    rows.setdefault(beginning.rstrip("*"), []).append(row)
    return EventWords(AhoCorasick(list(rows)), tuple(map(tuple, rows.values())))


@lru_cache(maxsize=1)
def load_type_roots() -> Mapping[str, frozenset[str]]:
    """The PLOVER roots that go with each type."""
    return {kind: frozenset(_table()[kind]["plover"]) for kind in EVENT_TYPES}


@lru_cache(maxsize=1)
def _table() -> Table:
    return read_file("event_words.toml")


@cache
def _pattern_of(wording: str) -> re.Pattern[str]:
    made, gap = "", ""
    for word in wording.split(" "):
        if word == "..":
            gap = _GAP
            continue
        choices = "|".join(re.escape(one).replace(r"\*", r"[\w’'-]*") for one in word.split("|"))
        made += f"{gap if made else ''}(?:{choices})"
        gap = _BETWEEN
    return re.compile(made + r"(?!\w)")
