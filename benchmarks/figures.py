"""Rows of the accuracy table: each figure of `goals.toml` for each set, beside the best trivial answer."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.folds import FOLDS, UNREAD
from benchmarks.gold_runs import RUNS
from benchmarks.gold_sets import LANGUAGES, OTHER, SETS
from benchmarks.tallies import PRODUCT, Scored, added, asked, percent, scored

GOALS = Path(__file__).parent / "goals.toml"
ALL = "all"
# The read folds and the unread one are compared on what was annotated after the rules were written.
WORLD = tuple(name for name in SETS if name != "dev")
READ_FOLDS, UNREAD_FOLD = "folds 1-4", "fold 5"


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """What is measured.

    Attributes:
        name: The scorer's name for it.
        what: What it says.
        beside: The trivial answers that compete, by what they are called here.
        runs: The runs it is printed for.
        lower: Whether it should be small.
        folds: Whether it is printed by fold.
        goal: What is aimed at, by run and set.
    """

    name: str
    what: str
    beside: dict[str, str]
    runs: tuple[str, ...]
    lower: bool
    folds: bool
    goal: dict[str, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of some documents in one run.

    Attributes:
        figure: What is measured.
        run: How much was known of the pages.
        where: The set, a language of it, all, or folds.
        value: Percent.
        cases: How many cases it rests on.
        baseline: The best trivial answer's figure.
        by: What that answer is called.
    """

    figure: Figure
    run: str
    where: str
    value: float
    cases: int
    baseline: float | None = None
    by: str = ""

    @property
    def name(self) -> str:
        """The row's name in the frozen file."""
        return f"{self.run} {self.where}: {self.figure.name}"

    @property
    def goal(self) -> float | None:
        """What is aimed at here."""
        return self.figure.goal.get(f"{self.run} {self.where}")

    @property
    def below(self) -> bool:
        """Whether a trivial answer does better."""
        if self.baseline is None:
            return False
        return self.value > self.baseline if self.figure.lower else self.value < self.baseline


@lru_cache
def read_goals() -> dict[str, Any]:
    """The file of goals."""
    return tomllib.loads(GOALS.read_text(encoding="utf-8"))


@lru_cache
def read_figures() -> tuple[Figure, ...]:
    """The figures measured on every set."""
    return tuple(
        Figure(
            one["name"],
            one["what"],
            one.get("beside", {}),
            tuple(one.get("runs", RUNS)),
            one.get("lower", False),
            one.get("folds", False),
            one.get("goal", {}),
        )
        for one in read_goals()["figure"]
    )


def cells(run: str, sets: Iterable[str] = SETS, *, baselines: bool = True) -> Iterator[Cell]:
    """Every figure of a run: by set, by language, over all, by fold."""
    figures = [one for one in read_figures() if run in one.runs]
    systems = {PRODUCT} | {name for one in figures for name in one.beside if baselines}
    rows = {system: [row for name in sets for row in scored(name, run, system)] for system in systems}
    for where, keys in _places(rows[PRODUCT]).items():
        counts = {
            system: added(row for row in every if (row.group, row.document) in keys)
            for system, every in rows.items()
        }
        for figure in figures:
            value = percent(counts[PRODUCT], figure.name)
            if value is None:
                continue
            rivals = {
                called: other
                for system, called in figure.beside.items()
                if system in counts and (other := percent(counts[system], figure.name)) is not None
            }
            best = (min if figure.lower else max)(rivals, key=rivals.__getitem__, default="")
            size = asked(counts[PRODUCT], figure.name)
            yield Cell(figure, run, where, value, size, rivals.get(best), best)


def _places(rows: Iterable[Scored]) -> dict[str, frozenset[tuple[str, str]]]:
    """The groups of documents a table has columns for, by name."""
    rows = tuple(rows)
    found: dict[str, list[Scored]] = {}
    for name in dict.fromkeys(row.group for row in rows):
        own = [row for row in rows if row.group == name]
        found[name] = own
        spoken = [one for one in (*LANGUAGES, OTHER) if any(row.language == one for row in own)]
        if len(spoken) > 1:
            found |= {f"{name} {one}": [row for row in own if row.language == one] for one in spoken}
    found[ALL] = list(rows)
    found |= {f"{ALL} {one}": [row for row in rows if row.language == one] for one in (*LANGUAGES, OTHER)}
    fresh = [row for row in rows if row.group in WORLD]
    found |= {f"fold {fold}": [row for row in fresh if row.fold == fold] for fold in FOLDS}
    found[READ_FOLDS] = [row for row in fresh if row.fold != UNREAD]
    return {name: frozenset((row.group, row.document) for row in own) for name, own in found.items() if own}
