"""Which tellings are worth comparing: those of one week that share something rare, or two common things.

Weeks keep the cost in the size of a pile linear: a name may be as common as it likes. A country alone makes
no candidate, nor does a president; a president and a city do.
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

_DAYS = 7
# How many days two dates may miss each other and still be compared; plans are moved.
_SLACK, _SLACK_OF_PLANS = 2, 7


def candidates(tellings: Iterable[Telling], about: AbstractSet[str] | None = None) -> Iterator[Pair]:
    """Every pair worth comparing, each once.

    Args:
        tellings: In the order of their first day; those whose weeks are over are let go of.
        about: Only pairs with one of these events; None for all.
    """
    open_weeks: dict[int, dict[Block, list[Telling]]] = {}
    for telling in tellings:
        over = (telling.first - _SLACK_OF_PLANS) // _DAYS
        for week in [week for week in open_weeks if week < over]:
            del open_weeks[week]
        asked = about is None or telling.id in about
        met: set[str] = set()
        blocks = tuple(blocks_of(telling))
        # In later weeks it meets again whom it has met: each pair once, in the first week they share.
        for week in weeks_of(telling):
            held = open_weeks.setdefault(week, defaultdict(list))
            for block in blocks:
                for earlier in held[block]:
                    if earlier.id not in met and earlier.document != telling.document:
                        met.add(earlier.id)
                        if asked or (about is not None and earlier.id in about):
                            yield earlier, telling
                held[block].append(telling)


def weeks_of(telling: Telling) -> range:
    """The weeks it is compared in, counted from the beginning of the calendar."""
    slack = _SLACK if telling.status in {"happened", "ongoing"} else _SLACK_OF_PLANS
    return range((telling.first - slack) // _DAYS, (telling.last + slack) // _DAYS + 1)


def weeks_around(tellings: Iterable[Telling]) -> list[tuple[int, int]]:
    """The runs of days, as ordinals, on which something may be worth comparing with one of these."""
    runs: list[tuple[int, int]] = []
    for week in sorted({week for telling in tellings for week in weeks_of(telling)}):
        start, stop = week * _DAYS - _SLACK_OF_PLANS, (week + 1) * _DAYS + _SLACK_OF_PLANS
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], stop)
        else:
            runs.append((start, stop))
    return runs


def blocks_of(telling: Telling) -> Iterator[Block]:
    """What it is looked for by: its rare names and numbers, and its common ones two by two."""
    names = {*telling.people, *telling.bodies, *(word for word in telling.words if word[0] == "n")}
    if telling.city:
        names.add(telling.city)
    if telling.main:
        names |= {token for token in telling.report if token[0] in "po"}
    least = points().rare
    common = sorted(name for name in {*names, *telling.countries} if rarity(name) < least)
    yield from sorted(name for name in names if rarity(name) >= least)
    yield from combinations(common, 2)
