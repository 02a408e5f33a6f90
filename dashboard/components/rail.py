"""The filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from operator import attrgetter

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import ids, labels
from dashboard.components.parts import OPENED, attributes, icon
from dashboard.filters import CONTROLS, COUNTED, RAIL, Filter, meaning_of


def rail() -> Component:
    """Everything that narrows the view."""
    return html.Div(
        [
            html.Div(
                [
                    html.H2(labels.FILTERS),
                    html.Button(
                        labels.RESET, id=ids.RESET, className="text-button", type="button", n_clicks=0
                    ),
                ],
                className="rail-head",
            ),
            _acts(),
            *_controls(),
        ],
        className="rail",
    )


def _acts() -> Component:
    """What the header has no room for on a narrow screen."""
    copied = attributes(data_act="copy", data_done=labels.COPIED)
    return html.Div(
        [
            html.Button([icon("link"), labels.COPY_SHORT], className="text-button", type="button", **copied),
            html.A(
                [icon("csv"), labels.CSV_SHORT],
                href="events.csv",
                className="text-button",
                **attributes(data_csv=""),
            ),
            html.Button(
                [icon("printer"), labels.PRINT_SHORT],
                className="text-button",
                type="button",
                **attributes(data_act="print"),
            ),
        ],
        className="acts",
    )


def _controls() -> list[Component]:
    """A control a row of the table; days stand side by side."""
    found: list[Component] = []
    for kind, rows in groupby((row for row in CONTROLS if row.place == RAIL), key=attrgetter("kind")):
        made = [_MAKERS[kind](row) for row in rows]
        found += [html.Div(made, className="period")] if kind == "day" else made
    return found


def _choice(row: Filter) -> Component:
    # How many events each would leave comes with the view, below the words.
    room = "\n\u2007" if row in COUNTED else ""
    control = dmc.SegmentedControl(
        id=row.id,
        data=[{"value": value, "label": f"{words}{room}"} for value, words in row.choices],
        value=row.plain,
        fullWidth=True,
        size="xs",
        radius="md",
        **attributes(aria_label=row.label),
    )
    return html.Div([html.Div(row.label, className="control-label"), control], title=row.help or None)


def _many(row: Filter) -> Component:
    control: Component = dmc.MultiSelect(
        id=row.id,
        label=row.label,
        placeholder=row.placeholder,
        data=[],
        value=[],
        searchable=True,
        clearable=True,
        hidePickedOptions=False,
        nothingFoundMessage=labels.NOTHING_FOUND,
        maxDropdownHeight=340,
        radius="md",
        limit=200,
        renderOption={"function": "datelineOption"},
        filter={"function": "datelineFilter"},
        withScrollArea=False,
        comboboxProps={**OPENED, "width": 300, "position": "bottom-start"},
        clearButtonProps={"aria-label": f"{labels.CLEAR}: {row.label}"},
    )
    meaning = meaning_of(row)
    parts = [control] if meaning is None else [control, choose_meaning(meaning)]
    return html.Div(parts, className="list", **attributes(data_list=row.id))


def choose_meaning(row: Filter) -> Component:
    """What the keys of a list mean, as a plain control of the browser: `50-state.js` keeps it in step."""
    options = [html.Option(words, value=value) for value, words in row.choices]
    told = attributes(data_setting=row.parameter, aria_label=row.label)
    return html.Select(options, className="meaning", title=row.label, **told)


def _day(row: Filter) -> Component:
    control: Component = dmc.DateInput(
        id=row.id,
        label=row.label,
        placeholder=labels.ANY_DAY,
        valueFormat="D MMM YYYY",
        clearable=False,
        allowDeselect=True,
        radius="md",
        popoverProps={"shadow": "md"},
    )
    return control


_MAKERS: Mapping[str, Callable[[Filter], Component]] = {"choice": _choice, "many": _many, "day": _day}
