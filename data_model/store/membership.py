"""Of which bodies a member takes part: worked out when it is first asked for, for few ask it.

Some countries belong to twenty bodies: kept for every happening of a large store, these pairs would outweigh
all other columns together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from data_model.store.arrays import EVER, NEVER, Bridge, Ints, day_number

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
    came = countries.tied(TOOK_PART)
    place, code = countries.place[came], countries.code[came]
    begin, end = first[place], last[place]
    number = {country: one for one, country in enumerate(countries.keys)}
    heads: dict[Members, str] = {}
    found: dict[str, Ints] = {}
    families: dict[str, list[Ints]] = {}
    for key, members in bodies.members.items():
        head = heads.setdefault(members, key)
        if head == key:
            terms = _terms(members, number)
            rows = [(begin >= start[code]) & (end <= stop[code]) for start, stop in terms]
            found[key] = np.unique(place[np.logical_or.reduce([np.zeros(len(place), np.bool_), *rows])])
        if family := bodies.families.get(key):
            families.setdefault(family, []).append(found[head])
    same = {key: heads[members] for key, members in bodies.members.items() if heads[members] != key}
    joined = {family: np.unique(np.concatenate(places)) for family, places in families.items()}
    return {"organization": _bridge(found, same), "family": _bridge(joined, {})}


def _terms(members: Members, number: Mapping[str, int]) -> list[tuple[Ints, Ints]]:
    """Country -> first and last day as a member; one that came back has its next term in the next pair."""
    terms: list[tuple[Ints, Ints]] = []
    turns: Counter[str] = Counter()
    for country, first, last in members:
        if country in number:
            turn, place = turns[country], number[country]
            turns[country] += 1
            if turn == len(terms):
                # Of a country that is none, no day lies between the last and the first of all.
                terms.append((np.full(len(number), EVER, np.int32), np.full(len(number), NEVER, np.int32)))
            start, stop = terms[turn]
            start[place] = NEVER if first is None else day_number(first)
            stop[place] = EVER if last is None else day_number(last)
    return terms


def _bridge(found: Mapping[str, Ints], same: Mapping[str, str]) -> Bridge:
    keys = tuple(sorted(key for key, places in found.items() if len(places)))
    place = np.concatenate([np.zeros(0, np.int32), *(found[key] for key in keys)])
    code = np.repeat(np.arange(len(keys), dtype=np.int32), [len(found[key]) for key in keys])
    order = np.argsort(place, kind="stable")
    return Bridge(keys, code[order], place[order], None, same)
