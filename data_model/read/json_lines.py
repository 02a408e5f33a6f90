"""JSON lines to documents: a record a line; `id`, `text`, perhaps `title`, `url`, `published`, `lang`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from data_model.errors import DateError, ReadError
from data_model.read.published import OnNote, ReadNote, read_published
from data_model.read.tagged import read_tagged
from data_model.values import Document

EXPECTED = 'expected for example {"id": "a1", "text": "…", "published": "2023-06-08"}'
LONGEST_LINE = 16 * 1024 * 1024
_LANGUAGE = re.compile(r"[a-z]{2}(?=$|[-_])")  # "en", and the "en-GB" of a page
# A file that is one list as a whole: its first line ends before the list does.
_LIST = re.compile(rb"\s*\[[^\]\n]*\n")
_NOT_A_NUMBER = re.compile(rb"\b(?:NaN|Infinity)\b")
_LONGEST_ID = 300


def read_json_lines(
    content: bytes, source: str, on_note: OnNote = lambda _note: None
) -> Iterator[Document | ReadError]:
    """The document of each line; a bad line is an error that names it, and the rest goes on.

    Args:
        content: The file.
        source: Its name.
        on_note: Told of a field that could not be read and was left out.
    """
    lines: dict[str, int] = {}
    anything = False
    content = content.removeprefix(b"\xef\xbb\xbf")
    if _LIST.match(content):
        yield ReadError(source, f"one list over many lines, not an object a line; {EXPECTED}")
        return
    for number, line in enumerate(content.split(b"\n"), start=1):
        if not line.strip():
            continue
        anything = True
        place = f"{source}:{number}"
        try:
            document = _read_record(line, place, source, on_note)
        except ReadError as error:
            yield error
            continue
        if (first := lines.setdefault(document.id, number)) == number:
            yield document
        else:
            yield ReadError(place, f"id {document.id!r} is taken by line {first}; expected an id of its own")
    if not anything:
        yield ReadError(source, "the file is empty")


def _read_record(line: bytes, place: str, source: str, on_note: OnNote) -> Document:
    if len(line) > LONGEST_LINE:
        raise ReadError(place, f"the line is longer than {LONGEST_LINE // 1024**2} MB")
    try:
        record = _parse(line)
    except ValueError as error:
        raise ReadError(place, f"not JSON ({error}); {EXPECTED}") from None
    if not isinstance(record, dict):
        raise ReadError(place, f"not a JSON object; {EXPECTED}")
    identity = record.get("id")
    if isinstance(identity, float) and identity.is_integer():
        identity = int(identity)  # a column of numbers with a gap, as tables write it
    if isinstance(identity, int) and not isinstance(identity, bool):
        record["id"] = str(identity)
    optional = _Optional(record, place, on_note)
    title = optional.text("title")
    return Document(
        id=_needed(record, "id", place, _LONGEST_ID),
        text=read_tagged(_needed(record, "text", place)),
        source=optional.text("source") or source,
        title=title and read_tagged(title),
        url=optional.text("url"),
        published=optional.published(),
        language=optional.language(),
    )


def _parse(line: bytes) -> object:
    """JSON, and what Python and pandas write beside it: NaN, Infinity."""
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as error:
        if not _NOT_A_NUMBER.search(line):
            raise
        try:
            found = json.loads(line, parse_constant=lambda _name: None)
            json.dumps(found, ensure_ascii=False).encode("utf-8")  # half a letter is no text
        except RecursionError:
            raise error from None
        return found


def _needed(record: dict[str, Any], field: str, place: str, longest: int = LONGEST_LINE) -> str:
    value = record.get(field)
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise ReadError(place, f"`{field}` is missing, empty, too long or not text; {EXPECTED}")
    return value


@dataclass(frozen=True, slots=True)
class _Optional:
    """The fields beside the text: one that cannot be read is told and left out, its record stays."""

    record: dict[str, Any]
    place: str
    on_note: OnNote

    def text(self, field: str) -> str | None:
        value = self.record.get(field)
        if value is None or isinstance(value, str):
            return value if value and value.strip() else None
        self.on_note(ReadNote(self.place, field, value, "expected text"))
        return None

    def published(self) -> date | str | None:
        value = self.record.get("published")
        try:
            return read_published(value)
        except DateError as error:
            self.on_note(ReadNote(self.place, "published", value, str(error)))
            return None

    def language(self) -> str | None:
        value = self.text("lang")
        code = _LANGUAGE.match((value or "").strip().lower())
        if value and not code:
            self.on_note(ReadNote(self.place, "lang", value, "expected two letters such as en or ru"))
        return code[0] if code else None
