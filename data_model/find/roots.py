"""The PLOVER root code of a clause: who does what to whom, as one of fifteen codes.

Table (plover.toml), atoms (words), patterns (rows of words with gaps),
meaning: the first one behind the one who acts, turned by the words in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data_model.knowledge.plover import Phrase, Plover, load_plover

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[;:]")
_REACH = 7  # words a gap may swallow


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class _Found:
    at: int
    stop: int
    phrase: Phrase


def find_root(text: str, start: int, stop: int, skip: Sequence[tuple[int, int]] = ()) -> str:
    """The PLOVER root of what is told between two offsets, "" when no known words stand there.

    Args:
        text: The text, English.
        start: Where to begin: behind the one who acts.
        stop: Where to end.
        skip: Spans that tell nothing of what is done: the names of those who act.
    """
    plover = load_plover()
    turn, alone = "", ""
    for found in _phrases(_words(text, (start, stop), skip), plover):
        phrase = found.phrase
        if phrase.root:
            return _turned(phrase.root, turn, plover)
        turn = phrase.turn
        alone = alone or plover.alone.get(turn, "")
    return alone


def _turned(root: str, turn: str, plover: Plover) -> str:
    table = plover.turned.get(turn, {})
    return table.get(root, table.get("*", root))


def _words(text: str, span: tuple[int, int], skip: Sequence[tuple[int, int]]) -> list[_Word]:
    """The words in order; a skipped span is one word that stands for nothing."""
    found: list[_Word] = []
    for match in _WORD.finditer(text, *span):
        name = next((one for one in skip if one[0] <= match.start() < one[1]), None)
        if name is None:
            word = match.group().lower().replace("’", "'").removesuffix("'s")
            found.append(_Word(match.start(), match.end(), word))
        elif not found or found[-1].start != name[0]:
            found.append(_Word(*name, ""))
    return found


def _phrases(words: list[_Word], plover: Plover) -> Iterator[_Found]:
    """The phrases from left to right, none inside another: at each word the longest."""
    at = 0
    while at < len(words):
        rows = plover.starts.get(words[at].text, ())
        here = [(row, end) for row in rows if (end := _match(words, at, row)) is not None]
        if not here:
            at += 1
            continue
        phrase, end = max(here, key=lambda one: (one[0].words, -one[1]))
        yield _Found(at, end, phrase)
        # A gap may hold the next phrase: go on behind the first words, not behind the last.
        at += next((n for n, slot in enumerate(phrase.slots) if slot is None), len(phrase.slots))


def _match(words: list[_Word], at: int, phrase: Phrase) -> int | None:
    """Where a phrase that begins at a word ends, None where it does not stand."""
    gap = False
    for slot in phrase.slots:
        if slot is None:
            gap = True
            continue
        reach = range(at, min(at + (_REACH + 1 if gap else 1), len(words)))
        hit = next((n for n in reach if words[n].text in slot), None)
        if hit is None:
            return None
        at, gap = hit + 1, False
    return at
