"""One key for the spellings of a name, in whatever alphabet: Lukashenko, Lukashenka, Лукашенко.

Letters come from `anyascii` (ISC licence: a table for every alphabet, no rules of ours); what is
left are the choices of those who write a name down in Latin letters, laid together.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
# Several letters that are written for one sound, the longest first.
_SOUNDS = (
    ("tsch", "s"), ("tch", "s"), ("sch", "s"), ("ou", "u"), ("ch", "s"), ("sh", "s"), ("zh", "j"),
    ("dj", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ts", "c"), ("tz", "c"), ("cz", "c"),
    ("dzh", "j"), ("ks", "x"), ("w", "v"), ("q", "k"), ("z", "s"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouyj]+")
_TWICE = re.compile(r"(.)\1+")
# First letters that are written for one sound.
_FIRST = str.maketrans("yjw", "iiv")
# Shorter keys of consonants fit too many names.
_SHORT = 2


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


def _skeleton(word: str) -> str:
    for many, one in _SOUNDS:
        word = word.replace(many, one)
    return _TWICE.sub(r"\1", word[0] + _VOWELS.sub("", word[1:]))
