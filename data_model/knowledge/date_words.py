"""The words dates are made of, one TOML file a language (`dates/<ISO 639-1>.toml`).

Month and weekday names come from CLDR through babel; the file adds what CLDR lacks. A language
without a file still gets its CLDR names, so that "8 juin 2023" is read everywhere.

To add a language: copy `dates/en.toml`, translate the words, add `tests/corpus/dates_<code>.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from data_model.errors import KnowledgeError

_TOKEN = re.compile(r"[^\W\d_]+|\d+|\S")
_BOUNDS = ("at", "since", "until", "before", "after", "by")
# Prepositions with a role of their own in the grammar, and the bound they set: "from 2014" alone sets none.
_PREPOSITIONS = {
    **{bound: ("at", "" if bound == "at" else bound) for bound in _BOUNDS},
    "until": ("to", "until"), "from_since": ("from", "since"), "from": ("from", ""), "between": ("from", ""),
    "to": ("to", ""), "and": ("and", ""), "of": ("of", ""), "about": ("about", ""),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordMeaning:
    """What a word can do in a date.

    Attributes:
        role: month · weekday · season · unit · number · ordinal · decade · turn · behind · offset · ahead ·
            part · day_word · vague · day_part · clock · blocked · every · at · from · to · and · of · about.
        number: Month 1-12, weekday 0-6 (Monday is 0), season 21-24, shift, ordinal, sign.
        low: The lowest number or day it may stand for.
        high: The highest.
        name: The unit ("year"), the bound a preposition sets ("since"), or "".
        story: Whether it counts from the day told of, not from the day of speaking.
        clear: Whether it is a date word without company.
        plural: Whether it is a plural form, or makes its noun one.
        stretch: Whether the stretch up to now is meant, not the calendar unit.
        of_event: Whether a following noun makes it count from an event.
        share: The part of a unit it speaks of, 0 to 1.
        entry: The knowledge entry, `file:key`.
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


Phrase = tuple[tuple[str, ...], Mapping[str, WordMeaning]]


@dataclass(frozen=True, slots=True)
class DateWords:
    """The date words of one language.

    Attributes:
        language: ISO 639-1.
        capital: Whether months and weekdays are always capitalised.
        day_first: Whether 12/04/2023 can only be 12 April.
        fold: Letters written in two ways, as `str.translate` takes them.
        phrases: By first word, the phrases it begins, longest first, with their meanings by role.
        ordinals: Letters behind the digits of an ordinal.
        decades: Letters behind the digits of a decade.
        counted: What makes the number before it a count.
        cues: Words a bare year may follow.
        never_after: Words behind which a four-digit number is no year.
        never_before: Words in front of which it is none.
        clear_after: Words behind which an ambiguous name is one, for "month" and "weekday".
        of_needed: Whether "the first June" is no date because the language says "the first of June".
        decade_first: Whether "years 1990" are the nineties: « les années 1990 ».
        telltale: Words that give the language of a text away.
        bare_plural: How many "years" are in "years ago".
        future: Words that set a sentence in the future.
        past: Words that set it in the past.
        past_endings: Endings of verbs in the past.
    """

    language: str
    capital: bool
    day_first: bool
    fold: Mapping[int, str]
    phrases: Mapping[str, tuple[Phrase, ...]]
    ordinals: frozenset[str]
    decades: frozenset[str]
    counted: frozenset[str]
    cues: frozenset[str]
    never_after: frozenset[str]
    never_before: frozenset[str]
    clear_after: Mapping[str, frozenset[str]]
    of_needed: bool
    decade_first: bool
    telltale: frozenset[str]
    bare_plural: tuple[int, int]
    future: frozenset[str]
    past: frozenset[str]
    past_endings: frozenset[str]

    def folded(self, text: str) -> str:
        """Lower case, spelling variants made one; the length never changes."""
        low = text.lower()
        return (low if len(low) == len(text) else text).translate(dict(self.fold))


@lru_cache(maxsize=32)
def load_date_words(language: str) -> DateWords:
    """The date words of a language; the CLDR names alone where there is no file of ours.

    Raises:
        KnowledgeError: If the file has a wrong or missing entry.
    """
    table = _read_table(language)
    file = f"dates/{language}.toml"
    try:
        return _words_of(table, language, file)
    except (KeyError, TypeError, IndexError, ValueError) as fault:
        msg = f"{file}: wrong or missing entry ({fault!r})"
        raise KnowledgeError(msg) from fault


