"""The doubt lens: a mark covers all the days it may be, the weak are pale, disagreement is marked.

Without it a mark shows the days of the report that says most, however surely there was an event at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard.figures import marks
from data_model import STRENGTHS

PALEST, CLEAR = 0.3, 1.0
# A mark that is no exact day is its band: the symbol in it only says what became of it.
SYMBOL, STATUS_SYMBOL = 5.0, 8.0
APART, AROUND = 3.5, 6.0  # pixels: each of the two rings from the middle; how much wider it is than its mark
RING = 1.3


def widen(dot: marks.Dot) -> marks.Dot:
    """An event as the lens shows it."""
    start = min(dot.start, *(first for first, _ in dot.said)) if dot.said else dot.start
    stop = max(dot.stop, *(last for _, last in dot.said)) if dot.said else dot.stop
    likely, shape = dot.likely, dot.shape
    if shape == marks.EXACT and (start, stop) != (dot.start, dot.stop):
        shape, likely = marks.RANGE, (dot.start, dot.stop)
    size = dot.size
    if shape not in (marks.EXACT, marks.LASTED):
        size = SYMBOL if dot.group == marks.DONE or dot.runs else STATUS_SYMBOL
    return replace(
        dot, start=start, stop=stop, likely=likely, shape=shape, size=size, shade=shade_of(dot.score)
    )


def shade_of(score: float) -> float:
    """How strong the colours of an event are, by how likely it is one at all: whole from `clear` on."""
    share = min(score / STRENGTHS["clear"], 1.0)
    return round(PALEST + (CLEAR - PALEST) * share**2, 1)


def draw_disagreements(
    told: Sequence[tuple[float, float, marks.Dot, list[str]]], scale: float, ink: str
) -> dict[str, Any]:
    """Two rings beside each other round every mark of whose day or city reports disagree.

    Args:
        told: Where each of them stands on the axes, the event, and what it tells when it is pointed at.
        scale: How much of the axis of days a pixel is.
        ink: The colour of the rings.
    """
    rings = [
        (x + side * APART * scale, y, marks.Mark("circle-open", ink, ink, RING, dot.size + AROUND), words)
        for x, y, dot, words in told
        for side in (-1, 1)
    ]
    return marks.symbol_trace("disagree", rings)
