"""What is counted for every view, as columns in memory: a number, a bit or a code a happening.

Read from the serving database once, when it is built. A view then costs a few passes over these columns,
whatever it filters by; the database is asked only for words and for the whole rows of what is shown.
A place is the number of a happening less one, so that it is its index in every column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import duckdb
import numpy as np

from data_model.latest import Latest
from data_model.store.arrays import EVER, NEVER, Bits, Bridge, Floats, Ints
from data_model.store.membership import Bodies, bridge_members
from data_model.values import EVENT_TYPES, STATUSES

# The ways a key of a kind is tied to a happening, as the bits of `Bridge.layers`; of a member that takes part
# `Columns.tied` knows.
BODY_BITS = {"acting": 1, "named": 2}
BITS: Mapping[str, Mapping[str, int]] = {
    "country": {"any": 7, "participating": 1, "location": 2, "named": 4, "by_membership": 8},
    "organization": BODY_BITS,
    "family": BODY_BITS,
}
MEMBER = "member"
# What is counted: happenings, the reports that tell of them, those of a wording of their own.
COUNTS = ("events", "reports", "sources")
# Days. What may lie on any of more days than these says too little to stand in the order of time.
WIDE = 731
# So many conditions are kept as they were found, a byte a happening each: most views share all but one.
_MOST_HELD = 32


@dataclass(frozen=True)
class Columns:
    """One version of the store as columns; days count from 1970.

    Attributes:
        first: First possible day, `NEVER` when none is known.
        last: Last possible day, `EVER` when none is known.
        placed: Whether it can stand on the axis.
        exact: Whether its date is stated without doubt.
        approximate: Whether its date is marked as approximate.
        scattered: Whether impossible days lie between its possible ones: see `runs`.
        planned: Whether it was still to come when it was reported, or put off.
        score: How likely it is an event at all.
        weight: Which is shown first where there is no room for all.
        reports: How many reports tell of it.
        sources: How many of them are of a wording of their own.
        told: First possible day of the report that tells it best, and the last.
        runs: The runs of possible days of the scattered: place, first and last day.
        bridges: `organization`, `family`, `country`, `person`, `topic`, `type`, `status`, `publisher`,
            `language`, `document`.
        bodies: What is known of bodies.
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
    told: tuple[Ints, Ints]
    runs: tuple[Ints, Ints, Ints]
    bridges: Mapping[str, Bridge]
    bodies: Bodies
    orders: dict[str, Ints] = field(default_factory=dict)
    _members: dict[str, Bridge] = field(default_factory=dict)
    _held: Latest[Bits] = field(default_factory=lambda: Latest(_MOST_HELD), repr=False, compare=False)

    @property
    def size(self) -> int:
        """How many happenings there are."""
        return len(self.first)

    def tied(self, kind: str, layer: str = "") -> tuple[Bridge, int]:
        """Which happening has which keys of a kind, and the bits of a layer of it; 0 for any."""
        if layer != MEMBER:
            return self.bridges[kind], BITS.get(kind, {}).get(layer, 0)
        if not self._members:
            bounded = (self.first != NEVER) & (self.last != EVER)
            first, last = (
                np.where(bounded, own, told)
                for own, told in zip((self.first, self.last), self.told, strict=True)
            )
            self._members.update(bridge_members(self.bridges["country"], first, last, self.bodies))
        return self._members[kind], 0

    def holding(self, kind: str, keys: frozenset[str], layer: str = "") -> Bits:
        """Whether each happening has one of some keys of a kind: the latest answers are kept."""

        def find() -> Bits:
            bridge, bits = self.tied(kind, layer)
            found = bridge.holding(keys, self.size, bits)
            found.setflags(write=False)
            return found

        return self._held.answer((kind, keys, layer), find)

    def times(self, count: str) -> Ints | None:
        """How many times each happening counts (`COUNTS`); None for once."""
        return {"reports": self.reports, "sources": self.sources}.get(count)

    def certainty(self, asked: str) -> Bits:
        """How sure the date is: `exact`, `approximate` or `unplaced` (`EventFilter.certainty`)."""
        if asked == "exact":
            return self.exact
        found: Bits = ~self.placed if asked == "unplaced" else self.placed & ~self.exact
        return found

    @cached_property
    def turn(self) -> Ints:
        """Which comes first where there is no room for all: by weight, then by place."""
        turn = np.empty(self.size, np.int32)
        turn[np.lexsort((np.arange(self.size), -self.weight))] = np.arange(self.size)
        return turn

    @cached_property
    def wide(self) -> Bits:
        """What stands on the axis, but on no stretch of it in particular."""
        return self.placed & (self.last.astype(np.int64) - self.first > WIDE)

    @cached_property
    def bounded(self) -> Bits:
        """What of the scattered lies between two days: on one of several runs of days, however far apart."""
        return self.scattered & (self.first > NEVER) & (self.last < EVER)

    @cached_property
    def vague(self) -> Bits:
        """What of that did not last so long, but may lie anywhere in it: no time can be told to hold it."""
        found: Bits = self.wide & ~self.exact
        return found


