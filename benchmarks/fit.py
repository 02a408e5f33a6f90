"""`make fit`: points for every registered slot, and how good they are on folds they were not fitted on.

The fifth fold teaches nothing: each of the first four is told by the points of the other three, the fifth by
those of the four, and these are the points that are written. Run it again and the same file comes out.

    python -m benchmarks.fit            # every slot of slots.py
    python -m benchmarks.fit likely     # one of them
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.calibration import Bin, best_of, curve, reliability, write_reliability
from benchmarks.folds import FOLDS, UNREAD
from benchmarks.logit import Points, Row, fit_binary, fit_softmax, log_loss, softmax_shares
from benchmarks.slots import SLOTS, Slot

__all__ = ["Row", "as_toml", "fit_binary", "fit_softmax", "main", "out_of_fold", "reliability"]

RELIABILITY = Path(__file__).parent / "reliability.csv"
_READ, _UNREAD = "1-4", "5"

Told = list[tuple[Row, float]]
Fit = Callable[[list[Row]], Points]
Shares = Callable[[list[Row], Points], list[float]]


def out_of_fold(rows: Sequence[Row], folds: Iterable[int], fit: Fit, shares: Shares = softmax_shares) -> Told:
    """Every row of these folds with its share, by points that have met neither its fold nor the fifth."""
    told: Told = []
    for fold in folds:
        own = [row for row in rows if row.fold == fold]
        if own:
            points = fit([row for row in rows if row.fold not in {fold, UNREAD}])
            told += zip(own, shares(own, points), strict=True)
    return told


def as_toml(slot: Slot, rows: Sequence[Row], points: Points, told: Told) -> str:
    """The slot's file: its points with what they mean, and what a share is worth."""
    learnt = [row for row in rows if row.fold != UNREAD]
    lines = [
        f"# Points of “{slot.name}”, written by `make fit`: ten are one logit. Do not edit by hand.",
        f"# Learnt from {len({row.group for row in learnt})} decisions in folds 1-4 of benchmarks/gold.",
        "",
        "[points]",
    ]
    for name, value in points.items():
        seen = len({row.document for row in learnt if row.features.get(name)})
        note = slot.why.get(name, "") or f"seen in {seen} documents"
        lines.append(f"{name} = {value}  # {note}")
    pairs = ", ".join(f"[{said}, {right}]" for said, right in curve(_answers(slot, _of(told, _READ))))
    lines += ["", "# What a stated share is worth, out of fold: [stated, right].", f"curve = [{pairs}]"]
    # The curve is the file's own, not one of the points: it has to stand before the first table.
    head, body = lines[:3], lines[3:-3]
    return "\n".join([*head, *lines[-2:], "", *body]) + "\n"


def main() -> None:
    """Fit, print, write."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("slot", nargs="?", choices=[slot.name for slot in SLOTS] or None)
    asked = wanted.parse_args()
    chosen = [slot for slot in SLOTS if asked.slot in {None, slot.name}]
    if not chosen:
        print("No slot is registered: slots.py says how.")
        return
    tables: dict[tuple[str, str], list[Bin]] = {}
    for slot in chosen:
        rows = slot.rows()
        told = out_of_fold(rows, FOLDS, slot.fit, slot.shares)
        points = slot.fit([row for row in rows if row.fold != UNREAD])
        slot.file.write_text(as_toml(slot, rows, points, told), encoding="utf-8")
        for folds in (_READ, _UNREAD):
            tables[slot.name, folds] = reliability(_answers(slot, _of(told, folds)))
        _show(slot, points, told, tables)
    write_reliability(RELIABILITY, tables)


def _answers(slot: Slot, told: Told) -> Told:
    return told if slot.binary else best_of(told)


def _of(told: Told, folds: str) -> Told:
    return [(row, share) for row, share in told if (row.fold == UNREAD) == (folds == _UNREAD)]


def _show(slot: Slot, points: Points, told: Told, tables: dict[tuple[str, str], list[Bin]]) -> None:
    console = Console()
    weights = Table("feature", "points", title=slot.name)
    for name, value in sorted(points.items(), key=lambda one: -abs(one[1])):
        weights.add_row(name, f"{value:+}")
    console.print(weights)
    for folds in (_READ, _UNREAD):
        own = _of(told, folds)
        answers = _answers(slot, own)
        if not answers:
            continue
        right = sum(row.right == (not slot.binary or share >= 1 / 2) for row, share in answers)
        loss = log_loss([row for row, _ in own], [share for _, share in own], binary=slot.binary)
        print(f"folds {folds}, out of fold: {right} of {len(answers)} right, log loss {loss:.3f}")
        bins = Table("stated", "cases", "said", "right")
        for one in tables[slot.name, folds]:
            bins.add_row(
                f"{one.low:.1f}-{one.high:.1f}", str(one.cases), f"{one.said:.2f}", f"{one.right:.2f}"
            )
        console.print(bins)


if __name__ == "__main__":
    main()
