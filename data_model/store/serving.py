"""The serving database: a DuckDB in memory, laid out for the questions the page asks.

Built from the files of one `Snapshot` by `schema.sql`, then locked: no statement can reach a file
or change a setting, so a question gone wrong stays a wrong question. It needs no DuckDB extension.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Any, TypeVar

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from data_model.days import FIRST, LAST, Days, Span
from data_model.edtf import days_of_edtf
from data_model.errors import StoreError
from data_model.joining import joined
from data_model.latest import Latest
from data_model.store.arrays import Bits, Ints
from data_model.store.columns import Columns, read_columns
from data_model.store.files import OFFLINE, listed
from data_model.store.filters import EventFilter
from data_model.store.membership import Bodies
from data_model.store.queries import read_rows
from data_model.store.rows import LINKS, REPORTS
from data_model.store.tables import Snapshot
from data_model.store.view import ROW, View

_LOCKED = (
    "SET enable_external_access = false",
    "SET python_enable_replacements = false",
    "SET lock_configuration = true",
)
# Where `schema.sql` waits for the linked events to be gathered into happenings.
_CLUSTERED = "-- (members are gathered here)"
# Together some tens of megabytes at most.
_ANSWERS_KEPT, _ROWS_KEPT = 256, 2_000
# A view holds some bytes a happening: so many bytes of views are kept, a handful at least.
_VIEW_BYTES, _FEWEST_VIEWS, _BYTES_A_HAPPENING = 64_000_000, 4, 8
# What is shown of a happening is shown in many views: so many are kept as they were read.
_EVENTS_KEPT = 20_000
_WORDS_KEPT = 32
_RUNS = pa.schema([("edtf", pa.string()), ("first_day", pa.date32()), ("last_day", pa.date32())])


Answer = TypeVar("Answer")


class Serving:
    """One version of the store, ready to be asked.

    Attributes:
        version: The data version it was built from.
        snapshot: The files it was built from.
        columns: What is counted for every view.
    """

    def __init__(self, snapshot: Snapshot, bodies: Bodies) -> None:
        self.version = snapshot.version
        self.snapshot = snapshot
        self._answers: Latest[Any] = Latest(_ANSWERS_KEPT)
        self._words: Latest[Bits] = Latest(_WORDS_KEPT)
        self._rows: dict[int, dict[str, Any]] = {}
        self._connection = duckdb.connect(":memory:", config=dict(OFFLINE))
        try:
            _fill(self._connection, snapshot, bodies.families)
            with contextlib.closing(self.cursor()) as cursor:
                self.columns: Columns = read_columns(cursor, bodies)
                (self._documents,) = cursor.execute("SELECT count(*) FROM documents").fetchone() or (0,)
        except (duckdb.Error, OSError) as error:
            self._connection.close()
            msg = f"the store is damaged: {error}"
            raise StoreError(msg) from error
        most = max(_FEWEST_VIEWS, _VIEW_BYTES // (_BYTES_A_HAPPENING * max(self.columns.size, 1)))
        self._views: Latest[View] = Latest(min(most, _ANSWERS_KEPT))

    def answer(self, question: Hashable, ask: Callable[[duckdb.DuckDBPyConnection], Answer]) -> Answer:
        """The answer to a question, asked once: most of what a page asks it has asked before.

        Args:
            question: What is asked, different for every different question.
            ask: Asks it of a cursor.
        """

        def asked() -> Answer:
            with contextlib.closing(self.cursor()) as cursor:
                return ask(cursor)

        known = self._answers.answer(question, asked, _is_small)
        # A copy shares its columns until one side writes to them.
        given: Answer = known.copy() if isinstance(known, pd.DataFrame) else known
        return given

    def view(self, wanted: EventFilter) -> View:
        """The view of a filter, selected once for all that is asked of it."""
        parts = self.columns, wanted, self._documents, self._find_text, self._read_rows
        return self._views.answer(wanted, lambda: View.of(*parts))

    def _find_text(self, word: str) -> Bits:
        """Which happenings tell a word: the texts are gone through once for each of the latest words."""
        return self._words.answer(word, lambda: self._tell(word))

    def _tell(self, word: str) -> Bits:
        query = "SELECT strip_accents(lower($word))"
        found = np.zeros(self.columns.size, np.bool_)
        with contextlib.closing(self.cursor()) as cursor:
            (folded,) = cursor.execute(query, {"word": word}).fetchone() or (word,)
            given = {"word": folded, "pattern": pattern_of(folded)}
            found[cursor.execute(_TELLING, given).fetchnumpy()["place"]] = True
        return found

    def _read_rows(self, places: Ints, columns: Sequence[str]) -> list[dict[str, Any]]:
        if tuple(columns) != ROW:
            with contextlib.closing(self.cursor()) as cursor:
                return [dict(zip(columns, row, strict=True)) for row in read_rows(cursor, places, columns)]
        wanted = places.tolist()
        known = self._rows
        found = {place: known[place] for place in wanted if place in known}
        missing = np.array([place for place in dict.fromkeys(wanted) if place not in found], np.int64)
        if len(missing):
            with contextlib.closing(self.cursor()) as cursor:
                read = read_rows(cursor, missing, columns)
            found |= {
                place: dict(zip(columns, row, strict=True))
                for place, row in zip(missing.tolist(), read, strict=True)
            }
            # Another thread may do the same; each puts a whole new table in place.
            self._rows = found if len(known) + len(found) > _EVENTS_KEPT else known | found
        return [found[place] for place in wanted]

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own: cursors may be used side by side, one cursor may not."""
        return self._connection.cursor()

    def close(self) -> None:
        """Let go of the memory; cursors still in use keep theirs until they are done."""
        self._connection.close()


