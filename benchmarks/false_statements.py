"""Statements printed that are false: what of an event list a reader would have to take back.

Every event printed makes statements: its **date** (unless it is wholly unknown), each **person** who took
part, its **type** (unless it is "other") and its **status**. Events are matched with the annotated ones as
`score_events.py` matches them. A statement is false when

* the date shuts out every day the annotated event may have had (other days the annotator accepts included),
* the person is none of the event's participants, optional ones included,
* the type is neither the annotated one nor one the annotator accepts as well, and so for the status,
* the event itself is none: matched with nothing, all it says is false. An event told twice is one too many.

Events the annotator calls optional count neither as right nor as false. The figure is 100 × false / printed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.gold_sets import Record, list_scorer

KINDS = ("date", "person", "type", "status")
# Whether the event that said it was found among the annotated ones.
FOUND, SPURIOUS = "found", "spurious"

Statement = tuple[str, str, bool, str]


def statements(page: Record, gold: Record, answer: Record) -> Iterator[Statement]:
    """Each statement of the event list: its kind, of which event, whether it is false, the words."""
    for event, match in _matched(page, gold, answer):
        if match is None:
            for kind, said in _said(event):
                yield kind, SPURIOUS, True, said
        elif not match["optional"]:
            for kind, said in _said(event):
                yield kind, FOUND, _false(kind, said, match), said


def count_statements(page: Record, gold: Record, answer: Record) -> Counter[tuple[str, str]]:
    """How many statements were printed and how many are false, by kind and by the event that said it."""
    counted: Counter[tuple[str, str]] = Counter()
    for kind, where, false, _ in statements(page, gold, answer):
        for name in (kind, where, "all"):
            counted[f"false: {name}", "asked"] += 1
            counted[f"false: {name}", "right"] += false
    return counted


def _said(event: Record) -> Iterator[tuple[str, str]]:
    scorer = list_scorer()
    if scorer.days_of(event.get("date")):
        yield "date", event["date"]
    for name in event["_people"]:
        yield "person", name
    if (kind := scorer.kind(event.get("type"))) != "other":
        yield "type", kind
    yield "status", event.get("status") or "happened"


def _false(kind: str, said: str, gold: Record) -> bool:
    scorer = list_scorer()
    match kind:
        case "date":
            return not scorer.compatible(said, gold["golds"])
        case "person":
            fair = (*gold["participants"], *gold["participants_optional"])
            return not any(scorer.same_person(said, name) for name in fair)
        case "type":
            return said not in (gold["type"], *gold["also_types"])
        case _:
            return said not in (gold["status"], *gold["also_status"])


def _matched(page: Record, gold: Record, answer: Record) -> Iterator[tuple[Record, Record | None]]:
    """The events printed, each with the annotated event it is matched with, as the scorer does it."""
    scorer = list_scorer()
    text = scorer.Text(page)
    wanted = [scorer.gold_event(event) for event in gold["events"]]
    for one in wanted:
        one["_w"] = text.spans(one["evidence"])
        one["_s"] = {text.sentence[word] for word in one["_w"]}
    printed = [dict(event) for event in sorted(answer.get("events") or (), key=_order)]
    for one in printed:
        one["_w"] = text.spans(one.get("evidence"))
        one["_people"] = scorer.names_of(one.get("participants"))
    weights = [[scorer.weight(one, other, text) ** scorer.POWER for other in wanted] for one in printed]
    match = scorer.assign(weights)
    for at, one in enumerate(printed):
        yield one, wanted[match[at]] if at in match else None


def _order(event: Record) -> tuple[int, str]:
    starts = [piece.get("start") or 0 for piece in event.get("evidence") or () if isinstance(piece, dict)]
    told: dict[str, Any] = {
        name: event.get(name) for name in ("date", "type", "status", "title", "participants")
    }
    return min(starts, default=0), json.dumps(told, sort_keys=True, ensure_ascii=False, default=str)
