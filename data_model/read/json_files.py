"""A file that is JSON as a whole: a list of records, an export of a program, or one record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import orjson

from data_model.errors import ReadError
from data_model.read.chats import is_chat, read_chats
from data_model.read.citations import is_citation, read_citations
from data_model.read.decoding import as_utf_8
from data_model.read.reading import Found, Reading, read_whole
from data_model.read.records import Placed, read_records

_NOT_A_NUMBER = re.compile(rb"\b(?:NaN|Infinity)\b")
_BETWEEN = re.compile(r"[\s,\x1e]*")
_NO_RECORDS = 'expected a list of records, for example [{"title": "…", "text": "…"}]'


def read_json(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The documents of a file of JSON."""
    content = as_utf_8(read_whole(stream, source), source).removeprefix(b"\xef\xbb\xbf")
    try:
        told = parse_json(content)
    except ValueError as error:
        # Cut off, or several values in one file: what can be read of it is.
        yield from read_records(_one_by_one(content, source, str(error)), source, reading)
        return
    if is_chat(told):
        yield from read_chats(told, source, reading)
        return
    records = _records_of(told)
    if not records:
        raise ReadError(source, f"holds no records; {_NO_RECORDS}")
    if is_citation(records[0]):
        yield from read_citations(records, source, reading)
        return
    yield from read_records(_placed(records, source), source, reading)


def parse_json(written: bytes) -> object:
    """JSON, and what Python and pandas write beside it: NaN, Infinity.

    Raises:
        ValueError: If it is none.
    """
    try:
        return orjson.loads(written)
    except orjson.JSONDecodeError as error:
        if not _NOT_A_NUMBER.search(written):
            raise
        try:
            found = json.loads(written, parse_constant=lambda _name: None)
            json.dumps(found, ensure_ascii=False).encode("utf-8")  # half a letter is no text
        except RecursionError:
            raise error from None
        return found


def _records_of(told: object) -> list[Any]:
    """The records of a list, of the longest list of records in an object, or the object itself."""
    if isinstance(told, list):
        return told
    if not isinstance(told, dict):
        return []
    lists = [
        value for value in told.values() if isinstance(value, list) and value and isinstance(value[0], dict)
    ]
    return max(lists, key=len, default=None) or [told]


def _placed(records: list[Any], source: str) -> Iterator[Placed | ReadError]:
    for number, record in enumerate(records, start=1):
        place = f"{source}, record {number}"
        if isinstance(record, Mapping):
            yield place, record
        else:
            yield ReadError(place, f"not a record; {_NO_RECORDS}")


def _one_by_one(content: bytes, source: str, why: str) -> Iterator[Placed | ReadError]:
    """The records of a file that cannot be read as a whole, up to the place where it is broken."""
    text = content.decode("utf-8", "replace").strip()
    decoder, place, number = json.JSONDecoder(), 0, 0
    if text.startswith("["):
        place = 1
    while (begin := _BETWEEN.match(text, place)) and begin.end() < len(text) and text[begin.end()] != "]":
        number += 1
        where = f"{source}, record {number}"
        try:
            record, place = decoder.raw_decode(text, begin.end())
        except (ValueError, RecursionError):
            line = text.count("\n", 0, begin.end()) + 1
            yield ReadError(where, f"not JSON from line {line} on ({why}); what stands before is read")
            return
        if isinstance(record, dict):
            yield where, record
        else:
            yield ReadError(where, f"not a record; {_NO_RECORDS}")
