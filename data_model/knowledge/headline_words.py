"""headlines.toml: the English words by which a clause is turned into a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from data_model.knowledge.files import read_file


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """The lists of the file, as sets and as patterns.

    Attributes:
        leading: What stands in front of the one who acts and is left out.
        trailing: What no headline ends with.
        saying: Verbs of saying, behind which something must follow unless it was told before.
        hanging: Other words behind which something must follow.
        ends: Where one may be cut, the best places first.
        to_date: What leads to a date, up to it.
        fronted: The beginning of what stands before the one who acts: "in two rounds", not "at least two".
        head_end: Where the head of a group of words ends: "the leaders | of Chad".
        another: From a comma on, what somebody else does: ", and he said".
        several: What makes who acts several.
        others: What stands for the rest of a list.
        ahead: Words of what is still to come, up to the verb: "is due to".
        helpers_before: Helping verbs and adverbs, up to the verb.
        verb: A verb with all that helps it.
    """

    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    saying: frozenset[str]
    hanging: frozenset[str]
    ends: tuple[re.Pattern[str], ...]
    to_date: re.Pattern[str]
    fronted: re.Pattern[str]
    head_end: re.Pattern[str]
    another: re.Pattern[str]
    several: re.Pattern[str]
    ahead: re.Pattern[str]
    helpers_before: re.Pattern[str]
    verb: re.Pattern[str]
    be: frozenset[str]
    have: frozenset[str]
    will: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    named: frozenset[str]
    others: str
    nouns: frozenset[str]
    articles: frozenset[str]


@lru_cache(maxsize=1)
def load_headline_words() -> HeadlineWords:
    """The words of the file."""
    table = read_file("headlines.toml")
    be, have, do, will, due = (_any(table[name]) for name in ("be", "have", "do", "will", "due"))
    helper = rf"(?:{be}|{have}|{do}|{will}|{due}|not|to|{_any(table['adverbs'])}|\w+ly)"
    first, *others = table["ends"]
    return HeadlineWords(
        leading=re.compile(
            rf"^(?:[\W_]+|/[^/]*/|\([^()]*\)\s*[-–—]+|{_any(table['leading'])}\b\s*)+", re.IGNORECASE
        ),
        saying=frozenset(table["saying"]),
        hanging=frozenset(table["hanging"]),
        trailing=re.compile(rf"(?:[\s,;:–—-]+|\s{_any(table['trailing'])})+$"),
        ends=(
            re.compile(rf"[;:–—]\s|,?\s{_any(first)}\s"),
            *(re.compile(rf",\s|\s{_any(words)}\s") for words in others),
        ),
        to_date=re.compile(rf"(?:[\s,(]*\b{_any(table['to_date'])}\b)*[\s,(]*$", re.IGNORECASE),
        fronted=re.compile(
            rf"(?!{_any(table['amounts'])}\b){_any(table['prepositions'])}(?![\w’'-])", re.IGNORECASE
        ),
        head_end=re.compile(rf"\s(?:{_any(table['prepositions'])}|{_any(table['pronouns'])})\s|,"),
        another=re.compile(rf",\s+(?:\w{{2,3}}\s+)?{_any(table['pronouns'])}\s.*$", re.IGNORECASE),
        several=re.compile(rf"\b(?:\w+\s+and\s+\w+|{_any(table['several'])})\b", re.IGNORECASE),
        ahead=re.compile(rf"\b(?:{be}\s+(?:{due}\s+)?to|{will})\s+(?:\w+ly\s+|also\s+)?(?=[a-z])"),
        helpers_before=re.compile(rf"\b(?:{helper}\s+)+$"),
        others=table["others"],
        verb=re.compile(rf"(?:{helper}\s+)*[^\W\d_][\w’'-]*"),
        **{
            name: frozenset(table[name])
            for name in (
                "be",
                "have",
                "will",
                "adverbs",
                "prepositions",
                "pronouns",
                "named",
                "nouns",
                "articles",
            )
        },
    )


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"
