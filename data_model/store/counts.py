"""How much a selection of happenings holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Total(NamedTuple):
    """What the whole store holds."""

    events: int
    documents: int


class Certain(NamedTuple):
    """What certainly lies in the period asked for; without a period, everything that was found."""

    events: int
    documents: int
    countries: int
    organizations: int
    planned: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a selection holds; events are happenings, however many reports tell of them.

    Attributes:
        events: Happenings.
        documents: Reports that tell of them.
        countries: Countries tied to them as the filter means it.
        organizations: Bodies, likewise.
        undated: Happenings that cannot stand on the axis.
        approximate: Happenings whose date is marked as approximate.
        planned: Happenings still to come when they were reported, or put off.
        first: First possible day of those on the axis.
        last: Last possible day of those on the axis.
        certain: The part that certainly lies in the period: no possible day of it is outside, or
            it lasted and reaches into it.
        total: Everything in the store.
    """

    events: int
    documents: int
    countries: int
    organizations: int
    undated: int
    approximate: int
    planned: int
    first: date | None
    last: date | None
    certain: Certain
    total: Total
