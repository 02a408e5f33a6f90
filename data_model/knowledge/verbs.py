"""The forms of English verbs: by the rules of spelling, else from verbs.toml."""

from __future__ import annotations

import re
from functools import lru_cache

from data_model.knowledge.entries import Verb
from data_model.knowledge.files import read_file

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")


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
