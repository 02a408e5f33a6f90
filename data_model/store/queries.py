"""The questions: an EventFilter in, a pandas frame of documented columns out.

Every question begins with the same selection (`conditions.select`) of happenings; all values travel as bound
parameters. An empty frame has the same columns and types as a full one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import duckdb
import pandas as pd

from data_model.errors import FilterError
from data_model.store.conditions import LAYER_BITS, select, to_conditions
from data_model.store.filters import LAYERS, EventFilter

DAY, TEXT, LIST = "datetime64[us]", "str", "object"
TIMELINE = {
    "id": TEXT, "title": TEXT, "type": TEXT, "plover": TEXT, "cameo": TEXT, "status": TEXT, "edtf": TEXT,
    "earliest": DAY, "latest": DAY, "precision": TEXT, "basis": TEXT, "approximate": "bool", "main": "bool",
    "reports": "int64", "sources": "int64", "disagree": "bool", "weight": "float64", "organizations": LIST,
    "countries": LIST, "topics": LIST, "place_city": TEXT, "place_country": TEXT, "documents": LIST,
    "according_to": TEXT, "score": "float64",
}  # fmt: skip
UNDATED = {**TIMELINE, "wording": TEXT}
BY_COUNTRY = {"country": TEXT, "events": "int64", "reports": "int64"}
TOPICS_OVER_TIME = {"topic": TEXT, "bin": DAY, "events": "float64"}
OVER_TIME = {"bin": DAY, "events": "float64", "planned": "float64"}
FACETS = {"kind": TEXT, "key": TEXT, "name": TEXT, "events": "int64"}
SOURCES = {
    "id": TEXT, "source": TEXT, "title": TEXT, "url": TEXT, "language": TEXT, "published": TEXT,
    "document_date": TEXT, "events": "int64",
}  # fmt: skip
UNITS = {
    "day": "1 day",
    "month": "1 month",
    "quarter": "3 months",
    "year": "1 year",
    "decade": "10 years",
}


class Total(NamedTuple):
    """What the whole store holds."""

    events: int
    documents: int


class Certain(NamedTuple):
    """What certainly lies in the period asked for; without a period, everything that was found."""

    events: int
    documents: int
    countries: int
    organizations: int
    planned: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a selection holds; events are happenings, however many reports tell of them.

    Attributes:
        events: Happenings.
        documents: Reports that tell of them.
        countries: Countries taking part, being the place, or named.
        organizations: Bodies in them.
        undated: Happenings that cannot stand on the axis.
        approximate: Happenings whose date is marked as approximate.
        planned: Happenings still to come when they were reported.
        first: First possible day of those on the axis.
        last: Last possible day of those on the axis.
        certain: The part that certainly lies in the period: no possible day of it is outside, or
            it lasted and reaches into it.
        total: Everything in the store.
    """

    events: int
    documents: int
    countries: int
    organizations: int
    undated: int
    approximate: int
    planned: int
    first: date | None
    last: date | None
    certain: Certain
    total: Total


def ask_timeline(cursor: duckdb.DuckDBPyConnection, wanted: EventFilter) -> pd.DataFrame:
    """One row a happening that can stand on the axis, in the order of time."""
    columns = ", ".join(TIMELINE)
    query = f"SELECT {columns} FROM selected WHERE placed ORDER BY number"  # noqa: S608 - our own words
    return _ask(cursor, wanted, query, TIMELINE)


def ask_undated(cursor: duckdb.DuckDBPyConnection, wanted: EventFilter) -> pd.DataFrame:
    """One row a happening that cannot: no bounds, an open end, or one of several days."""
    columns = ", ".join(UNDATED)
    query = f"SELECT {columns} FROM selected WHERE NOT placed ORDER BY weight DESC, number"  # noqa: S608
    return _ask(cursor, wanted, query, UNDATED)


def ask_by_country(cursor: duckdb.DuckDBPyConnection, wanted: EventFilter, layer: str) -> pd.DataFrame:
    """Happenings and reports a country, in one of the layers."""
    if layer not in LAYERS:
        msg = f"layer: {layer!r} is not possible; expected one of {', '.join(LAYERS)}"
        raise FilterError(msg)
    query = """
        SELECT country, count(DISTINCT happening) AS events, count(DISTINCT document) AS reports
        FROM selected JOIN happening_countries c ON c.happening = selected.number
        JOIN happening_documents d USING (happening)
        WHERE layers & $asked_layer <> 0 GROUP BY country ORDER BY events DESC, country
    """
    return _ask(cursor, wanted, query, BY_COUNTRY, asked_layer=LAYER_BITS[layer])


