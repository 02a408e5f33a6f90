"""`make accuracy`: how right the normalizer is, in one table beside its goals and its best peers.

The gold of the house always; public corpora when a mirror folder is given (README.md here says which).
`--freeze` writes the table to `accuracy.csv`; rows that were not run keep their frozen figures.
"""

from __future__ import annotations

import argparse
import csv
import tomllib
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.gold_runs import RUNS, score_gold, score_seeds
from benchmarks.public_runs import score_public

HERE = Path(__file__).parent
FROZEN = HERE / "accuracy.csv"
COLUMNS = ("name", "what", "dateline", "goal", "best_peer", "peer")


def run_gold() -> dict[str, float]:
    """Every figure on the house's own gold, by its name in `goals.toml`."""
    figures = {"seeds": score_seeds()}
    for run in RUNS:
        figures |= {f"{run}: {name}": value for name, value in score_gold(run).items()}
    return figures


def read_frozen() -> dict[str, float]:
    """The figures of the last frozen run."""
    if not FROZEN.exists():
        return {}
    with FROZEN.open(encoding="utf-8", newline="") as lines:
        return {row["name"]: float(row["dateline"]) for row in csv.DictReader(lines) if row["dateline"]}


def rows_of(figures: dict[str, float]) -> list[dict[str, str]]:
    """The table's rows: the figures in the order of `goals.toml`, one decimal."""
    goals: list[dict[str, Any]] = tomllib.loads((HERE / "goals.toml").read_text(encoding="utf-8"))["row"]
    return [
        {column: str(row.get(column, "")) for column in COLUMNS}
        | {"dateline": f"{figures[row['name']]:.1f}" if row["name"] in figures else ""}
        for row in goals
    ]


def _draw(rows: list[dict[str, str]]) -> Table:
    table = Table("what", "dateline", "goal", "best peer", "peer", title="Right, in percent")
    for row in rows:
        short = row["goal"] and row["dateline"] and float(row["dateline"]) < float(row["goal"])
        said = f"[red]{row['dateline']}[/]" if short else row["dateline"]
        table.add_row(row["what"], said, row["goal"], row["best_peer"], row["peer"])
    return table


def main() -> None:
    """Run, print, and freeze when asked."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("--mirror", type=Path, help="folder with the public corpora, one git folder each")
    wanted.add_argument("--freeze", action="store_true", help=f"write {FROZEN.name}")
    asked = wanted.parse_args()
    figures = run_gold()
    if asked.mirror:
        figures |= score_public(asked.mirror)
    Console().print(_draw([row for row in rows_of(figures) if row["dateline"]]))
    if asked.freeze:
        with FROZEN.open("w", encoding="utf-8", newline="") as out:
            lines = csv.DictWriter(out, COLUMNS, lineterminator="\n")
            lines.writeheader()
            lines.writerows(rows_of(read_frozen() | figures))


if __name__ == "__main__":
    main()
