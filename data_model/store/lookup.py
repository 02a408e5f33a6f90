"""One happening or one document, whole: found in the serving database, read from the tables."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data_model.errors import NotFound
from data_model.store.rows import from_row
from data_model.store.serving import Serving
from data_model.values import Document, Event, Link, Report

_MEMBERS = """
    SELECT e.id, d.id, d.file FROM events e JOIN documents d ON d.number = e.document
    WHERE e.happening = (SELECT min(happening) FROM events WHERE id = $id) ORDER BY e.rank
"""
_LINKS = """
    SELECT one, other, score, reasons, kind FROM links
    WHERE list_contains($ids, one) AND kind <> 'apart' ORDER BY one, other
"""


@dataclass(frozen=True, slots=True)
class EventView:
    """A happening with all that is told of it.

    Attributes:
        event: The representative: the sharpest date, main before others, then the smallest id.
        members: Every event that tells of it with its document, the representative first.
        links: Why they were taken for one.
    """

    event: Event
    members: tuple[tuple[Document, Event], ...]
    links: tuple[Link, ...]


def look_up_event(serving: Serving, event_id: str) -> EventView:
    """The happening an event belongs to.

    Raises:
        NotFound: If there is no event of that id.
    """
    with contextlib.closing(serving.cursor()) as cursor:
        rows = cursor.execute(_MEMBERS, {"id": event_id}).fetchall()
        links = cursor.execute(_LINKS, {"ids": [event for event, _, _ in rows]}).fetchall()
    if not rows:
        msg = f"no event has the id {event_id!r}"
        raise NotFound(msg)
    reports = _read(serving, [(document, file) for _, document, file in rows])
    told = {(one.document.id, event.id): event for one in reports.values() for event in one.normalized.events}
    members = tuple((reports[document].document, told[document, event]) for event, document, _ in rows)
    return EventView(
        members[0][1],
        members,
        tuple(Link(one, other, score, tuple(why), kind) for one, other, score, why, kind in links),
    )


def look_up_document(serving: Serving, document_id: str) -> Report:
    """One report.

    Raises:
        NotFound: If there is no document of that id.
    """
    with contextlib.closing(serving.cursor()) as cursor:
        rows = cursor.execute("SELECT id, file FROM documents WHERE id = $id", {"id": document_id}).fetchall()
    if not rows:
        msg = f"no document has the id {document_id!r}"
        raise NotFound(msg)
    return _read(serving, rows)[document_id]


def _read(serving: Serving, rows: Sequence[tuple[str, str]]) -> dict[str, Report]:
    """Whole reports, read from just the files they stand in."""
    files = {file for _, file in rows}
    parts = tuple(one for one in serving.snapshot.reports if one.name in files)
    batches = replace(serving.snapshot, reports=parts).read_reports(ids=[document for document, _ in rows])
    return {row["id"]: from_row(row) for batch in batches for row in batch.to_pylist()}
