"""Builders for wordings that count from a day: "yesterday", "five years ago", "next Monday", "recently"."""

from __future__ import annotations

import re

from data_model.find.date_match import Blocked, Found
from data_model.find.date_readings import (
    Direction,
    Duration,
    Hour,
    Reading,
    Relative,
    Repeated,
    Vague,
    Weekday,
)
from data_model.knowledge.date_meanings import WordMeaning

_NEXT = re.compile(r"[\s\u00a0-]*([^\W\d_][\w ]*)")
_WORD_FOLLOWS = re.compile(r"[ \t\u00a0]+[^\W\d_]")

# How many of the smaller unit are in the greater.
_PARTS = {
    ("year", "month"): 12, ("year", "week"): 52, ("year", "day"): 365, ("month", "day"): 30,
    ("month", "week"): 4, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
}  # fmt: skip

# The smaller unit that half of the greater is counted in.
_HALVED = {"decade": ("year", 10), "year": ("month", 12), "month": ("day", 30), "hour": ("minute", 60)}


def day_words(found: Found) -> Reading | None:
    """As in "yesterday", "the day after tomorrow", "the day before"."""
    word = found.word("day_word", "k")
    if word is None:
        return None
    if word.of_event and _WORD_FOLLOWS.match(found.atoms.text, found.stop):
        return Duration("day", 1, 1)
    unit = word.name if word.name.islower() else "day"
    part = word.share is not None
    calendar, story = part or unit == "quarter", word.story or part
    return Relative(
        unit, word.low, word.high, whole=calendar, story=story, share=word.share, entry=word.entry
    )


def _numbered(found: Found, unit: WordMeaning) -> tuple[int, int]:
    if unit.low:
        return unit.low, unit.high
    first, last = found.count("n"), found.count("n2")
    if first and last:
        return first[0], last[1]
    return first or (found.atoms.words.bare_plural if unit.plural else (1, 1))


def _has_half(found: Found) -> bool:
    return found.atom("half", "half2") is not None


def _miscounts(found: Found) -> bool:
    """As in "a two-year plan": the article counts nothing."""
    return found.atom("n") is not None and found.count("n") is None


def offsets(found: Found) -> Reading | None:
    """As in "five years ago", "two days later"; counted from an event it is a length only."""
    unit, word = found.word("unit", "u"), found.word("offset", "off") or found.word("ahead", "off")
    if unit is None or word is None or (found.atom("n") is None and word.role == "ahead"):
        return None
    if _miscounts(found):
        return None
    low, high = _numbered(found, unit)
    if word.of_event and _WORD_FOLLOWS.match(found.atoms.text, found.stop):
        return Duration(unit.name, low, high, half=_has_half(found))
    if found.match["off"] == "Z" and found.after in ("L", "I", "g", "R") and found.atom("n") is None:
        return None
    low, high = sorted((word.number * low, word.number * high))
    about, name = found.atom("about") is not None, unit.name
    if _has_half(found) and (parts := _HALVED.get(name)):
        name, size = parts
        low, high = low * size + word.number * size // 2, high * size + word.number * size // 2
    return Relative(name, low, high, story=word.story, approximate=about, entry=word.entry)


def from_days(found: Found) -> Reading | None:
    """As in "two weeks from today", "a week from tomorrow", "three years from now"."""
    unit, word = found.word("unit", "u"), found.word("day_word", "k") or found.word("vague", "k")
    if unit is None or word is None or _miscounts(found):
        return None
    low, high = _numbered(found, unit)
    base = word.low if word.low == word.high else 0 if word.low < 0 < word.high else None
    if base is None or word.story:
        return None
    if base and unit.name == "week":
        return Relative("day", 7 * low + base, 7 * high + base)
    return None if base and unit.name != "day" else Relative(unit.name, low + base, high + base)


def aheads(found: Found) -> Reading | None:
    """As in "in two days", "через год"."""
    unit, word = found.word("unit", "u", "u2"), found.word("ahead", "ahead", "ahead2")
    if unit is None or word is None or _miscounts(found):
        return None
    low, high = _numbered(found, unit)
    about = found.atom("about") is not None
    told = found.word("offset", "ahead", "ahead2")
    low, high = sorted((word.number * low, word.number * high))
    return Relative(
        unit.name,
        low,
        high,
        story=told is not None,
        loose=not word.clear,
        approximate=about,
        entry=word.entry,
    )


