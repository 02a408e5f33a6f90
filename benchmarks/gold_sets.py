"""The annotated sets in `gold/`: their pages, what was annotated, and the annotators' scorers, as they came.

A set is named by its folder: `dev`, `en` (in `gold/world/`), … Nothing here reads outside the project.
"""

from __future__ import annotations

import importlib.util
import json
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parent.parent / "seeds"
# The sets whose main facts are annotated; `dev` has no list of events.
SETS = ("dev", "en", "en2", "en3", "xx", "ru2", "status")
LANGUAGES = ("en", "ru")
OTHER = "other"

Record = dict[str, Any]


def folder_of(name: str) -> Path:
    """Where a set lies."""
    return GOLD / name if name in ("dev", "linking") else GOLD / "world" / name


@lru_cache
def pages_of(name: str) -> tuple[Record, ...]:
    """The pages of a set, as the annotators got them."""
    return _lines(folder_of(name) / "documents.jsonl")


@lru_cache
def gold_of(name: str) -> dict[str, Record]:
    """What was annotated, by the page's id."""
    return {record["id"]: record for record in _lines(folder_of(name) / "gold.jsonl")}


@lru_cache
def events_of(name: str, document: str) -> tuple[Record, ...]:
    """The annotated events of a page: of `dev` the main one, which rests on no words; of the rest all.

    Args:
        name: A set, or `seeds`.
        document: The page's id.
    """
    if name == "seeds":
        return tuple(event | {"evidence": [event["evidence"]]} for event in _seeds()[document]["events"])
    record = gold_of(name)[document]
    if name == "dev":
        return (record["main_event"] | {"main": True, "evidence": []},)
    return tuple(record["events"])


@lru_cache
def _seeds() -> dict[str, Record]:
    seeds = json.loads((GOLD / "seeds.json").read_text(encoding="utf-8"))
    return {Path(record["file"]).stem: record for record in seeds["documents"]}


def language_of(record: Record) -> str:
    """The column a page is counted in: en, ru or other."""
    return record["lang"] if record["lang"] in LANGUAGES else OTHER


@lru_cache
def main_scorer() -> ModuleType:
    """`dev/score.py`: the facts of the main event and of the document."""
    return _module(GOLD / "dev" / "score.py")


@lru_cache
def linking_scorer() -> ModuleType:
    """`linking/score.py`: which reports are one happening."""
    return _module(GOLD / "linking" / "score.py")


@lru_cache
def list_scorer() -> ModuleType:
    """`score_events.py`: the whole list of events."""
    return _module(GOLD / "score_events.py")


def _lines(path: Path) -> tuple[Record, ...]:
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def _module(path: Path) -> ModuleType:
    # The scorers are scripts without a package: they are run as they stand, never changed.
    spec = importlib.util.spec_from_file_location(f"gold_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
