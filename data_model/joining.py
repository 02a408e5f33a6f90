"""What is connected two by two, gathered (union-find)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)


class Parts(Generic[Name]):
    """Names in connected parts, each called by the smallest name in it."""

    def __init__(self) -> None:
        self._parents: dict[Name, Name] = {}

    def __iter__(self) -> Iterator[Name]:
        return iter(self._parents)

    def of(self, name: Name) -> Name:
        """The part of a name; one that was never joined is a part of its own."""
        parents = self._parents
        parents.setdefault(name, name)
        while parents[name] != name:
            parents[name] = parents[parents[name]]
            name = parents[name]
        return name

    def join(self, one: Name, other: Name) -> bool:
        """Make one part of two; whether they were two."""
        first, second = sorted((self.of(one), self.of(other)))  # type: ignore[type-var]
        self._parents[second] = first
        return first != second


def joined(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Each name in some pair, in order, and the smallest of those it is connected with, however far."""
    parts = Parts[str]()
    for one, other in pairs:
        parts.join(one, other)
    return {one: parts.of(one) for one in sorted(parts)}
