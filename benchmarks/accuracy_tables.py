"""The accuracy figures drawn for a terminal."""

from __future__ import annotations

from rich.table import Table

from benchmarks.false_statements import KINDS
from benchmarks.figures import ALL, READ_FOLDS, UNREAD_FOLD, Cell
from benchmarks.folds import FOLDS, UNREAD
from benchmarks.gold_sets import LANGUAGES, OTHER
from benchmarks.tallies import added, scored

_RUNS = {
    "text": "bare text",
    "address": "text and address",
    "dated": "text, address and the publication day where a reader could know it",
}
# A gap between the folds that were read and the one that was not, in points, that has to be explained.
WIDE_GAP = 5
# Stands behind a figure that a trivial answer beats.
BELOW = "▼"


def false_in_words(sets: list[str], run: str) -> str:
    """The one number on top: what a reader would have to take back."""
    counts = added(row for name in sets for row in scored(name, run))

    def told(name: str) -> str:
        false, printed = counts[f"false: {name}", "right"], counts[f"false: {name}", "asked"]
        return f"{100 * false / printed:.1f} ({false} of {printed})" if printed else "none printed"

    kinds = " · ".join(f"{name} {told(name)}" for name in KINDS)
    rest = f"of events that are some {told('found')}; of events that are none {told('spurious')}"
    return f"[bold]Statements printed that are false, per 100: {told('all')}[/]\n  {kinds}\n  {rest}\n"


def draw_run(run: str, cells: list[Cell], sets: list[str]) -> Table:
    """A run's figures by set and language; in brackets the best trivial answer, marked where it is better."""
    columns = [*sets, *([ALL] if len(sets) > 1 else []), *(f"{ALL} {one}" for one in (*LANGUAGES, OTHER))]
    table = Table(
        "what",
        *columns,
        "(beside)",
        "goal",
        title=f"{_RUNS[run]}: percent (best trivial answer, {BELOW} where it is better)",
        padding=(0, 1),
    )
    for figure in dict.fromkeys(cell.figure.name for cell in cells):
        own = {cell.where: cell for cell in cells if cell.figure.name == figure}
        some = next(iter(own.values())).figure
        goals = " ".join(f"{cell.where} {cell.goal:g}" for cell in own.values() if cell.goal is not None)
        beside = ", ".join(dict.fromkeys(some.beside.values()))
        table.add_row(some.what, *(_shown(own.get(column)) for column in columns), beside, goals)
    return table


def draw_folds(run: str, cells: list[Cell]) -> Table:
    """The main figures by fold: the four that may be read, and beside them the one that is not."""
    columns = [f"fold {fold}" for fold in FOLDS if fold != UNREAD] + [READ_FOLDS, UNREAD_FOLD]
    title = f"{_RUNS[run]}: by fold of happenings, without dev (fold {UNREAD} is not read)"
    table = Table("what", *columns, "gap", title=title)
    for figure in dict.fromkeys(cell.figure for cell in cells if cell.figure.folds):
        own = {cell.where: cell for cell in cells if cell.figure is figure}
        if READ_FOLDS in own and UNREAD_FOLD in own:
            gap = own[UNREAD_FOLD].value - own[READ_FOLDS].value
            said = f"{gap:+.1f}"
            shown = [f"{own[column].value:.1f}" if column in own else "" for column in columns]
            table.add_row(figure.what, *shown, f"[red]{said}[/]" if abs(gap) > WIDE_GAP else said)
    return table


def draw_public(rows: list[dict[str, str]]) -> Table:
    """The figures with a peer of their own."""
    table = Table("what", "dateline", "goal", "best peer", "peer", title="Right, in percent")
    for row in rows:
        short = row["goal"] and float(row["dateline"]) < float(row["goal"])
        said = f"[red]{row['dateline']}[/]" if short else row["dateline"]
        table.add_row(row["what"], said, row["goal"], row["best_peer"], row["peer"])
    return table


def _shown(cell: Cell | None) -> str:
    if cell is None:
        return ""
    beside = "" if cell.baseline is None else f" ({cell.baseline:.0f})"
    short = cell.goal is not None and cell.value < cell.goal
    said = f"{cell.value:.1f}{beside}"
    return f"[red]{said}{BELOW}[/]" if cell.below else f"[yellow]{said}[/]" if short else said
