"""OpenDocument text (`.odt`, and the flat `.fodt`): body, tables, notes, headers and footers."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from contextlib import suppress
from typing import BinaryIO

from data_model.errors import ReadError
from data_model.read.flow import Flow
from data_model.read.made import bound_of, day_of_stamp, title_of_file
from data_model.read.packages import Facts, open_package, read_facts, read_part, tell_xml
from data_model.read.published import TextNote
from data_model.read.reading import Found, Reading, read_whole, stem_of
from data_model.values import Document, Partial

_PARAGRAPHS, _CELLS = frozenset(("p", "h")), frozenset(("table-cell", "covered-table-cell"))
_NOTES = frozenset(
    ("note-body", "header", "footer", "header-first", "footer-first", "header-left", "footer-left")
)
# Deleted words and remarks are no part of the text; of a flat file styles, scripts and facts are none either.
_LEFT_OUT = frozenset(("tracked-changes", "annotation", "note-citation", "meta", "scripts", "binary-data"))
_REMARK = "annotation"
_BREAKS = {"tab": "\t", "line-break": "\n"}
_MOST_SPACES = 100


def read_odt(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The document of an OpenDocument text."""
    content = read_whole(stream, source)
    walk, lost = _Walk(), []
    if content.startswith(b"PK"):
        with open_package(content, source) as package:
            if b"encryption-data" in (read_part(package, "META-INF/manifest.xml", source) or b""):
                raise ReadError(source, "it needs a password; save a copy without one")
            for name in ("content.xml", "styles.xml"):
                lost += _read(package, name, source, walk)
            facts = read_facts(package, "meta.xml", source)
    else:
        lost += _tell(content, walk, source, "its only part")
        told = Facts()
        with suppress(ReadError):
            tell_xml(content, told, source, "its only part")
        facts = told.told
    text = walk.flow.text()
    if not text:
        raise ReadError(source, lost[0].reason if lost else "it holds no words")
    if walk.remarks:
        reading.on_note(TextNote(source, "remarks at its margin are no part of the text and were left out"))
    # "date" is when it was saved last.
    stamps = [day_of_stamp(facts.get(name)) for name in ("creation-date", "date")]
    title = title_of_file(facts.get("title"))
    yield Document(
        stem_of(source), text, source, title, published=bound_of(stamps, text), partial=tuple(lost)
    )


def _read(package: zipfile.ZipFile, name: str, source: str, walk: _Walk) -> list[Partial]:
    try:
        content = read_part(package, name, source)
    except ReadError as error:
        return [Partial(error.why, name)]
    if content is None:
        return [Partial("damaged: it has no main part", name)] if name == "content.xml" else []
    return _tell(content, walk, source, name)


def _tell(content: bytes, walk: _Walk, source: str, name: str) -> list[Partial]:
    """Add what a part says; what stands before a damage is read."""
    try:
        tell_xml(content, walk, source, name)
    except ReadError as error:
        return [Partial(error.why, name)]
    finally:
        walk.close_part()
    return []


class _Walk:
    """Adds what the elements of OpenDocument say to a flow."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.remarks = 0
        self._left_out = 0

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.remarks += tag == _REMARK
        self._left_out += tag in _LEFT_OUT
        if self._left_out:
            return
        if tag in _PARAGRAPHS:
            self.flow.begin_paragraph()
        elif tag == "table-row":
            self.flow.begin_row()
        elif tag in _CELLS:
            self.flow.begin_cell()
        elif tag in _NOTES:
            self.flow.begin_note()
        elif tag in _BREAKS:
            self.flow.add(_BREAKS[tag])
        elif tag == "s":
            number = attributes.get("c", "1")
            self.flow.add(" " * min(int(number) if number.isdecimal() else 1, _MOST_SPACES))

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _LEFT_OUT:
            self._left_out -= 1
        elif not self._left_out:
            if tag in _PARAGRAPHS:
                self.flow.end_paragraph()
            elif tag == "table-row":
                self.flow.end_row()
            elif tag in _NOTES:
                self.flow.end_note()

    def add(self, words: str) -> None:
        """Words between: a line break in the file is a space."""
        if not self._left_out:
            self.flow.add(words.replace("\n", " "))

    def close_part(self) -> None:
        """A part is over, perhaps in the middle of a paragraph."""
        self._left_out = 0
        self.flow.close(note=True)
