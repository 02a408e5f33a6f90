"""Builders for shares of a month or year: "the second quarter of 2023", "the last week of June"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from data_model.find.date_calendar import LONGEST_MONTHS, in_calendar
from data_model.find.date_match import Found
from data_model.find.date_readings import Reading, Relative, Yearless
from data_model.find.date_windows import Window
from data_model.find.feasts import Feast
from data_model.knowledge.date_meanings import WordMeaning

_DAYS, _MONTHS = {"day": 1, "week": 7}, {"month": 1, "quarter": 3}
_COMMON_YEAR = 2001  # in which weeks of a year are counted
_MOST = 62  # days; further into the year a leap day would move them


def quarters(found: Found) -> Reading | None:
    """As in "the second quarter of 2023", "the first half of June"."""
    which = found.number("o") or 0
    if (turn := found.word("turn", "last")) is not None and turn.number < 0:
        which = 2  # of two halves the last
    half = found.match["u"] == "H"
    month = found.number("m1")
    if month is not None:
        window = Window(month, 1, month, 15) if which == 1 else Window(month, 16, month, 31)
        return in_calendar(found, (window,), "month", years=("y2",)) if half and which in (1, 2) else None
    same, compared = found.atom("same") is not None, found.word("day_word", "k")
    if compared and compared.name != "year":
        return None
    named = found.atom("y1", "r1") is not None or same
    size = 6 if half else 3
    if not 1 <= which <= 12 // size or not (named or found.match["u"] == "Q"):
        return None
    window = Window((which - 1) * size + 1, 1, which * size, 31)
    reading = in_calendar(found, (window,), "range" if half else "quarter", years=("y1",))
    if not isinstance(reading, Yearless):
        return reading
    # "The year-ago third quarter": of the year before.
    return replace(reading, year_shift=0 if same else compared.low if compared else reading.year_shift)


def portions(found: Found) -> Reading | None:
    """As in "the last week of May 2014", "the first three months of 2015", "the third last week of 2018"."""
    unit, last = found.word("unit", "u"), _last(found)
    if unit is None or (last is not None and last.number >= 0) or not _has_of(found):
        return None
    which, counted = found.number("o") or 1, found.count("n", "n3")
    if which > 1 and (counted or unit.plural):
        return None
    high = counted[1] if counted else found.atoms.words.bare_plural[1] if unit.plural else 1
    start, stop = (which - 1) * high, which * high
    if (container := found.word("unit", "cu", "cu2")) is not None:
        return _of_turned(found, unit, container, (start, stop), from_end=last is not None)
    window = _share_of(found.number("m1"), unit.name, start, stop, from_end=last is not None)
    if window is None:
        return None
    lasting = counted is not None and counted[0] == counted[1] and stop > 1
    reading = in_calendar(found, (window,), unit.name if high == 1 else "range", lasting=lasting)
    return replace(reading, counted=(unit.name, high)) if lasting else reading


def _last(found: Found) -> WordMeaning | None:
    return next((word for role in ("turn", "behind") if (word := found.word(role, "last", "back"))), None)


def _has_of(found: Found) -> bool:
    return not found.atoms.words.of_needed or "g" in found.match[0]


def _share_of(month: int | None, unit: str, start: int, stop: int, *, from_end: bool) -> Window | None:
    """From so many units into a month or year up to so many, counted from its end if need be."""
    if size := _DAYS.get(unit):
        start, stop = start * size, stop * size
        if month is not None:
            if stop > LONGEST_MONTHS[month - 1]:
                return None
            if from_end:
                return Window(month, 1 - stop, month, -start or 31)
            return Window(month, start + 1, month, stop)
        if stop > _MOST:
            return None
        new_year, eve = date(_COMMON_YEAR, 1, 1), date(_COMMON_YEAR, 12, 31)
        begins, ends = new_year + timedelta(days=start), new_year + timedelta(days=stop - 1)
        if from_end:
            begins, ends = eve - timedelta(days=stop - 1), eve - timedelta(days=start)
        return Window(begins.month, begins.day, ends.month, ends.day)
    size = _MONTHS.get(unit, 0)
    if month is not None or not 0 < stop * size <= 12:  # noqa: PLR2004
        return None
    first, last = start * size, stop * size
    return Window(13 - last, 1, 12 - first, 31) if from_end else Window(first + 1, 1, last, 31)


def _of_turned(
    found: Found, unit: WordMeaning, container: WordMeaning, units: tuple[int, int], *, from_end: bool
) -> Reading | None:
    """As in "the last week of this month"."""
    turn, size = found.word("turn", "ct") or found.word("behind", "ct2"), _DAYS.get(unit.name)
    length = LONGEST_MONTHS[0]
    if turn is None or container.name != "month" or size is None or units[1] * size > length:
        return None
    first, last = (one * size / length for one in units)
    share = (1 - last, 1 - first) if from_end else (first, last)
    return Relative("month", turn.number, turn.number, whole=True, story=turn.story, share=share)


def nth_weekdays(found: Found) -> Reading | None:
    """As in "the first Friday of October", "last Monday of March"; of "next month" only the month is sure."""
    last, weekday, month = _last(found), found.number("w"), found.number("m1")
    which = found.number("o") or 1
    if weekday is None or (last is not None and last.number >= 0) or not _has_of(found) or which > 5:  # noqa: PLR2004
        return None
    if (container := found.word("unit", "cu", "cu2")) is not None:
        turn = found.word("turn", "ct") or found.word("behind", "ct2")
        shift = turn.number if turn else 0
        return Relative(container.name, shift, shift, whole=True, story=bool(turn and turn.story))
    if month is None:
        return None
    first = LONGEST_MONTHS[month - 1] - 6 if last is not None else which * 7 - 6
    return in_calendar(
        found, (Feast(month, first, month, min(first + 6, 31), weekday),), "day", years=("y1",)
    )
