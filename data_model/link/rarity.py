"""How rare a name or a word is in the news: what two reports have in common says the more, the rarer it is.

The shares come from a file (`rarity.toml`), not from the pile at hand: a report that has nothing to do with
two others must not change whether they are linked.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache
from importlib.resources import files
from math import log, sqrt

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


def likeness(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """How much of two sets of tokens is the same, from 0 to 1: the cosine of their weights."""
    both = one & other
    if not both:
        return 0.0
    return sum(map(_weight, both)) / sqrt(sum(map(_weight, one)) * sum(map(_weight, other)))
