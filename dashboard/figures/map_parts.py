"""Parts of the world a map can show: which there are, what each shows, and what of it is seen whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.figures.globe import PROJECTIONS, outline_of

NARROW = 420
WORLD, NEARLY_ALL = "world", 0.9
NATURAL = "natural earth"
SMALL, SMALLER = 7, 5  # pixels a circle is wide, and on a narrow map


@cache
def regions() -> Mapping[str, Mapping[str, Any]]:
    """Parts of the world: the degrees each shows, and its countries."""
    table = json.loads(Path(__file__).with_name("map_regions.json").read_text("utf-8"))
    return {name: one for name, one in table.items() if not name.startswith("_")}


def region_of(counts: Mapping[str, int]) -> str:
    """The smallest part of the world that holds nearly all of what is counted."""
    total = sum(counts.values())
    for name, one in regions().items():
        if total and sum(counts.get(code, 0) for code in one["countries"]) >= NEARLY_ALL * total:
            return name
    return WORLD


def outside_of(region: str, counts: Mapping[str, int]) -> int:
    """How many counted countries a part of the world leaves out."""
    return 0 if region == WORLD else len(set(counts) - set(regions()[region]["countries"]))


def frame_of(region: str) -> dict[str, Any]:
    """What the map shows of the globe."""
    shown = regions()[region]
    (west, east), (south, north) = shown["shows"]
    middle = (west + east) / 2
    return {
        "projection": {"type": shown.get("projection", NATURAL), "rotation": {"lon": middle}},
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [south, north]},
    }


def seen_whole(region: str, width: float) -> Callable[[float, float], bool]:
    """Whether a circle at a latitude and longitude is seen whole: one at the edge would be cut in half."""
    shown = regions()[region]
    (west, east), (south, north) = shown["shows"]
    middle = (west + east) / 2
    project = PROJECTIONS[shown.get("projection", NATURAL)]
    edge = outline_of(((west, east), (south, north)), middle, project)
    left, right = min(x for x, _ in edge), max(x for x, _ in edge)
    bottom, top = min(y for _, y in edge), max(y for _, y in edge)
    room = (circle_size(width) + 1) / 2 / min(width / (right - left), ground_height(width) / (top - bottom))

    def seen(latitude: float, longitude: float) -> bool:
        x, y = project((longitude - middle + 180) % 360 - 180, latitude)
        return left + room < x < right - room and bottom + room < y < top - room

    return seen


def circle_size(width: float) -> int:
    """How wide the circle of a small state is, in pixels."""
    return SMALL if width >= NARROW else SMALLER


def ground_height(width: float) -> int:
    """How high the map itself is."""
    return max(150, min(430, round(width * 0.47)))
