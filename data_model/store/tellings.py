"""What linking knows of each event, kept so that a new report is compared with its neighbours alone.

Worked out from the reports and kept beside them: lost or damaged, it is worked out again. One row an event,
and one a document without an event's id, which says of which version of the document the rows are, holds what
all its events share and, where no day tells its news, the news with how often the document has which word.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Any

import duckdb
import pyarrow as pa

from data_model.errors import StoreError
from data_model.store.files import OFFLINE, listed
from data_model.tellings import Form, Telling, Undated

_TEXT, _NUMBER = pa.string(), pa.int32()
_OWN = ("people", "bodies", "convened", "countries", "words")
_SHARED = ("report", "headline")
_PLAIN = (
    "id", "content", "main", "type", "status", "form", "edtf", "first", "last", "width", "stated", "city",
    "land",
)  # fmt: skip
# Sets are lines of a text, names lines of token, tab and name: read several times as fast as lists.
TELLINGS = pa.schema([
    ("document", _TEXT), ("digest", _TEXT), ("signature", pa.list_(pa.int64())), ("id", _TEXT),
    ("content", _TEXT), ("main", pa.bool_()), ("type", _TEXT), ("status", _TEXT), ("form", _TEXT),
    ("edtf", _TEXT), ("first", _NUMBER), ("last", _NUMBER), ("width", _NUMBER), ("stated", pa.bool_()),
    ("city", _TEXT), ("land", _TEXT), *((name, _TEXT) for name in (*_OWN, *_SHARED, "names")),
    ("undated", _TEXT), ("counts", _TEXT),
])  # fmt: skip
_BATCH = 10_000
# What sorting a large pile may take before it goes on in a file.
_MEMORY = "600MB"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """The tellings of one document.

    Attributes:
        document: Its id.
        digest: Which version of it.
        signature: That of its wording, to know copies by.
        tellings: Its events as linking sees them.
        undated: Its news, where no day tells it.
    """

    document: str
    digest: str
    signature: tuple[int, ...]
    tellings: tuple[Telling, ...]
    undated: Undated | None = None


def telling_rows(told: Told) -> list[dict[str, Any]]:
    """The rows of one document."""
    first = told.tellings[0] if told.tellings else None
    shared = {name: _joined(getattr(first, name, ())) for name in _SHARED}
    own_row = {"document": told.document, "digest": told.digest, "signature": told.signature}
    rows: list[dict[str, Any]] = [{**own_row, **shared, **_undated_columns(told.undated)}]
    for one in told.tellings:
        names = _joined(f"{token}\t{name}" for token, name in one.names.items())
        own = {name: _joined(getattr(one, name)) for name in _OWN}
        plain = {name: getattr(one, name) for name in _PLAIN}
        rows.append({"document": told.document, "digest": told.digest, "names": names, **own, **plain})
    return rows


def _undated_columns(news: Undated | None) -> dict[str, Any]:
    if news is None:
        return {}
    counts = _joined(f"{token}\t{many}" for token, many in news.counts.items())
    plain = {name: getattr(news, name) for name in ("content", "first", "last")}
    return {"undated": news.id, "counts": counts, **plain}


def read_digests(files: Sequence[Path]) -> dict[str, str]:
    """Which version of each document its tellings are of."""
    return dict(_ask(files, "SELECT document, digest FROM told WHERE id IS NULL"))


def read_undated_digests(files: Sequence[Path]) -> dict[str, str]:
    """The same of the documents whose news no day tells."""
    return dict(_ask(files, "SELECT document, digest FROM told WHERE undated IS NOT NULL"))


def read_signatures(files: Sequence[Path]) -> dict[str, tuple[int, ...]]:
    """The signature of each document's wording."""
    rows = _ask(files, "SELECT document, signature FROM told WHERE id IS NULL")
    return {document: tuple(signature) for document, signature in rows}


