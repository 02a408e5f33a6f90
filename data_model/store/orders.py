"""The orders in which the happenings of a view are listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from data_model.store.columns import Columns, Ints

# Name -> the direction of time, by the first possible day: it is what a date in words begins with. In every
# order what says too little of its day comes behind what says enough, and what stands on no day at all comes
# last, the weightiest first.
ORDERS: Mapping[str, int] = {"newest": -1, "oldest": 1}


@dataclass(frozen=True, slots=True)
class Beside:
    """The neighbours of a happening in an order.

    Attributes:
        before: The place of the one before it, None for the first.
        after: The place of the one after it, None for the last.
        turn: How many come before it.
        total: How many there are.
    """

    before: int | None
    after: int | None
    turn: int
    total: int


def beside_in(order: Ints, place: int) -> Beside | None:
    """What stands beside a happening in an order of places; None for one that is not among them."""
    found = np.flatnonzero(order == place)
    if not len(found):
        return None
    turn, total = int(found[0]), len(order)
    before = int(order[turn - 1]) if turn else None
    return Beside(before, int(order[turn + 1]) if turn + 1 < total else None, turn, total)


def order_of(columns: Columns, name: str) -> Ints:
    """Every place in an order, worked out once for a version of the store.

    Raises:
        KeyError: If there is no order of that name.
    """
    if name not in columns.orders:
        part = np.where(columns.placed, columns.wide.astype(np.int64), 2)
        turn, first = ORDERS[name], columns.first.astype(np.int64)
        within = np.where(columns.placed, turn * first, -columns.weight)
        longest = np.where(columns.placed, turn * columns.last.astype(np.int64), 0)
        columns.orders[name] = np.lexsort((np.arange(columns.size), longest, within, part)).astype(np.int32)
    return columns.orders[name]
