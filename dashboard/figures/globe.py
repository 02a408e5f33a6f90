"""Outlines of countries from TopoJSON to the plane: decoded, turned, cut where the map ends, projected.

Formulas: Natural Earth (T. Patterson; polynomial by B. Šavrič, 2011) and Albers' conic equal-area with
parallels at 0° and 60°, which are plotly's defaults.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import cos, pi, radians, sin, sqrt
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
EDGE = 180.0
_FILE = Path(__file__).parents[1] / "assets" / "topojson" / "world_50m.json"


@cache
def read_countries() -> Mapping[str, tuple[tuple[tuple[Point, ...], ...], ...]]:
    """ISO 3166-1 alpha-3 -> its polygons, each as its rings, each as points of degrees."""
    world = json.loads(_FILE.read_text("utf-8"))
    arcs = [_decode(arc, world["transform"]) for arc in world["arcs"]]
    found: dict[str, tuple[tuple[tuple[Point, ...], ...], ...]] = {}
    for one in world["objects"]["countries"]["geometries"]:
        polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        found[one["id"]] = tuple(tuple(tuple(_join(ring, arcs)) for ring in polygon) for polygon in polygons)
    return found


def _decode(arc: Sequence[Sequence[int]], transform: Mapping[str, Any]) -> list[Point]:
    (scale_x, scale_y), (x0, y0) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale_x + x0, y * scale_y + y0))
    return points


def _join(ring: Sequence[int], arcs: Sequence[list[Point]]) -> Ring:
    """The arcs of a ring one behind the other; a negative number is an arc walked backwards."""
    points: Ring = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def turn_ring(ring: Sequence[Point], middle: float) -> list[Ring]:
    """A ring seen from a meridian: longitudes from it, cut where the map ends on either side."""
    turned: Ring = []
    for longitude, latitude in ring:
        x = longitude - middle
        if turned:
            # No edge goes more than half round the globe.
            x += 360 * round((turned[-1][0] - x) / 360)
        turned.append((x, latitude))
    low, high = min(x for x, _ in turned), max(x for x, _ in turned)
    copies = []
    for turns in range(-2, 3):
        shift = 360 * turns
        if low + shift >= EDGE or high + shift <= -EDGE:
            continue
        moved = [(x + shift, y) for x, y in turned]
        if low + shift < -EDGE:
            moved = _clip(moved, -EDGE, 1)
        if high + shift > EDGE:
            moved = _clip(moved, EDGE, -1)
        if len(moved) > 2:  # noqa: PLR2004 - an area
            copies.append(moved)
    return copies


def _clip(ring: Ring, edge: float, side: int) -> Ring:
    """What of a ring lies on one side of a meridian (Sutherland and Hodgman)."""
    kept: Ring = []
    for place, (x, y) in enumerate(ring):
        before_x, before_y = ring[place - 1]
        inside, was = (x - edge) * side >= 0, (before_x - edge) * side >= 0
        if inside != was:
            share = (edge - before_x) / (x - before_x)
            kept.append((edge, before_y + share * (y - before_y)))
        if inside:
            kept.append((x, y))
    return kept


def natural_earth(longitude: float, latitude: float) -> Point:
    """A place in degrees from the middle of the map to the plane, up is positive."""
    x, y = radians(longitude), radians(latitude)
    y2 = y * y
    y4 = y2 * y2
    wide = 0.8707 - 0.131979 * y2 + y4 * (-0.013791 + y4 * (0.003971 * y2 - 0.001529 * y4))
    high = 1.007226 + y2 * (0.015085 + y4 * (-0.044475 + 0.028874 * y2 - 0.005916 * y4))
    return x * wide, y * high


_SOUTH, _NORTH = 0.0, pi / 3
_N = (sin(_SOUTH) + sin(_NORTH)) / 2
_C = 1 + sin(_SOUTH) * (2 * _N - sin(_SOUTH))


def conic_equal_area(longitude: float, latitude: float) -> Point:
    """Likewise, for a part of the north."""
    far = sqrt(max(_C - 2 * _N * sin(radians(latitude)), 0.0)) / _N
    turn = radians(longitude) * _N
    return far * sin(turn), sqrt(_C) / _N - far * cos(turn)


PROJECTIONS: Mapping[str, Callable[[float, float], Point]] = {
    "natural earth": natural_earth,
    "conic equal area": conic_equal_area,
}


def outline_of(
    box: Sequence[Sequence[float]], middle: float, project: Callable[[float, float], Point]
) -> Ring:
    """The edge of a box of degrees in the plane."""
    (west, east), (south, north) = box
    steps = [n / 40 for n in range(41)]
    edge: Iterable[Point] = [
        *((west + (east - west) * step, latitude) for latitude in (south, north) for step in steps),
        *((longitude, south + (north - south) * step) for longitude in (west, east) for step in steps),
    ]
    return [project(longitude - middle, latitude) for longitude, latitude in edge]
