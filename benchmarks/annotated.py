"""The annotated pages as what is fitted meets them: with set, fold and weight, and what is told of."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.folds import read_folds
from benchmarks.gold_runs import READ_ON, gold_documents, seed_documents
from benchmarks.gold_sets import SETS, Record, events_of
from benchmarks.labels import event_at, events_between
from data_model import Document
from data_model.assemble.drafts import Draft
from data_model.dating.scene import Scene
from data_model.knowledge.load import load_knowledge
from data_model.normalizer import understand

# Readouts of the region are few among the annotated pages, and what most documents of a user are.
_WEIGHTS = {"seeds": 12.0, "dev": 2.0}


def annotated_pages(*, whole: bool = False) -> Iterator[tuple[str, Document, int, float]]:
    """Every page as a reader has it, with set, fold and weight; `whole`: those with a list of events."""
    for name, document, fold in gold_pages("dated"):
        if not (whole and name == "dev"):
            yield name, document, fold, _WEIGHTS.get(name, 1.0)
    for document in seed_documents():
        yield "seeds", document, read_folds()["seeds", document.id], _WEIGHTS["seeds"]


def gold_pages(run: str) -> Iterator[tuple[str, Document, int]]:
    """Every page as a run has it, with its set and its fold."""
    for name in SETS:
        for document in gold_documents(name, run):
            yield name, document, read_folds()[name, document.id]


def scene_of(document: Document) -> Scene:
    """What is understood of a page."""
    return understand(document, load_knowledge(), READ_ON)


def annotated_event(name: str, document: Document, draft: Draft, *, main: bool) -> Record | None:
    """The annotated event a candidate tells of: its words hold the trigger, or share its clause."""
    event = event_at(name, document, draft.mention.start)
    near = [event] if event else events_between(name, document, draft.start, draft.stop)
    if not near and main:
        near = [one for one in events_of(name, document.id) if one.get("main")]
    return near[0] if near else None
