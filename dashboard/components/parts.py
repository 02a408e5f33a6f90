"""Small pieces of page that several parts share."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import help_labels, ids, labels
from dashboard.components.passages import Piece
from dashboard.figures.marks import DONE, group_of

# An opened list stands above everything, but within a landmark of the page.
OPENED = {"shadow": "md", "portalProps": {"target": f"#{ids.LISTS}"}}


def attributes(**named: str) -> dict[str, Any]:
    """`aria_label` as `aria-label`, `data_event` as `data-event`."""
    return {name.replace("_", "-"): value for name, value in named.items()}


def icon(name: str) -> Component:
    """An icon; it says nothing to a screen reader."""
    return html.Span(className=f"icon icon-{name}", **attributes(aria_hidden="true"))


def icon_button(name: str, label: str, **more: Any) -> Component:  # noqa: ANN401 - what a button takes
    """A square button with an icon and a name that is read aloud."""
    classes = f"icon-button {more.pop('className', '')}".strip()
    return html.Button(
        icon(name), className=classes, title=label, type="button", **attributes(aria_label=label), **more
    )


def hint(name: str) -> Component:
    """A place for a word on what can be done here; `assets/57-hints.js` shows one at a time."""
    words = html.Span(help_labels.HINTS[name])
    button = html.Button(help_labels.GOT_IT, className="text-button", type="button")
    told = html.Div([words, button], className="hint", hidden=True, **attributes(data_hint=name))
    return html.Div(told)


def notice(title: str, words: list[Any], *, kind: str = "info") -> Component:
    """Clear words in place of, or above, the charts; what is no text stands as it is."""
    lines = [html.P(line) if isinstance(line, str) else line for line in words]
    mark = icon("alert-triangle" if kind == "warning" else "info")
    return html.Div(
        [mark, html.Div([html.Strong(title), *lines])], className=f"notice notice-{kind}", role="status"
    )


def marked(pieces: list[Piece]) -> list[Component | str]:
    """Pieces of text as components, coloured by kind."""
    drawn: list[Component | str] = []
    for piece in pieces:
        if not piece.kind and not piece.evidence:
            drawn.append(piece.text)
            continue
        classes = " ".join(
            filter(None, (f"mark-{piece.kind}" if piece.kind else "", "evidence" if piece.evidence else ""))
        )
        kind = labels.KINDS.get(piece.kind, piece.kind)
        told = f"{kind}: {piece.value}" if piece.value else kind
        drawn.append(html.Mark(piece.text, className=classes, title=told or None))
    return drawn


def dot(family: str, status: str = "happened") -> Component:
    """A dot in the colour of a topic family, filled as the timeline fills its marks."""
    return html.Span(className=dot_classes(family, status), **attributes(aria_hidden="true"))


def dot_classes(family: str, status: str) -> str:
    """The classes of such a dot."""
    group = group_of(status)
    return f"dot family-{family}" if group == DONE else f"dot family-{family} dot-{group}"


def rows(pairs: list[tuple[str, Any]]) -> Component:
    """Facts as name and value; empty ones are left out."""
    told = [html.Div([html.Dt(name), html.Dd(value)]) for name, value in pairs if value not in ("", None, [])]
    return html.Dl(told, className="facts")
