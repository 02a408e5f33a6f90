"""The running text of an office document: paragraphs, rows of cells, notes at its end."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\xa0]+")


class Flow:
    """Collects what a document says, in the order it says it, as lines of text.

    A paragraph is a line, a row of a table is one: its first cell, a colon, the others, as a chronology is
    written ("4 June 2019: Ministers met; Vienna"). Notes stand at the end, each a line.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._notes: list[str] = []
        self._open: list[list[str]] = []  # paragraphs, the inner last: a text box stands in one
        self._rows: list[list[list[str]]] = []  # tables in tables: rows of cells of paragraphs
        self._in_note = 0

    def add(self, words: str | None) -> None:
        """Words of the paragraph that is open, if one is."""
        if words and self._open:
            self._open[-1].append(words)

    def begin_paragraph(self) -> None:
        """A paragraph begins, perhaps inside another."""
        self._open.append([])

    def end_paragraph(self) -> None:
        """The paragraph is over; a break inside makes two lines of it."""
        words = "".join(self._open.pop()) if self._open else ""
        for line in words.split("\n"):
            self._put(_SPACES.sub(" ", line).strip())

    def _put(self, line: str) -> None:
        if not line:
            return
        if self._in_note:
            self._notes.append(line)
        elif self._rows and self._rows[-1]:
            self._rows[-1][-1].append(line)
        else:
            self._lines.append(line)

    def begin_row(self) -> None:
        """A row of a table begins."""
        self._rows.append([])

    def begin_cell(self) -> None:
        """A cell of the row begins."""
        if self._rows:
            self._rows[-1].append([])

    def end_row(self) -> None:
        """The row is over."""
        if self._rows:
            self._put(join_cells([" ".join(cell) for cell in self._rows.pop()]))

    def begin_note(self) -> None:
        """What follows is a note: it is kept apart."""
        self._in_note += 1

    def end_note(self) -> None:
        """The note is over."""
        self._in_note = max(self._in_note - 1, 0)

    def close(self, *, note: bool = False) -> None:
        """A part is over: what was not closed in it is; so is the note it was."""
        while self._open:
            self.end_paragraph()
        while self._rows:
            self.end_row()
        self._in_note = 0 if note else self._in_note

    def text(self) -> str:
        """All of it, with an empty line between paragraphs."""
        # A header or footer that is there for first, odd and even pages is said once.
        return "\n\n".join((*self._lines, *dict.fromkeys(self._notes)))


def join_cells(cells: list[str]) -> str:
    """The cells of a row as one line."""
    filled = [cell for cell in cells if cell]
    return f"{filled[0]}: {'; '.join(filled[1:])}" if len(filled) > 1 else "".join(filled)
