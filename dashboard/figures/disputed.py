"""Areas that the source of the map's borders leaves to no country, as hatching.

Lines are computed, not filled, so that page, picture and file draw the same: plotly's maps know no patterns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from dashboard.figures.globe import Point, Ring, read_countries
from dashboard.theme import Theme

# Aksai Chin, Arunachal Pradesh, Bir Tawil, Hala'ib Triangle, Ilemi Triangle, Jammu and Kashmir: what United
# Nations Geodata has under codes of its own (`assets/topojson/SOURCE.md`).
CODES = ("XAC", "XAP", "XBT", "XHT", "XIT", "XJK")
APART = 3.5  # pixels between two lines
Segment = tuple[Point, Point]


@cache
def disputed_areas() -> Mapping[str, tuple[tuple[Ring, ...], ...]]:
    """Code -> its polygons, each as its rings of degrees."""
    countries = read_countries()
    return {
        code: tuple(tuple(list(ring) for ring in polygon) for polygon in countries[code])
        for code in CODES
        if code in countries
    }


def draw_disputed(shows: Sequence[Sequence[float]], width: float, theme: Theme) -> list[dict[str, Any]]:
    """The hatching of what of them a map shows; nothing where it shows none.

    Args:
        shows: The degrees of longitude and latitude of the map.
        width: How wide it is, in pixels.
        theme: Light or dark.
    """
    (west, east), (south, north) = shows
    lines = hatch_lines(west, east, south, north, round((east - west) / width * APART, 3))
    if not lines:
        return []
    points: list[Point | None] = [point for line in lines for point in (*line, None)]
    return [
        {
            "type": "scattergeo",
            "mode": "lines",
            "name": "disputed",
            "lon": [round(point[0], 3) if point else None for point in points],
            "lat": [round(point[1], 3) if point else None for point in points],
            "line": {"color": theme.muted, "width": 1},
            "hoverinfo": "skip",
        }
    ]


@lru_cache(maxsize=64)
def hatch_lines(west: float, east: float, south: float, north: float, step: float) -> tuple[Segment, ...]:
    """Slanting lines so many degrees apart through what of the areas lies in a box of degrees."""
    found = []
    for polygons in disputed_areas().values():
        for polygon in polygons:
            xs = [x for ring in polygon for x, _ in ring]
            ys = [y for ring in polygon for _, y in ring]
            if west < max(xs) and min(xs) < east and south < max(ys) and min(ys) < north:
                found += _hatch(polygon, step)
    return tuple(found)


def _hatch(polygon: Sequence[Ring], step: float) -> list[Segment]:
    """Each line of latitude less longitude that is a multiple of a step, where it is inside."""
    heights = [y - x for ring in polygon for x, y in ring]
    first, last = int(min(heights) // step) + 1, int(max(heights) // step)
    lines = []
    for height in (step * number for number in range(first, last + 1)):
        crossed = sorted(
            point
            for ring in polygon
            for edge in pairwise([*ring, ring[0]])
            for point in _crossing(*edge, height)
        )
        lines += list(zip(crossed[::2], crossed[1::2], strict=False))
    return lines


def _crossing(one: Point, other: Point, height: float) -> list[Point]:
    """Where an edge crosses a line; an end belongs to the edge that begins there."""
    low, high = one[1] - one[0] - height, other[1] - other[0] - height
    if (low < 0) == (high < 0):
        return []
    share = low / (low - high)
    return [(one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))]
