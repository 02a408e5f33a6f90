"""Rows of the store to what the timeline draws."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboard import labels, sentences
from dashboard.days_in_words import date_in_words
from dashboard.figures.marks import group_of, mark_size, shape_of
from dashboard.figures.timeline import Dot, day_span
from dashboard.naming import Naming

if TYPE_CHECKING:
    import pandas as pd

MOST_BODIES = 4
# Lane kind -> column of the frame.
COLUMNS = {"organization": "organizations", "country": "countries", "topic": "topics", "type": "type"}


def dots_of(frame: pd.DataFrame, naming: Naming) -> list[Dot]:
    """The placed events of a frame, in its order."""
    return [_dot(row, naming) for row in _rows(frame)]


def lane_keys(frame: pd.DataFrame, by: str) -> list[list[str]]:
    """For each event the lanes it belongs to."""
    column = frame[COLUMNS[by]].tolist()
    return [[value] if isinstance(value, str) else list(value) for value in column]


def _rows(frame: pd.DataFrame) -> Iterator[dict[str, object]]:
    names = list(frame.columns)
    for values in frame.itertuples(index=False, name=None):
        yield dict(zip(names, values, strict=True))


def _dot(row: dict[str, object], naming: Naming) -> Dot:
    earliest, latest = row["earliest"].date(), row["latest"].date()  # type: ignore[attr-defined]
    start, stop = day_span(earliest, latest)
    edtf, status, reports = str(row["edtf"]), str(row["status"]), int(row["reports"])  # type: ignore[call-overload]
    bodies = [naming.short(key) for key in list(row["organizations"])[:MOST_BODIES]]  # type: ignore[call-overload]
    kind = labels.TYPE_NAMES.get(str(row["type"]), str(row["type"]))
    facts = (
        f"{kind} · {labels.STATUS_NAMES.get(status, status)}",
        ", ".join(bodies),
        sentences.counted(reports, "document"),
    )
    return Dot(
        id=str(row["id"]),
        title=str(row["title"]),
        when=date_in_words(edtf),
        facts=facts,
        start=start,
        stop=stop,
        shape=shape_of(
            edtf, approximate=bool(row["approximate"]) and "~" in edtf, same_day=earliest == latest
        ),
        group=group_of(status),
        family=naming.family_of(list(row["topics"])),  # type: ignore[call-overload]
        size=mark_size(main=bool(row["main"]), reports=reports),
        weight=float(row["weight"]),  # type: ignore[arg-type]
    )
