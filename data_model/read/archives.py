"""Files packed together: `.zip` and `.gz`. Nothing is written to disk, nor unpacked beyond limits."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections import Counter
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO

from data_model.errors import ReadError
from data_model.read.formats import is_passed_over, read_stream
from data_model.read.packages import is_bomb
from data_model.read.published import TextNote
from data_model.read.reading import LARGEST, Found, Reading

MOST_FILES, MOST_BYTES = 100_000, 20 * 1024**3
_ENCRYPTED, _UTF_8 = 0x1, 0x800
# What a zip of a Mac brings along.
_RESOURCES = "__MACOSX"
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError)


def read_zip(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The documents of the files in a zip, in the order of their names, each as if it lay in a folder."""
    inside = reading.deeper(source)
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        raise ReadError(source, f"damaged: not a whole zip file ({error})") from None
    passed: Counter[str] = Counter()
    unpacked = found = 0
    with archive:
        members = sorted(
            (one for one in archive.infolist() if not one.is_dir()), key=lambda one: one.filename
        )
        for member in members[:MOST_FILES]:
            name = _shown(member)
            if name.split("/")[0] == _RESOURCES or PurePosixPath(name).name.startswith("."):
                continue
            unpacked += member.file_size
            if unpacked > MOST_BYTES:
                yield ReadError(
                    source, f"unpacks to more than {MOST_BYTES // 1024**3} GB; not read from {name!r} on"
                )
                return
            found += 1
            try:
                content = _unpacked(archive, member, f"{source}/{name}")
            except ReadError as error:
                yield error
                continue
            if is_passed_over(content, name):
                passed[PurePosixPath(name).suffix.lower() or "without an ending"] += 1
            else:
                yield from read_stream(content, f"{source}/{name}", inside)
    if len(members) > MOST_FILES:
        yield ReadError(source, f"holds {len(members):,} files; only {MOST_FILES:,} were read")
    if passed:
        named = ", ".join(f"{number} {ending}" for ending, number in passed.most_common(5))
        reading.on_note(TextNote(source, f"passed over, of no kind that is read: {named}"))
    if not found:
        raise ReadError(source, "the zip file holds no files")


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str) -> BinaryIO:
    if member.flag_bits & _ENCRYPTED:
        raise ReadError(source, "it needs a password; pack it without one")
    if member.file_size > LARGEST:
        raise ReadError(source, f"larger than {LARGEST // 1024**2} MB; unpack and split it")
    if is_bomb(member):
        raise ReadError(source, "unpacks to hundreds of times its size; made to harm, or damaged")
    try:
        with archive.open(member) as opened:
            content = opened.read(LARGEST + 1)  # whatever the directory says its size is
    except RuntimeError as error:
        raise ReadError(source, f"cannot be unpacked: {error}") from None
    except _BROKEN as error:
        raise ReadError(source, f"damaged: cannot be unpacked ({error})") from None
    if len(content) > LARGEST:
        raise ReadError(source, f"larger than {LARGEST // 1024**2} MB; unpack and split it")
    return BytesIO(content)


def _shown(member: zipfile.ZipInfo) -> str:
    """The name of a file in a zip, without ways out of it; many programs write UTF-8 and do not say so."""
    name = member.filename
    if not member.flag_bits & _UTF_8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = member.filename
    parts = (part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."})
    return "/".join(parts) or "without a name"


def read_gzip(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The documents of what was packed by gzip: web archives as they are, anything else unpacked."""
    try:
        with gzip.open(stream) as opened:
            if opened.peek(5).startswith(b"WARC/"):
                from data_model.read.web_archives import read_warc

                stream.seek(0)
                yield from read_warc(stream, source, reading)
                return
            content = opened.read(LARGEST + 1)
    except _BROKEN as error:
        raise ReadError(source, f"damaged: not a whole gzip file ({error})") from None
    if len(content) > LARGEST:
        raise ReadError(source, f"unpacks to more than {LARGEST // 1024**2} MB; unpack and split it")
    yield from read_stream(BytesIO(content), source.removesuffix(".gz"), reading.deeper(source))
