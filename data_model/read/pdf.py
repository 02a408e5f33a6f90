"""PDF to a document, by pdfium, or by pypdf where pdfium fails: lines put together to paragraphs.

What a PDF says of itself is a weak sign: the day it was made is an upper bound, never the publication. A page
without text is said to be lost, and a file of nothing but such pages is refused with the way out.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO

from data_model.errors import ReadError
from data_model.read.made import bound_of, day_of_stamp, title_of_file
from data_model.read.page_lines import Line, Page, join_pages
from data_model.read.published import TextNote
from data_model.read.reading import Found, Reading, read_whole, stem_of
from data_model.values import Document, Partial

MOST_PAGES = 2000
# CPU seconds after which no further page is begun: less than what ends the process.
SECONDS = 10.0
NO_TEXT = (
    "none of its pages holds text, only pictures; make it a PDF with text first (OCR, for example ocrmypdf)"
)
_PASSWORD = "it needs a password; save a copy without one"  # noqa: S105 - it is none
# What a browser prints over and under a page: when it was printed, its address and the number of the page.
_PRINTED = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?\b\s*")
_PRINTED_ADDRESS = re.compile(r"^((?:https?|file)://\S+)(?: \d+/\d+)?$")
_BROWSERS = ("Skia/PDF", "cairo", "Mozilla", "Qt")
_LINE_HEIGHT = 12.0  # points, where none is told


def read_pdf(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The document of a PDF, by pdfium; what it cannot open pypdf may."""
    from pypdfium2 import PdfDocument, PdfiumError

    content = read_whole(stream, source)
    try:
        opened = PdfDocument(content)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(source, _PASSWORD) from None
        yield from read_pdf_again(BytesIO(content), source, reading)
        return
    with opened:
        facts = opened.get_metadata_dict()
        document = _document(_pages_of_pdfium(opened), len(opened), facts, source)
        attached, has_form = opened.count_attachments(), opened.get_formtype()
    if attached:
        reading.on_note(TextNote(source, f"{attached} files attached to it were left out"))
    yield _with_form(document, content) if has_form else document


def _with_form(document: Document, content: bytes) -> Document:
    """The document with what was filled in: that is no text of its pages."""
    from pypdf import PdfReader

    try:
        told = PdfReader(BytesIO(content), strict=False).get_form_text_fields()
    except Exception as error:  # noqa: BLE001 - a damaged form must not cost the text
        lost = Partial(f"its form is damaged: {_said(error)}", "form")
        return replace(document, partial=(*document.partial, lost))
    lines = [f"{name}: {words}" for name, words in told.items() if words and str(words) not in document.text]
    return replace(document, text="\n\n".join((document.text, *lines)))


