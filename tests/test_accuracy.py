"""The frozen figures are a floor (benchmarks/floor.py): `make accuracy FREEZE=--freeze` sets it anew.

Public corpora have the same floor, in `make accuracy MIRROR=folder`.
"""

from __future__ import annotations

import pytest

from benchmarks.accuracy import read_frozen, rows_of
from benchmarks.figures import cells
from benchmarks.floor import FEWEST, fallen_cells, fallen_rows
from benchmarks.gold_runs import RUNS, score_seeds


@pytest.mark.parametrize("run", RUNS)
def test_no_figure_on_a_set_has_fallen(run: str) -> None:
    frozen, now = read_frozen(), list(cells(run, baselines=False))
    assert sum(cell.name in frozen and cell.cases >= FEWEST for cell in now) > 30
    assert not list(fallen_cells(frozen, now))


def test_the_facts_of_the_seeds_stand() -> None:
    assert not list(fallen_rows(read_frozen(), rows_of({"seeds": score_seeds()})))
