"""The happenings of an export and which of them a filter lets pass, by nothing but their exported values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

import orjson

from data_model import COUNTRY_LAYERS, ORGANIZATION_LAYERS, EventFilter, Link, Report
from data_model import days as ds
from data_model.records import from_record
from data_model.values import STRENGTHS
from tests.data_model.store.plain_reading import bodies_of, fold, happenings, publisher_of, sureness, tells

_KEYED = {
    "organizations": "organization", "countries": "country", "people": "person", "topics": "topic",
    "types": "type", "statuses": "status", "publishers": "publisher", "languages": "language",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """A happening as its reports tell it, with how many tell it and its keys by kind and layer."""

    id: str
    when: Any
    certainty: str
    score: float
    members: int
    keys: Mapping[tuple[str, str], frozenset[str]]
    words: str

    def has(self, kind: str, wanted: EventFilter) -> frozenset[str]:
        return self.keys[kind, wanted.layer_of(kind)]


def read_facts(
    lines: Iterable[bytes | str],
    reports: Sequence[Report],
    links: Sequence[Link],
    families: Mapping[str, str],
    members: Mapping[str, Any],
) -> list[Fact]:
    """The happenings of an export, linked as the store has them linked."""
    told = [from_record(orjson.loads(line)) for line in lines]
    documents = {one.document.id: one.document for one in reports}
    read = {one.id: Report(documents[one.id], one) for one in told}
    return [_fact(one, read, families, members) for one in happenings(list(read.values()), list(links))]


def _fact(
    group: list, read: Mapping[str, Report], families: Mapping[str, str], members: Mapping[str, Any]
) -> Fact:
    found = [event for _, event in group]
    first = found[0]
    keys: dict[tuple[str, str], set[str]] = {
        ("person", ""): {p.key or p.name for e in found for p in e.participants if p.part != "absent"},
        ("topic", ""): {topic for e in found for topic in e.topics},
        ("type", ""): {first.type},
        ("status", ""): {first.status},
        ("document", ""): {document for document, _ in group},
        ("publisher", ""): {publisher_of(read[document].document) for document, _ in group},
        ("language", ""): {read[document].normalized.language or "und" for document, _ in group},
    }
    for layer in ORGANIZATION_LAYERS:
        keys["organization", layer] = bodies_of(group, layer, read, families, members)
    for layer in COUNTRY_LAYERS:
        field = "countries" if layer == "participating" else f"countries_{layer}"
        keys["country", layer] = {code for event in found for code in getattr(event, field)}
    keys["country", "any"] = set().union(*(keys["country", layer] for layer in COUNTRY_LAYERS[:3]))
    words = [
        text
        for e in found
        for text in (
            e.title, (e.place.city if e.place else None) or "", *(one.text for one in e.evidence),
            *(one.name for one in e.participants), *e.groups,
            *(name for one in e.organizations for name in (one.name, one.abbr)),
        )
    ]  # fmt: skip
    return Fact(
        first.id, first.date, sureness(first.date), max(event.score for event in found),
        len(group), {key: frozenset(value) for key, value in keys.items()},
        fold("\n".join(words)),
    )  # fmt: skip


def passing(facts: Sequence[Fact], wanted: EventFilter, but: str = "") -> list[Fact]:
    """What passes, or what passes all but one kind of filter."""
    tests: dict[str, Callable[[Fact], bool]] = {}
    for field, kind in _KEYED.items():
        if asked := set(getattr(wanted, field)):
            tests[kind] = lambda one, kind=kind, asked=asked: bool(one.has(kind, wanted) & asked)
    if wanted.certainty != "all":
        tests["certainty"] = lambda one: one.certainty == wanted.certainty
    if wanted.strength != "all":
        tests["strength"] = lambda one: one.score >= STRENGTHS[wanted.strength]
    if wanted.since or wanted.until:
        tests["period"] = lambda one: bool(
            ds.intersect(one.when.spans, ds.between(wanted.since, wanted.until))
        )
        if wanted.within != "all":
            sure = wanted.within == "certain"
            tests["within"] = lambda one: is_certain(one, wanted) == sure
    if wanted.words:
        pairs = list(zip_longest(wanted.words, wanted.named[: len(wanted.words)], fillvalue=()))
        tests["text"] = lambda one: all(_means(one, str(word), keys) for word, keys in pairs)
    return [one for one in facts if all(fits(one) for kind, fits in tests.items() if kind != but)]


def _means(one: Fact, word: str, keys: Sequence[str]) -> bool:
    if not (keys and len(word) <= 3) and tells(one.words, fold(word)):
        return True
    layers = {"organization": "acting", "country": "any"}
    for key in keys:
        kind, _, name = key.partition(":")
        if kind == "word":
            if tells(one.words, fold(name)):
                return True
        elif name in one.keys[kind, layers.get(kind, "")]:
            return True
    return False


def is_certain(one: Fact, wanted: EventFilter) -> bool:
    """That no possible day lies outside the period, or that it lasted and reaches into it."""
    since, until = wanted.since or date.min, wanted.until or date.max
    first, last = one.when.earliest, one.when.latest
    inside = (first is not None and first >= since) if wanted.since else True
    inside &= (last is not None and last <= until) if wanted.until else True
    return one.certainty == "exact" or inside
