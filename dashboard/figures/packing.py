"""Marks and their labels into rows, so that no two boxes of a lane touch. Pure arithmetic.

A mark owns a box from `left` to `right`; its label stands right of it, else left of it, else, when
the mark is a long band, inside the band beside its middle. While a lane is quiet its events keep
their order in time, which reads like a staircase; when it is crowded, the weightiest events choose
their place first, and so many keep their label as leave room for nearly all marks.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

GAP = 6.0  # between a mark and its own label
SPACE = 5.0  # between the boxes of two events
LOST = 0.05  # of the marks may go for the sake of labels
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
    """

    left: float
    right: float
    middle: float
    reach: float
    label: float
    weight: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item went: its row, counted from 0, and the side of its label."""

    item: int
    row: int
    side: str


@dataclass(frozen=True, slots=True)
class Packing:
    """A packed lane: the places, the number of rows, and the items no row had room for."""

    places: tuple[Place, ...]
    rows: int
    left_out: tuple[int, ...]


def pack_lane(
    items: Sequence[Item], width: float, *, label_rows: int = 10, rows: int = 16, named: bool = False
) -> Packing:
    """Give every item of a lane its row.

    Args:
        items: The items, in any order.
        width: The width of the plot; no label leaves it.
        label_rows: Up to how many rows a lane may grow for the sake of labels.
        rows: Up to how many rows it may grow at all.
        named: Whether the labels matter more than that every mark has its place.
    """
    in_time = sorted(range(len(items)), key=lambda i: (items[i].middle, -items[i].weight, i))
    quiet = _pack(items, in_time, width, label_rows, label_rows)
    if not quiet.left_out and all(p.side or not items[p.item].label for p in quiet.places):
        return quiet
    by_weight = sorted(range(len(items)), key=lambda i: (-items[i].weight, items[i].middle, i))
    if named:
        return _pack(items, by_weight, width, label_rows, rows)
    bare = _pack(items, by_weight, width, 0, rows)
    few = LOST * len(items)
    fewest = max(rows // 2, 1)
    packing = bare
    # Where marks are lost even without labels, a few labels cost little more.
    for labelled in (fewest,) if len(bare.left_out) > few else (4 * rows, 2 * rows, rows, fewest):
        packing = _pack(items, by_weight, width, label_rows, rows, labelled)
        if len(packing.left_out) <= few:
            break
    return packing


def extent(item: Item, side: str) -> tuple[float, float]:
    """The whole box of an item with its label on that side."""
    if side == RIGHT:
        return item.left, item.right + GAP + item.label
    if side == LEFT:
        return item.left - GAP - item.label, item.right
    return item.left, item.right


def label_box(item: Item, side: str) -> tuple[float, float]:
    """Where the label stands."""
    if side == RIGHT:
        return item.right + GAP, item.right + GAP + item.label
    if side == LEFT:
        return item.left - GAP - item.label, item.left - GAP
    start = item.middle + item.reach + GAP
    return start, start + item.label


def _pack(
    items: Sequence[Item],
    order: Sequence[int],
    width: float,
    label_rows: int,
    rows: int,
    labelled: int | None = None,
) -> Packing:
    """The items in an order, the first of them with labels."""
    taken: list[list[tuple[float, float]]] = []
    places: list[Place] = []
    left_out: list[int] = []
    most = len(order) if labelled is None else labelled
    for turn, number in enumerate(order):
        for_labels = label_rows if turn < most else 0
        place = _find_place(items[number], number, taken, width, for_labels, rows)
        if place is None:
            left_out.append(number)
            continue
        while len(taken) <= place.row:
            taken.append([])
        insort(taken[place.row], extent(items[number], place.side))
        places.append(place)
    return Packing(tuple(places), len(taken), tuple(left_out))


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
    if extent(item, RIGHT)[1] <= width:
        yield RIGHT
    if extent(item, LEFT)[0] >= 0:
        yield LEFT
    if label_box(item, INSIDE)[1] <= min(item.right, width - EDGE):
        yield INSIDE


def _free(row: Sequence[tuple[float, float]], left: float, right: float) -> bool:
    """Whether a box keeps its distance from the boxes of a row, which are sorted and disjoint."""
    place = bisect_left(row, (left, right))
    before = row[place - 1][1] + SPACE <= left if place else True
    return before and (row[place][0] >= right + SPACE if place < len(row) else True)
