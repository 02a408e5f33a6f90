"""Web archives: WARC, and WACZ, which is a zip of them. Each page is a document."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any, BinaryIO

import orjson

from data_model.errors import ReadError
from data_model.read.formats import read_stream
from data_model.read.pages import declared_encoding
from data_model.read.published import TextNote
from data_model.read.reading import LARGEST, Found, Reading, identify
from data_model.read.saved_pages import Saved, saving_day, with_saved
from data_model.values import Document, Partial

# What may be a document; the rest (pictures, scripts, styles) belongs to the look of pages.
_READ = (
    "text/html", "application/xhtml+xml", "application/pdf", "text/plain", "application/rtf", "text/markdown",
    "application/vnd.openxmlformats", "application/vnd.oasis.opendocument", "application/msword",
)  # fmt: skip
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
_FOUND, _CUT = 200, "damaged: the web archive breaks off in the middle of it"
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError)


def read_warc(stream: BinaryIO, source: str, reading: Reading, pages: frozenset[str] = frozenset()) -> Found:
    """The documents of a web archive, packed or not.

    Args:
        stream: The archive; it is read piece by piece.
        source: What it is known by.
        reading: How to read it.
        pages: The addresses that are pages, where somebody said which; all that may be are read if not.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    inside = reading.deeper(source)
    number = others = failed = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            if not _is_page(record, address, pages):
                others += record.rec_type in {"response", "resource"}
                failed += _status(record) >= 400  # noqa: PLR2004 - HTTP's errors
                continue
            yield from _read_page(record, address.strip("<>"), source, inside)
    except (ArchiveLoadFailed, *_BROKEN) as error:
        why = " ".join(str(error).split())[:200]
        yield ReadError(source, f"damaged behind record {number}: {why}; what stands before is read")
    if not number:
        raise ReadError(source, "the web archive holds no records")
    if others:
        missing = f"; {failed} of them the server did not find" if failed else ""
        reading.on_note(TextNote(source, f"{others} records that are no pages were left out{missing}"))


def read_wacz(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The documents of a packed web archive: of the pages it lists, or of all that may be pages."""
    try:
        with zipfile.ZipFile(stream) as archive:
            names = [name for name in archive.namelist() if name.startswith("archive/")]
            pages = frozenset(_listed(archive))
            for name in sorted(name for name in names if name.endswith((".warc.gz", ".warc"))):
                with archive.open(name) as opened:
                    # warcio winds nothing back, and a zip hands out no more than is asked for.
                    yield from read_warc(opened, f"{source}/{name}", reading, pages)  # type: ignore[arg-type]
    except _BROKEN as error:
        raise ReadError(source, f"damaged: not a whole web archive ({error})") from None
    if not names:
        raise ReadError(source, "holds no web archive")


def _listed(archive: zipfile.ZipFile) -> Iterator[str]:
    """The addresses of the pages of a WACZ."""
    for name in ("pages/pages.jsonl", "pages/extraPages.jsonl"):
        with suppress(KeyError):
            for line in archive.read(name).splitlines():
                with suppress(orjson.JSONDecodeError):
                    page = orjson.loads(line)
                    if isinstance(page, dict) and isinstance(page.get("url"), str):
                        yield page["url"]


def _is_page(record: Any, address: str, pages: frozenset[str]) -> bool:  # noqa: ANN401 - as below
    if record.rec_type not in {"response", "resource"} or not address.strip("<>").startswith(
        ("http", "file")
    ):
        return False
    if pages and address not in pages:
        return False
    return _status(record) in {0, _FOUND} and _content_type(record).startswith(_READ)


def _status(record: Any) -> int:  # noqa: ANN401 - warcio ships no types
    """What the server answered, 0 where there was none."""
    code = record.http_headers.get_statuscode() if record.http_headers else ""
    return int(code) if code and code.isdecimal() else 0


def _content_type(record: Any) -> str:  # noqa: ANN401
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").lower()


def _read_page(record: Any, address: str, source: str, reading: Reading) -> Found:  # noqa: ANN401
    place = f"{source}, {address}"
    content = record.content_stream().read(LARGEST + 1)
    if len(content) > LARGEST:
        yield ReadError(place, f"larger than {LARGEST // 1024**2} MB")
        return
    # What the record says it still holds, and the archive does not.
    lost = (Partial(_CUT, "its end"),) if getattr(record.raw_stream, "limit", 0) else ()
    if lost and not content:
        yield ReadError(place, _CUT)
        return
    written = record.rec_headers.get_header("WARC-Date") or ""
    saved = Saved(address if address.startswith("http") else None, _day(written))
    for one in read_stream(BytesIO(_decoded(content, _content_type(record))), place, reading):
        if isinstance(one, Document):
            # The same address may have been saved more than once.
            document = replace(
                one,
                id=identify(source, address, written[:10]),
                source=source,
                url=None,
                partial=(*one.partial, *lost),
            )
            yield with_saved(document, saved)
        else:
            yield one


def _decoded(content: bytes, content_type: str) -> bytes:
    """A page in UTF-8 where only the server said what it was written in."""
    charset = _CHARSET.search(content_type)
    if not charset or not content_type.startswith("text/") or declared_encoding(content):
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        with suppress(LookupError):
            return content.decode(charset[1], "replace").encode("utf-8")
    return content


def _day(written: str) -> date | None:
    return saving_day(written)
