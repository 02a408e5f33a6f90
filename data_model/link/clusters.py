"""Which tellings are one happening: average linkage under constraints, in place of chains.

Two groups become one when their pairs have enough points in the middle, the best groups first, and no pair
excludes the other; so a telling that fits one member of a group does not draw in the rest. Tellings of wide
date take no part in this: each is laid beside the one happening it fits best, if there is one, and joins
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import exp

from data_model.link.compare import Compared, compare
from data_model.link.points import points
from data_model.tellings import Telling
from data_model.values import Link

# Ten points are one logit.
_LOGIT = 10
Group = tuple[int, ...]


class _Pairs:
    """The comparisons of some tellings, each made once."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        self._made: dict[tuple[int, int], Compared | None] = {}

    def of(self, one: int, other: int) -> Compared | None:
        pair = (one, other) if one < other else (other, one)
        if pair not in self._made:
            self._made[pair] = compare(self._tellings[one], self._tellings[other])
        return self._made[pair]

    def best(self, one: int, group: Group) -> float | None:
        """The points a telling has with the one of a group it fits best, None when one excludes it."""
        compared = [self.of(one, other) for other in group]
        if any(pair is None for pair in compared):
            return None
        return max(map(_points, compared))


def link_group(tellings: Sequence[Telling]) -> list[Link]:
    """The links among tellings that may all be one happening.

    Args:
        tellings: A connected part of all that have enough points two by two; in any order.

    Returns:
        Of each happening as many as hold it together ("same"), the wide dates laid beside it ("may"), and
        what looked like one and was kept apart ("apart"), as far as it holds the part together.
    """
    ordered = sorted(tellings, key=lambda telling: (telling.content, telling.id))
    pairs = _Pairs(ordered)
    groups = _grouped([at for at, telling in enumerate(ordered) if not telling.wide], pairs)
    links: list[tuple[int, int, str]] = []
    for group in groups:
        links += [(one, other, "same") for one, other in _tree(group, pairs)]
    for at, telling in enumerate(ordered):
        if telling.wide and (beside := _beside(at, groups, pairs)) is not None:
            links.append((at, beside, "may"))
    links += [(one, other, "apart") for one, other in _bridges(range(len(ordered)), links, pairs)]
    return [_link(ordered[one], ordered[other], pairs.of(one, other), kind) for one, other, kind in links]


def _grouped(members: Sequence[int], pairs: _Pairs) -> list[Group]:
    """The groups, the best two joined first as long as any two have enough; ties by the order of members."""
    enough = points().enough
    groups: dict[int, Group] = {at: (at,) for at in members}
    means: dict[tuple[int, int], float] = {}
    for pair in combinations(members, 2):
        if (compared := pairs.of(*pair)) is not None:
            means[pair] = compared.points
    queue = [(-mean, pair) for pair, mean in means.items() if mean >= enough]
    heapify(queue)
    while queue:
        mean, (one, other) = heappop(queue)
        if one not in groups or other not in groups or means.get((one, other)) != -mean:
            continue
        left, right = len(groups[one]), len(groups[other])
        groups[one] = tuple(sorted(groups[one] + groups.pop(other)))
        for third in groups:
            if third == one:
                continue
            kept, gone = _key(one, third), _key(other, third)
            if kept in means and gone in means:
                means[kept] = (means[kept] * left + means.pop(gone) * right) / (left + right)
                if means[kept] >= enough:
                    heappush(queue, (-means[kept], kept))
            else:
                means.pop(kept, None)
                means.pop(gone, None)
    return list(groups.values())


def _beside(wide: int, groups: Sequence[Group], pairs: _Pairs) -> int | None:
    """The telling a wide date is laid beside: of the happening that fits it clearly better than any other."""
    fits = sorted(
        (
            (points_there, -group[0], group)
            for group in groups
            if (points_there := pairs.best(wide, group)) is not None
        ),
        reverse=True,
    )
    if not fits or fits[0][0] < points().enough:
        return None
    if len(fits) > 1 and fits[0][0] - fits[1][0] < points().clear:
        return None
    return max(fits[0][2], key=lambda at: (_points(pairs.of(wide, at)), -at))


def _tree(group: Group, pairs: _Pairs) -> Iterator[tuple[int, int]]:
    """The strongest comparisons that hold a group together, one fewer than it has members."""
    strongest = sorted(combinations(group, 2), key=lambda pair: (-_points(pairs.of(*pair)), pair))
    yield from _joining(strongest, {at: at for at in group})


def _bridges(
    members: Sequence[int], links: Sequence[tuple[int, int, str]], pairs: _Pairs
) -> Iterator[tuple[int, int]]:
    """What has enough points and is no link, as far as it joins what the links leave apart."""
    roots = {at: at for at in members}
    list(_joining([(one, other) for one, other, _ in links], roots))
    enough = points().enough
    rest = [pair for pair in combinations(members, 2) if _points(pairs.of(*pair)) >= enough]
    yield from _joining(sorted(rest, key=lambda pair: (-_points(pairs.of(*pair)), pair)), roots)


def _joining(pairs: Sequence[tuple[int, int]], roots: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Those pairs that join two parts that were not joined before (Kruskal)."""
    for one, other in pairs:
        left, right = _root(one, roots), _root(other, roots)
        if left != right:
            roots[max(left, right)] = min(left, right)
            yield one, other


def _root(one: int, roots: dict[int, int]) -> int:
    while roots[one] != one:
        roots[one] = roots[roots[one]]
        one = roots[one]
    return one


def _key(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _points(compared: Compared | None) -> float:
    return float("-inf") if compared is None else compared.points


def _link(one: Telling, other: Telling, compared: Compared | None, kind: str) -> Link:
    why = compared.why if compared else ()
    score = 1 / (1 + exp((points().enough - _points(compared)) / _LOGIT))
    first, second = sorted((one.id, other.id))
    return Link(first, second, round(score, 3), why, kind)
