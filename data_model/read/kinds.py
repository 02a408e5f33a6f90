"""What a file is, by its first few thousand bytes; its ending decides only between kinds of plain text."""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePosixPath
from typing import BinaryIO

from data_model.read.columns import is_usual
from data_model.read.decoding import letters_of

HEAD = 8192
# The first bytes of kinds that have such; "office" and "zip" are looked into further.
_MAGIC = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x1f\x8b", "gzip"), (b"WARC/", "warc"), (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"), (b"II*\0", "picture"),
    (b"MM\0*", "picture"), (b"BM", "picture"), (b"AT&TFORM", "picture"),
    (b"7z\xbc\xaf", "packed"), (b"Rar!", "packed"), (b"BZh", "packed"), (b"\xfd7zXZ", "packed"),
    (b"\x28\xb5\x2f\xfd", "packed"), (b"!BDN", "outlook"), (b"PAR1", "database"),
    (b"SQLite format 3\0", "database"),
)  # fmt: skip
# What a zip is by a file in it, as the formats prescribe.
_PARTS = (
    ("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsx"),
    ("ppt/presentation.xml", "slides"), ("datapackage.json", "wacz"),
)  # fmt: skip
_MIMETYPES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "xlsx",
    "application/vnd.oasis.opendocument.presentation": "slides",
}
# Names of streams in the older Office files, in the UTF-16 they are written in.
_STREAMS = (
    ("EncryptedPackage", "sealed"),
    ("__substg1.0_", "outlook"),
    ("Workbook", "xlsx"),
    ("Book", "xlsx"),
    ("WordDocument", "doc"),
)
_OLE_HEAD = 4 * 1024 * 1024

_MBOX = re.compile(r"From \S+.*\b\d{4}\r?\n[!-9;-~]+:")
_FIELD = re.compile(r"([!-9;-~]+):[ \t]*[^\n]*\n(?:[ \t][^\n]*\n)*", re.ASCII)
# A printed letter may begin "From: …, Date: …"; a mail that was sent has one of these.
_SENT = frozenset(
    ("received", "message-id", "mime-version", "return-path", "delivered-to", "content-type", "x-mailer")
)
_WRITTEN = frozenset(("from", "date", "subject", "to"))
_ROOT = re.compile(
    r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>)*<([A-Za-z_][\w.:-]*)", re.DOTALL
)
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_ROOTS = {
    "rss": "feed", "feed": "feed", "rdf:RDF": "feed", "RDF": "feed", "office:document": "odt", "html": "page",
    "HTML": "page",
}  # fmt: skip
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]\"])")
_RIS = re.compile(r"\s*TY  - \S")

# A table without an ending that says so: at least three columns, in its first lines.
_DELIMITERS, _TABLE_LINES, _FEWEST_CELLS = ("\t", ";", ","), 5, 2

_BY_ENDING = {
    ".txt": "text", ".md": "text", ".markdown": "text", ".html": "page", ".htm": "page", ".xhtml": "page",
    ".jsonl": "records", ".ndjson": "records", ".json": "json", ".csv": "table", ".tsv": "table",
    ".tab": "table", ".eml": "mail", ".mhtml": "mail", ".mht": "mail", ".mbox": "mbox", ".ris": "ris",
}  # fmt: skip
_PLAIN = frozenset((".txt", ".md", ".markdown"))


def tell_kind(stream: BinaryIO, name: str) -> str:
    """The kind of a file, as named in `formats`; "binary" and "words" where nothing is known of it.

    Args:
        stream: The file, at its beginning, where it is left.
        name: Its name: the ending counts where the content may be of several kinds.
    """
    head = stream.read(HEAD)
    stream.seek(0)
    ending = PurePosixPath(name).suffix.lower()
    if b"%PDF-" in head[:1024]:
        return "pdf"
    magic = next((kind for sign, kind in _MAGIC if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(sign)), "")
    if magic == "picture" and head.startswith(b"BM") and letters_of(head) is not None:
        magic = ""  # two letters that also begin words
    if magic == "zip":
        return _in_zip(stream)
    if magic == "ole":
        return _in_ole(stream)
    text = None if magic else letters_of(head)
    if text is None:
        # Bytes that spoil a text are named by whoever reads texts.
        return magic or ("text" if ending in _BY_ENDING else "binary")
    return _of_text(text, ending)


def _in_zip(stream: BinaryIO) -> str:
    try:
        with zipfile.ZipFile(stream) as archive:
            names = frozenset(archive.namelist())
            kind = next((kind for part, kind in _PARTS if part in names), "zip")
            if kind == "zip" and "mimetype" in names:
                with archive.open("mimetype") as written:
                    kind = _MIMETYPES.get(written.read(200).decode("ascii", "replace").strip(), "zip")
            return kind
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        return "zip"  # whoever opens it says what is wrong
    finally:
        stream.seek(0)


def _in_ole(stream: BinaryIO) -> str:
    content = stream.read(_OLE_HEAD)
    stream.seek(0)
    return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in content), "binary")


def _of_text(text: str, ending: str) -> str:
    if _MBOX.match(text):
        return "mbox"
    if _is_mail(text, ending):
        return "mail"
    if _PAGE.match(text):
        return "page"
    if kind := _of_markup(text.lstrip(), ending):
        return kind
    if _RIS.match(text):
        return "ris"
    if ending not in _PLAIN and _JSON.match(text):
        return "records" if ending in {".jsonl", ".ndjson"} else "json"
    return _BY_ENDING.get(ending) or ("table" if _is_table(text) else "words")


def _is_table(text: str) -> bool:
    """Whether the first line holds a usual name of a column, and the next ones as many cells."""
    lines = [line for line in text.splitlines()[:_TABLE_LINES] if line.strip()]
    for sign in _DELIMITERS if len(lines) > 1 else ():
        names = lines[0].split(sign)
        same = all(line.count(sign) == len(names) - 1 for line in lines[1:-1] or lines[1:])
        if len(names) > _FEWEST_CELLS and same and any(is_usual(name.strip("\"' ")) for name in names):
            return True
    return False


def _of_markup(text: str, ending: str) -> str:
    """The kind of a text of elements by the outermost, "" of any other text."""
    root = _ROOT.match(text) if text.startswith("<") else None
    if root is None:
        return ""
    unknown = "xml" if text.startswith("<?xml") and ending not in _BY_ENDING else ""
    return _ROOTS.get(root[1], unknown)


def _is_mail(text: str, ending: str) -> bool:
    names: set[str] = set()
    place = 0
    while field := _FIELD.match(text, place):
        names.add(field[1].lower())
        place = field.end()
    return bool(names & _WRITTEN) and (_BY_ENDING.get(ending) == "mail" or bool(names & _SENT))
