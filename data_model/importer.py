"""Many documents into a store: only what is new, batch by batch, and what failed and why.

A batch is one change of the store: whatever stops an import, the finished batches stay, and the
next import goes on with the rest.

Ids. A document keeps the id it came with unless another document has it: one of the same import
with another text, or a stored one that came from somewhere else. Then both are kept and the later
takes the name of its folder in front (`june-report`), or a piece of its fingerprint if that is
taken too. A changed document from the same place takes the place of the old one; the same text
from another place is not stored twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from data_model.errors import ReadError, StoreError
from data_model.store.rows import hash_document
from data_model.store.store import Known, Store
from data_model.values import Document, Normalized, Report


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of an import.

    Attributes:
        imported: Documents written, new or changed.
        unchanged: Documents the store had already, as they are.
        failed: Source and reason of each that could not be read or understood.
    """

    imported: int
    unchanged: int
    failed: tuple[tuple[str, str], ...]

    @property
    def read(self) -> int:
        """Documents that could be used."""
        return self.imported + self.unchanged


@dataclass(slots=True)
class _Tally:
    """The counts while they grow."""

    imported: int = 0
    unchanged: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    there: set[str] = field(default_factory=set)


def import_documents(  # noqa: PLR0913 - what flows in, where to, and the two steps between
    documents: Iterable[Document | ReadError],
    store: Store,
    *,
    normalize: Callable[[Document], Normalized],
    link: Callable[[Store], None],
    pipeline: str = "",
    batch: int = 100,
    keep_others: bool = True,
    on_done: Callable[[Document | ReadError], None] = lambda _one: None,
) -> ImportResult:
    """Put documents into a store.

    Args:
        documents: What to put in; an error among them is counted as failed.
        store: Where to.
        normalize: Understands one document; when it raises, that document failed.
        link: Brings the links of the store up to what is in it.
        pipeline: Version of `normalize` and its knowledge: a document understood by another
            version is done again.
        batch: How many documents are one change.
        keep_others: Whether documents of the store that are not among these stay in it.
        on_done: Told of each document when it is through.

    Returns:
        How many were new and unchanged, and which failed.
    """
    tally = _Tally()
    reports: list[Report] = []
    try:
        for document in _settle(documents, store.known(), pipeline, tally, on_done):
            try:
                reports.append(Report(document, normalize(document)))
            except Exception as error:  # noqa: BLE001 - one document must not stop the others
                tally.failed.append((document.source or document.id, _reason(error)))
                on_done(document)
            if len(reports) >= batch:
                _write(reports, store, pipeline, tally, on_done)
    finally:
        # Also when interrupted: what is understood already need not be understood again.
        _write(reports, store, pipeline, tally, on_done)
    if not keep_others:
        store.remove(store.known().keys() - tally.there)
    store.tidy()
    link(store)
    return ImportResult(tally.imported, tally.unchanged, tuple(tally.failed))


def _settle(
    documents: Iterable[Document | ReadError],
    known: dict[str, Known],
    pipeline: str,
    tally: _Tally,
    on_done: Callable[[Document | ReadError], None],
) -> Iterator[Document]:
    """The documents that need work, each under the id it will be stored by."""
    taken: dict[str, str] = {}
    for document in documents:
        if isinstance(document, ReadError):
            tally.failed.append((document.source, document.why))
            on_done(document)
            continue
        try:
            content = hash_document(document)
        except Exception as error:  # noqa: BLE001 - as above
            tally.failed.append((document.source or document.id, _reason(error)))
            on_done(document)
            continue
        settled = _settle_id(document, content, taken, known)
        there = known.get(settled)
        again = taken.get(settled) == content
        taken[settled] = content
        tally.there.add(settled)
        if again or (there is not None and (there.hash, there.pipeline) == (content, pipeline)):
            tally.unchanged += 1
            on_done(document)
        else:
            yield document if settled == document.id else replace(document, id=settled)


def _settle_id(document: Document, content: str, taken: dict[str, str], known: dict[str, Known]) -> str:
    folder = PurePosixPath(document.source).parent.name
    choices = (document.id, f"{folder}-{document.id}" if folder else "", f"{document.id}-{content[:8]}")
    for choice in filter(None, choices):
        if choice in taken:
            if taken[choice] == content:
                return choice
            continue
        there = known.get(choice)
        if there is None or there.hash == content or _same_place(there.source, document.source):
            return choice
    return f"{document.id}-{content}"


def _same_place(one: str, other: str) -> bool:
    """Whether two sources are one file, perhaps read from different folders above it."""
    return one == other or one.endswith(f"/{other}") or other.endswith(f"/{one}")


def _write(
    reports: list[Report],
    store: Store,
    pipeline: str,
    tally: _Tally,
    on_done: Callable[[Document | ReadError], None],
) -> None:
    written = list(reports)
    reports.clear()
    try:
        tally.imported += store.add(written, pipeline=pipeline)
    except StoreError as error:
        if len(written) == 1:
            tally.failed.append((written[0].document.source, _reason(error)))
        else:  # one that cannot be written must not take the others with it
            for report in written:
                _write([report], store, pipeline, tally, on_done)
            return
    for report in written:
        on_done(report.document)


def _reason(error: BaseException) -> str:
    return str(error) or type(error).__name__
