"""Sizes of figures: one row each. Add one here; addresses, command and menu take it from the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """A size.

    Attributes:
        width: In pixels, of a page that is printed in points; 0 for that of the chart on the page.
        height: Likewise; 0 for as high as the chart is.
        scales: How much larger than on the page letters and marks may be drawn, the largest first.
        density: How many pixels of a PNG one of these is, unless it is asked for.
    """

    width: int
    height: int
    scales: tuple[float, ...]
    density: float


PRESETS: Mapping[str, Preset] = {
    "page": Preset(0, 0, (1.0,), 2),
    "article": Preset(1600, 900, (1.9, 1.7, 1.5, 1.35, 1.2), 1),
    "share": Preset(1200, 628, (1.5, 1.3, 1.15, 1.0), 1),
    "square": Preset(1080, 1080, (1.6, 1.4, 1.2, 1.1, 1.0), 1),
    "a4": Preset(595, 842, (0.8, 0.75, 0.7, 0.65), 3),
    "slide": Preset(1920, 1080, (2.4, 2.1, 1.8, 1.6, 1.4), 1),
}
THEMES = ("light", "dark")
MARGIN = 32.0  # pixels of the page
