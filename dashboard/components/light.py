"""Parts of the page that the browser builds itself from plain lists: long tables, for which Dash is slow.

Two hundred rows as Dash components cost the browser ten seconds a view; as elements of the same names, built
by `assets/52-light.js`, hardly any. A part made so holds elements of `dash.html` and text, nothing else.
"""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

# A tag, its attributes, what it holds; or text.
Light = str | list[Any]

_NAMES = {"className": "class", "tabIndex": "tabindex"}


def tag(name: str, /, *children: Light, **attributes: str) -> Light:
    """One element, for parts of so many that even their components take too long to make.

    `className` is the class; `data_event` becomes `data-event`.
    """
    told = {_NAMES.get(key, key.replace("_", "-")): value for key, value in attributes.items()}
    return [name, told, list(children)]


def is_light(part: object) -> bool:
    """Whether a part is an element in this form already."""
    return isinstance(part, list) and len(part) == 3 and isinstance(part[1], dict)  # noqa: PLR2004 - name, attributes, children


def as_light(part: Any) -> Light:  # noqa: ANN401 - what a component may hold
    """A part of the page as nested lists: `[tag, attributes, [children]]`, `["", {}, [...]]` for several.

    Raises:
        TypeError: If it holds what is no element of `dash.html`.
    """
    if part is None:
        return ""
    if is_light(part):
        found: Light = part
        return found
    if isinstance(part, list | tuple):
        return ["", {}, [as_light(one) for one in part]]
    if not isinstance(part, Component):
        return str(part)
    told: dict[str, Any] = part.to_plotly_json()  # type: ignore[no-untyped-call]
    if told["namespace"] != "dash_html_components":
        msg = f"{told['type']} of {told['namespace']}: only elements of dash.html can be built so"
        raise TypeError(msg)
    given = dict(told["props"])
    children = given.pop("children", None)
    inside = children if isinstance(children, list | tuple) else [children]
    held = [as_light(one) for one in inside if one is not None]
    return [told["type"].lower(), {_NAMES.get(name, name): value for name, value in given.items()}, held]
