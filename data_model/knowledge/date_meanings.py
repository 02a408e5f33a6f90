"""What each word of a date file can do in a date, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_NUMBERS = ("shift", "sign", "side", "month", "weekday")
_BOUNDS = ("at", "since", "until", "before", "after", "by")
# Prepositions with a role of their own in the grammar, and the bound they set: "from 2014" alone sets none.
_PREPOSITIONS = {
    **{bound: ("at", "" if bound == "at" else bound) for bound in _BOUNDS},
    "until": ("to", "until"), "from_since": ("from", "since"), "from": ("from", ""), "between": ("from", ""),
    "to": ("to", ""), "for": ("for", ""), "and": ("and", ""), "of": ("of", ""), "about": ("about", ""),
}  # fmt: skip
# Words with nothing but a role: section, key, role, name.
_PLAIN = (
    ("eras", "before", "era", ""), ("eras", "ours", "era", "ours"), ("fiscal", "words", "fiscal", ""),
    ("blocked", "phrases", "blocked", ""), ("blocked", "every", "every", ""), ("ages", "before", "age", ""),
    ("lengths", "fillers", "filler", ""), ("lengths", "halves", "half", ""),
    ("lengths", "loose", "loose", ""), ("ranges", "open", "open_end", ""),
    ("ranges", "onward", "open_end", "onward"),
    ("weeks", "begins", "opening", ""), ("weeks", "ends", "opening", "end"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordMeaning:
    """What a word can do in a date.

    Attributes:
        role: month · weekday · season · unit · number · ordinal · decade · turn · behind · offset · ahead ·
            part · day_word · vague · day_part · clock · blocked · every · age · filler · half · loose ·
            at · from · to · and · of · about.
        number: Month 1-12, weekday 0-6 (Monday is 0), season 21-24, shift, ordinal, sign.
        low: The lowest number or day it may stand for; of a unit, how many the word itself counts.
        high: The highest.
        name: The unit ("year"), the bound a preposition sets ("since"), or "".
        story: Whether it counts from the day told of, not from the day of speaking.
        clear: Whether it is a date word without company.
        plural: Whether it is a plural form, or makes its noun one.
        stretch: Whether the stretch up to now is meant, not the calendar unit.
        of_event: Whether a following noun makes it count from an event.
        share: The part of a unit it speaks of, 0 to 1.
        entry: The knowledge entry, `file:key`.
        falls: The weekday a feast falls on, Monday is 0.
    """

    role: str
    number: int = 0
    low: int = 0
    high: int = 0
    name: str = ""
    story: bool = False
    clear: bool = True
    plural: bool = False
    stretch: bool = False
    of_event: bool = False
    share: tuple[float, float] | None = None
    entry: str = ""
    falls: int | None = None


def cldr_meanings(table: Mapping[str, Any], language: str) -> Iterator[tuple[str, WordMeaning]]:
    """Month and weekday names of CLDR; an abbreviation needs a number beside it."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError, TypeError):
        return
    kinds = (("month", locale.months, "months"), ("weekday", locale.days, "weekdays"))
    for role, names, section in kinds:
        doubtful = frozenset(table.get(section, {}).get("ambiguous", ()))
        for context in ("format", "stand-alone"):
            wide = dict(names[context]["wide"])
            for number, name in wide.items():
                yield name, WordMeaning(role, number, clear=name.lower() not in doubtful, entry="CLDR")
            for number, name in dict(names[context]["abbreviated"]).items():
                bare = name.rstrip(".")
                if bare.lower() != wide[number].lower() and bare.isalpha():
                    for form in (bare, f"{bare}."):
                        yield form, WordMeaning(role, number, clear=False, name="short", entry="CLDR")


def own_meanings(table: Mapping[str, Any], file: str) -> Iterator[tuple[str, WordMeaning]]:
    """What the words of a file mean."""
    yield from _calendar_meanings(table, file)
    for unit, forms in table.get("units", {}).items():
        for number, plural in (("one", False), ("many", True)):
            for word in forms[number]:
                yield word, WordMeaning("unit", name=unit, plural=plural, entry=f"{file}:units.{unit}")
    yield from _counted_units(table.get("counted_units", {}), file)
    for word, (low, high) in table.get("numbers", {}).items():
        yield word, WordMeaning("number", low=low, high=high, entry=f"{file}:numbers.{word}")
    for role in ("ordinal", "decade"):
        for number, forms in table.get(f"{role}s", {}).items():
            for word in forms:
                yield word, WordMeaning(role, int(number), entry=f"{file}:{role}s.{number}")
    yield from _moving_meanings(table, file)
    yield from _small_meanings(table)


