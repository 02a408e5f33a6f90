"""What certainly lies in a period, apart from what only may."""

from __future__ import annotations

from datetime import date

import pytest

from data_model import EventFilter, Store
from tests.factory import make_event, make_report

JUNE = EventFilter(since=date(2023, 6, 1), until=date(2023, 6, 8))


@pytest.mark.parametrize(
    ("edtf", "certain"),
    [
        ("2023-06-03", True),
        ("[2023-06-02..2023-06-08]", True),
        ("2023-06", False),
        ("2023", False),
        ("[2023-06-03,2024-06-03]", False),
        ("[2023-06-01..]", False),
        ("XXXX-06-03", False),
        ("2023-05-30/2023-06-02", True),  # it lasted, and reaches into the period
    ],
)
def test_certain_is_what_no_possible_day_takes_out(edtf: str, certain: bool) -> None:
    with Store.in_memory() as store:
        store.add([make_report("a", [make_event("e", date=edtf)])])
        counts = store.counts(JUNE)
        assert counts.events == 1
        assert counts.certain.events == counts.certain.documents == certain
        everything = store.counts(EventFilter())
        assert everything.certain.events == everything.events == 1
