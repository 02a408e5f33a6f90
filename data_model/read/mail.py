"""Mails (`.eml`), boxes of them (`.mbox`) and pages a browser saved as one (`.mhtml`).

A mail is published on its own day, and its attachments are documents of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import BinaryIO

from data_model.errors import ReadError
from data_model.read.decoding import decode
from data_model.read.formats import read_stream
from data_model.read.pages import read_page
from data_model.read.published import ReadNote, TextNote
from data_model.read.reading import LARGEST, Found, Reading, identify, read_whole, stem_of
from data_model.read.saved_pages import Saved, saving_day, with_saved
from data_model.read.wrapped import unwrap
from data_model.values import Document, Partial

_FROM_LINE = re.compile(rb"From \S+.*\d{4}\s*$|From - ")
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_SEALED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"))
_LONGEST_LINE, _LONGEST_ID = 1024 * 1024, 200
# A mail's plain part is its text unless it only says where to see the other one.
_LITTLE = 5
MOST_PARTS = 2000


def read_mail(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The document of a mail, and those attached to it."""
    yield from _read_message(read_whole(stream, source), source, source, reading)


def read_mbox(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The documents of a box of mails; one that cannot be read costs no other."""
    for number, content in enumerate(_messages(stream), start=1):
        place = f"{source}, mail {number}"
        try:
            if len(content) > LARGEST:
                yield ReadError(place, f"larger than {LARGEST // 1024**2} MB")
            else:
                yield from _read_message(content, place, source, reading)
        except ReadError as error:
            yield ReadError(place, error.why)
        except Exception as error:  # noqa: BLE001 - the library fails on odd headers in odd ways
            yield ReadError(place, f"damaged: {' '.join(str(error).split())[:200] or type(error).__name__}")


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """Each mail of a box: what begins with a line "From … year" behind an empty one."""
    held: list[bytes] = []
    size, empty, begins = 0, True, True
    while line := stream.readline(_LONGEST_LINE):
        if empty and begins and _FROM_LINE.match(line):
            if held:
                yield _ESCAPED_FROM.sub(rb"\1", b"".join(held))
            held, size = [], 0
        elif size <= LARGEST:
            held.append(line)
            size += len(line)
        begins = line.endswith(b"\n")
        empty = begins and not line.strip()
    if held and b"".join(held).strip():
        yield _ESCAPED_FROM.sub(rb"\1", b"".join(held))


def _read_message(content: bytes, place: str, source: str, reading: Reading) -> Found:
    if content.lower().count(b"\ncontent-type:") > MOST_PARTS:
        raise ReadError(place, f"the mail has more than {MOST_PARTS:,} parts")
    message = BytesParser(policy=policy.default).parsebytes(content)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    yield from _read_parsed(message, place, source, reading)


def _read_parsed(message: EmailMessage, place: str, source: str, reading: Reading) -> Found:
    if message.get_content_type() in _SEALED:
        raise ReadError(place, "the mail is encrypted; save it decrypted")
    if _is_page(message):
        yield _saved_page(message, source, reading)
        return
    document = _document(message, place, source, reading)
    attached = list(_attachments(message))
    if document is not None:
        yield document
    elif not attached:
        raise ReadError(place, "the mail holds no words")
    for part in attached:
        yield from _read_attached(part, place, reading)


def _document(message: EmailMessage, place: str, source: str, reading: Reading) -> Document | None:
    """The mail itself, None of one that only brings something."""
    text, url = _body(message, source)
    if not text.strip():
        return None
    title = _header(message, "Subject")
    number = _header(message, "Message-ID").strip("<> ")[:_LONGEST_ID]
    own = stem_of(source) if place == source else ""
    return Document(
        id=own or number or identify(source, title, _header(message, "Date"), text),
        text=text,
        source=source,
        title=title or None,
        url=url,
        published=_published(message, place, reading),
        partial=_lost(message),
    )


def _body(message: EmailMessage, source: str) -> tuple[str, str | None]:
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    text = unwrap(_words(plain, source).replace("\r\n", "\n")) if plain else ""
    if page is None:
        return text, None
    try:
        shown = read_page(_words(page, source), source, lambda _note: None)
    except ReadError:
        return text, None
    # A plain part that says next to nothing only leads to the other.
    return (text, shown.url) if len(text) * _LITTLE > len(shown.text) else (shown.text, shown.url)


def _words(part: object, source: str) -> str:
    """The letters of a part, whatever it says they are."""
    assert isinstance(part, EmailMessage)  # noqa: S101 - what this policy makes
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    return decode(content, source, (part.get_content_charset() or "").replace("utf-16", "utf-8"))[0]


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except Exception:  # noqa: BLE001 - the library fails on odd headers in odd ways
        return ""


def _published(message: EmailMessage, place: str, reading: Reading) -> date | None:
    written = _header(message, "Date")
    if not written:
        return None
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, OverflowError):
        reading.on_note(ReadNote(place, "Date", written, "expected the time of a mail"))
        return None


def _lost(message: EmailMessage) -> tuple[Partial, ...]:
    """What the library says is wrong with how the mail is put together, where that costs words."""
    broken = {type(defect).__name__ for part in _walk(message) for defect in part.defects}
    return (
        (Partial("damaged: the mail breaks off before its last part", "its end"),)
        if {"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect"} & broken
        else ()
    )


def _walk(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in message.walk():
        if isinstance(part, EmailMessage):
            yield part


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    """What is attached; pictures within the text are part of its look."""
    if not message.is_multipart():
        return
    for part in message.iter_attachments():
        if part.get_content_maintype() != "image":
            yield part


def _read_attached(part: EmailMessage, place: str, reading: Reading) -> Found:
    name = (part.get_filename() or "attachment").replace("/", "_")
    where = f"{place}/{name}"
    try:
        inside = reading.deeper(where)
        if part.get_content_type() == "message/rfc822":
            for carried in part.iter_parts():
                if isinstance(carried, EmailMessage):
                    yield from _read_parsed(carried, where, where, inside)
            return
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        if not content.strip():
            reading.on_note(TextNote(where, "the attachment is empty"))
            return
        yield from read_stream(BytesIO(content), where, inside)
    except ReadError as error:
        yield ReadError(where, error.why)


def _is_page(message: EmailMessage) -> bool:
    """Whether a browser saved a page in this form."""
    related = message.get_content_type() == "multipart/related"
    return related and ("Snapshot-Content-Location" in message or not {"Message-ID", "Received"} & {*message})


def _saved_page(message: EmailMessage, source: str, reading: Reading) -> Document:
    pages = (part for part in _walk(message) if part.get_content_type() == "text/html")
    page = next(pages, None)
    if page is None:
        raise ReadError(source, "the saved page holds no page")
    address = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    saved = Saved(address if address.startswith("http") else None, saving_day(_header(message, "Date")))
    document = with_saved(read_page(_words(page, source), source, reading.on_note), saved)
    return replace(document, partial=_lost(message))
