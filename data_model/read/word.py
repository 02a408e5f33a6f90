"""Word's `.docx`: what its body, tables, text boxes, notes, headers and footers say.

Read as a stream with lxml: python-docx takes twenty times as long and passes over notes, boxes and headers;
kreuzberg, tried too, passes over headers and weighs 98 MB.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from typing import BinaryIO

from data_model.errors import ReadError
from data_model.read.flow import Flow
from data_model.read.made import bound_of, day_of_stamp, title_of_file
from data_model.read.packages import open_package, read_facts, read_part, tell_xml
from data_model.read.published import TextNote
from data_model.read.reading import Found, Reading, read_whole, stem_of
from data_model.values import Document, Partial

_MAIN, _REMARKS, _FACTS = "word/document.xml", "word/comments.xml", "docProps/core.xml"
_BEHIND = re.compile(r"word/(?:footnotes|endnotes|header\d*|footer\d*)\.xml")
# A text box is written twice: as it is, and for older programs.
_TWICE, _ELSEWHERE = "Fallback", "altChunk"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The document of a Word file."""
    with open_package(read_whole(stream, source), source) as package:
        walk = _Walk()
        names = package.namelist()
        for name in (_MAIN, *sorted(name for name in names if _BEHIND.fullmatch(name))):
            _read(package, name, source, walk)
        text, lost = walk.flow.text(), tuple(walk.lost)
        if not text:
            raise ReadError(source, lost[0].reason if lost else "it holds no words")
        if _REMARKS in names:
            reading.on_note(
                TextNote(source, "remarks at its margin are no part of the text and were left out")
            )
        facts = read_facts(package, _FACTS, source)
    stamps = [day_of_stamp(facts.get(name)) for name in ("created", "modified")]
    title = title_of_file(facts.get("title"))
    yield Document(stem_of(source), text, source, title, published=bound_of(stamps, text), partial=lost)


def _read(package: zipfile.ZipFile, name: str, source: str, walk: _Walk) -> None:
    """Add what a part says; what stands before a damage is read."""
    walk.part = name
    if name != _MAIN:
        walk.flow.begin_note()
    try:
        content = read_part(package, name, source)
        if content is None:
            walk.lost.append(Partial("damaged: it has no main part", name))
        else:
            tell_xml(content, walk, source, name)
    except ReadError as error:
        walk.lost.append(Partial(error.why, name))
    walk.close_part()


class _Walk:
    """Adds what the elements of Word's parts say to a flow."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.lost: list[Partial] = []
        self.part = _MAIN
        self._skipped = 0
        self._words = 0  # in how many elements of words

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        del attributes
        self._skipped += tag == _TWICE
        if self._skipped:
            return
        if tag == "p":
            self.flow.begin_paragraph()
        elif tag == "tr":
            self.flow.begin_row()
        elif tag == "tc":
            self.flow.begin_cell()
        elif tag == "t":
            self._words += 1
        elif tag in _BREAKS:
            self.flow.add(_BREAKS[tag])
        elif tag == _ELSEWHERE:
            self.lost.append(Partial("a file embedded in it is not read", self.part))

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == _TWICE:
            self._skipped -= 1
        elif not self._skipped:
            self._words -= tag == "t"
            if tag == "p":
                self.flow.end_paragraph()
            elif tag == "tr":
                self.flow.end_row()

    def add(self, words: str) -> None:
        """Words between."""
        if self._words and not self._skipped:
            self.flow.add(words)

    def close_part(self) -> None:
        """A part is over, perhaps in the middle of a paragraph."""
        self._skipped = self._words = 0
        self.flow.close(note=self.part != _MAIN)
