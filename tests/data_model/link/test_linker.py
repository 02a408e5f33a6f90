"""A pair of events is one question, whichever is named first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data_model.link.linker import score_pair
from data_model.values import Organization
from tests.factory import make_event

EVENTS = st.builds(
    make_event,
    id=st.sampled_from("abcdef"),
    date=st.sampled_from(["2023-06-08", "2023-06", "[2023-06-08..]", "2022"]),
    place=st.sampled_from([None, "Minsk, BY", ", BY"]),
    participants=st.sampled_from([(), ("Xi Jinping",), ("Sadyr Japarov", "Xi Jinping")]),
    organizations=st.lists(
        st.builds(Organization, st.just("csto"), st.sampled_from(["CSTO", "the Organization"])), max_size=1
    ),
    groups=st.sampled_from([(), ("heads of delegations",), ("members of the delegations",)]),
)


@given(EVENTS, EVENTS)
def test_a_link_is_the_same_both_ways(one, other):
    assert one.id == other.id or score_pair(one, other) == score_pair(other, one)


def test_reasons_name_the_dates_in_the_order_of_ids():
    people = ("Sadyr Japarov", "Xi Jinping")
    day = make_event("b", participants=people, place="Minsk, BY")
    month = make_event("a", participants=people, place="Minsk, BY", date="2023-06")

    for link in (score_pair(day, month), score_pair(month, day)):
        assert (link.one, link.other) == ("a", "b")
        assert "dates agree (2023-06 and 2023-06-08)" in link.reasons
