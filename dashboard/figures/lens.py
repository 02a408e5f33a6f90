"""Many lanes on one screen: some can be read, the others are strips as thin as they must be.

A strip has the columns of a crowded lane: the colour is that of the family most of a column's events are of,
the stronger the more there are of them beside the fullest column of the lane. What a lane holds is told when
its strip is pointed at; selecting it brings it close.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import numpy as np

from dashboard.figures.lanes import Lane
from dashboard.figures.packing import Packing
from dashboard.figures.strips import NARROW_HEAD, Strip
from dashboard.theme import FAMILIES, OTHER, Theme, mix

READABLE = 20  # lanes
STRIPS, THINNEST, LOWEST = 240.0, 1.25, 30.0  # pixels of all strips, of one, of those of one block
LEVELS, PALEST = 4, 0.35  # how many strengths a colour has, and the least of them
NOTHING = Packing((), 0, (), 0)


def in_focus(keys: Sequence[str], near: str) -> set[str]:
    """The keys whose lanes can be read: those around one of them, else the first."""
    at = keys.index(near) - READABLE // 2 if near in keys else 0
    begin = max(min(at, len(keys) - READABLE), 0)
    return {*keys[begin : begin + READABLE]}


def in_blocks(lanes: Sequence[Lane]) -> list[tuple[Lane, ...]]:
    """The lanes from top to bottom: each alone, strips that follow each other as one block."""
    found: list[tuple[Lane, ...]] = []
    for lane in lanes:
        if lane.thin and found and found[-1][0].thin:
            found[-1] += (lane,)
        else:
            found.append((lane,))
    return found


def next_close(block: Sequence[Lane], *, above: bool) -> str:
    """The lane to bring close so that those of a block next to the readable ones can be read."""
    half = READABLE // 2
    return block[max(len(block) - half, 0) if above else min(half, len(block) - 1)].key


def lay_block(block: Sequence[Lane], all_strips: int, top: float, *, narrow: bool) -> list[Strip]:
    """The strips of a block below each other.

    Args:
        block: Their lanes.
        all_strips: How many strips the timeline has.
        top: Where the block begins, from the top.
        narrow: Whether its title stands above it.
    """
    begin = top + (NARROW_HEAD if narrow else 0.0)
    height = max(STRIPS / all_strips, THINNEST, LOWEST / len(block))
    return [
        Strip(lane, (), NOTHING, begin + turn * height, height, 0.0, counted=True)
        for turn, lane in enumerate(block)
    ]


def draw_strips(strips: Iterable[Strip], edges: Sequence[float], theme: Theme) -> list[dict[str, Any]]:
    """The strips of a timeline, block by block; each names its lanes for whoever points at one.

    Args:
        strips: All lanes as they are laid out.
        edges: Where the columns begin, and where the last one ends.
        theme: Light or dark.
    """
    blocks = [list(some) for thin, some in groupby(strips, key=lambda one: one.lane.thin) if thin]
    hues = [theme.hue(family) for family in (*FAMILIES, OTHER)]
    shades = [
        mix(hue, theme.card, PALEST + (1 - PALEST) * level / (LEVELS - 1))
        for hue in hues
        for level in range(LEVELS)
    ]
    last = len(shades)
    stops = [[edge, shade] for n, shade in enumerate(shades) for edge in (n / last, (n + 1) / last)]
    return [
        {
            "type": "heatmap",
            "name": "strips",
            "x": list(edges),
            "y": [*(one.top for one in block), block[-1].top + block[-1].height],
            "z": [_cells(one.lane) for one in block],
            "colorscale": stops,
            "zmin": -0.5,
            "zmax": last - 0.5,
            "showscale": False,
            "hoverongaps": True,
            "hoverinfo": "none",
            "meta": [[one.lane.key, one.lane.title, one.lane.told] for one in block],
        }
        for block in blocks
    ]


def _cells(lane: Lane) -> list[int | None]:
    """Column by column the family most of its events are of, and how strong its colour is."""
    total = lane.counts.sum(axis=0)
    level = np.ceil(LEVELS * total / max(float(total.max(initial=0)), 1.0)).astype(int) - 1
    shade = lane.counts.argmax(axis=0) * LEVELS + level
    return [int(one) if held > 0 else None for one, held in zip(shade, total, strict=True)]
