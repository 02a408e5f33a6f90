"""Citations with an abstract or note, as Zotero writes them: CSL-JSON and RIS.

CSL-JSON: citeproc-js' schema 1.0.2. RIS: the tags of Reference Manager and the RIS specification of 2011.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from data_model.errors import DateError, ReadError
from data_model.read.decoding import decode
from data_model.read.published import ReadNote, read_published
from data_model.read.reading import Found, Reading, identify, read_whole
from data_model.read.tagged import read_tagged
from data_model.values import Document

_SIGNS = frozenset(
    ("issued", "container-title", "citation-key", "DOI", "ISSN", "author", "accessed", "abstract")
)
_TAG = re.compile(r"^([A-Z][A-Z0-9])  - ?(.*)$")
_RIS_TITLES, _RIS_TEXTS, _RIS_DAYS = ("TI", "T1", "CT"), ("AB", "N2", "N1"), ("DA", "Y1", "PY")
_RIS_DAY = re.compile(r"(\d{4})(?:/(\d{1,2}))?(?:/(\d{1,2}))?")
_NO_TEXT = "has neither an abstract nor a note; export the texts themselves beside it"


def is_citation(record: object) -> bool:
    """Whether a record of JSON is a citation in CSL-JSON."""
    return (
        isinstance(record, dict)
        and "type" in record
        and "text" not in record
        and len(_SIGNS & record.keys()) > 1
    )


def read_citations(records: Iterable[Any], source: str, reading: Reading) -> Found:
    """The documents of citations in CSL-JSON."""
    for number, record in enumerate(records, start=1):
        place = f"{source}, record {number}"
        if not isinstance(record, dict):
            yield ReadError(place, "not a citation")
            continue
        text = _first(record, ("abstract", "note"))
        yield _document(
            text, _first(record, ("title",)), _first(record, ("URL",)), _issued(record.get("issued")), place,
            _Origin(source, reading),
        )  # fmt: skip


def read_ris(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The documents of a RIS file."""
    text, guessed = decode(read_whole(stream, source), source)
    if guessed:
        reading.on_guess(source, guessed)
    for line, fields in _ris_records(text):
        day = _RIS_DAY.match(_first(fields, _RIS_DAYS))
        written = "-".join(part.zfill(2) for part in day.groups() if part) if day else ""
        yield _document(
            _first(fields, _RIS_TEXTS), _first(fields, _RIS_TITLES), _first(fields, ("UR",)), written,
            f"{source}:{line}", _Origin(source, reading),
        )  # fmt: skip


class _Origin:
    """Where citations come from, and who is told of them."""

    def __init__(self, source: str, reading: Reading) -> None:
        self.source = source
        self.reading = reading


def _document(
    text: str, title: str, url: str, written: str, place: str, origin: _Origin
) -> Document | ReadError:
    if not text:
        return ReadError(place, f"{title[:80]!r} {_NO_TEXT}")
    try:
        published = read_published(written)
    except DateError as error:
        origin.reading.on_note(ReadNote(place, "issued", written, str(error)))
        published = None
    return Document(
        id=identify(origin.source, url, title, text),
        text=read_tagged(text),
        source=origin.source,
        title=read_tagged(title) or None,
        url=url if url.startswith(("http://", "https://")) else None,
        published=published,
    )


def _issued(issued: object) -> str:
    """The day, month or year of CSL-JSON's parts of a date."""
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first:
        return "-".join(str(part).zfill(2) for part in first[:3])
    return str(issued.get("raw") or issued.get("literal") or "")


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((str(fields[name]).strip() for name in names if str(fields.get(name) or "").strip()), "")


def _ris_records(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The fields of each record with the line it begins in; one without a tag goes on with the last."""
    fields: dict[str, str] = {}
    begun, last = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        tag = _TAG.match(line)
        if tag is None:
            if last and line.strip():
                fields[last] += f"\n{line.strip()}"
            continue
        if tag[1] == "TY" and fields:
            yield begun, fields  # the one before never ended
            fields = {}
        if tag[1] == "ER":
            yield begun, fields
            fields, last = {}, ""
            continue
        begun = begun if fields else number
        last = tag[1]
        fields[last] = f"{fields[last]}\n{tag[2].strip()}" if last in fields else tag[2].strip()
    if fields:
        yield begun, fields
