"""A checksum for every file of a store, in `SHA256SUMS`: what changed by itself is found, wherever it is.

The file is one that other tools read: `sha256sum --check --ignore-missing SHA256SUMS` in the store's folder
says the same. Files are written once and never changed, so a checksum is taken when a file is new.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from data_model.errors import StoreError
from data_model.store.delta import full, no_room
from data_model.store.stamp import NAME as STAMP

NAME = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
# The one file that the table library writes anew in its place.
_CHANGES = "_last_checkpoint"
_DRAFT = ".tmp"
_LOG = "/_delta_log/"


class Checksums:
    """The checksums of a store's files.

    Args:
        folder: The store's folder.
        tables: The folders in it whose files have one.
    """

    def __init__(self, folder: Path, tables: Sequence[str]) -> None:
        self._folder = folder
        self._file = folder / NAME
        self._tables = tables
        self._sealed: dict[str, str] | None = None
        self._state: tuple[int, int] | None = None

    def seal(self) -> None:
        """Note the checksums of the files that are new; by whoever may write."""
        sealed = self._known()
        fresh = {
            name: _checksum(self._folder / name)
            for name in self._there()
            if name not in sealed or name.endswith(_CHANGES)
        }
        changed = {name: found for name, found in fresh.items() if sealed.get(name) != found}
        if changed:
            self._write("".join(f"{found}  {name}\n" for name, found in changed.items()), "a")
            sealed.update(changed)

    def tidy(self) -> None:
        """Forget the files that are gone."""
        there = set(self._there())
        sealed = self._known()
        if sealed.keys() - there:
            kept = {name: found for name, found in sealed.items() if name in there}
            self._write("".join(f"{found}  {name}\n" for name, found in kept.items()), "w")
            self._sealed = kept

    def forget(self) -> None:
        """Forget all; the next seal takes them anew."""
        self._file.unlink(missing_ok=True)
        self._sealed = None

    def find_odd(
        self, tables: Collection[str] = (), needed: Collection[str] = ()
    ) -> Iterator[tuple[str, str]]:
        """Each file that is not what was written, and what is wrong with it.

        Args:
            tables: Only files of these, and only those that changed; all when not given.
            needed: Files that must be there, beside the entries of logs.
        """
        sealed, odd = _parse(self._read())
        if not tables:
            yield from ((NAME, f"line {number} is no checksum") for number in odd)
        there = set(self._there())
        for name in sorted(there | sealed.keys() | set(needed)):
            if tables and name.partition("/")[0] not in tables:
                continue
            if name not in there:
                if name in needed or (_LOG in name and not _replaced(name, there)):
                    yield name, "is missing"
            elif name not in sealed:
                if not tables:
                    yield name, "has no checksum: it was not written by Dateline, or an import was cut off"
            elif _checksum(self._folder / name) != sealed[name]:
                yield name, "is not what was written"

    def _there(self) -> Iterator[str]:
        """The files of the store, by their names from its folder."""
        if (self._folder / STAMP).is_file():
            yield STAMP
        for table in self._tables:
            for place, _, files in os.walk(self._folder / table):
                inside = Path(place).relative_to(self._folder).as_posix()
                yield from (f"{inside}/{name}" for name in sorted(files) if _DRAFT not in name)

    def _known(self) -> dict[str, str]:
        """What is sealed; read again when another process has written it."""
        if self._sealed is None or self._state != self._now():
            content = self._read()
            self._sealed, odd = _parse(content)
            if odd or (content and not content.endswith("\n")):  # cut off while it was written
                self._write("".join(f"{found}  {name}\n" for name, found in self._sealed.items()), "w")
            self._state = self._now()
        return self._sealed

    def _now(self) -> tuple[int, int] | None:
        try:
            facts = self._file.stat()
        except FileNotFoundError:
            return None
        return facts.st_size, facts.st_mtime_ns

    def _read(self) -> str:
        try:
            return self._file.read_text("utf-8", "replace")
        except FileNotFoundError:
            return ""
        except OSError as error:
            msg = f"{self._folder}: the store cannot be read: {error.strerror or error}"
            raise StoreError(msg) from error

    def _write(self, lines: str, mode: str) -> None:
        try:
            target = self._file.with_suffix(_DRAFT) if mode == "w" else self._file
            with target.open(mode, encoding="utf-8", newline="\n") as opened:
                opened.write(lines)
            if mode == "w":
                target.replace(self._file)
            self._state = self._now()
        except OSError as error:
            if no_room(error):
                raise full(self._folder) from error
            msg = f"{self._folder}: the store cannot be written: {error.strerror or error}"
            raise StoreError(msg) from error


def _replaced(entry: str, there: Collection[str]) -> bool:
    """Whether an entry of a log is not needed: a checkpoint behind it says all that it said."""
    log, _, number = entry.rpartition("/")
    checkpoints = (name for name in there if name.startswith(log) and ".checkpoint" in name)
    return not entry.endswith(".json") or any(
        name.rpartition("/")[2][:20] >= number[:20] for name in checkpoints
    )


def _parse(content: str) -> tuple[dict[str, str], list[int]]:
    """Checksums by file, the last of each, and the numbers of the lines that are none."""
    found: dict[str, str] = {}
    odd = []
    for number, line in enumerate(content.splitlines(), start=1):
        if match := _LINE.fullmatch(line):
            found[match[2]] = match[1]
        else:
            odd.append(number)
    return found, odd


def _checksum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
