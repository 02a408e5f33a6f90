"""What a text speaks of: words of topics.toml, counted.

A phrase is worth 2 (strong) or 1 (weak) each time it stands in the text; `*` in the file stands for
any ending.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from data_model.knowledge.load import Knowledge

STRONG, WEAK = 2, 1


@dataclass(frozen=True, slots=True)
class TopicMention:
    """Words that speak of a topic, and their worth."""

    start: int
    stop: int
    text: str
    topic: str
    worth: int


def find_topics(text: str, knowledge: Knowledge) -> tuple[TopicMention, ...]:
    """Topic words in order of topic, then place; strong and weak words of a topic do not overlap."""
    found: list[TopicMention] = []
    for topic, pattern in _patterns(knowledge):
        for match in pattern.finditer(text):
            worth = STRONG if match.lastgroup == "strong" else WEAK
            found.append(TopicMention(match.start(), match.end(), match.group(), topic, worth))
    return tuple(found)


@lru_cache(maxsize=4)
def _patterns(knowledge: Knowledge) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (key, re.compile(rf"\b(?:(?P<strong>{_any(topic.strong)})|(?P<weak>{_any(topic.weak)}))\b", re.IGNORECASE))
        for key, topic in knowledge.topics.items()
    )


def _any(phrases: tuple[str, ...]) -> str:
    """A pattern of all phrases, longest first; one that never matches when there are none."""
    if not phrases:
        return r"(?!)"
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(w).replace(r"\*", r"[\w'’-]*") for w in p.split()) for p in ordered)
