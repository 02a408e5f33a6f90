"""The serving database: a DuckDB in memory, laid out for the questions the page asks.

Built from the files of one `Snapshot` by `schema.sql`, then locked: no statement can reach a file
or change a setting, so a question gone wrong stays a wrong question. It needs no DuckDB extension.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from importlib.resources import files
from typing import Any, TypeVar

import duckdb
import pandas as pd
import pyarrow as pa

from data_model.days import FIRST, LAST, Days, Span
from data_model.edtf import days_of_edtf
from data_model.errors import StoreError
from data_model.joining import joined
from data_model.store.files import OFFLINE, listed
from data_model.store.rows import LINKS, REPORTS
from data_model.store.tables import Snapshot

_LOCKED = (
    "SET enable_external_access = false",
    "SET python_enable_replacements = false",
    "SET lock_configuration = true",
)
# Where `schema.sql` waits for the linked events to be gathered into happenings.
_CLUSTERED = "-- (members are gathered here)"
# Together some tens of megabytes at most.
_ANSWERS_KEPT, _ROWS_KEPT = 256, 2_000
_RUNS = pa.schema([("edtf", pa.string()), ("first_day", pa.date32()), ("last_day", pa.date32())])


Answer = TypeVar("Answer")


class Serving:
    """One version of the store, ready to be asked.

    Attributes:
        version: The data version it was built from.
        snapshot: The files it was built from.
    """

    def __init__(self, snapshot: Snapshot, families: Mapping[str, str]) -> None:
        self.version = snapshot.version
        self.snapshot = snapshot
        self._answers: dict[Hashable, Any] = {}
        self._lock = threading.Lock()
        self._connection = duckdb.connect(":memory:", config=dict(OFFLINE))
        try:
            _fill(self._connection, snapshot, families)
        except (duckdb.Error, OSError) as error:
            self._connection.close()
            msg = f"the store is damaged: {error}"
            raise StoreError(msg) from error

    def answer(self, question: Hashable, ask: Callable[[duckdb.DuckDBPyConnection], Answer]) -> Answer:
        """The answer to a question, asked once: most of what a page asks it has asked before.

        Args:
            question: What is asked, different for every different question.
            ask: Asks it of a cursor.
        """
        with self._lock:
            known = self._answers.pop(question, None)
            if known is not None:
                self._answers[question] = known
        if known is None:
            with contextlib.closing(self.cursor()) as cursor:
                known = ask(cursor)
            if not isinstance(known, pd.DataFrame) or len(known) <= _ROWS_KEPT:
                with self._lock:
                    self._answers[question] = known
                    while len(self._answers) > _ANSWERS_KEPT:
                        self._answers.pop(next(iter(self._answers)))
        # A copy shares its columns until one side writes to them.
        given: Answer = known.copy() if isinstance(known, pd.DataFrame) else known
        return given

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own: cursors may be used side by side, one cursor may not."""
        return self._connection.cursor()

    def close(self) -> None:
        """Let go of the memory; cursors still in use keep theirs until they are done."""
        self._connection.close()


def _fill(connection: duckdb.DuckDBPyConnection, snapshot: Snapshot, families: Mapping[str, str]) -> None:
    links = pa.Table.from_batches(snapshot.read_links(), LINKS)
    connection.register("links_given", links)
    connection.register("families", _pairs("key", "family", families))
    copies = connection.execute("SELECT one, other FROM links_given WHERE kind = 'copy'").fetchall()
    connection.register("wordings", _pairs("document", "wording", joined(copies)))
    if snapshot.reports:
        reports = listed(snapshot.reports)
        connection.execute(
            "CREATE TEMP VIEW stored AS SELECT id, source, title, url, published, language, normalized,"  # noqa: S608
            f" parse_filename(filename) AS file FROM read_parquet({reports}, filename = true)"
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
