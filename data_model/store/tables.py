"""The truth on disk: Delta tables in a folder, written by one, read by many.

`reports` holds one row a document (`rows.REPORTS`), `tellings` what linking knows of each event
(`tellings.TELLINGS`), `links` what was found to tell of one happening; the last two can be worked
out again from the reports at any time. A table appears with its first row. Every write is one Delta
commit: it is there whole or not at all, and whoever reads goes on reading the version it began
with.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import deltalake
import orjson
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as pads
from deltalake.exceptions import DeltaError, TableNotFoundError

from data_model.errors import StoreError, StoreMissing
from data_model.store.rows import LINKS, REPORTS

# Raised whenever a column is added or changes its meaning: a store of another format is refused in words.
FORMAT = 6
_STAMP = "dateline-store.json"
_LOCK = "writer.lock"
# The table library takes a path for an address and stumbles over these; better said than suffered.
_UNUSABLE = set("[]%^|\\")
# A part a batch: above this many, reading pays for opening files, and they are joined.
_MANY_PARTS = 64
_WRITER = deltalake.WriterProperties(compression="ZSTD", compression_level=3)
# Statistics over whole texts would only fill the log.
_REPORTS_SETTINGS = {"delta.dataSkippingStatsColumns": "id"}
_TELLINGS_SETTINGS = {"delta.dataSkippingStatsColumns": "document"}
Given = TypeVar("Given")


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
            yield from _read(self.reports, REPORTS, columns)
            return
        # Not pushed down: the statistics of a rewritten part are of another text type.
        wanted = pa.array(ids, pa.string())
        for part in self.reports:
            names = pa.Table.from_batches(
                _read([part], REPORTS, ("id",)), schema=pa.schema([REPORTS.field("id")])
            )
            if pc.any(pc.is_in(names["id"], wanted)).as_py():
                for batch in _read([part], REPORTS, columns):
                    yield batch.filter(pc.is_in(batch["id"], wanted))

    def read_links(self) -> Iterator[pa.RecordBatch]:
        """Rows of the links."""
        yield from _read(self.links, LINKS, ())


class Tables:
    """The tables of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

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
        stamp = folder / _STAMP
        if not stamp.is_file():
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                msg = f"{folder}: there is something else at that place, not a store; choose another folder"
                raise StoreError(msg)
            if not create:
                msg = f"{folder}: there is no store at that place"
                raise StoreMissing(msg)
            _write_stamp(stamp)
        _check_stamp(stamp)
        return cls(folder)

    def marker(self) -> tuple[str, str]:
        """Something cheap that differs after every write: the newest log entry of each table."""
        return self._newest("reports"), self._newest("links")

    def snapshot(self) -> Snapshot:
        """What is there now.

        Raises:
            StoreError: If a table is broken.
        """
        reports, links = self._table("reports"), self._table("links")
        version = f"{reports.version() + 1 if reports else 0}.{links.version() + 1 if links else 0}"
        return Snapshot(version, self._files("reports", reports), self._files("links", links))

    def upsert(self, rows: Sequence[dict[str, Any]], known: set[str]) -> None:
        """Put rows in, in one commit, in place of those of the same id.

        Args:
            rows: One a document.
            known: Which of their ids are there already.
        """
        batch = pa.Table.from_pylist(list(rows), schema=REPORTS)
        table = self._table("reports")
        if table is not None and known:
            self._try(
                lambda: (
                    table.merge(batch, "there.id = new.id", "new", "there", writer_properties=_WRITER)
                    .when_matched_update_all()
                    .when_not_matched_insert_all()
                    .execute()
                )
            )
        else:
            self._try(
                lambda: deltalake.write_deltalake(
                    table or str(self.folder / "reports"), batch, mode="append",
                    configuration=None if table else _REPORTS_SETTINGS, writer_properties=_WRITER,
                )
            )  # fmt: skip

    def remove(self, ids: Sequence[str]) -> None:
        """Take reports out, in one commit."""
        self._delete("reports", "id", ids)

    def overwrite_links(self, rows: Sequence[dict[str, Any]], made: str) -> None:
        """Put these links in place of all, in one commit, and note of what and by what they were made."""
        batch = pa.Table.from_pylist(list(rows), schema=LINKS)
        noted = deltalake.CommitProperties(custom_metadata={"made": made})
        self._try(
            lambda: deltalake.write_deltalake(
                str(self.folder / "links"), batch, mode="overwrite",
                commit_properties=noted, writer_properties=_WRITER,
            )
        )  # fmt: skip

    def links_made(self) -> str:
        """What was noted of the links, "" when there are none."""
        table = self._table("links")
        return str(table.history(1)[0].get("made", "")) if table else ""

    def tellings(self) -> tuple[Path, ...]:
        """The files of the tellings."""
        return self._files("tellings", self._table("tellings"))

    def forget_tellings(self, documents: Sequence[str]) -> None:
        """Take the tellings of some documents out."""
        self._delete("tellings", "document", documents)

    def append_tellings(self, batch: pa.Table) -> None:
        """Put rows of `tellings.TELLINGS` in, in one commit."""
        table = self._table("tellings")
        self._try(
            lambda: deltalake.write_deltalake(
                table or str(self.folder / "tellings"), batch, mode="append",
                configuration=None if table else _TELLINGS_SETTINGS, writer_properties=_WRITER,
            )
        )  # fmt: skip

    def tidy(self) -> None:
        """Join many small parts; what others are reading stays where it is."""
        for name in ("reports", "tellings"):
            table = self._table(name)
            if table is not None and len(table.file_uris()) > _MANY_PARTS:
                self._try(partial(table.optimize.compact, writer_properties=_WRITER))

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Wait until nobody else writes; the system lets go of it if the writer dies."""
        try:
            import fcntl
        except ImportError:  # not a POSIX system: two writers then meet in the table's own check
            yield
            return
        try:
            lock = (self.folder / _LOCK).open("ab")
        except OSError as error:
            msg = f"{self.folder}: the store cannot be written: {error.strerror or error}"
            raise StoreError(msg) from error
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _delete(self, name: str, column: str, ids: Sequence[str]) -> None:
        table = self._table(name)
        if table is not None and ids:
            listed = ", ".join("'" + one.replace("'", "''") + "'" for one in ids)
            self._try(lambda: table.delete(f"{column} IN ({listed})", writer_properties=_WRITER))

    def _newest(self, name: str) -> str:
        try:
            with os.scandir(self.folder / name / "_delta_log") as entries:
                return max((one.name for one in entries if one.name.endswith(".json")), default="")
        except FileNotFoundError:
            return ""

    def _table(self, name: str) -> deltalake.DeltaTable | None:
        if not (self.folder / name / "_delta_log").is_dir():
            if any((self.folder / name).glob("*.parquet")):
                msg = (
                    f"{self.folder}: the store is damaged: {name} has data but no log of it (_delta_log). "
                    "Bring the folder back from a copy, or import the documents into a new store"
                )
                raise StoreError(msg)
            return None
        try:
            return self._try(lambda: deltalake.DeltaTable(str(self.folder / name)))
        except StoreMissing:  # killed before its first commit: nothing was written yet
            return None

    def _files(self, name: str, table: deltalake.DeltaTable | None) -> tuple[Path, ...]:
        # The library gives addresses with escapes; the names of the parts need none.
        names = sorted(uri.rpartition("/")[2] for uri in table.file_uris()) if table else ()
        return tuple(self.folder / name / one for one in names)

    def _try(self, act: Callable[[], Given]) -> Given:
        try:
            return act()
        except TableNotFoundError as error:
            raise StoreMissing(str(error)) from error
        except (DeltaError, OSError, ValueError) as error:
            said = str(error).partition("\n")[0]  # below it stands the trace of the library
            msg = f"{self.folder}: the store is damaged or cannot be written: {said}"
            raise StoreError(msg) from error


def _read(files: Sequence[Path], schema: pa.Schema, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    if not files:
        return
    try:
        stored = pads.dataset([str(one) for one in files], schema=schema, format="parquet")
        yield from stored.to_batches(columns=list(columns) or None, batch_size=256)
    except (OSError, pa.ArrowException) as error:
        msg = f"{files[0].parent.parent}: the store is damaged: {error}"
        raise StoreError(msg) from error


def _write_stamp(stamp: Path) -> None:
    try:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        draft = stamp.with_suffix(f".{os.getpid()}.tmp")
        draft.write_bytes(orjson.dumps({"format": FORMAT}))
        draft.replace(stamp)
    except OSError as error:
        msg = f"{stamp.parent}: a store cannot be made there: {error.strerror}"
        raise StoreError(msg) from error


def _check_stamp(stamp: Path) -> None:
    try:
        found = orjson.loads(stamp.read_bytes())["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"{stamp.parent}: the store is damaged: {stamp.name} cannot be read"
        raise StoreError(msg) from error
    if found != FORMAT:
        older = isinstance(found, int) and found < FORMAT
        way_out = "import the documents into a new one" if older else "update Dateline"
        msg = f"{stamp.parent}: the store has format {found}, this version reads {FORMAT}: {way_out}"
        raise StoreError(msg)
