"""The questions as frames: a View in, a pandas frame of documented columns out.

An empty frame has the same columns and types as a full one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from data_model.errors import FilterError
from data_model.store.arrays import Ints
from data_model.store.filters import LAYERS
from data_model.store.view import View

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
UNITS = {"day": ("D", 1), "month": ("M", 1), "quarter": ("M", 3), "year": ("Y", 1), "decade": ("Y", 10)}
_EPOCH_YEAR = 1970


def ask_timeline(_cursor: duckdb.DuckDBPyConnection, view: View) -> pd.DataFrame:
    """One row a happening that can stand on the axis, in the order of time."""
    return _happenings(view, np.flatnonzero(view.placed), TIMELINE)


def ask_undated(_cursor: duckdb.DuckDBPyConnection, view: View) -> pd.DataFrame:
    """One row a happening that cannot (no bounds, an open end, one of several days), the most told first."""
    return _happenings(view, view.ordered("told")[sum(view.parts()[:2]) :], UNDATED)


def ask_by_country(_cursor: duckdb.DuckDBPyConnection, view: View, layer: str) -> pd.DataFrame:
    """Happenings and reports a country, in one of the layers."""
    if layer not in LAYERS:
        msg = f"layer: {layer!r} is not possible; expected one of {', '.join(LAYERS)}"
        raise FilterError(msg)
    (lands, bits), told = view.columns.tied("country", layer), view.columns.bridges["document"]
    tied = view.chosen[lands.place] & lands.tied(bits)
    ties = pd.DataFrame({"place": lands.place[tied], "country": lands.code[tied]})
    both = ties.merge(pd.DataFrame({"place": told.place, "document": told.code}), on="place")
    reports = both.groupby("country")["document"].nunique().to_dict()
    code = {key: number for number, key in enumerate(lands.keys)}
    rows = [(country, events, reports[code[country]]) for country, events in view.by_country(layer).items()]
    return _frame(rows, BY_COUNTRY)


def ask_over_time(_cursor: duckdb.DuckDBPyConnection, view: View, unit: str) -> pd.DataFrame:
    """Happenings a bin, ranges spread, and how many of them were planned."""
    starts, edges = _edges(view, unit)
    events, planned = view.over_time(edges) if len(starts) else (np.zeros(0), np.zeros(0))
    some = np.flatnonzero(events)
    return _frame(list(zip(starts[some], events[some], planned[some], strict=True)), OVER_TIME)


def ask_topics_over_time(_cursor: duckdb.DuckDBPyConnection, view: View, unit: str) -> pd.DataFrame:
    """Happenings a topic and bin, ranges spread."""
    starts, edges = _edges(view, unit)
    found = view.topics_over_time(edges) if len(starts) else {}
    rows = [
        (topic, starts[place], events[place])
        for topic, events in sorted(found.items())
        for place in np.flatnonzero(events).tolist()
    ]
    return _frame(rows, TOPICS_OVER_TIME)


def ask_facets(cursor: duckdb.DuckDBPyConnection, view: View) -> pd.DataFrame:
    """How many happenings each further choice would leave, each kind under the other filters."""
    bodies = dict(cursor.execute("SELECT key, name FROM organizations").fetchall())
    names = {"organization": bodies, "topic": dict(cursor.execute("SELECT key, name FROM topics").fetchall())}
    rows = [
        (kind, key, names.get(kind, {}).get(key, ""), events)
        for kind, counted in sorted(view.facets().items())
        for key, events in counted.items()
    ]
    return _frame(rows, FACETS)


def ask_sources(cursor: duckdb.DuckDBPyConnection, view: View) -> pd.DataFrame:
    """The reports that tell of the selection, and how many of its happenings each tells of."""
    counted = view.by_document()
    given = pa.table(
        {"id": pa.array(counted.keys(), pa.string()), "events": pa.array(counted.values(), pa.int64())}
    )
    cursor.register("asked", given)
    query = """
        SELECT d.id, d.source, d.title, d.url, d.language, d.published, d.document_date, a.events
        FROM documents d JOIN asked a ON a.id = d.id ORDER BY d.id
    """
    return _typed(cursor.execute(query).df(), SOURCES)


def _happenings(view: View, places: Ints, columns: Mapping[str, str]) -> pd.DataFrame:
    return _frame([tuple(row.values()) for row in view.rows(places, tuple(columns))], columns)


def _edges(view: View, unit: str) -> tuple[np.ndarray, np.ndarray]:
    """The first day of every bin of the view, and as numbers of days, with the day after the last."""
    if unit not in UNITS:
        msg = f"unit: {unit!r} is not possible; expected one of {', '.join(UNITS)}"
        raise FilterError(msg)
    if view.counts.first is None or view.counts.last is None:
        return np.zeros(0, "datetime64[D]"), np.zeros(1, np.int64)
    kind, size = UNITS[unit]
    begin, end = (_bin_number(day, kind, size) for day in (view.counts.first, view.counts.last))
    steps = np.arange(begin, end + 2 * size, size)
    days = steps.astype(f"datetime64[{kind}]").astype("datetime64[D]")
    return days[:-1], days.astype(np.int64)


def _bin_number(day: date, kind: str, size: int) -> int:
    """The bin of a day: days, months or years since 1970, in steps that begin with the year 0."""
    number = int(np.datetime64(day).astype(f"datetime64[{kind}]").astype(np.int64))
    offset = _EPOCH_YEAR if kind == "Y" else 0
    return (number + offset) // size * size - offset


def _frame(rows: list[tuple[Any, ...]], columns: Mapping[str, str]) -> pd.DataFrame:
    return _typed(pd.DataFrame(rows, columns=list(columns)), columns)


def _typed(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    for name, kind in columns.items():
        if kind == LIST:
            frame[name] = pd.Series([list(one) for one in frame[name]], dtype=object)
        else:
            frame[name] = frame[name].astype(kind)
    return frame[list(columns)]
