"""The filters."""

from __future__ import annotations

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import ids, labels
from dashboard.components.parts import attributes


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
            _many(ids.ORGANIZATION, labels.ORGANIZATIONS, labels.ALL_ORGANIZATIONS),
            _many(ids.COUNTRY, labels.COUNTRIES, labels.ALL_COUNTRIES),
            _many(ids.TOPIC, labels.TOPICS, labels.ALL_TOPICS),
            _many(ids.TYPE, labels.TYPES, labels.ALL_TYPES),
            html.Div([_day(ids.SINCE, labels.SINCE), _day(ids.UNTIL, labels.UNTIL)], className="period"),
            html.Div(choice(ids.STATUS, labels.STATUS, labels.STATUS_CHOICES), title=labels.STATUS_HELP),
            choice(ids.CERTAINTY, labels.CERTAINTY, labels.CERTAINTY_CHOICES),
            html.Div(
                choice(ids.STRENGTH, labels.STRENGTH, labels.STRENGTH_CHOICES), title=labels.STRENGTH_HELP
            ),
            html.Div(choice(ids.COUNT, labels.COUNT, labels.COUNT_CHOICES), title=labels.COUNT_HELP),
        ],
        className="rail",
    )


def choice(name: str, label: str, choices: Sequence[tuple[str, str]]) -> Component:
    """A choice of one among few."""
    control = dmc.SegmentedControl(
        id=name,
        data=[{"value": value, "label": words} for value, words in choices],
        value=choices[0][0],
        fullWidth=True,
        size="xs",
        radius="md",
        **attributes(aria_label=label),
    )
    return html.Div([html.Div(label, className="control-label"), control])


def _many(name: str, label: str, placeholder: str) -> Component:
    control: Component = dmc.MultiSelect(
        id=name,
        label=label,
        placeholder=placeholder,
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
        comboboxProps={"width": 300, "position": "bottom-start", "shadow": "md"},
        clearButtonProps={"aria-label": f"{labels.CLEAR}: {label}"},
    )
    return html.Div(control, **attributes(data_list=name))


def _day(name: str, label: str) -> Component:
    control: Component = dmc.DateInput(
        id=name,
        label=label,
        placeholder=labels.ANY_DAY,
        valueFormat="D MMM YYYY",
        clearable=False,
        allowDeselect=True,
        radius="md",
        popoverProps={"shadow": "md"},
    )
    return control
