"""The map as a table beside it: each country with its number, to be sorted; each opens what is behind it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import chart_labels
from dashboard.components.light import Light, tag
from dashboard.components.parts import attributes
from dashboard.components.view_parts import held


def map_table(
    counts: Mapping[str, int], name: Callable[[str], str], chosen: Collection[str], what: str
) -> list[Component]:
    """The whole table, most first.

    Args:
        counts: ISO 3166-1 alpha-2 -> how many are in view.
        name: The name of a country.
        chosen: Countries the reader filters by.
        what: What is counted, as a heading.
    """
    if not counts:
        return []
    order = sorted(counts, key=lambda code: (-counts[code], name(code)))
    heads = [
        _head(chart_labels.COUNTRY, "name", "none"),
        _head(what, "number", "descending"),
    ]
    body = held([_row(code, name(code), counts[code], chosen=code in chosen) for code in order])
    table = html.Table(
        [
            html.Caption(chart_labels.MAP_TABLE.format(what=what), className="unseen"),
            html.Thead(html.Tr(heads)),
            html.Tbody(body),
        ],
        className="twin-table",
        **attributes(data_sorted="number"),
    )
    told: dict[str, Any] = attributes(aria_label=chart_labels.MAP_TABLE.format(what=what))
    return [html.Div(table, className="twin-scroll", tabIndex="0", role="region", **told)]


def _head(words: str, by: str, order: str) -> Component:
    button = html.Button(
        [words, html.Span(className="sort-sign", **attributes(aria_hidden="true"))],
        className="sort-button",
        type="button",
        **attributes(data_sort=by),
    )
    return html.Th(button, scope="col", **attributes(aria_sort=order))


def _row(code: str, name: str, number: int, *, chosen: bool) -> Light:
    button = tag(
        "button",
        name,
        className="twin-button chosen" if chosen else "twin-button",
        type="button",
        data_behind=f"country::{code}",
    )
    return tag(
        "tr",
        tag("th", button, scope="row"),
        tag("td", f"{number:,}"),
        data_country=code,
        data_name=name,
        data_number=str(number),
    )
