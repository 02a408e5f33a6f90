"""The bar at the top."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import help_labels, ids, labels
from dashboard.components.parts import attributes, icon, icon_button
from dashboard.filters import SEARCHED


def header(logo: str, home: str) -> Component:
    """Name, search, and what can be done with the page."""
    search = SEARCHED
    return html.Div(
        [
            html.Div(
                [
                    dmc.Burger(
                        id=ids.BURGER,
                        opened=False,
                        hiddenFrom="md",
                        size="sm",
                        **attributes(aria_label=labels.MENU),
                    ),
                    html.A(
                        [html.Img(src=logo, alt="", width=26, height=26), html.Span(labels.PRODUCT)],
                        href=home,
                        className="brand",
                        **attributes(aria_label=labels.PRODUCT),
                    ),
                ],
                className="header-left",
            ),
            dmc.TextInput(
                id=search.id,
                placeholder=search.placeholder,
                leftSection=icon("search"),
                rightSection=html.Kbd("/", **attributes(aria_hidden="true")),
                debounce=350,
                value="",
                className="search",
                inputProps={"type": "search", "maxLength": 120},
                **attributes(aria_label=search.label),
            ),
            html.Div(
                [
                    icon_button(
                        "link",
                        labels.COPY_LINK,
                        id=ids.COPY,
                        className="wide-only",
                        **attributes(data_act="copy", data_done=labels.COPIED),
                    ),
                    html.A(
                        icon("csv"),
                        id=ids.CSV,
                        href="events.csv",
                        className="icon-button wide-only",
                        title=labels.CSV,
                        **attributes(aria_label=labels.CSV, data_csv=""),
                    ),
                    html.A(
                        icon("info"),
                        href=f"{home}help",
                        className="icon-button",
                        title=help_labels.OPEN,
                        **attributes(aria_label=help_labels.OPEN),
                    ),
                    icon_button(
                        "printer",
                        labels.PRINT,
                        id=ids.PRINT,
                        className="wide-only",
                        **attributes(data_act="print"),
                    ),
                    dmc.ColorSchemeToggle(
                        lightIcon=icon("sun"),
                        darkIcon=icon("moon"),
                        id=ids.THEME,
                        className="icon-button",
                        variant="default",
                        **attributes(aria_label=labels.TOGGLE_THEME),
                    ),
                ],
                className="header-right",
            ),
        ],
        className="header",
    )
