"""A lane of the timeline: every mark where all have room, else columns of how many there are, a few named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

import numpy as np

from dashboard.figures.packing import BARE_ROW

# Marks whose middles are closer than so many pixels cannot stand in one row.
MARK_ROOM = 11.0
# So many of them may lie over each other in a lane of one line.
OVER_EACH_OTHER = 3


@dataclass(frozen=True, slots=True)
class Room:
    """How high lanes may be, in pixels: with few of them each may be higher.

    Attributes:
        together: How high the rows of all are about.
        lowest: How high those of one may be however many there are.
        highest: How high however few.
        lanes: How many lanes there are at most, besides what is joined as others.
        named: Rows of names above the columns of a crowded one.
    """

    together: float = 1_450.0
    lowest: float = 105.0
    highest: float = 320.0
    lanes: int = 10
    named: int = 2

    def of(self, lanes: int) -> float:
        """How high the rows of a lane may be."""
        return max(self.lowest, min(self.highest, self.together / max(lanes, 1)))


PAGE = Room()
# How many lanes there are at each step a reader may take: at the second the further ones are one line, at the
# last all are on one screen (`lens.py`).
LANE_STEPS = {"few": PAGE.lanes, "some": 60, "all": 200}
PLAIN_STEP, LENS_STEP = "few", "all"


class Form(Enum):
    """How much room a lane has: as much as it needs, one line, or a strip without a name."""

    OPEN = auto()
    LINE = auto()
    STRIP = auto()


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane as it is drawn.

    Attributes:
        key: What it stands for.
        title: Its name.
        events: The numbers of its marks; none where they are certainly too many to draw singly.
        told: How many events, reports or sources it holds, in words.
        named: The numbers of those that are named where the rest is only counted.
        counts: How many of each family lie in each column, shares of uncertain dates among them.
        vague: How many may lie anywhere in too long a time to be counted in a column.
        form: How much room it has; one line has marks without names over each other, or low columns.
        counted: The numbers of what its columns count, where it has columns, of all that has a mark anywhere.
        scattered: How many besides may lie on one of several days; `told` does not count them.
    """

    key: str
    title: str
    events: tuple[int, ...]
    told: str
    named: tuple[int, ...] = ()
    counts: np.ndarray = field(default_factory=lambda: np.zeros((1, 1)))
    vague: int = 0
    form: Form = Form.OPEN
    scattered: int = 0
    counted: tuple[int, ...] = ()

    @property
    def folded(self) -> bool:
        """Whether it is one line."""
        return self.form is Form.LINE

    @property
    def thin(self) -> bool:
        """Whether it is a strip."""
        return self.form is Form.STRIP


def crowded_lanes(
    sizes: Sequence[int],
    fullest: Sequence[int],
    most: int,
    room: Room = PAGE,
    forms: Sequence[Form] = (),
) -> list[bool]:
    """Which lanes hold more than there is room for; the largest, too, until `most` marks are left.

    Args:
        sizes: How many marks each lane has.
        fullest: How many of them have their middles within `MARK_ROOM` of each other.
        most: Up to how many marks are drawn one by one.
        room: How high lanes may be.
        forms: How much room each of them has; as much as it needs when it is empty.
    """
    forms = forms or [Form.OPEN] * len(sizes)
    rows = room.of(forms.count(Form.OPEN)) // BARE_ROW
    most_of = {Form.OPEN: rows, Form.LINE: OVER_EACH_OTHER, Form.STRIP: -1}
    crowded = [number > most_of[form] for number, form in zip(fullest, forms, strict=True)]
    singly = sum(size for size, full in zip(sizes, crowded, strict=True) if not full)
    for number in sorted(range(len(sizes)), key=lambda one: -sizes[one]):
        if singly <= most:
            break
        if not crowded[number]:
            crowded[number] = True
            singly -= sizes[number]
    return crowded
