"""Whether a share that is stated is a share that is right: reliability by tenths, and a curve to mend it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.logit import Row

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers that state about the same share.

    Attributes:
        low: The least share of the bin.
        high: The share it ends before.
        cases: How many answers lie in it.
        said: The share they state, on average.
        right: The share of them that is right.
    """

    low: float
    high: float
    cases: int
    said: float
    right: float


def best_of(told: Iterable[tuple[Row, float]]) -> list[tuple[Row, float]]:
    """The candidate each decision comes down to; of equals the first by name."""
    best: dict[str, tuple[Row, float]] = {}
    for row, share in sorted(told, key=lambda one: (-one[1], one[0].candidate)):
        best.setdefault(row.group, (row, share))
    return list(best.values())


def reliability(told: Sequence[tuple[Row, float]]) -> list[Bin]:
    """The answers by the share they state, in tenths; empty tenths are left out."""
    found = []
    for at in range(BINS):
        low, high = at / BINS, (at + 1) / BINS
        own = [(row, share) for row, share in told if min(int(share * BINS), BINS - 1) == at]
        if own:
            said, right = sum(share for _, share in own), sum(row.right for row, _ in own)
            found.append(Bin(low, high, len(own), round(said / len(own), 3), round(right / len(own), 3)))
    return found


def curve(told: Sequence[tuple[Row, float]], fewest: int = 20) -> list[tuple[float, float]]:
    """What a stated share is worth, never falling: neighbours are pooled until each is large and in order.

    Give it out-of-fold answers. Between two points the share lies on the straight line.
    """
    pools: list[tuple[float, float, int]] = []
    for row, share in sorted(told, key=lambda one: (one[1], one[0].group)):
        pools.append((share, float(row.right), 1))
        while len(pools) > 1 and (
            pools[-2][2] < fewest or pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]
        ):
            (a, b, c), (x, y, z) = pools.pop(), pools.pop()
            pools.append((a + x, b + y, c + z))
    if len(pools) > 1 and pools[-1][2] < fewest:
        (a, b, c), (x, y, z) = pools.pop(), pools.pop()
        pools.append((a + x, b + y, c + z))
    return [(round(said / cases, 3), round(right / cases, 3)) for said, right, cases in pools]


def write_reliability(path: Path, tables: dict[tuple[str, str], list[Bin]]) -> None:
    """The tables of these slots, for the read folds and the unread one; those of other slots stay."""
    fitted = {slot for slot, _ in tables}
    rows = [row for row in _rows(path) if row["slot"] not in fitted]
    for (slot, folds), bins in tables.items():
        rows += [{"slot": slot, "folds": folds} | asdict(one) for one in bins]
    with path.open("w", encoding="utf-8", newline="") as out:
        lines = csv.DictWriter(
            out, ("slot", "folds", "low", "high", "cases", "said", "right"), lineterminator="\n"
        )
        lines.writeheader()
        lines.writerows(sorted(rows, key=lambda row: row["slot"]))


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stored:
        return list(csv.DictReader(stored))
