"""From an open event to the one before and after it in time, among those of the view."""

from __future__ import annotations

from typing import Any

import numpy as np
from dash import html
from dash.development.base_component import Component

from dashboard import timeline_labels
from dashboard.components.parts import attributes, icon
from dashboard.days_in_words import date_in_words
from data_model import View


def walk_bar(view: View, place: int) -> list[Component]:
    """The bar above an event; none for one that is not in the view, or is all of it.

    Args:
        view: What is looked at.
        place: The place of the event in the store.
    """
    beside = view.beside(place)
    if beside is None or beside.total == 1:
        return []
    words = timeline_labels.IN_TIME.format(turn=f"{beside.turn + 1:,}", total=f"{beside.total:,}")
    return [
        html.Nav(
            [
                _step(view, beside.before, timeline_labels.EARLIER, "chevron-left", "before"),
                html.Span(words, className="walk-turn", role="status"),
                _step(view, beside.after, timeline_labels.LATER, "chevron-right", "after"),
            ],
            className="walk-bar",
            **attributes(aria_label=timeline_labels.BESIDE),
        )
    ]


def _step(view: View, place: int | None, words: str, sign: str, way: str) -> Component:
    """A button to a neighbour, which says its date; the keyboard finds it by its way."""
    told: dict[str, Any] = {"className": "text-button", "type": "button"}
    if place is None:
        return html.Button(
            icon(sign), disabled=True, **told, **attributes(data_step=way, aria_label=words.format(title="–"))
        )
    (row,) = view.rows(np.array([place]))
    date = html.Span(date_in_words(str(row["edtf"])))
    return html.Button(
        [icon(sign), date] if way == "before" else [date, icon(sign)],
        title=str(row["title"]),
        **told,
        **attributes(data_step=way, data_event=str(row["id"]), aria_label=words.format(title=row["title"])),
    )
