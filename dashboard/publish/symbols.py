"""The symbols of the figures by the names plotly gives them, each as wide as plotly draws it."""

from __future__ import annotations

from math import sqrt

from dashboard.publish.markup import Value, element, number

DIAMOND = 1.3  # its half diagonal, of half the size
DOT = 1.4


def draw_symbol(  # noqa: PLR0913, PLR0917 - a mark, its looks
    name: str, x: float, y: float, size: float, fill: str, stroke: str, width: float
) -> str:
    """A mark.

    Args:
        name: plotly's: `circle`, `diamond`, `arrow-left`, `arrow-right`, with `-x`, `-dot`, `-open` behind.
        x: Its middle, in pixels.
        y: Likewise.
        size: Its size in pixels.
        fill: What it is filled with; what an open one is drawn with.
        stroke: Its outline.
        width: How wide that is, in pixels.

    Raises:
        ValueError: If there is no symbol of that name.
    """
    opened = name.endswith("-open")
    base = name.removesuffix("-open")
    kind, _, sign = base.partition("-") if not base.startswith("arrow") else (base, "", "")
    look: dict[str, Value] = {
        "fill": "none" if opened else fill,
        "stroke": (fill if opened else stroke) if width else None,
        "stroke-width": width or None,
    }
    half = size / 2
    if kind == "circle":
        if not sign:
            return element("circle", {"cx": x, "cy": y, "r": half, **look})
        drawn = element("circle", {"cx": x, "cy": y, "r": half, **look})
        arm = half / sqrt(2)
    elif kind == "diamond":
        far = half * DIAMOND
        d = f"M{number(x)} {number(y - far)}l{number(far)} {number(far)}l{number(-far)} {number(far)}"
        drawn = element("path", {"d": f"{d}l{number(-far)} {number(-far)}Z", **look})
        if not sign:
            return drawn
        arm = far / 2
    elif base in ("arrow-left", "arrow-right"):
        way = 1 if base == "arrow-left" else -1
        d = f"M{number(x)} {number(y)}l{number(way * half)} {number(-half / 2)}v{number(half)}Z"
        return element("path", {"d": d, "stroke-linejoin": "round", **look})
    else:
        msg = f"no symbol is called {name!r}; expected circle, diamond, arrow-left or arrow-right"
        raise ValueError(msg)
    if sign == "dot":
        return element("g", {}, drawn, element("circle", {"cx": x, "cy": y, "r": DOT, "fill": fill}))
    if sign != "x":
        msg = f"no symbol is called {name!r}; behind its shape stands -x or -dot"
        raise ValueError(msg)
    d = (
        f"M{number(x - arm)} {number(y - arm)}L{number(x + arm)} {number(y + arm)}"
        f"M{number(x - arm)} {number(y + arm)}L{number(x + arm)} {number(y - arm)}"
    )
    cross = {**look, "fill": "none"}
    return element("g", {}, drawn, element("path", {"d": d, **cross}))
