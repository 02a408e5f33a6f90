"""The words dates are made of, one TOML file a language (`dates/<ISO 639-1>.toml`).

Month and weekday names come from CLDR through babel; the file adds what CLDR lacks. A language without
a file has none of this grammar's words, only figures; its days are read by `find/date_foreign.py`.

To add a language: copy `dates/en.toml`, translate the words, add `tests/corpus/dates_<code>.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from data_model.errors import KnowledgeError
from data_model.knowledge.date_meanings import WordMeaning, cldr_meanings, glued_units, own_meanings
from data_model.knowledge.files import read_file
from data_model.knowledge.year_words import ClockWords, YearWords, read_clock_words, read_year_words

_TOKEN = re.compile(r"[^\W\d_]+|\d+|\S")
_NAMING = frozenset({"month", "holiday"})

Phrase = tuple[tuple[str, ...], Mapping[str, WordMeaning]]


@dataclass(frozen=True, slots=True)
class DateWords:
    """The date words of one language.

    Attributes:
        language: ISO 639-1.
        capital: Whether months and weekdays are always capitalised.
        day_first: Whether 12/04/2023 can only be 12 April.
        fold: Letters written in two ways, with the one that counts.
        phrases: By first word, the phrases it begins, longest first, with their meanings by role.
        alone: The meanings of single words.
        names: The first words of the names of months and holidays.
        codes: Letters in front of figures, with what these count: "Q3", "FY2015".
        small_doubt: Names of months that in small letters are other words: "august".
        longer: By first and second word, the longer phrases.
        ordinals: Letters behind the digits of an ordinal.
        decades: Letters behind the digits of a decade.
        counted: What makes the number before it a count.
        cues: Words a bare year may follow.
        goes_on: Words that go on with a sentence: a number in front of them counts no noun.
        never_after: Words behind which a four-digit number is no year.
        never_before: Words in front of which it is none.
        years: What else tells a year from a count.
        clocks: What tells an hour from a count of hours.
        clear_after: Words behind which an ambiguous name is one, for "month" and "weekday".
        of_needed: Whether "the first June" is no date because the language says "the first of June".
        decade_first: Whether "years 1990" are the nineties: « les années 1990 ».
        telltale: Words that give the language of a text away.
        telltale_share: The share of them from which a longer text is surely in the language; above 1 where
            its neighbours have too many of them.
        own_letters: Letters every longer text has and its neighbours lack.
        others_letters: Letters only its neighbours have.
        ages_after: Words behind which so many years are an age; empty where ages count as lengths.
        glued_units: What behind a number and a hyphen makes it a length, with the unit: "-day", «-дневный».
        definite: Units that stand for one with an article alone, and which: "the quarter" is the last.
        closings: Words behind "the year" that make it a length told by its last day.
        bare_plural: How many "years" are in "years ago".
        future: Words that set a sentence in the future.
        past: Words that set it in the past.
        bare: Verbs that do not change: past behind a name alone.
        past_endings: Endings of verbs in the past.
        future_endings: Endings of verbs in the future.
        shaped_endings: Endings of Russian verbs that the dictionary knows for present or future.
        no_verbs: Words with such an ending that are no verbs.
        noun_openers: Words that open a noun group: a participle behind them is an adjective.
        ages: Words behind a length that make it an age.
        article: Articles: they belong to "the past two years", not to "the 1978 resolution".
        day_after: Words behind which the article belongs to a day told by its number: "on the 29 August".
        front: Words that belong to the expression behind them: "more than".
        front_dated: Those that stand in front of dates too: "sometime".
        cut: Words at the front of a wording that do not: "in", "from".
        back: Words that belong to the expression in front of them: "or so".
    """

    language: str
    capital: bool
    day_first: bool
    fold: Mapping[str, str]
    phrases: Mapping[str, tuple[Phrase, ...]]
    alone: Mapping[str, Mapping[str, WordMeaning]]
    names: frozenset[str]
    codes: Mapping[str, str]
    small_doubt: frozenset[str]
    longer: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    ordinals: frozenset[str]
    decades: frozenset[str]
    counted: frozenset[str]
    cues: frozenset[str]
    goes_on: frozenset[str]
    never_after: frozenset[str]
    never_before: frozenset[str]
    years: YearWords
    clocks: ClockWords
    clear_after: Mapping[str, frozenset[str]]
    of_needed: bool
    decade_first: bool
    telltale: frozenset[str]
    telltale_share: float
    own_letters: str
    others_letters: str
    ages_after: frozenset[str]
    glued_units: Mapping[str, str]
    definite: Mapping[str, int]
    closings: tuple[str, ...]
    bare_plural: tuple[int, int]
    future: frozenset[str]
    past: frozenset[str]
    bare: frozenset[str]
    past_endings: frozenset[str]
    future_endings: frozenset[str]
    shaped_endings: frozenset[str]
    no_verbs: frozenset[str]
    noun_openers: frozenset[str]
    ages: tuple[str, ...]
    article: tuple[str, ...]
    day_after: tuple[str, ...]
    front: tuple[str, ...]
    front_dated: tuple[str, ...]
    cut: tuple[str, ...]
    back: tuple[str, ...]

    def folded(self, text: str) -> str:
        """Lower case, spelling variants made one; the length never changes."""
        low = text.lower()
        return _fold(low if len(low) == len(text) else text, self.fold)


def _fold(text: str, fold: Mapping[str, str]) -> str:
    for one, other in fold.items():
        text = text.replace(one, other)
    return text


@lru_cache(maxsize=32)
def load_date_words(language: str) -> DateWords:
    """The date words of a language; none, only the order of figures, where there is no file of ours.

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
        return {"shape": {"capital": False, "numeric_order": _numeric_order(language), "fold": {}}}
    return read_file(f"dates/{language}.toml")


