"""Which annotated event a place of a text belongs to: by the words it rests on, not by what is said of it."""

from __future__ import annotations

from functools import lru_cache

from benchmarks.gold_sets import Record, events_of
from data_model import EVENT_TYPES, Document

# What the annotators call other, the product has types for.
_OTHER = frozenset({"other", "protest", "court"})

# So many letters are words in common.
_WORDS = 12

Span = tuple[int, int, int]


def event_at(name: str, document: Document, at: int) -> Record | None:
    """The annotated event whose evidence holds an offset, of several the one with the fewest words."""
    here = [span for span in _spans(name, document) if span[0] <= at < span[1]]
    if not here:
        return None
    return events_of(name, document.id)[min(here, key=lambda span: span[1] - span[0])[2]]


def events_between(name: str, document: Document, start: int, stop: int) -> list[Record]:
    """The annotated events whose evidence shares words with a stretch of the text."""
    enough = min(_WORDS, stop - start)
    events = events_of(name, document.id)
    return [
        events[number]
        for first, last, number in _spans(name, document)
        if min(last, stop) - max(first, start) >= enough
    ]


def types_of(event: Record) -> frozenset[str]:
    """The product's types that are right for an annotated event."""
    names = (event["type"], *event.get("also_types", ()))
    own = frozenset(part for name in names for part in name.split("/") if part in EVENT_TYPES)
    return own | _OTHER if "other" in own else own


@lru_cache(maxsize=512)
def _spans(name: str, document: Document) -> tuple[Span, ...]:
    found = []
    for number, event in enumerate(events_of(name, document.id)):
        for words in event["evidence"]:
            start = document.text.find(words)
            while start >= 0:
                found.append((start, start + len(words), number))
                start = document.text.find(words, start + 1)
    return tuple(found)
