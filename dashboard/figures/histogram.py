"""A lane from afar: how many events each column of time holds, in the colours of their families.

Each lane has a scale of its own, for a large one would press all others flat; a line tells how many its full
height stands for. What may lie on any of several days is counted in the columns of those days by shares.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np

from dashboard.figures.lanes import Lane
from dashboard.theme import FAMILIES, OTHER, Theme

HEIGHT, FOLDED_HEIGHT = 46.0, 18.0
STEPS = 23  # the heights a column can have
GROUPS = {family: number for number, family in enumerate(FAMILIES)}
COLUMN = 4.5  # pixels a column is wide at least
_TOPS = [base * 10**power for power, base in product(range(9), (1, 1.5, 2, 3, 4, 5, 6, 8))]


def most_columns(plot: float) -> int:
    """Into how many columns a plot of that width may be cut."""
    return max(40, round(plot / COLUMN))


def top_of(lane: Lane) -> int:
    """How many the full height of a lane stands for: a round number no column exceeds."""
    highest = float(lane.counts.sum(axis=0).max(initial=0))
    return next(int(top) for top in _TOPS if top >= highest and top == int(top))


def draw_histograms(
    lanes: Sequence[tuple[Lane, float, float]], edges: Sequence[float], theme: Theme
) -> list[dict[str, Any]]:
    """Columns of all crowded lanes, and what can be pointed at above them.

    Args:
        lanes: Each lane with the height on the axis where its columns begin, from the top, and their own.
        edges: Where the columns begin, and where the last one ends.
        theme: Light or dark.
    """
    if not lanes:
        return []
    shapes: list[list[int | None]] = []
    totals: list[list[float | None]] = []
    steps, whole = [0.0], [0.0]
    columns = len(edges) - 1
    for lane, top, height in lanes:
        shapes += [[None] * columns, *_columns(lane)]
        steps += [top + height * step / STEPS for step in range(STEPS + 1)]
        totals += [
            [None] * columns,
            [round(one, 3) or None for one in lane.counts.sum(axis=0).tolist()],
        ]
        whole += [top, top + height]
    hues = [theme.hue(family) for family in (*FAMILIES, OTHER)]
    last = len(hues)
    stops = [[edge, hue] for n, hue in enumerate(hues) for edge in (n / last, (n + 1) / last)]
    shared = {
        "type": "heatmap", "x": list(edges), "showscale": False, "hoverongaps": False, "hoverinfo": "none",
    }  # fmt: skip
    clear = [[0, "rgba(128,128,128,0.01)"], [1, "rgba(128,128,128,0.01)"]]
    return [
        {**shared, "name": "columns", "y": steps, "z": shapes, "colorscale": stops, "zmin": -0.5,
         "zmax": last - 0.5, "xgap": 1, "hoverinfo": "skip", "opacity": 0.85},
        # Which lane is which, for whoever lights what belongs together.
        {**shared, "name": "density", "y": whole, "z": totals, "colorscale": clear,
         "meta": [one[0].key for one in lanes]},
    ]  # fmt: skip


def _columns(lane: Lane) -> list[list[int | None]]:
    """Row by row from the top the family that fills it."""
    counts = lane.counts
    total = counts.sum(axis=0)
    filled = np.ceil(STEPS * total / top_of(lane) - 1e-9)
    ends = np.round(filled * np.cumsum(counts, axis=0) / np.where(total > 0, total, 1))
    steps = np.arange(STEPS)[::-1, None]
    family = (ends[:, None, :] <= steps).sum(axis=0)
    rows = np.where(steps < filled, family, -1).tolist()
    return [[one if one >= 0 else None for one in row] for row in rows]
