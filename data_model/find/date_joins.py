"""Wordings made of two: a step and the day it is counted from, a week and its first day, two ends of a range.

Each half is read by the grammar on its own; here they become one, so that no half is taken for a date.
"""

from __future__ import annotations

import re
from dataclasses import replace

from data_model import days as ds
from data_model.find.date_atoms import Atoms
from data_model.find.date_grammar import COUNT, UNIT, Wording, read_at
from data_model.find.date_lengths import miscounts, numbered
from data_model.find.date_match import BELIEVABLE, Blocked, Found
from data_model.find.date_offsets import Offset, count_units
from data_model.find.date_readings import Absolute, Duration, Reading, Relative, Weekday, Yearless
from data_model.knowledge.date_meanings import WordMeaning

# As in "two weeks before", «через два дня после», «за два дня до»; "two days from".
_STEP = re.compile(rf"(?P<lead>[FINL])?(?P<about>a)?(?:{COUNT}%?)?(?P<u>{UNIT})N?(?P<sign>[AZBLTf])g?")
_DAY_STEP = re.compile("(?P<k>K)g?")  # "the day before", « la veille »
_SPAN = re.compile(
    "(?P<join>[hT&])(?:g?(?P<open>[KV=])|(?P<about>a)?g{0,2}(?P<year>y(?![hd/y]))?)|(?P<onward>=)"
)
# As in "the week beginning 16 September", "the week of 16 September".
_WEEK = re.compile("g?(?P<u>U)(?:,?(?P<opening>[~L])L?|(?P<of>g))g?")
_LINKS = re.compile("[LI]?g?")
_SIGNS = {"before": -1, "after": 1, "until": -1}
_SUNDAY = 6
_OPENED = ("day", "month", "year")
_SIZES = ("day", "week", "month", "quarter", "year", "decade", "century")


def read_joined(atoms: Atoms, position: int) -> Wording | None:
    """The longest wording that begins at an atom, of one half or two."""
    step = _STEP.match(atoms.code, position)
    if step is not None and (joined := _stepped(atoms, step)) is not None:
        return joined
    day = _DAY_STEP.match(atoms.code, position)
    if day is not None and (joined := _day_stepped(atoms, day)) is not None:
        return joined
    week = _WEEK.match(atoms.code, position)
    if week is not None and (joined := _week_of(atoms, week)) is not None:
        return joined
    found = read_at(atoms, position)
    return found and (_same_day(atoms, found) or _spanned(atoms, position, found) or found)


def _stepped(atoms: Atoms, match: re.Match[str]) -> Wording | None:
    """So many units before or after a day told behind them."""
    found = Found(match, atoms)
    unit, sign = found.word("unit", "u"), _sign(found)
    if unit is None or not sign or not count_units(unit.name) or miscounts(found):
        return None
    base = read_at(atoms, match.end())
    if base is None or isinstance(base.reading, Blocked) or _is_uncounted(found, unit):
        return None
    if found.match["sign"] == "f" and isinstance(base.reading, Relative):
        return None  # "two weeks from today" is no more exact than "in two weeks"
    fewest, most = numbered(found, unit)
    low, high = sorted((sign * fewest, sign * most))
    reading = count_from(_ahead(base.reading, found.match["sign"]), Offset(unit.name, low, high))
    if reading is not None and ((found.before and found.before.letter in "gP") or "%" in found.match[0]):
        return Wording(match.end("u"), Duration(unit.name, fewest, most))  # "for the two days before 13 May"
    return Wording(base.stop, reading) if reading is not None else None


def _is_uncounted(found: Found, unit: WordMeaning) -> bool:
    """As in "days before", "half from": how many is not said."""
    return found.atom("n") is None and (unit.plural or unit.name in ("quarter", "half"))


def _ahead(base: Reading, sign: str) -> Reading:
    """The day that "a week from Friday" counts from is still to come."""
    return replace(base, direction=1) if sign == "f" and isinstance(base, Weekday) else base


def _sign(found: Found) -> int:
    """Which way a step looks; 0 when it counts from no named day."""
    lead, atom = found.atom("lead"), found.atom("sign")
    meanings = (atom.meanings or {}) if atom else {}
    offset = meanings.get("offset")
    name = next((word.name for word in meanings.values() if word.role in ("at", "to", "from")), None)
    if lead is not None and lead.letter == "L":
        return -1 if name == "until" else 0
    if offset is not None and offset.of_event:
        return offset.number
    if found.match["sign"] == "f":
        return int(name == "" and lead is None)
    return 0 if name == "until" else _SIGNS.get(name or "", 0)


def _day_stepped(atoms: Atoms, match: re.Match[str]) -> Wording | None:
    """As in "the day after Christmas", « la veille du 8 mai »."""
    word = Found(match, atoms).word("day_word", "k")
    if word is None or not word.of_event or word.low != word.high or word.name:
        return None
    base = read_at(atoms, match.end())
    if base is None or isinstance(base.reading, Blocked):
        return None
    reading = count_from(base.reading, Offset("day", word.low, word.high))
    return Wording(base.stop, reading) if reading is not None else None


