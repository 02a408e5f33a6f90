"""Records of any origin (lines of JSON, rows of a table) to documents, by what their fields mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from typing import Any

from data_model.errors import DateError, ReadError
from data_model.read.columns import Columns, Fields, choose_fields, is_guessed
from data_model.read.presets import Preset, find_preset, read_ready
from data_model.read.published import OnNote, ReadNote, TextNote, order_of, read_published
from data_model.read.reading import Found, Reading, identify
from data_model.read.tagged import read_tagged
from data_model.values import Document

Record = Mapping[str, Any]
Placed = tuple[str, Record]

EXPECTED = 'expected for example {"id": "a1", "text": "…", "published": "2023-06-08"}'
LONGEST_TEXT = 16 * 1024 * 1024
_LANGUAGE = re.compile(r"[a-z]{2}(?=$|[-_])")  # "en", and the "en-GB" of a page
_LONGEST_ID = 300
# So many records are looked at before the first is read.
_SAMPLE = 50
# Records in records are named "article.body", so deep and so many at most.
_DEEPEST, _MOST_FIELDS = 4, 500


def read_records(records: Iterable[Placed | ReadError], source: str, reading: Reading) -> Found:
    """The document of each record; one that cannot be read is an error that names its place.

    Args:
        records: Each with its place ("news.jsonl:3"), and errors met on the way.
        source: The file.
        reading: How to read it.
    """
    waiting = iter(records)
    first = list(islice(waiting, _SAMPLE))
    sample = [_flat(one[1]) for one in first if not isinstance(one, ReadError)]
    if not sample:
        yield from (one for one in chain(first, waiting) if isinstance(one, ReadError))
        return
    names = tuple(dict.fromkeys(name for record in sample for name in record))
    if reading.columns == Columns() and (preset := find_preset(names)):
        reading.on_note(TextNote(source, f"read as events of {preset.name}, as they are told there"))
        yield from _read_all_ready(chain(first, waiting), preset, source)
        return
    filled = tuple(name for name in names if any(_is_filled(record.get(name)) for record in sample))
    try:
        chosen = _choose(filled, sample, reading, source)
    except ReadError as error:
        yield error
        yield from (one for one in chain(first, waiting) if isinstance(one, ReadError))
        return
    day_first = order_of(record.get(chosen.date) for record in sample) if chosen.date else None
    taken: dict[str, str] = {}
    for one in chain(first, waiting):
        if isinstance(one, ReadError):
            yield one
            continue
        place, record = one
        try:
            document = _read_record(_Told(_flat(record), place, reading.on_note, day_first), chosen, source)
        except ReadError as error:
            yield error
            continue
        if (other := taken.setdefault(document.id, place)) == place or _is_made(record, chosen):
            yield document
        else:
            where = other.removeprefix(source).lstrip(":, ")
            yield ReadError(place, f"id {document.id!r} is taken by line {where}; expected an id of its own")


def _is_filled(value: object) -> bool:
    return value is not None and value != ""


def _read_all_ready(records: Iterable[Placed | ReadError], preset: Preset, source: str) -> Found:
    for one in records:
        try:
            yield one if isinstance(one, ReadError) else read_ready(_flat(one[1]), preset, one[0], source)
        except ReadError as error:
            yield error


def _choose(names: tuple[str, ...], sample: list[dict[str, Any]], reading: Reading, source: str) -> Fields:
    chosen = choose_fields(names, sample, reading.columns, source)
    if is_guessed(chosen, reading.columns):
        others = [name for name in names if name not in chosen.described()]
        rest = f"; not read: {', '.join(others[:10])}{' …' if len(others) > 10 else ''}" if others else ""  # noqa: PLR2004
        reading.on_note(TextNote(source, f"columns guessed: {chosen.described()}{rest}"))
    return chosen


def _read_record(told: _Told, chosen: Fields, source: str) -> Document:
    """The document of one record.

    Raises:
        ReadError: If it has no text.
    """
    record, place = told.record, told.place
    text = record.get(chosen.text)
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT:
        raise ReadError(place, f"`{chosen.text}` is missing, empty, too long or not text; {EXPECTED}")
    title, url = told.text(chosen.title), told.text(chosen.url)
    return Document(
        id=_id_of(record, chosen, place) or identify(source, url, title, text),
        text=read_tagged(text),
        source=told.text(chosen.source) or source,
        title=title and read_tagged(title),
        url=url,
        published=told.published(chosen.date),
        language=told.language(chosen.language),
    )


def _id_of(record: Record, chosen: Fields, place: str) -> str:
    """The record's own id, "" when it has none."""
    value = record.get(chosen.id) if chosen.id else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a column of numbers with a gap, as tables write it
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or value == "":
        return ""
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_ID:
        raise ReadError(place, f"`{chosen.id}` is empty, too long or not text; {EXPECTED}")
    return value


def _is_made(record: Record, chosen: Fields) -> bool:
    return chosen.id is None or not _is_filled(record.get(chosen.id))


@dataclass(frozen=True, slots=True)
class _Told:
    """The fields beside the text: one that cannot be read is told and left out, its record stays."""

    record: Record
    place: str
    on_note: OnNote
    day_first: bool | None = None

    def text(self, field: str | None) -> str | None:
        value = self.record.get(field) if field else None
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if value is None or isinstance(value, str):
            return value if value and value.strip() else None
        self.on_note(ReadNote(self.place, field or "", value, "expected text"))
        return None

    def published(self, field: str | None) -> date | str | None:
        value = self.record.get(field) if field else None
        try:
            return read_published(value, day_first=self.day_first)
        except DateError as error:
            self.on_note(ReadNote(self.place, field or "", value, str(error)))
            return None

    def language(self, field: str | None) -> str | None:
        value = self.text(field)
        code = _LANGUAGE.match((value or "").strip().lower())
        if value and not code:
            self.on_note(ReadNote(self.place, field or "", value, "expected two letters such as en or ru"))
        return code[0] if code else None


def _flat(record: Record) -> dict[str, Any]:
    """The fields of a record, those of records in it by names with a dot."""
    if not any(isinstance(value, dict) for value in record.values()):
        return dict(record)
    return dict(islice(_named(record, "", _DEEPEST), _MOST_FIELDS))


def _named(record: Record, before: str, deep: int) -> Iterator[tuple[str, Any]]:
    for name, value in record.items():
        if isinstance(value, dict) and deep:
            yield from _named(value, f"{before}{name}.", deep - 1)
        else:
            yield f"{before}{name}", value
