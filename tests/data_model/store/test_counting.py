"""What is counted: happenings, the reports that tell of them, or those of a wording of their own."""

from __future__ import annotations

import numpy as np
import pytest

from data_model.store.columns import COUNTS
from data_model.store.filters import EventFilter
from data_model.store.lanes import sort_into_lanes
from data_model.store.store import Store
from data_model.values import Link
from tests.factory import make_event, make_report

# A happening of three reports, two of one wording; one of a single report.
TIMES = {"events": (1, 1), "reports": (3, 1), "sources": (2, 1)}
JUNE = np.array([19509, 19539])  # 1 June and 1 July 2023, in days since 1970


@pytest.fixture(scope="module")
def store():
    def report(name: str, countries: tuple[str, ...], **facts):
        told = {"organizations": ["csto"], "topics": ("energy",), "countries": countries, **facts}
        return make_report(name, [make_event(f"{name}:1", **told)])

    told = [report(name, ("BY", "RU")) for name in "abc"]
    alone = report("d", ("BY",), date="2023-06-20", organizations=["cis"])
    links = [Link("a:1", "b:1", 0.9), Link("b:1", "c:1", 0.9), Link("a", "b", 0.9, (), "copy")]
    with Store.in_memory() as opened:
        opened.add([*told, alone])
        opened.linking.put_links(links, "test")
        yield opened


@pytest.mark.parametrize("count", COUNTS)
def test_every_count_of_a_view_counts_the_same(store, count):
    view = store.view(EventFilter()).counting(count)
    three, one = TIMES[count]

    assert view.by_country("participating") == {"BY": three + one, "RU": three}
    assert view.facets()["organization"] == {"csto": three, "cis": one}
    assert view.by_topic() == {"energy": three + one}
    assert view.over_time(JUNE)[0].tolist() == [three + one]
    assert view.topics_over_time(JUNE)["energy"].tolist() == [three + one]
    lanes = sort_into_lanes(view, "organization", 5, str.upper)
    assert dict(zip(lanes.keys, lanes.counted, strict=True)) == {"csto": three, "cis": one}
    assert lanes.sizes == [1, 1], "a lane has room for marks, whatever is counted"
    assert lanes.density(JUNE, {}).ravel().tolist() == [
        one,
        three,
    ]  # lanes of even size by name


@pytest.mark.parametrize("count", COUNTS)
def test_how_much_a_view_holds_is_told_in_happenings(store, count):
    view = store.view(EventFilter()).counting(count)

    assert (view.counts.events, view.counts.documents) == (2, 4)
    assert view.parts() == (2, 0, 0)
    assert [(row["reports"], row["sources"]) for row in view.page("newest", 0, 2)] == [(1, 1), (3, 2)]
