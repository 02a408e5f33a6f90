"""Builders for years, decades and centuries: a bare number is one only when something says so."""

from __future__ import annotations

from datetime import date

from data_model import days as ds
from data_model.days import Days
from data_model.find.date_atoms import Atom
from data_model.find.date_match import BELIEVABLE, NEWS_YEARS, Found
from data_model.find.date_readings import Absolute, Ancient, Reading
from data_model.find.date_windows import slice_days
from data_model.find.year_signs import (
    LONGEST_RUN,
    NAMED_YEARS,
    cue_before,
    is_amount,
    is_beside_count,
    is_named,
    is_year,
)

_CENTURIES = 22
_NAMED = NAMED_YEARS[99:]  # "the year 12" is the twelfth of a plan
_LATELY, _ROUND = range(1800, 2101), 50


def one_year(found: Found) -> Reading | None:
    """A bare year, if something near it says that it is one."""
    year, atom = found.number("y1"), found.atom("y1")
    if year is None or atom is None or not is_year(found, year, atom):
        return None
    return Absolute(slice_days(ds.whole_year(year), found.share()), "year")


def years(found: Found) -> Reading | None:
    """As in "2019-2023", "2018/19", "2013 and 2014"."""
    first = found.number("y1", "y3")
    start, code = found.match.start(), found.atoms.code
    if first not in BELIEVABLE or first is None or code[max(start - 1, 0) : start] in ("/", "h"):
        return None
    if not _is_span_of_years(found, first):
        return None
    if (short := found.atom("d2")) is not None:
        return _short_range(found, first, short)
    last = found.number("y2") or 0
    if decade := found.number("c"):
        last = decade + 9
    joined = found.match.groupdict().get("join")
    if (
        last not in BELIEVABLE
        or not first < last <= first + LONGEST_RUN
        or (found.after in ("/", "h") and found.after)
    ):
        return None
    if joined == "/":
        return Absolute(_year_run(first, last), "range", lasting=True) if last == first + 1 else None
    if joined in ("h", "T") or found.match.groupdict().get("f"):
        about = found.atom("about") is not None
        return Absolute(_year_run(first, last), "range", lasting=True, approximate=about)
    numbers = (first, *found.listed(), last)
    plain = (found.before is not None and found.before.letter in "LIgBl") or cue_before(
        found, found.atom("y1")
    )
    named = plain or found.match[0].endswith("Y")
    if not named or any(number not in BELIEVABLE for number in numbers):
        return None
    return Absolute(ds.union(*(ds.whole_year(number) for number in numbers)), "year")


def _is_span_of_years(found: Found, first: int) -> bool:
    """Whether the words around let numbers be years; round ones of long ago need a word: "from", "in"."""
    atom = found.atom("y1", "y3")
    if atom is None or is_beside_count(found) or is_amount(found, atom):
        return False
    led = found.atom("f") is not None or bool(cue_before(found, atom)) or is_named(found, atom)
    return led or first in _LATELY or first % _ROUND > 0 or (found.number("y2") or 0) % _ROUND > 0


def _short_range(found: Found, first: int, short: Atom) -> Reading | None:
    """As in "2018-19" is two years; "2023-06" can only be the month."""
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
    """As in "the early 1990s", "the nineties"."""
    number = found.number("c", "o") or 0
    atom = found.atom("c", "o")
    if atom is None or number % 10 or (found.atom("o") is not None and not _plural_year(found)):
        return None
    if number < 100:  # noqa: PLR2004
        front = found.before.letter if found.before else ""
        quoted = found.atoms.text[atom.start - 1 : atom.start] in ("'", "\u2019")
        if not (found.atom("e", "e2") or found.match[0].endswith("Y") or front == "g" or quoted):
            return None
        number += 1900 if number >= 30 else 2000  # noqa: PLR2004 - the nearer century
    if number not in BELIEVABLE:
        return None
    return Absolute(slice_days(_year_run(number, number + 9), found.share()), "decade")


def decades_told_first(found: Found) -> Reading | None:
    """As in « les années 1990 », « les années 90 »."""
    number, front = found.number("y1") or 0, found.word("unit", "front")
    if not found.atoms.words.decade_first or front is None or not front.plural or number % 10:
        return None
    number += 1900 * (30 <= number < 100)  # noqa: PLR2004 - the nearer century
    if number not in NEWS_YEARS or found.after in ("h", "/", "&", "T", ","):
        return None
    return Absolute(slice_days(_year_run(number, number + 9), found.share()), "decade")


def named_years(found: Found) -> Reading | None:
    """As in "the year 2000", "the year two thousand"."""
    front, year = found.word("unit", "front"), found.number("y1") or (found.count("n") or (0, 0))[0]
    if front is None or front.name != "year" or front.plural or year not in _NAMED:
        return None
    if not found.atoms.words.article:
        return None  # « l'année 2016 »: the figures alone are read
    return Absolute(ds.whole_year(year), "year") if found.after not in ("h", "/") else None


def era_years(found: Found) -> Reading | None:
    """A year with its era: "AD 9", "10 August 88 CE", "480 BC", "the fifth century BC", "264-241 BC"."""
    era = found.word("era", "x", "x2", "x3")
    if era is None or (found.atom("x3") and not era.name):
        return None
    return _of_our_era(found) if era.name else _before_our_era(found)


def _of_our_era(found: Found) -> Reading | None:
    year, century = found.number("n", "n3"), found.number("o")
    if century:
        return Absolute(_year_run(max(century * 100 - 100, 1), century * 100 - 1), "century")
    if not year or found.atom("n2", "c"):
        return None
    month, day = found.number("m1"), found.number("d1")
    if month and day:
        days = ds.each_year(month, day, range(year, year + 1))
        return Absolute(days, "day") if days else None
    return Absolute(ds.whole_month(year, month), "month") if month else Absolute(ds.whole_year(year), "year")


def _before_our_era(found: Found) -> Reading | None:
    if (century := found.number("o")) is not None:
        return Ancient(century, 100)
    if (decade := found.number("c")) is not None:
        return Ancient(decade, 10)
    first, last = found.number("n", "n3") or 0, found.number("n2")
    return Ancient(first, month=found.number("m1")) if last is None or last <= first else None


def _plural_year(found: Found) -> bool:
    last = found.atoms.atoms[found.match.end() - 1].meanings
    return bool(last and last["unit"].plural)


def centuries(found: Found) -> Reading | None:
    """As in "the 21st century"."""
    which = found.number("o") or 0
    if not 1 < which < _CENTURIES:
        return None
    # Spoken of by its first two digits, as EDTF does: the 21st century is 20XX.
    return Absolute(slice_days(_year_run((which - 1) * 100, which * 100 - 1), found.share()), "century")
