"""The frozen figures are a floor: on what was seen, none falls by more than three points.

A better whole may cost a row a little; a row that falls further is a fault until it is explained. Languages
and folds of a set rest on too few cases to be held to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.figures import ALL, Cell
from benchmarks.gold_sets import SETS

MOST_LOST = 3.0
# A figure that rests on fewer cases moves by more than that with a single one of them.
FEWEST = 40
_ROUNDED = 0.05

Row = dict[str, str]


def fallen_cells(frozen: dict[str, Row], cells: Iterable[Cell]) -> Iterator[str]:
    """The figures on whole sets that fell through the floor, in words."""
    for cell in cells:
        if cell.name in frozen and cell.where in (*SETS, ALL) and cell.cases >= FEWEST:
            before = float(frozen[cell.name]["dateline"])
            lost = cell.value - before if cell.figure.lower else before - cell.value
            if lost > MOST_LOST + _ROUNDED:
                yield f"{cell.name}: {before} frozen, {cell.value:.1f} now"


def fallen_rows(frozen: dict[str, Row], rows: Iterable[Row]) -> Iterator[str]:
    """The rows of public corpora and of the seeds that fell through it, in words."""
    for row in rows:
        before = float(frozen.get(row["name"], row)["dateline"])
        if before - float(row["dateline"]) > MOST_LOST:
            yield f"{row['what']}: {before} frozen, {row['dateline']} now"
