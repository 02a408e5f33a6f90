"""Counting by time: what may lie on any of several days is spread over them."""

from __future__ import annotations

import numpy as np

from data_model.store.arrays import Floats, Ints
from data_model.store.columns import Columns

# Below this a share of an uncertain date is what adding up has left over.
_NOTHING = 1e-9


def spread_over(
    columns: Columns, places: Ints, edges: Ints, group: Ints | None = None, groups: int = 1, *,
    times: Ints | Floats | None = None,
) -> Floats:  # fmt: skip
    """How many of some happenings lie in each bin, group by group, each spread over its possible days.

    Args:
        columns: What is counted.
        places: The happenings.
        edges: The first day of each bin and the day after the last.
        group: The group of each, the first when not given.
        groups: How many groups there are.
        times: How many times each happening of the store counts, if only in parts; once when not given.

    Returns:
        A number for each group and bin, bins within groups.
    """
    first, last = columns.first[places].astype(np.int64), columns.last[places].astype(np.int64)
    own = np.zeros(len(places), np.int64) if group is None else group.astype(np.int64)
    bins = len(edges) - 1
    begin, end = edges[0], edges[-1]
    seen = (last >= begin) & (first < end)
    first, last, own = first[seen], last[seen], own[seen]
    share = (1.0 if times is None else times[places[seen]]) / (last - first + 1)
    first, last = np.maximum(first, begin), np.minimum(last, end - 1)
    one = np.searchsorted(edges, first, "right") - 1
    other = np.searchsorted(edges, last, "right") - 1
    several = other > one
    total: Floats = np.bincount(
        own * bins + one,
        np.where(several, edges[np.minimum(one + 1, bins)] - first, last - first + 1) * share,
        groups * bins,
    ).astype(np.float64)
    if several.any():
        own, one, other, share, last = (
            own[several],
            one[several],
            other[several],
            share[several],
            last[several],
        )
        total += np.bincount(own * bins + other, (last + 1 - edges[other]) * share, groups * bins)
        # What lies wholly inside a range: its share begins behind the first bin and ends at the last.
        wide = groups * (bins + 1)
        slope = np.bincount(own * (bins + 1) + one + 1, share, wide)
        slope -= np.bincount(own * (bins + 1) + other, share, wide)
        inside = np.cumsum(slope.reshape(groups, bins + 1), axis=1)[:, :bins]
        total += (inside * np.diff(edges)).ravel()
    total[np.abs(total) < _NOTHING] = 0
    return total
