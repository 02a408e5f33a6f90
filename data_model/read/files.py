"""Paths to documents: text files, web pages, JSON lines, and folders of them.

Whatever cannot become a document is handed on as a `ReadError` that names it, and the rest goes on.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from data_model.errors import ReadError
from data_model.read.json_lines import read_json_lines
from data_model.read.pages import declared_encoding, read_page
from data_model.read.published import OnNote
from data_model.read.tagged import read_tagged
from data_model.values import Document

TEXT_ENDINGS = (".txt", ".md")
PAGE_ENDINGS = (".html", ".htm")
RECORD_ENDINGS = (".jsonl",)
ENDINGS = (*TEXT_ENDINGS, *PAGE_ENDINGS, *RECORD_ENDINGS)
LARGEST = 100 * 1024 * 1024
# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

_HEAD = 4096
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")  # no text has them
# A whole page under the name of a text.
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
# One in a thousand bytes may be NUL: a text that was damaged on its way, not another kind of file.
_FEW_NULLS = 1000

OnGuess = Callable[[str, str], None]


def read_paths(
    paths: Iterable[str | Path],
    *,
    on_guess: OnGuess = lambda _source, _encoding: None,
    on_note: OnNote = lambda _note: None,
) -> Iterator[Document | ReadError]:
    """Everything readable under some paths, in the order given, folders in the order of names.

    A document's id is the file name without its ending (a JSON line brings its own), its source
    the path from the folder it lies in, so that it is the same from wherever it is read.

    Args:
        paths: Files and folders. In a folder, hidden files and unknown endings are passed over.
        on_guess: Told the source and the encoding of a text that had to be guessed.
        on_note: Told of a field beside a text that could not be read and was left out.
    """
    seen: set[tuple[int, int]] = set()
    for path in map(Path, paths):
        for found in _find_files(path):
            if isinstance(found, ReadError):
                yield found
                continue
            file, source = found
            try:
                content, identity = _read_bytes(file, source)
                if identity in seen:
                    continue
                seen.add(identity)
                if file.suffix.lower() in RECORD_ENDINGS:
                    yield from read_json_lines(_as_utf_8(content, source), source, on_note)
                elif file.suffix.lower() in PAGE_ENDINGS:
                    yield _read_page(content, source, on_guess, on_note)
                else:
                    yield _read_text(content, source, on_guess, on_note)
            except ReadError as error:
                yield error


def _find_files(path: Path) -> Iterator[tuple[Path, str] | ReadError]:
    """The files of a path, each with the source it will be known by."""
    shown = _shown(path)
    if not os.path.lexists(path):
        yield ReadError(shown, "there is no such file or folder")
    elif path.is_dir():
        yield from _find_in_folder(path)
    elif path.suffix.lower() not in ENDINGS and path.is_file():
        ending = path.suffix or "files without an ending"
        yield ReadError(shown, f"{ending} cannot be read; expected {_listed(ENDINGS)}")
    else:
        # The folder's own name, also for "report.txt" and "./report.txt".
        yield path, _shown(Path(path.absolute().parent.name) / path.name)


def _find_in_folder(folder: Path) -> Iterator[tuple[Path, str] | ReadError]:
    root = folder.resolve()
    found: list[tuple[Path, str] | ReadError] = []
    for place, names, files in os.walk(folder, onerror=lambda error: found.append(_unreadable(error))):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            file = Path(place, name)
            if name.startswith(".") or file.suffix.lower() not in ENDINGS:
                continue
            source = _shown(Path(root.name) / file.relative_to(folder))
            error = _wrong_link(file, source, root)
            found.append(error or (file, source))
    if not found:
        why = f"the folder holds nothing to read; expected {_listed(ENDINGS)}"
        found.append(ReadError(_shown(folder), why))
    yield from found


def _wrong_link(file: Path, source: str, root: Path) -> ReadError | None:
    """Why a link is not followed, None for one that is and for what is none."""
    if not file.is_symlink():
        return None
    try:
        inside = file.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # Python before 3.13 has a RuntimeError of its own for it
        return ReadError(source, "a link that leads back to itself")
    return None if inside else ReadError(source, "a link that leads out of the folder is not followed")


def _as_utf_8(content: bytes, source: str) -> bytes:
    """Records that were written in another Unicode, as JSON is read; a bad line stays a bad line."""
    encoding = _unicode_of(content)
    return (
        content if encoding in {None, "utf-8-sig"} else decode(content, source)[0].encode("utf-8", "replace")
    )


def _unicode_of(content: bytes) -> str | None:
    """The Unicode some bytes begin as or, in the older Windows way without a mark, look like."""
    marked = next((encoding for sign, encoding in _MARKS if content.startswith(sign)), None)
    head = content[:_HEAD]
    odd, even = head[1::2].count(0), head[::2].count(0)
    # Of a text every other byte is one; a few letters of other scripts among them change little.
    if marked or 4 * max(odd, even) <= len(head) or max(odd, even) <= 4 * min(odd, even):
        return marked
    guess = "utf-16-le" if odd > even else "utf-16-be"
    return guess if len(content) % 2 == 0 and not _CONTROLS.search(head.decode(guess, "ignore")) else None


def _read_bytes(file: Path, source: str) -> tuple[bytes, tuple[int, int]]:
    """The content of a regular file and which file it is.

    Raises:
        ReadError: If it is no regular file, too large, or cannot be read.
    """
    try:
        # Not blocking: opening a pipe would otherwise wait for somebody to write into it.
        number = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(number, "rb") as opened:  # noqa: PTH123 - a descriptor, not a path
            facts = os.fstat(number)
            if not stat.S_ISREG(facts.st_mode):
                raise ReadError(source, "not a regular file")
            content = opened.read(LARGEST + 1)
    except OSError as error:
        raise ReadError(source, _reason(error)) from error
    if len(content) > LARGEST:
        raise ReadError(source, f"larger than {LARGEST // 1024**2} MB; split it")
    return content, (facts.st_dev, facts.st_ino)


def _read_text(content: bytes, source: str, on_guess: OnGuess, on_note: OnNote) -> Document:
    text, guessed = decode(content, source)
    if guessed:
        on_guess(source, guessed)
    if _PAGE.match(text):
        return read_page(text, source, on_note)
    text = read_tagged(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise ReadError(source, "the text is empty")
    return Document(id=Path(source).stem, text=text, source=source)


def _read_page(content: bytes, source: str, on_guess: OnGuess, on_note: OnNote) -> Document:
    markup, guessed = decode(content, source, declared_encoding(content))
    if guessed:
        on_guess(source, guessed)
    return read_page(markup, source, on_note)


def decode(content: bytes, source: str, declared: str = "") -> tuple[str, str]:
    """The text of some bytes, and the name of the encoding if it had to be guessed, else "".

    Args:
        content: The bytes.
        source: Where they came from.
        declared: The encoding they declare. UTF-8 goes first: what was saved anew as UTF-8 may keep
            its old declaration, and other encodings hardly ever look like UTF-8.

    Raises:
        ReadError: If they are no text.
    """
    mark = _unicode_of(content)
    if mark is None and (nulls := content.count(0)):
        content = content.replace(b"\0", b"")
        if nulls * _FEW_NULLS > len(content) or not (declared or _is_utf_8(content)):
            raise ReadError(source, "not a text but binary data (it holds NUL bytes)")
    try:
        return content.decode(mark or "utf-8"), ""
    except UnicodeDecodeError:
        if mark:
            raise ReadError(source, f"damaged: it begins as {mark.upper()} but does not go on so") from None
    # One damaged letter, or an encoding nobody knows, is no reason to lose a page.
    if declared:
        with suppress(LookupError, UnicodeError):
            return content.decode(declared, "replace"), ""
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise ReadError(source, "neither UTF-8 nor any other known encoding of text")
    return str(best), best.encoding


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _unreadable(error: OSError) -> ReadError:
    return ReadError(_shown(Path(error.filename)), _reason(error))


def _reason(error: OSError) -> str:
    return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"


def _shown(path: Path) -> str:
    """A path as text, with `/`, whatever bytes the file system holds."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _listed(endings: tuple[str, ...]) -> str:
    return f"{', '.join(endings[:-1])} or {endings[-1]}"
