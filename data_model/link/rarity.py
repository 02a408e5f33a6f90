"""How rare a name or a word is in the news: what two reports have in common says the more, the rarer it is.

The shares come from a file (`rarity.toml`), not from the pile at hand: a report that has nothing to do with
two others must not change whether they are linked.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from math import fsum, log, sqrt

import tomli

from data_model.link.points import points


@lru_cache(maxsize=1)
def _known() -> dict[str, float]:
    table = tomli.loads(files("data_model.link").joinpath("rarity.toml").read_text("utf-8"))
    least = log(1000 / table["least"])
    return {
        f"{kind}:{name}": log(1000 / share) / least
        for kind, shares in table["shares"].items()
        for name, share in shares.items()
    }


def rarity(token: str) -> float:
    """From 0, in every report, to 1, in hardly any."""
    return _known().get(token, 1.0)


@lru_cache(maxsize=1 << 18)
def _weight(token: str) -> float:
    return (rarity(token) * points().kinds[token[0]]) ** 2


@lru_cache(maxsize=1 << 16)
def _size(tokens: frozenset[str]) -> float:
    # An exact sum is the same in whatever order a set has its members.
    return fsum(map(_weight, tokens))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of two sets of tokens is the same, from 0 to 1: the cosine of their weights."""
    both = one & other
    if not both:
        return 0.0
    return fsum(map(_weight, both)) / sqrt(_size(one) * _size(other))
