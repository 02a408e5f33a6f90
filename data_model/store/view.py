"""One view of the store: a selection made once, and everything that is counted of it.

    view = store.view(EventFilter(organizations=("csto",)))
    view.counts, view.facets(), view.over_time(edges)

What a page draws is asked as counts; whole rows are asked only for what is shown (`rows`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any, ClassVar

import numpy as np

from data_model.store.arrays import Bits, Bridge, Floats, Ints
from data_model.store.columns import WIDE, Columns
from data_model.store.conditions import FindText, certainly_in, find_passing
from data_model.store.counts import Certain, Counts, Total
from data_model.store.filters import EventFilter
from data_model.store.orders import Beside, beside_in, order_of
from data_model.store.spread import spread_over

# What a list or a mark shows of a happening.
ROW = (
    "id", "title", "type", "status", "edtf", "earliest", "latest", "placed", "approximate", "main", "reports",
    "sources", "disagree", "weight", "organizations", "countries", "topics", "wording", "according_to",
    "likely", "likely_share", "people", "score", "said",
)  # fmt: skip
Rows = Callable[[Ints, Sequence[str]], list[dict[str, Any]]]
_EPOCH = date(1970, 1, 1)
FACETS = (
    "organization", "family", "country", "person", "topic", "type", "status", "publisher", "language",
)  # fmt: skip


@dataclass(frozen=True)
class View:
    """A filter and what passes it.

    Attributes:
        columns: What is counted.
        wanted: The filter.
        passing: Kind of filter in force -> which happenings pass it.
        documents: How many documents the store holds.
        read_rows: Whole rows of some places, in their order.
        count: What is counted by key and by time, one of `columns.COUNTS`; the amounts (`counts`) and the
            parts are of happenings whatever is counted.
    """

    WIDE: ClassVar[int] = WIDE

    columns: Columns
    wanted: EventFilter
    passing: Mapping[str, Bits]
    documents: int
    read_rows: Rows = field(repr=False)
    count: str = "events"
    _by_country: dict[str, dict[str, int]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls, columns: Columns, wanted: EventFilter, documents: int, find_text: FindText, read_rows: Rows
    ) -> View:
        """The view of a filter."""
        return cls(columns, wanted, find_passing(columns, wanted, find_text), documents, read_rows)

    def counting(self, count: str) -> View:
        """The same view, counting something else."""
        if count == self.count:
            return self
        given = (self.columns, self.wanted, self.passing, self.documents, self.read_rows)
        return View(*given, count=count)

    @property
    def times(self) -> Ints | None:
        """How many times each happening counts, None for once."""
        return self.columns.times(self.count)

    def without(self, *kinds: str) -> Bits:
        """What passes when some kinds of filter are left out."""
        chosen = [bits for kind, bits in self.passing.items() if kind not in kinds]
        if not chosen:
            return np.ones(self.columns.size, np.bool_)
        found: Bits = np.logical_and.reduce(chosen)
        return found

    @cached_property
    def chosen(self) -> Bits:
        """What passes."""
        return self.without()

    @cached_property
    def placed(self) -> Bits:
        """What of it stands on the axis."""
        found: Bits = self.chosen & self.columns.placed
        return found

    @property
    def events(self) -> int:
        """How many it holds: what `counts` tells of it, without counting the rest."""
        return int(self.chosen.sum())

    @cached_property
    def counts(self) -> Counts:
        """How much it holds, and how much of that is certain."""
        first, last = self._ends(self.placed)
        amounts = certain = self._amounts(self.chosen)
        if self.wanted.since is not None or self.wanted.until is not None:
            certain = self._amounts(self.chosen & certainly_in(self.columns, self.wanted))
        events, documents, countries, organizations, planned = amounts
        return Counts(
            events=events,
            documents=documents,
            countries=countries,
            organizations=organizations,
            undated=events - int(self.placed.sum()),
            approximate=int((self.chosen & self.columns.approximate).sum()),
            planned=planned,
            first=first,
            last=last,
            certain=certain,
            total=Total(self.columns.size, self.documents),
        )

    def _ends(self, placed: Bits) -> tuple[date | None, date | None]:
        if not placed.any():
            return None, None
        first, last = self.columns.first[placed].min(), self.columns.last[placed].max()
        return _day(int(first)), _day(int(last))

    def _amounts(self, chosen: Bits) -> Certain:
        counted = {}
        for kind in ("document", "country", "organization"):
            bridge, bits = self.tied(kind)
            counted[kind] = int(np.count_nonzero(bridge.counted(chosen, bits)))
        planned = int((chosen & self.columns.planned).sum())
        return Certain(
            int(chosen.sum()), counted["document"], counted["country"], counted["organization"], planned
        )

    # Counted by key

    def tied(self, kind: str) -> tuple[Bridge, int]:
        """Which happening has which keys of a kind, and the bits of the ties the filter means."""
        return self.columns.tied(kind, self.wanted.layer_of(kind))

    def facets(self) -> dict[str, dict[str, int]]:
        """Kind -> key -> how many happenings a further choice would leave, each under the other filters."""
        return {kind: self.facet(kind) for kind in FACETS}

    def facet(self, kind: str) -> dict[str, int]:
        """The same of one kind, one of `FACETS`."""
        return self._counted(kind, self._others("organization" if kind == "family" else kind))

    def left_by(self, kind: str, others: Sequence[View]) -> list[int]:
        """How many would be left if a kind of filter were as in each of some views with no other filter."""
        passing = self._others(kind)
        chosen = [passing & one.chosen for one in others]
        return [int(one.sum() if self.times is None else self.times[one].sum()) for one in chosen]

    def _others(self, kind: str) -> Bits:
        """What passes the other kinds of filter."""
        return self.without(kind) if kind in self.passing else self.chosen

    def by_country(self, layer: str) -> dict[str, int]:
        """Country -> happenings tied to it so, most first."""
        if layer not in self._by_country:
            self._by_country[layer] = self._counted("country", self.chosen, layer)
        return self._by_country[layer]

    def keys_of(self, kind: str, places: Ints, layer: str = "") -> list[tuple[str, ...]]:
        """The keys of a kind that some happenings have, in a layer, else tied as the filter means it."""
        bridge, bits = self.columns.tied(kind, layer or self.wanted.layer_of(kind))
        return bridge.keys_of(places, bits)

    def by_topic(self) -> dict[str, int]:
        """Topic -> happenings, most first."""
        return self._counted("topic", self.chosen)

    def by_document(self) -> dict[str, int]:
        """Document -> happenings it tells of, most first."""
        return self._counted("document", self.chosen)

    def _counted(self, kind: str, chosen: Bits, layer: str = "") -> dict[str, int]:
        bridge, bits = self.columns.tied(kind, layer or self.wanted.layer_of(kind))
        counts = bridge.counted(chosen, bits, self.times)
        some = np.flatnonzero(counts)
        # Keys are in order, so that a stable sort leaves them so where counts are even.
        order = some[np.argsort(-counts[some], kind="stable")]
        return {bridge.keys[code]: int(counts[code]) for code in order.tolist()}

    # Counted by time

    def over_time(self, edges: Ints, *, period: bool = True, vague: bool = True) -> tuple[Floats, Floats]:
        """Happenings a bin, and how many of them were planned; a range is spread over its days.

        Args:
            edges: The first day of each bin and the day after the last.
            period: Whether the period of the filter counts.
            vague: Whether what may lie anywhere in more than `columns.WIDE` days counts.
        """
        chosen = self.placed if period else self.without("period", "within") & self.columns.placed
        chosen = chosen if vague else chosen & ~self.columns.vague
        planned = chosen & self.columns.planned
        return (
            spread_over(self.columns, np.flatnonzero(chosen), edges, times=self.times),
            spread_over(self.columns, np.flatnonzero(planned), edges, times=self.times),
        )

    def topics_over_time(self, edges: Ints, *, vague: bool = True) -> dict[str, Floats]:
        """Topic -> happenings a bin; with what is vague or without, as in `over_time`."""
        bridge = self.columns.bridges["topic"]
        rows = (self.placed if vague else self.placed & ~self.columns.vague)[bridge.place]
        size = len(edges) - 1
        groups = bridge.code[rows], len(bridge.keys)
        found = spread_over(self.columns, bridge.place[rows], edges, *groups, times=self.times)
        table = found.reshape(len(bridge.keys), size)
        return {bridge.keys[code]: table[code] for code in np.flatnonzero(table.any(axis=1)).tolist()}

    @property
    def vague(self) -> int:
        """How many stand on the axis but may lie anywhere in more than `columns.WIDE` days."""
        return int((self.placed & self.columns.vague).sum())

    def ends(self, *, period: bool = True) -> tuple[Ints, Ints]:
        """First and last possible days of what stands on the axis."""
        chosen = self.placed if period else self.without("period", "within") & self.columns.placed
        return self.columns.first[chosen], self.columns.last[chosen]

    # Whole rows

    def rows(self, places: Ints, columns: Sequence[str] = ROW) -> list[dict[str, Any]]:
        """Whole rows, in the order of the places, with some columns of `queries.UNDATED`."""
        return self.read_rows(places, columns)

    def number_tied(self, kind: str, layer: str) -> int:
        """How many happenings have any key of a kind in a layer."""
        bridge, bits = self.columns.tied(kind, layer)
        return int(bridge.holding(frozenset(bridge.keys), self.columns.size, bits)[self.chosen].sum())

    def certainty_of(self, places: Ints) -> list[str]:
        """How sure the dates of some happenings are: `exact`, `approximate` or `unplaced`."""
        exact, placed = self.columns.exact[places], self.columns.placed[places]
        told: list[str] = np.select([exact, placed], ["exact", "approximate"], "unplaced").tolist()
        return told

    def sharpest_ends(self) -> Ints:
        """The places of what begins first and of what ends last.

        What says too little of its day counts only where nothing says more; empty when nothing has a day.
        """
        sharp = self.placed & ~self.columns.wide
        places = np.flatnonzero(sharp if sharp.any() else self.placed)
        if not len(places):
            return places
        return places[[self.columns.first[places].argmin(), self.columns.last[places].argmax()]]

    def page(self, order: str, start: int, stop: int) -> list[dict[str, Any]]:
        """Some rows of the view in an order of `orders.ORDERS`, their countries as the filter means them."""
        places = self.ordered(order)[start:stop]
        lands = self.keys_of("country", places)
        return [row | {"countries": codes} for row, codes in zip(self.rows(places), lands, strict=True)]

    def undated(self, start: int, stop: int) -> list[dict[str, Any]]:
        """Some rows of what cannot stand on the axis, what most reports tell first."""
        return self.rows(self.ordered("told")[sum(self.parts()[:2]) :][start:stop])

    def ordered(self, order: str) -> Ints:
        """Every place of the view in an order."""
        every = order_of(self.columns, order)
        return every[self.chosen[every]]

    def beside(self, place: int) -> Beside | None:
        """What comes before and after a happening in time; None for one that is not in the view."""
        return beside_in(self.ordered("oldest"), place)

    def parts(self) -> tuple[int, int, int]:
        """How many stand in the order of time, on too wide a stretch for it, and on none."""
        wide = int((self.placed & self.columns.wide).sum())
        placed = int(self.placed.sum())
        return placed - wide, wide, int(self.chosen.sum()) - placed


def _day(number: int) -> date:
    return _EPOCH + timedelta(days=number)
