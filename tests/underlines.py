"""A text with its events drawn beneath the lines that tell them: what a failing golden test prints."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from data_model import Document, Event, Normalized

WIDTH = 110


def draw_underlines(document: Document, normalized: Normalized) -> str:
    """Each line of the text, and under the words an event rests on `~~~~ main meeting 2023-06-01`."""
    return "\n".join(_lines(document, normalized))


def _lines(document: Document, normalized: Normalized) -> Iterator[str]:
    yield f"{normalized.id}: written {normalized.document_date.edtf}"
    at = 0
    for paragraph in document.text.splitlines(keepends=True):
        for start, stop in _wrapped(paragraph.rstrip("\n"), at):
            yield document.text[start:stop]
            yield from _marks(normalized.events, start, stop)
        at += len(paragraph)


def _wrapped(paragraph: str, at: int) -> Iterator[tuple[int, int]]:
    """Offsets of lines no wider than the page, cut at blanks."""
    pieces = textwrap.wrap(
        paragraph,
        WIDTH,
        drop_whitespace=False,
        replace_whitespace=False,
        expand_tabs=False,
        break_on_hyphens=False,
    )
    for piece in pieces:
        yield at, at + len(piece)
        at += len(piece)


def _marks(events: tuple[Event, ...], start: int, stop: int) -> Iterator[str]:
    for event in events:
        for evidence in event.evidence:
            left, right = max(evidence.start, start), min(evidence.stop, stop)
            if left < right:
                named = "main " if event.main else ""
                label = f" {named}{event.type} {event.date.edtf}" if right == min(evidence.stop, stop) else ""
                yield " " * (left - start) + "~" * (right - left) + label