def read_pdf_again(stream: BinaryIO, source: str, _reading: Reading) -> Found:
    """The document of a PDF, by pypdf: slower, and it ends of nothing."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        opened = PdfReader(BytesIO(read_whole(stream, source)), strict=False)
        if opened.is_encrypted and not opened.decrypt(""):
            raise ReadError(source, _PASSWORD)
        number = len(opened.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise ReadError(source, f"not a PDF that can be opened: {_said(error)}") from None
    facts = {str(name).lstrip("/"): str(value) for name, value in (opened.metadata or {}).items()}
    yield _document(_pages_of_pypdf(opened), number, facts, source)


def _document(
    pages: Iterator[Page | Partial], number: int, facts: Mapping[str, str], source: str
) -> Document:
    """The document of the pages that hold text, with what the others lost."""
    begun = time.process_time()
    read: list[Page] = []
    lost: list[Partial] = []
    for place, page in enumerate(pages, start=1):
        if isinstance(page, Partial):
            lost.append(page)
        else:
            read.append(page)
        late = time.process_time() - begun > SECONDS
        if place < number and (late or place == MOST_PAGES):
            why = (
                "reading on would take too long" if late else f"only the first {MOST_PAGES:,} pages are read"
            )
            lost.append(Partial(why, f"pages {place + 1}–{number}"))
            break
    if not any(page.lines for page in read):
        reasons = {one.reason for one in lost}
        raise ReadError(
            source, NO_TEXT if reasons <= {_PICTURE} else f"no page can be read: {lost[0].reason}"
        )
    url, shown = None, read
    if facts.get("Producer", "").startswith(_BROWSERS):
        title = title_of_file(facts.get("Title")) or ""
        url, shown = _address(read), [_without_print(page, title) for page in read]
    text = join_pages(shown)
    stamps = [day_of_stamp(facts.get(name)) for name in ("CreationDate", "ModDate")]
    return Document(
        id=stem_of(source),
        text=text,
        source=source,
        title=title_of_file(facts.get("Title")),
        url=url,
        published=bound_of(stamps, text),
        partial=tuple(lost),
    )


_PICTURE = "the page holds no text, only a picture; OCR could read it"


def _pages_of_pdfium(opened: Any) -> Iterator[Page | Partial]:  # noqa: ANN401 - pypdfium2 ships no types
    from pypdfium2 import PdfiumError

    for number in range(len(opened)):
        try:
            page = opened[number]
        except PdfiumError as error:
            yield Partial(f"the page is damaged: {_said(error)}", f"page {number + 1}")
            continue
        shown = page.get_textpage()
        lines = tuple(_lines_of_pdfium(shown))
        pictures = not lines and any(page.get_objects(max_depth=2))
        height = page.get_height()
        shown.close()
        page.close()
        # An empty page loses nothing.
        yield Partial(_PICTURE, f"page {number + 1}") if pictures else Page(lines, height)


def _lines_of_pdfium(shown: Any) -> Iterator[Line]:  # noqa: ANN401
    text = shown.get_text_range() if shown.count_chars() else ""
    last = shown.count_chars() - 1
    for found in re.finditer(r"[^\r\n]+", text):
        words = found[0].strip()
        if words.strip("\0\ufffe "):
            begin, end = min(found.start(), last), min(found.end() - 1, last)
            left, bottom, right, top = shown.get_charbox(begin, loose=True)
            if end > begin:
                right = max(right, shown.get_charbox(end, loose=True)[2])
            yield Line(words.replace("\0", ""), left, right, bottom, top)


def _pages_of_pypdf(opened: Any) -> Iterator[Page | Partial]:  # noqa: ANN401 - as above
    for number, page in enumerate(opened.pages, start=1):
        try:
            text = page.extract_text()
        except Exception as error:  # noqa: BLE001 - one damaged page must not cost the others
            yield Partial(f"the page is damaged: {_said(error)}", f"page {number}")
            continue
        lines = [" ".join(line.split()) for line in text.split("\n")]
        height = _LINE_HEIGHT * (len(lines) + 20)
        # No places are told: a letter counts as half a line's height, an empty line is a gap.
        placed = (
            Line(line, 0.0, len(line) * _LINE_HEIGHT / 2, top - _LINE_HEIGHT, top)
            for place, line in enumerate(lines)
            if line and (top := height - _LINE_HEIGHT * (place + 10))
        )
        found = tuple(placed)
        yield Page(found, height) if found else Partial(_PICTURE, f"page {number}")


def _address(pages: Sequence[Page]) -> str | None:
    """The address a browser printed under the pages."""
    found = (_PRINTED_ADDRESS.match(line.text) for page in pages[:1] for line in page.lines)
    return next((one[1] for one in found if one and one[1].startswith("http")), None)


def _without_print(page: Page, title: str) -> Page:
    """The page without what a browser printed around it: the day of printing is none of its text."""
    kept = []
    for line in page.lines:
        stamp = _PRINTED.match(line.text)
        rest = line.text[stamp.end() :] if stamp else line.text
        if not _PRINTED_ADDRESS.match(rest) and not (stamp and rest in {"", title}):
            kept.append(Line(rest, line.left, line.right, line.bottom, line.top))
    return Page(tuple(kept), page.height)


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
