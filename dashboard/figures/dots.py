"""Rows of the store to what the timeline draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from dashboard import labels, sentences, timeline_sentences
from dashboard.days_in_words import date_in_words
from dashboard.figures.marks import Dot, day_span, group_of, mark_size, shape_of
from dashboard.naming import Naming
from data_model import EventDate

MOST_BODIES = 4
FIRST = 1e9  # heavier than any event
_NONE: Mapping[str, str] = {}


def dots_of(rows: Sequence[Mapping[str, Any]], naming: Naming, own: Mapping[str, str] = _NONE) -> list[Dot]:
    """Events with a first and a last possible day as the store gives them whole, in their order.

    Args:
        rows: The events.
        naming: Names of keys.
        own: Key of an event -> a label of the reader's own, for which room is found first.
    """
    dots = [_dot(row, naming) for row in rows]
    if not own:
        return dots
    return [replace(dot, title=own[dot.id], weight=FIRST, own=True) if dot.id in own else dot for dot in dots]


@lru_cache(maxsize=4_096)
def _span(edtf: str) -> tuple[float, float] | None:
    when = EventDate(edtf)
    return day_span(when.earliest, when.latest) if when.earliest and when.latest else None


@lru_cache(maxsize=4_096)
def _runs(edtf: str) -> tuple[tuple[float, float], ...]:
    """The runs of days a date allows, those with two ends."""
    return tuple(day_span(one.first, one.last) for one in EventDate(edtf).spans if one.first and one.last)


def _dot(row: Mapping[str, Any], naming: Naming) -> Dot:
    earliest, latest = row["earliest"], row["latest"]
    start, stop = day_span(earliest, latest)
    edtf, status, reports = str(row["edtf"]), str(row["status"]), row["reports"]
    bodies = [naming.short(key) for key in row["organizations"][:MOST_BODIES]]
    likely = str(row["likely"]) if (latest - earliest).days else ""
    kind = labels.TYPE_NAMES.get(str(row["type"]), str(row["type"]))
    facts = (
        f"{kind} · {labels.STATUS_NAMES.get(status, status)}",
        ", ".join(bodies),
        sentences.likely_day(likely, row["likely_share"]),
        sentences.told_by(reports, row["sources"], disagree=row["disagree"]),
        timeline_sentences.told_days(row["said"]),
    )
    return Dot(
        id=str(row["id"]),
        title=str(row["title"]),
        when=date_in_words(edtf),
        facts=facts,
        start=start,
        stop=stop,
        shape=shape_of(edtf, approximate=row["approximate"] and "~" in edtf, same_day=earliest == latest),
        group=group_of(status),
        family=naming.family_of(row["topics"]),
        size=mark_size(main=row["main"], reports=reports),
        weight=float(row["weight"]),
        likely=_span(likely) if likely else None,
        score=row["score"],
        runs=() if row["placed"] else _runs(edtf),
        disagree=row["disagree"],
        said=tuple(span for told in row["said"] if (span := _span(told))),
    )
