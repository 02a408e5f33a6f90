"""Text as the gazetteer sees it: lower case, Cyrillic words as lemmas, every place traceable.

No string matcher knows that "в Москве" speaks of "Москва"; lemmas do (pymorphy3, MIT). Latin
text is only lower-cased, so offsets stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_CYRILLIC_WORD = re.compile(r"[А-Яа-яЁёІіЎў]+")
# Marks and letters that are written in two ways: apostrophes, hyphens that break no line, ё.
_PLAIN = (("’", "'"), ("‑", "-"), ("‐", "-"), ("ё", "е"))
# Fewer letters than this (a date line, a name in brackets) do not make a text worth analysing.
_ENOUGH = 15
# Latin letters that are no letter plus accent, as news agencies without them write them.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "ı": "i",
        "ß": "ss",
        "ə": "a",
        "æ": "ae",
    }
    | {"þ": "th", "Þ": "Th", "ʻ": ""}
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, the offset in the original.

    `origin` has one more entry than the text, so that `origin[stop]` is always defined.
    """

    text: str
    origin: tuple[int, ...] | None

    def back(self, start: int, stop: int) -> tuple[int, int]:
        """Offsets in the original text."""
        if self.origin is None:
            return start, stop
        return self.origin[start], self.origin[stop]


def fold(text: str, *, lemmas: bool) -> Folded:
    """Lower-case the text and, if asked, put its Cyrillic words into their dictionary form."""
    if text.isascii():
        return Folded(text.lower(), None)
    # Only the dotted capital I changes length in lower case.
    low = text.replace("İ", "I").lower()
    for one, other in _PLAIN:
        low = low.replace(one, other)
    if not lemmas or not _CYRILLIC_WORD.search(low):
        return Folded(low, None)
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    for word in _CYRILLIC_WORD.finditer(low):
        lemma = lemma_of(word.group())
        pieces += (low[last : word.start()], lemma)
        origin.extend(range(last, word.start()))
        # Inside a lemma only its ends can be mapped: matches begin and end at words.
        origin.extend([word.start()] * len(lemma))
        last = word.end()
    pieces.append(low[last:])
    origin.extend(range(last, len(low) + 1))
    return Folded("".join(pieces), tuple(origin))


@lru_cache(maxsize=65536)
def lemma_of(word: str) -> str:
    """The dictionary form of a Russian word, lower case."""
    # Of two readings as likely a place is meant: «в Астану», not to somebody called Астан.
    best = max(_morphology().parse(word), key=lambda one: (one.score, "Geox" in one.tag))
    lemma: str = best.normal_form
    return lemma.replace("ё", "е")


@lru_cache(maxsize=16384)
def grammar_of(word: str) -> frozenset[str]:
    """The grammatical marks of the likeliest reading (OpenCorpora: VERB, past, futr, plur …)."""
    return frozenset(str(_morphology().parse(word)[0].tag).replace(" ", ",").split(","))


def is_untold(words: str) -> bool:
    """Whether Russian words have a verb of the present or the future and none of the past."""
    return not _has(words, "past") and (_has(words, "pres") or _has(words, "futr"))


def is_ahead(words: str) -> bool:
    """Whether Russian words have a verb of the future and none of the past."""
    return _has(words, "futr") and not _has(words, "past")


def leads_ahead(words: str) -> bool:
    """Whether the first tensed verb of Russian words is one of the future."""
    told = (grammar_of(word) for word in _CYRILLIC_WORD.findall(words.lower()))
    return next(
        ("futr" in one for one in told if "VERB" in one and not one.isdisjoint({"futr", "past"})), False
    )


def _has(words: str, mark: str) -> bool:
    return any(mark in grammar_of(word) for word in _CYRILLIC_WORD.findall(words.lower()))


@lru_cache(maxsize=16384)
def is_form_of(word: str, name: str) -> bool:
    """Whether a Russian word can be a form of a name: «Тома» is none of «Того», though lemmas meet."""
    word, name = word.lower(), name.lower()
    same = {word.replace("ё", "е"), *(one.normal_form.replace("ё", "е") for one in _morphology().parse(word))}
    return name.replace("ё", "е") in same


@lru_cache(maxsize=16384)
def cases_of(word: str, mark: str) -> frozenset[str]:
    """The cases a Russian word may stand in as a given name ("Name") or a place ("Geox")."""
    parses = _morphology().parse(word.lower())
    return frozenset(str(one.tag.case) for one in parses if mark in one.tag and one.tag.case)


@lru_cache(maxsize=4096)
def is_personal(word: str) -> bool:
    """Whether a Russian word may be somebody's name: the dictionary says so, or does not know it."""
    morphology = _morphology()
    low = word.lower()
    if not morphology.word_is_known(low):
        return True
    return any({"Name", "Surn", "Patr"}.intersection(one.tag.grammemes) for one in morphology.parse(low))


@lru_cache(maxsize=4096)
def is_place(word: str) -> bool:
    """Whether the dictionary has the word, hyphens and all, as a place: «Нью-Джерси»."""
    morphology = _morphology()
    return bool(morphology.word_is_known(word.lower())) and bool(cases_of(word, "Geox"))


class Form(NamedTuple):
    """What a word may be by its form, in the terms of OpenCorpora: NOUN, loct, femn."""

    part: str
    case: str
    gender: str
    plural: bool
    animate: bool


@lru_cache(maxsize=4096)
def forms_of(word: str) -> tuple[Form, ...]:
    """What a Russian word may be, the likeliest first; "my" and "that" are left out."""
    parses = _morphology().parse(word.lower())
    return tuple(
        Form(
            str(one.tag.POS or ""),
            str(one.tag.case or ""),
            str(one.tag.gender or ""),
            one.tag.number == "plur",
            one.tag.animacy == "anim",
        )
        for one in parses
        if "Apro" not in one.tag
    )


def is_in_genitive(name: str) -> bool:
    """Whether a Russian name is in the genitive and hardly in the nominative, by any of its words."""
    cases = [{form.case for form in forms_of(word)} for word in name.split()]
    return any("gent" in one and "nomn" not in one for one in cases)


def is_free_genitive(words: Sequence[str]) -> bool:
    """Whether the last word may be a genitive that no preposition or noun in front of it asks for."""
    *before, noun = (forms_of(word) for word in words[-3:])
    leads = any(form.part == "PREP" for forms in before for form in forms[:1])
    owned = bool(before and before[-1]) and before[-1][0].part == "NOUN"
    return not leads and not owned and any(form.case in ("gent", "gen2") for form in noun)


@lru_cache(maxsize=1)
def _morphology():  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library ships no types
    # Loaded on first use: it takes longer than everything an English text needs.
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def without_accents(text: str) -> str:
    """Latin letters without their accents; Cyrillic stays as it is ("й" is no "и")."""
    if text.isascii() or _CYRILLIC_WORD.search(text):
        return text
    parts = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def has_cyrillic(text: str) -> bool:
    """Whether enough of the text is Cyrillic to be worth lemmas."""
    count = 0
    for word in _CYRILLIC_WORD.finditer(text):
        count += len(word.group())
        if count >= _ENOUGH:
            return True
    return False
