"""Builders for shares of a month or year: "the second quarter of 2023", "the last week of June"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from data_model import days as ds
from data_model.find.date_calendar import LONGEST_MONTHS, in_calendar
from data_model.find.date_match import BELIEVABLE, Blocked, Found
from data_model.find.date_printed import full_year
from data_model.find.date_readings import Absolute, Reading, Relative, Yearless
from data_model.find.date_windows import Window
from data_model.find.feasts import Feast
from data_model.knowledge.date_meanings import WordMeaning

_DAYS, _MONTHS = {"day": 1, "week": 7}, {"month": 1, "quarter": 3}
_FIRST_BEGIN, _LAST_BEGIN = -6, 3  # months from January in which years of accounts begin: July before, April
_COMMON_YEAR = 2001  # in which weeks of a year are counted
_MOST = 62  # days; further into the year a leap day would move them


def quarters(found: Found) -> Reading | None:
    """As in "the second quarter of 2023", "the first half of June"."""
    which, told, unit = found.number("o") or 0, found.atom("o"), found.word("unit", "u")
    named = found.atom("y1", "r1", "same") is not None
    if told is not None and told.letter == "d" and (found.atoms.words.of_needed or not unit or not named):
        return None  # "3 quarters", «3 квартала подряд»; but «3 квартал 2016 года»
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
    size = 6 if half else 3
    if not 1 <= which <= 12 // size or not (named or found.match["u"] == "Q"):
        return None
    window = Window((which - 1) * size + 1, 1, which * size, 31)
    reading = in_calendar(found, (window,), "range" if half else "quarter", years=("y1",))
    if not isinstance(reading, Yearless):
        return reading
    # "The year-ago third quarter": of the year before.
    return replace(reading, year_shift=0 if same else compared.low if compared else reading.year_shift)


def fiscal_years(found: Found) -> Reading | None:
    """As in "fiscal year 2015", "the third quarter of fiscal 2016": it may begin from July to April."""
    turn, year = found.word("turn", "turn"), found.number("y1", "y2")
    if year not in BELIEVABLE or not year or (turn is not None and turn.name != "fiscal"):
        return None
    return _fiscal(year, found.number("o"), 6 if found.match.groupdict().get("u") == "H" else 3)


def _fiscal(year: int, which: int | None, size: int) -> Absolute | None:
    """The year of accounts, or a share of it, wherever it may begin."""
    if which is not None and which > 12 // size:
        return None
    first = year * 12 + _FIRST_BEGIN + (size * (which - 1) if which else 0)
    last = year * 12 + _LAST_BEGIN + (size * which if which else 12) - 1
    return Absolute(
        ds.between(date(first // 12, first % 12 + 1, 1), ds.month_end(last // 12, last % 12 + 1)), "year"
    )


def codes(found: Found) -> Reading | None:
    """As in "Q3 2016", "H1 2017", "FY2015", "Q2 FY16"."""
    word, number = found.word("code", "o", "o2"), found.number("o", "o2") or 0
    year, fiscal = found.number("y1", "y2"), found.word("code", "fy")
    if word is None or (fiscal is not None and fiscal.name != "fiscal"):
        return None
    if word.name == "fiscal":
        year = full_year(number) if number < 100 else number  # noqa: PLR2004
        return (
            _fiscal(year, None, 12) if year in BELIEVABLE and found.atom("y1", "y2", "fy") is None else None
        )
    size = 6 if word.name == "half" else 3
    if not 1 <= number <= 12 // size:
        return None
    if fiscal is not None:
        ends = found.number("fy") or 0
        return _fiscal(full_year(ends) if ends < 100 else ends, number, size)  # noqa: PLR2004
    if year is None and (found.before is None or found.before.letter not in "LIPBl"):
        return None  # "the Q3 of a carmaker" has no preposition before it
    window = Window((number - 1) * size + 1, 1, number * size, 31)
    return in_calendar(found, (window,), "range" if size > 3 else "quarter")  # noqa: PLR2004


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
    return not found.atoms.words.of_needed or not {"g", "I", "L"}.isdisjoint(found.match[0])


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


def nth_weekdays(found: Found) -> Reading | Blocked | None:
    """As in "the first Friday of October", "last Monday of March"; of "next month" only the month is sure."""
    last, weekday, month = _last(found), found.number("w"), found.number("m1")
    which = found.number("o") or 1
    if weekday is None or (last is not None and last.number >= 0) or which > 5:  # noqa: PLR2004
        return None
    if month is not None and not _has_of(found):
        return None
    if (container := found.word("unit", "cu", "cu2")) is not None:
        turn = found.word("turn", "ct") or found.word("behind", "ct2")
        shift = turn.number if turn else 0
        return Relative(container.name, shift, shift, whole=True, story=bool(turn and turn.story))
    if month is None:
        # "The second Friday" without its month is not the last Friday.
        return Blocked() if which > 1 or last is None else None
    first = LONGEST_MONTHS[month - 1] - 6 if last is not None else which * 7 - 6
    return in_calendar(
        found, (Feast(month, first, month, min(first + 6, 31), weekday),), "day", years=("y1",)
    )
