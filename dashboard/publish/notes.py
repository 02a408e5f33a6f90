"""Notes of a figure: words tied to a place of the paper or of an axis, their signs drawn as shapes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from dashboard.publish.markup import Value, element
from dashboard.publish.texts import LINE, Look, Run, draw_block, read_runs

SIGNS = "■○"  # the page's font lacks them, and what another font makes of them differs by machine
SIGN_ROOM = 0.92  # of the size


class Place(Protocol):
    """What turns places of a figure to pixels."""

    def y(self, value: float) -> float:
        """A value of the second axis."""

    def paper_x(self, share: float) -> float:
        """A share of the paper."""

    def paper_y(self, share: float) -> float:
        """Likewise, from below."""


def draw_note(note: Mapping[str, Any], place: Place, font: Mapping[str, Any]) -> str:
    """A note without an arrow.

    Args:
        note: One of plotly's annotations.
        place: Where its figure stands.
        font: The letters of the figure.
    """
    own = note.get("font", {})
    look = Look(own.get("size", font["size"]), own.get("color", font["color"]))
    lines = read_runs(note["text"], look)
    x = place.paper_x(note["x"]) + note.get("xshift", 0)
    y = (place.y if note["yref"] == "y" else place.paper_y)(note["y"]) - note.get("yshift", 0)
    half = len(lines) * look.size * LINE / 2
    y += {"top": half, "bottom": -half}.get(note.get("yanchor", "middle"), 0.0)
    anchor = {"left": "start", "right": "end"}.get(note.get("xanchor", "center"), "middle")
    if any(sign in note["text"] for sign in SIGNS):
        return "".join(_draw_key(x, y, anchor, line) for line in lines)
    return draw_block(x, y, anchor, lines, look.size)


def _draw_key(x: float, y: float, anchor: str, runs: list[Run]) -> str:
    """A line with signs: each a shape of its colour, the words between them each at its own place."""
    widths = [run.look.size * SIGN_ROOM if run.text in SIGNS else run.width for run in runs]
    at = x - sum(widths) * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    parts = []
    for run, width in zip(runs, widths, strict=True):
        size = run.look.size
        if run.text in SIGNS:
            parts.append(_draw_sign(run.text, at + width / 2, y, size, run.look.colour))
        elif told := run.text.strip():
            lead = len(run.text) - len(run.text.lstrip())
            shift = Run(" " * lead, run.look).width
            parts.append(draw_block(at + shift, y, "start", [[Run(told, run.look)]], size))
        at += width
    return "".join(parts)


def _draw_sign(sign: str, x: float, y: float, size: float, colour: str) -> str:
    half = size * 0.36
    if sign == "■":
        box: dict[str, Value] = {"x": x - half, "y": y - half, "width": 2 * half, "height": 2 * half}
        return element("rect", box | {"fill": colour})
    return element(
        "circle", {"cx": x, "cy": y, "r": half, "fill": "none", "stroke": colour, "stroke-width": 1}
    )
