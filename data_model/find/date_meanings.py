"""What a matched pattern means: the builders behind the rules of `find/date_grammar.py`.

A builder answers None when the pattern fits but the words make no date (31 June, a Monday of no
week, a four-digit number without a cue); the next shorter match is then tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from data_model import days as ds
from data_model.days import Days
from data_model.find.date_atoms import Atom, Atoms
from data_model.find.date_readings import (
    Absolute,
    Duration,
    Reading,
    Relative,
    Vague,
    Weekday,
    Window,
    Yearless,
    slice_days,
)
from data_model.knowledge.date_words import WordMeaning

BELIEVABLE = range(1000, 2101)  # a printed year beyond it is a typing error
_NEWS_YEARS = range(1900, 2101)  # a bare number outside is more likely a count
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WORD_FOLLOWS = re.compile(r"[ \t\u00a0]+[^\W\d_]")
_LOWER_FOLLOWS = re.compile(r"[ \t\u00a0]+([^\W\d_]+)")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_WINTER = 24


@dataclass(frozen=True, slots=True)
class Blocked:
    """Words that look like a date and are none: eaten, so that no part of them is taken for one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule with the atoms behind it."""

    match: re.Match[str]
    atoms: Atoms

    def atom(self, *names: str) -> Atom | None:
        """The atom of the first of these groups that took part."""
        for name in names:
            if name in self.match.re.groupindex and self.match.start(name) >= 0 and self.match[name]:
                return self.atoms.atoms[self.match.start(name)]
        return None

    def word(self, role: str, *names: str) -> WordMeaning | None:
        """What the word of a group means in a role."""
        atom = self.atom(*names)
        return atom.meanings.get(role) if atom is not None and atom.meanings else None

    def number(self, *names: str) -> int | None:
        """The number of a group: a day, year, month, weekday, ordinal."""
        atom = self.atom(*names)
        if atom is None:
            return None
        if atom.number or not atom.meanings:
            return atom.number
        return next(iter(atom.meanings.values())).number

    def count(self, *names: str) -> tuple[int, int] | None:
        """How many, from and to."""
        atom = self.atom(*names)
        if atom is None:
            return None
        word = atom.meanings.get("number") if atom.meanings else None
        return (word.low, word.high) if word else (atom.number, atom.number)

    def share(self) -> tuple[float, float] | None:
        """The part of the unit: "early", "late"."""
        word = self.word("part", "e", "e2")
        return word.share if word else None

    @property
    def before(self) -> Atom | None:
        """The atom in front of the match."""
        start = self.match.start()
        return self.atoms.atoms[start - 1] if start else None

    @property
    def after(self) -> str:
        """The letter behind the match."""
        return self.atoms.code[self.match.end() : self.match.end() + 1]

    @property
    def stop(self) -> int:
        """Where the wording ends in the text."""
        return self.atoms.atoms[self.match.end() - 1].stop


def in_calendar(  # noqa: PLR0913 - the facts of one wording
    found: Found,
    windows: tuple[Window, ...],
    precision: str,
    *,
    years: tuple[str, ...] = ("y1", "y2"),
    lasting: bool = False,
    direction: int | None = None,
) -> Absolute | Yearless:
    """Windows of the calendar with whatever year the wording names."""
    year = found.number(*reversed(years))
    weekday = found.number("w1", "w2", "w3")
    shift = found.word("turn", *(name.replace("y", "r") for name in reversed(years)))
    note = ""
    if year is not None and year in BELIEVABLE:
        last = windows[-1]
        found_days = ds.union(
            *(window.in_year(year - (last.wraps and precision == "range")) for window in windows)
        )
        if found_days:
            return Absolute(found_days, precision, lasting=lasting, weekday=weekday)
    elif year is not None:
        note = f"the printed year {year} is not believed"
    return Yearless(
        windows, precision, shift.number if shift else None, direction, weekday, lasting=lasting, note=note
    )


def _real_day(month: int | None, day: int | None) -> bool:
    return month is not None and day is not None and 1 <= day <= _LONGEST_MONTHS[month - 1]


def calendar_days(found: Found) -> Reading | None:
    """A day, a range or a list of days, with or without the year."""
    atom = found.atom("d1")
    if atom is not None and atom.letter == "O":
        spoken = found.atoms.code[found.match.start("d1") + 1] == "g"
        if found.atoms.words.of_needed and not spoken:
            return None
    m1, d1 = found.number("m1", "m3"), found.number("d1", "d3")
    m2, d2 = found.number("m2"), found.number("d2")
    if m1 is None or d1 is None or not _real_day(m1, d1) or (d2 is not None and not _real_day(m2 or m1, d2)):
        return None
    if d2 is None:
        return in_calendar(found, (Window(m1, d1, m1, d1),), "day")
    more = _listed(found)
    if more:
        days = tuple(sorted({d1, *more, d2}))
        return (
            in_calendar(found, tuple(Window(m1, d, m1, d) for d in days), "day") if days[-1] <= 31 else None
        )  # noqa: PLR2004
    if m2 is None:
        joined = "&" in found.match[0] and "f" not in found.match[0]
        if d2 <= d1:
            return None
        if joined and d2 > d1 + 1:
            return in_calendar(found, (Window(m1, d1, m1, d1), Window(m1, d2, m1, d2)), "day")
    return _day_range(found, Window(m1, d1, m2 or m1, d2))


def _listed(found: Found) -> tuple[int, ...]:
    if "more" not in found.match.re.groupindex:
        return ()
    start, stop = found.match.span("more")
    return tuple(atom.number for atom in found.atoms.atoms[start:stop] if atom.number)


def _day_range(found: Found, window: Window) -> Reading | None:
    y1, y2 = found.number("y1"), found.number("y2")
    if y1 is not None and y2 is not None and window[0] != window[2]:
        first, last = (
            Window(*window[:2], *window[:2]).in_year(y1),
            Window(*window[2:], *window[2:]).in_year(y2),
        )
        days = ds.between(ds.earliest(first), ds.latest(last)) if first and last else ds.NEVER
        return Absolute(days, "range", lasting=True) if days else None
    return in_calendar(found, (window,), "range", lasting=True)


def numeric_day(found: Found) -> Reading | None:
    """A date in figures."""
    atom = found.atom("i")
    return Absolute(atom.days, "day", weekday=found.number("w1", "w2", "w3")) if atom else None


def calendar_months(found: Found) -> Reading | None:
    """A month, part of a month, or a run of months."""
    m1, m2 = found.number("m1", "m1b"), found.number("m2")
    turn = found.word("turn", "turn")
    if m1 is None or (turn is not None and (turn.story or turn.plural)):
        return None
    if m2 is not None:
        return in_calendar(found, (Window(m1, 1, m2, 31),), "range", lasting=True)
    share = found.share()
    first, last = 1, 31
    if share is not None:
        size = _LONGEST_MONTHS[m1 - 1]
        first, last = floor(size * share[0]) + 1, (31 if share[1] == 1 else ceil(size * share[1]))
    return in_calendar(
        found, (Window(m1, first, m1, last),), "month", direction=turn.number if turn else None
    )


def quarters(found: Found) -> Reading | None:
    """ "the second quarter of 2023", "the first half of June"."""
    which = found.number("o") or 0
    half = found.match["u"] == "H"
    month = found.number("m1")
    if month is not None:
        window = Window(month, 1, month, 15) if which == 1 else Window(month, 16, month, 31)
        return in_calendar(found, (window,), "month", years=("y2",)) if half and which in (1, 2) else None
    named = found.atom("y1", "r1") is not None
    size = 6 if half else 3
    if not 1 <= which <= 12 // size or not (named or found.match["u"] == "Q"):
        return None
    window = Window((which - 1) * size + 1, 1, which * size, 31)
    return in_calendar(found, (window,), "range" if half else "quarter", years=("y1",))


def seasons(found: Found) -> Reading | None:
    """ "in the spring of 2014", "last fall"."""
    word = found.word("season", "s", "s2", "s3", "s4")
    turn = found.word("turn", "turn")
    if word is None or (turn is not None and turn.plural):
        return None
    first, last = _SEASON_MONTHS[word.number]
    window = Window(first, 1, last, 31)
    year = found.number("y1")
    if year is not None and word.number == _WINTER and year in BELIEVABLE:
        # "winter 2014" may be the one that began or the one that ended in 2014.
        return Absolute(ds.union(window.in_year(year - 1), window.in_year(year)), "season")
    return in_calendar(found, (window,), "season", direction=turn.number if turn else None)


def one_year(found: Found) -> Reading | None:
    """A bare year, if something near it says that it is one."""
    year, atom = found.number("y1"), found.atom("y1")
    if year is None or atom is None or year not in BELIEVABLE or not _is_year(found, year, atom):
        return None
    return Absolute(slice_days(ds.whole_year(year), found.share()), "year")


def _is_year(found: Found, year: int, atom: Atom) -> bool:
    text, code = found.atoms.text, found.atoms.code
    before, position = found.before, found.match.start()
    named = found.match[0].endswith("Y") or atom.meanings is not None
    if found.after in ("/", "h") and code[found.match.end() + 1 : found.match.end() + 2] in (
        "y",
        "d",
        "n",
        "x",
    ):
        return False
    if found.atom("e") is not None or named:
        return year in _NEWS_YEARS or named
    if year not in _NEWS_YEARS or before is None:
        return False
    if year % 100 == 0 and (next_word := _LOWER_FOLLOWS.match(text, atom.stop)) and next_word[1].islower():
        return found.atoms.words.folded(next_word[1]) in found.atoms.words.cues
    if before.letter == "<":
        return found.after == ">" and code[max(position - 2, 0)] not in ("y", "x", "n")
    return found.atoms.words.folded(text[before.start : before.stop]).rstrip(".") in found.atoms.words.cues


def years(found: Found) -> Reading | None:
    """ "2019-2023", "2018/19", "2013 and 2014"."""
    first = found.number("y1", "y3")
    start, code = found.match.start(), found.atoms.code
    if first not in _NEWS_YEARS or first is None or code[max(start - 1, 0) : start] in ("/", "h"):
        return None
    if (short := found.atom("d2")) is not None:
        return _short_range(found, first, short)
    last = found.number("y2") or 0
    joined = found.match.groupdict().get("join")
    if last not in _NEWS_YEARS or last <= first or found.after in ("/", "h") and found.after:
        return None
    if joined == "/":
        return Absolute(_year_run(first, last), "range", lasting=True) if last == first + 1 else None
    if joined in ("h", "T") or found.match.groupdict().get("f"):
        return Absolute(_year_run(first, last), "range", lasting=True)
    numbers = (first, *_listed(found), last)
    plain = found.before is not None and found.before.letter in "LIgBl"
    if not plain and not found.match[0].endswith("Y") or any(number not in _NEWS_YEARS for number in numbers):
        return None
    return Absolute(ds.union(*(ds.whole_year(number) for number in numbers)), "year")


def _short_range(found: Found, first: int, short: Atom) -> Reading | None:
    """ "2018-19" is two years; "2023-06" can only be the month."""
    figures = found.atoms.text[short.start : short.stop]
    if len(figures) != 2 or found.atoms.text[short.start - 1].isspace() or found.after in ("h", "/"):  # noqa: PLR2004
        return None
    if short.number > first % 100:
        return Absolute(_year_run(first, first - first % 100 + short.number), "range", lasting=True)
    if 1 <= short.number <= 12 and "h" in found.match[0]:  # noqa: PLR2004
        return Absolute(ds.whole_month(first, short.number), "month")
    return None


def _year_run(first: int, last: int) -> Days:
    return ds.between(date(first, 1, 1), date(last, 12, 31))


def decades(found: Found) -> Reading | None:
    """ "the early 1990s", "the nineties"."""
    number = found.number("c", "o") or 0
    atom = found.atom("c", "o")
    if atom is None or number % 10 or (found.atom("o") is not None and not _plural_year(found)):
        return None
    if number < 100:  # noqa: PLR2004
        front = found.before.letter if found.before else ""
        quoted = found.atoms.text[atom.start - 1 : atom.start] in ("'", "’")
        if not (found.atom("e", "e2") or found.match[0].endswith("Y") or front == "g" or quoted):
            return None
        number += 1900 if number >= 30 else 2000  # noqa: PLR2004 - the nearer century
    if number not in _NEWS_YEARS and number not in range(1000, 1900):
        return None
    return Absolute(slice_days(_year_run(number, number + 9), found.share()), "decade")


def _plural_year(found: Found) -> bool:
    last = found.atoms.atoms[found.match.end() - 1].meanings
    return bool(last and last["unit"].plural)


def centuries(found: Found) -> Reading | None:
    """ "the 21st century"."""
    which = found.number("o") or 0
    if not 10 <= which <= 21:  # noqa: PLR2004 - the years this product can tell apart
        return None
    # Spoken of by its first two digits, as EDTF does: the 21st century is 20XX.
    return Absolute(slice_days(_year_run((which - 1) * 100, which * 100 - 1), found.share()), "century")


def day_words(found: Found) -> Reading | None:
    """ "yesterday", "the day after tomorrow", "the day before"."""
    word = found.word("day_word", "k")
    if word is None:
        return None
    if word.of_event and _WORD_FOLLOWS.match(found.atoms.text, found.stop):
        return Duration("day", 1, 1)
    return Relative("day", word.low, word.high, story=word.story, entry=word.entry)


def _numbered(found: Found, unit: WordMeaning, *names: str) -> tuple[int, int]:
    return found.count(*names) or (found.atoms.words.bare_plural if unit.plural else (1, 1))


def offsets(found: Found) -> Reading | None:
    """ "five years ago", "two days later"; counted from an event it is a length only."""
    unit, word = found.word("unit", "u"), found.word("offset", "off") or found.word("ahead", "off")
    if unit is None or word is None or (found.atom("n") is None and word.role == "ahead"):
        return None
    low, high = _numbered(found, unit, "n")
    if word.of_event and _WORD_FOLLOWS.match(found.atoms.text, found.stop):
        return Duration(unit.name, low, high)
    if found.match["off"] == "Z" and found.after in ("L", "I", "g", "R") and found.atom("n") is None:
        return None
    low, high = sorted((word.number * low, word.number * high))
    about = found.atom("about") is not None
    return Relative(unit.name, low, high, story=word.story, approximate=about, entry=word.entry)


def aheads(found: Found) -> Reading | None:
    """ "in two days", "через год"."""
    unit, word = found.word("unit", "u", "u2"), found.word("ahead", "ahead", "ahead2")
    if unit is None or word is None:
        return None
    low, high = _numbered(found, unit, "n")
    about = found.atom("about") is not None
    return Relative(unit.name, low, high, loose=not word.clear, approximate=about, entry=word.entry)


def turns(found: Found) -> Reading | None:
    """ "last year", "in the coming days", "this morning"."""
    turn, unit = found.word("turn", "turn"), found.word("unit", "u")
    if turn is None:
        return None
    if unit is None:
        return Relative("day", turn.number, turn.number, story=turn.story, entry=turn.entry)
    counted = found.count("n")
    if counted is None and not unit.plural:
        if turn.plural or (unit.name == "day" and turn.number < 0 and not turn.story):
            return None
        return Relative(unit.name, turn.number, turn.number, whole=True, story=turn.story, entry=turn.entry)
    if turn.number == 0:
        return None
    reach = turn.number * (counted[1] if counted else found.atoms.words.bare_plural[1])
    low, high = sorted((0, reach))
    return Relative(unit.name, low, high, story=turn.story, lasting=counted is not None, entry=turn.entry)


def parts(found: Found) -> Reading | None:
    """ "earlier this year", "at the end of last month"."""
    part, turn, unit = found.word("part", "e"), found.word("turn", "turn"), found.word("unit", "u")
    if part is None or unit is None or unit.plural or unit.name in ("day", "hour", "minute", "moment"):
        return None
    if (
        turn is None
        and found.match[0].count("g") + found.match[0].count("I") == 0
        and found.atoms.words.of_needed
    ):
        return None
    shift, story = (turn.number, turn.story) if turn else (0, False)
    return Relative(
        unit.name, shift, shift, whole=True, story=story, share=part.share, side=part.number, entry=part.entry
    )


def weekdays(found: Found) -> Reading | None:
    """ "on Tuesday", "last Friday", "Monday next week"."""
    day, turn, unit = found.number("w"), found.word("turn", "turn"), found.word("unit", "u")
    if day is None or (turn is not None and turn.plural):
        return None
    if unit is not None:
        return Weekday(day, week_shift=turn.number if turn else 0) if unit.name == "week" else None
    return Weekday(day, direction=turn.number if turn else None, story=bool(turn and turn.story))


def vague_words(found: Found) -> Reading | None:
    """ "recently", "in the near future"."""
    word = found.word("vague", "v")
    return Vague(word.low, word.high, entry=word.entry, story=word.story) if word else None


def durations(found: Found) -> Reading | None:
    """ "three days"."""
    unit = found.word("unit", "u")
    if unit is None:
        return None
    low, high = _numbered(found, unit, "n")
    return Duration(unit.name, low, high)


def blocked(found: Found) -> Blocked:  # noqa: ARG001 - all builders are called alike
    """ "every Tuesday"."""
    return Blocked()
