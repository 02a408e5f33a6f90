"""Reports without a day: which tell of one happening is told by the wording of the whole report.

Where no day tells events apart, one sentence proves nothing: what is compared is the cosine of all words and
names, each by how often the report has it and how rare it is in the news. Reports that cannot have been
written on one day are kept apart. The links say no more than that two may tell of one happening: they are
shown with each other, and never counted as one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import fsum, log, sqrt

from data_model.joining import Parts
from data_model.link.linkage import Group, Pair, average_linkage
from data_model.link.points import points
from data_model.link.rarity import rarity
from data_model.tellings import Undated
from data_model.values import Link

# Reports are compared that share three of so many tokens that weigh most in them: two make too many pairs.
_HEAVIEST, _SHARED = 12, 3
# A report is linked with so many of its happening at most, those most like it.
_NEIGHBOURS = 8

_Weights = Mapping[str, float]


def link_undated(reports: Iterable[Undated]) -> list[Link]:
    """The links among reports without a day ("alike"), in any order of them the same."""
    told = sorted(reports, key=lambda one: (one.content, one.id))
    weights = [_weights(one.counts) for one in told]
    likeness = {
        (one, other): round(_cosine(weights[one], weights[other]), 6)
        for one, other in _candidates(weights)
        if told[one].first <= told[other].last and told[other].first <= told[one].last
    }

    def exclude(one: Group, other: Group) -> bool:
        together = [told[at] for at in (*one, *other)]
        return max(each.first for each in together) > min(each.last for each in together)

    groups = average_linkage(range(len(told)), likeness, points().alike, 0.0, exclude)
    pairs = (pair for group in groups for pair in _pairs_to_tell(group, likeness))
    return [_link(told[one], told[other], likeness[one, other]) for one, other in pairs]


def _weights(counts: Mapping[str, int]) -> _Weights:
    """Of each token its share of a vector of length one: often in the report, rare in the news."""
    raw = {
        token: (1 + log(many)) * rarity(token) * points().kinds[token[0]] for token, many in counts.items()
    }
    size = sqrt(fsum(weight * weight for weight in raw.values()))
    return {token: weight / size for token, weight in raw.items() if weight}


def _cosine(one: _Weights, other: _Weights) -> float:
    return fsum(weight * other[token] for token, weight in one.items() if token in other)


def _candidates(weights: Sequence[_Weights]) -> set[Pair]:
    """Pairs worth comparing: of reports that have some of their heaviest tokens in common."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, own in enumerate(weights):
        heaviest = sorted(own, key=lambda token: (-own[token], token))[:_HEAVIEST]
        for block in combinations(sorted(heaviest), _SHARED):
            blocks[block].append(at)
    return {pair for block in blocks.values() for pair in combinations(block, 2)}


def _pairs_to_tell(group: Group, likeness: Mapping[Pair, float]) -> Iterator[Pair]:
    """What holds a group together, and each member with those most like it."""
    inside = [pair for pair in combinations(group, 2) if pair in likeness]
    parts, had = Parts[int](), Counter[int]()
    for one, other in sorted(inside, key=lambda pair: (-likeness[pair], pair)):
        if parts.join(one, other) or min(had[one], had[other]) < _NEIGHBOURS:
            had.update((one, other))
            yield one, other


def _link(one: Undated, other: Undated, share: float) -> Link:
    first, second = sorted((one.id, other.id))
    return Link(
        first,
        second,
        round(share, 3),
        (f"no day tells them apart; told in like words ({share:.0%})",),
        "alike",
    )
