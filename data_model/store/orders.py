"""The orders in which the happenings of a view are listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from data_model.store.arrays import EVER, NEVER, Ints
from data_model.store.columns import Columns

# By the first possible day, with which a date in words begins, or by how many reports tell of it. In every
# order what says too little of its day comes behind what says enough, and what no axis can hold comes last.
ORDERS: Mapping[str, int] = {"newest": -1, "oldest": 1, "told": 0}


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
        turn = ORDERS[name]
        part = np.where(columns.placed, columns.wide.astype(np.int64), 2)
        first, last = columns.first.astype(np.int64), columns.last.astype(np.int64)
        # What has no first day stands by its last, what has neither by the time its report was written.
        when = np.where(first != NEVER, first, np.where(last != EVER, last, columns.told[0]))
        told = -columns.reports.astype(np.int64)
        most = np.arange(columns.size), -columns.weight, told
        keys = (*most, turn * last, turn * when, part) if turn else (*most, part)
        columns.orders[name] = np.lexsort(keys).astype(np.int32)
    return columns.orders[name]
