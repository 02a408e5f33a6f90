"""Marks and their labels into rows, so that no two boxes of a lane touch. Pure arithmetic.

A mark owns a box from `left` to `right`; its label stands right of it, else left of it, else, when
the mark is a long band, inside the band beside its middle. While a lane is quiet its events keep
their order in time, which reads like a staircase; when it is crowded, the weightiest events choose
their place first, and only so many rows hold labels as leave room for all marks: rows without labels
are lower.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

GAP = 6.0  # between a mark and its own label
SPACE = 3.0  # between the boxes of two events
AIR = 10.0  # behind the end of a label, so that two of them do not read as one
LABEL_ROW, BARE_ROW = 20.0, 13.0  # pixels
EDGE = 12.0  # left free inside a band at the window's edge, for the sign that it goes on
NO_LABEL, RIGHT, LEFT, INSIDE = "", "right", "left", "inside"


@dataclass(frozen=True, slots=True)
class Item:
    """One event of a lane, in pixels from the left edge of the plot.

    Attributes:
        left: Where its mark or band begins.
        right: Where it ends.
        middle: Where the symbol stands.
        reach: Half the width of the symbol.
        label: The width of its label, 0 when it has none.
        weight: How early it may choose.
        parted: Whether it is several bands, so that no label stands inside.
    """

    left: float
    right: float
    middle: float
    reach: float
    label: float
    weight: float
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item went: its row, counted from 0, and the side of its label."""

    item: int
    row: int
    side: str


@dataclass(frozen=True, slots=True)
class Packing:
    """A packed lane.

    Attributes:
        places: Where the items went.
        rows: How many rows there are.
        left_out: The items no row had room for.
        label_rows: The first so many rows are as high as labels need.
    """

    places: tuple[Place, ...]
    rows: int
    left_out: tuple[int, ...]
    label_rows: int

    @property
    def height(self) -> float:
        """The height of all rows in pixels."""
        return self.top(self.rows)

    def top(self, row: int) -> float:
        """Where a row begins, in pixels from the first."""
        high = min(row, self.label_rows)
        return high * LABEL_ROW + (row - high) * BARE_ROW

    def middle(self, row: int) -> float:
        """Where the middle of a row stands."""
        return (self.top(row) + self.top(row + 1)) / 2


def pack_lane(items: Sequence[Item], width: float, room: float, least: int = 0) -> Packing:
    """Give every item of a lane its row; where there is no room for all, some are left out.

    Args:
        items: The items, in any order.
        width: The width of the plot; no label leaves it.
        room: How high all rows may be together.
        least: So many rows hold labels at least.
    """
    most = max(int(room // LABEL_ROW), 1)
    in_time = sorted(range(len(items)), key=lambda i: (items[i].middle, -items[i].weight, i))
    packing = _pack(items, in_time, width, (most, most), named=True)
    if packing is not None:
        return packing
    by_weight = sorted(range(len(items)), key=lambda i: (-items[i].weight, items[i].middle, i))
    labelled = sorted({max(rows, least) for rows in (most, most // 2, most // 4, 1, 0)}, reverse=True)
    tries = [(rows, rows + int((room - rows * LABEL_ROW) // BARE_ROW)) for rows in labelled]
    found = (_pack(items, by_weight, width, rows) for rows in tries)
    return next(filter(None, found), None) or _pack_some(items, by_weight, width, tries[-1])


def pack_names(items: Sequence[Item], width: float, rows: int) -> Packing:
    """The weightiest items with their labels, in so many rows; what has no room for one is left out."""
    by_weight = sorted(range(len(items)), key=lambda i: (-items[i].weight, items[i].middle, i))
    packing = _pack_some(items, by_weight, width, (rows, rows))
    return replace(packing, places=tuple(place for place in packing.places if place.side))


def extent(item: Item, side: str) -> tuple[float, float]:
    """The whole box of an item with its label on that side, and the air behind it."""
    if side == RIGHT:
        return item.left, item.right + GAP + item.label + AIR
    if side == LEFT:
        return item.left - GAP - item.label - AIR, item.right
    return item.left, item.right


def label_box(item: Item, side: str) -> tuple[float, float]:
    """Where the label stands."""
    if side == RIGHT:
        return item.right + GAP, item.right + GAP + item.label
    if side == LEFT:
        return item.left - GAP - item.label, item.left - GAP
    start = item.middle + item.reach + GAP
    return start, start + item.label


def _pack_some(items: Sequence[Item], order: Sequence[int], width: float, rows: tuple[int, int]) -> Packing:
    """What has room of the items in an order, each with its label where that has room too."""
    found = dict(_placed_in(items, order, width, rows))
    left_out = tuple(number for number, place in found.items() if place is None)
    return _packing([place for place in found.values() if place is not None], left_out, rows[0])


def _pack(
    items: Sequence[Item], order: Sequence[int], width: float, rows: tuple[int, int], *, named: bool = False
) -> Packing | None:
    """All items in an order; None as soon as one has no room, or, if all are to be named, none for a name."""
    places = []
    for number, place in _placed_in(items, order, width, rows):
        if place is None or (named and items[number].label and not place.side):
            return None
        places.append(place)
    return _packing(places, (), rows[0])


def _packing(places: Sequence[Place], left_out: tuple[int, ...], label_rows: int) -> Packing:
    return Packing(tuple(places), max((p.row + 1 for p in places), default=0), left_out, label_rows)


def _placed_in(
    items: Sequence[Item], order: Sequence[int], width: float, rows: tuple[int, int]
) -> Iterator[tuple[int, Place | None]]:
    """Item after item in an order, and its place or None; of the rows the first so many hold labels."""
    taken: list[list[tuple[float, float]]] = []
    for number in order:
        place = _find_place(items[number], number, taken, width, *rows)
        if place is not None:
            while len(taken) <= place.row:
                taken.append([])
            insort(taken[place.row], extent(items[number], place.side))
        yield number, place


def _find_place(
    item: Item,
    number: int,
    taken: Sequence[list[tuple[float, float]]],
    width: float,
    label_rows: int,
    rows: int,
) -> Place | None:
    if item.label and label_rows:
        boxes = [(side, *extent(item, side)) for side in _sides(item, width)]
        for row in range(min(len(taken) + 1, label_rows) if boxes else 0):
            for side, left, right in boxes:
                if row == len(taken) or _free(taken[row], left, right):
                    return Place(number, row, side)
    left, right = extent(item, NO_LABEL)
    for row in range(min(len(taken) + 1, rows)):
        if row == len(taken) or _free(taken[row], left, right):
            return Place(number, row, NO_LABEL)
    return None


def _sides(item: Item, width: float) -> Iterator[str]:
    if label_box(item, RIGHT)[1] <= width:
        yield RIGHT
    if label_box(item, LEFT)[0] >= 0:
        yield LEFT
    if not item.parted and label_box(item, INSIDE)[1] <= min(item.right, width - EDGE):
        yield INSIDE


def _free(row: Sequence[tuple[float, float]], left: float, right: float) -> bool:
    """Whether a box keeps its distance from the boxes of a row, which are sorted and disjoint."""
    place = bisect_left(row, (left, right))
    before = row[place - 1][1] + SPACE <= left if place else True
    return before and (row[place][0] >= right + SPACE if place < len(row) else True)
