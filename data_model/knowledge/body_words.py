"""body_words.toml: what texts say of a body that tells when they were written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache

from data_model.knowledge.files import read_file


@dataclass(frozen=True, slots=True)
class BodyWords:
    """One pattern a list of words, those of every language together."""

    meeting: re.Pattern[str]
    summit: re.Pattern[str]
    heads: re.Pattern[str]
    apart: re.Pattern[str]
    chair: re.Pattern[str]
    chaired: re.Pattern[str]
    now: re.Pattern[str]
    takes_over: re.Pattern[str]
    former: re.Pattern[str]
    join: re.Pattern[str]
    joined: re.Pattern[str]
    anniversary: re.Pattern[str]
    ahead: re.Pattern[str]


@lru_cache(maxsize=1)
def load_body_words() -> BodyWords:
    """The words of every language."""
    tables = read_file("body_words.toml").values()
    return BodyWords(
        *(pattern_of(word for table in tables for word in table[field.name]) for field in fields(BodyWords))
    )


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of some words; `*` stands for every ending."""
    listed = sorted(words, key=len, reverse=True)
    either = "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in listed)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
