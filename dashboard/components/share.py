"""The menu of a chart: its figure and its data as files, and how to cite them.

It opens without a script; `assets/55-share.js` keeps its addresses at the view that is shown.
"""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import file_labels
from dashboard.components.parts import attributes, icon

FIGURE = ("png", "svg", "pdf")
DATA = (("csv", "CSV"), ("json", "JSON"), ("zip", "ZIP"))
CITED = (("bib", "BibTeX"), ("csl.json", "CSL-JSON"))
# As `publish.presets` has them.
SIZES = ("page", "article", "share", "square", "a4", "slide")


def share_menu(name: str, title: str) -> Component:
    """What can be taken away of a chart."""
    sizes = [html.Option(file_labels.SIZES[size], value=size) for size in SIZES]
    figure = [_link(f"{name}.{form}", form.upper()) for form in FIGURE]
    screen = html.Button(
        file_labels.SHARE_SCREEN,
        type="button",
        className="share-item",
        **attributes(data_picture=name, data_title=title),
    )
    data = [_link(f"events.{form}", words) for form, words in DATA]
    cited = [_link(f"events.{form}", words) for form, words in CITED]
    copied = html.Button(
        file_labels.SHARE_COPY,
        type="button",
        className="share-item",
        **attributes(data_cite="", data_done=file_labels.CITED),
    )
    panel = html.Div(
        [
            html.Div(file_labels.SHARE_FIGURE, className="share-head"),
            html.Select(sizes, className="share-size", **attributes(aria_label=file_labels.SHARE_SIZE)),
            html.Div([*figure, screen], className="share-row"),
            html.Div(file_labels.SHARE_DATA, className="share-head"),
            html.Div(data, className="share-row"),
            html.Div(file_labels.SHARE_CITE, className="share-head"),
            html.P("", className="share-cite"),
            html.Div([copied, *cited], className="share-row"),
        ],
        className="share-panel",
    )
    told = file_labels.SHARE.format(chart=title.lower())
    summary = html.Summary(
        icon("download"), className="icon-button", title=told, **attributes(aria_label=told)
    )
    return html.Details([summary, panel], className="share", **attributes(data_share=name))


def _link(file: str, words: str) -> Component:
    return html.A(words, href=file, className="share-item", download="", **attributes(data_file=file))
