"""Which candidate is the news of the document: weighed by its place and what it shares with the headline.

The points stand in `main.toml` beside this file, written by `make fit`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from data_model.assemble.asides import aside_of
from data_model.assemble.drafts import DATED, Draft
from data_model.assemble.page_dates import names_by_day
from data_model.dating.scene import Scene
from data_model.weights import Features, load_weights

_LONG_PAST = timedelta(days=60)
_BY_DAY = 2.0  # so many logits less likely is what is only named by its day: set by hand, pages of it are few
# What of a candidate's features tells its place; the rest goes in as how likely it is an event at all.
PLACED = (
    "headline", "above", "first", "second_sentence", "near_top", "far_down", "as_headline", "short",
    "deictic", "day", "by_date", "body", "names", "second", "planned",
)  # fmt: skip


def choose_main(weighed: Sequence[Features], shares: Sequence[float], named: Sequence[bool]) -> int:
    """The place of the news among the candidates of a document, by what speaks for each and its share.

    What is only named by its day is the news where nothing else is nearly as likely.
    """
    weights = load_weights("data_model.assemble", "main.toml")
    scores = [
        weights.score(weigh_main(features, share)) - by_day * _BY_DAY
        for features, share, by_day in zip(weighed, shares, named, strict=True)
    ]
    return scores.index(max(scores))


def is_named_by_day(scene: Scene, draft: Draft) -> bool:
    """Whether what a candidate tells is only named by its day: "the 5 May vote", "the attack of 17 May 2014".

    Of a noun with its day behind it the day must be long past: "the meeting of 5 May" may be the news.
    """
    dated, when = draft.dated, draft.when
    if dated is None or when is None:
        return False
    if draft.action.key == DATED.key:
        return names_by_day(scene, dated)
    between = scene.text[draft.mention.stop : dated.start]
    if not draft.mention.noun or len(between.split()) > 1 or "," in between:
        return False
    written, last = scene.when.earliest, when.latest
    return written is not None and last is not None and written - last > _LONG_PAST


def is_told_of_somebody(scene: Scene, draft: Draft) -> bool:
    """Whether a candidate stands in an aside about somebody."""
    return aside_of(scene, draft) is not None


def weigh_main(features: Features, share: float) -> Mapping[str, float]:
    """What speaks for a candidate being the news that is an event so likely, by the names of `main.toml`."""
    return {"event": share} | {name: features[name] for name in PLACED if name in features}