_TELLING = """
    SELECT number - 1 AS place FROM happenings
    WHERE contains(words, $word) AND regexp_matches(words, $pattern)
"""


def pattern_of(word: str) -> str:
    """Where a word stands in a text: at the beginning of a word.

    In scripts that write no spaces between words it may stand anywhere.
    """
    exact = re.escape(word)
    if any(unicodedata.category(letter) == "Lo" for letter in word):
        return exact
    return rf"(^|[^\pL\pN]){exact}" if word[:1].isalnum() else exact


def _is_small(answer: object) -> bool:
    """Whether an answer is kept: not so a table of very many rows."""
    return not isinstance(answer, pd.DataFrame) or len(answer) <= _ROWS_KEPT


def _fill(connection: duckdb.DuckDBPyConnection, snapshot: Snapshot, families: Mapping[str, str]) -> None:
    links = pa.Table.from_batches(snapshot.read_links(), LINKS)
    connection.register("links_given", links)
    connection.register("families", _pairs("key", "family", families))
    copies = connection.execute("SELECT one, other FROM links_given WHERE kind = 'copy'").fetchall()
    connection.register("wordings", _pairs("document", "wording", joined(copies)))
    if snapshot.reports:
        reports = listed(snapshot.reports)
        connection.execute(
            "CREATE TEMP VIEW stored AS SELECT id, source, title, url, published, language, partial,"  # noqa: S608
            f" normalized, parse_filename(filename) AS file FROM read_parquet({reports}, filename = true)"
        )
    else:
        connection.register("nothing", REPORTS.empty_table())
        connection.execute("CREATE TEMP VIEW stored AS SELECT *, '' AS file FROM nothing")
    schema = files("data_model.store").joinpath("schema.sql").read_text("utf-8")
    before, after = schema.split(_CLUSTERED)
    connection.execute(before)
    pairs = connection.execute("SELECT one, other FROM links WHERE kind <> 'apart'").fetchall()
    connection.register("members", _pairs("event", "happening", joined(pairs)))
    connection.execute(after)
    scattered = connection.execute("SELECT DISTINCT edtf FROM happenings WHERE scattered").fetchall()
    connection.register("runs_given", _runs(edtf for (edtf,) in scattered))
    connection.execute("INSERT INTO runs SELECT * FROM runs_given ORDER BY first_day, edtf")
    connection.execute("DROP VIEW stored")
    for given in ("links_given", "families", "wordings", "members", "runs_given", "nothing"):
        connection.unregister(given)
    for setting in _LOCKED:
        connection.execute(setting)


def _pairs(one: str, other: str, entries: Mapping[str, str]) -> pa.Table:
    left, right = pa.array(entries.keys(), pa.string()), pa.array(entries.values(), pa.string())
    return pa.table({one: left, other: right})


def _runs(dates: Iterable[str]) -> pa.Table:
    """Every run of possible days of some EDTF values, an open end as the end of the calendar."""
    rows = [
        {"edtf": edtf, "first_day": span.first or FIRST, "last_day": span.last or LAST}
        for edtf in dates
        for span in _days_of(edtf)
    ]
    return pa.Table.from_pylist(rows, _RUNS)


def _days_of(edtf: str) -> Days:
    """The possible days; the common one-of-several-days is read in a fraction of the time."""
    try:
        days = [date.fromisoformat(one) for one in edtf.strip("[]").split(",")]
    except ValueError:
        return days_of_edtf(edtf)
    return tuple(Span(day, day) for day in days)
