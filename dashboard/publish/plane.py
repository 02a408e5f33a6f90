"""A figure on two axes as SVG: the traces, shapes and notes the figures of the page are made of.

Nothing is drawn that `dashboard/figures` does not ask for; what a figure asks for and is not known here is
an error, so that a file never silently shows less than the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from dashboard.publish.bars import draw_bars
from dashboard.publish.colours import colour_at, draw_bar, is_clear, share_of
from dashboard.publish.markup import Value, element, path, words
from dashboard.publish.notes import draw_note
from dashboard.publish.symbols import draw_symbol
from dashboard.publish.texts import LINE, Look, draw_line, read_runs
from dashboard.publish.ticks import Tick, axis_ticks

ABOVE, BELOW = 9.0, 4.0  # pixels between an axis and its words
TEXT_DOWN = 0.34  # of the size: from the middle of a label to the line it stands on


@dataclass(frozen=True, slots=True)
class Plane:
    """Where the axes of a figure stand, in pixels.

    Attributes:
        left: Where the paper begins.
        top: Likewise.
        width: How wide the paper is.
        height: How high it is.
        begin: Where the first axis begins.
        length: How long it is.
        span: The values at its ends.
        rise: The values at the ends of the second axis, from below.
        whole: How wide the figure is.
    """

    left: float
    top: float
    width: float
    height: float
    begin: float
    length: float
    span: tuple[float, float]
    rise: tuple[float, float]
    whole: float

    def x(self, value: float) -> float:
        """Where a value of the first axis stands."""
        return self.begin + (value - self.span[0]) / (self.span[1] - self.span[0]) * self.length

    def y(self, value: float) -> float:
        """Where a value of the second axis stands."""
        return self.top + (self.rise[1] - value) / (self.rise[1] - self.rise[0]) * self.height

    def paper_x(self, share: float) -> float:
        """Where a share of the paper stands."""
        return self.left + share * self.width

    def paper_y(self, share: float) -> float:
        """Likewise, counted from below."""
        return self.top + (1 - share) * self.height


def lay_plane(layout: Mapping[str, Any], width: float) -> Plane:
    """The plane of a figure of that width."""
    margin = layout["margin"]
    paper = width - margin["l"] - margin["r"], layout["height"] - margin["t"] - margin["b"]
    axis, other = layout.get("xaxis", {}), layout.get("yaxis", {})
    first, last = axis.get("domain", (0.0, 1.0))
    low, high = axis.get("range", (0.0, 1.0))
    down, up = other.get("range", (0.0, 1.0))
    return Plane(
        left=float(margin["l"]),
        top=float(margin["t"]),
        width=paper[0],
        height=paper[1],
        begin=margin["l"] + first * paper[0],
        length=(last - first) * paper[0],
        span=(float(low), float(high)),
        rise=(float(down), float(up)),
        whole=width,
    )


def draw_plane(figure: Mapping[str, Any], width: float, ground: str, name: str) -> str:
    """The marks and words of a figure.

    Args:
        figure: The figure as the page hands it to plotly.
        width: How wide it is drawn, in pixels.
        ground: The colour it stands on, which keeps labels legible above marks.
        name: What its parts are called within the file.

    Raises:
        ValueError: If it holds what is not known here.
    """
    layout = figure["layout"]
    plane = lay_plane(layout, width)
    clip = f"{name}-clip"
    window = {"x": plane.begin, "y": plane.top, "width": plane.length, "height": plane.height}
    marks = [_draw_trace(trace, plane, ground) for trace in figure["data"]]
    bars = [
        draw_bar(trace, (plane.left, plane.top, plane.width, plane.height), f"{name}-scale")
        for trace in figure["data"]
        if trace.get("showscale")
    ]
    return "".join(
        [
            element("clipPath", {"id": clip}, element("rect", dict(window))),
            *(_draw_shape(shape, plane) for shape in layout.get("shapes", ())),
            _draw_axis(layout.get("xaxis", {}), plane),
            element("g", {"clip-path": f"url(#{clip})"}, *marks) if any(marks) else "",
            *(draw_note(note, plane, layout["font"]) for note in layout.get("annotations", ())),
            *bars,
        ]
    )


def _draw_axis(axis: Mapping[str, Any], plane: Plane) -> str:
    """Grid and words of a date axis."""
    if axis.get("type") != "date":
        return ""
    ticks = axis_ticks(axis, *plane.span)
    look = Look(axis["tickfont"]["size"], axis["tickfont"]["color"])
    top = axis.get("side") == "top"
    deepest = max((len(tick.words) for tick in ticks), default=0)
    grid = axis.get("showgrid", True) and axis.get("gridcolor")
    bottom = plane.top + plane.height
    parts = []
    for tick in ticks:
        x = plane.x(tick.at)
        if grid:
            ends = [(x, plane.top), (x, bottom)]
            parts.append(
                element(
                    "path", {"d": path(ends, closed=False), "stroke": axis["gridcolor"], "stroke-width": 1}
                )
            )
        first = plane.top - ABOVE - (deepest - 1) * look.size * LINE if top else bottom + BELOW + look.size
        parts.append(_tick_words(tick, x, first, look, plane))
    return element("g", {"class": "axis"}, *parts)


def _tick_words(tick: Tick, x: float, first: float, look: Look, plane: Plane) -> str:
    lines = [line for told in tick.words for line in read_runs(told, look)]
    reach = max((sum(run.width for run in line) for line in lines), default=0) / 2
    if x - reach < 0 or x + reach > plane.whole:
        return ""
    return "".join(
        draw_line(x, first + place * look.size * LINE, "middle", line) for place, line in enumerate(lines)
    )


def _draw_shape(shape: Mapping[str, Any], plane: Plane) -> str:
    x = plane.paper_x if shape["xref"] == "paper" else plane.x
    y = plane.paper_y if shape["yref"] == "paper" else plane.y
    left, right = sorted((x(shape["x0"]), x(shape["x1"])))
    top, bottom = sorted((y(shape["y0"]), y(shape["y1"])))
    line = shape["line"]
    look: dict[str, Value] = {}
    if line.get("width"):
        look = {
            "stroke": line["color"],
            "stroke-width": line["width"],
            "stroke-dasharray": dashes(line.get("dash")),
        }
    if shape["type"] == "line":
        return element("path", {"d": path([(left, top), (right, bottom)], closed=False), **look})
    if shape["type"] != "rect":
        msg = f"a shape of type {shape['type']!r} cannot be drawn; expected rect or line"
        raise ValueError(msg)
    box: dict[str, Value] = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    return element("rect", box | {"fill": shape["fillcolor"]} | look)


def dashes(dash: str | None) -> str | None:
    """What plotly calls `3px,2px`, as SVG has it; None for a solid line."""
    return None if dash in (None, "solid") else str(dash).replace("px", "")


def _draw_trace(trace: Mapping[str, Any], plane: Plane, ground: str) -> str:
    kind = trace["type"] if trace["type"] != "scatter" else f"scatter {trace['mode']}"
    if kind not in _DRAWN:
        msg = f"a trace of type {kind!r} cannot be drawn; expected {', '.join(_DRAWN)}"
        raise ValueError(msg)
    return _DRAWN[kind](trace, plane, ground)


def _lines(trace: Mapping[str, Any], plane: Plane, _ground: str) -> str:
    """Lines with gaps where a value is missing."""
    pairs = list(zip(trace["x"], trace["y"], strict=True))
    pieces = [
        path([(plane.x(x), plane.y(y)) for x, y in piece], closed=False)
        for whole, piece in (
            (whole, list(piece)) for whole, piece in groupby(pairs, lambda p: p[0] is not None)
        )
        if whole
    ]
    if not pieces:
        return ""
    line = trace["line"]
    return element(
        "path",
        {
            "class": trace["name"],
            "d": "".join(pieces),
            "fill": "none",
            "stroke": line["color"],
            "stroke-width": line["width"],
            "stroke-dasharray": dashes(line.get("dash")),
            "opacity": trace.get("opacity"),
        },
    )


def _markers(trace: Mapping[str, Any], plane: Plane, _ground: str) -> str:
    marker, line = trace["marker"], trace["marker"]["line"]
    parts = [
        draw_symbol(symbol, plane.x(x), plane.y(y), size, fill, stroke, width)
        for x, y, symbol, size, fill, stroke, width in zip(
            trace["x"], trace["y"], marker["symbol"], marker["size"], marker["color"], line["color"],
            line["width"], strict=True,
        )
    ]  # fmt: skip
    told = [_with_title(part, told) for part, told in zip(parts, trace["customdata"], strict=True)]
    return element("g", {"class": trace["name"]}, *told)


def _with_title(mark: str, told: Sequence[Any]) -> str:
    """A mark with the key of its event, which says what it is when it is pointed at, as on the page."""
    lines = [str(one) for one in told[1:] if one]
    return element("g", {"data-id": str(told[0])}, element("title", {}, words("\n".join(lines))), mark)


def _labels(trace: Mapping[str, Any], plane: Plane, ground: str) -> str:
    font = trace["textfont"]
    look = Look(font["size"], font["color"])
    parts = []
    for x, y, text, position, told in zip(
        trace["x"], trace["y"], trace["text"], trace["textposition"], trace["customdata"], strict=True
    ):
        # plotly names the side of the point the words stand on.
        anchor = "end" if position == "middle left" else "start"
        base = plane.y(y) + look.size * TEXT_DOWN
        drawn = (draw_line(plane.x(x), base, anchor, line, ground) for line in read_runs(text, look))
        parts.append(_with_title("".join(drawn), told))
    return element("g", {"class": trace["name"]}, *parts) if parts else ""


def _heatmap(trace: Mapping[str, Any], plane: Plane, _ground: str) -> str:
    """Cells; those of one column and colour that touch are one."""
    stops = trace["colorscale"]
    if trace.get("visible", True) is False or all(is_clear(str(colour)) for _, colour in stops):
        return ""
    xs, ys = [plane.x(x) for x in trace["x"]], [plane.y(y) for y in trace["y"]]
    side, down = trace.get("xgap", 0) / 2, trace.get("ygap", 0) / 2
    cells = []
    for column, (left, right) in enumerate(pairwise(xs)):
        shades = [
            None if row[column] is None else colour_at(stops, share_of(row[column], trace))
            for row in trace["z"]
        ]
        for shade, first, stop in _runs(shades, joined=not down):
            top, bottom = sorted((ys[first], ys[stop]))
            box: dict[str, Value] = {
                "x": left + side,
                "y": top + down,
                "width": max(right - left - 2 * side, 0.5),
                "height": max(bottom - top - 2 * down, 0.5),
            }
            cells.append(element("rect", box | {"fill": shade}))
    return element("g", {"class": trace["name"], "opacity": trace.get("opacity")}, *cells) if cells else ""


def _runs(shades: Sequence[str | None], *, joined: bool) -> list[tuple[str, int, int]]:
    """Each stretch of one colour: it, where it begins, where it ends."""
    found: list[tuple[str, int, int]] = []
    for place, shade in enumerate(shades):
        if shade is None:
            continue
        if joined and found and found[-1][0] == shade and found[-1][2] == place:
            found[-1] = (shade, found[-1][1], place + 1)
        else:
            found.append((shade, place, place + 1))
    return found


_DRAWN: Mapping[str, Callable[[Mapping[str, Any], Plane, str], str]] = {
    "scatter lines": _lines,
    "scatter markers": _markers,
    "scatter text": _labels,
    "heatmap": _heatmap,
    "bar": draw_bars,
}
