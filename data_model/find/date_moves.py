"""Builders for wordings that count from a day: "yesterday", "five years ago", "next Monday", "recently"."""

from __future__ import annotations

import re

from data_model.find.date_figures import LAST_DAY
from data_model.find.date_lengths import closed, has_article, has_half, miscounts, numbered
from data_model.find.date_match import Found, counts_nothing
from data_model.find.date_readings import Direction, Duration, Hour, Reading, Relative, Vague, Weekday

_WORD_FOLLOWS = re.compile(r"[ \t\u00a0]+[^\W\d_]")

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


def offsets(found: Found) -> Reading | None:
    """As in "five years ago", "two days later"; counted from an event it is a length only."""
    unit, word = found.word("unit", "u"), found.word("offset", "off") or found.word("ahead", "off")
    if unit is None or word is None or (found.atom("n") is None and word.role == "ahead"):
        return None
    if miscounts(found):
        return None
    low, high = numbered(found, unit)
    if word.of_event and _WORD_FOLLOWS.match(found.atoms.text, found.stop):
        return Duration(unit.name, low, high, half=has_half(found))
    if found.match["off"] == "Z" and found.after in ("L", "I", "g", "R") and found.atom("n") is None:
        return None
    low, high = sorted((word.number * low, word.number * high))
    about, name = found.atom("about") is not None, unit.name
    if has_half(found) and (parts := _HALVED.get(name)):
        name, size = parts
        low, high = low * size + word.number * size // 2, high * size + word.number * size // 2
    return Relative(name, low, high, story=word.story, approximate=about, entry=word.entry)


def from_days(found: Found) -> Reading | None:
    """As in "two weeks from today", "a week from tomorrow", "three years from now"."""
    unit, word = found.word("unit", "u"), found.word("day_word", "k") or found.word("vague", "k")
    if unit is None or word is None or miscounts(found):
        return None
    low, high = numbered(found, unit)
    base = word.low if word.low == word.high else 0 if word.low < 0 < word.high else None
    if base is None or word.story:
        return None
    if base and unit.name == "week":
        return Relative("day", 7 * low + base, 7 * high + base)
    return None if base and unit.name != "day" else Relative(unit.name, low + base, high + base)


def aheads(found: Found) -> Reading | None:
    """As in "in two days", "через год"."""
    unit, word = found.word("unit", "u", "u2"), found.word("ahead", "ahead", "ahead2")
    if unit is None or word is None or miscounts(found):
        return None
    low, high = numbered(found, unit)
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
        if length := closed(found, unit):
            return length
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
    atom = found.atom("w", "w2")
    if turn and turn.story and not turn.number and atom and atom.letter == "w":
        return None  # "he said that Sun's profits …"
    if unit is not None:
        return Weekday(day, week_shift=turn.number if turn else 0) if unit.name == "week" else None
    return Weekday(day, direction=turn.number if turn else None, story=bool(turn and turn.story))


def numbered_weekdays(found: Found) -> Reading | None:
    """As in "Friday the 15th", « mercredi 13 »: the day of the month with its weekday."""
    day, atom = found.number("w"), found.atom("d")
    if day is None or atom is None or not 1 <= (atom.number or found.number("d") or 0) <= LAST_DAY:
        return None
    text, stop = found.atoms.text, atom.stop
    if atom.letter == "d" and (not found.atoms.words.day_first or found.match[0].count(",")):
        return None  # "Tuesday 13 people"
    named = atom.letter != "d" and text[stop : stop + 2].strip()[:1].isupper()
    return Weekday(day, number=found.number("d")) if named or counts_nothing(found, stop) else None


def vague_words(found: Found) -> Reading | None:
    """As in "recently", "in the near future"."""
    word = found.word("vague", "v")
    return Vague(word.low, word.high, entry=word.entry, story=word.story) if word else None


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
    return Direction(word.number) if found.atom("k") is None or has_article(found) else None
