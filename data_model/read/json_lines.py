"""JSON lines to documents: a record a line; `id`, `text`, perhaps `title`, `url`, `published`, `lang`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import orjson

from data_model.errors import DateError, ReadError
from data_model.read.published import OnNote, ReadNote, read_published
from data_model.values import Document

EXPECTED = 'expected for example {"id": "a1", "text": "…", "published": "2023-06-08"}'
LONGEST_LINE = 16 * 1024 * 1024
_LANGUAGE = re.compile(r"[a-z]{2}")
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
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
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
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise ReadError(place, f"not JSON ({error}); {EXPECTED}") from None
    if not isinstance(record, dict):
        raise ReadError(place, f"not a JSON object; {EXPECTED}")
    identity = record.get("id")
    if isinstance(identity, int) and not isinstance(identity, bool):
        record["id"] = str(identity)
    return Document(
        id=_needed(record, "id", place, _LONGEST_ID),
        text=_needed(record, "text", place),
        source=_optional(record, "source", place) or source,
        title=_optional(record, "title", place),
        url=_optional(record, "url", place),
        published=_published(record, place, on_note),
        language=_language(record, place),
    )


def _needed(record: dict[str, Any], field: str, place: str, longest: int = LONGEST_LINE) -> str:
    value = record.get(field)
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise ReadError(place, f"`{field}` is missing, empty, too long or not text; {EXPECTED}")
    return value


def _optional(record: dict[str, Any], field: str, place: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise ReadError(place, f"`{field}` is not text; {EXPECTED}")
    return value or None


def _published(record: dict[str, Any], place: str, on_note: OnNote) -> date | str | None:
    value = record.get("published")
    try:
        return read_published(value)
    except DateError as error:
        on_note(ReadNote(place, "published", value, str(error)))
        return None


def _language(record: dict[str, Any], place: str) -> str | None:
    value = _optional(record, "lang", place)
    if value and not _LANGUAGE.fullmatch(value):
        raise ReadError(place, f"`lang` is {value!r}; expected two letters such as en or ru")
    return value
