"""Builders for places in the calendar: days, ranges, months, quarters and seasons.

A builder answers None when the pattern fits but the words make no date (31 June, "by May"); the
next shorter match is then tried.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import ceil, floor

from data_model import days as ds
from data_model.find.date_figures import LAST_DAY
from data_model.find.date_match import BELIEVABLE, Found, counts_nothing, has_cue, is_believed, is_short_year
from data_model.find.date_printed import full_year
from data_model.find.date_readings import Absolute, Reading, Yearless
from data_model.find.date_windows import Window
from data_model.find.feasts import Feast, easter_feast

LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # EDTF codes, northern half
_WINTER = 24
_CALENDARS_APART, _LEAP_YEAR = range(10, 14), 2000  # days between the Julian calendar and ours, 1582-2099
_MONTHLY = 7  # figures of a month and its year alone: 09/2012


def in_calendar(
    found: Found,
    windows: tuple[Window | Feast, ...],
    precision: str,
    *,
    years: tuple[str, ...] = ("y1", "y2"),
    lasting: bool = False,
    direction: int | None = None,
) -> Absolute | Yearless:
    """Windows of the calendar with whatever year the wording names."""
    year = found.number(*reversed(years))
    if year is not None and year < 100:  # noqa: PLR2004
        year = full_year(year)
    weekday = None if lasting else found.number("w1", "w2", "w3")
    named = tuple(reversed(years))
    shift = found.word("turn", *(name.replace("y", "r") for name in named))
    shift = shift or found.word("behind", *(name.replace("y", "b") for name in named))
    note = ""
    if year is not None and is_believed(year):
        last = windows[-1]
        found_days = ds.union(
            *(window.in_year(year - (last.wraps and precision == "range")) for window in windows)
        )
        if found_days:
            return Absolute(found_days, precision, lasting=lasting, weekday=weekday)
        if windows[0].first_month == last.first_month:
            return _no_such_day(found, year, last.first_month)
    elif year is not None:
        note = f"the printed year {year} is not believed"
    return Yearless(
        windows,
        precision,
        shift.number if shift else None,
        direction,
        weekday,
        lasting=lasting,
        note=note,
        story=bool(shift and shift.story),
    )


def _no_such_day(found: Found, year: int, month: int) -> Absolute:
    """The month of a day it does not have, "31 June 2019": so much is sure."""
    atoms = found.atoms.atoms
    printed = found.atoms.text[atoms[found.match.start()].start : found.stop]
    return Absolute(ds.whole_month(year, month), "month", note=f"there is no {printed}")


def _real_day(month: int | None, day: int | None) -> bool:
    return month is not None and day is not None and 1 <= day <= LONGEST_MONTHS[month - 1]


def calendar_days(found: Found) -> Reading | None:
    """A day, a range or a list of days, with or without the year."""
    m1, d1 = found.number("m1", "m3"), found.number("d1", "d3")
    m2, d2 = found.number("m2"), found.number("d2")
    year = found.number("y1")
    if m1 is None or d1 is None or _is_bare_ordinal(found) or _is_doubtful(found):
        return None
    if d2 is None and year and is_believed(year) and d1 <= LAST_DAY and not _real_day(m1, d1):
        return _no_such_day(found, year, m1)
    if not _real_day(m1, d1) or (d2 is not None and not _real_day(m2 or m1, d2)):
        return None
    if d2 is None:
        return in_calendar(found, (Window(m1, d1, m1, d1),), "day")
    if m2 is not None:
        return _day_range(found, Window(m1, d1, m2, d2))
    return _days_of_month(found, m1, d1, d2)


def _is_bare_ordinal(found: Found) -> bool:
    """As in "the first June": where the language wants "the first of June"; "June first" is a day."""
    last = "d2" if found.atom("d2") is not None else "d1"
    atom = found.atom(last)
    if atom is None or atom.letter != "O" or not found.atoms.words.of_needed:
        return False
    if found.match.start("m1") < found.match.start(last):
        return found.atom("y1") is None and not counts_nothing(found, atom.stop)
    return found.atoms.code[found.match.start(last) + 1 :][:1] != "g"


def _days_of_month(found: Found, month: int, first: int, last: int) -> Reading | None:
    """Days of one month: "10-12 October", "3, 5 and 9 June"."""
    if more := found.listed():
        days = tuple(sorted({first, *more, last}))
        windows = tuple(Window(month, day, month, day) for day in days)
        return in_calendar(found, windows, "day") if _real_day(month, days[-1]) else None
    joined = "&" in found.match[0] and "f" not in found.match[0]
    if last <= first:
        return None
    if joined and last > first + 1:
        return in_calendar(found, tuple(Window(month, day, month, day) for day in (first, last)), "day")
    return _day_range(found, Window(month, first, month, last))


def _is_doubtful(found: Found) -> bool:
    """Whether a month is written as another word is: only a day and a year make it one, "4 may 2014"."""
    month, words = found.atom("m1", "m3"), found.atoms.words
    if month is None or month.letter != "b" or not words.capital or found.atom("y1", "y2") is not None:
        return False
    short = month.meanings is not None and month.meanings["month"].name == "short"
    return not short and found.atoms.text[month.start].islower()


def other_years(found: Found) -> Reading | None:
    """Days and months with their year told in another way: "2 April 97", "12-Mar-21", "May in 2014"."""
    preposition = found.atom("in")
    bound = preposition is not None and any(word.name for word in (preposition.meanings or {}).values())
    if bound or (preposition is None and not is_short_year(found)):
        return None
    return calendar_months(found) if found.atom("d1", "d3") is None else calendar_days(found)


def two_calendars(found: Found) -> Reading | None:
    """A day of the old calendar beside that of ours: "25 October (7 November) 1917", «1 (13) марта»."""
    m1, d1, d2 = found.number("m1"), found.number("d1"), found.number("d2")
    m2 = found.number("m2") or m1
    if not (m1 and d1 and m2 and d2 and _real_day(m1, d1) and _real_day(m2, d2)):
        return None
    if "/" in found.match[0] and d2 == d1 + 1:  # "the night of 10/11 June"
        return in_calendar(found, (Window(m1, d1, m1, d2),), "range", lasting=True)
    first, second = date(_LEAP_YEAR, m1, d1), date(_LEAP_YEAR, m2, d2)
    if abs((second - first).days) not in _CALENDARS_APART:
        return None
    month, day = (m2, d2) if second > first else (m1, d1)
    reading = in_calendar(found, (Window(month, day, month, day),), "day", years=("y1",))
    return replace(reading, note="the day of our calendar is taken, the later of the two")


def slashed_days(found: Found) -> Reading | None:
    """As in "Friday 5/12": day and month in figures, which without the weekday might be any fraction."""
    one, two = found.number("d1") or 0, found.number("d2") or 0
    orders = ((two, one),) if found.atoms.words.day_first else ((two, one), (one, two))
    windows = tuple(
        Window(m, d, m, d) for m, d in dict.fromkeys(orders) if m in range(1, 13) and _real_day(m, d)
    )
    if not windows or not counts_nothing(found, found.stop):
        return None  # "Tuesday 7/10 of the vote"
    return in_calendar(found, windows, "day")


def dual_years(found: Found) -> Reading | None:
    """A year told as of two reckonings, "15 January 1743/44", or a winter over New Year, "winter 1943/44"."""
    first, short, season = found.number("y1") or 0, found.number("yy") or 0, found.word("season", "s")
    if first not in BELIEVABLE or (first + 1) % (100 if short < 100 else 10_000) != short:  # noqa: PLR2004
        return None
    if season is not None:
        begins, ends = _SEASON_MONTHS[season.number]
        window = Window(begins, 1, ends, 31)
        return Absolute(window.in_year(first), "season") if window.wraps else None
    m1, d1 = found.number("m1"), found.number("d1")
    if m1 is None or (found.atom("d1") and not _real_day(m1, d1)):
        return None
    window = Window(m1, d1, m1, d1) if d1 else Window(m1, 1, m1, 31)
    days = ds.union(window.in_year(first), window.in_year(first + 1))
    return Absolute(days, "day" if d1 else "month") if days else None


def _day_range(found: Found, window: Window) -> Reading | None:
    y1, y2 = found.number("y1"), found.number("y2")
    if y1 in BELIEVABLE and y2 in BELIEVABLE and window[:2] != window[2:] and y1 and y2:
        first, last = (
            Window(*window[:2], window[0], 31).in_year(y1),
            Window(window[2], 1, *window[2:]).in_year(y2),
        )
        if window[2:] != (window[2], 31):
            last = Window(*window[2:], *window[2:]).in_year(y2)
        days = ds.between(ds.earliest(first), ds.latest(last)) if first and last else ds.NEVER
        return Absolute(days, "range", lasting=True) if days else None
    return in_calendar(found, (window,), "range", lasting=True)


def numeric_day(found: Found) -> Reading | None:
    """A date in figures."""
    atom = found.atom("i")
    if atom is None:
        return None
    size = len(atom.days) == 1 and _size_of(atom.days[0])
    if not size:
        return Absolute(atom.days, "day", weekday=found.number("w1", "w2", "w3"))
    figures = found.atoms.text[atom.start : atom.stop]
    if size == "range":
        return Absolute(atom.days, size, lasting=True)
    if len(figures) <= _MONTHLY and not has_cue(found, atom):
        return None  # "resolution 9/2012"
    return Absolute(atom.days, size, note="" if len(figures) <= _MONTHLY else f"there is no day {figures}")


def _size_of(span: ds.Span) -> str:
    """What a run of printed figures is longer than a day: a month, a range; "" for a day."""
    first, last = span
    if first is None or last is None or first == last:
        return ""
    return "month" if (first.day, last) == (1, ds.month_end(first.year, first.month)) else "range"


def calendar_months(found: Found) -> Reading | None:
    """A month, part of a month, or a run of months."""
    m1, m2 = found.number("m1", "m1b"), found.number("m2")
    turn = found.turn()
    # "That March" may be "he said that March …".
    if (
        m1 is None
        or _is_doubtful(found)
        or (turn is not None and (turn.plural or (turn.story and not turn.number)))
    ):
        return None
    if m2 is not None:
        return _day_range(found, Window(m1, 1, m2, 31))
    # "32 June": what stands before a lone month decides that it is none.
    if len(found.match[0]) == 1 and found.before is not None and found.before.letter in "dnoxh":
        return None
    if (unit := found.word("unit", "mu")) is not None and (unit.name != "month" or unit.plural):
        return None
    share = found.share()
    first, last = 1, 31
    if share is not None:
        size = LONGEST_MONTHS[m1 - 1]
        first, last = floor(size * share[0]) + 1, (31 if share[1] == 1 else ceil(size * share[1]))
    return _turned(found, Window(m1, first, m1, last), "month", years=("y1", "y2"))


def _turned(found: Found, window: Window | Feast, precision: str, years: tuple[str, ...]) -> Reading:
    """A month or season with the turn in front of it: "last June", "the following spring"."""
    turn = found.turn()
    reading = in_calendar(found, (window,), precision, years=years, direction=turn.number if turn else None)
    return replace(reading, story=True) if turn and turn.story and isinstance(reading, Yearless) else reading


def holidays(found: Found) -> Reading | None:
    """As in "Christmas", "last Thanksgiving", "Easter 2015": a feast on its day of the year."""
    word = found.word("holiday", "q")
    if word is None:
        return None
    month, day = word.number, word.low
    if not month:
        return _turned(found, easter_feast(day), "day", years=("y1",))
    last = day if word.falls is None else word.high
    return _turned(found, Feast(month, day, month, last, word.falls), "day", years=("y1",))


def seasons(found: Found) -> Reading | None:
    """As in "in the spring of 2014", "last fall"."""
    word = found.word("season", "s", "s2", "s3", "s4", "s5", "s6", "s7")
    turn = found.turn()
    if word is None or (turn is not None and turn.plural):
        return None
    first, last = _SEASON_MONTHS[word.number]
    window = Window(first, 1, last, 31)
    year = found.number("y1", "y2")
    if year is not None and word.number == _WINTER and year in BELIEVABLE:
        # "winter 2014" may be the one that began or the one that ended in 2014.
        return Absolute(ds.union(window.in_year(year - 1), window.in_year(year)), "season")
    return _turned(found, window, "season", years=("y1", "y2"))
