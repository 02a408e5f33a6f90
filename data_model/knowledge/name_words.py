"""name_words.toml: the small words around and inside a person's name, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from data_model.knowledge.files import read_file

_WORD = r"[A-ZÀ-ÞА-ЯЁ][\w'’]*[a-zß-ÿа-яё][\w'’-]*"
_NEXT = r"[A-ZÀ-ÞА-ЯЁ][\w'’-]+"
# "N.", "Th.": the full stop does not end the name.
_INITIAL = r"(?:[A-ZА-ЯЁ]|[A-Z]h|St|Y[aeu])\.(?=\s)"


@dataclass(frozen=True, slots=True)
class NameWords:
    """Patterns of names nobody registered.

    Attributes:
        name: Capitalised words with initials and particles: "Adamantios Th. Vassilakis".
        courtesy: Titles before a name, or nothing.
        titled: At least one title, and the blank behind it.
        goes_on: A particle and the word it leads to: what stands before is no whole name.
        apposition: What stands between a name and the office behind it: ", the new", " (", or nothing.
        anybody: What stands in front of an office that is said of anybody who holds it: "the last ".
        filial: A word for "son of": what stands before is a given name, though it be "Sultan".
    """

    name: re.Pattern[str]
    courtesy: str
    titled: re.Pattern[str]
    goes_on: re.Pattern[str]
    apposition: re.Pattern[str]
    anybody: re.Pattern[str]
    filial: re.Pattern[str]


@lru_cache
def load_name_words() -> NameWords:
    """The patterns made of name_words.toml."""
    table = read_file("name_words.toml")
    former = {word for prose in read_file("sentences.toml").values() for word in prose.get("former", ())}
    title = rf"(?:(?:{_any(table['courtesy'])})(?!\w)\.?[ \t]+)"
    particle = rf"(?:(?:{_any(table['particles'])})[ \t-])"
    return NameWords(
        name=re.compile(rf"(?:{_INITIAL}|{_WORD})(?:[^\S\n]+{particle}{{0,2}}(?:{_INITIAL}|{_NEXT})){{1,6}}"),
        courtesy=f"{title}*",
        titled=re.compile(rf"\b{title}+"),
        goes_on=re.compile(rf"[ \t]+{particle}{{1,2}}{_NEXT}"),
        apposition=re.compile(rf"\s*,\s*(?:(?:{_any(table['appositions'])})\s+)*$|\s+\(\s*$|\s*\[\s*$|"),
        anybody=re.compile(rf"(?<!\w)(?:{_any([*table['anybody'], *former])})\s+$", re.IGNORECASE),
        filial=re.compile(rf"[ \t]+(?:{_any(table['filial'])})[ \t]"),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
