"""Text to atoms: every word, number and sign becomes one letter a grammar can match.

The letters are the alphabet of `find/date_grammar.py`. What no date is made of becomes a break, `_`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data_model import days as ds
from data_model.days import Days
from data_model.find import date_figures
from data_model.find.date_figures import LAST_DAY
from data_model.find.date_printed import PRINTED, SHAPES, full_year, printed_days
from data_model.find.printed_clocks import find_clock_end
from data_model.knowledge.date_meanings import WordMeaning
from data_model.knowledge.date_words import DateWords, Phrase

# One role, one letter; two roles of one word have a letter of their own.
LETTERS: Mapping[frozenset[str], str] = {
    frozenset(roles.split("+")): letter
    for roles, letter in {
        "month": "M", "weekday": "W", "season": "S", "unit": "U", "number": "n", "ordinal": "O",
        "decade": "c", "turn": "R", "offset": "A", "ahead": "F", "part": "E", "day_word": "K", "vague": "V",
        "behind": "r", "age": "J", "day_part": "p", "clock": "z", "blocked": "_", "every": "e", "at": "L",
        "from": "f", "to": "T", "and": "&", "of": "g", "about": "a",
        "at+ahead": "I", "offset+part": "Z", "at+offset": "B", "turn+vague": "v", "at+turn": "l",
        "offset+ahead": "N", "turn+behind": "j", "era": "X", "repeated": "u", "holiday": "q", "for": "P",
        "direction": "k", "turn+direction": "R", "for+number": "P", "filler": "%", "half": "5", "loose": "6",
        "open_end": "=", "opening": "~", "fiscal": "9", "fiscal+blocked": "9", "at+opening": "L",
    }.items()
}  # fmt: skip
# Units with a grammar of their own.
_UNIT_LETTERS = {"year": "Y", "quarter": "Q", "half": "H", "decade": "D", "century": "C"}
_SIGNS = {
    ",": ",",
    "-": "h",
    "\u2010": "h",
    "\u2011": "h",
    "\u2013": "h",
    "\u2014": "h",
    "\u2212": "h",
    "/": "/",
    "(": "<",
    ")": ">",
}
_SHAPES = re.compile(
    rf"""
    (?P<word>[^\W\d_]+)
    |{SHAPES}
    |(?P<short>(?<![\w'\u2019])['\u2019]\d\d(?![\w'\u2019]))
    |(?P<clock>(?<![\d:.])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]))
    |(?P<count>(?<![\d.,])\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?!\d))
    |(?P<half>(?<![\d/])1/2(?![\d/]))
    |(?P<number>\d+(?:[.,]\d{{1,3}}(?!\d))*)
    |(?P<line>\n\s*)
    |(?P<sign>\S)
    """,
    re.VERBOSE,
)
_GLUED = re.compile(r"[-\u2011'\u2019]?[^\W\d_]+")
_TOKEN_AHEAD = re.compile(r"[ \u00a0\n\t]{0,3}([^\W\d_]+|\d+|\S)")
_CODED = re.compile(r"[ \u00a0]?(\d{4}|\d\d?)(?![\w/-])")
_ROMAN = re.compile(r"[IVX\u0425]{1,5}")  # U+0425 is the Cyrillic letter that looks like X
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "\u0425": 10}
_MONEY = frozenset("$€£₽¥#№+@~=§")
_WRAPPED = 45  # a line shorter than this was not broken by a wrapping editor but ended on purpose
_TRANSPARENT = frozenset(".-\u2011\u2013")  # signs through which the word before a number is still seen


class Atom(NamedTuple):
    """One letter of the code and what stands behind it."""

    letter: str
    start: int
    stop: int
    number: int = 0
    meanings: Mapping[str, WordMeaning] | None = None
    days: Days = ds.NEVER


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a text; `code` has one letter for each."""

    text: str
    code: str
    atoms: tuple[Atom, ...]
    words: DateWords


_BREAK = Atom("_", 0, 0)


def read_atoms(text: str, words: DateWords) -> Atoms:
    """Turn a text into atoms."""
    found = tuple(_each_atom(text, words.folded(text), words))
    return Atoms(text, "".join(one.letter for one in found), found, words)


def _each_atom(text: str, low: str, words: DateWords) -> Iterator[Atom]:
    position, line_start, before = 0, 0, ""
    known, broken = words.phrases, False
    while (match := _SHAPES.search(text, position)) is not None:
        kind, start, position = match.lastgroup, match.start(), match.end()
        if kind == "word":
            lead, before = before, low[start:position]
            if before not in known and text[start] not in _ROMAN_VALUES and before not in words.codes:
                atom = _BREAK  # most words of a text: nothing more is asked of them
            else:
                named, position = _word_atom(text, low, start, position, words)
                atom = _cleared(named, lead, low, words)
        elif kind == "line":
            ends = start - line_start < _WRAPPED or match[0].count("\n") > 1
            line_start = position
            if not ends:
                continue
            atom = _BREAK
        elif kind == "number":
            atom = _number_atom(text, low, start, position, words, before)
            position, before = max(position, atom.stop), ""
        elif kind == "sign":
            atom, position = _sign_atom(match[0], low, start, position, words)
            before = before if match[0] in _TRANSPARENT else match[0]
        else:
            atom = _shape_atom(kind or "", match[0], start, position, words)
        if atom is not _BREAK or not broken:  # one break says as much as ten
            yield atom
        broken = atom is _BREAK


def _cleared(atom: Atom, before: str, low: str, words: DateWords) -> Atom:
    """An ambiguous name behind a word, or words, that make it a date: "in May", "planned for May"."""
    role = {"w": "weekday", "m": "month"}.get(atom.letter)
    lead = " ".join(low[max(0, atom.start - _WRAPPED) : atom.start].split()[-2:])
    if role is None or words.clear_after[role].isdisjoint((before, lead)):
        return atom
    short = atom.meanings and atom.meanings[role].name == "short"
    return atom if short else atom._replace(letter=atom.letter.upper())


def _shape_atom(kind: str, wording: str, start: int, stop: int, words: DateWords) -> Atom:
    if kind in ("clock", "half"):
        return Atom("t" if kind == "clock" else "5", start, stop)
    if kind == "short":
        return Atom("y", start, stop, number=full_year(int(wording[1:])))
    days = printed_days(wording, kind, words) if kind in PRINTED else ds.NEVER
    return Atom("i" if days else "x", start, stop, days=days)


def _word_atom(text: str, low: str, start: int, stop: int, words: DateWords) -> tuple[Atom, int]:
    code = words.codes.get(low[start:stop]) if text[start].isupper() else None
    if code and (figures := _CODED.match(text, stop)):
        meant = {"code": WordMeaning("code", name=code)}
        return Atom("@", start, figures.end(), number=int(figures[1]), meanings=meant), figures.end()
    for tokens, meanings in _phrases_at(low, start, stop, words):
        end = _phrase_end(low, start, tokens)
        if end and (letter := _letter_of(text[start:end], meanings, words)):
            return Atom(letter, start, end, meanings=meanings), end
    if figures := _ROMAN.match(text, start, stop):
        ending = _GLUED.match(low, figures.end())
        if ending and ending[0].lstrip("-\u2011") in words.ordinals:
            return Atom("O", start, ending.end(), number=_roman(figures[0])), ending.end()
        if figures.end() == stop:
            return Atom("O", start, stop, number=_roman(figures[0])), stop
    return _BREAK, stop


def _phrases_at(low: str, start: int, stop: int, words: DateWords) -> Iterator[Phrase]:
    """The phrases that may begin with this word, by the word behind it."""
    word = low[start:stop]
    longer = words.longer.get(word)
    if longer and (ahead := _TOKEN_AHEAD.match(low, stop)):
        yield from longer.get(ahead[1], ())
    if (alone := words.alone.get(word)) is not None:
        yield (word,), alone


def _phrase_end(low: str, start: int, tokens: tuple[str, ...]) -> int:
    """Where a phrase ends if the text continues with its words, else 0."""
    position = start
    for index, token in enumerate(tokens):
        if index:
            position += _gap(low, position)
        if not low.startswith(token, position):
            return 0
        position += len(token)
    after = low[position : position + 1]
    return 0 if after.isalnum() and tokens[-1][-1].isalnum() else position


def _gap(low: str, position: int) -> int:
    gap = 0
    while gap < 3 and low[position + gap : position + gap + 1] in (" ", "\u00a0", "\n", "\t"):  # noqa: PLR2004
        gap += 1
    return gap


def _letter_of(wording: str, meanings: Mapping[str, WordMeaning], words: DateWords) -> str:
    """The letter of a word; "" when its writing shows that it is no date word."""
    letter = LETTERS.get(frozenset(meanings)) or LETTERS[frozenset((next(iter(meanings)),))]
    capital = wording[:1].isupper()
    if letter in "MW":
        meaning = meanings["month" if letter == "M" else "weekday"]
        if words.capital and not capital:
            return _small_letter(letter, wording, meaning, words)
        if meaning.name == "adjectives" and capital:
            return ""
        doubtful = not meaning.clear and (
            words.capital or capital or letter == "W" or meaning.name == "short"
        )
        if doubtful:
            return ("b" if meaning.name == "short" else "m") if letter == "M" else "w"
    name = {"q": "holiday", "X": "era"}.get(letter)
    if (
        name
        and not capital
        and (not meanings[name].clear or (words.capital and meanings[name].name == "ours"))
    ):
        return ""  # "a service of thanksgiving", «новый год», "an ad"
    if letter == "S" and (not meanings["season"].clear or (words.capital and capital)):
        return "s"
    if letter != "U":
        return letter
    return "G" if meanings["unit"].low else _UNIT_LETTERS.get(meanings["unit"].name, "U")


def _small_letter(letter: str, wording: str, meaning: WordMeaning, words: DateWords) -> str:
    """The letter of a month or weekday in small letters where capitals are the rule: "on monday"."""
    if letter == "W":
        return "W" if meaning.clear else ""  # "sat", "sun"
    return "M" if meaning.clear and wording not in words.small_doubt else "b"


def _roman(figures: str) -> int:
    values = [_ROMAN_VALUES[figure] for figure in figures]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _sign_atom(sign: str, low: str, start: int, stop: int, words: DateWords) -> tuple[Atom, int]:
    if sign not in words.phrases:
        letter = _SIGNS.get(sign)
        return (Atom(letter, start, stop) if letter else _BREAK), stop
    for tokens, meanings in words.phrases[sign]:
        if end := _phrase_end(low, start, tokens):
            return Atom(LETTERS[frozenset((next(iter(meanings)),))], start, end, meanings=meanings), end
    return Atom(_SIGNS.get(sign, "_"), start, stop), stop


def _number_atom(text: str, low: str, start: int, stop: int, words: DateWords, before: str) -> Atom:
    """A number is a day, a year, a count, an ordinal, a decade; `x` when it is none of them."""
    figures = text[start:stop]
    left = text[start - 1 : start]
    lone = Atom("x", start, stop)
    joined = left in ("-", "\u2011", "/") and text[start - 2 : start - 1].isalpha()
    named = joined and not date_figures.opens_date(before, words)
    if named and left != "/" and date_figures.is_edition(text, start, stop, before, words):
        return Atom("y", start, stop, number=int(figures), meanings={})
    if not figures.isascii() or _is_paid(text, start) or left.isalpha() or named:
        return lone
    if end := find_clock_end(low, start, words, before):
        return Atom("t", start, end)
    if not figures.isdigit():
        return lone
    number = int(figures[:9])
    glued = _GLUED.match(low, stop)
    if glued:
        atom = _suffixed(low, glued[0], start, glued.end(), words)
        if atom is not None:
            return atom
        if glued[0][0].isalpha() and not date_figures.is_year_word(glued[0], words):
            return lone._replace(stop=glued.end())
    return lone._replace(
        letter=date_figures.figure_letter(text, low, start, stop, words, before), number=number
    )


def _is_paid(text: str, start: int) -> bool:
    """Whether a sign of money or the like stands before a number: "$15", "$ 15"."""
    return text[max(start - 2, 0) : start].strip()[-1:] in _MONEY


def _suffixed(low: str, glued: str, start: int, stop: int, words: DateWords) -> Atom | None:
    figures, letters = low[start : stop - len(glued)], glued.lstrip("-\u2011")
    number = int(figures[:9])
    year_like = len(figures) == 4  # noqa: PLR2004
    decade = letters in words.decades and number % 10 == 0 and (year_like or 20 <= number <= 90)  # noqa: PLR2004
    # Where one ending serves the twentieth and the twenties, the grammar decides by the year word.
    decade = decade and (year_like or number > LAST_DAY or letters not in words.ordinals)
    if decade or (letters in words.ordinals and glued[0] not in "'\u2019"):
        letter = date_figures.suffixed_letter(low, start, stop, letters, words, decade=decade)
        return Atom(letter, start, stop, number=number, meanings=None if decade else {})
    if unit := words.glued_units.get(letters):
        length = WordMeaning("unit", low=number, high=number, name=unit)
        return Atom("G", start, stop, meanings={"unit": length})
    return None
