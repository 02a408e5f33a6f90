"""The figures a trivial answer beats, named in README.md: the frozen run writes them there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from benchmarks.figures import ALL, read_figures
from benchmarks.gold_runs import RUNS
from benchmarks.gold_sets import SETS

README = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- below: written by make accuracy FREEZE=--freeze -->", "<!-- /below -->"

Row = dict[str, str]


def below(frozen: Mapping[str, Row]) -> list[str]:
    """A line a figure and run: the sets where a trivial answer does better, and by how much."""
    lines = []
    for run in RUNS:
        for figure in read_figures():
            said = []
            for where in (*SETS, ALL):
                row = frozen.get(f"{run} {where}: {figure.name}")
                if row and row["best_peer"]:
                    own, trivial = float(row["dateline"]), float(row["best_peer"])
                    if (own > trivial) if figure.lower else (own < trivial):
                        said.append(f"{where} {own:.0f} ({trivial:.0f})")
            if said:
                lines.append(f"| {run} | {figure.what} | {', '.join(said)} |")
    return lines


def section(frozen: Mapping[str, Row]) -> str:
    """The part of README.md between the two marks."""
    lines = below(frozen)
    head = ["| run | figure | set: ours (trivial answer) |", "|---|---|---|"]
    return "\n".join([BEGIN, *([*head, *lines] if lines else ["No figure is below a trivial answer."]), END])


def write_section(frozen: Mapping[str, Row]) -> None:
    """Put the part anew into README.md."""
    text = README.read_text(encoding="utf-8")
    start, stop = text.index(BEGIN), text.index(END) + len(END)
    README.write_text(text[:start] + section(frozen) + text[stop:], encoding="utf-8")
