"""A place belongs to the annotated event whose words hold it, and its type is one of the product's."""

from __future__ import annotations

from benchmarks.gold_sets import gold_of, pages_of
from benchmarks.labels import event_at, types_of
from data_model import EVENT_TYPES, Document


def test_a_place_belongs_to_the_event_whose_words_hold_it() -> None:
    page = pages_of("en")[0]
    document = Document(page["id"], page["text"])
    event = gold_of("en")[page["id"]]["events"][0]
    at = page["text"].index(event["evidence"][0])
    assert event_at("en", document, at + 1) == event
    assert event_at("en", document, len(page["text"]) + 1) is None


def test_types_are_those_of_the_product() -> None:
    assert types_of({"type": "summit/session"}) == {"summit"}
    assert types_of({"type": "other", "also_types": ["aid"]}) == {"other", "protest", "court", "aid"}
    for name in ("en", "ru2"):
        for gold in gold_of(name).values():
            for event in gold["events"]:
                assert types_of(event)
                assert types_of(event) <= set(EVENT_TYPES)
