"""Ticks of a date axis where plotly puts them, in the words of the axis's own formats.

plotly chooses a step from how many ticks there may be (`plotly.js` src/plots/cartesian/axes.js, `autoTicks`,
MIT) and counts it from 1 January 2000. A format's second line is told where it changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor, log10
from typing import Any

from dashboard.figures.time_axis import DAY_MS, epoch

YEAR_MS, MONTH_MS = 31_557_600_000.0, 2_629_800_000.0
_YEARS, _MONTHS, _DAYS = (2, 5, 10), (1, 2, 3, 6, 12), (1, 2, 3, 7, 14)
WEEK = 7
_ORIGIN, _SUNDAY = date(2000, 1, 1), date(2000, 1, 2)
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Step:
    """From one tick to the next: so many months, or so many days."""

    months: int = 0
    days: int = 0

    @property
    def size(self) -> float:
        """Its length in milliseconds."""
        return self.months * MONTH_MS if self.months else self.days * DAY_MS


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick: where it stands, in milliseconds, and its lines of words."""

    at: float
    words: tuple[str, ...]


def choose_step(start: float, stop: float, most: int) -> Step:
    """The step of an axis.

    Args:
        start: Its first moment in milliseconds.
        stop: Its last one.
        most: About how many ticks there may be.
    """
    rough = abs(stop - start) / most
    if 2 * rough > YEAR_MS:
        years = rough / YEAR_MS
        base = 10.0 ** floor(log10(years))
        return Step(months=max(12, round(12 * base * _first_of(_YEARS, years / base))))
    if 2 * rough > MONTH_MS:
        return Step(months=_first_of(_MONTHS, rough / MONTH_MS))
    return Step(days=_first_of(_DAYS, rough / DAY_MS))


def _first_of(steps: Sequence[int], least: float) -> int:
    return next((step for step in steps if step >= least), steps[-1])


def axis_ticks(axis: Mapping[str, Any], start: float, stop: float) -> list[Tick]:
    """The ticks of one of plotly's date axes: those it names, so many as it asks for, or one a day.

    Args:
        axis: The axis.
        start: Its first moment in milliseconds.
        stop: Its last one.

    Raises:
        ValueError: If it asks for another step than a day.
    """
    if "tickvals" in axis:
        told = zip(axis["tickvals"], axis["ticktext"], strict=True)
        return [Tick(at, tuple(words.split("<br>"))) for at, words in told]
    if "dtick" not in axis:
        step = choose_step(start, stop, axis["nticks"])
    elif axis["dtick"] == DAY_MS:
        step = Step(days=1)
    else:
        msg = f"ticks {axis['dtick']!r} apart cannot be drawn; expected nticks, or a dtick of one day"
        raise ValueError(msg)
    return date_ticks(start, stop, step, axis["tickformatstops"])


def date_ticks(start: float, stop: float, step: Step, formats: Sequence[Mapping[str, Any]]) -> list[Tick]:
    """The ticks of an axis, in its order.

    Args:
        start: Its first moment in milliseconds.
        stop: Its last one.
        step: From one tick to the next.
        formats: plotly's `tickformatstops`.
    """
    form = next(one["value"] for one in formats if _holds(one["dtickrange"], step))
    ticks = []
    before: list[str] = []
    for day in _days(step, _day_of(start), _day_of(stop)):
        at = epoch(day)
        if not start <= at <= stop:
            continue
        line, *below = [_written(day, part) for part in form.split("\n")]
        ticks.append(Tick(at, (line, *(below if below != before else [""] * len(below)))))
        before = below
    return ticks


def _holds(bounds: Sequence[Any], step: Step) -> bool:
    """Whether a step lies within the steps a format is for."""
    low, high = (_size_of(bound) for bound in bounds)
    return (low is None or step.size >= low) and (high is None or step.size <= high)


def _size_of(bound: float | str | None) -> float | None:
    if isinstance(bound, str):
        return int(bound.removeprefix("M")) * MONTH_MS
    return bound


def _days(step: Step, first: date, last: date) -> list[date]:
    """Every day a step reaches between two days."""
    if step.months:
        low, high = (12 * day.year + day.month - 1 for day in (first, last))
        origin_month = 12 * _ORIGIN.year
        months = range(low - (low - origin_month) % step.months, high + 1, step.months)
        days = [date(month // 12, month % 12 + 1, 1) for month in months if month >= 12]  # noqa: PLR2004
        return [day for day in days if first <= day <= last]
    origin = _SUNDAY if step.days % WEEK == 0 else _ORIGIN
    begin = first + timedelta(days=-(first - origin).days % step.days)
    return [begin + timedelta(days=n) for n in range(0, (last - begin).days + 1, step.days)]


def _day_of(moment: float) -> date:
    return _EPOCH + timedelta(days=floor(moment / DAY_MS))


def _written(day: date, form: str) -> str:
    """A day by the few signs the axes use, in English wherever the machine stands."""
    return form.replace("%-d", str(day.day)).replace("%b", _SHORT[day.month - 1]).replace("%Y", str(day.year))


_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
