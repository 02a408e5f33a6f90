"""Which topics a text is about: the words of each, weighed against the length of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from data_model.find.topics import TopicMention
from data_model.knowledge.load import Knowledge
from data_model.values import TopicScore

# A topic must reach this many points and this share of the strongest topic's; a short text has few.
# Chosen on 45 annotated reports: F1 0.82, flat around these values.
LOWEST, SHARE = 5, 0.25
FEW, CHARACTERS_EACH = 3, 800
_WORDS_SHOWN = 6


def resolve_topics(
    mentions: Sequence[TopicMention], length: int, knowledge: Knowledge
) -> tuple[TopicScore, ...]:
    """The topics of a document of `length` characters, strongest first.

    The score is the share of the strongest topic's points.
    """
    points: dict[str, int] = defaultdict(int)
    words: dict[str, dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        points[mention.topic] += mention.worth
        words[mention.topic][mention.text.lower()] = None
    most = max(points.values(), default=0)
    chosen = [
        TopicScore(key, knowledge.topics[key].name, round(worth / most, 3), tuple(words[key])[:_WORDS_SHOWN])
        for key, worth in sorted(points.items(), key=lambda pair: (-pair[1], pair[0]))
        if worth >= LOWEST and worth >= SHARE * most
    ]
    return tuple(chosen[: FEW + length // CHARACTERS_EACH])
