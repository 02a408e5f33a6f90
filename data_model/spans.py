"""Things that stand in a text, in order of place, and which of them lie where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

# No name, office or body is longer. Quotations may be: they are looked up by `quote_at`.
_LONGEST = 400
_START = attrgetter("start")


class Spanned(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def stop(self) -> int:
        """Offset behind the last character."""


class Stretch(NamedTuple):
    """A stretch of a text and nothing more."""

    start: int
    stop: int


Thing = TypeVar("Thing", bound=Spanned)


def within(things: Sequence[Thing], start: int, stop: int) -> list[Thing]:
    """The things that lie between two offsets."""
    return [thing for thing in starting(things, start, stop) if thing.stop <= stop]


def starting(things: Sequence[Thing], start: int, stop: int) -> Sequence[Thing]:
    """The things that begin between two offsets."""
    first = bisect_left(things, start, key=_START)
    return things[first : bisect_left(things, stop, lo=first, key=_START)]


def following(things: Sequence[Thing], at: int) -> Iterator[Thing]:
    """The things that begin at an offset or behind it, one after the other."""
    return (things[place] for place in range(bisect_left(things, at, key=_START), len(things)))


def nearest(things: Sequence[Thing], at: int) -> Iterator[Thing]:
    """All things, those that begin closest to an offset first."""
    behind = bisect_left(things, at, key=_START)
    before = behind - 1
    while before >= 0 or behind < len(things):
        if before < 0 or (behind < len(things) and things[behind].start - at < at - things[before].start):
            yield things[behind]
            behind += 1
        else:
            yield things[before]
            before -= 1


def around(things: Sequence[Thing], start: int, stop: int) -> Sequence[Thing]:
    """The few things that may reach into the stretch between two offsets: no others can."""
    first = bisect_left(things, start - _LONGEST, key=_START)
    return things[first : bisect_left(things, stop, lo=first, key=_START)]


def at_offset(things: Sequence[Thing], at: int) -> Thing | None:
    """The thing an offset lies in, the first of those that overlap."""
    first = bisect_left(things, at - _LONGEST, key=_START)
    last = bisect_right(things, at, lo=first, key=_START)
    return next((thing for thing in things[first:last] if thing.stop > at), None)


def holding(things: Sequence[Thing], at: int) -> Thing | None:
    """The thing an offset lies in, of things that do not overlap, however long."""
    place = bisect_right(things, at, key=_START) - 1
    return things[place] if place >= 0 and at < things[place].stop else None
