"""Colour scales as plotly reads them: a value to a colour, and the bar that explains them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from dashboard.publish.markup import element
from dashboard.publish.texts import Look, Run, draw_line, read_runs

Stops = Sequence[Sequence[Any]]
_CLEAR = re.compile(r"rgba\([^)]*,\s*0(\.0\d*)?\)")
PAD, TITLE_ROOM = 10.0, 18.0


def is_clear(colour: str) -> bool:
    """Whether a colour is there only so that something can be pointed at."""
    return bool(_CLEAR.fullmatch(colour))


def colour_at(stops: Stops, share: float) -> str:
    """The colour at a place of a scale, from 0 to 1."""
    share = min(max(share, 0.0), 1.0)
    for (low, before), (high, after) in pairwise(stops):
        if low <= share <= high and high > low:
            return _between(str(before), str(after), (share - low) / (high - low))
    return str(stops[-1][1])


def _between(before: str, after: str, share: float) -> str:
    if before == after:
        return before
    parts = (
        round((1 - share) * int(before[at : at + 2], 16) + share * int(after[at : at + 2], 16))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def share_of(value: float, trace: Mapping[str, Any]) -> float:
    """Where a value stands on the scale of its trace."""
    low, high = float(trace["zmin"]), float(trace["zmax"])
    return (value - low) / (high - low) if high > low else 1.0


def draw_bar(trace: Mapping[str, Any], frame: tuple[float, float, float, float], name: str) -> str:
    """The colour bar of a trace, lying, with its title above and its ticks below.

    Args:
        trace: The trace; its `colorbar` says where it stands in the paper.
        frame: Left, top, width and height of the paper in pixels.
        name: What its gradient is called, once in a file.
    """
    bar, stops = trace["colorbar"], trace["colorscale"]
    left, top, width, height = frame
    length, thick = float(bar["len"]), float(bar["thickness"])
    begin = left + width * bar["x"] - length / 2
    under = top + height * (1 - bar["y"]) + PAD + TITLE_ROOM
    title, font = bar["title"], bar["title"]["font"]
    middle = begin + length / 2
    told = read_runs(title["text"], Look(font["size"], font["color"]))
    shades = "".join(element("stop", {"offset": float(at), "stop-color": colour}) for at, colour in stops)
    look = Look(bar["tickfont"]["size"], bar["tickfont"]["color"])
    parts = [
        element("linearGradient", {"id": name}, shades),
        *(draw_line(middle, under - 7, "middle", line) for line in told),
        element("rect", {"x": begin, "y": under, "width": length, "height": thick, "fill": f"url(#{name})"}),
    ]
    for value, words in zip(bar["tickvals"], bar["ticktext"], strict=True):
        at = begin + length * share_of(value, trace)
        below = under + thick + bar["ticklen"] + look.size + 2
        parts.append(draw_line(at, below, "middle", [Run(str(words), look)]))
    return element("g", {"class": "scale"}, *parts)
