"""What the page's help says of the reader's accuracy: taken from the frozen table, never typed.

`python -m benchmarks.reach` writes `dashboard/reach.json` from `accuracy.csv`: the rows of the fold whose
pages nobody opens, read with the address and the publication day that a reader could know.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE, FILE = ROOT / "benchmarks" / "accuracy.csv", ROOT / "dashboard" / "reach.json"
RUN = "dated fold 5: "
MAIN = "main date: right"


def reached() -> dict[str, dict[str, float | int | str | None]]:
    """Figure -> percent, of how many cases, and what the best trivial answer gives and is."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["name"].startswith(RUN)]
    return {
        row["name"].removeprefix(RUN): {
            "percent": float(row["dateline"]),
            "cases": int(row["cases"]),
            "trivial": float(row["best_peer"]) if row["best_peer"] else None,
            "answer": row["peer"],
        }
        for row in rows
    }


def written() -> str:
    """The file as it should be."""
    return json.dumps(reached(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