def read_undated(files: Sequence[Path]) -> Iterator[Undated]:
    """The news of the documents without a day."""
    columns = ("id", "content", "first", "last", "counts")
    asked = f"SELECT undated, {', '.join(columns[1:])} FROM told WHERE undated IS NOT NULL"  # noqa: S608
    for row in _ask(files, asked):
        told = dict(zip(columns, row, strict=True))
        yield Undated(**{**told, "counts": {token: int(many) for token, many in _pairs(told["counts"])}})


def read_tellings(
    files: Sequence[Path],
    *,
    days: Sequence[Span] | None = None,
    ids: Iterable[str] | None = None,
    documents: Iterable[str] | None = None,
) -> Iterator[Telling]:
    """Tellings in the order of their first day.

    Args:
        files: The files of the table.
        days: Only those that may have been on one of these runs of days, as ordinals; None for all.
        ids: Only those events.
        documents: Only the events of those documents.

    Raises:
        StoreError: If the files cannot be read.
    """
    ids, documents = _sorted(ids), _sorted(documents)
    if [] in (days, ids, documents):
        return
    asked: dict[str, Any] = {}
    wanted = "id IS NOT NULL"
    if days is not None:
        asked["spans"] = [{"start": start, "stop": stop} for start, stop in days]
        wanted += " AND len(list_filter($spans, lambda one: first <= one.stop AND last >= one.start)) > 0"
    if ids is not None:
        asked["ids"] = ids
        wanted += " AND id IN (SELECT unnest($ids))"
    if documents is not None:
        asked["documents"] = documents
        wanted += " AND document IN (SELECT unnest($documents))"
    of_these = f"document IN (SELECT document FROM told WHERE {wanted})" if asked else "true"  # noqa: S608
    shared = {
        document: {"report": _tokens(report), "headline": _tokens(headline)}
        for document, report, headline in _ask(
            files,
            f"SELECT document, report, headline FROM told WHERE id IS NULL AND {of_these}",  # noqa: S608
            asked,
        )
    }
    columns = ("document", *_PLAIN, *_OWN, "names")
    for row in _ask(
        files,
        f"SELECT {', '.join(columns)} FROM told WHERE {wanted} ORDER BY first, id",  # noqa: S608
        asked,
    ):
        yield _telling(dict(zip(columns, row, strict=True)), shared)


def _telling(row: dict[str, Any], shared: Mapping[str, Mapping[str, frozenset[str]]]) -> Telling:
    given: dict[str, Any] = {
        **row,
        **shared[row["document"]],
        **{name: _tokens(row[name]) for name in _OWN},
        "form": Form(row["form"]),
        "names": dict(_pairs(row["names"])),
    }
    return Telling(**given)


def _sorted(names: Iterable[str] | None) -> list[str] | None:
    return None if names is None else sorted(names)


def _joined(tokens: Iterable[str]) -> str:
    return "\n".join(sorted(tokens))


def _tokens(lines: str) -> frozenset[str]:
    # The same few thousand names and words over and over.
    return frozenset(map(intern, lines.split("\n"))) if lines else frozenset()


def _pairs(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.split("\n") if lines else ():
        token, _, name = line.partition("\t")
        yield intern(token), name


def _ask(
    files: Sequence[Path], question: str, asked: Mapping[str, Any] | None = None
) -> Iterator[tuple[Any, ...]]:
    if not files:
        return
    try:
        with (
            tempfile.TemporaryDirectory(prefix="dateline-") as scratch,
            duckdb.connect(":memory:", config=dict(OFFLINE)) as connection,
        ):
            connection.execute(f"SET memory_limit = '{_MEMORY}'")
            connection.execute(f"SET temp_directory = '{scratch}'")
            source = listed(files)
            connection.execute(f"CREATE VIEW told AS SELECT * FROM read_parquet({source})")  # noqa: S608
            rows = connection.execute(question, dict(asked or {}))
            while batch := rows.fetchmany(_BATCH):
                yield from batch
    except (duckdb.Error, OSError) as error:
        msg = f"{files[0].parent.parent}: the store is damaged: {error}"
        raise StoreError(msg) from error
