"""Many documents into a store: only what is new, part by part, and what became of each.

A part is one change of the store: whatever stops an import, the finished parts stay, and the next
import goes on with the rest. Each document ends as exactly one of done, partial or refused; those
that are not done are kept in the store with their reasons, and with them when the import was.

Ids. A document keeps the id it came with unless another document has it: one of the same import
with another text, or a stored one that came from somewhere else. Then both are kept and the later
takes the name of its folder in front (`june-report`), or a piece of its fingerprint if that is
taken too. A changed document from the same place takes the place of the old one; the same text
from another place is not stored twice.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

from data_model.errors import ReadError, StoreError, StoreFull, reason_of
from data_model.outcomes import (
    FAILED,
    FINISHED,
    INTERRUPTED,
    PARTIAL,
    REFUSED,
    UNCHANGED,
    ImportRun,
    Outcome,
    outcome_of,
)
from data_model.store.contents import Known
from data_model.store.rows import hash_document
from data_model.store.store import Store
from data_model.values import Document, Normalized, Partial, Report
from data_model.workers import understand_all


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of an import.

    Attributes:
        imported: Documents written, new or changed.
        unchanged: Documents the store had already, as they are.
        failed: Source and reason of each that could not be read or understood.
        partial: Source and what was lost of each that is stored in part.
        removed: Documents taken out because they are not among these any more.
        mended: Tables of the store that were damaged and made anew.
    """

    imported: int
    unchanged: int
    failed: tuple[tuple[str, str], ...]
    partial: tuple[tuple[str, str], ...] = ()
    removed: int = 0
    mended: tuple[str, ...] = ()

    @property
    def read(self) -> int:
        """Documents that could be used."""
        return self.imported + self.unchanged


def import_documents(  # noqa: PLR0913 - what flows in, where to, and the two steps between
    documents: Iterable[Document | ReadError],
    store: Store,
    *,
    normalize: Callable[[Document], Normalized],
    link: Callable[[Store], None],
    pipeline: str = "",
    paths: Sequence[str] = (),
    workers: int = 1,
    batch: int = 200,
    keep_others: bool = True,
    on_done: Callable[[Outcome], None] = lambda _one: None,
    on_wait: Callable[[], None] = lambda: None,
) -> ImportResult:
    """Put documents into a store.

    Args:
        documents: What to put in; an error among them is a refused document.
        store: Where to.
        normalize: Understands one document; when it raises, that document is refused.
        link: Brings the links of the store up to what is in it.
        pipeline: Version of `normalize` and its knowledge: a document understood by another
            version is done again.
        paths: Where the documents come from, to be told with the import.
        workers: How many processes understand documents; above one `normalize` must be a value that
            can be handed to another process. The store is the same however many there are.
        batch: How many documents are one change.
        keep_others: Whether documents of the store that are not among these stay in it. What was refused
            now and stored before stays.
        on_done: Told of each document when it is through.
        on_wait: Told when another import holds the store, before waiting for its end.

    Returns:
        How many were new and unchanged, and which failed.

    Raises:
        StoreFull: At the first write that finds no room; what was written before stays.
    """
    with store.upkeep.importing(on_wait):
        mended = store.upkeep.mend()
        run = ImportRun(uuid.uuid4().hex, _now(), paths=tuple(paths))
        store.upkeep.note(run)
        begun = _Import(store, pipeline, batch, on_done, run)
        try:
            needed = begun.settle(documents)
            with closing(understand_all(needed, normalize, workers)) as understood:
                for document, found in understood:
                    begun.take(document, found)
            begun.write()
            if not keep_others:
                begun.remove_others()
            if begun.wrote:
                store.upkeep.tidy()
            link(store)
        except BaseException as error:
            by_person = isinstance(error, KeyboardInterrupt | SystemExit)
            with suppress(StoreError):  # the first error is the one to tell
                if by_person:
                    begun.write()  # what is understood need not be understood again
                begun.note(INTERRUPTED if by_person else FAILED)
            raise
        return replace(begun.note(FINISHED), mended=mended)


