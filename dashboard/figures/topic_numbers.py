"""The numbers of topics over time: as they are, as shares of their time, or of the topic's own peak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import chart_labels

LEAST = 0.05  # of an event: less than this is no more than the tail of an uncertain date
WHOLE = 100.0
FULL_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Cells:
    """What the cells of a chart of topics show.

    Attributes:
        values: Row by row a number a column; None where there is nothing to speak of.
        most: The number the scale ends at.
        measure: What a number is: number (of events) · share (of its column) · peak (of its row), in percent.
        whole: What a hundred percent is, by column or by row; empty for plain numbers.
    """

    values: tuple[tuple[float | None, ...], ...]
    most: float
    measure: str
    whole: tuple[float, ...] = ()

    @property
    def steps(self) -> list[int]:
        """The numbers told on the scale."""
        whole = max(int(self.most), 1)
        step = next(
            n * 10**power for power in range(10) for n in FULL_STEPS if whole <= n * 10**power * len("12345")
        )
        return list(range(0, whole + 1, step))

    def told(self, noun: str, unit: str) -> str:
        """What a number counts, in words."""
        return chart_labels.PER_CELL[self.measure].format(what=f"{noun}s", unit=unit)

    @property
    def browser(self) -> dict[str, Any]:
        """What the browser needs to say both a percentage and the number behind it."""
        if not self.whole:
            return {}
        by = "column" if self.measure == "share" else "row"
        whole = [round(one, 3) for one in self.whole]
        return {"by": by, "whole": whole, "share": chart_labels.OF_WHOLE[self.measure]}


def count_cells(rows: Sequence[Sequence[float]], whole: Sequence[float], measure: str = "number") -> Cells:
    """The cells of some rows.

    Args:
        rows: Row by row how many a column holds, uncertain dates spread.
        whole: How many each column holds in all, whatever their topic.
        measure: What is shown of them.
    """
    if measure == "share":
        parts = [
            [WHOLE * one / all_ if all_ else 0.0 for one, all_ in zip(row, whole, strict=True)]
            for row in rows
        ]
        of = tuple(whole)
    elif measure == "peak":
        of = tuple(max(row, default=0.0) for row in rows)
        parts = [
            [WHOLE * one / peak if peak else 0.0 for one in row] for row, peak in zip(rows, of, strict=True)
        ]
    else:
        parts, of = [list(row) for row in rows], ()
    values = tuple(
        tuple(round(part, 3) if one >= LEAST else None for one, part in zip(row, shown, strict=True))
        for row, shown in zip(rows, parts, strict=True)
    )
    highest = max((one for row in values for one in row if one is not None), default=0.0)
    return Cells(values, max(highest, 1.0), measure, of)
