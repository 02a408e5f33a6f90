"""The points of linking, as the file has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import tomli


@dataclass(frozen=True, slots=True)
class Points:
    """What `points.toml` says.

    Attributes:
        worth: Points by comparison.
        enough: From where on two tellings are one happening.
        strangers: What a pair counts that is not worth comparing.
        clear: How many more than for any other happening lay a wide date beside one.
        alike: From what likeness on two reports without a day may tell of one happening.
        rare: From what rarity on a name alone makes a pair worth comparing.
        common: How rare what the news of two reports have in common must be together.
        common_aside: The same of what is told in passing.
        near: Kinds that are told for one another.
        kinds: How much a token of each kind counts.
    """

    worth: Mapping[str, int]
    enough: int
    strangers: int
    clear: int
    alike: float
    rare: float
    common: float
    common_aside: float
    near: tuple[frozenset[str], ...]
    kinds: Mapping[str, float]

    def are_near(self, one: str, other: str) -> bool:
        """Whether an event of one kind is told for one of the other."""
        return any(one in kinds and other in kinds for kinds in self.near)


@lru_cache(maxsize=1)
def points() -> Points:
    """The points of the package."""
    table = tomli.loads(files("data_model.link").joinpath("points.toml").read_text("utf-8"))
    worth = {name: entry["points"] for name, entry in table["points"].items()}
    near = tuple(map(frozenset, table["near"]["kinds"]))
    return Points(
        worth,
        table["enough"],
        table["strangers"],
        table["clear"],
        table["alike"],
        table["rare"],
        table["common"],
        table["common_aside"],
        near,
        table["kinds"],
    )
