"""No figure on the house's own gold falls below the frozen run: `make accuracy FREEZE=--freeze`."""

from __future__ import annotations

from benchmarks.accuracy import read_frozen
from benchmarks.gold_runs import RUNS, score_gold, score_seeds

# The frozen figures have one decimal.
_ROUNDED = 0.05


def test_no_figure_on_the_gold_has_fallen():
    frozen = read_frozen()
    now = {"seeds": score_seeds()}
    for run in RUNS:
        now |= {f"{run}: {name}": value for name, value in score_gold(run).items()}
    known = {name: value for name, value in frozen.items() if name in now}
    fallen = {
        name: (value, round(now[name], 1)) for name, value in known.items() if now[name] < value - _ROUNDED
    }
    assert len(known) > 20
    assert not fallen, "frozen and now"
