"""The sheet on which a chart is saved, cited and embedded, and the button of each chart that opens it.

The browser asks for the sheet when it is opened first; `assets/55-share.js` keeps its preview and addresses
at the view that is shown and at what is chosen on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import file_labels, ids, labels
from dashboard.components.light import Light, tag
from dashboard.components.parts import attributes, icon
from dashboard.components.sheet import field, sheet, text_field

FORMS = ("png", "svg", "pdf")
DATA = (("csv", "CSV"), ("json", "JSON"), ("zip", "ZIP"), ("bib", "BibTeX"), ("csl.json", "CSL-JSON"))
SCALES = ("1", "2", "3", "4")
# As `publish.presets` has them.
SIZES = ("page", "article", "share", "square", "a4", "slide")
LONGEST_WORDS, LONGEST_LABEL = 200, 60


def share_button(name: str, title: str) -> Component:
    """The button that opens the sheet with a chart."""
    told = file_labels.SHARE.format(chart=title.lower())
    return html.Button(
        icon("download"),
        type="button",
        className="icon-button",
        title=told,
        **attributes(data_share=name, aria_label=told, aria_haspopup="dialog"),
    )


def share_sheet(embed_from: Sequence[str], address: str) -> Light:
    """The sheet, as the browser builds it.

    Args:
        embed_from: Who may show charts in frames; without anybody nothing is said of frames.
        address: What readers know the page by, "" for the address it is asked by.
    """
    preview = tag(
        "div",
        tag("div", tag("img", alt=file_labels.SHEET_PREVIEW, id="sheet-picture"), className="sheet-paper"),
        tag("p", id="sheet-told", className="help", role="status"),
        className="sheet-preview",
    )
    parts = [_figure(), _labels(), _actions(), _data(), _cite(), *([_embed()] if embed_from else [])]
    return sheet(
        "sheet",
        ("sheet-title", file_labels.SHEET_TITLE),
        tag("div", preview, tag("div", *parts, className="sheet-fields"), className="sheet-body"),
        data_drawing=file_labels.SHEET_DRAWING,
        data_failed=file_labels.SHEET_FAILED,
        data_cannot=file_labels.SHEET_CANNOT,
        data_save=file_labels.SHEET_SAVE,
        data_remove_words=file_labels.SHEET_REMOVE,
        data_address=address,
    )


def _figure() -> Light:
    """What the file is."""
    charts = {ids.TIMELINE: labels.TIMELINE, ids.MAP: labels.MAP, ids.TOPICS: labels.TOPICS}
    looks = {"light": file_labels.SHEET_LIGHT, "dark": file_labels.SHEET_DARK}
    clear = tag("input", type="checkbox", data_setting="clear")
    sizes = [tag("option", file_labels.SIZES[one], value=one) for one in SIZES]
    return tag(
        "div",
        _buttons("chart", file_labels.SHEET_CHART, charts),
        field(file_labels.SHEET_SIZE, tag("select", *sizes, data_setting="preset")),
        tag(
            "div",
            _buttons("theme", file_labels.SHEET_LOOK, looks),
            tag("label", clear, file_labels.SHEET_CLEAR, className="sheet-check"),
            className="sheet-row",
        ),
        tag(
            "div",
            _buttons("form", file_labels.SHEET_FORM, {one: one.upper() for one in FORMS}),
            _buttons("scale", file_labels.SHEET_SCALE, {one: f"{one}×" for one in SCALES}),
            className="sheet-row",
        ),
        text_field(file_labels.SHEET_OWN, LONGEST_WORDS, data_setting="title"),
        text_field(file_labels.SHEET_NOTE, LONGEST_WORDS, data_setting="note"),
        className="sheet-part",
    )


def _buttons(name: str, title: str, choices: Mapping[str, str]) -> Light:
    """One of a few: radio buttons that look like buttons."""
    buttons = [
        tag(
            "label",
            tag("input", type="radio", name=f"sheet-{name}", value=value, data_setting=name),
            tag("span", words),
        )
        for value, words in choices.items()
    ]
    row = tag("div", *buttons, className="sheet-buttons")
    return tag("fieldset", tag("legend", title), row, className=f"sheet-{name}")


def _actions() -> Light:
    """What can be done with the file."""
    save = tag("a", file_labels.SHEET_SAVE, href="#", download="", className="sheet-save", data_sheet_save="")
    copies = (
        (file_labels.SHEET_COPY_IMAGE, "image"),
        (file_labels.SHEET_COPY_FIGURE, "figure"),
        (file_labels.SHEET_COPY_VIEW, "view"),
    )
    return tag("div", save, *(_copy(words, what) for words, what in copies), className="sheet-actions")


def _button(words: str, **more: str) -> Light:
    return tag("button", words, type="button", className="sheet-item", **more)


def _copy(words: str, what: str) -> Light:
    return _button(words, data_sheet_copy=what, data_done=file_labels.SHEET_COPIED)


def _labels() -> Light:
    """Words of the reader's own at events of the timeline."""
    return tag(
        "details",
        tag("summary", file_labels.SHEET_LABELS),
        tag("p", file_labels.SHEET_LABELS_HELP, className="help"),
        tag("ul", id="sheet-labels", className="sheet-list"),
        field(file_labels.SHEET_EVENT, tag("select", id="sheet-event")),
        text_field(file_labels.SHEET_LABEL, LONGEST_LABEL, id="sheet-label"),
        _button(file_labels.SHEET_ADD, data_sheet_add=""),
        className="sheet-part sheet-own",
    )


def _data() -> Light:
    links = (
        tag("a", words, href="#", download="", className="sheet-item", data_file=f"events.{form}")
        for form, words in DATA
    )
    return _section(file_labels.SHEET_DATA, tag("div", *links, className="sheet-actions"))


def _cite() -> Light:
    return _section(
        file_labels.SHEET_CITE,
        _buttons("cite", file_labels.SHEET_CITATION, file_labels.CITATIONS),
        _code("sheet-cite", file_labels.SHEET_CITATION),
        _copy(file_labels.SHEET_COPY_CITE, "cite"),
    )


def _embed() -> Light:
    return _section(
        file_labels.SHEET_EMBED,
        tag("p", file_labels.SHEET_EMBED_HELP, className="help"),
        _code("sheet-embed", file_labels.SHEET_EMBED),
        _copy(file_labels.SHEET_COPY_EMBED, "embed"),
    )


def _section(title: str, *parts: Light) -> Light:
    return tag("section", tag("h3", title), *parts, className="sheet-part")


def _code(name: str, title: str) -> Light:
    """Text to be copied as it is, which the keyboard can scroll."""
    return tag("pre", id=name, className="sheet-code", tabIndex="0", role="region", aria_label=title)
