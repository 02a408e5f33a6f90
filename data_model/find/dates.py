"""Date wordings of a text: where they stand and what each says by itself.

No anchor is needed here: "8 June" stays without a year, "yesterday" stays a step back. What they
mean is settled in `resolve/dates.py` once it is known when the text was written.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from data_model.find.date_atoms import Atoms, read_atoms
from data_model.find.date_clocks import read_clock, read_zone
from data_model.find.date_foreign import find_foreign
from data_model.find.date_grammar import Wording, next_start
from data_model.find.date_joins import read_joined
from data_model.find.date_match import Blocked
from data_model.find.date_odd import find_odd_figures
from data_model.find.date_orders import read_order, settle_order
from data_model.find.date_parts import DatePart, read_parts
from data_model.find.date_readings import (
    Absolute,
    Direction,
    Duration,
    Hour,
    Reading,
    Repeated,
    Yearless,
)
from data_model.find.date_spoken import join_spoken
from data_model.find.foreign_days import ForeignDate
from data_model.knowledge.date_words import DateWords, date_languages, load_date_words

# What tells of time but of no day by itself.
_SILENT = (Hour, Repeated, Direction)
_OFFSETS = "AZBFN"
_MACHINES = "en"  # the language computers print months in
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of the text that speak of time.

    Attributes:
        start: Offset of the first character.
        stop: Offset behind the last character.
        text: `document.text[start:stop]`.
        reading: What they say by themselves.
        bound: since · until · before · after · by when the word in front makes it a bound, "" otherwise.
        language: The language whose words were used.
        clock: The time of day: `10:30`, or `MO`, `AF`, `EV`, `NI` for a part of it.
        zone: The zone of that time as the text has it: "GMT", "Moscow time", «мск»; "" when not said.
        parts: The ends of a range or the members of a list; empty for anything else.
    """

    start: int
    stop: int
    text: str
    reading: Reading
    bound: str = ""
    language: str = ""
    clock: str = ""
    parts: tuple[DatePart, ...] = ()
    zone: str = ""


def find_dates(text: str, language: str) -> tuple[DateMention, ...]:
    """Every wording of a text that may tell when something happened, in order.

    Args:
        text: The text.
        language: ISO 639-1 of the text; in one without a file of date words dateparser reads the days.
    """
    return tuple(one for one in find_expressions(text, language) if not isinstance(one.reading, _SILENT))


def find_expressions(text: str, language: str) -> tuple[DateMention, ...]:
    """Every expression of time, longest first where they overlap, in order; sets and hours included.

    Full dates in the words of another language ("1 июня 2023" on an English page) are found too.

    Args:
        text: The text.
        language: ISO 639-1 of the text; in one without a file of date words dateparser reads the days.
    """
    found: list[DateMention] = []
    if language not in date_languages():
        found += [_made(text, one, language) for one in find_foreign(text, language)]
    _add(found, (_made(text, one, language) for one in find_odd_figures(text, _months(language))))
    _add(found, _in_language(text, language))
    for other in date_languages() if _has_foreign_letters(text) else ():
        if other != language and _has_names(text, load_date_words(other)):
            _add(found, (one for one in _in_language(text, other) if _is_guest(one)))
    order = read_order(text)
    settled = (replace(one, reading=settle_order(one.text, one.reading, order)) for one in found)
    return tuple(sorted(settled if order else found, key=lambda mention: mention.start))


def _in_language(text: str, language: str) -> Iterator[DateMention]:
    atoms = join_spoken(read_atoms(text, load_date_words(language)))
    position: int | None = 0
    while position is not None and (position := next_start(atoms.code, position)) is not None:
        found = read_joined(atoms, position)
        if found is None:
            position += 1
            continue
        if not isinstance(found.reading, Blocked):
            yield _mention(atoms, position, found, found.reading)
        position = found.stop


def _mention(atoms: Atoms, first: int, found: Wording, reading: Reading) -> DateMention:
    stop = found.stop
    if isinstance(reading, Duration) and atoms.code[stop - 1] in _OFFSETS:
        stop -= 1  # "two days before the summit" tells of two days
    start, end = atoms.atoms[first].start, atoms.atoms[stop - 1].stop
    bound, about = _in_front(atoms, first)
    bound = found.bound or bound
    if about and isinstance(reading, Absolute | Yearless) and not reading.lasting:
        reading = replace(reading, approximate=True)
    clock, parts = read_clock(atoms, first, stop), read_parts(atoms, first, stop, found.joins)
    zone, language = read_zone(atoms, first, stop) if clock else "", atoms.words.language
    return DateMention(start, end, atoms.text[start:end], reading, bound, language, clock, parts, zone)


def _in_front(atoms: Atoms, position: int) -> tuple[str, bool]:
    """The bound set by the words in front, and whether they say "about"."""
    bound, about = "", False
    for atom in reversed(atoms.atoms[max(position - 3, 0) : position]):
        if atom.meanings is None or atom.letter not in "LIBlTfga":
            break
        about = about or atom.letter == "a"
        bound = bound or next(
            (word.name for word in atom.meanings.values() if word.role in ("at", "from", "to")), ""
        )
    return bound, about


def _has_foreign_letters(text: str) -> bool:
    """Whether any letter is not of ASCII: a text without one has no guests worth looking for."""
    return any(one.isalpha() and not one.isascii() for one in set(text))


def _has_names(text: str, words: DateWords) -> bool:
    """Whether a text has a word that can name a month or a holiday in another language."""
    return not words.names.isdisjoint(_WORD.findall(words.folded(text)))


def _is_guest(mention: DateMention) -> bool:
    """Whether a wording of another language is sure enough to count: it names month and year."""
    named = any(letter.isalpha() for letter in mention.text)
    return (
        isinstance(mention.reading, Absolute)
        and named
        and mention.reading.precision in ("day", "range", "month")
    )


def _add(found: list[DateMention], others: Iterable[DateMention]) -> None:
    """Add the wordings that overlap none found before."""
    taken = sorted((mention.start, mention.stop) for mention in found)
    # None of those overlaps another: only the last that begins in front can reach into a new one.
    found += [
        one for one in others if not (at := bisect_left(taken, (one.stop,))) or taken[at - 1][1] <= one.start
    ]


def _made(text: str, one: ForeignDate, language: str) -> DateMention:
    return DateMention(one.start, one.stop, text[one.start : one.stop], one.reading, one.bound, language)


@lru_cache(maxsize=32)
def _months(language: str) -> Mapping[str, int]:
    """The months by their names, those of English too: figures of a machine have them in any language."""
    return {
        word: meanings["month"].number
        for one in dict.fromkeys((_MACHINES, language))
        for word, meanings in load_date_words(one).alone.items()
        if "month" in meanings
    }
