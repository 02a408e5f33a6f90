"""One Delta table of a store: looked up anew for every act, written in whole commits, read as files."""

from __future__ import annotations

import errno
import os
import re
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import deltalake
import orjson
import pyarrow as pa
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from data_model.errors import StoreError, StoreFull, StoreMissing

_LOG = "_delta_log"
_WRITER = deltalake.WriterProperties(compression="ZSTD", compression_level=3)
# Who was overtaken by another writer looks again and tries anew, after so many seconds each.
_PAUSES = (0.05, 0.2, 0.5, 1.0, 2.0)
# A disk, a quota or a file that is full; the table library tells the number in words.
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_OS_ERROR = re.compile(r"os error (\d+)|no space left|disk quota", re.IGNORECASE)
Given = TypeVar("Given")


class Table:
    """A table of a store.

    Args:
        store: The store's folder.
        name: The table's.
        settings: Delta settings it is made with.
        spare: Bytes of the disk that stay free beside what is written.
    """

    def __init__(
        self, store: Path, name: str, settings: Mapping[str, str] | None = None, spare: int = 256 * 1024
    ) -> None:
        self._spare = spare
        self.folder = store / name
        self._store = store
        self._name = name
        self._settings = dict(settings or {}) or None

    def named(self, name: str) -> Table:
        """One of the same kind beside it."""
        return Table(self._store, name, self._settings, self._spare)

    # Reading

    def newest(self) -> str:
        """The name of its newest log entry, "" without one: it differs after every write, and is cheap."""
        try:
            with os.scandir(self.folder / _LOG) as entries:
                return max((one.name for one in entries if one.name.endswith(".json")), default="")
        except FileNotFoundError:
            return ""

    def opened(self) -> deltalake.DeltaTable | None:
        """The newest version, None before the first row.

        Raises:
            StoreError: If it is damaged.
        """
        if not self._has_log():
            return None
        if torn := self.torn():
            msg = (
                f"{self._store}: the store is damaged: a torn last log entry, {self._name}/{torn.name}. "
                f"`dateline rebuild --store {self._store}` makes the log anew from what is there"
            )
            raise StoreError(msg)
        try:
            return self._try(lambda: deltalake.DeltaTable(str(self.folder)))
        except StoreMissing:  # killed before its first commit: nothing was written yet
            return None

    def _has_log(self) -> bool:
        """Whether it has a log: data without one may be of another's first write, whose log comes behind."""
        for pause in (0.0, *_PAUSES):
            time.sleep(pause)
            if (self.folder / _LOG).is_dir():
                return True
            if not any(self.folder.glob("*.parquet")):
                return False
        msg = (
            f"{self._store}: the store is damaged: {self._name} has data but no log of it ({_LOG}). "
            "Bring the folder back from a copy, or import the documents into a new store"
        )
        raise StoreError(msg)

    def torn(self) -> Path | None:
        """The newest log entry if it is not whole; the table library would pass over an empty one."""
        newest = self.newest()
        if not newest:
            return None
        entry = self.folder / _LOG / newest
        try:
            lines = entry.read_bytes().split(b"\n")
            whole = [orjson.loads(line) for line in lines if line.strip()]
        except (OSError, ValueError):
            return entry
        return None if whole else entry

    def version(self) -> int:
        """How many commits it has seen, 0 before the first."""
        table = self.opened()
        return table.version() + 1 if table else 0

    def files(self) -> tuple[Path, ...]:
        """The parts of the newest version."""
        return self.files_of(self.opened())

    def files_of(self, table: deltalake.DeltaTable | None) -> tuple[Path, ...]:
        """The parts of a version."""
        # The library gives addresses with escapes; the names of the parts need none.
        names = sorted(uri.rpartition("/")[2] for uri in table.file_uris()) if table else ()
        return tuple(self.folder / one for one in names)

    def note(self, key: str) -> str:
        """What the newest commit that noted something under this key noted, "" when none did."""
        table = self.opened()
        return next((str(one[key]) for one in table.history() if key in one), "") if table else ""

    # Writing

    def append(self, batch: pa.Table) -> None:
        """Put rows in, in one commit."""
        self._write(
            lambda table: deltalake.write_deltalake(
                table or str(self.folder), batch, mode="append",
                configuration=None if table else self._settings, writer_properties=_WRITER,
            ),
            batch.nbytes,
        )  # fmt: skip

    def merge(self, batch: pa.Table, key: str) -> None:
        """Put rows in, in one commit, in place of those of the same key."""

        def act(table: deltalake.DeltaTable | None) -> None:
            if table is not None:
                merging = table.merge(
                    batch, f"there.{key} = new.{key}", "new", "there", writer_properties=_WRITER
                )
                merging.when_matched_update_all().when_not_matched_insert_all().execute()

        self._write(act, batch.nbytes)

    def overwrite(self, batch: pa.Table, notes: Mapping[str, str]) -> None:
        """Put these rows in place of all, in one commit with notes."""
        noted = deltalake.CommitProperties(custom_metadata=dict(notes))
        self._write(
            lambda _table: deltalake.write_deltalake(
                str(self.folder), batch, mode="overwrite", commit_properties=noted, writer_properties=_WRITER
            ),
            batch.nbytes,
        )

    def delete(self, column: str, values: Sequence[str]) -> None:
        """Take rows out, in one commit; values that are not there are ignored."""

        def act(table: deltalake.DeltaTable | None) -> None:
            if table is not None:
                # By a join: a long list in a condition overflows the stack of the table library.
                gone = pa.table({column: pa.array(values, pa.string())})
                named = f"there.{column} = gone.{column}"
                leaving = table.merge(gone, named, "gone", "there", writer_properties=_WRITER)
                leaving.when_matched_delete().execute()

        if values:
            self._write(act)

    def tidy(self, most: int, hours: int) -> None:
        """Join the parts when there are more than so many; drop what no version of these last hours holds."""

        def act(table: deltalake.DeltaTable | None) -> None:
            if table is None:
                return
            if len(table.file_uris()) > most:
                table.optimize.compact(writer_properties=_WRITER)
            if table.vacuum(hours, dry_run=True, enforce_retention_duration=False):
                table.vacuum(hours, dry_run=False, enforce_retention_duration=False)

        self._write(act)

    # Mending

    def forget_lost(self) -> None:
        """Take parts that are not there any more out of the log."""
        self._write(lambda table: table.repair() if table else None)

    def drop(self) -> None:
        """Take the whole table away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write(self, act: Callable[[deltalake.DeltaTable | None], object], size: int = 0) -> None:
        if shutil.disk_usage(self._store).free < size + self._spare:
            raise full(self._store)  # sooner than the table library, which panics over it
        for pause in (*_PAUSES, None):
            try:
                self._try(lambda: act(self.opened()))
            except _Overtaken:
                if pause is None:
                    raise
                time.sleep(pause)
            else:
                return

    def _try(self, act: Callable[[], Given]) -> Given:
        try:
            return act()
        except TableNotFoundError as error:
            raise StoreMissing(str(error)) from error
        except (DeltaError, OSError, ValueError) as error:
            raise self._told(error) from error

    def _told(self, error: Exception) -> StoreError:
        if no_room(error):
            return full(self._store)
        said = str(error).partition("\n")[0]  # below it stands the trace of the library
        if isinstance(error, CommitFailedError):
            return _Overtaken(f"{self._store}: another program writes at the same time: {said}")
        return StoreError(f"{self._store}: the store is damaged or cannot be written: {said}")


class _Overtaken(StoreError):
    """Another writer was first."""


def no_room(error: BaseException) -> bool:
    """Whether a write failed for lack of room."""
    if isinstance(error, OSError) and error.errno is not None:
        return error.errno in _NO_ROOM
    found = _OS_ERROR.search(str(error))
    return found is not None and (found[1] is None or int(found[1]) in _NO_ROOM)


def full(folder: Path) -> StoreFull:
    """The error of a disk that has no room left."""
    return StoreFull(
        f"{folder}: disk full: nothing more can be written there. What was stored stays; "
        "make room and run the same command again"
    )
