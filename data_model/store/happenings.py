"""Whole rows of happenings, kept as an Arrow table: any few of them are read at once, however many there are.

A database reads a column to find a row of it; here a row is found by its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pyarrow as pa

from data_model.store.arrays import Ints

# What is nearly the same in every row is kept once, with a number a row.
_OFTEN = 0.2


def gather(parts: Iterable[pa.Table]) -> pa.Table:
    """One table of several, each wording of a column kept once where there are few of them."""
    told = pa.concat_tables(parts).combine_chunks()
    columns = [_compact(column.combine_chunks()) for column in told.itercolumns()]
    return pa.table(dict(zip(told.column_names, columns, strict=True)))


def take_rows(happenings: pa.Table, places: Ints, columns: Iterable[str]) -> list[dict[str, Any]]:
    """Rows at some places, in their order, with some of the columns."""
    names = list(columns)
    taken = happenings.select(names).take(pa.array(places))
    rows = zip(*(_values(column.combine_chunks()) for column in taken.itercolumns()), strict=True)
    return [dict(zip(names, row, strict=True)) for row in rows]


def _values(column: pa.Array) -> list[Any]:
    """What a column holds; Arrow itself makes an object of every entry of a list on the way."""
    if pa.types.is_dictionary(column.type):
        return _values(column.dictionary_decode())
    if not pa.types.is_list(column.type):
        values: list[Any] = column.to_pylist()
        return values
    entries, ends = _values(column.flatten()), np.cumsum(column.value_lengths().to_numpy()).tolist()
    return [entries[start:stop] for start, stop in zip([0, *ends], ends, strict=False)]


def _compact(column: pa.Array) -> pa.Array:
    """A column of text or of lists of it, each wording once where there are few of them."""
    if isinstance(column, pa.ChunkedArray):  # more text than one array can hold
        return column
    if pa.types.is_list(column.type):
        return pa.ListArray.from_arrays(column.offsets, _compact(column.values))
    if not pa.types.is_string(column.type):
        return column
    known = column.dictionary_encode()
    return known if len(known.dictionary) < _OFTEN * len(column) else column
