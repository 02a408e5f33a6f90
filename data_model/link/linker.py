"""From tellings to links: pairs worth comparing, those with enough points, the happenings they make.

Pure: the tellings come as an argument. What a pair has to say depends on the two alone, a group's
happenings on the group alone; so a part of the pile may be linked anew while the rest stays as it is
(`relinking.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from data_model.joining import joined
from data_model.link.candidates import candidates
from data_model.link.clusters import link_group
from data_model.link.compare import compare
from data_model.link.points import points
from data_model.link.telling import tellings_of, undated_of
from data_model.link.undated import link_undated
from data_model.tellings import Telling
from data_model.values import Link, Report

Edge = tuple[str, str]


def link_events(reports: Iterable[Report]) -> tuple[Link, ...]:
    """Which events of some reports tell of one happening, and what nearly did; in the order of ids."""
    told = list(reports)
    dated = link_tellings(telling for report in told for telling in tellings_of(report))
    undated = link_undated(filter(None, map(undated_of, told)))
    return tuple(sorted((*dated, *undated), key=lambda link: (link.one, link.other)))


def link_tellings(tellings: Iterable[Telling]) -> tuple[Link, ...]:
    """The same of their tellings."""
    told = {telling.id: telling for telling in sorted(tellings, key=lambda one: (one.first, one.id))}
    links = [
        link for part in parts_of(edges_of(told.values())) for link in link_group([told[one] for one in part])
    ]
    return tuple(sorted(links, key=lambda link: (link.one, link.other)))


def edges_of(tellings: Iterable[Telling], about: AbstractSet[str] | None = None) -> Iterator[Edge]:
    """The pairs with enough points.

    Args:
        tellings: In the order of their first day.
        about: Only pairs with one of these events; None for all.
    """
    enough = points().enough
    for one, other in candidates(tellings, about):
        compared = compare(one, other)
        if compared is not None and compared.points >= enough:
            yield one.id, other.id


def parts_of(edges: Iterable[Edge]) -> list[tuple[str, ...]]:
    """The connected parts, each in the order of ids."""
    parts: dict[str, list[str]] = defaultdict(list)
    for one, root in joined(edges).items():
        parts[root].append(one)
    return [tuple(part) for part in parts.values()]
