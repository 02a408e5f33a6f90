"""What may be asked, and how it is said."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_model.errors import FilterError
from data_model.store.filters import EventFilter

NAMES = {"csto": "CSTO", "cis": "CIS", "BY": "Belarus", "family:security-council": "All Security Councils"}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (EventFilter(), "all events"),
        (
            EventFilter(
                organizations=("csto", "cis"),
                countries=("BY",),
                since=date(2014, 1, 1),
                until=date(2023, 12, 31),
            ),
            "organization is CSTO or CIS; country is Belarus; 2014 to 2023",
        ),
        (EventFilter(organizations=("family:security-council",)), "organization is All Security Councils"),
        (EventFilter(organizations=("family:parliament",)), "organization is parliament"),
        (EventFilter(countries=("KZ",), country_layer="location"), "country (as the place) is KZ"),
        (EventFilter(since=date(2023, 1, 1), until=date(2023, 12, 31)), "2023"),
        (EventFilter(since=date(2023, 6, 8), until=date(2023, 6, 8)), "8 June 2023"),
        (EventFilter(since=date(2023, 1, 1), until=date(2023, 6, 8)), "1 January 2023 to 8 June 2023"),
        (EventFilter(since=date(2014, 1, 1)), "from 2014"),
        (EventFilter(until=date(9999, 12, 31)), "up to 9999"),
        (
            EventFilter(types=("meeting", "call"), statuses=("planned",)),
            "type is meeting or call; status is planned",
        ),
        (EventFilter(text=" peace   talks"), "words “peace” and “talks”"),
        (EventFilter(certainty="exact"), "date is exact"),
        (EventFilter(strength="clear"), "clear events"),
        (
            EventFilter(statuses=("planned",), certainty="approximate", since=date(2014, 1, 1)),
            "status is planned; date is uncertain; from 2014",
        ),
        (EventFilter(topics=("energy",), documents=("a",)), "topic is energy; document is a"),
    ],
)
def test_a_filter_says_itself(wanted, said):
    assert wanted.sentence(NAMES) == said


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"types": ("party",)}, "types: 'party' is not possible; expected one of meeting"),
        ({"statuses": ("done",)}, "statuses: 'done'"),
        ({"countries": ("Belarus",)}, "countries: 'Belarus' is not possible; expected two capital letters"),
        ({"country_layer": "all"}, "country_layer: 'all'"),
        ({"certainty": "sure"}, "certainty: 'sure' is not possible; expected one of all, exact, approximate"),
        ({"certainty": None}, "certainty: None"),
        ({"strength": "weak"}, "strength: 'weak' is not possible; expected one of all, likely, clear"),
        ({"organizations": "cis"}, "organizations: expected a tuple of text"),
        ({"organizations": ("",)}, "organizations: '' is not possible"),
        ({"topics": ("x",) * 501}, "topics: expected at most 500"),
        ({"text": "x" * 301}, "text: "),
        ({"text": "\ud800"}, "text: "),
        ({"since": "2023-06-08"}, "since: '2023-06-08' is not possible; expected a day"),
        ({"until": datetime(2023, 6, 8)}, "until: "),  # noqa: DTZ001
        ({"since": date(2024, 1, 1), "until": date(2023, 1, 1)}, "since .* lies after until"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(fields, words):
    with pytest.raises(FilterError, match=words):
        EventFilter(**fields)


@given(
    st.dictionaries(
        st.sampled_from(
            [
                "organizations",
                "countries",
                "types",
                "text",
                "since",
                "documents",
                "country_layer",
                "certainty",
            ]
        ),
        st.none() | st.integers() | st.text() | st.lists(st.text()).map(tuple) | st.dates(),
    )
)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_but_a_filter_error_comes_of_odd_fields(fields):
    try:
        wanted = EventFilter(**fields)
    except FilterError:
        return
    assert wanted.sentence()


def test_everything():
    assert EventFilter(text="  ", country_layer="named").everything
    assert not EventFilter(types=("call",)).everything
    assert not EventFilter(text="x").everything
    assert not EventFilter(certainty="exact").everything
    assert not EventFilter(strength="likely").everything
    assert not EventFilter(until=date(2023, 1, 1)).everything