def read_columns(cursor: duckdb.DuckDBPyConnection, bodies: Bodies) -> Columns:
    """The columns of a serving database, with what is known of bodies.

    Args:
        cursor: Of the database, which knows the rows of `happenings.sql` as `happenings`.
        bodies: What is known of bodies.
    """
    query = """
        SELECT coalesce(earliest - DATE '1970-01-01', $never)::INTEGER AS first,
               coalesce(latest - DATE '1970-01-01', $ever)::INTEGER AS last,
               placed, exact, approximate, scattered, status IN ('planned', 'postponed') AS planned,
               score::DOUBLE AS score, weight::DOUBLE AS weight, reports, sources,
               coalesce(told_earliest - DATE '1970-01-01', $never)::INTEGER AS told_first,
               coalesce(told_latest - DATE '1970-01-01', $ever)::INTEGER AS told_last,
               list_position($types, type)::INTEGER - 1 AS type,
               list_position($statuses, status)::INTEGER - 1 AS status
        FROM happenings ORDER BY number
    """
    given = {"never": NEVER, "ever": EVER, "types": list(EVENT_TYPES), "statuses": list(STATUSES)}
    found = _fetch(cursor, query, given)
    places = np.arange(len(found["first"]), dtype=np.int32)
    bridges = {
        "type": Bridge(EVENT_TYPES, found.pop("type").astype(np.int8), places),
        "status": Bridge(STATUSES, found.pop("status").astype(np.int8), places),
        "organization": _bridge(cursor, _ORGANIZATIONS),
        "family": _bridge(cursor, _FAMILIES),
        "country": _bridge(cursor, _COUNTRIES),
        "topic": _bridge(cursor, _TOPICS),
        "person": _bridge(cursor, _PEOPLE),
        "publisher": _bridge(cursor, _PUBLISHERS),
        "language": _bridge(cursor, _LANGUAGES),
        "document": _bridge(cursor, _DOCUMENTS),
    }
    runs = _fetch(cursor, _RUNS, {})
    told = found.pop("told_first"), found.pop("told_last")
    ends = runs["place"], runs["first"], runs["last"]
    return Columns(told=told, runs=ends, bridges=bridges, bodies=bodies, **found)


_ORGANIZATIONS = """
    SELECT o.key, b.happening - 1 AS place, b.layers FROM happening_organizations b
    JOIN organizations o ON o.number = b.organization ORDER BY b.happening, b.strength, o.key
"""
_FAMILIES = """
    SELECT o.family AS key, b.happening - 1 AS place, bit_or(b.layers) AS layers
    FROM happening_organizations b JOIN organizations o ON o.number = b.organization
    WHERE o.family <> '' GROUP BY ALL ORDER BY place, key
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
_PUBLISHERS = """
    SELECT DISTINCT d.publisher AS key, h.happening - 1 AS place FROM happening_documents h
    JOIN documents d ON d.number = h.document ORDER BY place, key
"""
_LANGUAGES = """
    SELECT DISTINCT coalesce(nullif(d.language, ''), 'und') AS key, h.happening - 1 AS place
    FROM happening_documents h JOIN documents d ON d.number = h.document ORDER BY place, key
"""
_RUNS = """
    SELECT (h.number - 1)::INTEGER AS place, (r.first_day - DATE '1970-01-01')::INTEGER AS first,
           (r.last_day - DATE '1970-01-01')::INTEGER AS last
    FROM happenings h JOIN runs r ON r.edtf = h.edtf WHERE h.scattered
"""


def _bridge(cursor: duckdb.DuckDBPyConnection, rows: str) -> Bridge:
    keys = cursor.execute(f"SELECT DISTINCT key FROM ({rows}) ORDER BY key").fetchall()  # noqa: S608 - our own words
    tied = ", layers" if "layers" in rows else ""
    query = f"""
        WITH told AS (SELECT *, row_number() OVER () AS row FROM ({rows})),
             keys AS (SELECT key, (row_number() OVER (ORDER BY key) - 1)::INTEGER AS code
                      FROM (SELECT DISTINCT key FROM told))
        SELECT code, place::INTEGER AS place{tied} FROM told JOIN keys USING (key) ORDER BY row
    """  # noqa: S608 - likewise
    found = _fetch(cursor, query, {})
    layers = found["layers"].astype(np.int8) if "layers" in found else None
    small = np.int16 if len(keys) <= np.iinfo(np.int16).max else np.int32
    return Bridge(tuple(key for (key,) in keys), found["code"].astype(small), found["place"], layers)


def _fetch(cursor: duckdb.DuckDBPyConnection, query: str, given: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = cursor.execute(query, dict(given)).fetchnumpy()
    return {name: np.ma.getdata(column) for name, column in found.items()}
