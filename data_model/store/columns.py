"""What is counted for every view, as columns in memory: a number, a bit or a code a happening.

Read from the serving database once, when it is built. A view then costs a few passes over these columns,
whatever it filters by; the database is asked only for words and for the whole rows of what is shown.
A place is the number of a happening less one, so that it is its index in every column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from data_model.values import EVENT_TYPES, STATUSES

Ints = NDArray[np.signedinteger[Any]]
Bits = NDArray[np.bool_]
Floats = NDArray[np.float64]
# The first possible day of what has none, and the last: before and after every day that can be asked for.
NEVER, EVER = -(2**31), 2**31 - 1
# What is counted: happenings, the reports that tell of them, those of a wording of their own.
COUNTS = ("events", "reports", "sources")
# Days. What may lie on any of more days than these says too little to stand in the order of time.
WIDE = 731


@dataclass(frozen=True, slots=True)
class Bridge:
    """Which happening has which keys, a row each, in the order of happenings and there by strength.

    Attributes:
        keys: The key of each code.
        code: Row -> code.
        place: Row -> place of the happening.
        layers: Row -> how they are tied (`schema.sql`), for countries.
    """

    keys: tuple[str, ...]
    code: Ints
    place: Ints
    layers: Ints | None = None

    def holding(self, wanted: frozenset[str], size: int, layer: int = 0) -> Bits:
        """Whether each happening has one of some keys, in one of the layers."""
        of_key = np.fromiter((key in wanted for key in self.keys), np.bool_, len(self.keys))
        rows = of_key[self.code]
        if layer and self.layers is not None:
            rows &= (self.layers & layer) != 0
        found = np.zeros(size, np.bool_)
        found[self.place[rows]] = True
        return found

    def counted(self, chosen: Bits, layer: int = 0, times: Ints | None = None) -> Ints:
        """How many of the chosen happenings have each key, each counted so many times, once by default."""
        rows = chosen[self.place]
        if layer and self.layers is not None:
            rows &= (self.layers & layer) != 0
        weights = None if times is None else times[self.place[rows]]
        return np.bincount(self.code[rows], weights, minlength=len(self.keys)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Columns:
    """One version of the store as columns; days count from 1970.

    Attributes:
        first: First possible day, `NEVER` when none is known.
        last: Last possible day, `EVER` when none is known.
        placed: Whether it can stand on the axis.
        exact: Whether its date is stated without doubt.
        approximate: Whether its date is marked as approximate.
        scattered: Whether impossible days lie between its possible ones: see `runs`.
        planned: Whether it was still to come when it was reported.
        score: How likely it is an event at all.
        weight: Which is shown first where there is no room for all.
        reports: How many reports tell of it.
        sources: How many of them are of a wording of their own.
        runs: The runs of possible days of the scattered: place, first and last day.
        bridges: `organization`, `family`, `country`, `person`, `topic`, `type`, `status`, `document`.
        orders: The orders asked for so far (`orders.py`).
    """

    first: Ints
    last: Ints
    placed: Bits
    exact: Bits
    approximate: Bits
    scattered: Bits
    planned: Bits
    score: Floats
    weight: Floats
    reports: Ints
    sources: Ints
    runs: tuple[Ints, Ints, Ints]
    bridges: Mapping[str, Bridge]
    orders: dict[str, Ints] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many happenings there are."""
        return len(self.first)

    def times(self, count: str) -> Ints | None:
        """How many times each happening counts (`COUNTS`); None for once."""
        return {"reports": self.reports, "sources": self.sources}.get(count)

    @property
    def wide(self) -> Bits:
        """What stands on the axis, but on no stretch of it in particular."""
        return self.placed & (self.last.astype(np.int64) - self.first > WIDE)

    @property
    def bounded(self) -> Bits:
        """What of the scattered lies between two days: on one of several runs of days, however far apart."""
        return self.scattered & (self.first > NEVER) & (self.last < EVER)

    @property
    def vague(self) -> Bits:
        """What of that did not last so long, but may lie anywhere in it: no time can be told to hold it."""
        found: Bits = self.wide & ~self.exact
        return found


