"""An axis with the same room for every day that has an event: for very uneven gaps.

A stretch of days without an event takes the room of one day, however long it is, and so much at either end
that no mark is cut; within it places follow the calendar. Where the axis ends nothing is moved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from dashboard.figures.marks import Dot
from dashboard.figures.time_axis import DAY_MS, Window, day_of, number_of

TICK_ROOM = 62.0  # pixels from one date below the axis to the next
MONTH = 31
MARGIN = 0.03  # of the axis, before its first event and behind its last one at least


@dataclass(frozen=True, slots=True)
class Spacing:
    """Where each moment stands.

    Attributes:
        moments: Where stretches begin and end, in milliseconds from 1970, ascending.
        places: Where these stand on the axis, likewise.
        days: Each day that has an event, as `number_of` counts, with how many days the surest of them may be.
    """

    moments: tuple[float, ...]
    places: tuple[float, ...]
    days: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, window: Window, first: np.ndarray, last: np.ndarray) -> Spacing:
        """That of some events.

        Args:
            window: The days in view.
            first: The first possible day of each event, as `number_of` counts.
            last: The last one.
        """
        begin, end = number_of(window.since), number_of(window.until) + 1
        middle = (first + last) // 2
        seen = (middle >= begin) & (middle < end)
        order = np.lexsort(((last - first)[seen], middle[seen]))
        days, place = np.unique(middle[seen][order], return_index=True)
        wide = (last - first)[seen][order][place]
        edges = np.unique(np.concatenate([[begin, end], days, days + 1]))
        rooms = np.ones(len(edges) - 1)
        rooms[[0, -1]] = np.maximum(rooms[[0, -1]], MARGIN * len(rooms) * ~np.isin(edges[[0, -2]], days))
        share = np.concatenate([[0.0], np.cumsum(rooms)]) / rooms.sum()
        room = window.range[0] + share * (window.range[1] - window.range[0])
        told = zip(days.tolist(), (wide + 1).tolist(), strict=True)
        return cls(tuple((edges * float(DAY_MS)).tolist()), tuple(room.tolist()), tuple(told))

    def at(self, moment: float) -> float:
        """Where a moment stands."""
        if not self.moments[0] <= moment < self.moments[-1]:
            return self.places[-1] if moment == self.moments[-1] else moment
        # Not numpy's: it would go through all stretches for each moment.
        at = bisect_right(self.moments, moment) - 1
        begin, place = self.moments[at], self.places[at]
        return place + (self.places[at + 1] - place) / (self.moments[at + 1] - begin) * (moment - begin)

    def move(self, dot: Dot) -> Dot:
        """An event where it stands on this axis."""
        return replace(
            dot,
            start=self.at(dot.start),
            stop=self.at(dot.stop),
            likely=self._run(dot.likely) if dot.likely else None,
            said=tuple(map(self._run, dot.said)),
            runs=tuple(map(self._run, dot.runs)),
        )

    def _run(self, run: tuple[float, float]) -> tuple[float, float]:
        return self.at(run[0]), self.at(run[1])

    def axis(self, plot: float) -> dict[str, Any]:
        """An axis of so many pixels: its days as surely as they are known, the year where it changes.

        It can be neither moved nor zoomed: what it would show is no stretch of the calendar.
        """
        per_pixel = (self.places[-1] - self.places[0]) / plot
        values: list[float] = []
        words: list[str] = []
        year = 0
        for number, wide in self.days:
            at = self.at((number + 0.5) * DAY_MS)
            day = day_of(number)
            again = wide > MONTH and day.year == year  # "9 Jun 2023", "2023"
            if again or (values and at - values[-1] < TICK_ROOM * per_pixel):
                continue
            values.append(at)
            words.append("<br>".join(_told(day, wide, day.year != year)))
            year = day.year
        return {"tickmode": "array", "tickvals": values, "ticktext": words, "fixedrange": True}


def _told(day: date, wide: int, new_year: bool) -> Sequence[str]:  # noqa: FBT001 - of the tick
    if wide > MONTH:
        return (f"{day.year}",)
    first = f"{day.day} {day:%b}" if wide == 1 else f"{day:%b}"
    return (first, f"{day.year}") if new_year else (first,)
