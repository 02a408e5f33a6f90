"""A report to a typed table row and back, without loss.

One row holds one document and all that was understood of it, so that a document changes in one
piece or not at all. Days derived from EDTF are written beside it for those who read the tables
with other tools; coming back, EDTF alone counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

import orjson
import pyarrow as pa

from data_model.dates import EventDate
from data_model.errors import StoreError
from data_model.records import Record, from_record, published_value, to_record
from data_model.values import Document, Link, Partial, Report

_TEXT, _FLAG, _NUMBER, _DAY = pa.string(), pa.bool_(), pa.int64(), pa.date32()
_TEXTS = pa.list_(_TEXT)
_REASON = pa.struct([("why", _TEXT), ("start", _NUMBER), ("stop", _NUMBER), ("entry", _TEXT)])
_LIKELY = pa.struct([("edtf", _TEXT), ("share", pa.float64())])
_DATE = pa.struct([
    ("edtf", _TEXT), ("earliest", _DAY), ("latest", _DAY), ("precision", _TEXT), ("basis", _TEXT),
    ("wording", _TEXT), ("likely", _LIKELY), ("approximate", _FLAG), ("placed", _FLAG),
    ("reasons", pa.list_(_REASON)),
])  # fmt: skip
_PLACE = pa.struct([("city", _TEXT), ("country", _TEXT)])
_PERSON = pa.struct([("name", _TEXT), ("key", _TEXT), ("role", _TEXT), ("country", _TEXT)])
_PARTICIPANT = pa.struct(
    [("name", _TEXT), ("role", _TEXT), ("part", _TEXT), ("key", _TEXT), ("country", _TEXT)]
)
_BODY = pa.struct([("key", _TEXT), ("name", _TEXT), ("abbr", _TEXT), ("part", _TEXT)])
_EVIDENCE = pa.struct([("start", _NUMBER), ("stop", _NUMBER), ("text", _TEXT)])
_EVENT = pa.struct([
    ("id", _TEXT), ("main", _FLAG), ("title", _TEXT), ("type", _TEXT), ("plover", _TEXT), ("cameo", _TEXT),
    ("status", _TEXT), ("date", _DATE), ("place", _PLACE), ("participants", pa.list_(_PARTICIPANT)),
    ("groups", _TEXTS), ("organizations", pa.list_(_BODY)), ("countries", _TEXTS),
    ("countries_location", _TEXTS), ("countries_named", _TEXTS), ("countries_by_membership", _TEXTS),
    ("topics", _TEXTS), ("evidence", pa.list_(_EVIDENCE)), ("numbers", _TEXTS), ("according_to", _TEXT),
    ("score", pa.float64()), ("strength", _TEXT), ("score_reasons", _TEXTS),
])  # fmt: skip
_TOPIC = pa.struct([("key", _TEXT), ("name", _TEXT), ("score", pa.float64()), ("words", _TEXTS)])
_MENTION = pa.struct(
    [
        ("kind", _TEXT),
        ("start", _NUMBER),
        ("stop", _NUMBER),
        ("text", _TEXT),
        ("value", _TEXT),
        ("reader", _TEXT),
    ]
)
_NORMALIZED = pa.struct([
    ("source", _TEXT), ("language", _TEXT), ("title", _TEXT), ("document_date", _DATE),
    ("events", pa.list_(_EVENT)), ("mentioned_people", pa.list_(_PERSON)),
    ("mentioned_organizations", pa.list_(_BODY)), ("mentioned_countries", _TEXTS),
    ("implied_countries", _TEXTS), ("topics", pa.list_(_TOPIC)), ("mentions", pa.list_(_MENTION)),
    ("read", _TEXTS), ("partial", _TEXT),
])  # fmt: skip

_PARTIAL = pa.struct([("reason", _TEXT), ("position", _TEXT)])
# `hash` is of what was read, `digest` of the whole row: the one tells that a document is known
# already, the other that what is stored is still what was written.
REPORTS = pa.schema([
    ("id", _TEXT), ("text", _TEXT), ("source", _TEXT), ("title", _TEXT), ("url", _TEXT), ("published", _TEXT),
    ("language", _TEXT), ("partial", pa.list_(_PARTIAL)), ("hash", _TEXT), ("pipeline", _TEXT),
    ("digest", _TEXT), ("normalized", _NORMALIZED),
])  # fmt: skip
LINKS = pa.schema([
    ("one", _TEXT), ("other", _TEXT), ("score", pa.float64()), ("reasons", _TEXTS), ("kind", _TEXT),
])  # fmt: skip

_DATE_FIELDS = ("earliest", "latest", "precision", "basis", "wording", "likely", "reasons")


def hash_document(document: Document) -> str:
    """A fingerprint of what was read: text and what was given beside it, not where it lay nor what was lost.

    Raises:
        StoreError: If the text holds a lone surrogate, which no file can hold.
    """
    published = document.published_edtf or None
    try:
        content = orjson.dumps([document.text, document.title, document.url, published, document.language])
    except TypeError as error:
        msg = f"{document.id}: the text holds half a character (a lone surrogate) and cannot be written"
        raise StoreError(msg) from error
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def to_row(report: Report, pipeline: str = "") -> Record:
    """The row of a report.

    Raises:
        StoreError: If document and normalized value do not belong together or cannot be written.
    """
    document, normalized = report.document, report.normalized
    if document.id != normalized.id:
        msg = f"document {document.id!r} and its normalized value {normalized.id!r} have different ids"
        raise StoreError(msg)
    record = to_record(normalized)
    del record["id"]
    record["document_date"] = _date_row(normalized.document_date, record["document_date"])
    record["events"] = [
        _event_row(event.date, one) for event, one in zip(normalized.events, record["events"], strict=True)
    ]
    row = {
        "id": document.id,
        "text": document.text,
        "source": document.source,
        "title": document.title,
        "url": document.url,
        "published": document.published_edtf or None,
        "language": document.language,
        "partial": [asdict(one) for one in document.partial],
        "hash": hash_document(document),
        # What was read in part is never up to date: the next import reads it anew.
        "pipeline": f"{pipeline} in part" if normalized.partial else pipeline,
        "normalized": record,
    }
    return {**row, "digest": digest_row(row)}


def from_row(row: Mapping[str, Any]) -> Report:
    """The report a row was made from."""
    document = Document(
        id=row["id"],
        text=row["text"],
        source=row["source"],
        title=row["title"],
        url=row["url"],
        published=published_value(row["published"]),
        language=row["language"],
        partial=tuple(Partial(**one) for one in row["partial"] or ()),
    )
    record = dict(row["normalized"])
    record["events"] = [
        {**event, **event["date"], "date": event["date"]["edtf"]} for event in record["events"]
    ]
    return Report(document, from_record({**record, "id": row["id"]}))


def digest_row(row: Mapping[str, Any]) -> str:
    """A fingerprint of everything in a row but the fingerprint itself.

    Raises:
        StoreError: If a text in it cannot be written as UTF-8.
    """
    rest = {key: value for key, value in row.items() if key != "digest"}
    try:
        written = orjson.dumps(rest, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:
        msg = f"{row['id']}: holds something that cannot be written: {error}"
        raise StoreError(msg) from error
    return hashlib.blake2b(written, digest_size=16).hexdigest()


def link_rows(links: Iterable[Link]) -> list[Record]:
    """The rows of links, in one order whatever order they came in."""
    return [
        {
            "one": link.one,
            "other": link.other,
            "score": link.score,
            "reasons": list(link.reasons),
            "kind": link.kind,
        }
        for link in sorted(links, key=lambda link: (link.one, link.other))
    ]


def _event_row(when: EventDate, record: Record) -> Record:
    rest = {key: value for key, value in record.items() if key not in _DATE_FIELDS}
    return {**rest, "date": _date_row(when, record)}


def _date_row(when: EventDate, record: Record) -> Record:
    return {
        **{key: record[key] for key in _DATE_FIELDS},
        "edtf": when.edtf,
        "earliest": _day(record["earliest"]),
        "latest": _day(record["latest"]),
        "approximate": when.approximate,
        "placed": when.placed,
    }


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
