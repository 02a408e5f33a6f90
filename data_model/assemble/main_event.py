"""Which candidate is the news of the document: weighed by its place and what it shares with the headline.

The points stand in `main.toml` beside this file, written by `make fit`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data_model.weights import Features, load_weights

# What of a candidate's features tells its place; the rest goes in as how likely it is an event at all.
PLACED = (
    "headline", "above", "first", "second_sentence", "near_top", "far_down", "as_headline", "short",
    "deictic", "day", "by_date", "body", "names", "second", "planned",
)  # fmt: skip


def choose_main(weighed: Sequence[Features], shares: Sequence[float], named: Sequence[bool]) -> int:
    """The place of the news among the candidates of a document, by what speaks for each and its share.

    What is only named by its day is the news where nothing else is told.
    """
    weights = load_weights("data_model.assemble", "main.toml")
    scores = [
        (not by_day, weights.score(weigh_main(features, share)))
        for features, share, by_day in zip(weighed, shares, named, strict=True)
    ]
    return scores.index(max(scores))


def weigh_main(features: Features, share: float) -> Mapping[str, float]:
    """What speaks for a candidate being the news that is an event so likely, by the names of `main.toml`."""
    return {"event": share} | {name: features[name] for name in PLACED if name in features}
