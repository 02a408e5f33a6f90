"""Which tellings are one happening: average linkage under constraints, in place of chains.

Two groups become one when their pairs have enough points in the middle, the best groups first, and no pair
excludes the other; so a telling that fits one member of a group does not draw in the rest. A pair not worth
comparing counts like strangers. Tellings of wide date take no part in this: each is laid beside the one
happening it fits best, if there is one, and joins nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp

from data_model.joining import Parts
from data_model.link.candidates import candidates
from data_model.link.compare import Compared, compare
from data_model.link.linkage import Group, Pair, average_linkage, pair_of
from data_model.link.points import points
from data_model.tellings import Telling
from data_model.values import Link

# Ten points are one logit.
_LOGIT = 10


def link_group(tellings: Iterable[Telling]) -> list[Link]:
    """The links among tellings that may all be one happening.

    Args:
        tellings: A connected part of all that have enough points two by two; in any order.

    Returns:
        Of each happening as many as hold it together ("same"), the wide dates laid beside it ("may"), and
        what looked like one and was kept apart ("apart"), as far as it holds the part together.
    """
    told = sorted(tellings, key=lambda telling: (telling.content, telling.id))
    pairs = _compared(told)
    strongest = sorted(pairs, key=lambda pair: (-pairs[pair].points, pair))
    groups = _grouped(told, pairs)
    home = {at: number for number, group in enumerate(groups) for at in group}
    parts = Parts[int]()
    inside = [pair for pair in strongest if pair[0] in home and home[pair[0]] == home.get(pair[1])]
    links = [(pair, "same") for pair in _joining(inside, parts)]
    beside = [
        pair for at in range(len(told)) if at not in home for pair in _beside(at, told, groups, home, pairs)
    ]
    links += [(pair, "may") for pair in _joining(beside, parts)]
    enough = [pair for pair in strongest if pairs[pair].points >= points().enough]
    links += [(pair, "apart") for pair in _joining(enough, parts)]
    return [_link(told[one], told[other], pairs[one, other], kind) for (one, other), kind in links]


def _compared(told: Sequence[Telling]) -> dict[Pair, Compared]:
    """What the pairs worth comparing have to say, without those that exclude each other."""
    at = {telling.id: place for place, telling in enumerate(told)}
    pairs = {}
    for one, other in candidates(sorted(told, key=lambda telling: (telling.first, telling.id))):
        if (compared := compare(one, other)) is not None:
            pairs[pair_of(at[one.id], at[other.id])] = compared
    return pairs


def _grouped(told: Sequence[Telling], pairs: Mapping[Pair, Compared]) -> list[Group]:
    """The groups of those whose date is not wide."""
    alone = [at for at, telling in enumerate(told) if not telling.wide]
    worth = {pair: compared.points for pair, compared in pairs.items()}

    def exclude(one: Group, other: Group) -> bool:
        return _exclude(one, other, told, pairs)

    return average_linkage(alone, worth, points().enough, points().strangers, exclude)


def _exclude(one: Group, other: Group, told: Sequence[Telling], pairs: Mapping[Pair, Compared]) -> bool:
    """Whether a pair of two groups cannot be one happening."""
    return any(pair_of(a, b) not in pairs and compare(told[a], told[b]) is None for a in one for b in other)


def _beside(
    wide: int, told: Sequence[Telling], groups: Sequence[Group], home: Mapping[int, int],
    pairs: Mapping[Pair, Compared],
) -> Iterator[Pair]:  # fmt: skip
    """The pair that lays a wide date beside the happening it fits clearly better than any other."""
    best: dict[int, tuple[float, int]] = {}
    for at, number in home.items():
        if (compared := pairs.get(pair_of(wide, at))) is not None:
            best[number] = max(best.get(number, (compared.points, -at)), (compared.points, -at))
    fits = sorted(
        (fit for number, fit in best.items() if not _exclude((wide,), groups[number], told, pairs)),
        reverse=True,
    )
    if (
        fits
        and fits[0][0] >= points().enough
        and (len(fits) == 1 or fits[0][0] - fits[1][0] >= points().clear)
    ):
        yield pair_of(wide, -fits[0][1])


def _joining(pairs: Iterable[Pair], parts: Parts[int]) -> list[Pair]:
    """Those pairs that join two parts that were not joined before (Kruskal)."""
    return [pair for pair in pairs if parts.join(*pair)]


def _link(one: Telling, other: Telling, compared: Compared, kind: str) -> Link:
    score = 1 / (1 + exp((points().enough - compared.points) / _LOGIT))
    first, second = sorted((one.id, other.id))
    return Link(first, second, round(score, 3), compared.why, kind)