@lru_cache(maxsize=1)
def date_languages() -> tuple[str, ...]:
    """The languages with a file of date words."""
    folder = files("data_model.knowledge") / "dates"
    return tuple(sorted(one.name[:-5] for one in folder.iterdir() if one.name.endswith(".toml")))


def _read_table(language: str) -> dict[str, Any]:
    if language not in date_languages():
        return {"shape": {"capital": False, "numeric_order": "either", "fold": {}}}
    path = files("data_model.knowledge") / "dates" / f"{language}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        msg = f"dates/{language}.toml: {fault}"
        raise KnowledgeError(msg) from fault


def _words_of(table: Mapping[str, Any], language: str, file: str) -> DateWords:
    shape = table["shape"]
    fold = str.maketrans(shape["fold"])
    found: dict[tuple[str, ...], dict[str, WordMeaning]] = {}
    for words, meaning in (*_cldr_meanings(table, language), *_meanings(table, file)):
        tokens = tuple(_TOKEN.findall(words.lower().translate(fold)))
        if tokens:
            found.setdefault(tokens, {}).setdefault(meaning.role, meaning)
    by_first: dict[str, list[Phrase]] = {}
    for tokens in sorted(found, key=len, reverse=True):
        by_first.setdefault(tokens[0], []).append((tokens, found[tokens]))
    years, blocked, suffixes, tense = (
        table.get(key, {}) for key in ("years", "blocked", "suffixes", "tense")
    )
    return DateWords(
        language=language,
        capital=shape["capital"],
        day_first=shape["numeric_order"] == "day-first",
        fold=fold,
        phrases={first: tuple(phrases) for first, phrases in by_first.items()},
        ordinals=frozenset(suffixes.get("ordinal", ())),
        decades=frozenset(suffixes.get("decade", ())),
        counted=frozenset(blocked.get("counted", ())),
        cues=frozenset((*years.get("cues", ()), *years.get("words", ()))),
        never_after=frozenset(years.get("never_after", ())),
        never_before=frozenset(years.get("never_before", ())),
        clear_after={
            role: frozenset(table.get(f"{role}s", {}).get("clear_after", ())) for role in ("month", "weekday")
        },
        of_needed=shape.get("of_needed", False),
        decade_first=shape.get("decade_first", False),
        telltale=frozenset(shape.get("telltale", ())),
        bare_plural=tuple(table.get("plurals", {}).get("bare", (2, 9))),
        future=frozenset(tense.get("future", ())),
        past=frozenset(tense.get("past", ())),
        past_endings=frozenset(tense.get("past_endings", ())),
    )


def _cldr_meanings(table: Mapping[str, Any], language: str) -> Iterator[tuple[str, WordMeaning]]:
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


def _meanings(table: Mapping[str, Any], file: str) -> Iterator[tuple[str, WordMeaning]]:
    yield from _calendar_meanings(table, file)
    for unit, forms in table.get("units", {}).items():
        for number, plural in (("one", False), ("many", True)):
            for word in forms[number]:
                yield word, WordMeaning("unit", name=unit, plural=plural, entry=f"{file}:units.{unit}")
    for word, (low, high) in table.get("numbers", {}).items():
        yield word, WordMeaning("number", low=low, high=high, entry=f"{file}:numbers.{word}")
    for role in ("ordinal", "decade"):
        for number, forms in table.get(f"{role}s", {}).items():
            for word in forms:
                yield word, WordMeaning(role, int(number), entry=f"{file}:{role}s.{number}")
    yield from _moving_meanings(table, file)
    for name, (role, bound) in _PREPOSITIONS.items():
        for word in table.get("prepositions", {}).get(name, ()):
            yield word, WordMeaning(role, name=bound)
    yield from _plain(table.get("day_parts", {}).get("words", ()), "day_part")
    yield from _plain(table.get("clock", {}).get("words", ()), "clock")
    yield from _plain(table.get("blocked", {}).get("phrases", ()), "blocked")
    yield from _plain(table.get("blocked", {}).get("every", ()), "every")


def _plain(words: Iterable[str], role: str) -> Iterator[tuple[str, WordMeaning]]:
    return ((word, WordMeaning(role)) for word in words)


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


def _moving_meanings(table: Mapping[str, Any], file: str) -> Iterator[tuple[str, WordMeaning]]:
    """Words that count from a day: turns, offsets, parts, day words, vague words."""
    kinds = {"turns": "turn", "offsets": "offset", "parts": "part", "day_words": "day_word", "vague": "vague"}
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
                        number=item.get("shift", item.get("sign", item.get("side", 0))),
                        low=low,
                        high=high,
                        story=item.get("seen_from") == "story",
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
