"""What a text speaks of: words of topics.toml, counted.

A phrase is worth 2 (strong), 1 (weak) or nothing (`not`) each time it stands in the text; `*` in the
file stands for any ending.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from data_model.knowledge.load import Knowledge

STRONG, WEAK = 2, 1
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Phrases are looked up by the first letters of their first word; the shortest stem has as many.
_KEY = 2


@dataclass(frozen=True, slots=True)
class TopicMention:
    """Words that speak of a topic, and their worth."""

    start: int
    stop: int
    text: str
    topic: str
    worth: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of one topic: the beginnings of its words, and whether each is the whole word."""

    topic: str
    worth: int
    words: tuple[tuple[str, bool], ...]


def find_topics(text: str, knowledge: Knowledge) -> tuple[TopicMention, ...]:
    """Topic words in order of place; for each topic the longest phrase at a place counts."""
    phrases = _phrases(knowledge)
    words = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    taken: dict[str, int] = {}
    found: list[TopicMention] = []
    for at, (word, start, _) in enumerate(words):
        for phrase in phrases.get(word[:_KEY], ()):
            if taken.get(phrase.topic, -1) >= start or not _stands(phrase, words, at):
                continue
            stop = words[at + len(phrase.words) - 1][2]
            taken[phrase.topic] = stop
            if phrase.worth:
                found.append(TopicMention(start, stop, text[start:stop], phrase.topic, phrase.worth))
    return tuple(found)


def _stands(phrase: _Phrase, words: Sequence[tuple[str, int, int]], at: int) -> bool:
    if at + len(phrase.words) > len(words):
        return False
    return all(
        words[at + i][0] == stem if whole else words[at + i][0].startswith(stem)
        for i, (stem, whole) in enumerate(phrase.words)
    )


@lru_cache(maxsize=4)
def _phrases(knowledge: Knowledge) -> dict[str, tuple[_Phrase, ...]]:
    """Every phrase by its first letters, the longest first."""
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for key, topic in knowledge.topics.items():
        for worth, phrases in ((0, topic.unless), (STRONG, topic.strong), (WEAK, topic.weak)):
            for phrase in phrases:
                stems = tuple((word.rstrip("*"), not word.endswith("*")) for word in phrase.lower().split())
                found[phrase[:_KEY].lower()].append(_Phrase(key, worth, stems))
    return {
        letters: tuple(sorted(group, key=lambda one: -sum(len(stem) for stem, _ in one.words)))
        for letters, group in found.items()
    }
