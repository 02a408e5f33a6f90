"""How Russian words stand behind numerals: «1998 школах» are schools, «1970-м заседании» is a meeting."""

from __future__ import annotations

from functools import lru_cache

from data_model.knowledge.folding import forms_of

_NAMING = frozenset(("NOUN", "ADJF", "PRTF"))
_GENITIVE = ("gent", "gen2")
_OBLIQUE = frozenset((*_GENITIVE, "datv", "ablt", "loct", "loc2"))
_FEW, _TEENS = (2, 3, 4), range(11, 15)
# Cases in which the noun of an ordinal may stand, by the last letters of the ordinal.
_CASES = {
    "м": ("loct", "loc2", "ablt"),
    "го": (*_GENITIVE, "accs"),
    "му": ("datv",),
    "й": ("nomn", "accs"),
    "е": ("nomn", "accs"),
}


@lru_cache(maxsize=4096)
def is_counted(word: str, number: int) -> bool:
    """Whether a Russian word has the form of what so many are: «1998 школах», «1973 голоса»."""
    forms = forms_of(word)
    if not forms or forms[0].part not in _NAMING:
        return False  # «с 1991 по 1995»: rarely a noun
    if any(one.part in _NAMING and one.plural and one.case in _OBLIQUE for one in forms):
        return True
    likeliest = forms[0]
    return (
        number % 10 in _FEW
        and number % 100 not in _TEENS
        and (likeliest.part, likeliest.plural) == ("NOUN", False)
        and likeliest.case in _GENITIVE
    )


@lru_cache(maxsize=4096)
def agrees(word: str, ending: str) -> bool:
    """Whether a Russian word may be what an ordinal with this ending is of: «1970-м заседании»."""
    cases = next((cases for last, cases in _CASES.items() if ending.endswith(last)), ())
    return any(
        one.part in _NAMING
        and not one.plural
        # «1970-й сессии»: the ending of all oblique cases of the feminine.
        and (ending.endswith("й") if one.gender == "femn" else one.case in cases)
        and (one.gender == "neut" or not ending.endswith("е"))
        for one in forms_of(word)
    )


def takes_singular(number: int) -> bool:
    """Whether a noun behind a Russian numeral may be in the singular: «982 года» may be so many years."""
    return number % 10 in (1, *_FEW) and number % 100 not in (11, *_TEENS)
