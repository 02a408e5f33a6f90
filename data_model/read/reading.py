"""How things are read: what was asked for, who is told, and what no file may exceed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import BinaryIO

from data_model.errors import ReadError
from data_model.read.columns import Columns
from data_model.read.published import OnNote
from data_model.values import Document

OnGuess = Callable[[str, str], None]
Found = Iterator[Document | ReadError]

# What is held in memory as a whole is no larger; mail boxes, web archives and zips are read piece by piece.
LARGEST = 100 * 1024 * 1024
# An archive in an archive in an archive.
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are to be read.

    Attributes:
        columns: Which columns of a table mean what.
        on_guess: Told the source and the encoding of a text that had to be guessed.
        on_note: Told of what could not be read of a document that is kept.
        depth: In how many archives the present file lies.
    """

    columns: Columns = field(default_factory=Columns)
    on_guess: OnGuess = lambda _source, _encoding: None
    on_note: OnNote = lambda _note: None
    depth: int = 0

    def deeper(self, source: str) -> Reading:
        """The same inside an archive.

        Raises:
            ReadError: If it lies in too many.
        """
        if self.depth >= DEEPEST:
            raise ReadError(source, f"an archive within {DEEPEST} others is not opened; unpack it")
        return replace(self, depth=self.depth + 1)


Reader = Callable[[BinaryIO, str, Reading], Found]


def read_whole(stream: BinaryIO, source: str, largest: int | None = None) -> bytes:
    """All bytes of a file.

    Raises:
        ReadError: If there are too many.
    """
    most = LARGEST if largest is None else largest
    content = stream.read(most + 1)
    if len(content) > most:
        raise ReadError(source, f"larger than {most // 1024**2} MB; split it")
    return content


def stem_of(source: str) -> str:
    """The name of a file without folder and ending."""
    return PurePosixPath(source).stem


def identify(source: str, *parts: str | None) -> str:
    """A stable id for one of many documents of a file: the same wherever in the file it comes to stand."""
    content = "\n".join(part or "" for part in parts).encode("utf-8", "replace")
    return f"{stem_of(source)}-{hashlib.blake2b(content, digest_size=5).hexdigest()}"
