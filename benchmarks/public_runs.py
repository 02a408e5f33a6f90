"""Public corpora from a mirror folder, scored by `scorers/`: one figure per name.

Nothing of a corpus is kept here. A corpus that the mirror lacks is left out, with a line saying so.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SCORERS = Path(__file__).parent / "scorers"
HOUSE = Path(__file__).parent.parent
_TEMPORAL = "platinum,timebank,aquaint,wikiwars,nerel,tweets"
_COUNTRIES = "trnews,gwn,geovirus,lgl"
_NAMES = "ieer,re3d,conll03,wikigold"


def score_public(mirror: Path) -> dict[str, float]:
    """Every figure by its name: "temporal platinum value_all", "countries lgl F1", "events root acc"."""
    figures: dict[str, float] = {}
    for scorer, corpora, adapter in (
        ("temporal", _TEMPORAL, "dates"),
        ("countries", _COUNTRIES, "countries"),
        ("countries", "nerel", "countries_named"),
        ("ner", _NAMES, "names"),
    ):
        for row in _json_rows(scorer, mirror, corpora, adapter):
            for name, value in row.items():
                if isinstance(value, int | float):
                    figures[f"{scorer} {row['corpus']} {name}"] = float(value)
    for table in _tables("events", mirror, "roots"):
        figures |= {f"events {name}": float(table[name]) for name in ("root acc", "macro F1", "class acc")}
    for table in _tables("dating", mirror, "pages", "--task", "page"):
        figures[f"dating {table['corpus']} acc"] = float(table["acc"])
    return figures


def _json_rows(scorer: str, mirror: Path, corpora: str, adapter: str) -> Iterator[dict[str, Any]]:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "rows.jsonl"
        said = _run(scorer, mirror, adapter, "--corpus", corpora, "--json", str(out))
        skipped = [line for line in said.splitlines() if "skipped" in line]
        print("\n".join(skipped), file=sys.stderr, end="\n" if skipped else "")
        for line in out.read_text(encoding="utf-8").splitlines() if out.exists() else ():
            yield json.loads(line)


def _tables(scorer: str, mirror: Path, adapter: str, *arguments: str) -> Iterator[dict[str, str]]:
    """The rows of a scorer that only prints its table: cells by the names in the first line."""
    said = _run(scorer, mirror, adapter, *arguments).splitlines()
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in said if line.startswith("| ")]
    for row in lines[1:]:
        yield dict(zip(lines[0], row, strict=True))


def _run(scorer: str, mirror: Path, adapter: str, *arguments: str) -> str:
    system = ["--mirror", str(mirror.resolve()), "--system", f"module:benchmarks.adapters.{adapter}"]
    done = subprocess.run(
        [sys.executable, str(SCORERS / f"{scorer}.py"), *system, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
    )
    if "common.Missing: " in done.stderr:
        print(
            f"# {scorer}: skipped, {done.stderr.rpartition('common.Missing: ')[2].strip()}", file=sys.stderr
        )
        return ""
    if done.returncode:
        raise RuntimeError(f"{scorer}.py broke:\n{done.stderr}")
    return done.stdout
