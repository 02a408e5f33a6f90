"""The timeline as a list in the order of time: years and days as heads, how long nothing was between them.

Every event takes the same room however far the next one is, which suits a narrow screen and uneven gaps; one
of several lanes stands once and names them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids, labels, sentences, timeline_labels, timeline_sentences
from dashboard.components.light import Light, tag
from dashboard.components.parts import attributes
from dashboard.components.view_parts import dot_of, held, more
from dashboard.days_in_words import date_in_words
from dashboard.filters import filter_named
from dashboard.naming import Naming
from dashboard.selection import Selection
from data_model import STRENGTHS, View

Row = Mapping[str, Any]
# What lanes stand for -> where a row has it; a row of one kind names its kind.
_KEYS = {"organization": "organizations", "country": "countries", "person": "people", "topic": "topics"}


def page_of(view: View, start: int, stop: int) -> tuple[list[dict[str, Any]], Row | None, int]:
    """Some of what stands on the axis in the order of time, the one before them, and how many there are."""
    placed = view.ordered("oldest")[: sum(view.parts()[:2])]
    rows = view.rows(placed[max(start - 1, 0) : stop])
    return (rows[1:], rows[0], len(placed)) if start and rows else (rows, None, len(placed))


def day_list(rows: Sequence[Row], naming: Naming, selection: Selection, total: int) -> list[Component]:
    """The beginning of the list, and the button that makes it longer."""
    told = held(day_rows(rows, naming, selection, None))
    name = attributes(aria_label=timeline_labels.DAY_LIST)
    return [html.Ol(told, id=ids.DAYS_MORE, className="days", **name), *more(ids.DAYS_MORE, len(rows), total)]


def day_rows(rows: Sequence[Row], naming: Naming, selection: Selection, before: Row | None) -> list[Light]:
    """An entry an event, with the heads and gaps before it.

    Args:
        rows: Events in the order of time, what says too little of its day behind the others.
        naming: Names of keys.
        selection: What was chosen.
        before: The event before the first of them, None where there is none.
    """
    told: list[Light] = []
    for row in rows:
        dated = before is None or before["edtf"] != row["edtf"]
        told += [*_heads(row, before), _entry(row, naming, selection, dated=dated)]
        before = row
    return told


def _heads(row: Row, before: Row | None) -> list[Light]:
    """The year where another begins, how long nothing was, and where dates too wide for an order begin."""
    if _wide(row):
        begins = before is None or not _wide(before)
        return [tag("li", labels.WIDE_ROWS, className="day-year")] if begins else []
    gap = timeline_sentences.later((row["earliest"] - before["latest"]).days) if before else ""
    heads = [tag("li", gap, className="day-gap")] if gap else []
    if before is None or before["earliest"].year != row["earliest"].year:
        heads.append(tag("li", str(row["earliest"].year), className="day-year"))
    return heads


def _wide(row: Row) -> bool:
    return bool((row["latest"] - row["earliest"]).days > View.WIDE)


def _entry(row: Row, naming: Naming, selection: Selection, *, dated: bool) -> Light:
    weak = selection.doubtful and row["score"] < STRENGTHS["clear"]
    return tag(
        "li",
        dot_of(dict(row), naming),
        *([tag("span", date_in_words(str(row["edtf"])), className="day-date")] if dated else []),
        tag("button", str(row["title"]), className="day-title", type="button", data_event=str(row["id"])),
        *(tag("span", line, className="day-why") for line in _lines(row, naming, selection) if line),
        className="day-event day-pale" if weak else "day-event",
    )


def _lines(row: Row, naming: Naming, selection: Selection) -> list[str]:
    """What is told below the title: kind and status, the lanes it stands in, what of it is in doubt."""
    status, by = str(row["status"]), selection.lanes
    kind = labels.TYPE_NAMES.get(str(row["type"]), str(row["type"]))
    names = [filter_named(by).name(naming, key) for key in row[_KEYS[by]]] if by in _KEYS else []
    guess = row["earliest"] != row["latest"]
    disagree = timeline_sentences.told_days(row["said"]) if selection.doubtful else ""
    return [
        f"{kind} · {labels.STATUS_NAMES.get(status, status).lower()}",
        ", ".join(names),
        sentences.likely_day(str(row["likely"]), row["likely_share"]) if guess else "",
        disagree or (labels.DISAGREE if row["disagree"] else ""),
    ]
