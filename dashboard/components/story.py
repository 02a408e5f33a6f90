"""Events collected into a story: the button in the drawer that adds one, the sheet that orders them.

What is collected stays in the browser (`assets/57-story.js`) and is saved as a file for `dateline story`.
"""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import file_labels
from dashboard.components.light import Light, tag
from dashboard.components.parts import attributes, icon
from dashboard.components.sheet import sheet, text_field

COMMAND = "dateline story story.toml --store DIR -o story.html"


def story_button(event: str, title: str, when: str) -> Component:
    """The button that adds an event to the story, or takes it out again."""
    told = attributes(
        data_story_add=event,
        data_story_title=title,
        data_story_when=when,
        data_add=file_labels.STORY_ADD,
        data_drop=file_labels.STORY_DROP,
        aria_pressed="false",
    )
    return html.Button(
        [icon("quote"), html.Span(file_labels.STORY_ADD)], className="text-button", type="button", **told
    )


def story_opener() -> Component:
    """The button that opens the story once something is in it."""
    return html.Button(
        file_labels.STORY_NAME,
        id="story-open",
        className="fresh story-open",
        hidden=True,
        type="button",
        **attributes(aria_haspopup="dialog", data_words=file_labels.STORY_NAME),
    )


def story_sheet() -> Light:
    """The sheet, as the browser builds it."""
    save = tag("button", file_labels.STORY_SAVE, type="button", className="sheet-save", data_story_save="")
    empty = tag("button", file_labels.STORY_EMPTY, type="button", className="sheet-item", data_story_empty="")
    told = {"role": "region", "aria_label": file_labels.STORY_COMMAND}
    body = tag(
        "div",
        tag("p", file_labels.STORY_HELP, className="help"),
        text_field(file_labels.STORY_TITLE, 200, data_story="title"),
        text_field(file_labels.STORY_LEAD, 1000, data_story="lead"),
        text_field(file_labels.STORY_AUTHOR, 200, data_story="author"),
        tag("ol", id="story-steps", className="story-steps"),
        tag("div", save, empty, className="sheet-actions"),
        tag("p", file_labels.STORY_PUBLISH, className="help"),
        tag("pre", COMMAND, className="sheet-code", tabIndex="0", **told),
        className="sheet-fields story-fields",
    )
    return sheet(
        "story-sheet",
        ("story-title", file_labels.STORY_NAME),
        tag("div", body, className="sheet-body story-body"),
        "sheet story-sheet",
        data_heading=file_labels.STORY_HEADING,
        data_label=file_labels.STORY_LABEL,
        data_told=file_labels.STORY_WORDS,
        data_up=file_labels.STORY_UP,
        data_down=file_labels.STORY_DOWN,
        data_drop=file_labels.STORY_DROP,
        data_untitled=file_labels.STORY_UNTITLED,
        data_comment=file_labels.STORY_COMMENT,
    )
