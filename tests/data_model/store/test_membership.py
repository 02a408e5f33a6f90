"""A member takes part only while it is one: on every day the event may be of."""

from __future__ import annotations

from datetime import date

import pytest

from data_model import organization_members
from data_model.store.filters import EventFilter
from data_model.store.store import Store
from tests.factory import make_date, make_event, make_report

UNION = (
    ("AM", date(2000, 1, 1), date(2009, 12, 31)),
    ("AM", date(2020, 1, 1), None),
    ("RU", None, None),
)
MEMBERS = {"union": UNION, "union-council": UNION, "club": (("FR", None, None),)}


@pytest.mark.parametrize(
    ("country", "edtf", "written", "held"),
    [
        ("AM", "2005-06-08", "2024", True),
        ("AM", "2015-06-08", "2024", False),
        ("AM", "2021", "2024", True),
        ("AM", "2019/2021", "2024", False),
        ("AM", "[2005-06-08,2021-06-08]", "2024", False),
        # Without bounds on both sides the days of the report count.
        ("AM", "XXXX-06-08", "2023", True),
        ("AM", "[2005-06-08..]", "2015", False),
        ("AM", "XXXX-XX-XX", "XXXX-XX-XX", False),
        ("RU", "XXXX-XX-XX", "XXXX-XX-XX", True),
        ("KZ", "2005-06-08", "2024", False),
    ],
)
def test_membership_holds_at_the_days_of_the_event(country, edtf, written, held):
    event = make_event("e", date=edtf, countries=(country,), organizations=("club",))
    with Store.in_memory(members=MEMBERS, families={"union-council": "council"}) as store:
        store.add([make_report("one", [event], normalized={"document_date": make_date(written)})])

        for key in ("union", "union-council", "family:council"):
            asked = EventFilter(organizations=(key,), organization_layer="member")
            assert store.counts(asked).events == held, key
        assert store.counts(EventFilter(organizations=("union",))).events == 0, "it did not act"
        # Of bodies with the very same members one stands in the list.
        assert list(store.view(EventFilter(organization_layer="member")).facet("organization")) == (
            ["union"] if held else []
        )


def test_only_who_takes_part_counts_not_who_is_named_or_hosts():
    event = make_event("e", countries=(), countries_location=("RU",), countries_named=("RU",))
    with Store.in_memory(members=MEMBERS) as store:
        store.add([make_report("one", [event])])

        assert store.counts(EventFilter(organizations=("union",), organization_layer="member")).events == 0


def test_the_knowledge_files_tell_who_belonged_and_organs_have_their_parents_members():
    members = organization_members()

    georgia = next(one for one in members["cis"] if one[0] == "GE")
    assert georgia == ("GE", date(1993, 12, 3), date(2009, 8, 18))
    assert members["cis-chs"] == members["cis"]
    assert list(members).index("cis") < list(members).index("cis-chs")