def read_columns(cursor: duckdb.DuckDBPyConnection) -> Columns:
    """The columns of a serving database."""
    query = """
        SELECT coalesce(earliest - DATE '1970-01-01', $never)::INTEGER AS first,
               coalesce(latest - DATE '1970-01-01', $ever)::INTEGER AS last,
               placed, exact, approximate, scattered, status = 'planned' AS planned,
               score::DOUBLE AS score, weight::DOUBLE AS weight, reports, sources,
               list_position($types, type)::INTEGER - 1 AS type,
               list_position($statuses, status)::INTEGER - 1 AS status
        FROM happenings ORDER BY number
    """
    given = {"never": NEVER, "ever": EVER, "types": list(EVENT_TYPES), "statuses": list(STATUSES)}
    found = _fetch(cursor, query, given)
    places = np.arange(len(found["first"]), dtype=np.int32)
    bridges = {
        "type": Bridge(EVENT_TYPES, found.pop("type"), places),
        "status": Bridge(STATUSES, found.pop("status"), places),
        "organization": _bridge(cursor, _ORGANIZATIONS),
        "family": _bridge(cursor, _FAMILIES),
        "country": _bridge(cursor, _COUNTRIES),
        "topic": _bridge(cursor, _TOPICS),
        "person": _bridge(cursor, _PEOPLE),
        "document": _bridge(cursor, _DOCUMENTS),
    }
    runs = _fetch(cursor, _RUNS, {})
    return Columns(runs=(runs["place"], runs["first"], runs["last"]), bridges=bridges, **found)


_ORGANIZATIONS = """
    SELECT o.key, b.happening - 1 AS place FROM happening_organizations b
    JOIN organizations o ON o.number = b.organization ORDER BY b.happening, b.strength
"""
_FAMILIES = """
    SELECT DISTINCT o.family AS key, b.happening - 1 AS place FROM happening_organizations b
    JOIN organizations o ON o.number = b.organization WHERE o.family <> '' ORDER BY place, key
"""
_COUNTRIES = (
    "SELECT country AS key, happening - 1 AS place, layers FROM happening_countries ORDER BY place, key"
)
_TOPICS = "SELECT topic AS key, happening - 1 AS place FROM happening_topics ORDER BY place, strength"
_PEOPLE = "SELECT person AS key, happening - 1 AS place FROM happening_people ORDER BY place, strength"
_DOCUMENTS = """
    SELECT d.id AS key, h.happening - 1 AS place FROM happening_documents h
    JOIN documents d ON d.number = h.document ORDER BY place, h.document
"""
_RUNS = """
    SELECT (h.number - 1)::INTEGER AS place, (r.first_day - DATE '1970-01-01')::INTEGER AS first,
           (r.last_day - DATE '1970-01-01')::INTEGER AS last
    FROM happenings h JOIN runs r ON r.edtf = h.edtf WHERE h.scattered
"""


def _bridge(cursor: duckdb.DuckDBPyConnection, rows: str) -> Bridge:
    keys = cursor.execute(f"SELECT DISTINCT key FROM ({rows}) ORDER BY key").fetchall()  # noqa: S608 - our own words
    layers = ", layers::INTEGER AS layers" if "layers" in rows else ""
    query = f"""
        WITH told AS (SELECT *, row_number() OVER () AS row FROM ({rows})),
             keys AS (SELECT key, (row_number() OVER (ORDER BY key) - 1)::INTEGER AS code
                      FROM (SELECT DISTINCT key FROM told))
        SELECT code, place::INTEGER AS place{layers} FROM told JOIN keys USING (key) ORDER BY row
    """  # noqa: S608 - likewise
    found = _fetch(cursor, query, {})
    return Bridge(tuple(key for (key,) in keys), found["code"], found["place"], found.get("layers"))


def _fetch(cursor: duckdb.DuckDBPyConnection, query: str, given: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = cursor.execute(query, dict(given)).fetchnumpy()
    return {name: np.ma.getdata(column) for name, column in found.items()}
