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
    index = _index(knowledge)
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:stop].lower() for start, stop in spans]
    beginning = {word: phrases for word in set(words) if (phrases := index.beginning_with(word))}
    taken: dict[str, int] = {}
    found: list[TopicMention] = []
    for at, word in enumerate(words):
        if word not in beginning:
            continue
        start = spans[at][0]
        for phrase in beginning[word]:
            if taken.get(phrase.topic, -1) >= start or not _stands(phrase, words, at):
                continue
            stop = spans[at + len(phrase.words) - 1][1]
            taken[phrase.topic] = stop
            if phrase.worth:
                found.append(TopicMention(start, stop, text[start:stop], phrase.topic, phrase.worth))
    return tuple(found)


def _stands(phrase: _Phrase, words: Sequence[str], at: int) -> bool:
    """Whether a phrase goes on behind its first word."""
    if len(phrase.words) == 1:
        return True
    if at + len(phrase.words) > len(words):
        return False
    return all(
        words[at + i] == stem if whole else words[at + i].startswith(stem)
        for i, (stem, whole) in enumerate(phrase.words)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Phrases by their first word, whole or its beginning; the longest phrase first."""

    whole: dict[str, tuple[_Phrase, ...]]
    stems: dict[str, tuple[_Phrase, ...]]
    sizes: tuple[int, ...]

    @lru_cache(maxsize=65536)  # noqa: B019 - there is one index for each Knowledge
    def beginning_with(self, word: str) -> list[_Phrase]:
        """The phrases whose first word this may be."""
        found = [*self.whole.get(word, ())]
        for size in self.sizes:
            if (group := self.stems.get(word[:size])) is not None and len(word) >= size:
                found.extend(group)
        return sorted(found, key=_size) if len(found) > 1 else found


@lru_cache(maxsize=4)
def _index(knowledge: Knowledge) -> _Index:
    whole: dict[str, list[_Phrase]] = defaultdict(list)
    stems: dict[str, list[_Phrase]] = defaultdict(list)
    for key, topic in knowledge.topics.items():
        for worth, phrases in ((0, topic.unless), (STRONG, topic.strong), (WEAK, topic.weak)):
            for phrase in phrases:
                words = tuple((word.rstrip("*"), not word.endswith("*")) for word in phrase.lower().split())
                first, exact = words[0]
                (whole if exact else stems)[first].append(_Phrase(key, worth, words))
    return _Index(_frozen(whole), _frozen(stems), tuple(sorted({len(stem) for stem in stems})))


def _frozen(groups: dict[str, list[_Phrase]]) -> dict[str, tuple[_Phrase, ...]]:
    return {first: tuple(group) for first, group in groups.items()}


def _size(phrase: _Phrase) -> int:
    """Longer phrases sort first."""
    return -sum(len(stem) for stem, _ in phrase.words)
