"""Imports as rows: one when an import begins, one when it ends, of which the later counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from data_model.outcomes import ImportRun, Outcome
from data_model.values import Partial

_TEXT, _NUMBER = pa.string(), pa.int64()
_LOSS = pa.struct([("reason", _TEXT), ("position", _TEXT)])
_OUTCOME = pa.struct([("source", _TEXT), ("document", _TEXT), ("state", _TEXT), ("losses", pa.list_(_LOSS))])
IMPORTS = pa.schema([
    ("run", _TEXT), ("begun", _TEXT), ("ended", _TEXT), ("state", _TEXT), ("paths", pa.list_(_TEXT)),
    ("imported", _NUMBER), ("unchanged", _NUMBER), ("removed", _NUMBER), ("outcomes", pa.list_(_OUTCOME)),
])  # fmt: skip
# A lone surrogate of a file's name or text cannot be written.
_WRITABLE = "backslashreplace"


def import_row(run: ImportRun) -> dict[str, Any]:
    """The row of an import."""
    outcomes = [
        {
            "source": _clean(one.source),
            "document": one.document,
            "state": one.state,
            "losses": [{name: _clean(text) for name, text in asdict(loss).items()} for loss in one.losses],
        }
        for one in run.outcomes
    ]
    plain = {name: getattr(run, name) for name in IMPORTS.names}
    return {**plain, "paths": [_clean(path) for path in run.paths], "outcomes": outcomes}


def import_runs(rows: Iterable[Mapping[str, Any]]) -> tuple[ImportRun, ...]:
    """The imports of some rows, the newest first."""
    latest: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        if row["run"] not in latest or row["ended"]:
            latest[row["run"]] = row
    runs = [_run(row) for row in latest.values()]
    return tuple(sorted(runs, key=lambda run: (run.begun, run.run), reverse=True))


def _run(row: Mapping[str, Any]) -> ImportRun:
    outcomes = tuple(
        Outcome(one["source"], one["document"], one["state"], tuple(Partial(**it) for it in one["losses"]))
        for one in row["outcomes"]
    )
    return ImportRun(**{**row, "paths": tuple(row["paths"]), "outcomes": outcomes})


def _clean(text: str) -> str:
    return text.encode("utf-8", _WRITABLE).decode("utf-8")
