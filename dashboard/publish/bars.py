"""Bars on two axes as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dashboard.publish.markup import Value, element

if TYPE_CHECKING:
    from dashboard.publish.plane import Plane


def draw_bars(trace: Mapping[str, Any], plane: Plane, _ground: str) -> str:
    """Bars, each from its base."""
    bars = []
    for x, width, base, y, colour in zip(
        trace["x"], trace["width"], trace["base"], trace["y"], trace["marker"]["color"], strict=True
    ):
        left, right = plane.x(x - width / 2), plane.x(x + width / 2)
        top, bottom = sorted((plane.y(base), plane.y(base + y)))
        box: dict[str, Value] = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        bars.append(element("rect", box | {"fill": colour}))
    return element("g", {"class": trace["name"]}, *bars) if bars else ""
