"""What a text speaks of: words of topics.toml, counted.

A phrase is worth 2 (strong), 1 (weak) or nothing (`not`) each time it stands in the text; `*` in the
file stands for any ending.
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
    """Topic words in order of topic, then place; the longest phrase at a place counts."""
    found: list[TopicMention] = []
    for topic, pattern, worths in _patterns(knowledge):
        for match in pattern.finditer(text):
            worth = worths[match.lastindex or 0]
            if worth:
                found.append(TopicMention(match.start(), match.end(), match.group(), topic, worth))
    return tuple(found)


@lru_cache(maxsize=4)
def _patterns(knowledge: Knowledge) -> tuple[tuple[str, re.Pattern[str], tuple[int, ...]], ...]:
    """One pattern a topic, its phrases longest first, and what each of its groups is worth."""
    made = []
    for key, topic in knowledge.topics.items():
        phrases = [(phrase, 0) for phrase in topic.unless]
        phrases += [(phrase, STRONG) for phrase in topic.strong] + [(phrase, WEAK) for phrase in topic.weak]
        phrases.sort(key=lambda pair: -len(pair[0]))
        runs: list[tuple[int, list[str]]] = []
        for phrase, worth in phrases:
            if not runs or runs[-1][0] != worth:
                runs.append((worth, []))
            runs[-1][1].append(_phrase(phrase))
        body = "|".join(f"({'|'.join(words)})" for _, words in runs)
        made.append((key, re.compile(rf"\b(?:{body})\b", re.IGNORECASE), (0, *(worth for worth, _ in runs))))
    return tuple(made)


def _phrase(phrase: str) -> str:
    """A pattern of one phrase; `*` is any ending, a blank any white space."""
    return r"\s+".join(re.escape(word).replace(r"\*", r"[\w'’-]*") for word in phrase.split())
