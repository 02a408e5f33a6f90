"""The orders in which the happenings of a view are listed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from data_model.store.columns import Columns, Ints

# Name -> the direction of time, by the middle of the possible days. In every order what says too little of
# its day comes behind what says enough, and what stands on no day at all comes last, the weightiest first.
ORDERS: Mapping[str, int] = {"newest": -1, "oldest": 1}


def order_of(columns: Columns, name: str) -> Ints:
    """Every place in an order, worked out once for a version of the store.

    Raises:
        KeyError: If there is no order of that name.
    """
    if name not in columns.orders:
        part = np.where(columns.placed, columns.wide.astype(np.int64), 2)
        middle = columns.first.astype(np.int64) + columns.last
        within = np.where(columns.placed, ORDERS[name] * middle, -columns.weight)
        columns.orders[name] = np.lexsort((np.arange(columns.size), within, part)).astype(np.int32)
    return columns.orders[name]
