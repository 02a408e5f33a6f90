"""What is connected two by two, gathered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def joined(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Each name in some pair, in order, and the smallest of those it is connected with, however far."""
    parents: dict[str, str] = {}

    def root(one: str) -> str:
        parents.setdefault(one, one)
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parents[second] = first
    return {one: root(one) for one in sorted(parents)}
