"""The map as SVG: land, countries by count, small states as dots, key and scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from dashboard.figures.globe import PROJECTIONS, Point, Ring, outline_of, read_countries, turn_ring
from dashboard.publish.colours import colour_at, draw_bar, share_of
from dashboard.publish.markup import Value, element, path, words
from dashboard.publish.notes import draw_note
from dashboard.publish.symbols import draw_symbol

BEYOND = 25.0  # degrees: what ends so far below the map is in no corner of it
THIN, TINY = 0.45, 0.7  # pixels: points closer than this tell nothing, areas smaller than this neither


@dataclass(frozen=True, slots=True)
class Frame:
    """What of the globe is seen, and where: hashable, so that outlines are projected once a size.

    Attributes:
        projection: Its name, as plotly has it.
        west: Its degrees.
        east: Likewise.
        south: Likewise.
        north: Likewise.
        middle: The meridian in the middle.
        width: The room it has, in pixels.
        height: Likewise.
        zoom: How much larger it is drawn than it would fit, through the same opening.
        latitude: What stands in the middle of that then; None where it fits.
    """

    projection: str
    west: float
    east: float
    south: float
    north: float
    middle: float
    width: float
    height: float
    zoom: float = 1.0
    latitude: float | None = None

    def fit(self) -> tuple[Callable[[float, float], Point], tuple[float, float, float, float]]:
        """Degrees from the middle to pixels, and the left, top, width and height of what is seen."""
        project = PROJECTIONS[self.projection]
        shown = (self.west, self.east), (self.south, self.north)
        edge = outline_of(shown, (self.west + self.east) / 2, project)
        xs, ys = [x for x, _ in edge], [y for _, y in edge]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        scale = min(self.width / wide, self.height / high)
        left = (self.width - wide * scale) / 2 - min(xs) * scale
        top = (self.height - high * scale) / 2 + max(ys) * scale
        box = (left + min(xs) * scale, top - max(ys) * scale, wide * scale, high * scale)
        if self.latitude is not None:
            # As plotly does: what fits is told anew by the meridian that stands in the middle.
            turned = outline_of(shown, self.middle, project)
            xs, ys = [x for x, _ in turned], [y for _, y in turned]
            fitting = min(self.width / (max(xs) - min(xs)), self.height / (max(ys) - min(ys)))
            x, y = project(0.0, self.latitude)
            scale = fitting * self.zoom
            left, top = self.width / 2 - x * scale, self.height / 2 + y * scale

        def place(longitude: float, latitude: float) -> Point:
            x, y = project(longitude, latitude)
            return left + x * scale, top - y * scale

        return place, box


@dataclass(frozen=True, slots=True)
class Paper:
    """Where the notes of a map stand."""

    width: float
    height: float

    def y(self, value: float) -> float:
        """A map has no second axis: a height is its own."""
        return value

    def paper_x(self, share: float) -> float:
        """A share of the paper."""
        return share * self.width

    def paper_y(self, share: float) -> float:
        """Likewise, from below."""
        return (1 - share) * self.height


def frame_of(layout: Mapping[str, Any], width: float) -> Frame:
    """What a map shows, at a width."""
    geo, margin = layout["geo"], layout["margin"]
    (west, east), (south, north) = geo["lonaxis"]["range"], geo["lataxis"]["range"]
    projection = geo["projection"]
    return Frame(
        projection["type"], west, east, south, north, projection["rotation"]["lon"], width,
        layout["height"] - margin["t"] - margin["b"], projection.get("scale", 1.0),
        geo["center"]["lat"] if "center" in geo else None,
    )  # fmt: skip


@lru_cache(maxsize=24)
def outlines(frame: Frame) -> Mapping[str, str]:
    """ISO 3166-1 alpha-3 -> the outline of a country as the data of an SVG path, where it is seen."""
    place, (left, top, width, height) = frame.fit()
    found = {}
    for code, polygons in read_countries().items():
        pieces = []
        for polygon in polygons:
            for ring in polygon:
                if max(latitude for _, latitude in ring) < frame.south - BEYOND:
                    continue  # a long straight edge of Antarctica would cut across a map of the north
                for turned in turn_ring(ring, frame.middle):
                    points = _thinned([place(x, y) for x, y in turned])
                    if _seen(points, left, top, left + width, top + height):
                        pieces.append(path(points, closed=True))
        if pieces:
            found[code] = "".join(pieces)
    return found


def _thinned(ring: Sequence[Point]) -> Ring:
    """A ring without points too close to the one before to be seen, to a tenth of a pixel."""
    kept: Ring = []
    for x, y in ((round(x, 1), round(y, 1)) for x, y in ring):
        if not kept or abs(x - kept[-1][0]) >= THIN or abs(y - kept[-1][1]) >= THIN:
            kept.append((x, y))
    return kept


def _seen(points: Ring, left: float, top: float, right: float, bottom: float) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    inside = max(xs) >= left and min(xs) <= right and max(ys) >= top and min(ys) <= bottom
    return inside and len(points) > 2 and max(max(xs) - min(xs), max(ys) - min(ys)) >= TINY  # noqa: PLR2004


def draw_atlas(figure: Mapping[str, Any], width: float, _ground: str, name: str) -> str:
    """The map.

    Args:
        figure: The figure as the page hands it to plotly.
        width: How wide it is drawn, in pixels.
        _ground: The colour it stands on.
        name: What its parts are called within the file.

    Raises:
        ValueError: If it holds what is not known here.
    """
    layout = figure["layout"]
    frame, geo = frame_of(layout, width), layout["geo"]
    place, (left, top, wide, high) = frame.fit()
    shapes = outlines(frame)
    line: dict[str, Value] = {
        "stroke": geo["countrycolor"], "stroke-width": geo["countrywidth"], "stroke-linejoin": "round",
    }  # fmt: skip
    over = {code for trace in figure["data"] if trace["type"] == "choropleth" for code in trace["locations"]}
    land = "".join(shape for code, shape in shapes.items() if code not in over)
    drawn = [element("path", {"class": "land", "d": land, "fill": geo["landcolor"], **line})]
    bars = []
    paper = Paper(width, frame.height)
    for trace in figure["data"]:
        if trace["type"] == "choropleth":
            drawn.append(_areas(trace, shapes))
        elif trace["type"] == "scattergeo":
            draw = _lines if trace["mode"] == "lines" else _dots
            drawn.append(draw(trace, place, frame.middle))
        else:
            msg = f"a map cannot show a trace of type {trace['type']!r}; expected choropleth or scattergeo"
            raise ValueError(msg)
        if trace.get("showscale"):
            bars.append(draw_bar(trace, (0, 0, width, frame.height), f"{name}-scale"))
    clip = f"{name}-clip"
    seen = element("rect", {"x": left, "y": top, "width": wide, "height": high})
    notes = (draw_note(note, paper, layout["font"]) for note in layout.get("annotations", ()))
    return "".join(
        [
            element("clipPath", {"id": clip}, seen),
            element("g", {"clip-path": f"url(#{clip})"}, *drawn),
            *notes,
            *bars,
        ]
    )


def _areas(trace: Mapping[str, Any], shapes: Mapping[str, str]) -> str:
    """Countries in the colour of their count; what a chosen one is framed with lies on top."""
    line = trace["marker"]["line"]
    areas = []
    for code, value, told, stroke, width in zip(
        trace["locations"], trace["z"], trace["customdata"], line["color"], line["width"], strict=True
    ):
        if code not in shapes:
            continue
        look: dict[str, Value] = {
            "d": shapes[code],
            "fill": colour_at(trace["colorscale"], share_of(value, trace)),
            "stroke": stroke,
            "stroke-width": width,
        }
        title = element("title", {}, words(f"{told[1]}: {told[2]}"))
        areas.append((width, element("path", {"data-id": told[0], **look}, title)))
    return element(
        "g", {"class": trace["name"]}, *(area for _, area in sorted(areas, key=lambda one: one[0]))
    )


def _lines(trace: Mapping[str, Any], place: Callable[[float, float], Point], middle: float) -> str:
    """Lines with gaps where a place is missing."""
    pieces = []
    for whole, piece in groupby(zip(trace["lon"], trace["lat"], strict=True), lambda one: one[0] is not None):
        if whole:
            turned = [place((x - middle + 180) % 360 - 180, y) for x, y in piece]
            pieces.append(path(turned, closed=False))
    line = trace["line"]
    look: dict[str, Value] = {"fill": "none", "stroke": line["color"], "stroke-width": line["width"]}
    return element("path", {"class": trace["name"], "d": "".join(pieces), **look})


def _dots(trace: Mapping[str, Any], place: Callable[[float, float], Point], middle: float) -> str:
    marker, line = trace["marker"], trace["marker"]["line"]
    dots = []
    for latitude, longitude, colour, stroke, told in zip(
        trace["lat"], trace["lon"], marker["color"], line["color"], trace["customdata"], strict=True
    ):
        x, y = place((longitude - middle + 180) % 360 - 180, latitude)
        dot = draw_symbol("circle", x, y, marker["size"], colour, stroke, line["width"])
        title = element("title", {}, words(f"{told[1]}: {told[2]}"))
        dots.append(element("g", {"data-id": told[0]}, title, dot))
    return element("g", {"class": trace["name"]}, *dots)
