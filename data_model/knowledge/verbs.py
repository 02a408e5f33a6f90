"""The forms of English verbs: by the rules of spelling, else from verbs.toml."""

from __future__ import annotations

import re
from functools import lru_cache

from data_model.knowledge.entries import Verb
from data_model.knowledge.files import read_file

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")
# An unknown verb with such an end has an "e" behind it.
_WITH_E = re.compile(r"(?:[cgsuvz]|at|[^aeiou][aeiou]r)$")
_SHORTEST = 4


def inflect_verb(words: str) -> Verb:
    """Every form of a verb; behind its first word the others stay ("take over": "took over").

    A line `base | third | past | participle | -ing` says them all itself.
    """
    if " | " in words:
        return Verb(*words.replace("_", " ").split(" | "))
    head, _, rest = words.partition(" ")
    rest = f" {rest}" if rest else ""
    forms = _irregular().get(head) or (head, _third(head), _past(head), _past(head), _ing(head))
    return Verb(*(form + rest for form in forms))


@lru_cache
def _irregular() -> dict[str, list[str]]:
    table = read_file("verbs.toml")
    lines = [line.replace("_", " ").split(" | ") for line in table["verbs"]]
    return {forms[0]: forms for forms in lines}


def _third(base: str) -> str:
    if _CONSONANT_Y.search(base):
        return base[:-1] + "ies"
    return base + ("es" if _SIBILANT.search(base) else "s")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return _CONSONANT_Y.sub("i", base) + "ed"


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return base + "ing"


def base_of(form: str) -> str:
    """The base form of a verb in the past: "overthrew", "signed", "carried"; "" for what is none."""
    if form in _past_forms():
        return _past_forms()[form]
    if not form.endswith("ed") or len(form) < _SHORTEST:
        return ""
    stem = form[:-2]
    choices = [form[:-1], stem]
    if stem.endswith("i"):
        choices.insert(0, stem[:-1] + "y")
    if stem[-1] == stem[-2]:
        choices.insert(1, stem[:-1])
    known = next((one for one in choices if one in _bases()), None)
    return known or (choices[0] if stem.endswith("i") or _WITH_E.search(stem) else stem)


def base_of_third(form: str) -> str:
    """The base form of a verb in the third person: "holds"; the form itself for what is none."""
    return _third_forms().get(form, form)


def is_third(form: str) -> bool:
    """Whether a form is the third person of a verb that is known: "signs", "goes"."""
    return form in _third_forms()


def is_ing(form: str) -> bool:
    """Whether a form is the present participle of a verb that is known."""
    return form in _ings()


def is_base(form: str) -> bool:
    """Whether a form is the base of a verb that is known."""
    return form in _bases() or form in _irregular()


@lru_cache(maxsize=1)
def _third_forms() -> dict[str, str]:
    return {_third(base): base for base in _bases()} | {
        forms[1]: base for base, forms in _irregular().items()
    }


@lru_cache(maxsize=1)
def _ings() -> frozenset[str]:
    return frozenset((*map(_ing, _bases()), *(forms[4] for forms in _irregular().values())))


@lru_cache(maxsize=1)
def _bases() -> frozenset[str]:
    return frozenset(read_file("verb_bases.toml")["bases"].split())


@lru_cache(maxsize=1)
def _past_forms() -> dict[str, str]:
    """Past and participle of the irregular verbs: "found" is of the first that has it, "find"."""
    found: dict[str, str] = {}
    for base, forms in _irregular().items():
        for form in forms[2:4]:
            found.setdefault(form, base)
    return found
