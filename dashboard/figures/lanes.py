"""A lane of the timeline: marks where they have room, else how many events there are, with a few named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

# A lane has room for a mark in so many pixels of each of its rows.
MARK_ROOM = 40.0
# A lane that loses more of its marks than this share is counted.
LOST = 0.2
# With few lanes each may be higher; together they have about so many rows.
ROWS, FEWEST_ROWS, MOST_ROWS = 60, 4, 16


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane as it is drawn.

    Attributes:
        key: What it stands for.
        title: Its name.
        events: The numbers of its marks; none where they are certainly too many to draw singly.
        told: How many events, reports or sources it holds, in words.
        named: The numbers of those that are named where the rest is only counted.
        counts: How many of each family lie in each part of the window.
    """

    key: str
    title: str
    events: tuple[int, ...]
    told: str
    named: tuple[int, ...] = ()
    counts: Sequence[Sequence[int]] | np.ndarray = ()


def rows_of(lanes: int) -> int:
    """How many rows a lane may have."""
    return max(FEWEST_ROWS, min(MOST_ROWS, ROWS // max(lanes, 1)))


def crowded_lanes(sizes: Sequence[int], plot: float, most: int) -> list[bool]:
    """Which lanes hold more than there is room for; the largest, too, until `most` marks are left."""
    room = rows_of(len(sizes)) * plot / MARK_ROOM
    crowded = [size > room for size in sizes]
    singly = sum(size for size, full in zip(sizes, crowded, strict=True) if not full)
    for number in sorted(range(len(sizes)), key=lambda one: -sizes[one]):
        if singly <= most:
            break
        if not crowded[number]:
            crowded[number] = True
            singly -= sizes[number]
    return crowded
