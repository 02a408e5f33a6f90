"""Paths to documents: files of any format that is read, folders of them, and standard input.

Whatever cannot become a document is handed on as a `ReadError` that names it, and the rest goes on.
"""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from data_model.errors import ReadError
from data_model.read.columns import Columns
from data_model.read.formats import ENDINGS, is_passed_over, read_stream
from data_model.read.published import OnNote, TextNote
from data_model.read.reading import OnGuess, Reading
from data_model.values import Document

STANDARD_INPUT = "-"
_FROM_INPUT = "standard input"
# More than this waits on disk, not in memory.
_KEPT = 16 * 1024 * 1024
_SHOWN_ENDINGS = 5


def read_paths(
    paths: Iterable[str | Path],
    *,
    columns: Columns | None = None,
    on_guess: OnGuess = lambda _source, _encoding: None,
    on_note: OnNote = lambda _note: None,
) -> Iterator[Document | ReadError]:
    """Everything readable under some paths, in the order given, folders in the order of names.

    A document's id is the file name without its ending (a record brings its own), its source the path
    from the folder it lies in, so that it is the same from wherever it is read. What a file is, is told
    by its content; its ending decides only between kinds of plain text.

    Args:
        paths: Files and folders; "-" is standard input. In a folder, hidden files are passed over, and
            files of an unknown ending that are of no kind that is read.
        columns: Which columns of tables and fields of records mean what; those not named are guessed.
        on_guess: Told the source and the encoding of a text that had to be guessed.
        on_note: Told of what was left out beside a text, and of guessed columns.
    """
    reading = Reading(columns or Columns(), on_guess, on_note)
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _read_input(reading)
            continue
        for found in _find_files(Path(path), on_note):
            if isinstance(found, ReadError):
                yield found
                continue
            file, source = found
            try:
                with _opened(file, source) as stream:
                    facts = os.fstat(stream.fileno())
                    if (identity := (facts.st_dev, facts.st_ino)) not in seen:
                        seen.add(identity)
                        yield from read_stream(stream, source, reading)
            except ReadError as error:
                yield error
            except OSError as error:
                yield ReadError(source, _reason(error))


def _read_input(reading: Reading) -> Iterator[Document | ReadError]:
    with tempfile.SpooledTemporaryFile(max_size=_KEPT) as kept:
        while piece := sys.stdin.buffer.read(1024 * 1024):
            kept.write(piece)
        kept.seek(0)
        yield from read_stream(kept, _FROM_INPUT, reading)  # type: ignore[arg-type]  # it has all that is used


def _find_files(path: Path, on_note: OnNote) -> Iterator[tuple[Path, str] | ReadError]:
    """The files of a path, each with the source it will be known by."""
    if not os.path.lexists(path):
        yield ReadError(_shown(path), "there is no such file or folder")
    elif path.is_dir():
        yield from _find_in_folder(path, on_note)
    else:
        # The folder's own name, also for "report.txt" and "./report.txt".
        yield path, _shown(Path(path.absolute().parent.name) / path.name)


def _find_in_folder(folder: Path, on_note: OnNote) -> Iterator[tuple[Path, str] | ReadError]:
    root = folder.resolve()
    found: list[tuple[Path, str] | ReadError] = []
    passed: Counter[str] = Counter()
    for place, names, files in os.walk(folder, onerror=lambda error: found.append(_unreadable(error))):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            file = Path(place, name)
            if name.startswith("."):
                continue
            source = _shown(Path(root.name) / file.relative_to(folder))
            if error := _wrong_link(file, source, root):
                found.append(error)
            elif _is_passed_over(file):
                passed[file.suffix.lower() or "without an ending"] += 1
            else:
                found.append((file, source))
    if passed:
        on_note(TextNote(_shown(folder), _passed_over(passed)))
    if not found:
        found.append(ReadError(_shown(folder), "the folder holds nothing to read"))
    yield from found


def _is_passed_over(file: Path) -> bool:
    if file.suffix.lower() in ENDINGS:
        return False  # what is wrong with it is told when it is its turn
    try:
        if not file.is_file():
            return True
        with file.open("rb") as stream:
            return is_passed_over(stream, file.name)
    except OSError:
        return True


def _passed_over(passed: Counter[str]) -> str:
    named = ", ".join(f"{number} {ending}" for ending, number in passed.most_common(_SHOWN_ENDINGS))
    more = ", …" if len(passed) > _SHOWN_ENDINGS else ""
    return f"passed over, of no kind that is read: {named}{more}"


def _wrong_link(file: Path, source: str, root: Path) -> ReadError | None:
    """Why a link is not followed, None for one that is and for what is none."""
    if not file.is_symlink():
        return None
    try:
        inside = file.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # Python before 3.13 has a RuntimeError of its own for it
        return ReadError(source, "a link that leads back to itself")
    return None if inside else ReadError(source, "a link that leads out of the folder is not followed")


def _opened(file: Path, source: str) -> BinaryIO:
    """A regular file.

    Raises:
        ReadError: If it is no regular file or cannot be opened.
    """
    try:
        # Not blocking: opening a pipe would otherwise wait for somebody to write into it.
        number = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise ReadError(source, _reason(error)) from error
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise ReadError(source, "not a regular file")
    return open(number, "rb")  # noqa: PTH123 - a descriptor, closed by whoever asked


def _unreadable(error: OSError) -> ReadError:
    return ReadError(_shown(Path(error.filename)), _reason(error))


def _reason(error: OSError) -> str:
    return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"


def _shown(path: Path | PurePosixPath) -> str:
    """A path as text, with `/`, whatever bytes the file system holds."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
