"""Which tellings are one happening: average linkage under constraints, in place of chains.

Two groups become one when their pairs have enough points in the middle, the best groups first, and no pair
excludes the other; so a telling that fits one member of a group does not draw in the rest. A pair not worth
comparing counts like strangers. Tellings of wide date take no part in this: each is laid beside the one
happening it fits best, if there is one, and joins nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import exp

from data_model.joining import Parts
from data_model.link.candidates import candidates
from data_model.link.compare import Compared, compare
from data_model.link.points import points
from data_model.tellings import Telling
from data_model.values import Link

# Ten points are one logit.
_LOGIT = 10
Group = tuple[int, ...]
Pair = tuple[int, int]


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
            pairs[_key(at[one.id], at[other.id])] = compared
    return pairs


def _grouped(told: Sequence[Telling], pairs: Mapping[Pair, Compared]) -> list[Group]:
    """The groups, the best two joined first as long as any two have enough; ties by the order of members."""
    groups: dict[int, Group] = {at: (at,) for at, telling in enumerate(told) if not telling.wide}
    # Of each group the neighbours it shares pairs with: the sum of their points, and how many.
    near: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    for (one, other), compared in pairs.items():
        if one in groups and other in groups:
            near[one][other] = near[other][one] = (compared.points, 1)
    queue = [(-near[one][other][0], (one, other)) for one, other in pairs if other in near.get(one, ())]
    heapify(queue)
    while queue:
        mean, (one, other) = heappop(queue)
        if -mean < points().enough:
            break
        if other not in near.get(one, ()) or _mean(groups[one], groups[other], near[one][other]) != -mean:
            continue
        if _exclude(groups[one], groups[other], told, pairs):
            del near[one][other], near[other][one]
            continue
        groups[one] = tuple(sorted(groups[one] + groups.pop(other)))
        del near[one][other]
        for third, (total, many) in near.pop(other).items():
            if third != one:
                del near[third][other]
                before, number = near[one].get(third, (0.0, 0))
                near[one][third] = near[third][one] = (before + total, number + many)
        for third, shared in near[one].items():
            heappush(queue, (-_mean(groups[one], groups[third], shared), _key(one, third)))
    return list(groups.values())


def _mean(one: Group, other: Group, shared: tuple[float, int]) -> float:
    """The points of all pairs of two groups in the middle; who was not compared are strangers."""
    total, many = shared
    size = len(one) * len(other)
    return (total + points().strangers * (size - many)) / size


def _exclude(one: Group, other: Group, told: Sequence[Telling], pairs: Mapping[Pair, Compared]) -> bool:
    """Whether a pair of two groups cannot be one happening."""
    return any(_key(a, b) not in pairs and compare(told[a], told[b]) is None for a in one for b in other)


def _beside(
    wide: int, told: Sequence[Telling], groups: Sequence[Group], home: Mapping[int, int],
    pairs: Mapping[Pair, Compared],
) -> Iterator[Pair]:  # fmt: skip
    """The pair that lays a wide date beside the happening it fits clearly better than any other."""
    best: dict[int, tuple[float, int]] = {}
    for at, number in home.items():
        if (compared := pairs.get(_key(wide, at))) is not None:
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
        yield _key(wide, -fits[0][1])


def _joining(pairs: Iterable[Pair], parts: Parts[int]) -> list[Pair]:
    """Those pairs that join two parts that were not joined before (Kruskal)."""
    return [pair for pair in pairs if parts.join(*pair)]


def _key(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _link(one: Telling, other: Telling, compared: Compared, kind: str) -> Link:
    score = 1 / (1 + exp((points().enough - compared.points) / _LOGIT))
    first, second = sorted((one.id, other.id))
    return Link(first, second, round(score, 3), compared.why, kind)
