"""The happenings of a view sorted into lanes: what a timeline draws singly, counts, or names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from data_model.store.arrays import Bits, Floats, Ints
from data_model.store.columns import Columns
from data_model.store.spread import spread_over
from data_model.store.view import View

# Lanes are some hundreds: so few bits are sorted in one pass.
_FEW = np.uint16


@dataclass(frozen=True, slots=True)
class Lanes:
    """What stands on the axis, lane by lane.

    Attributes:
        columns: What is counted.
        keys: The key of each lane, those with most happenings first; last those of what has a key but none of
            theirs (`OTHERS`), and of what has none (`NONE`).
        lane: Row -> lane.
        place: Row -> place of the happening; one of several keys has several rows.
        times: How many times each happening of the store counts, None for once.
        hidden: How many keys that occur have no lane.
        scattered: What may lie on one of several runs of days, in the same lanes, where that was asked for;
            it is counted nowhere.
    """

    OTHERS: ClassVar[str] = "…"
    NONE: ClassVar[str] = ""

    columns: Columns
    keys: tuple[str, ...]
    lane: Ints
    place: Ints
    times: Ints | None = None
    hidden: int = 0
    scattered: Lanes | None = None

    @property
    def counted(self) -> list[int]:
        """What each lane counts."""
        found = np.bincount(self.lane, self._weights(), minlength=len(self.keys))
        return [int(number) for number in found.tolist()]

    def _weights(self, rows: Bits | None = None) -> Ints | None:
        if self.times is None:
            return None
        return self.times[self.place if rows is None else self.place[rows]]

    @property
    def sizes(self) -> list[int]:
        """How many happenings each lane holds."""
        found: list[int] = np.bincount(self.lane, minlength=len(self.keys)).tolist()
        return found

    @property
    def middles(self) -> Floats:
        """The middle of the possible days of each row, in days since 1970."""
        first, last = self.columns.first[self.place], self.columns.last[self.place]
        middles: Floats = (first.astype(np.float64) + last + 1) / 2
        return middles

    @property
    def vague(self) -> list[int]:
        """How many of each lane may lie anywhere in too long a time to be counted in any part of it."""
        rows = self.columns.vague[self.place]
        found = np.bincount(self.lane[rows], self._weights(rows), minlength=len(self.keys))
        return [int(number) for number in found.tolist()]

    def density(self, edges: Ints, groups: Mapping[str, int]) -> Floats:
        """What is counted a lane, group and bin, each spread over its possible days; without what is vague.

        Args:
            edges: The first day of each bin and the day after the last.
            groups: Topic -> group; one that no topic has comes last and takes what has no topic of any.
        """
        number = max(groups.values(), default=-1) + 2
        rows = ~self.columns.vague[self.place]
        lane, place = self.lane[rows].astype(np.int64), self.place[rows]
        group = lane * number + _groups_of(self.columns, groups, number - 1)[place]
        found = spread_over(self.columns, place, edges, group, len(self.keys) * number, times=self.times)
        return found.reshape(len(self.keys), number, len(edges) - 1)

    def holds(self, turn: int, places: Ints) -> Bits:
        """Whether a lane holds each of some happenings: its rows lie together, in the order of places."""
        start, stop = np.searchsorted(self.lane, (turn, turn + 1))
        own = self.place[start:stop]
        at = np.searchsorted(own, places)
        found: Bits = np.append(own, -1)[at] == places
        return found

    def within(self, start: float, stop: float) -> Lanes:
        """What of them may lie in a stretch of days; a lane that holds nothing there stays."""
        first, last = self.columns.first[self.place], self.columns.last[self.place]
        seen = (last >= start) & (first < stop)
        return replace(self, lane=self.lane[seen], place=self.place[seen])

    def fullest(self, start: float, stop: float, parts: int) -> list[int]:
        """How many of each lane have their middle in the fullest of some equal parts of a stretch of days."""
        seen, part = self._parts(start, stop, parts)
        counted = np.bincount(self.lane[seen] * parts + part, minlength=len(self.keys) * parts)
        found: list[int] = counted.reshape(len(self.keys), parts).max(axis=1, initial=0).tolist()
        return found

    def _parts(self, start: float, stop: float, parts: int) -> tuple[Ints, Ints]:
        """The rows whose middle lies in a stretch of days, and in which of its equal parts."""
        part = np.floor((self.middles - start) / (stop - start) * parts).astype(np.int64)
        seen = np.flatnonzero((part >= 0) & (part < parts))
        return seen, part[seen]

    def heaviest(self, start: float, stop: float, parts: int) -> Lanes:
        """Of each lane the happening of most weight in each of some equal parts of a stretch of days."""
        seen, part = self._parts(start, stop, parts)
        sharp = ~self.columns.vague[self.place[seen]]
        seen, part = seen[sharp], part[sharp]
        group = self.lane[seen].astype(np.int64) * parts + part
        foremost = np.full(len(self.keys) * parts, self.columns.size, np.int64)
        turn = self.columns.turn[self.place[seen]]
        np.minimum.at(foremost, group, turn)
        kept = seen[turn == foremost[group]]
        return replace(self, lane=self.lane[kept], place=self.place[kept])


def sort_into_lanes(  # noqa: PLR0913 - what makes lanes
    view: View,
    by: str,
    most: int,
    title: Callable[[str], str],
    preferred: Collection[str] = (),
    pinned: Sequence[str] = (),
    *,
    scattered: bool = False,
) -> Lanes:
    """What of a view stands on the axis, in lanes: the keys with most happenings, the rest, what has none.

    Args:
        view: The view.
        by: A kind of key (`Columns.bridges`); it is tied as the filter of the view means it.
        most: Up to how many lanes there are besides the two last.
        title: The name of a key; of even size they stand in its order.
        preferred: Keys that are filtered by; when any of them occurs, only they get lanes.
        pinned: Keys whose lanes come first in this order, whatever they hold, as long as they occur.
        scattered: Whether to sort what may lie on one of several runs of days as well.
    """
    bridge, bits = view.tied(by)
    stands = view.placed | (view.chosen & view.columns.bounded) if scattered else view.placed
    tied = stands[bridge.place] & bridge.tied(bits)
    code, place = bridge.code[tied], bridge.place[tied]
    counts = np.bincount(code, minlength=len(bridge.keys))
    shown = _shown(counts, bridge.keys, most, title, preferred, pinned)
    lane_of = np.full(len(bridge.keys), -1, np.int64)
    lane_of[shown] = np.arange(len(shown))
    lane = lane_of[code]
    kept = lane >= 0
    size = view.columns.size
    has_lane, has_key = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    has_lane[place[kept]] = True
    has_key[place] = True
    rest, bare = np.flatnonzero(stands & has_key & ~has_lane), np.flatnonzero(stands & ~has_key)
    ends = [np.full(len(rest), len(shown)), np.full(len(bare), len(shown) + 1)]
    keys = (*(bridge.keys[number] for number in shown), Lanes.OTHERS, Lanes.NONE)
    rows = np.concatenate([lane[kept], *ends]), np.concatenate([place[kept], rest, bare])
    found = _dense(view, keys, *rows, int(np.count_nonzero(counts)) - len(shown))
    if not scattered:
        return found
    sure = view.placed[found.place]
    beside = replace(found, lane=found.lane[~sure], place=found.place[~sure])
    return replace(found, lane=found.lane[sure], place=found.place[sure], scattered=beside)


def _shown(
    counts: Ints,
    keys: tuple[str, ...],
    most: int,
    title: Callable[[str], str],
    preferred: Collection[str],
    pinned: Sequence[str],
) -> list[int]:
    """The codes that get a lane, in the order of the lanes."""
    some = np.flatnonzero(counts).tolist()
    code = {keys[number]: number for number in some}
    first = [code[key] for key in dict.fromkeys(pinned) if key in code]
    wanted = [number for number in some if keys[number] in preferred] or some
    others = [number for number in wanted if number not in first]
    order = sorted(others, key=lambda number: (-int(counts[number]), title(keys[number]).casefold()))
    room = max(most - len(first), 0)
    return [*first, *(order if len(order) <= room else order[: max(room - 1, 0)])]


def _dense(view: View, keys: tuple[str, ...], lane: Ints, place: Ints, hidden: int) -> Lanes:
    """Without lanes that hold nothing, row by row in the order of lanes; each keeps the order of places."""
    order = np.argsort(lane.astype(_FEW), kind="stable")
    used = np.flatnonzero(np.bincount(lane, minlength=len(keys)))
    number = np.zeros(len(keys), np.int64)
    number[used] = np.arange(len(used))
    kept = tuple(keys[one] for one in used.tolist())
    return Lanes(view.columns, kept, number[lane][order], place[order], view.times, hidden)


def _groups_of(columns: Columns, groups: Mapping[str, int], none: int) -> Ints:
    """Place -> the group of its first topic that has one."""
    bridge = columns.bridges["topic"]
    of_key = np.array([groups.get(key, -1) for key in bridge.keys], np.int64)
    found = np.full(columns.size, none, np.int64)
    if len(bridge.code):
        rows = np.flatnonzero(of_key[bridge.code] >= 0)[::-1]  # backwards, so that the strongest stays
        found[bridge.place[rows]] = of_key[bridge.code[rows]]
    return found
