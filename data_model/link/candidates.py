"""Which tellings are worth comparing: those of one day that share something rare, or two common things.

Days keep the cost in the size of a pile low: a name may be as common as it likes. A country alone makes no
candidate, nor does a president; a president and a city do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations

from data_model.link.points import points
from data_model.link.rarity import rarity
from data_model.tellings import Telling

Pair = tuple[Telling, Telling]
Block = str | tuple[str, str]

# How many days around its own an event is looked for: a stated day none, one that is not stated so many, a
# plan, which may have been moved, so many.
_SLACK, _SLACK_OF_PLANS = 2, 7
# A number of fewer figures counts something in every other report.
_LONG_NUMBER = len("n:100")


def candidates(tellings: Iterable[Telling], about: AbstractSet[str] | None = None) -> Iterator[Pair]:
    """Every pair worth comparing, each once.

    Args:
        tellings: In the order of their first day; those whose days are over are let go of.
        about: Only pairs with one of these events; None for all.
    """
    open_days: dict[int, dict[Block, list[Telling]]] = {}
    today = 0
    for telling in tellings:
        if telling.first > today:
            today = telling.first
            for day in [day for day in open_days if day < today - _SLACK_OF_PLANS]:
                del open_days[day]
        asked = about is None or telling.id in about
        met: set[str] = set()
        blocks = tuple(blocks_of(telling))
        # On later days it meets again whom it has met: each pair once, on the first day they share.
        for day in compared_days(telling):
            held = open_days.setdefault(day, defaultdict(list))
            for block in blocks:
                for earlier in held[block]:
                    if earlier.id not in met:
                        met.add(earlier.id)
                        if (asked or (about is not None and earlier.id in about)) and _may(earlier, telling):
                            yield earlier, telling
                held[block].append(telling)


def compared_days(telling: Telling) -> range:
    """The days it is compared on, as ordinals."""
    slack = 0 if telling.stated else _SLACK
    if telling.status not in {"happened", "ongoing"}:
        slack = _SLACK_OF_PLANS
    return range(telling.first - slack, telling.last + slack + 1)


def days_around(tellings: Iterable[Telling]) -> list[tuple[int, int]]:
    """The runs of days, as ordinals, on which something may be worth comparing with one of these."""
    runs: list[tuple[int, int]] = []
    for days in sorted((compared_days(telling) for telling in tellings), key=lambda days: days.start):
        start, stop = days.start - _SLACK_OF_PLANS, days.stop + _SLACK_OF_PLANS
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(stop, runs[-1][1]))
        else:
            runs.append((start, stop))
    return runs


def blocks_of(telling: Telling) -> Iterator[Block]:
    """What it is looked for by: its rare names and numbers, and its common ones two by two."""
    names = {*telling.people, *telling.bodies}
    names |= {word for word in telling.words if word[0] == "n" and len(word) >= _LONG_NUMBER}
    if telling.city:
        names.add(telling.city)
    if telling.main:
        names |= {token for token in telling.report if token[0] in "po"}
    least = points().rare
    common = sorted(name for name in {*names, *telling.countries} if rarity(name) < least)
    yield from sorted(name for name in names if rarity(name) >= least)
    yield from combinations(common, 2)


def _may(one: Telling, other: Telling) -> bool:
    """Whether a pair can have enough points, as far as that is told at a glance."""
    if one.document == other.document or (one.wide and other.wide):
        return False
    least = points().common if one.main and other.main else points().common_aside
    return sum(map(rarity, one.own & other.own)) >= least
