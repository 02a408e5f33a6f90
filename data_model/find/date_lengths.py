"""Builders for lengths and sets: "three days", "two and a half years", "the year ended", "every Monday"."""

from __future__ import annotations

import re

from data_model.find.date_match import Blocked, Found
from data_model.find.date_readings import Duration, Reading, Relative, Repeated
from data_model.knowledge.date_meanings import WordMeaning

_NEXT = re.compile(r"[\s\u00a0-]*([^\W\d_][\w ]*)")

# How many of the smaller unit are in the greater.
_PARTS = {
    ("year", "month"): 12, ("year", "week"): 52, ("year", "day"): 365, ("month", "day"): 30,
    ("month", "week"): 4, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
}  # fmt: skip


def numbered(found: Found, unit: WordMeaning) -> tuple[int, int]:
    """How many units, from and to."""
    if unit.low:
        return unit.low, unit.high
    first, last = found.count("n"), found.count("n2")
    if first and last:
        return first[0], last[1]
    return first or (found.atoms.words.bare_plural if unit.plural else (1, 1))


def has_half(found: Found) -> bool:
    """As in "two and a half years"."""
    return found.atom("half", "half2") is not None


def miscounts(found: Found) -> bool:
    """As in "a two-year plan": the article counts nothing."""
    return found.atom("n") is not None and found.count("n") is None


def durations(found: Found) -> Reading | Blocked | None:
    """As in "three days", "five to ten years", "for weeks"."""
    unit = found.word("unit", "u", "u2", "u3", "u3b")
    bare = found.atom("u3", "u3b") is not None
    if unit is None or (bare and (not unit.plural or unit.name == "hour")):
        return None
    if any(_behind(found.atoms.text, found.stop, age) for age in found.atoms.words.ages):
        return Blocked()
    if unit.low and found.count("n") == (1, 1):
        return None  # "a month-long siege"
    if miscounts(found) or _is_half(found) or (unit.name == "year" and _is_age(found)):
        return None
    low, high = numbered(found, unit)
    return Duration(unit.name, low, high, half=has_half(found)) if low <= high else None


def _is_half(found: Found) -> bool:
    """As in "two and a half": half of something else; "half a year" is a length."""
    atom = found.atom("u", "u2", "u3", "u3b")
    return (
        found.match[0].endswith("H")
        and atom is not None
        and found.atoms.text[atom.start : atom.stop].isalpha()
    )


def _is_age(found: Found) -> bool:
    """Whether so many years are somebody's: « в 15 лет », « Иван Петров (31 год) »."""
    words, before = found.atoms.words, found.before
    if not words.ages_after or before is None:
        return False
    lead = found.atoms.text[before.start : before.stop]
    return words.folded(lead) in words.ages_after or (lead == "(" and found.after == ">")


def chained_durations(found: Found) -> Reading | None:
    """As in "two years and six months": each unit smaller than the one before."""
    unit = found.word("unit", "u")
    if unit is None or found.atom("n2"):
        return None
    name, (low, high), count = unit.name, numbered(found, unit), (0, 0)
    start, stop = found.match.span("chain")
    for atom in found.atoms.atoms[start:stop]:
        meanings = atom.meanings or {}
        if "unit" in meanings:
            factor = _PARTS.get((name, meanings["unit"].name))
            if factor is None:
                return None
            name = meanings["unit"].name
            low, high = low * factor + count[0], high * factor + count[1]
        elif "number" in meanings:
            count = meanings["number"].low, meanings["number"].high
        elif atom.number:
            count = atom.number, atom.number
    return Duration(name, low, high)


def _behind(text: str, position: int, words: str) -> bool:
    found = _NEXT.match(text, position, position + len(words) + 4)
    return found is not None and found[1].lower().startswith(words)


def definite_units(found: Found) -> Reading | None:
    """As in "the quarter", "the weekend", the last; "the year", the one told of."""
    unit = found.word("unit", "u")
    shift = found.atoms.words.definite.get(unit.name) if unit and not unit.plural else None
    atom = found.atom("u")
    if unit is None or atom is None or shift is None or not has_article(found):
        return None
    if found.atoms.text[atom.start].isupper():
        return None  # "Man of the Year", "The Week" of a heading: a name
    told = shift == 0  # "the year" is the one told of
    return closed(found, unit) or Relative(unit.name, shift, shift, whole=True, story=told, entry=unit.entry)


def closed(found: Found, unit: WordMeaning) -> Duration | None:
    """A length told by its last day: "the year ended 31 March"."""
    closed = unit.name == "year" and any(
        _behind(found.atoms.text, found.stop, word) for word in found.atoms.words.closings
    )
    return Duration(unit.name, 1, 1) if closed else None


def has_article(found: Found) -> bool:
    """Whether the word in front is "the", not "of"."""
    atom, words = found.atom("g"), found.atoms.words
    return atom is not None and words.folded(found.atoms.text[atom.start : atom.stop]) in words.article


def sets(found: Found) -> Reading | None:
    """As in "every Monday", "every two years", "daily"."""
    unit, word = found.word("unit", "u"), found.word("repeated", "word")
    if word is not None:
        return Repeated(word.name, weekday=word.number if not word.name else None)
    if unit is not None:
        return Repeated(unit.name, (found.count("n") or (1, 1))[0])
    season = found.word("season", "s")
    month, weekday = found.number("m1"), found.number("w")
    if season is None and month is None and weekday is None:
        return Repeated("day")
    return Repeated("", weekday=weekday, month=month, season=season.number if season else None)


def blocked(found: Found) -> Blocked:  # noqa: ARG001 - all builders are called alike
    """As in "every Tuesday"."""
    return Blocked()