@dataclass(slots=True)
class _Import:
    """An import on its way.

    Attributes:
        store: Where to.
        pipeline: The version of what understands.
        batch: How many documents are one change.
        on_done: Told of each document when it is through.
        run: What is known of it so far.
        wrote: Whether the store was changed.
    """

    store: Store
    pipeline: str
    batch: int
    on_done: Callable[[Outcome], None]
    run: ImportRun
    wrote: bool = False
    known: dict[str, Known] = field(init=False)
    taken: dict[str, str] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)
    told: list[Outcome] = field(default_factory=list)
    imported: int = 0
    unchanged: int = 0
    removed: int = 0

    def __post_init__(self) -> None:
        self.known = self.store.known()

    def settle(self, documents: Iterable[Document | ReadError]) -> Iterator[Document]:
        """The documents that need work, each under the id it will be stored by."""
        for document in documents:
            if isinstance(document, ReadError):
                self.refuse(document.source, document.why)
                continue
            try:
                content = hash_document(document)
            except Exception as error:  # noqa: BLE001 - one document must not stop the others
                self.refuse(document.source or document.id, reason_of(error))
                continue
            settled = _settle_id(document, content, self.taken, self.known)
            there = self.known.get(settled)
            again = self.taken.get(settled) == content
            self.taken[settled] = content
            if again or (there is not None and (there.hash, there.pipeline) == (content, self.pipeline)):
                self.unchanged += 1
                self.on_done(Outcome(document.source or document.id, settled, UNCHANGED))
            else:
                yield document if settled == document.id else replace(document, id=settled)

    def take(self, document: Document, found: Normalized | str) -> None:
        """Keep what was understood of a document, or why nothing was."""
        if isinstance(found, str):
            self.refuse(document.source or document.id, found)
            return
        self.reports.append(Report(document, found))
        if len(self.reports) >= self.batch:
            self.write()

    def refuse(self, source: str, why: str) -> None:
        """Note a document that is not stored."""
        self._tell(Outcome(source, "", REFUSED, (Partial(why),)))

    def write(self) -> None:
        """Store what is waiting, in one change."""
        waiting, self.reports = self.reports, []
        self._write(waiting)

    def _write(self, reports: list[Report]) -> None:
        try:
            self.imported += self.store.add(reports, pipeline=self.pipeline)
        except StoreFull:
            raise
        except StoreError as error:
            if len(reports) == 1:
                self.refuse(reports[0].document.source, reason_of(error))
                return
            for report in reports:  # one that cannot be written must not take the others with it
                self._write([report])
            return
        self.wrote = self.wrote or bool(reports)
        for report in reports:
            self._tell(outcome_of(report))

    def remove_others(self) -> None:
        """Take out what is not among the documents any more, but for what was only refused this time."""
        if not self.taken:
            return
        refused = {part for one in self.told if one.state == REFUSED for part in _places(one.source)}
        others = self.known.keys() - self.taken.keys()
        gone = [one for one in others if refused.isdisjoint(_folders(self.known[one].source))]
        if gone:
            self.store.remove(gone)
            self.removed, self.wrote = len(gone), True

    def note(self, state: str) -> ImportResult:
        """Say in the store how it ended."""
        self.run = replace(
            self.run,
            ended=_now(),
            state=state,
            imported=self.imported,
            unchanged=self.unchanged,
            removed=self.removed,
            outcomes=tuple(self.told),
        )
        self.store.upkeep.note(self.run)
        failed, partial = (
            tuple((one.source, one.why) for one in self.run.of_state(it)) for it in (REFUSED, PARTIAL)
        )
        return ImportResult(self.imported, self.unchanged, failed, partial, self.removed)

    def _tell(self, outcome: Outcome) -> None:
        if outcome.losses:
            self.told.append(replace(outcome, report=None))
        self.on_done(outcome)


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


def _places(source: str) -> tuple[str, str]:
    """A source, and the file of a source that is a line or a part of one."""
    return source, source.rpartition(":")[0] or source


def _folders(source: str) -> Iterator[str]:
    """A source and the folders it lies in."""
    yield source
    yield from map(str, PurePosixPath(source).parents)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
