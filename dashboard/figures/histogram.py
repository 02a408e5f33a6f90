"""A lane from afar: how many events each part of the window holds, in the colours of their families.

Each lane has a scale of its own, for a large one would press all others flat.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from dashboard.figures.lanes import Lane
from dashboard.figures.time_axis import Window
from dashboard.theme import FAMILIES, OTHER, Theme

HEIGHT = 46.0
STEPS = 23  # the heights a column can have
GROUPS = {family: number for number, family in enumerate(FAMILIES)}
COLUMN = 6.0


def bins_for(plot: float) -> int:
    """Into how many columns a plot of that width is cut."""
    return max(40, round(plot / COLUMN))


def draw_histograms(
    lanes: Sequence[tuple[Lane, float]], window: Window, theme: Theme
) -> list[dict[str, Any]]:
    """Columns of all crowded lanes, and what can be pointed at above them.

    Args:
        lanes: Each lane with the height on the axis where its columns begin, from the top.
        window: The days in view.
        theme: Light or dark.
    """
    if not lanes:
        return []
    bins = len(lanes[0][0].counts[0])
    start, stop = window.range
    x = [start + (stop - start) * number / bins for number in range(bins + 1)]
    shapes: list[list[int | None]] = []
    totals: list[list[int | None]] = []
    edges, whole = [0.0], [0.0]
    for lane, top in lanes:
        counts = np.asarray(lane.counts)
        shapes += [[None] * bins, *_columns(counts)]
        edges += [top + HEIGHT * step / STEPS for step in range(STEPS + 1)]
        totals += [[None] * bins, counts.sum(axis=0).tolist()]
        whole += [top, top + HEIGHT]
    hues = [theme.hue(family) for family in (*FAMILIES, OTHER)]
    last = len(hues)
    stops = [[edge, hue] for n, hue in enumerate(hues) for edge in (n / last, (n + 1) / last)]
    shared = {"type": "heatmap", "x": x, "showscale": False, "hoverongaps": False, "hoverinfo": "none"}
    clear = [[0, "rgba(128,128,128,0.01)"], [1, "rgba(128,128,128,0.01)"]]
    return [
        {**shared, "name": "columns", "y": edges, "z": shapes, "colorscale": stops, "zmin": -0.5,
         "zmax": last - 0.5, "xgap": 1, "hoverinfo": "skip", "opacity": 0.85},
        {**shared, "name": "density", "y": whole, "z": totals, "colorscale": clear},
    ]  # fmt: skip


def _columns(counts: np.ndarray) -> list[list[int | None]]:
    """Row by row from the top the family that fills it: the lane's highest column fills all of them."""
    total = counts.sum(axis=0)
    filled = np.ceil(STEPS * total / max(int(total.max()), 1))
    ends = np.round(filled * np.cumsum(counts, axis=0) / np.maximum(total, 1))
    steps = np.arange(STEPS)[::-1, None]
    family = (ends[:, None, :] <= steps).sum(axis=0)
    rows = np.where(steps < filled, family, -1).tolist()
    return [[one if one >= 0 else None for one in row] for row in rows]
