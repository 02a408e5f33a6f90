"""Cards: a title, what it says, its switches, and a chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import chart_labels, ids, labels, timeline_labels
from dashboard.components.parts import OPENED, attributes, dot, hint
from dashboard.components.share import share_button
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
        switch("form"),
        switch("lens"),
        switch("lanes"),
        share_button(ids.TIMELINE, labels.TIMELINE),
    ]
    keyboard: dict[str, Any] = {"aria-label": timeline_labels.KEYS}
    body = [
        key(),
        hint("marks"),
        hint("bars"),
        html.Div(
            [chart(ids.OVERVIEW), html.Div(id=ids.PERIODS, className="periods")],
            id=f"{ids.OVERVIEW}-box",
            className="overview-box",
            role="group",
            **attributes(aria_label=labels.OVERVIEW, aria_describedby=ids.OVERVIEW_SUMMARY),
        ),
        html.P(id=ids.OVERVIEW_SUMMARY, className="unseen"),
        html.P(id=ids.TIMELINE_SUMMARY, className="unseen"),
        # The days of the timeline stay at the top of the screen while its lanes pass below them.
        html.Div(id=ids.AXIS, className="axis", **attributes(aria_hidden="true")),
        html.Div(
            id=ids.LANE_TOOLS,
            className="lane-tools",
            role="toolbar",
            **attributes(aria_label=timeline_labels.LANE_TOOLS),
        ),
        html.Div(
            chart(ids.TIMELINE),
            id=f"{ids.TIMELINE}-box",
            className="chart-box timeline-box",
            tabIndex="0",
            role="application",
            **keyboard,
            **attributes(aria_describedby=ids.TIMELINE_SUMMARY),
        ),
        html.Div(
            [
                html.A(chart_labels.EVENTS_TABLE, href=f"#{ids.TABLE}", className="text-button"),
                twin(ids.OVERVIEW, chart_labels.OVERVIEW_TABLE, chart_labels.BARS_AS_TABLE),
            ],
            className="twins",
        ),
        html.Div(id=ids.LANE_MORE, className="lane-more"),
        html.Div(id=ids.TIMELINE_LIST),
        html.Div(
            id=ids.SAID, className="unseen", role="status", **attributes(data_place=timeline_labels.TURN)
        ),
        html.Div(id=ids.TRAY),
    ]
    return card(labels.TIMELINE, ids.TIMELINE_NOTE, timeline_labels.HELP, tools, body, ids.TIMELINE)


def key() -> Component:
    """What colours and shapes say: the colours at once, the shapes when asked for."""
    families = [html.Li([dot(family), labels.FAMILY_NAMES[family]]) for family in (*FAMILIES, OTHER)]
    shapes = [
        html.Li([html.Span(className=f"shape shape-{name}", **attributes(aria_hidden="true")), words])
        for name, words in timeline_labels.SHAPES
    ]
    opened = html.Details([html.Summary(timeline_labels.KEY_MARKS), html.Ul(shapes, className="key shapes")])
    return html.Div([html.Ul(families, className="key"), opened], className="key-strip")


def map_card() -> Component:
    """The map with its layers and where its borders come from, and its table beside it."""
    tools = [switch("region"), share_button(ids.MAP, labels.MAP)]
    body = [
        _finding(ids.MAP_SUMMARY),
        switch("layer"),
        hint("map"),
        html.Div(
            [
                html.Div(
                    [
                        html.Div(
                            chart(ids.MAP),
                            id=f"{ids.MAP}-box",
                            className="chart-box map-box",
                            role="group",
                            **attributes(
                                aria_label=chart_labels.MAP_SUMMARY, aria_describedby=ids.MAP_SUMMARY
                            ),
                        ),
                        html.P(f"{labels.BOUNDARIES} {labels.DISCLAIMER}", className="source"),
                    ]
                ),
                html.Div(id=ids.MAP_TABLE),
            ],
            className="map-and-table",
        ),
    ]
    return card(labels.MAP, ids.MAP_NOTE, "", tools, body, ids.MAP)


def topics_card() -> Component:
    """Topics over time."""
    tools = [switch("drawn"), share_button(ids.TOPICS, labels.TOPICS_OVER_TIME)]
    body = [
        _finding(ids.TOPICS_SUMMARY),
        html.Div([switch("measure"), switch("per")], className="switches"),
        html.Div(
            chart(ids.TOPICS),
            id=f"{ids.TOPICS}-box",
            className="chart-box topics-box",
            tabIndex="0",
            role="application",
            **attributes(aria_label=chart_labels.TOPICS_KEYS, aria_describedby=ids.TOPICS_SUMMARY),
        ),
        html.P(id="cell-told", className="unseen", role="status"),
        twin(ids.TOPICS, chart_labels.TOPICS_TABLE),
    ]
    return card(labels.TOPICS_OVER_TIME, ids.TOPICS_NOTE, "", tools, body, ids.TOPICS)


def _finding(name: str) -> Component:
    """What a chart shows, in a sentence."""
    return html.P(id=name, className="finding")


def twin(name: str, title: str, words: str = chart_labels.AS_TABLE) -> Component:
    """A chart's table: the browser makes it of the chart's own values when it is opened (`59-twins.js`)."""
    heads = (chart_labels.TOPIC, chart_labels.ALL, chart_labels.TIME, chart_labels.OF_THEM_PLANNED)
    told = attributes(data_twin=name, data_title=title, data_heads="|".join(heads))
    return html.Details(html.Summary(words), className="twin", **told)


def table_card() -> Component:
    """The same events as a table."""
    return card(labels.TABLE, "table-note", "", [], [hint("table"), html.Div(id=ids.TABLE)], ids.TABLE)
