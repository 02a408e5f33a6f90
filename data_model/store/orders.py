"""The orders in which the happenings of a view are listed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from data_model.store.columns import Columns, Ints

# Name -> the direction of time, by the first possible day: it is what a date in words begins with. In every
# order what says too little of its day comes behind what says enough, and what stands on no day at all comes
# last, the weightiest first.
ORDERS: Mapping[str, int] = {"newest": -1, "oldest": 1}


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
