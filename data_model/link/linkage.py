"""Average linkage under constraints: what belongs together, in place of chains.

Two groups become one when their pairs are worth enough in the middle, the best groups first, and nothing in
the one excludes anything in the other; so what fits one member of a group does not draw in the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush

Group = tuple[int, ...]
Pair = tuple[int, int]
# Of each group the neighbours it shares pairs with: the sum of their worth, and how many.
_Near = dict[int, dict[int, tuple[float, int]]]


def average_linkage(
    members: Iterable[int],
    worth: Mapping[Pair, float],
    enough: float,
    strangers: float,
    exclude: Callable[[Group, Group], bool],
) -> list[Group]:
    """The groups, the best two joined first as long as any two have enough; ties by the order of members.

    Args:
        members: Numbers of what is put together.
        worth: Of pairs of them (the smaller number first) how much they speak for being one; of others too.
        enough: What two groups must be worth in the middle to become one.
        strangers: What a pair counts that is not in `worth`.
        exclude: Whether two groups must stay apart.
    """
    groups: dict[int, Group] = {at: (at,) for at in members}
    near: _Near = defaultdict(dict)
    for (one, other), many in worth.items():
        if one in groups and other in groups:
            near[one][other] = near[other][one] = (many, 1)

    def mean(one: int, other: int) -> float:
        total, many = near[one][other]
        size = len(groups[one]) * len(groups[other])
        return (total + strangers * (size - many)) / size

    queue = [(-mean(one, other), (one, other)) for one, other in worth if other in near.get(one, ())]
    heapify(queue)
    while queue:
        best, (one, other) = heappop(queue)
        if -best < enough:
            break
        if other not in near.get(one, ()) or mean(one, other) != -best:
            continue
        if exclude(groups[one], groups[other]):
            del near[one][other], near[other][one]
            continue
        groups[one] = tuple(sorted(groups[one] + groups.pop(other)))
        _take_over(near, one, other)
        for third in near[one]:
            heappush(queue, (-mean(one, third), pair_of(one, third)))
    return list(groups.values())


def _take_over(near: _Near, one: int, other: int) -> None:
    """Give the neighbours of a group that is gone to the one it has become a part of."""
    del near[one][other]
    for third, (total, many) in near.pop(other).items():
        if third != one:
            del near[third][other]
            before, number = near[one].get(third, (0.0, 0))
            near[one][third] = near[third][one] = (before + total, number + many)


def pair_of(one: int, other: int) -> Pair:
    """Two numbers, the smaller one first."""
    return (one, other) if one < other else (other, one)
