"""Events and documents whole, just those that are asked for: read from the parts that hold them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import duckdb

from data_model.store.rows import from_row
from data_model.store.serving import Serving
from data_model.values import Event

_HOLDERS = """
    SELECT DISTINCT d.file, d.id FROM events e JOIN documents d ON d.number = e.document
    WHERE e.id IN (SELECT unnest($ids)) ORDER BY d.file, d.id
"""
_HEADS = """
    SELECT id, title, source, coalesce(url, ''), coalesce(published, ''), coalesce(document_date, '')
    FROM documents WHERE id IN (SELECT unnest($ids))
"""
# What an event is made from is all in one column; the texts themselves are not read.
_COLUMNS = ("id", "normalized")
_REST = {
    "text": "",
    "source": "",
    "title": None,
    "url": None,
    "published": None,
    "language": None,
    "partial": (),
}


class Head(NamedTuple):
    """What is told of a document beside its events; "" for what is not known."""

    title: str
    source: str
    url: str
    published: str
    document_date: str


def read_events(serving: Serving, ids: Sequence[str]) -> Iterator[Event]:
    """Some events, part by part, in no order of their own."""
    wanted = set(ids)
    with contextlib.closing(serving.cursor()) as cursor:
        holders = cursor.execute(_HOLDERS, {"ids": list(ids)}).fetchall()
    documents: dict[str, list[str]] = {}
    for file, document in holders:
        documents.setdefault(file, []).append(document)
    for part in serving.snapshot.reports:
        if part.name not in documents:
            continue
        batches = replace(serving.snapshot, reports=(part,)).read_reports(*_COLUMNS, ids=documents[part.name])
        for batch in batches:
            for row in batch.to_pylist():
                events = from_row({**_REST, **row}).normalized.events
                yield from (event for event in events if event.id in wanted)


def read_heads(serving: Serving, ids: Sequence[str]) -> dict[str, Head]:
    """Document id -> its head; ids that are not there are left out."""
    found: dict[str, Head] = serving.answer(("heads", tuple(ids)), lambda cursor: _ask_heads(cursor, ids))
    return found


def _ask_heads(cursor: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> dict[str, Head]:
    rows = cursor.execute(_HEADS, {"ids": list(ids)}).fetchall()
    return {key: Head(*told) for key, *told in rows}
