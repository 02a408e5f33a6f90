"""A serving database is filled from the files of a store: `schema.sql`, and `happenings.sql` part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files

import duckdb
import pyarrow as pa

from data_model.days import FIRST, LAST, Days, Span
from data_model.edtf import days_of_edtf
from data_model.joining import joined
from data_model.store.files import listed
from data_model.store.happenings import gather
from data_model.store.rows import LINKS, REPORTS
from data_model.store.tables import Snapshot

# Where `schema.sql` waits for the linked events to be gathered into happenings.
_CLUSTERED = "-- (members are gathered here)"
# So many happenings are read at once.
_PART = 100_000
_RUNS = pa.schema([("edtf", pa.string()), ("first_day", pa.date32()), ("last_day", pa.date32())])


def fill(connection: duckdb.DuckDBPyConnection, snapshot: Snapshot, families: Mapping[str, str]) -> pa.Table:
    """Fill a database from the files of a store.

    Args:
        connection: An empty database.
        snapshot: The files.
        families: Key of a body -> the family of those that share its name.

    Returns:
        Whole rows of the happenings, place by place.
    """
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
    before, after = _statements("schema.sql").split(_CLUSTERED)
    connection.execute(before)
    pairs = connection.execute("SELECT one, other FROM links WHERE kind IN ('same', 'may')").fetchall()
    connection.register("members", _pairs("event", "happening", joined(pairs)))
    connection.execute(after)
    happenings = gather(_parts(connection))
    scattered = happenings.filter(happenings["scattered"])["edtf"].unique().to_pylist()
    connection.register("runs_given", _runs(scattered))
    connection.execute("INSERT INTO runs SELECT * FROM runs_given ORDER BY first_day, edtf")
    for (temporary,) in connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE temporary"
    ).fetchall():
        connection.execute(f"DROP TABLE {temporary}")
    connection.execute("DROP VIEW stored")
    for given in ("links_given", "families", "wordings", "members", "runs_given", "nothing"):
        connection.unregister(given)
    return happenings


def _statements(name: str) -> str:
    return files("data_model.store").joinpath(name).read_text("utf-8")


def _parts(connection: duckdb.DuckDBPyConnection) -> Iterator[pa.Table]:
    query = _statements("happenings.sql")
    ((number,),) = connection.execute("SELECT coalesce(max(number), 0) FROM told").fetchall()
    for first in range(1, max(number, 1) + 1, _PART):
        given = {"first": first, "last": first + _PART - 1}
        yield connection.sql(query, params=given).to_arrow_table()


def _pairs(one: str, other: str, entries: Mapping[str, str]) -> pa.Table:
    left, right = pa.array(entries.keys(), pa.string()), pa.array(entries.values(), pa.string())
    return pa.table({one: left, other: right})


def _runs(dates: Iterable[str]) -> pa.Table:
    """Every run of possible days of some EDTF values, an open end as the end of the calendar."""
    runs = [(edtf, span.first or FIRST, span.last or LAST) for edtf in dates for span in _days_of(edtf)]
    columns = zip(*runs, strict=True) if runs else ((), (), ())
    return pa.table(
        [pa.array(column, field.type) for column, field in zip(columns, _RUNS, strict=True)], _RUNS
    )


def _days_of(edtf: str) -> Days:
    """The possible days; the common one-of-several-days is read in a fraction of the time."""
    try:
        days = [date.fromisoformat(one) for one in edtf.strip("[]").split(",")]
    except ValueError:
        return days_of_edtf(edtf)
    return tuple(Span(day, day) for day in days)
