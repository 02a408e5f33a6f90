"""From an open event to the next in time, among those of the view."""

from __future__ import annotations

from typing import Any

import numpy as np

from dashboard.callbacks.asked import Asked
from dashboard.callbacks.event import answer_event
from dashboard.components.walk_bar import walk_bar
from dashboard.config import Config
from data_model import EventFilter, Store
from tests.dashboard.sample import Register


def bar_of(store: Store, event: str, **query: str) -> Any:
    found = answer_event(Asked(store, Register(), Config()), {"event": event, "query": query})
    return next((one for one in found if getattr(one, "className", "") == "walk-bar"), None)


def told(step: Any) -> Any:
    return getattr(step, "data-event", None)


def test_the_steps_go_through_all_events_of_a_view_in_the_order_of_its_table(store: Store) -> None:
    view = store.view(EventFilter())
    order = [row["id"] for row in view.rows(view.ordered("oldest"))]
    for turn, event in enumerate(order):
        before, words, after = bar_of(store, event).children
        assert words.children == f"{turn + 1} of {len(order)} in time"
        assert told(before) == (order[turn - 1] if turn else None)
        assert told(after) == (order[turn + 1] if turn + 1 < len(order) else None)
    assert bar_of(store, order[0]).children[0].disabled


def test_they_keep_to_the_filters(store: Store) -> None:
    frame = store.timeline(EventFilter(organizations=("cis",)))
    first, second = frame["id"].tolist()[:2]
    before, words, after = bar_of(store, first, org="cis").children
    assert words.children == "1 of 4 in time"
    assert told(after) == second
    assert getattr(before, "data-event", None) is None
    outside = next(key for key in store.timeline(EventFilter())["id"] if key not in set(frame["id"]))
    assert bar_of(store, outside, org="cis") is None


def test_one_event_alone_has_no_steps(store: Store) -> None:
    view = store.view(EventFilter(text="Singapore"))
    (place,) = np.flatnonzero(view.chosen)
    assert walk_bar(view, int(place)) == []
    assert view.beside(-1) is None
