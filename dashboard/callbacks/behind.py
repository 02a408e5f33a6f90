"""What is behind a country of the map or a cell of the topics: which events, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from dashboard import chart_labels, filter_labels, sentences
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.period import chosen_view
from dashboard.components import behind
from dashboard.components.behind import PAGE, Step
from dashboard.components.light import Light, as_light
from dashboard.components.view_parts import more
from dashboard.days_in_words import days_between
from dashboard.figures.time_axis import number_of
from dashboard.filters import filter_named
from dashboard.selection import Selection, read_selection
from data_model import View, counted_within, having

KINDS = ("country", "topic")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a chart that stands for events.

    Attributes:
        kind: country or topic.
        key: Which.
        days: Of a cell, its first and last day.
    """

    kind: str
    key: str
    days: tuple[date, date] | None = None


def read_spot(text: str) -> Spot | None:
    """`country::RU`, `topic:2014-01-01..2014-12-31:terrorism`; None for anything else."""
    kind, _, rest = text.partition(":")
    span, _, key = rest.partition(":")
    if kind not in KINDS or not key:
        return None
    if not span:
        return Spot(kind, key)
    try:
        first, last = (date.fromisoformat(day) for day in span.split(".."))
    except ValueError:
        return None
    return Spot(kind, key, (first, last)) if first <= last else None


def answer_behind(asked: Asked, query: Mapping[str, str], name: str) -> Light:
    """The panel of a spot; nothing for what is none.

    Args:
        asked: Whom the page asks.
        query: The view's address.
        name: The spot, as `read_spot` takes it.
    """
    spot = read_spot(name)
    if spot is None:
        return as_light([])
    selection, _ = read_selection(query)
    naming = asked.naming()
    view, _, _ = chosen_view(asked.open_store(), selection, naming)
    places, certain = _places(view, spot, selection)
    called = filter_named(spot.kind).name(naming, spot.key)
    title = f"{called}, {days_between(*spot.days)}" if spot.days else called
    notes = [sentences.counted(len(places), "event") if len(places) else chart_labels.BEHIND_NONE]
    if spot.kind == "country":
        notes.append(filter_labels.LAYER_HELP[selection.asked.country_layer])
    if certain < len(places):
        notes.append(chart_labels.BEHIND_SHARES.format(number=f"{len(places) - certain:,}"))
    shown = _items(asked, view, places[:PAGE])
    return as_light(behind.panel(name, title, notes, shown, len(places), _steps(spot, called, selection)))


def more_behind(asked: Asked, query: Mapping[str, str], name: str, start: int) -> dict[str, Any]:
    """Further events of a spot, and the button for those after them."""
    spot = read_spot(name)
    if spot is None:
        return {"rows": as_light([]), "more": as_light([])}
    selection, _ = read_selection(query)
    view, _, _ = chosen_view(asked.open_store(), selection, asked.naming())
    places, _ = _places(view, spot, selection)
    shown = _items(asked, view, places[start : start + PAGE])
    return {"rows": as_light(shown), "more": as_light(more(name, start + len(shown), len(places), PAGE))}


def _places(view: View, spot: Spot, selection: Selection) -> tuple[np.ndarray, int]:
    """The events of a spot in the order of the table, and how many of them are there for certain."""
    found = having(view, spot.kind, spot.key)
    columns, certain = view.columns, found
    if spot.days:
        start, stop = number_of(spot.days[0]), number_of(spot.days[1]) + 1
        found = found & counted_within(view, start, stop)
        certain = found & (columns.first >= start) & (columns.last < stop)
    ordered = view.ordered(selection.sort)
    return ordered[found[ordered]], int(certain.sum())


def _items(asked: Asked, view: View, places: np.ndarray) -> list[Light]:
    rows = view.rows(places)
    events = asked.open_store().whole_events([str(row["id"]) for row in rows])
    return behind.items(rows, events, asked.naming())


def _steps(spot: Spot, called: str, selection: Selection) -> list[Step]:
    row = filter_named(spot.kind)
    words = chart_labels.FILTER_OFF if spot.key in selection.value(row) else chart_labels.FILTER_BY
    steps = [Step(words.format(name=called), {"data_toggle": row.parameter, "data_value": spot.key})]
    if spot.days:
        first, last = spot.days
        told = {"data_set": "from,to,left,right", "data_value": f"{first},{last},,"}
        steps.append(Step(chart_labels.FILTER_DAYS.format(days=days_between(first, last)), told))
    return steps
