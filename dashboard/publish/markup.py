"""SVG as text: elements of our own, words only ever as escaped text, numbers written one way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

# What XML 1.0 cannot hold, and signs that turn the direction of writing.
_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\ufffe\uffff\ud800-\udfff]"
)
Value = str | float | None


def element(name: str, attributes: dict[str, Value], *children: str) -> str:
    """One element; an attribute that is None is left out, children are markup already."""
    told = "".join(f' {key}="{value_of(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{told}>{''.join(children)}</{name}>" if children else f"<{name}{told}/>"


def value_of(value: str | float) -> str:
    """The value of an attribute, escaped."""
    return words(value) if isinstance(value, str) else number(value)


def words(text: str) -> str:
    """Words as XML holds them: no markup, no sign it forbids."""
    return escape(_FORBIDDEN.sub("", text), quote=True)


def number(value: float) -> str:
    """A number with two places at most, the same on every machine: `12`, `0.5`."""
    told = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if told in ("-0", "") else told


def path(points: Iterable[tuple[float, float]], *, closed: bool) -> str:
    """The line through some points."""
    told = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{told}Z" if closed else f"M{told}"
