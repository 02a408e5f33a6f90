"""What stands where. Nothing here knows an event."""

from __future__ import annotations

from html import escape

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import help_labels, ids, labels
from dashboard.components.cards import map_card, table_card, timeline_card, topics_card
from dashboard.components.header import header
from dashboard.components.parts import attributes
from dashboard.components.rail import rail
from dashboard.components.story import story_opener
from dashboard.filters import browser_settings

# Blue as the buttons' colour, dark enough on white and light enough on black to be read.
MANTINE = {
    "fontFamily": "Inter, system-ui, sans-serif",
    "primaryColor": "blue",
    "primaryShade": {"light": 8, "dark": 4},
    "cursorType": "pointer",
    "colors": {
        "dark": [
            "#e8ecf3", "#cfd6e1", "#a3aebf", "#7a8699", "#3a4455",
            "#2d3545", "#1f2632", "#171c26", "#11151d", "#0c1017",
        ]
    },
}  # fmt: skip


def page(logo: str, home: str) -> Component:
    """The page without its data."""
    stores = [dcc.Store(id=name) for name in (ids.OPEN, ids.GESTURE, ids.AMBIENCE)]
    main = dmc.AppShellMain(
        html.Div(
            [
                html.Div(
                    [
                        html.Div(
                            [
                                html.H1(id=ids.HEADLINE, className="headline"),
                                html.P(id=ids.SUBLINE, className="subline", role="status"),
                            ]
                        ),
                        html.Dl(id=ids.FIGURES, className="key-figures"),
                    ],
                    className="page-head",
                ),
                html.Div(id=ids.CHIPS, className="chips"),
                html.P(id="printed-address", className="paper-only"),
                html.Div(id=ids.NOTICE),
                html.Div(
                    [
                        timeline_card(),
                        map_card(),
                        topics_card(),
                        table_card(),
                    ],
                    id=ids.CHARTS,
                    className="cards",
                ),
                html.Footer(
                    [
                        html.Div(id=ids.FOOT),
                        html.A(labels.IMPORTS, href=f"{home}imports"),
                        " · ",
                        html.A(help_labels.OPEN, href=f"{home}help"),
                    ],
                    className="foot",
                ),
                story_opener(),
                html.Button(labels.FRESH, id="fresh", className="fresh", hidden=True, type="button"),
            ],
            className="page",
            id=ids.PAGE,
            **attributes(data_unreachable=labels.UNREACHABLE, data_words=labels.AGAIN),
        )
    )
    shell = dmc.AppShell(
        [
            html.A(labels.SKIP, href="#events", className="skip"),
            dmc.AppShellHeader(header(logo, home)),
            dmc.AppShellNavbar(rail(), **attributes(aria_label=labels.FILTERS)),
            main,
        ],
        id=ids.SHELL,
        header={"height": 60},
        navbar={"width": 272, "breakpoint": "md", "collapsed": {"mobile": True}},
        padding=0,
    )
    drawer = dmc.Drawer(
        html.Div(id=ids.DRAWER_BODY, className="drawer-body"),
        id=ids.DRAWER,
        opened=False,
        position="right",
        size="min(560px, 100vw)",
        title=labels.EVENT,
        closeButtonProps={"aria-label": labels.CLOSE},
        overlayProps={"backgroundOpacity": 0.35},
        padding="lg",
    )
    lists = html.Div(id=ids.LISTS, role="region", **attributes(aria_label=labels.CHOICES))
    whole: Component = dmc.MantineProvider(
        [*stores, shell, drawer, lists], id=ids.PROVIDER, theme=MANTINE, defaultColorScheme="auto"
    )
    return whole


def index(charts: str) -> str:
    """The page around the page, as Dash fills it in.

    Args:
        charts: What the browser's script must know of the charts, as JSON.
    """
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
{{%metas%}}
<meta name="dateline-settings" content="{escape(browser_settings())}">
<meta name="dateline-charts" content="{escape(charts)}">
<title>{{%title%}}</title>
{{%favicon%}}
{{%css%}}
</head>
<body>
<div id="skeleton" role="status"><span>{labels.LOADING}</span></div>
<noscript><p class="plain">{labels.NO_SCRIPT} <a href="events.csv">{labels.NO_SCRIPT_CSV}</a></p></noscript>
{{%app_entry%}}
{{%config%}}
{{%scripts%}}
{{%renderer%}}
</body>
</html>"""
