"""JSON lines to documents: a record a line; `id`, `text`, perhaps `title`, `url`, `published`, `lang`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from data_model.errors import ReadError
from data_model.read.decoding import as_utf_8, unicode_of
from data_model.read.json_files import parse_json, read_json
from data_model.read.reading import Found, Reading, read_whole
from data_model.read.records import EXPECTED, LONGEST_TEXT, Placed, read_records

_HEAD = 4096
# A file that is one list as a whole: its first line ends before the list does.
_LIST = re.compile(rb"\s*\[[^\]\n]*(?:\n|\Z)")
_MOST_FIELDS = 1000


def read_record_lines(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The document of each line; a bad line is an error that names it, and the rest goes on."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if _LIST.match(head.removeprefix(b"\xef\xbb\xbf")):
        yield from read_json(stream, source, reading)
        return
    if unicode_of(head) not in {None, "utf-8-sig"}:
        stream = BytesIO(as_utf_8(read_whole(stream, source), source))
    yield from read_records(_lines(stream, source), source, reading)


def _lines(stream: BinaryIO, source: str) -> Iterator[Placed | ReadError]:
    number, anything = 0, False
    while line := stream.readline(LONGEST_TEXT + 1):
        number += 1
        place = f"{source}:{number}"
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) > LONGEST_TEXT:
            yield ReadError(place, f"the line is longer than {LONGEST_TEXT // 1024**2} MB")
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_TEXT)
            anything = True
            continue
        if not line.strip():
            continue
        anything = True
        try:
            record = parse_json(line)
        except ValueError as error:
            yield ReadError(place, f"not JSON ({error}); {EXPECTED}")
            continue
        if isinstance(record, dict) and len(record) <= _MOST_FIELDS:
            yield place, record
        else:
            yield ReadError(place, f"not a JSON object; {EXPECTED}")
    if not anything:
        yield ReadError(source, "the file is empty")
