"""One happening or one document, whole: found in the serving database, read from the tables."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from data_model.errors import NotFound
from data_model.history import Step, history_of
from data_model.store.rows import from_row
from data_model.store.serving import Serving
from data_model.tellings import is_wide
from data_model.values import Document, Event, Link, Normalized, Organization, Participant, Report

Told = TypeVar("Told")

_MEMBERS = """
    SELECT e.id, d.id, d.file, e.happening - 1 FROM events e JOIN documents d ON d.number = e.document
    WHERE e.happening = (SELECT min(happening) FROM events WHERE id = $id) ORDER BY e.rank
"""
_LINKS = """
    SELECT one, other, score, reasons, kind FROM links
    WHERE list_contains($ids, one) AND kind IN ('same', 'may') ORDER BY one, other
"""
# What may be the same, told by reports of which none has a day.
_ALIKE = """
    SELECT e.id, d.id, d.file FROM links l
    JOIN events e ON e.id = CASE WHEN list_contains($ids, l.one) THEN l.other ELSE l.one END
    JOIN documents d ON d.number = e.document
    WHERE l.kind = 'alike' AND (list_contains($ids, l.one) OR list_contains($ids, l.other))
    ORDER BY l.score DESC, e.id
"""

_DISAGREEMENTS = """
    SELECT what, said, documents FROM disagreements
    WHERE happening = (SELECT min(happening) FROM events WHERE id = $id) ORDER BY what, said
"""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One of the things that reports of a happening say of the same matter.

    Attributes:
        what: day, city or number.
        said: A day as EDTF, the name of a city, or a number with what it counts.
        documents: Who says so.
    """

    what: str
    said: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """A happening with all that is told of it.

    Attributes:
        place: Its place in the columns of the version it is from.
        event: The representative: one that says what became of it, the sharpest date, main before others.
        members: Every event that tells of it with its document, the representative first.
        links: Why they were taken for one.
        history: What was said of it one after the other, where that changed.
        disagreements: What the reports say differently, each with those who say it.
        alike: Events of other reports that may be the same: no day tells them apart. The likeliest first.
        understood: Id of a document that tells of it -> what was understood of it.
    """

    place: int
    event: Event
    members: tuple[tuple[Document, Event], ...]
    links: tuple[Link, ...]
    history: tuple[Step, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    alike: tuple[tuple[Document, Event], ...] = ()
    understood: Mapping[str, Normalized] = field(default_factory=dict)

    @property
    def people(self) -> tuple[Participant, ...]:
        """Who took part as any report tells it, each once."""
        told = (one for _, event in self.members for one in event.participants)
        return _once(told, lambda one: one.key or one.name)

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """The bodies of it, likewise."""
        return _once((one for _, event in self.members for one in event.organizations), lambda one: one.key)

    def countries(self, layer: str) -> tuple[str, ...]:
        """The countries tied to it in a layer (`values.COUNTRY_LAYERS`), likewise."""
        field = "countries" if layer == "participating" else f"countries_{layer}"
        return tuple(dict.fromkeys(code for _, event in self.members for code in getattr(event, field)))

    @property
    def topics(self) -> tuple[str, ...]:
        """What it is about, likewise."""
        return tuple(dict.fromkeys(topic for _, event in self.members for topic in event.topics))

    @property
    def doubtful(self) -> frozenset[str]:
        """The members that only may tell of it: their dates allow more than a week."""
        beside = {one for link in self.links if link.kind == "may" for one in (link.one, link.other)}
        return frozenset(event.id for _, event in self.members if event.id in beside and is_wide(event.date))


def _once(told: Iterable[Told], key: Callable[[Told], str]) -> tuple[Told, ...]:
    """The first of those that have one key."""
    found: dict[str, Told] = {}
    for one in told:
        found.setdefault(key(one), one)
    return tuple(found.values())


def look_up_event(serving: Serving, event_id: str) -> EventView:
    """The happening an event belongs to.

    Raises:
        NotFound: If there is no event of that id.
    """
    with contextlib.closing(serving.cursor()) as cursor:
        rows = cursor.execute(_MEMBERS, {"id": event_id}).fetchall()
        ids = {"ids": [event for event, *_ in rows]}
        links = cursor.execute(_LINKS, ids).fetchall()
        alike = cursor.execute(_ALIKE, ids).fetchall()
        differing = cursor.execute(_DISAGREEMENTS, {"id": event_id}).fetchall()
    if not rows:
        msg = f"no event has the id {event_id!r}"
        raise NotFound(msg)
    reports = _read(serving, [(document, file) for _, document, file, *_ in (*rows, *alike)])
    told = {(one.document.id, event.id): event for one in reports.values() for event in one.normalized.events}
    members = [(reports[document], told[document, event]) for event, document, *_ in rows]
    return EventView(
        rows[0][3],
        members[0][1],
        tuple((report.document, event) for report, event in members),
        tuple(Link(one, other, score, tuple(why), kind) for one, other, score, why, kind in links),
        history_of(members),
        tuple(Disagreement(what, said, tuple(documents)) for what, said, documents in differing),
        tuple((reports[document].document, told[document, event]) for event, document, _ in alike),
        {document: reports[document].normalized for _, document, *_ in rows},
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
