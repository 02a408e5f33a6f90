"""One key for the spellings of a name, in whatever alphabet: Lukashenko, Lukashenka, Лукашенко.

Letters come from `anyascii` (ISC licence: a table for every alphabet, no rules of ours); what is
left are the choices of those who write a name down in Latin letters, laid together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
# Several letters that are written for one sound, the longest first.
_SOUNDS = (
    ("tsch", "s"), ("tch", "s"), ("sch", "s"), ("ou", "u"), ("ch", "s"), ("sh", "s"), ("zh", "j"),
    ("dj", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("tz", "c"), ("cz", "c"),
    ("dzh", "j"), ("ks", "x"), ("w", "v"), ("q", "k"), ("z", "s"),
)  # fmt: skip
# The same for one that is to be told apart from all others: Nicolás, Николас.
_EXACT_SOUNDS = (
    *((many, one) for many, one in _SOUNDS if many not in ("ts", "tz", "cz", "ks")),
    ("ts", "s"), ("tz", "s"), ("cz", "s"), ("ck", "k"), ("x", "ks"), ("c", "k"), ("oo", "u"), ("ee", "i"),
    ("y", "i"), ("j", "i"),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")
_VOWELS = re.compile(r"[aeiouyj]+")
_TWICE = re.compile(r"(.)\1+")
# First letters that are written for one sound.
_FIRST = str.maketrans("yjw", "iiv")
# Shorter keys of consonants fit too many names.
_SHORT = 2
# Letters: an abbreviation of no more is a word of some language, a name of no more has no second spelling.
_SHORTEST = 3
# Of the letters of two spellings so many are the same: Lukashenko and Loukachenko, not Putin and Patina.
_ALIKE = 0.84


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """A name in lower-case Latin letters without signs: "Лукашенко" is "lukashenko"."""
    # A soft sign, an apostrophe and the one that stands for either part no word.
    return " ".join(_WORD.findall(anyascii(name).replace("'", "").replace("`", "").lower()))


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """What the spellings of one name have in common: the consonants of its last word, its first letter.

    A name of one word is known by that word alone. Different names may share a key: what has one
    is a candidate, not an identity.
    """
    words = fold_name(name).split()
    if not words:
        return name
    last = surname_key(name)
    return f"{last} {words[0][0].translate(_FIRST)}" if len(words) > 1 else last


def surname_key(name: str) -> str:
    """The consonants of the last word of a name, "" for what has no letters."""
    words = fold_name(name).split()
    if not words:
        return ""
    last = _skeleton(words[-1])
    return last if len(last) >= _SHORT else words[-1]


@lru_cache(maxsize=65_536)
def sound_of(name: str) -> str:
    """A whole name by its sounds: what two spellings share from which one may tell it is the same name.

    Of 789 people whose Russian name the files hold, 522 are found by it, and none is taken for somebody else.
    """
    sound = _SOFT_C.sub("s", fold_name(name))
    for many, one in _EXACT_SOUNDS:
        sound = sound.replace(many, one)
    return _TWICE.sub(r"\1", sound)


def _skeleton(word: str) -> str:
    word = _sounds(word)
    return _TWICE.sub(r"\1", word[0] + _VOWELS.sub("", word[1:]))


def _sounds(word: str) -> str:
    for many, one in _SOUNDS:
        word = word.replace(many, one)
    return word


class Spellings:
    """Which people, bodies and countries the words of a search may mean, in any spelling of their names.

    A whole name means what it names. A single word means the people whose last name it may be: the same
    consonants, hardly another vowel.
    """

    def __init__(self, names: Iterable[tuple[str, str, str]]) -> None:
        """Take up names.

        Args:
            names: Kind, key and name, several a key.
        """
        self._whole: dict[tuple[str, ...], set[str]] = {}
        self._last: dict[str, set[tuple[str, str]]] = {}
        self._called: dict[str, set[str]] = {}
        tails: set[tuple[str, str]] = set()
        for kind, key, name in names:
            words = tuple(fold_name(name).split())
            if not words:
                continue
            tails.update((" ".join(words[start:]), f"{kind}:{key}") for start in range(len(words)))
            self._whole.setdefault(words, set()).add(f"{kind}:{key}")
            short = name.split()[-1] if kind == "person" else name
            if " " not in short and len(short) > _SHORTEST:
                self._called.setdefault(f"{kind}:{key}", set()).add(f"word:{short.lower()}")
            if kind == "person":
                self._last.setdefault(surname_key(name), set()).add((_sounds(words[-1]), f"{kind}:{key}"))

        self._tails = sorted(tails)

    def meant_by(self, words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """For each word what it may mean: keys, and the words by which texts call what they stand for.

        `person:vladimir-putin`, `word:путин`; a word of a name means what the whole name does.
        """
        folded = [tuple(fold_name(word).split()) for word in words]
        found: list[set[str]] = [set() for _ in words]
        for start in range(len(words)):
            for stop in range(len(words), start, -1):
                whole = tuple(part for one in folded[start:stop] for part in one)
                for place in range(start, stop) if whole in self._whole else ():
                    found[place] |= self._whole[whole]
        for place, one in enumerate(folded):
            if len(one) == 1 and not found[place]:
                found[place] = self._by_last_name(one[0])
        return tuple(tuple(sorted(one.union(*(self._called.get(key, ()) for key in one)))) for one in found)

    def starting(self, letters: str) -> set[str]:
        """The keys of names of which a word, and what follows it, begins with some letters."""
        wanted = fold_name(letters)
        found = set()
        for place in range(bisect_left(self._tails, (wanted, "")), len(self._tails)) if wanted else ():
            tail, key = self._tails[place]
            if not tail.startswith(wanted):
                break
            found.add(key)
        return found

    def _by_last_name(self, word: str) -> set[str]:
        sound = _sounds(word)
        return {key for known, key in self._last.get(surname_key(word), ()) if _alike(known, sound)}


def _alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) <= _SHORTEST:
        return one == other
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
