"""A sheet over the page: a heading, a button that closes it, and what stands on it."""

from __future__ import annotations

from dashboard import labels
from dashboard.components.light import Light, tag


def sheet(name: str, heading: tuple[str, str], body: Light, kind: str = "sheet", **told: str) -> Light:
    """A sheet, as the browser builds it.

    Args:
        name: Its place on the page.
        heading: The heading's place on the page, and its words.
        body: What stands on it.
        kind: Its classes.
        told: More attributes.
    """
    place, words = heading
    close = tag(
        "button",
        tag("span", className="icon icon-x", aria_hidden="true"),
        className="icon-button",
        type="button",
        data_close="",
        aria_label=labels.CLOSE,
    )
    head = tag("div", tag("h2", words, id=place), close, className="sheet-head")
    return tag("dialog", head, body, id=name, className=kind, aria_labelledby=place, **told)


def text_field(title: str, most: int, **told: str) -> Light:
    """A line to write in, below its title.

    Args:
        title: What to write.
        most: How many characters it takes.
        told: More attributes of the line.
    """
    line = tag("input", type="text", maxlength=str(most), autocomplete="off", **told)
    return field(title, line)


def field(title: str, inside: Light) -> Light:
    """Something to choose or write in, below its title."""
    return tag("label", tag("span", title), inside, className="sheet-field")
