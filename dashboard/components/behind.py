"""The events behind a country of the map or a cell of the topics, with the words that tell them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import chart_labels, labels, sentences
from dashboard.components.light import Light, tag
from dashboard.components.parts import attributes, icon
from dashboard.components.view_parts import dot_of, held, more
from dashboard.days_in_words import date_in_words
from dashboard.naming import Naming
from data_model import Event

PAGE = 12
LONGEST_QUOTE = 220


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do with what is shown: its words, and the data attributes that do it."""

    words: str
    does: Mapping[str, str]


def panel(
    name: str, title: str, notes: Sequence[str], items: Sequence[Light], total: int, steps: Sequence[Step]
) -> Component:
    """The whole panel.

    Args:
        name: What it is asked by, also the id of its list.
        title: What is behind which.
        notes: What is counted, line by line.
        items: The first events.
        total: How many there are.
        steps: What can be done with it.
    """
    close = html.Button(
        icon("x"),
        className="icon-button",
        type="button",
        **attributes(data_close="", aria_label=labels.CLOSE),
    )
    head = html.Div(
        [html.H2(title, id="behind-title", tabIndex="-1"), close],
        className="behind-head",
    )
    buttons = [
        html.Button(step.words, className="chip", type="button", **attributes(**step.does)) for step in steps
    ]
    inside = html.Div(
        [
            *(html.P(note, className="help") for note in notes),
            html.Ol(held(list(items)), id=name, className="behind-list"),
            *more(name, len(items), total, PAGE),
        ],
        className="behind-body",
        tabIndex="0",
        role="group",
        **attributes(aria_labelledby="behind-title"),
    )
    return html.Div(
        [head, inside, html.Div(buttons, className="exits behind-foot")],
        className="behind",
        role="dialog",
        **attributes(aria_labelledby="behind-title"),
    )


def items(rows: Sequence[dict[str, Any]], events: Mapping[str, Event], naming: Naming) -> list[Light]:
    """An event an item: what it is, when, and the words of the first report that tell it."""
    return [_item(row, events.get(str(row["id"])), naming) for row in rows]


def _item(row: dict[str, Any], event: Event | None, naming: Naming) -> Light:
    status = str(row["status"])
    told = " · ".join(
        filter(
            None,
            (
                date_in_words(str(row["edtf"])),
                "" if status == "happened" else labels.STATUS_NAMES.get(status, status).lower(),
                sentences.counted(row["reports"], "document") if row["reports"] > 1 else "",
            ),
        )
    )
    title = tag(
        "button",
        dot_of(row, naming),
        tag("span", str(row["title"])),
        className="title-button",
        type="button",
        data_event=str(row["id"]),
    )
    quote = event.evidence[0].text if event and event.evidence else ""
    words: Light = (
        tag("blockquote", sentences.shortened(quote, LONGEST_QUOTE))
        if quote
        else tag("p", chart_labels.NO_QUOTE, className="help")
    )
    return tag("li", title, tag("p", told, className="behind-when"), words)
