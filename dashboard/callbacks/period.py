"""The one stretch of days a view is about: what every chart, list and count of it keeps to.

A reader chooses it, or it is that of the data. In the second case a few far-off dates (a treaty of 1945
remembered in a report of 2023) would stretch every chart over decades of nothing: they are set aside, and a
chip says how many and gives them back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from dashboard.figures.time_axis import Window, day_of, number_of, window_of
from dashboard.naming import Naming
from dashboard.selection import Selection, filter_of
from data_model import Store, View

# From so many dates on one of twenty may be set aside, on either side, ...
FEWEST, OF = 8, 20
# ... if it lies farther off than the others are long, fifteen years at least, ...
NEAREST = 15 * 365
# ... and if the charts become shorter by a third.
SHORTER = 1.5


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a view.

    Attributes:
        since: The first day that counts, None for the beginning.
        until: The last day that counts, None for the end.
        window: What the axes show.
        data: The days of the data in it; None when nothing stands on the axis.
        chosen: Whether the reader chose it.
    """

    since: date | None
    until: date | None
    window: Window
    data: Window | None
    chosen: bool


def find_period(selection: Selection, always: View) -> Period:
    """The days of a view.

    Args:
        selection: What the reader chose.
        always: What passes all of it but the period.
    """
    first, last = always.ends()
    whole = _period(None, None, _ends(first, last) if len(first) else None)
    asked = selection.asked
    if asked.since or asked.until:
        ends = (whole.data.since, whole.data.until) if whole.data else (None, None)
        window = window_of(asked.since, asked.until, *ends)
        return Period(asked.since, asked.until, window, whole.data, chosen=True)
    return whole if selection.span == "all" else _set_aside(first, last) or whole


def chosen_view(
    store: Store, selection: Selection, naming: Naming | None = None
) -> tuple[View, View, Period]:
    """What a reader looks at, the same without its period, and its period.

    Args:
        store: The store.
        selection: What was chosen.
        naming: What the words searched for may mean.
    """
    wanted = filter_of(selection, period=False)
    if naming is not None and wanted.text:
        wanted = replace(wanted, named=naming.spelled.meant_by(wanted.words))
    always = store.view(wanted)
    period = find_period(selection, always)
    view = store.view(replace(wanted, since=period.since, until=period.until))
    return view.counting(selection.count), always.counting(selection.count), period


def _set_aside(first: np.ndarray, last: np.ndarray) -> Period | None:
    """The days without the few that lie far off, None when there are none such."""
    sharp = last - first <= View.WIDE
    middles = (first[sharp] + last[sharp]) // 2
    if len(middles) < FEWEST:
        return None
    few = max(1, len(middles) // OF)
    low, high = (int(one) for one in np.partition(middles, (few, -1 - few))[[few, -1 - few]])
    room = max(high - low, NEAREST)
    lower, upper = _year_begins(low - room), _year_ends(high + room)
    inside = (last >= lower) & (first <= upper)
    begin, end = _ends(first[inside], last[inside])
    # What may lie far off as well as near stretches no axis either: its band is cut.
    begin, end = max(begin, lower), min(end, upper)
    whole = _ends(first, last)
    if whole[1] - whole[0] < SHORTER * (end - begin):
        return None
    since = day_of(max(lower, _year_begins(begin))) if (last < lower).any() else None
    until = day_of(min(upper, _year_ends(end))) if (first > upper).any() else None
    return _period(since, until, (begin, end))


def _year_begins(day: int) -> int:
    return number_of(date(day_of(day).year, 1, 1))


def _year_ends(day: int) -> int:
    return number_of(date(day_of(day).year, 12, 31))


def _ends(first: np.ndarray, last: np.ndarray) -> tuple[int, int]:
    """The days of all that is told to two years or better, and of what lies wholly outside these."""
    sharp = last - first <= View.WIDE
    if not sharp.any():
        return int(first.min()), int(last.max())
    begin, end = int(first[sharp].min()), int(last[sharp].max())
    before, after = first[last < begin], last[first > end]
    return int(before.min()) if len(before) else begin, int(after.max()) if len(after) else end


def _period(since: date | None, until: date | None, ends: tuple[int, int] | None) -> Period:
    if ends is None:
        return Period(since, until, window_of(None, None, None, None), None, chosen=False)
    data = Window(day_of(ends[0]), day_of(ends[1]))
    return Period(since, until, window_of(None, None, data.since, data.until), data, chosen=False)