def turns(found: Found) -> Reading | None:
    """As in "last year", "in the coming days", "this morning"."""
    turn, unit = found.turn(), found.word("unit", "u", "u2")
    if turn is None:
        return None
    if unit is None:
        # "The next morning" follows the day told of; "this morning" is the day of speaking.
        story = turn.story or turn.number > 0
        return Relative("day", turn.number, turn.number, story=story, entry=turn.entry)
    if found.atom("n3") and not (unit.plural or turn.plural):
        return None  # "the first one last year"
    counted = found.count("n", "n3") or ((1, 1) if turn.stretch else None)
    if counted is None and not unit.plural and not turn.plural:
        if unit.name == "day" and turn.number < 0 and not turn.story:
            return None
        if closed := _closed(found, unit):
            return closed
        return Relative(unit.name, turn.number, turn.number, whole=True, story=turn.story, entry=turn.entry)
    if turn.number == 0:
        return None
    fewest, most = counted or found.atoms.words.bare_plural
    low, high = sorted((0, turn.number * most))
    return Relative(
        unit.name,
        low,
        high,
        story=turn.story,
        lasting=counted is not None,
        many=fewest != most,
        entry=turn.entry,
    )


def parts(found: Found) -> Reading | None:
    """As in "earlier this year", "at the end of last month"."""
    part, turn, unit = found.word("part", "e"), found.turn(), found.word("unit", "u")
    if part is None or unit is None or unit.plural or unit.name in ("day", "hour", "minute", "moment"):
        return None
    if (
        turn is None
        and found.match[0].count("g") + found.match[0].count("I") == 0
        and found.atoms.words.of_needed
    ):
        return None
    shift, story = (turn.number, turn.story) if turn else (0, True)
    return Relative(
        unit.name, shift, shift, whole=True, story=story, share=part.share, side=part.number, entry=part.entry
    )


def weekdays(found: Found) -> Reading | None:
    """As in "on Tuesday", "last Friday", "Monday next week"."""
    day, turn, unit = found.number("w", "w2"), found.turn(), found.word("unit", "u")
    if day is None or (turn is not None and turn.plural):
        return None
    if unit is not None:
        return Weekday(day, week_shift=turn.number if turn else 0) if unit.name == "week" else None
    return Weekday(day, direction=turn.number if turn else None, story=bool(turn and turn.story))


def vague_words(found: Found) -> Reading | None:
    """As in "recently", "in the near future"."""
    word = found.word("vague", "v")
    return Vague(word.low, word.high, entry=word.entry, story=word.story) if word else None


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
    if _miscounts(found) or _is_half(found) or (unit.name == "year" and _is_age(found)):
        return None
    low, high = _numbered(found, unit)
    return Duration(unit.name, low, high, half=_has_half(found)) if low <= high else None


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
    name, (low, high), count = unit.name, _numbered(found, unit), (0, 0)
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
    if unit is None or shift is None or not _has_article(found):
        return None
    told = shift == 0  # "the year" is the one told of
    return _closed(found, unit) or Relative(unit.name, shift, shift, whole=True, story=told, entry=unit.entry)


def _closed(found: Found, unit: WordMeaning) -> Duration | None:
    """A length told by its last day: "the year ended 31 March"."""
    closed = unit.name == "year" and any(
        _behind(found.atoms.text, found.stop, word) for word in found.atoms.words.closings
    )
    return Duration(unit.name, 1, 1) if closed else None


def hours(found: Found) -> Reading | None:
    """As in "at 10:30", "10 p.m.", "in the morning"; a bare 10:30 needs a preposition in front."""
    front = found.before.letter if found.before else ""
    if found.match[0] == "p":
        part = found.atoms.atoms[found.match.start()].meanings or {}
        return Hour(story=":" in part["day_part"].name)
    return Hour() if found.match[0][-1] in "zp" or front in ("L", "I", "T", "f", "a", "g") else None


def directions(found: Found) -> Reading | None:
    """As in "in the past", "the future", "the current view"."""
    word = found.word("direction", "turn", "k", "alone")
    if word is None or (found.atom("k") is None and word.clear != (found.atom("alone") is not None)):
        return None
    return Direction(word.number) if found.atom("k") is None or _has_article(found) else None


def _has_article(found: Found) -> bool:
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
