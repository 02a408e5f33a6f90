"""Russian personal names in their cases and spellings: no dictionary knows "Токаевым", so endings tell it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from data_model.knowledge.files import read_file
from data_model.knowledge.folding import cases_of, forms_of, lemma_of

CASES = 4
# The cases of the declensions in the terms of OpenCorpora; of a man the accusative is the genitive. The
# prepositional is left out: too many names end alike in it.
_CASE = {"gent": 0, "gen2": 0, "accs": 0, "datv": 1, "ablt": 2}
_OF_WOMEN, _SOFT = ("а", "я"), ("ь", "а", "е", "и", "о", "у")
# With one of these a name may end that does not change; with one of those it is known that it did.
_UNCHANGED = ("у", "ю", "и", "ы", "е", "о")
_SURNAMES = ("ов", "ев", "ёв", "ин", "ын", "ян", "ич", "ский", "цкий")
_PARTICLE = 3  # letters: «да», «фон», «бин» stay as they are
_OF_MEN = ("ского", "цкого", "скому", "цкому", "ским", "цким", "овым", "евым", "ёвым", "иным", "ыным")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


def decline_name(name: str) -> tuple[str, ...]:
    """The oblique cases of a full name, all its words in the same case, without repetitions."""
    return tuple(dict.fromkeys(_in_case(name, case) for case in range(CASES)))


def _in_case(name: str, case: int) -> str:
    return " ".join(_decline(word)[case] for word in name.split())


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
def in_nominative(name: str, *, man: bool = False) -> str:
    """A Russian name as it is called, where its given name stands in another case: «Рубеном Рубиняном».

    What does not change stays as it is: «Николасом Мадуро» is «Николас Мадуро». A name that may be a woman's
    as it stands is hers, unless it is known to be a `man`'s: «Александра Ефимова».
    """
    first, _, rest = name.partition(" ")
    forms = [form for form in forms_of(first) if not form.plural]
    if not rest or not _CYRILLIC.match(first):
        return name
    # «Станислава» is a woman, but «Станислава Карчевского» is none.
    called = any(form.case == "nomn" for form in forms)
    if called and not man and not rest.endswith(_OF_MEN):
        return name
    forms = [form for form in forms if form.case != "nomn" and not (called and form.gender == "femn")]
    given = "" if "-" in first else lemma_of(first.lower()).capitalize()
    for form in forms:
        case, woman = _CASE.get(form.case), form.gender == "femn"
        if case is None:
            return name
        words = [_restored(word, case, woman=woman) for word in name.split()]
        if "" in words[1:]:
            continue
        # A given name the dictionary has is called as it says.
        firsts = [given] if given and cases_of(first, "Name") else [given or words[0], words[0]]
        # All words must stand in that case, or not change in it.
        for found in (" ".join([one, *words[1:]]) for one in firsts):
            if _in_case(found, case).replace("ё", "е") == name.replace("ё", "е"):
                return found
    return name


def _restored(word: str, case: int, *, woman: bool) -> str:
    """A word of a name by its form in one of the oblique cases, one that has no such form as it stands.

    "" for one that may as well be a name that does not change: «Шойгу» beside «Гайдуку».
    """
    first, hyphen, last = word.rpartition("-")
    found: list[tuple[bool, int, int, str]] = []
    for ends, cut, endings in _declensions() if len(last) > _PARTICLE else ():
        stem = last.removesuffix(endings[case])
        for end in ends if stem != last else ():
            whole = f"{stem}{end[len(end) - cut :]}"
            if whole.endswith(end) and not (cut and stem.endswith(_SOFT)):
                found.append((end.endswith(_OF_WOMEN) == woman, len(end) - cut, -len(found), whole))
    # The ending that more of the name bears out: «Лапиным» is of «Лапин», not of «Лапиный».
    whole = max(found, default=(False, 0, 0, last))[-1]
    unsure = whole != last and last.endswith(_UNCHANGED) and not whole.endswith(_SURNAMES)
    return "" if unsure else f"{first}{hyphen}{whole}"


def in_latin(name: str) -> str:
    """A name in Latin letters, letter by letter; what is Latin already stays."""
    return name.translate(_latin())


@lru_cache(maxsize=1)
def _latin() -> dict[int, str]:
    letters: dict[str, str] = _tables()["latin"]
    return str.maketrans(letters | {small.upper(): latin.capitalize() for small, latin in letters.items()})
