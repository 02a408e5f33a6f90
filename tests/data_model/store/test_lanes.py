"""Lanes of a view: pinned ones first, what has none counted, scattered dates beside the rest; neighbours."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from data_model import EventFilter, Link, Store, sort_into_lanes
from data_model.store.orders import beside_in
from tests.factory import make_event, make_report


@pytest.fixture
def store() -> Iterator[Store]:
    events = [
        make_event("one", date="2018-01-01", organizations=("a", "b")),
        make_event("two", date="2019-01-01", organizations=("a",)),
        make_event("three", date="2020-01-01", organizations=("c",)),
        make_event("or", date="[2018-09-04,2019-09-04]", organizations=("b", "d")),
        make_event("any", date="XXXX-09-04", organizations=("b",)),
        make_event("open", date="[2018-09-04..]", organizations=("a",)),
    ]
    with Store.in_memory() as opened:
        opened.add([make_report(events=events)])
        yield opened


def test_pinned_keys_come_first_and_the_rest_is_counted(store: Store) -> None:
    view = store.view(EventFilter())
    plain = sort_into_lanes(view, "organization", 2, str)
    assert (plain.keys, plain.sizes, plain.hidden) == (("a", "…"), [2, 1], 2)
    pinned = sort_into_lanes(view, "organization", 2, str, (), ("c", "nobody", "b"))
    assert (pinned.keys, pinned.sizes, pinned.hidden) == (("c", "b", "…"), [1, 1, 1], 1)
    assert pinned.scattered is None


def test_what_may_be_on_one_of_several_days_stands_beside_and_is_not_counted(store: Store) -> None:
    view = store.view(EventFilter())
    lanes = sort_into_lanes(view, "organization", 9, str, scattered=True)
    assert lanes.scattered is not None
    assert (lanes.keys, lanes.sizes) == (("a", "b", "c", "d"), [2, 1, 1, 0])
    assert lanes.scattered.sizes == [0, 1, 0, 1]  # neither what has no year nor what has an open end
    assert [row["id"] for row in view.rows(np.unique(lanes.scattered.place))] == ["or"]
    assert view.counts.undated == 3


def test_neighbours_in_the_order_of_time(store: Store) -> None:
    view = store.view(EventFilter(organizations=("a",)))
    order = view.ordered("oldest")
    names = [row["id"] for row in view.rows(order)]
    assert names == ["one", "two", "open"]
    middle = view.beside(store.event("two").place)
    assert middle is not None
    assert (middle.before, middle.after, middle.turn, middle.total) == (order[0], order[2], 1, 3)
    assert view.beside(store.event("three").place) is None
    first = beside_in(order, int(order[0]))
    assert first is not None
    assert (first.before, first.turn) == (None, 0)


def test_the_days_that_reports_tell_are_part_of_a_row_where_they_differ() -> None:
    told = [make_event(f"told{n}", date=f"2023-06-0{n}") for n in (8, 9)]
    with Store.in_memory() as store:
        store.add([make_report("a", [told[0], make_event("else")]), make_report("b", [told[1]])])
        store.linking.put_links([Link("told8", "told9", 1.0, ("the same",))], "test")
        view = store.view(EventFilter())
        rows = {row["id"]: row for row in view.rows(np.arange(2))}
    assert rows["told8"]["said"] == ["2023-06-08", "2023-06-09"]
    assert rows["else"]["said"] == []
    assert rows["else"]["score"] == 1.0