def ask_over_time(cursor: duckdb.DuckDBPyConnection, wanted: EventFilter, unit: str) -> pd.DataFrame:
    """Happenings a bin of time, and how many of them were planned."""
    query = f"""
        WITH groups AS (
            SELECT earliest, latest, count(*) AS told, count(*) FILTER (status = 'planned') AS expected
            FROM selected WHERE placed GROUP BY ALL
        ), spread AS ({_spread(unit)})
        SELECT bin, sum(told * share) AS events, sum(expected * share) AS planned
        FROM spread GROUP BY bin ORDER BY bin
    """  # noqa: S608 - only our own words
    return _ask(cursor, wanted, query, OVER_TIME)


def ask_topics_over_time(cursor: duckdb.DuckDBPyConnection, wanted: EventFilter, unit: str) -> pd.DataFrame:
    """Happenings a topic and a bin of time."""
    query = f"""
        WITH groups AS (
            SELECT topic, earliest, latest, count(*) AS told
            FROM selected JOIN happening_topics t ON t.happening = selected.number
            WHERE placed GROUP BY ALL
        ), spread AS ({_spread(unit)})
        SELECT topic, bin, sum(told * share) AS events FROM spread GROUP BY ALL ORDER BY topic, bin
    """  # noqa: S608 - only our own words
    return _ask(cursor, wanted, query, TOPICS_OVER_TIME)


def ask_facets(cursor: duckdb.DuckDBPyConnection, wanted: EventFilter) -> pd.DataFrame:
    """How many happenings each further choice would leave, each kind under the other filters."""
    fixed, apart, values = to_conditions(wanted)
    flags = {kind: f"coalesce({condition}, false)" for kind, condition in apart.items()}

    def others(own: str) -> str:
        return " AND ".join(f"by_{kind}" for kind in flags if kind != own) or "true"

    columns = "".join(f", {flag} AS by_{kind}" for kind, flag in flags.items())
    query = f"""
        WITH selected AS MATERIALIZED (
            SELECT number, type, status{columns} FROM happenings WHERE {fixed}
        ), counted AS (
            SELECT 'organization' AS kind, o.key, o.name, count(*) AS events
            FROM selected JOIN happening_organizations b ON b.happening = selected.number
            JOIN organizations o ON o.number = b.organization WHERE {others("organization")} GROUP BY ALL
            UNION ALL
            SELECT 'family', o.family, '', count(DISTINCT selected.number)
            FROM selected JOIN happening_organizations b ON b.happening = selected.number
            JOIN organizations o ON o.number = b.organization
            WHERE o.family <> '' AND {others("organization")} GROUP BY ALL
            UNION ALL
            SELECT 'country', c.country, '', count(*)
            FROM selected JOIN happening_countries c ON c.happening = selected.number
            WHERE c.layers & $facet_layer <> 0 AND {others("country")} GROUP BY ALL
            UNION ALL
            SELECT 'topic', t.topic, coalesce(any_value(n.name), ''), count(*)
            FROM selected JOIN happening_topics t ON t.happening = selected.number
            LEFT JOIN topics n ON n.key = t.topic WHERE {others("topic")} GROUP BY t.topic
            UNION ALL
            SELECT 'type', type, '', count(*) FROM selected WHERE {others("type")} GROUP BY ALL
            UNION ALL
            SELECT 'status', status, '', count(*) FROM selected WHERE {others("status")} GROUP BY ALL
        )
        SELECT kind, key, name, events FROM counted ORDER BY kind, events DESC, key
    """  # noqa: S608 - only our own words; every value is bound
    return _frame(cursor, query, {**values, "facet_layer": LAYER_BITS[wanted.country_layer]}, FACETS)


def ask_sources(cursor: duckdb.DuckDBPyConnection, wanted: EventFilter) -> pd.DataFrame:
    """The reports that tell of the selection, and how many of its happenings each tells of."""
    query = """
        SELECT d.id, d.source, d.title, d.url, d.language, d.published, d.document_date, count(*) AS events
        FROM selected JOIN happening_documents h ON h.happening = selected.number
        JOIN documents d ON d.number = h.document GROUP BY ALL ORDER BY d.id
    """
    return _ask(cursor, wanted, query, SOURCES)


