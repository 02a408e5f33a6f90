"""Russian personal names in their cases and spellings: no dictionary knows "Токаевым", so endings tell it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from data_model.knowledge.files import read_file
from data_model.knowledge.folding import forms_of, lemma_of

CASES = 4
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


def decline_name(name: str) -> tuple[str, ...]:
    """The oblique cases of a full name, all its words in the same case, without repetitions."""
    words = [_decline(word) for word in name.split()]
    return tuple(dict.fromkeys(" ".join(word[case] for word in words) for case in range(CASES)))


def _decline(word: str) -> tuple[str, ...]:
    """One word in its four oblique cases; a double name changes in its last part only."""
    first, hyphen, last = word.rpartition("-")
    for ends, cut, endings in _declensions():
        if last.endswith(ends):
            stem = last[: len(last) - cut]
            return tuple(f"{first}{hyphen}{stem}{ending}" for ending in endings)
    return (word,) * CASES


def spell_patronymic(name: str) -> tuple[str, ...]:
    """A patronymic in Latin letters and the other ways to spell it: Sergeyevich, Sergeevich."""
    forms = [name]
    for plain, other in _tables()["patronymics"]["spellings"]:
        forms += [form.replace(plain, other) for form in forms if plain in form]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=1)
def _declensions() -> tuple[tuple[tuple[str, ...], int, tuple[str, ...]], ...]:
    tables = _tables()["declension"]
    return tuple((tuple(one["ends"]), one["cut"], tuple(one["endings"])) for one in tables)


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return read_file("russian_names.toml")


@lru_cache(maxsize=4096)
def in_nominative(name: str) -> str:
    """A Russian name as it is called, where its given name stands in another case: «Рубеном Рубиняном»."""
    first, _, rest = name.partition(" ")
    cases = {form.case for form in forms_of(first)}
    if not rest or not _CYRILLIC.match(first) or "nomn" in cases or not cases:
        return name
    return " ".join(
        "-".join(part.capitalize() for part in lemma_of(word.lower()).split("-")) for word in name.split()
    )


def in_latin(name: str) -> str:
    """A name in Latin letters, letter by letter; what is Latin already stays."""
    return name.translate(_latin())


@lru_cache(maxsize=1)
def _latin() -> dict[int, str]:
    letters: dict[str, str] = _tables()["latin"]
    return str.maketrans(letters | {small.upper(): latin.capitalize() for small, latin in letters.items()})
