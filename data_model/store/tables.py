"""The truth on disk: Delta tables in a folder, written by one, read by many.

`reports` holds one row a document (`rows.REPORTS`), `tellings` what linking knows of each event
(`tellings.TELLINGS`), `links` what was found to tell of one happening; these two can be worked out
again from the reports at any time. `imports` tells what became of each import. A table appears with
its first row. Every write is one Delta commit: it is there whole or not at all, and whoever reads
goes on reading the version it began with.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from data_model.errors import StoreError
from data_model.store.checksums import Checksums
from data_model.store.delta import Table
from data_model.store.imports import IMPORTS
from data_model.store.locks import locked
from data_model.store.rows import LINKS, REPORTS
from data_model.store.stamp import NAME, find_stamp

_LOCK = "writer.lock"
# The table library takes a path for an address and stumbles over these; better said than suffered.
_UNUSABLE = set("[]%^|\\")
# A part a batch: above this many, reading pays for opening files, and they are joined.
_MANY_PARTS = 64
# Whoever asks reads the version of a moment ago; nobody that of yesterday.
_HOURS = 24
# How an import ended is told where nothing else finds room.
_LITTLE = 16 * 1024
# So many rows are read at once, so many bytes of a column.
_ROWS, _READ = 256, 1 << 20
_STATISTICS = "delta.dataSkippingStatsColumns"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One version of the tables, as lists of files that do not change.

    Attributes:
        version: Changes with every write that a reader can see.
        reports: The files of the reports.
        links: The files of the links.
    """

    version: str
    reports: tuple[Path, ...]
    links: tuple[Path, ...]

    def read_reports(self, *columns: str, ids: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """Rows of the reports, some columns or all, of some documents or all."""
        if ids is None:
            yield from read_parts(self.reports, REPORTS, columns)
            return
        # Not pushed down: the statistics of a rewritten part are of another text type.
        wanted = pa.array(ids, pa.string())
        for part in self.reports:
            names = pa.Table.from_batches(
                read_parts([part], REPORTS, ("id",)), schema=pa.schema([REPORTS.field("id")])
            )
            if pc.any(pc.is_in(names["id"], wanted)).as_py():
                for batch in read_parts([part], REPORTS, columns):
                    yield batch.filter(pc.is_in(batch["id"], wanted))

    def read_links(self) -> Iterator[pa.RecordBatch]:
        """Rows of the links."""
        yield from read_parts(self.links, LINKS, ())


class Tables:
    """The tables of one folder.

    Attributes:
        folder: The folder.
        reports: What was read and understood: the truth.
        tellings: What linking knows of each event; can be worked out again.
        links: What tells of one happening; can be worked out again.
        imports: What became of each import.
        all: These.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # Statistics over whole texts would only fill the log.
        self.reports = Table(folder, "reports", {_STATISTICS: "id"})
        self.tellings = Table(folder, "tellings", {_STATISTICS: "document"})
        self.links = Table(folder, "links")
        self.imports = Table(folder, "imports", {_STATISTICS: "run"}, _LITTLE)
        self.all = (self.reports, self.tellings, self.links, self.imports)
        self._checksums = Checksums(folder, [one.folder.name for one in self.all])

    @classmethod
    def open(cls, folder: Path, *, create: bool) -> Tables:
        """The tables of a folder.

        Raises:
            StoreMissing: If there is none and none may be made.
            StoreError: If what is there is no store, or one of another format.
        """
        if odd := sorted(_UNUSABLE & set(str(folder.absolute()))):
            msg = f"{folder}: the path of a store cannot hold {' '.join(odd)}; choose another folder"
            raise StoreError(msg)
        find_stamp(folder, create=create)
        return cls(folder)

    def marker(self) -> tuple[str, str]:
        """Something cheap that differs after every write: the newest log entry of each table."""
        return self.reports.newest(), self.links.newest()

    def snapshot(self) -> Snapshot:
        """What is there now.

        Raises:
            StoreError: If a table is broken.
        """
        reports, links = self.reports.opened(), self.links.opened()
        version = f"{reports.version() + 1 if reports else 0}.{links.version() + 1 if links else 0}"
        return Snapshot(version, self.reports.files_of(reports), self.links.files_of(links))

    def upsert(self, rows: Sequence[dict[str, Any]], known: Collection[str]) -> None:
        """Put reports in, in one commit, in place of those of the same id.

        Args:
            rows: One a document.
            known: Which of their ids are there already.
        """
        batch = pa.Table.from_pylist(list(rows), schema=REPORTS)
        if known:
            self.reports.merge(batch, "id")
        else:
            self.reports.append(batch)

    def overwrite_links(self, rows: Sequence[dict[str, Any]], made: str) -> None:
        """Put these links in place of all, in one commit, and note of what and by what they were made."""
        self.links.overwrite(pa.Table.from_pylist(list(rows), schema=LINKS), {"made": made})

    def tidy(self) -> None:
        """Join many small parts, and let go of what nobody can be reading any more."""
        for table in self.all:
            table.tidy(_MANY_PARTS, _HOURS)
        self._checksums.tidy()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Wait until nobody else writes; the system lets go of it if the writer dies.

        What was written is sealed with its checksum.
        """
        with locked(self.folder, _LOCK):
            yield
            self._checksums.seal()

    def tidy_imports(self) -> None:
        """Join the parts of the imports: each import adds two, also when it changes nothing else."""
        self.imports.tidy(_MANY_PARTS, _HOURS)

    def mend(self) -> tuple[str, ...]:
        """Take away what is damaged and no answer is lost with, by whoever may write; its names."""
        names = self.find_dispensable()
        for table in self.all:
            if table.folder.name in names:
                table.drop()
        if names:
            self._checksums.tidy()
        return names

    def find_dispensable(self) -> tuple[str, ...]:
        """Damaged tables no answer is lost with.

        That is what can be worked out again, and the list of imports if it cannot be read at all.
        """
        damaged = {name for name, _ in self._checksums.find_odd(["tellings", "links"])}
        names = {name.partition("/")[0] for name in damaged}
        for table in (self.tellings, self.links, self.imports):
            try:
                lost = not all(part.is_file() for part in table.files())
            except StoreError:
                lost = True
            if lost:
                names.add(table.folder.name)
        return tuple(sorted(names))

    def find_odd(self, tables: Collection[str]) -> Iterator[tuple[str, str]]:
        """Files of some tables that are not what was written, and how."""
        yield from self._checksums.find_odd(tables)

    def forget_checksums(self) -> None:
        """Take every checksum anew: for files that were mended by hand."""
        self._checksums.forget()

    def read_imports(self) -> Iterator[dict[str, Any]]:
        """Rows of the imports, in no order."""
        for batch in read_parts(self.imports.files(), IMPORTS, ()):
            yield from batch.to_pylist()

    def find_damage(self) -> Iterator[str]:
        """In words, what is not as it was written."""
        needed = {NAME}
        for table in self.all:
            try:
                needed.update(part.relative_to(self.folder).as_posix() for part in table.files())
            except StoreError as error:
                yield str(error)
        for name, what in self._checksums.find_odd(needed=needed):
            yield f"{name}: {what}"


def read_parts(files: Sequence[Path], schema: pa.Schema, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """The rows of some parts, all columns when none is named.

    Raises:
        StoreError: If one cannot be read.
    """
    if not files:
        return
    wanted = schema if not columns else pa.schema([schema.field(name) for name in columns])
    try:
        for file in files:
            # Batch by batch: a data set reads many ahead, which took four times the memory and as long.
            with pq.ParquetFile(file, pre_buffer=False, buffer_size=_READ) as part:
                for batch in part.iter_batches(_ROWS, columns=wanted.names, use_threads=False):
                    yield batch.select(wanted.names).cast(wanted)
    except (OSError, pa.ArrowException) as error:
        msg = f"{files[0].parent.parent}: the store is damaged: {error}"
        raise StoreError(msg) from error