def ask_counts(cursor: duckdb.DuckDBPyConnection, wanted: EventFilter) -> Counts:
    """How much the selection holds, how much of that is certain, and the store."""
    query = f""", certain AS (SELECT * FROM selected WHERE {_is_certain(wanted)})
        SELECT {_amounts("selected")},
               count(*) FILTER (NOT placed), count(*) FILTER (approximate),
               min(earliest) FILTER (placed), max(latest) FILTER (placed),
               (SELECT count(*) FROM certain), {_amounts("certain")},
               (SELECT count(*) FROM happenings), (SELECT count(*) FROM documents), count(*)
        FROM selected
    """  # noqa: S608 - only our own words; every value is bound
    selected, values = select(wanted)
    row = cursor.execute(selected + query, values).fetchone()
    (documents, countries, organizations, planned, undated, approximate, *ends) = row or (0,) * 16
    first, last, certain, told, lands, bodies, expected, events, reports, found = ends
    return Counts(
        events=found,
        documents=documents,
        countries=countries,
        organizations=organizations,
        undated=undated,
        approximate=approximate,
        planned=planned,
        first=first,
        last=last,
        certain=Certain(certain, told, lands, bodies, expected),
        total=Total(events, reports),
    )


def _is_certain(wanted: EventFilter) -> str:
    """That no possible day lies outside the period; what lasted and passed the filter reaches into it."""
    within = []
    if wanted.since is not None:
        within.append("earliest >= $since")
    if wanted.until is not None:
        within.append("latest <= $until")
    return f"coalesce(exact OR ({' AND '.join(within)}), false)" if within else "true"


def _amounts(table: str) -> str:
    """Documents, countries, organizations and planned happenings of a table of happenings."""
    own = f"(SELECT number FROM {table})"  # noqa: S608 - our own words, here and below
    return f"""
        (SELECT count(DISTINCT document) FROM happening_documents WHERE happening IN {own}),
        (SELECT count(DISTINCT country) FROM happening_countries
         WHERE layers & 7 <> 0 AND happening IN {own}),
        (SELECT count(DISTINCT organization) FROM happening_organizations WHERE happening IN {own}),
        (SELECT count(*) FROM {table} WHERE status = 'planned')"""  # noqa: S608


def _ask(
    cursor: duckdb.DuckDBPyConnection,
    wanted: EventFilter,
    query: str,
    columns: Mapping[str, str],
    **more: object,
) -> pd.DataFrame:
    selected, values = select(wanted)
    return _frame(cursor, selected + _continued(query), {**values, **more}, columns)


def _continued(query: str) -> str:
    """A query with a WITH of its own goes on in the list that the selection began."""
    stripped = query.strip()
    return f", {stripped.removeprefix('WITH ')}" if stripped.startswith("WITH ") else f" {stripped}"


def _spread(unit: str) -> str:
    """Each group once a bin it may fall in, with the share of its days that lie there."""
    if unit not in UNITS:
        msg = f"unit: {unit!r} is not possible; expected one of {', '.join(UNITS)}"
        raise FilterError(msg)
    step = f"INTERVAL {UNITS[unit]}"
    return f"""
        SELECT *, (least(latest, (bin + {step})::DATE - 1) - greatest(earliest, bin::DATE) + 1)
                  / (latest - earliest + 1) AS share
        FROM (SELECT *, unnest(range(date_trunc('{unit}', earliest)::TIMESTAMP,
                                     latest::TIMESTAMP + INTERVAL 1 day, {step})) AS bin FROM groups)
    """  # noqa: S608 - only our own words


def _frame(
    cursor: duckdb.DuckDBPyConnection, query: str, values: Mapping[str, Any], columns: Mapping[str, str]
) -> pd.DataFrame:
    frame = cursor.execute(query, dict(values)).df()
    for name, kind in columns.items():
        if kind == LIST:
            frame[name] = pd.Series([list(one) for one in frame[name]], dtype=object)
        else:
            frame[name] = frame[name].astype(kind)
    return frame[list(columns)]
