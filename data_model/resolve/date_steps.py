"""Steps in the calendar: the unit so many units away from each day a text may have been written on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from data_model import days as ds
from data_model.days import Days, Span
from data_model.find.date_offsets import Offset
from data_model.find.date_readings import Relative, Weekday
from data_model.find.date_windows import slice_days

# Units of a fixed number of days. A step of hours stays on the day, or the next to it.
_DAYS = {
    "moment": 0.0,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "weekend": 7.0,
}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
# "Three weeks ago" is not said on the very day: half a unit either way.
_SLACK = {"week": 3, "fortnight": 7, "weekend": 3}
_ENUMERABLE = 62  # anchors wider than this hold every weekday in every week anyway
_SATURDAY, _SUNDAY = 5, 6
_YEAR_LONG, _LIFETIME = 14, 12 * 60  # months; a day of the month is each weekday within 14 of them
_MONTHS_IN_HORIZON = range(12, 12 * 9998)


def step(reading: Relative, anchor: Days) -> Days:
    """The days a relative wording may mean, for each run of the anchor on its own."""
    return ds.union(*(_step(reading, span) for span in anchor))


def _step(reading: Relative, span: Span) -> Days:
    if span.first is None or span.last is None:
        return ds.ANY
    if reading.side:
        return _side(reading, span.first, span.last)
    if not reading.whole:
        first, last = _counted(reading, span.first, reading.low), _counted(reading, span.last, reading.high)
        return ds.union(ds.between(first[0], last[1])) if first and last else ds.ANY
    low, high = (unit_of(reading.unit, day, reading.low) for day in (span.first, span.last))
    if not low or not high:
        return ds.ANY
    if low == high:
        return slice_days(low, reading.share)
    return ds.union(
        slice_days(low, reading.share), slice_days(high, reading.share), *_between(reading, low, high)
    )


def _between(reading: Relative, low: Days, high: Days) -> tuple[Days, ...]:
    """The units between two, when the anchor is wide; with a share the gaps are not filled."""
    if reading.share is not None:
        return ()
    return (ds.between(ds.earliest(low), ds.latest(high)),)


def _counted(reading: Relative, day: date, count: int) -> tuple[date, date] | None:
    """A count of units from a day; months and longer speak of the whole unit they land in."""
    if reading.from_day is not None:
        seen = _add_days(day, reading.from_day)
        same = Offset(reading.unit, count, count).to_the_day(seen) if seen else None
        return (same, same) if same else None
    if count == 0:
        return day, day
    if reading.unit in _DAYS:
        slack = _SLACK.get(reading.unit, 0) * (not reading.lasting) + reading.approximate
        moved = _add_days(day, round(_DAYS[reading.unit] * count))
        early, late = (_add_days(moved, by) for by in (-slack, slack)) if moved else (None, None)
        return (early, late) if early and late else None
    unit = "year" if _MONTHS[reading.unit] >= _MONTHS["year"] else "month"
    target = _add_months(day, _MONTHS[reading.unit] * count)
    found = unit_of(unit, target, 0) if target else ds.NEVER
    first, last = ds.earliest(found), ds.latest(found)
    return (first, last) if first and last else None


def _side(reading: Relative, first: date, last: date) -> Days:
    """As in "earlier this year": from its beginning to the day of speaking, "later" from there to its end."""
    low, high = (unit_of(reading.unit, day, reading.low) for day in (first, last))
    if reading.low:
        return ds.union(low, high)
    if reading.side < 0:
        return ds.between(ds.earliest(low), last)
    return ds.between(first, ds.latest(high))


def unit_of(unit: str, day: date, shift: int) -> Days:
    """The calendar unit a day stands in, moved by some units; empty beyond the calendar."""
    if unit in ("week", "weekend", "fortnight"):
        monday = _add_days(day, 7 * shift - day.weekday())
        start = _add_days(monday, _SATURDAY) if monday and unit == "weekend" else monday
        end = _add_days(monday, 6) if monday else None
        if unit == "week" and day.weekday() == _SUNDAY and shift <= 0:
            # Weeks begin on Sunday in many countries: "this week", said on one, may be the last or the next.
            end = _add_days(day, 7 * shift + _SUNDAY)
        return ds.between(start, end) if start and end else ds.NEVER
    if unit not in _MONTHS:
        moved = _add_days(day, round(_DAYS[unit] * shift))
        return ds.one_day(moved) if moved else ds.NEVER
    size = _MONTHS[unit]
    number = (day.year * 12 + day.month - 1) // size * size + shift * size
    if number not in _MONTHS_IN_HORIZON or number + size not in _MONTHS_IN_HORIZON:
        return ds.NEVER
    final = number + size - 1
    return ds.between(date(number // 12, number % 12 + 1, 1), ds.month_end(final // 12, final % 12 + 1))


def weekdays_near(reading: Weekday, anchor: Days, tense: str | None) -> Days:
    """The days a weekday may mean.

    Without "last" or "next" it is the nearest in the tense of the sentence, the day of speaking
    included; news tells of the past unless the tense says otherwise. "Last Friday" and "next
    Friday" are two days whenever people disagree: the nearest one, and the one of that week.
    """
    return ds.union(*(_near(reading, span, tense) for span in anchor))


def _near(reading: Weekday, span: Span, tense: str | None) -> Days:
    if reading.offset is not None:
        return reading.offset.apply(_near(replace(reading, offset=None), span, tense))
    if span.first is None or span.last is None:
        return ds.ANY
    if reading.number is not None:
        return _numbered(reading, span.first, span.last, tense)
    if (span.last - span.first).days > _ENUMERABLE:
        return ds.widen((span,), 13, 13)
    pick = _pick(reading, tense)
    size = (span.last - span.first).days + 1
    days = (found for offset in range(size) for found in pick(span.first + timedelta(days=offset)))
    return ds.union(*(ds.one_day(day) for day in days if day is not None))


def _numbered(reading: Weekday, first: date, last: date, tense: str | None) -> Days:
    """As in "Friday the 15th": the nearest such day, in the tense of the sentence."""
    months = range(first.year * 12 + first.month - 1 - _YEAR_LONG, last.year * 12 + last.month + _YEAR_LONG)
    if (
        len(months) > _LIFETIME
        or months.start not in _MONTHS_IN_HORIZON
        or months.stop not in _MONTHS_IN_HORIZON
    ):
        return ds.ANY
    every = ds.union(
        *(ds.each_year(one % 12 + 1, reading.number or 0, range(one // 12, one // 12 + 1)) for one in months)
    )
    days = [span.first for span in every if span.first and span.first.weekday() == reading.day]
    if tense == "past":
        near = [max((day for day in days if day <= last), default=None)]
    elif tense == "future":
        near = [min((day for day in days if day >= first), default=None)]
    else:
        near = [min(days, key=lambda day: abs(day - seen), default=None) for seen in (first, last)]
    inside = [day for day in days if first <= day <= last]
    return ds.union(*(ds.one_day(day) for day in (*near, *inside) if day is not None)) or ds.ANY


def _pick(reading: Weekday, tense: str | None) -> Callable[[date], tuple[date | None, ...]]:
    shift = reading.week_shift if reading.week_shift is not None else 0 if reading.direction == 0 else None
    if shift is not None:
        return lambda day: (_of_week(day, reading.day, shift),)
    if reading.direction == -1:
        return lambda day: (
            _add_days(day, -((day.weekday() - reading.day - 1) % 7 + 1)),
            _of_week(day, reading.day, -1),
        )
    if reading.direction == 1:
        return lambda day: (
            _add_days(day, (reading.day - day.weekday() - 1) % 7 + 1),
            _of_week(day, reading.day, 1),
        )
    if tense == "future":
        return lambda day: (_add_days(day, (reading.day - day.weekday()) % 7),)
    return lambda day: (_add_days(day, -((day.weekday() - reading.day) % 7)),)


def _of_week(day: date, weekday: int, shift: int) -> date | None:
    return _add_days(day, weekday - day.weekday() + 7 * shift)


def _add_days(day: date, by: int) -> date | None:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def _add_months(day: date, by: int) -> date | None:
    number = day.year * 12 + day.month - 1 + by
    return date(number // 12, number % 12 + 1, 1) if number in _MONTHS_IN_HORIZON else None
