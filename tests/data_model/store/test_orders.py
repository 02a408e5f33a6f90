"""The orders of a list: by the first day a date allows, or by how many reports tell of it."""

from __future__ import annotations

import pytest

from data_model.store.filters import EventFilter
from data_model.store.store import Store
from data_model.values import Link
from tests.factory import make_date, make_event, make_report

DATES = {
    "late": "2020-01-01", "early": "2019-06-01", "wide": "[1990..2015]",
    # On no axis: by the first day, else by the last, else by the day of the report.
    "from": "[2018-09-04..]", "to": "[..2010-03-01]", "none": "XXXX-XX-XX",
}  # fmt: skip


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("oldest", ["early", "late", "wide", "to", "none", "from"]),
        ("newest", ["late", "early", "wide", "from", "none", "to"]),
    ],
)
def test_what_has_no_place_on_an_axis_is_sorted_too_behind_the_rest(order, names):
    events = [make_event(name, date=edtf) for name, edtf in DATES.items()]
    with Store.in_memory() as store:
        store.add([make_report("one", events, normalized={"document_date": make_date("2015")})])

        assert [row["id"] for row in store.view(EventFilter()).page(order, 0, 9)] == names


def test_what_most_reports_tell_comes_first():
    reports = [make_report(f"d{n}", [make_event(f"e{n}", date=f"2020-01-0{n + 1}")]) for n in range(4)]
    with Store.in_memory() as store:
        store.add(reports)
        store.linking.put_links([Link("e2", "e3", 0.9, ("alike",))], "test")

        told = [row["reports"] for row in store.view(EventFilter()).page("told", 0, 9)]
        assert told == [2, 1, 1]
