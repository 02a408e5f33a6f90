"""`make accuracy`: how right the normalizer is, beside its goals, trivial answers and its best peers.

The annotated sets of the house always; public corpora when a mirror folder is given (README.md says which).
`--freeze` writes the table to `accuracy.csv` and what a trivial answer beats into README.md; rows that were
not run keep their frozen figures.
Without it, figures that fell through the floor (floor.py) are named, and the command fails.
`--errors 20` prints what went wrong instead, in the folds that may be read.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from rich.console import Console

from benchmarks.accuracy_tables import draw_folds, draw_public, draw_run, false_in_words
from benchmarks.below import write_section
from benchmarks.figures import ALL, READ_FOLDS, UNREAD_FOLD, Cell, cells, read_goals
from benchmarks.floor import fallen_cells, fallen_rows
from benchmarks.folds import FOLDS, UNREAD
from benchmarks.gold_runs import RUNS, score_seeds
from benchmarks.gold_sets import SETS
from benchmarks.public_runs import score_public
from benchmarks.tallies import scored

HERE = Path(__file__).parent
FROZEN = HERE / "accuracy.csv"
COLUMNS = ("name", "what", "dateline", "cases", "goal", "best_peer", "peer")

Row = dict[str, str]


def read_frozen() -> dict[str, Row]:
    """The rows of the last frozen run, by name."""
    if not FROZEN.exists():
        return {}
    with FROZEN.open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row for row in csv.DictReader(lines) if row["dateline"]}


def row_of(cell: Cell) -> Row:
    """A figure on an annotated set as a row: its peer is the best trivial answer."""
    baseline = "" if cell.baseline is None else f"{cell.baseline:.1f}"
    goal = "" if cell.goal is None else f"{cell.goal:g}"
    said = (cell.name, f"{cell.where}, {cell.run}: {cell.figure.what}", f"{cell.value:.1f}", str(cell.cases))
    return dict(zip(COLUMNS, (*said, goal, baseline, cell.by), strict=True))


def rows_of(figures: dict[str, float]) -> list[Row]:
    """The rows with a peer of their own, in the order of `goals.toml`."""
    return [
        {column: str(row.get(column, "")) for column in COLUMNS} | {"dateline": f"{figures[row['name']]:.1f}"}
        for row in read_goals()["row"]
        if row["name"] in figures
    ]


def freeze(rows: list[Row]) -> None:
    """Write the frozen file: what was not run keeps its figures, in the same order."""
    fresh = {row["name"]: row for row in rows}
    own = [row["name"] for row in read_goals()["row"]]
    kept = [name for name in read_frozen() if name in own and name not in fresh]
    every = read_frozen() | fresh
    with FROZEN.open("w", encoding="utf-8", newline="") as out:
        lines = csv.DictWriter(out, COLUMNS, restval="", extrasaction="ignore", lineterminator="\n")
        lines.writeheader()
        lines.writerows(every[name] for name in (*fresh, *kept))


def errors_of(sets: list[str], run: str, fold: int | None, most: int) -> list[str]:
    """What went wrong, by kind, never in the fifth fold."""
    if fold == UNREAD:
        raise ValueError("the fifth fold is not read: its texts and errors are never opened")
    found: dict[str, list[str]] = {}
    for row in (row for name in sets for row in scored(name, run)):
        if row.fold != UNREAD and fold in (None, row.fold):
            for kind, notes in row.errors.items():
                found.setdefault(kind, []).extend(f"{row.group} {note}" for note in notes)
    lines = []
    for kind, notes in sorted(found.items()):
        lines += [f"-- {kind}: {len(notes)}", *(f"     {note}" for note in notes[:most])]
    return lines


def main() -> None:
    """Run, print, and freeze when asked."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("--mirror", type=Path, help="folder with the public corpora, one git folder each")
    wanted.add_argument("--freeze", action="store_true", help=f"write {FROZEN.name}")
    wanted.add_argument("--set", action="append", choices=SETS, help="only this set; may be given again")
    wanted.add_argument("--run", action="append", choices=RUNS, help="only this run; may be given again")
    wanted.add_argument("--errors", type=int, metavar="N", help="print N errors of each kind instead")
    wanted.add_argument(
        "--fold", type=int, choices=FOLDS, help="errors of this fold only; never of the fifth"
    )
    asked = wanted.parse_args()
    sets, runs = asked.set or list(SETS), asked.run or list(RUNS)
    if asked.fold and not asked.errors:
        wanted.error("--fold goes with --errors")
    if asked.freeze and (asked.set or asked.run):
        wanted.error("what is frozen is a run of every set")
    if asked.errors:
        try:
            lines = errors_of(sets, asked.run[0] if asked.run else "dated", asked.fold, asked.errors)
        except ValueError as refused:
            wanted.error(str(refused))
        print("\n".join(lines))
        return
    _measure(sets, runs, asked)


def _measure(sets: list[str], runs: list[str], asked: argparse.Namespace) -> None:
    console = Console()
    every = {run: list(cells(run, sets)) for run in runs}
    console.print(false_in_words(sets, runs[-1]), highlight=False)
    for run in runs:
        console.print(draw_run(run, every[run], sets))
        console.print(draw_folds(run, every[run]))
    figures = {"seeds": score_seeds()} | (score_public(asked.mirror) if asked.mirror else {})
    console.print(draw_public(rows_of(figures)))
    cells_of_runs = [cell for run in runs for cell in every[run]]
    if asked.freeze:
        seeds, *public = rows_of(figures)
        freeze([seeds, *(row_of(cell) for cell in cells_of_runs if _kept(cell)), *public])
        write_section(read_frozen())
        return
    frozen = read_frozen()
    # A part of the sets says nothing about all of them.
    whole = [cell for cell in cells_of_runs if cell.where != ALL or sets == list(SETS)]
    if fallen := [*fallen_cells(frozen, whole), *fallen_rows(frozen, rows_of(figures))]:
        raise SystemExit("Fallen by more than three points since the frozen run:\n" + "\n".join(fallen))


def _kept(cell: Cell) -> bool:
    """Whether a figure is frozen: of the folds only the main ones, those that were read together."""
    folds = {f"fold {fold}" for fold in FOLDS}
    return cell.where not in folds | {READ_FOLDS} or (
        cell.figure.folds and cell.where in (READ_FOLDS, UNREAD_FOLD)
    )


if __name__ == "__main__":
    main()
