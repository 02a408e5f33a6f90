"""Happenings as arrays: a number or a bit each, days counted from 1970; and which of them has which keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.signedinteger[Any]]
Bits = NDArray[np.bool_]
Floats = NDArray[np.float64]
# The first possible day of what has none, and the last: before and after every day that can be asked for.
NEVER, EVER = -(2**31), 2**31 - 1
_EPOCH = date(1970, 1, 1).toordinal()


def day_number(day: date) -> int:
    """A day as the arrays count."""
    return day.toordinal() - _EPOCH


@dataclass(frozen=True, slots=True)
class Bridge:
    """Which happening has which keys, a row each, in the order of happenings and there by strength.

    Attributes:
        keys: The key of each code.
        code: Row -> code.
        place: Row -> place of the happening.
        layers: Row -> the ways they are tied, as bits; None where there is one way only.
        same: A further key -> the one it stands for.
    """

    keys: tuple[str, ...]
    code: Ints
    place: Ints
    layers: Ints | None = None
    same: Mapping[str, str] = field(default_factory=dict)

    def holding(self, wanted: frozenset[str], size: int, layer: int = 0) -> Bits:
        """Whether each happening has one of some keys, in one of the layers; 0 for any."""
        meant = {self.same.get(key, key) for key in wanted}
        of_key = np.fromiter((key in meant for key in self.keys), np.bool_, len(self.keys))
        found = np.zeros(size, np.bool_)
        found[self.place[of_key[self.code] & self.tied(layer)]] = True
        return found

    def counted(self, chosen: Bits, layer: int = 0, times: Ints | None = None) -> Ints:
        """How many of the chosen happenings have each key, each counted so many times, once by default."""
        rows = chosen[self.place] & self.tied(layer)
        weights = None if times is None else times[self.place[rows]]
        return np.bincount(self.code[rows], weights, minlength=len(self.keys)).astype(np.int64)

    def tied(self, layer: int) -> Bits | np.bool_:
        """Which rows are tied in one of the layers; 0 for any."""
        if not layer or self.layers is None:
            return np.True_
        tied: Bits = (self.layers & layer) != 0
        return tied

    def keys_of(self, places: Ints, layer: int = 0) -> list[tuple[str, ...]]:
        """The keys of some happenings, in the order of the places."""
        starts = np.searchsorted(self.place, places, "left")
        stops = np.searchsorted(self.place, places, "right")
        held = stops - starts
        ends = np.cumsum(held)
        rows = np.arange(held.sum()) + np.repeat(starts - ends + held, held)
        if layer and self.layers is not None:
            tied = (self.layers[rows] & layer) != 0
            rows, ends = rows[tied], np.append(0, np.cumsum(tied))[ends]
        codes = self.code[rows].tolist()
        pairs = zip([0, *ends.tolist()], ends.tolist(), strict=False)
        return [tuple(self.keys[one] for one in codes[start:stop]) for start, stop in pairs]
