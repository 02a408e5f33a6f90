"""headlines.toml: the English words by which a clause is turned into a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from data_model.knowledge.files import read_file

# The lists whose words are one part of speech; of two that hold a word the later one counts.
_PARTS = {
    "pronouns": "pronoun",
    "adverbs": "adverb",
    "prepositions": "preposition",
    "ands": "and",
    "joins": "joins",
    "opens": "opens",
    "articles": "article",
    "be": "be",
    "have": "have",
    "do": "do",
    "will": "will",
    "modals": "will",
}
_SET = "frozenset[str]"
_SIGNS = {"not": "not", "to": "to", ",": "comma"}


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """The lists of the file, as patterns and as sets; what each set is for stands there.

    Attributes:
        parts: What part of speech a word of a list is.
        trailing: What no headline ends with.
        loose: What a cut may not leave at the end: "to meet", "calling".
        ends: Where one may be cut, the best places first.
        fronted: The beginning of what stands before the one who acts: "in two rounds", not "at least two".
        head_end: Where the head of a group of words ends: "the leaders | of Chad".
        joined: Two names with a word between them that makes them several.
        sides: Who acts without a name; of these `states` are countries.
        others: What stands for the rest of a list.
    """

    parts: Mapping[str, str]
    trailing: re.Pattern[str]
    loose: re.Pattern[str]
    ends: tuple[re.Pattern[str], ...]
    fronted: re.Pattern[str]
    head_end: re.Pattern[str]
    joined: re.Pattern[str]
    sides: re.Pattern[str]
    states: re.Pattern[str]
    others: str
    be: frozenset[str]
    will: frozenset[str]
    modals: frozenset[str]
    due: frozenset[str]
    intending: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    opening: frozenset[str]
    finite: frozenset[str]
    counts: frozenset[str]
    counted: frozenset[str]
    uncounted: frozenset[str]
    telling: frozenset[str]
    pronouns: frozenset[str]
    named: frozenset[str]
    nouns: frozenset[str]
    agents: frozenset[str]
    ditransitive: frozenset[str]
    base_nouns: frozenset[str]
    amounts: frozenset[str]
    courtesy: frozenset[str]
    to_date: frozenset[str]
    articles: frozenset[str]
    spare: frozenset[str]
    saying: frozenset[str]
    hanging: frozenset[str]
    past: frozenset[str]
    transitive: frozenset[str]
    contents: frozenset[str]
    idle: frozenset[str]
    unsure: frozenset[str]
    needed: frozenset[str]
    present: frozenset[str]
    owned: frozenset[str]
    nobody: frozenset[str]
    giving: frozenset[str]
    aims: frozenset[str]
    needing: frozenset[str]
    apart: frozenset[str]
    unfinished: frozenset[str]
    pointing: frozenset[str]
    unnamed: frozenset[str]
    negative: frozenset[str]
    speakers: frozenset[str]
    several: frozenset[str]
    of_one: frozenset[str]
    of_many: frozenset[str]


@lru_cache(maxsize=1)
def load_headline_words() -> HeadlineWords:
    """The words of the file."""
    table = read_file("headlines.toml")
    first, *others = table["ends"]
    sets = {one.name: frozenset(table[one.name]) for one in fields(HeadlineWords) if one.type == _SET}
    return HeadlineWords(
        parts={word: part for name, part in _PARTS.items() for word in table[name]} | _SIGNS,
        trailing=re.compile(rf"(?:[\s,;:–—-]+|\s{_any(table['trailing'])})+$"),
        loose=re.compile(rf"\s(?:{_any(table['infinitive'])}\s\w+|\w+{table['gerund']})$"),
        ends=(
            re.compile(rf"[;:–—]\s|,?\s{_any(first)}\s"),
            *(re.compile(rf",\s|\s{_any(words)}\s") for words in others),
            re.compile(rf"\s\w+{table['gerund']}\s"),
        ),
        fronted=re.compile(
            rf"(?!\w+ {_any(table['amounts'])}\b){_any(table['prepositions'])}(?![\w’'-])", re.IGNORECASE
        ),
        head_end=re.compile(rf"\s(?:{_any(table['prepositions'])}|{_any(table['pronouns'])})\s|,"),
        joined=re.compile(rf"\w\s{_any(table['ands'])}\s\w"),
        sides=re.compile(rf"{_any(table['sides'])}$", re.IGNORECASE),
        states=re.compile(_any(table["states"])),
        others=table["others"],
        **sets,
    )


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"