def _numeric_order(language: str) -> str:
    """How CLDR writes a date in figures: 05/06/2016 is 5 June but in a few languages."""
    from babel import Locale, UnknownLocaleError

    try:
        pattern = Locale.parse(language).date_formats["short"].pattern
    except (UnknownLocaleError, ValueError, TypeError):
        return "either"
    return (
        "day-first" if pattern.lstrip("d").startswith(("/M", ".M", "-M")) or pattern[0] == "d" else "either"
    )


def _words_of(table: Mapping[str, Any], language: str, file: str) -> DateWords:
    shape = table["shape"]
    fold = shape["fold"]
    found: dict[tuple[str, ...], dict[str, WordMeaning]] = {}
    named = cldr_meanings(table, language) if language in date_languages() else ()
    for words, meaning in (*named, *own_meanings(table, file)):
        tokens = tuple(_TOKEN.findall(_fold(words.lower(), fold)))
        if tokens:
            found.setdefault(tokens, {}).setdefault(meaning.role, meaning)
    by_first: dict[str, list[Phrase]] = {}
    for tokens in sorted(found, key=len, reverse=True):
        by_first.setdefault(tokens[0], []).append((tokens, found[tokens]))
    years, blocked, suffixes, tense, edges = (
        table.get(key, {}) for key in ("years", "blocked", "suffixes", "tense", "edges")
    )
    return DateWords(
        language=language,
        capital=shape["capital"],
        day_first=shape["numeric_order"] == "day-first",
        fold=fold,
        phrases={first: tuple(phrases) for first, phrases in by_first.items()},
        alone={tokens[0]: meanings for tokens, meanings in found.items() if len(tokens) == 1},
        names=frozenset(
            next(filter(str.isalpha, tokens), "")
            for tokens, meanings in found.items()
            if not _NAMING.isdisjoint(meanings)
        ),
        codes={word: unit for unit, found in table.get("codes", {}).items() for word in found},
        small_doubt=frozenset(table.get("months", {}).get("small_doubt", ())),
        longer={first: _by_second(phrases) for first, phrases in by_first.items()},
        ordinals=frozenset(suffixes.get("ordinal", ())),
        decades=frozenset(suffixes.get("decade", ())),
        counted=frozenset(blocked.get("counted", ())),
        cues=frozenset((*years.get("cues", ()), *years.get("words", ()))),
        goes_on=frozenset(years.get("goes_on", ())),
        never_after=frozenset(years.get("never_after", ())),
        never_before=frozenset(years.get("never_before", ())),
        years=read_year_words(years),
        clocks=read_clock_words(table.get("clock", {})),
        clear_after={
            role: frozenset(table.get(f"{role}s", {}).get("clear_after", ())) for role in ("month", "weekday")
        },
        of_needed=shape.get("of_needed", False),
        decade_first=shape.get("decade_first", False),
        telltale=frozenset(shape.get("telltale", ())),
        telltale_share=shape.get("telltale_share", 2.0),
        own_letters=shape.get("own_letters", ""),
        others_letters=shape.get("others_letters", ""),
        ages_after=frozenset(table.get("ages", {}).get("after", ())),
        glued_units=glued_units(table.get("counted_units", {})),
        definite=table.get("definite", {}).get("units", {}),
        closings=tuple(table.get("definite", {}).get("closings", ())),
        bare_plural=tuple(table.get("plurals", {}).get("bare", (2, 9))),
        future=frozenset(tense.get("future", ())),
        past=frozenset(tense.get("past", ())),
        bare=frozenset(tense.get("bare", ())),
        past_endings=frozenset(tense.get("past_endings", ())),
        future_endings=frozenset(tense.get("future_endings", ())),
        shaped_endings=frozenset(tense.get("shaped_endings", ())),
        no_verbs=frozenset(tense.get("no_verbs", ())),
        noun_openers=frozenset(tense.get("noun_openers", ())),
        ages=tuple(blocked.get("ages", ())),
        article=tuple(edges.get("article", ())),
        day_after=tuple(edges.get("day_after", ())),
        front=tuple(edges.get("front", ())),
        front_dated=tuple(edges.get("front_dated", edges.get("front", ()))),
        cut=tuple(edges.get("cut", ())),
        back=tuple(edges.get("back", ())),
    )


def _by_second(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        if len(phrase[0]) > 1:
            found[phrase[0][1]] = (*found.get(phrase[0][1], ()), phrase)
    return found