def _small_meanings(table: Mapping[str, Any]) -> Iterator[tuple[str, WordMeaning]]:
    """Prepositions, clocks, eras, and what is no date."""
    for name, (role, bound) in _PREPOSITIONS.items():
        yield from _plain(table.get("prepositions", {}).get(name, ()), role, bound)
    for role, section in (("day_part", "day_parts"), ("clock", "clock")):
        for name, words in table.get(section, {}).items():
            if isinstance(words, Mapping):
                continue  # what stands around a time of day: `knowledge/year_words.py`
            yield from _plain(words, role, "" if name == "words" else name)
    for section, key, role, name in _PLAIN:
        yield from _plain(table.get(section, {}).get(key, ()), role, name)


def glued_units(part: Mapping[str, Any]) -> dict[str, str]:
    """What stands behind the figures of a length written in one word, with its unit."""
    return {
        stem + ending: item["unit"]
        for item in part.get("adjectives", ())
        if item.get("figures", True)
        for stem in item["stems"]
        for ending in part["endings"][item["endings"]]
    }


def _counted_units(part: Mapping[str, Any], file: str) -> Iterator[tuple[str, WordMeaning]]:
    """Words that are number and unit in one: « полвека », « двухдневный »."""
    for word, (unit, count) in part.get("words", {}).items():
        low, high = count if isinstance(count, list) else (count, count)
        yield word, WordMeaning("unit", low=low, high=high, name=unit, entry=f"{file}:counted_units.words")
    for item in part.get("adjectives", ()):
        for first, (low, high) in part["numbers"].items():
            for stem in item["stems"]:
                for ending in part["endings"][item["endings"]]:
                    entry = f"{file}:counted_units.{stem}"
                    yield first + stem + ending, WordMeaning("unit", 0, low, high, item["unit"], entry=entry)


def _plain(words: Iterable[str], role: str, name: str = "") -> Iterator[tuple[str, WordMeaning]]:
    return ((word, WordMeaning(role, name=name)) for word in words)


def _calendar_meanings(table: Mapping[str, Any], file: str) -> Iterator[tuple[str, WordMeaning]]:
    for role, section, first in (("month", "months", 1), ("weekday", "weekdays", 0)):
        part = table.get(section, {})
        doubtful = frozenset(part.get("ambiguous", ()))
        for kind in ("names", "adjectives", "short"):
            for number, forms in enumerate(part.get(kind, ()), first):
                for word in forms:
                    short = kind == "short"
                    meaning = WordMeaning(
                        role,
                        number,
                        clear=not short and word not in doubtful,
                        name=kind if kind != "names" else "",
                        entry=f"{file}:{section}",
                    )
                    yield word, meaning
                    if short:
                        yield f"{word}.", meaning
    seasons = table.get("seasons", {})
    clear = frozenset(seasons.get("clear", ()))
    for code, forms in seasons.items():
        for word in forms if code != "clear" else ():
            yield word, WordMeaning("season", int(code), clear=word in clear, entry=f"{file}:seasons.{code}")


def _in_small_letters(table: Mapping[str, Any], item: Mapping[str, Any], word: str) -> bool:
    """Whether a feast is one in small letters too: "labor day" is, "thanksgiving" and «новый год» are not."""
    return item.get("small_letters", False) or (table["shape"]["capital"] and len(word.split()) > 1)


def _moving_meanings(table: Mapping[str, Any], file: str) -> Iterator[tuple[str, WordMeaning]]:
    """Words that count from a day: turns, offsets, parts, day words, vague words."""
    kinds = {
        "turns": "turn",
        "offsets": "offset",
        "parts": "part",
        "day_words": "day_word",
        "vague": "vague",
        "directions": "direction",
        "holidays": "holiday",
        "sets": "repeated",
    }
    for section, kind in kinds.items():
        for item in table.get(section, ()):
            # An offset in front of its length looks ahead at it; a turn may stand behind its unit.
            role = "ahead" if item.get("front") else "behind" if item.get("behind") else kind
            low, high = item.get("days", (0, 0))
            share = item.get("share")
            for word in item["words"]:
                yield (
                    word,
                    WordMeaning(
                        role,
                        number=next((item[key] for key in _NUMBERS if key in item), 0),
                        low=item.get("day", low),
                        high=item.get("last", high),
                        falls=item.get("falls"),
                        name=item.get("unit", item.get("time", "")),
                        story=item.get("seen_from") == "story",
                        clear=item.get("alone", kind != "holiday" or _in_small_letters(table, item, word)),
                        plural=item.get("plural_only", False),
                        stretch=item.get("stretch", False),
                        of_event=item.get("of_event", False),
                        share=(share[0], share[1]) if share else None,
                        entry=f"{file}:{section}.{item['words'][0]}",
                    ),
                )
    ahead = table.get("ahead", {})
    for word in ahead.get("words", ()):
        yield word, WordMeaning("ahead", number=1, clear=not ahead["loose"], entry=f"{file}:ahead.{word}")
