"""Who only has the surname of somebody known: "Sara Netanyahu", "Clarence Brown", "Abdullah bin Ahmed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data_model.find.names import NameHit
from data_model.knowledge.name_words import load_name_words
from data_model.knowledge.shapes import is_given, load_shape_words, may_be_given
from data_model.spans import at_offset, within

LONGEST_NAME = 24
# A capitalised word glued to a surname; the first of a sentence may be any word.
_NAME_BEFORE = re.compile(r"(?<![\w.’'-])([A-ZА-ЯЁ][a-zа-яё]{2,})[^\S\n]$")
_INSIDE = re.compile(r"[a-zа-яё,;] $")
NEXT_WORD = 2
_AT = re.compile(r"(?<!\w)(?:in|at|from|near|to|of|в|из|под)\s$", re.IGNORECASE)
_LED = 8  # letters of a word of place
_REGNAL = re.compile(r"-[ivx]+$")
_NUMERAL = re.compile(r"\s[IVX]+(?!\w)")
_NAME_BEHIND = re.compile(r"[^\S\n]([A-ZА-ЯЁ][a-zа-яё]+)")


def is_of_stranger(text: str, hit: NameHit, others: Sequence[NameHit]) -> bool:
    """Whether a lone name stands in somebody else's: "Clarence Brown", "Abdullah bin Ahmed", "Felipe VI"."""
    goes_on = _goes_on(text, hit, others)
    if any(name.how != "surname" for name in hit.names):
        return " " not in hit.text and goes_on  # "Elizabeth" is the queen, "Elizabeth Warren" is not
    if goes_on or load_name_words().goes_on.match(text, hit.stop) or _NUMERAL.match(text, hit.stop):
        return True
    before = name_before(text, hit)
    if before is None:
        return False
    known = touching(others, *before.span(1))
    town = known is not None and all(name.city for name in known.names)
    # "Lara Trump" is of no state in Venezuela; "in Florence Trump met …" is.
    named = (
        town
        and is_given(before[1], load_shape_words())
        and not _AT.search(text, max(0, before.start() - _LED), before.start())
    )
    return known is None or named


def _goes_on(text: str, hit: NameHit, others: Sequence[NameHit]) -> bool:
    """Whether a word of a name stands behind; a monarch's name is a given name before any word."""
    behind = _NAME_BEHIND.match(text, hit.stop)
    if behind is None:
        return False
    known = touching(others, *behind.span(1))
    town = known is not None and all(name.city for name in known.names)
    return known is None or (town and all(_REGNAL.search(name.key) for name in hit.names))


def name_before(text: str, hit: NameHit) -> re.Match[str] | None:
    """The word in front of a surname that may be a given name: "Sara Netanyahu", not "When Netanyahu"."""
    before = _NAME_BEFORE.search(text, max(0, hit.start - LONGEST_NAME), hit.start)
    if before is None or _INSIDE.search(text, max(0, before.start() - NEXT_WORD), before.start()):
        return before
    return before if may_be_given(before[1]) else None


def touching(things: Sequence[NameHit], start: int, stop: int) -> NameHit | None:
    """The first hit that shares a character with a span."""
    return (
        at_offset(things, start)
        or next(iter(within(things, start, stop)), None)
        or at_offset(things, stop - 1)
    )
