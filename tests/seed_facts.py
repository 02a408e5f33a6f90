"""The reference facts of the seeds, what was found in them, and which finding answers to which fact."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from data_model import Document, Event, EventDate, Report, normalize, read_paths
from data_model.days import ANY, earliest, intersect, latest
from data_model.edtf import days_of_edtf
from data_model.knowledge.load import load_knowledge

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
FACTS: list[dict[str, Any]] = json.loads((HERE / "golden" / "seeds.json").read_text(encoding="utf-8"))[
    "documents"
]
AS_OF = date(2026, 11, 1)


@lru_cache(maxsize=1)
def reports() -> dict[str, Report]:
    documents = [one for one in read_paths([str(SEEDS)]) if isinstance(one, Document)]
    return {Path(one.source).name: Report(one, normalize(one, as_of=AS_OF)) for one in documents}


def told_of(facts: dict[str, Any], wanted: dict[str, Any]) -> list[Event]:
    """The found events a reference event may be, best first: by mark for the main one, else by its words."""
    report = reports()[facts["file"]]
    start = report.document.text.find(wanted["evidence"])
    assert start >= 0, "the reference quotes words that do not stand in the text"
    stop = start + len(wanted["evidence"])
    found = [
        event
        for event in report.normalized.events
        if (
            event.main
            if wanted.get("main")
            else any(v.start < stop and start < v.stop for v in event.evidence)
        )
    ]
    types = {wanted["type"], *wanted.get("also_types", ())}
    return sorted(found, key=lambda event: (not in_window(event.date, wanted), event.type not in types))


def in_window(when: EventDate, wanted: dict[str, Any]) -> bool:
    """Whether the days include the true ones and all lie in the accepted window."""
    days, (first, last) = days_of_edtf(when.edtf), map(date.fromisoformat, wanted["accept"])
    if days == ANY or not intersect(days, days_of_edtf(wanted["date"])):
        return False
    low, high = earliest(days), latest(days)
    return low is not None and high is not None and first <= low and high <= last


@lru_cache(maxsize=1)
def people_by_name() -> dict[str, str]:
    entries = load_knowledge().people.values()
    return {name: entry.name for entry in entries for name in (*entry.also, entry.name)}


@lru_cache(maxsize=1)
def keys_by_name() -> dict[str, str]:
    entries = load_knowledge().organizations.values()
    return {name: entry.key for entry in entries for name in (*entry.names, entry.name)}


def names_of(people: list[str]) -> set[str]:
    return {people_by_name()[name] for name in people}


def keys_of(bodies: list[str]) -> set[str]:
    return {keys_by_name()[name] for name in bodies}