def _week_of(atoms: Atoms, match: re.Match[str]) -> Wording | None:
    """A week told by its first or last day, or by a day of it."""
    found = Found(match, atoms)
    unit, opening, of = found.word("unit", "u"), found.word("opening", "opening"), found.atom("of")
    if unit is None or unit.name != "week" or unit.plural or unit.low or (opening is None and of is None):
        return None
    if of is not None and atoms.text[of.start : of.stop].lower() in atoms.words.article:
        return None
    base = read_at(atoms, match.end())
    if base is None or isinstance(base.reading, Blocked):
        return None
    first, last = (0, 6) if opening is not None and not opening.name else (-6, 6 * (opening is None))
    if opening is None and isinstance(base.reading, Absolute) and (day := ds.earliest(base.reading.days)):
        first = -day.weekday() * (day.weekday() != _SUNDAY)
    reading = count_from(base.reading, Offset("day", first, last))
    if not isinstance(reading, Absolute | Yearless):
        return None
    return Wording(base.stop, replace(reading, precision="week", weekday=None))


def count_from(base: Reading, offset: Offset) -> Reading | None:
    """What is so far from what is told; None when that is no day or unit to count from."""
    if isinstance(base, Absolute | Yearless):
        if _size(base.precision) > _size(offset.unit) or base.lasting:
            return None
        precision = "day" if offset.exact else "year" if _size(offset.unit) >= _size("year") else "month"
        if isinstance(base, Yearless):
            return replace(base, offset=offset, precision=precision, approximate=not offset.exact)
        days = offset.apply(base.days)
        return Absolute(days, precision, approximate=not offset.exact) if days else None
    if isinstance(base, Weekday):
        return replace(base, offset=offset) if offset.exact else None
    if isinstance(base, Relative) and base.unit == "day" and base.low == base.high and not base.story:
        if offset.exact:
            return replace(base, low=base.low + offset.days[0], high=base.high + offset.days[1])
        return Relative(offset.unit, offset.low, offset.high, from_day=base.low)
    return None


def _size(unit: str) -> int:
    return _SIZES.index(unit) if unit in _SIZES else len(_SIZES)


def _same_day(atoms: Atoms, found: Wording) -> Wording | None:
    """As in "a year ago today", "on this day last year": to the day."""
    reading = found.reading
    if not isinstance(reading, Relative) or reading.low != reading.high or reading.lasting:
        return None
    links = _LINKS.match(atoms.code, found.stop)
    behind = links.end() if links else found.stop
    other = read_at(atoms, behind) if behind < len(atoms.code) else None
    if other is None or not isinstance(other.reading, Relative) or other.reading.low != other.reading.high:
        return None
    step, day = (reading, other.reading) if reading.unit != "day" else (other.reading, reading)
    if day.unit != "day" or step.unit == "day" or not count_units(step.unit) or step.side or step.share:
        return None
    if day is reading and not (day.whole and day.low == 0):
        return None  # "yesterday, a year ago" tells of two days
    joined = count_from(replace(day, whole=False, story=False), Offset(step.unit, step.low, step.high))
    return Wording(other.stop, replace(joined, story=day.story)) if isinstance(joined, Relative) else None


def _spanned(atoms: Atoms, position: int, found: Wording) -> Wording | None:
    """A run between ends of two kinds, "Jun. 2013 - 2020", or without its end: "Jan. 2016 - present"."""
    first, span = found.reading, _SPAN.match(atoms.code, found.stop)
    if span is None or found.joins or not isinstance(first, Absolute) or first.lasting:
        return None
    if span["onward"]:
        word = Found(span, atoms).word("open_end", "onward")
        return Wording(span.end(), first, bound="since") if word is not None and word.name else None
    if span["join"] in ("T", "&") and "f" not in atoms.code[max(position - 2, 0) : position + 1]:
        return None
    if span["open"]:
        now = Found(span, atoms).word("open_end", "open") or _is_now(Found(span, atoms))
        return Wording(span.end(), first, bound="since") if now and first.precision in _OPENED else None
    last, stop = _end_of(atoms, span)
    if last is None or last.lasting:
        return None
    begins, ends = ds.earliest(first.days), ds.latest(last.days)
    if begins is None or ends is None or len(first.days) > 1 or len(last.days) > 1:
        return None
    if (ds.latest(first.days) or begins) >= ends or begins >= (ds.earliest(last.days) or ends):
        return None
    about = span["about"] is not None
    run = Absolute(ds.between(begins, ends), "range", lasting=True, approximate=about)
    return Wording(stop, run, (found.stop,))


def _end_of(atoms: Atoms, span: re.Match[str]) -> tuple[Absolute | None, int]:
    """The other end of a run and where it stops; behind a month a bare year is one."""
    if span["year"]:
        year = atoms.atoms[span.end() - 1].number
        return Absolute(ds.whole_year(year), "year") if year in BELIEVABLE else None, span.end()
    other = read_at(atoms, span.end()) if span.end() < len(atoms.code) else None
    if other is None or other.joins or not isinstance(other.reading, Absolute):
        return None, 0
    return other.reading, other.stop


def _is_now(found: Found) -> bool:
    word = found.word("day_word", "open") or found.word("vague", "open")
    return word is not None and word.low <= 0 <= word.high and not word.story
