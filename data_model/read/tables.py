"""Tables to documents, a row each: CSV and TSV here, spreadsheets by calamine."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from data_model.errors import ReadError
from data_model.read.decoding import decode
from data_model.read.packages import open_package
from data_model.read.presets import names_of
from data_model.read.published import TextNote
from data_model.read.reading import Found, Reading, read_whole
from data_model.read.records import LONGEST_TEXT, Placed, read_records

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_DELIMITERS = (",", ";", "\t", "|")
# Rows above the names of the columns: titles, notes.
_MOST_ABOVE = 10
_MOST_COLUMNS = 2000
_LOOKED_AT = 500  # lines
# A quotation mark that is never closed swallows all lines behind it; so many are mended a file.
_MOST_MENDED = 100
_LOST_QUOTE = "a quotation mark in it is never closed"


def read_table(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The documents of a CSV or TSV file; a row that cannot be read costs no other."""
    text, guessed = decode(read_whole(stream, source), source)
    if guessed:
        reading.on_guess(source, guessed)
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    delimiter = _delimiter(lines)
    yield from read_records(_placed(_rows(lines, delimiter, source), delimiter, source), source, reading)


def read_sheets(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The documents of a spreadsheet, sheet by sheet; a sheet without texts is told."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    content = read_whole(stream, source)
    if content.startswith(b"PK"):
        open_package(content, source).close()  # within limits
    try:
        book = load_workbook(BytesIO(content))
    except PasswordError:
        raise ReadError(source, "it needs a password; save a copy without one") from None
    except CalamineError as error:
        raise ReadError(source, f"not a spreadsheet that can be opened: {error}") from None
    failed: list[ReadError] = []
    done = 0
    for name in book.sheet_names:
        place = f"{source}, sheet {name!r}"
        for one in _read_sheet(book, name, place, reading):
            done += not isinstance(one, ReadError)
            if isinstance(one, ReadError) and one.source == place:
                failed.append(one)
            else:
                yield one
    if not done:
        yield from failed or [ReadError(source, "the spreadsheet is empty")]
    else:
        for lost in failed:
            reading.on_note(TextNote(lost.source, f"was left out: {lost.why}"))


def _read_sheet(book: CalamineWorkbook, name: str, place: str, reading: Reading) -> Found:
    from python_calamine import CalamineError

    try:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, ValueError) as error:
        yield ReadError(place, f"cannot be read: {error}")
        return
    numbered = ((number, [_cell(cell) for cell in row]) for number, row in enumerate(rows, start=1))
    yield from read_records(_placed(numbered, "", place), place, reading)


def _delimiter(lines: Sequence[str]) -> str:
    """The sign that parts most rows into as many cells, at least two; of such signs the one with the most."""
    head = lines[:_LOOKED_AT]

    def fits(sign: str) -> tuple[float, int]:
        rows = [row for row in csv.reader(head, delimiter=sign) if any(row)]
        rows = rows[:-1] if len(lines) > len(head) and len(rows) > 1 else rows  # the last may be cut
        width, number = Counter(map(len, rows)).most_common(1)[0] if rows else (1, 0)
        return (number / len(rows) if width > 1 else 0.0), width

    csv.field_size_limit(LONGEST_TEXT)
    try:
        return max(_DELIMITERS, key=fits)
    except csv.Error:
        return _DELIMITERS[0]


def _rows(lines: list[str], delimiter: str, source: str) -> Iterator[tuple[int, list[Any]] | ReadError]:
    """Each row with the line it begins in. Behind a mark that is never closed reading begins anew."""
    csv.field_size_limit(LONGEST_TEXT)
    start, width, mended = 0, 0, 0
    while start < len(lines):
        reader = csv.reader(lines[start:], delimiter=delimiter)
        begun = start
        start = len(lines)
        while True:
            line = begun + reader.line_num
            try:
                row = next(reader)
            except StopIteration:
                break
            except csv.Error as error:
                yield ReadError(f"{source}:{line + 1}", f"not a row: {error}")
                start = line + 1
                break
            width = max(width, len(row)) if line < _MOST_ABOVE else width
            last = begun + reader.line_num == len(lines)
            if last and reader.line_num + begun - line > 1 and len(row) < width and mended < _MOST_MENDED:
                mended += 1
                yield ReadError(f"{source}:{line + 1}", _LOST_QUOTE)
                start = line + 1
                break
            if any(row):
                yield line + 1, row


def _placed(
    rows: Iterator[tuple[int, list[Any]] | ReadError], delimiter: str, source: str
) -> Iterator[Placed | ReadError]:
    """The records of rows, by the names in the first that has as many as any of the first few."""
    first: list[tuple[int, list[Any]] | ReadError] = []
    for one in rows:
        first.append(one)
        if len(first) > _MOST_ABOVE:
            break
    told = [one for one in first if not isinstance(one, ReadError)]
    if not told:
        yield from (one for one in first if isinstance(one, ReadError))
        yield ReadError(source, "the table is empty")
        return
    number, names = _head(told)
    if len(names) > _MOST_COLUMNS:
        yield ReadError(source, f"has more than {_MOST_COLUMNS:,} columns")
        return
    if len(told) == 1 or not any(isinstance(one, ReadError) or one[0] > number for one in first):
        yield ReadError(source, "the table has names of columns and no rows")
        return
    waiting = (one for one in first if isinstance(one, ReadError) or one[0] > number)
    for group in (waiting, rows):
        for one in group:
            if isinstance(one, ReadError):
                yield one
            else:
                yield _record(one, names, delimiter, source)


def _head(rows: Sequence[tuple[int, list[Any]]]) -> tuple[int, list[str]]:
    """The names of columns and the number of their row.

    That is the first row as wide as most that is not nearly empty, as a title over a table is; row 0 of
    tables of a known kind that come without names.
    """
    width = Counter(len(row) for _, row in rows).most_common(1)[0][0]
    wide = [one for one in rows if len(one[1]) == width]
    most = max(_filled(row) for _, row in wide)
    number, head = next(one for one in wide if 2 * _filled(one[1]) >= most)
    return (0, list(known)) if (known := names_of(head)) else (number, _names(head))


def _filled(row: Sequence[Any]) -> int:
    """How many different words a row holds."""
    return len({cell for cell in row if isinstance(cell, str) and cell.strip()})


def _names(head: Sequence[Any]) -> list[str]:
    """The names of columns, each once; one without a name has its number."""
    told: dict[str, None] = {}
    for number, cell in enumerate(head, start=1):
        name = " ".join(str(cell).split()) if cell is not None else ""
        name = name or f"column {number}"
        told[name if name not in told else f"{name} {number}"] = None
    names = list(told)
    while len(names) > 1 and names[-1] == f"column {len(names)}":
        names.pop()
    return names


def _record(row: tuple[int, list[Any]], names: list[str], delimiter: str, source: str) -> Placed | ReadError:
    number, cells = row
    place = f"{source}:{number}" if delimiter else f"{source}, row {number}"
    while len(cells) > len(names) and cells[-1] in {None, ""}:
        cells = cells[:-1]
    if len(cells) > len(names):
        return ReadError(place, f"has {len(cells)} cells; the table has {len(names)} columns")
    return place, dict(zip(names, ("" if cell is None else cell for cell in cells), strict=False))


def _cell(value: object) -> object:
    """A cell as a record has it: days and times as text, whole numbers without a point."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004
        return int(value)
    return value
