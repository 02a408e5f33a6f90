"""Office files are zips of XML: opened within limits, read as a stream, without entities of their own."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from typing import Protocol

from data_model.errors import ReadError

# What such a file may unpack to, and how much more than what it is packed in; small parts may be all alike.
MOST_BYTES, MOST_RATIO, _SMALL = 256 * 1024**2, 200, 1024**2
MOST_PARTS = 10_000
_ENCRYPTED = 0x1
_PIECE = 65536
# In no XML does this stand for itself; in either way of writing it.
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


def open_package(content: bytes, source: str) -> zipfile.ZipFile:
    """The zip, looked through before anything is unpacked.

    Raises:
        ReadError: If it is damaged, needs a password, or unpacks to more than a document holds.
    """
    try:
        package = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ReadError(source, f"damaged: not a whole file ({error})") from None
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise ReadError(source, f"unpacks to more than {MOST_BYTES // 1024**2} MB or {MOST_PARTS:,} parts")
    for part in parts:
        if part.flag_bits & _ENCRYPTED:
            raise ReadError(source, "it needs a password; save a copy without one")
        if is_bomb(part):
            why = f"its part {part.filename!r} unpacks to more than {MOST_RATIO} times its size"
            raise ReadError(source, f"{why}; made to harm, or damaged")
    return package


def is_bomb(part: zipfile.ZipInfo) -> bool:
    """Whether a part unpacks to far more than any text does."""
    return part.file_size > _SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1)


def read_part(package: zipfile.ZipFile, name: str, source: str) -> bytes | None:
    """A part as it is; None where there is none.

    Raises:
        ReadError: If it is damaged, or defines entities: no office program does.
    """
    try:
        content = package.read(name)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise ReadError(source, f"damaged: its part {name!r} cannot be unpacked ({error})") from None
    if any(sign in content for sign in _DECLARATIONS):
        raise ReadError(source, f"its part {name!r} defines entities of its own, as no office program does")
    return content


class Listener(Protocol):
    """What is told of an XML part: names of elements without their namespace, and the words between."""

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins; attributes by their names without namespace."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def add(self, words: str) -> None:
        """Words, perhaps not all that follow each other."""


def tell_xml(content: bytes, listener: Listener, source: str, name: str) -> None:
    """Tell somebody of a part, element by element; nothing of it is kept.

    Raises:
        ReadError: If it is not well-formed, when all before that place has been told.
    """
    from lxml import etree

    parser = etree.XMLParser(
        target=_Target(listener), resolve_entities=False, no_network=True, huge_tree=True
    )
    try:
        for start in range(0, len(content), _PIECE):
            parser.feed(content[start : start + _PIECE])
        parser.close()
    except etree.XMLSyntaxError as error:
        raise ReadError(source, f"damaged: its part {name!r} breaks off ({error.msg})") from None


class _Target:
    """Takes the namespaces off for the listener."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        bare = {name.rpartition("}")[2]: value for name, value in attributes.items()}
        self._listener.begin(tag.rpartition("}")[2], bare)

    def end(self, tag: str) -> None:
        self._listener.end(tag.rpartition("}")[2])

    def data(self, words: str) -> None:
        self._listener.add(words)

    def close(self) -> None:
        pass


class Facts:
    """A listener that keeps the words of each element, the first of a name: what a file says of itself."""

    def __init__(self) -> None:
        self.told: dict[str, str] = {}
        self._words: list[str] = []

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins: what was said before is none of its words."""
        del tag, attributes
        self._words = []

    def end(self, tag: str) -> None:
        """An element ends."""
        if words := "".join(self._words).strip():
            self.told.setdefault(tag, words)
        self._words = []

    def add(self, words: str) -> None:
        """Words of the element."""
        self._words.append(words)


def read_facts(package: zipfile.ZipFile, name: str, source: str) -> dict[str, str]:
    """What a part says, by the names of its elements; nothing beyond where it is damaged."""
    facts = Facts()
    with suppress(ReadError):
        tell_xml(read_part(package, name, source) or b"", facts, source, name)
    return facts.told
