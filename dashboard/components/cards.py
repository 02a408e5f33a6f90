"""Cards: a title, what it says, its switches, and a chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import ids, labels
from dashboard.components.parts import OPENED, attributes, dot, hint
from dashboard.components.share import share_menu
from dashboard.filters import Filter, filter_named
from dashboard.theme import FAMILIES, OTHER

MOST_BUTTONS = 5


def card(
    title: str, help_id: str, help_text: str, tools: Sequence[Component], body: Sequence[Component], name: str
) -> Component:
    """A card with its head."""
    head = html.Div(
        [
            html.Div([html.H2(title, id=f"{name}-title"), html.P(help_text, id=help_id, className="help")]),
            html.Div(list(tools), className="tools"),
        ],
        className="card-head",
    )
    return html.Section(
        [head, *body], className=f"card card-{name}", **attributes(aria_labelledby=f"{name}-title")
    )


def switch(name: str) -> Component:
    """The control of a setting, in the head of a card."""
    row = filter_named(name)
    if len(row.choices) > MOST_BUTTONS:
        return _picker(row)
    control: Component = dmc.SegmentedControl(
        id=row.id,
        data=[{"value": value, "label": words} for value, words in row.choices],
        value=row.plain,
        size="xs",
        radius="md",
        className="switch",
        **attributes(aria_label=row.label),
    )
    return control


def _picker(row: Filter) -> Component:
    """A list to choose one from, where buttons would be too many."""
    short = {"leftSection": html.Span(row.short), "leftSectionWidth": 52} if row.short else {}
    control: Component = dmc.Select(
        id=row.id,
        data=[{"value": value, "label": words} for value, words in row.choices],
        value=row.plain,
        size="xs",
        radius="md",
        className="picker",
        allowDeselect=False,
        withScrollArea=False,
        comboboxProps={**OPENED, "width": 190, "position": "bottom-end"},
        **short,
        **attributes(aria_label=row.label),
    )
    return control


def chart(name: str) -> Component:
    """The place of a chart; `assets/53-view.js` draws it there when it comes near the screen."""
    return html.Div(id=name, className="chart")


def timeline_card() -> Component:
    """The timeline below its overview, and the tray."""
    tools = [
        switch("lanes"),
        share_menu(ids.TIMELINE, labels.TIMELINE),
    ]
    keyboard: dict[str, Any] = {"aria-label": labels.TIMELINE_KEYS}
    body = [
        key(),
        hint("marks"),
        hint("bars"),
        html.Div(
            [chart(ids.OVERVIEW), html.Div(id=ids.PERIODS, className="periods")],
            id=f"{ids.OVERVIEW}-box",
            className="overview-box",
            role="group",
            **attributes(aria_label=labels.OVERVIEW),
        ),
        # The days of the timeline stay at the top of the screen while its lanes pass below them.
        html.Div(id=ids.AXIS, className="axis", **attributes(aria_hidden="true")),
        html.Div(
            chart(ids.TIMELINE),
            id=f"{ids.TIMELINE}-box",
            className="chart-box timeline-box",
            tabIndex="0",
            role="application",
            **keyboard,
        ),
        html.Div(id=ids.TRAY),
    ]
    return card(labels.TIMELINE, ids.TIMELINE_NOTE, labels.TIMELINE_HELP, tools, body, ids.TIMELINE)


def key() -> Component:
    """What colours and shapes say: the colours at once, the shapes when asked for."""
    families = [html.Li([dot(family), labels.FAMILY_NAMES[family]]) for family in (*FAMILIES, OTHER)]
    shapes = [
        html.Li([html.Span(className=f"shape shape-{name}", **attributes(aria_hidden="true")), words])
        for name, words in labels.SHAPES
    ]
    opened = html.Details([html.Summary(labels.KEY_MARKS), html.Ul(shapes, className="key shapes")])
    return html.Div([html.Ul(families, className="key"), opened], className="key-strip")


def map_card() -> Component:
    """The map with its layers and where its borders come from."""
    tools = [switch("region"), share_menu(ids.MAP, labels.MAP)]
    body = [
        switch("layer"),
        hint("map"),
        html.Div(chart(ids.MAP), id=f"{ids.MAP}-box", className="chart-box map-box"),
        html.P(f"{labels.BOUNDARIES} {labels.DISCLAIMER}", className="source"),
    ]
    return card(labels.MAP, ids.MAP_NOTE, "", tools, body, ids.MAP)


def topics_card() -> Component:
    """The heatmap of topics."""
    tools = [share_menu(ids.TOPICS, labels.TOPICS_OVER_TIME)]
    body = [html.Div(chart(ids.TOPICS), id=f"{ids.TOPICS}-box", className="chart-box topics-box")]
    return card(labels.TOPICS_OVER_TIME, ids.TOPICS_NOTE, "", tools, body, ids.TOPICS)


def table_card() -> Component:
    """The same events as a table."""
    return card(labels.TABLE, "table-note", "", [], [hint("table"), html.Div(id=ids.TABLE)], ids.TABLE)
