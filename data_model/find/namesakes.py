"""Who only has the surname of somebody known: "Sara Netanyahu", "Clarence Brown", "Abdullah bin Ahmed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data_model.find.names import NameHit
from data_model.knowledge.name_words import load_name_words
from data_model.knowledge.shapes import may_be_given
from data_model.spans import at_offset, within

LONGEST_NAME = 24
# A capitalised word glued to a surname; the first of a sentence may be any word.
_NAME_BEFORE = re.compile(r"(?<![\w.’'-])([A-ZА-ЯЁ][a-zа-яё]{2,})[^\S\n]$")
_INSIDE = re.compile(r"[a-zа-яё,;] $")
NEXT_WORD = 2
_NAME_BEHIND = re.compile(r"\s([A-ZА-ЯЁ][a-zа-яё]+)")


def is_of_stranger(text: str, hit: NameHit, others: Sequence[NameHit]) -> bool:
    """Whether a lone surname stands in somebody else's name: "Clarence Brown", "Abdullah bin Ahmed"."""
    if any(name.how != "surname" for name in hit.names):
        return False
    if load_name_words().goes_on.match(text, hit.stop):
        return True
    behind = _NAME_BEHIND.match(text, hit.stop)
    around = [match for match in (name_before(text, hit), behind) if match is not None]
    return any(touching(others, *match.span(1)) is None for match in around)


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
