"""One row a format: what it is called, how its files end, and who reads it or why nobody does.

Adding one: a module beside this one with a function of the type `Reader`, a row here, a sign in `kinds.py`,
a maker in `benchmarks/formats.py` and a test with a file another program wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from os import SEEK_END
from pathlib import PurePosixPath
from typing import BinaryIO

from data_model.errors import DatelineError, ReadError
from data_model.read.apart import read_apart
from data_model.read.kinds import tell_kind
from data_model.read.reading import Found, Reader, Reading


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: What a person calls it.
        endings: How its files usually end, the first for messages.
        reader: Module and function that read it, "" when nobody does.
        refusal: Why nobody does, and the way out.
        apart: From how many bytes on it is read in a process of its own, which a hostile file may end; None
            for never.
    """

    name: str
    endings: tuple[str, ...] = ()
    reader: str = ""
    refusal: str = ""
    apart: int | None = None


# So large a page may cost more than a file should; smaller ones need not begin a process.
_LARGE = 2 * 1024**2
_UNPACK = "unpack it first, or pack it as .zip"
FORMATS = {
    "text": Format("a text", (".txt", ".md", ".markdown"), "texts:read_text"),
    "words": Format("a text", (), "texts:read_text"),
    "page": Format("a web page", (".html", ".htm", ".xhtml"), "texts:read_page_file", apart=_LARGE),
    "records": Format("JSON lines", (".jsonl", ".ndjson"), "json_lines:read_record_lines"),
    "pdf": Format("a PDF", (".pdf",), "pdf:read_pdf", apart=0),
    "pdf again": Format("a PDF", (), "pdf:read_pdf_again", apart=0),
    "docx": Format("a Word file", (".docx", ".docm", ".dotx"), "word:read_docx", apart=0),
    "odt": Format("an OpenDocument text", (".odt", ".fodt", ".ott"), "opendocument:read_odt", apart=0),
    "rtf": Format("an RTF text", (".rtf",), "rich_text:read_rtf", apart=0),
    "mail": Format("a mail", (".eml", ".mhtml", ".mht"), "mail:read_mail"),
    "mbox": Format("a box of mails", (".mbox",), "mail:read_mbox"),
    "table": Format("a table", (".csv", ".tsv", ".tab"), "tables:read_table"),
    "xlsx": Format("a spreadsheet", (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), "tables:read_sheets",
        apart=0),
    "json": Format("JSON", (".json",), "json_files:read_json"),
    "ris": Format("a list of citations", (".ris",), "citations:read_ris"),
    "feed": Format("a feed", (".rss", ".atom", ".rdf"), "feeds:read_feed", apart=_LARGE),
    "zip": Format("a zip file", (".zip",), "archives:read_zip"),
    "gzip": Format("a gzip file", (".gz",), "archives:read_gzip"),
    "warc": Format("a web archive", (".warc",), "web_archives:read_warc"),
    "wacz": Format("a packed web archive", (".wacz",), "web_archives:read_wacz"),
    "doc": Format("an old Word file", (".doc",), refusal="save it as .docx"),
    "slides": Format("slides", (".pptx", ".odp"), refusal="slides are not read; export them as PDF"),
    "outlook": Format("an Outlook file", (".msg", ".pst"),
        refusal="Outlook's own files are not read; save the mail as .eml, or a folder of mails as .mbox"),
    "picture": Format("a picture", (), refusal="a picture holds no text; make it a PDF with text first "
        "(OCR, for example with ocrmypdf)"),
    "packed": Format("an archive", (), refusal=f"this kind of archive is not opened; {_UNPACK}"),
    "database": Format("a database", (), refusal="databases are not read; export the table as .csv"),
    "xml": Format("XML", (), refusal="XML of an unknown kind; expected a feed (RSS, Atom) or a page"),
    "sealed": Format("an office file", (), refusal="it needs a password; save a copy without one"),
    "binary": Format("binary data", (), refusal="not a text but binary data of a kind that is not known"),
}  # fmt: skip
ENDINGS = tuple(ending for one in FORMATS.values() if one.reader for ending in one.endings)
_TAKEN = frozenset(ending for one in FORMATS.values() for ending in one.endings)

# Kinds that are plain by nature: under an unknown ending they may be anything.
_PASSED_OVER = frozenset(("words", "binary", "picture", "xml", "json", "zip", "packed", "database", "mail"))


def _size_of(stream: BinaryIO) -> int:
    size = stream.seek(0, SEEK_END)
    stream.seek(0)
    return size


def read_stream(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The documents of one file, whatever it is; what cannot be read is an error among them.

    Args:
        stream: The file, at its beginning; it can be wound back.
        source: What it is known by.
        reading: How to read it.
    """
    kind = tell_kind(stream, source)
    form = FORMATS[kind]
    ending = PurePosixPath(source).suffix.lower()
    if kind == "words" and ending in _TAKEN:
        yield ReadError(source, f"called {ending}, but it is none: it holds plain text")
        return
    if not form.reader:
        yield ReadError(source, form.refusal)
        return
    try:
        if form.apart is not None and _size_of(stream) >= form.apart:
            yield from read_apart(kind, stream, source, reading)
        else:
            yield from reader_of(kind)(stream, source, reading)
    except ReadError as error:
        yield error
    except DatelineError:
        raise
    except (Exception, RecursionError) as error:  # noqa: BLE001 - a damaged file must not stop the others
        yield ReadError(source, f"cannot be read as {form.name}: {_said(error)}")


def is_passed_over(stream: BinaryIO, name: str) -> bool:
    """Whether a file of a folder is of no kind anybody would want to be read, nor called like one.

    Scripts, styles and pictures of saved pages are; a PDF without an ending is not.
    """
    if PurePosixPath(name).suffix.lower() in _TAKEN:
        return False
    return tell_kind(stream, name) in _PASSED_OVER


def reader_of(kind: str) -> Reader:
    """Who reads a kind: loaded when the first of it comes, for each brings its own library."""
    module, name = FORMATS[kind].reader.split(":")
    found: Reader = getattr(import_module(f"data_model.read.{module}"), name)
    return found


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
