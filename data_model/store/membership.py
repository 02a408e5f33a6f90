"""Of which bodies a member takes part: worked out when it is first asked for, for few ask it.

Some countries belong to twenty bodies: kept for every happening of a large store, these pairs would outweigh
all other columns together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from data_model.store.arrays import EVER, NEVER, Bits, Bridge, Ints, day_number

TOOK_PART = 1  # of the ways a country is tied to a happening


# Countries, each with its first day as a member and its last; None is an open end.
Members = tuple[tuple[str, date | None, date | None], ...]


@dataclass(frozen=True, slots=True)
class Bodies:
    """What is known of bodies beside what reports tell.

    Attributes:
        families: Key of a body -> the family of those that share its name.
        members: Key of a body -> who belonged to it, and when. Of bodies with the very same members (a union
            and its organs) the first stands for the others where bodies are listed.
    """

    families: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, Members] = field(default_factory=dict)


def bridge_members(countries: Bridge, first: Ints, last: Ints, bodies: Bodies) -> dict[str, Bridge]:
    """For bodies and for families of them: which happenings a member takes part in.

    Args:
        countries: Which happening has which countries.
        first: Place -> the first day it may be of.
        last: Place -> the last one.
        bodies: What is known of bodies.

    Returns:
        The bridges `organization` and `family`.
    """
    came = np.flatnonzero(np.broadcast_to(countries.tied(TOOK_PART), countries.code.shape))
    came = came[np.argsort(countries.code[came], kind="stable")]
    place = countries.place[came]
    begin, end = first[place], last[place]
    ends = np.searchsorted(countries.code[came], np.arange(len(countries.keys) + 1)).tolist()
    rows_of = {key: slice(*ends[code : code + 2]) for code, key in enumerate(countries.keys)}
    heads: dict[Members, str] = {}
    found: dict[str, Ints] = {}
    families: dict[str, Bits] = {}
    for key, members in bodies.members.items():
        head = heads.setdefault(members, key)
        if head == key:
            in_it = np.zeros(len(first), np.bool_)
            for country, joined_on, left_on in members:
                rows = rows_of.get(country, slice(0))
                since = NEVER if joined_on is None else day_number(joined_on)
                until = EVER if left_on is None else day_number(left_on)
                in_it[place[rows][(begin[rows] >= since) & (end[rows] <= until)]] = True
            found[key] = np.flatnonzero(in_it).astype(np.int32)
        if family := bodies.families.get(key):
            families.setdefault(family, np.zeros(len(first), np.bool_))[found[head]] = True
    same = {key: heads[members] for key, members in bodies.members.items() if heads[members] != key}
    joined = {family: np.flatnonzero(bits).astype(np.int32) for family, bits in families.items()}
    return {"organization": _bridge(found, same), "family": _bridge(joined, {})}


def _bridge(found: Mapping[str, Ints], same: Mapping[str, str]) -> Bridge:
    keys = tuple(sorted(key for key, places in found.items() if len(places)))
    place = np.concatenate([np.zeros(0, np.int32), *(found[key] for key in keys)])
    code = np.repeat(np.arange(len(keys), dtype=np.int32), [len(found[key]) for key in keys])
    order = np.argsort(place, kind="stable")
    return Bridge(keys, code[order], place[order], None, same)
