"""The period and the certainty of dates: what may have been then, day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_model import days as ds
from data_model.dates import EventDate
from data_model.edtf import edtf_of_days
from data_model.errors import FilterError
from data_model.store.filters import CERTAINTIES, EventFilter
from data_model.store.store import Store
from tests.data_model.store.plain_reading import sureness
from tests.data_model.store.values import EDTF
from tests.factory import make_event, make_report

some_days = st.dates(date(2015, 1, 1), date(2022, 12, 31))
spans = st.tuples(some_days, st.integers(0, 90)).map(
    lambda drawn: ds.between(drawn[0], drawn[0] + drawn[1] * ds.DAY)
)
open_ends = some_days.flatmap(lambda day: st.sampled_from([ds.between(day, None), ds.between(None, day)]))
day_sets = st.lists(spans, min_size=1, max_size=4).map(lambda runs: ds.union(*runs))
edtfs = (
    st.sampled_from(EDTF)
    | day_sets.map(edtf_of_days)
    | st.builds(ds.union, day_sets, open_ends).map(edtf_of_days)
    | some_days.map(lambda day: f"XXXX-{day:%m-%d}")
    | st.builds(
        lambda days, size: f"{min(days)}/{max(days)}" if size else str(days[0]),
        st.tuples(some_days, some_days),
        st.booleans(),
    )
)
# Short ones find the gaps between possible days.
short = st.builds(lambda day, size: (day, day + size * ds.DAY), some_days, st.integers(0, 40))
long = st.tuples(some_days, some_days).map(lambda days: (min(days), max(days)))
half = st.tuples(some_days, st.none()) | st.tuples(st.none(), some_days)
questions = st.builds(
    lambda period, certainty: EventFilter(since=period[0], until=period[1], certainty=certainty),
    short | long | half | st.just((None, None)),
    st.sampled_from(CERTAINTIES),
)


@given(st.lists(edtfs, min_size=1, max_size=40), st.lists(questions, min_size=6, max_size=12))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_period_shows_what_may_have_been_in_it(dates, asked):
    whens = {f"e{number}": EventDate(edtf) for number, edtf in enumerate(dates)}
    with Store.in_memory() as store:
        store.add([make_report("one", [make_event(one, date=when.edtf) for one, when in whens.items()])])
        for wanted in asked:
            fitting = {
                one
                for one, when in whens.items()
                if ds.intersect(when.spans, ds.between(wanted.since, wanted.until))
                and wanted.certainty in ("all", sureness(when))
            }
            assert {*store.timeline(wanted)["id"], *store.undated(wanted)["id"]} == fitting, wanted


@pytest.mark.parametrize(
    ("edtf", "since", "until", "shown"),
    [
        ("[2018-09-04,2019-09-04]", date(2018, 10, 1), date(2019, 8, 31), False),
        ("[2018-09-04,2019-09-04]", date(2018, 10, 1), date(2019, 9, 4), True),
        ("[2018-09-04,2019-09-04]", date(2018, 9, 5), None, True),
        ("[2018-09-04,2019-09-04]", None, date(2018, 9, 4), True),
        ("[2020-04-12,2021-04-12,2022-04-12,2023-04-12]", date(2023, 6, 1), date(2023, 6, 30), False),
        ("[2020-04-12,2021-04-12,2022-04-12,2023-04-12]", date(2022, 4, 1), date(2022, 4, 30), True),
        ("[2023-06-08..]", date(2031, 1, 1), date(2031, 1, 31), True),
        ("[2023-06-08..]", date(2023, 5, 1), date(2023, 5, 31), False),
        ("[2012-02-03,2019-01-01..]", date(2015, 1, 1), date(2015, 12, 31), False),
        ("[2012-02-03,2019-01-01..]", date(2040, 1, 1), None, True),
        ("XXXX-09-04", date(2023, 6, 1), date(2023, 6, 30), False),
        ("XXXX-09-04", date(2023, 6, 1), date(2023, 9, 30), True),
        ("XXXX-XX-XX", date(1, 1, 1), date(1, 1, 1), True),
    ],
)
def test_only_possible_days_count(edtf, since, until, shown):
    with Store.in_memory() as store:
        store.add([make_report("one", [make_event("e", date=edtf)])])

        assert store.counts(EventFilter(since=since, until=until)).events == shown


@pytest.mark.parametrize(
    ("edtf", "certainty"),
    [
        ("2023-06-08", "exact"),
        ("2015-06-12/2015-06-28", "exact"),
        ("2023-06-08~", "approximate"),
        ("2023-06-08?", "approximate"),
        ("2015-06-12/2015-06-28?", "approximate"),
        ("2014-06", "approximate"),
        ("[2018-04-09..2019-09-04]", "approximate"),
        ("[2018-09-04,2019-09-04]", "unplaced"),
        ("[2023-06-08..]", "unplaced"),
        ("2023-06-08/..", "unplaced"),
        ("XXXX-XX-XX", "unplaced"),
    ],
)
def test_a_date_is_exact_approximate_or_on_no_axis(edtf, certainty):
    with Store.in_memory() as store:
        store.add([make_report("one", [make_event("e", date=edtf)])])
        counted = {one: store.counts(EventFilter(certainty=one)).events for one in CERTAINTIES}
        view = store.view(EventFilter())
        assert counted == dict.fromkeys(CERTAINTIES, 0) | {"all": 1, certainty: 1}
        assert view.certainty_of(view.ordered("oldest")) == [certainty]


def test_what_is_certain_to_lie_in_a_period_can_be_asked_for_alone():
    dates = ("2021-05-01", "2021", "[2020-06-01..2021-06-01]", "2020-01-01/2021-02-01", "XXXX-05-04")
    with Store.in_memory() as store:
        store.add([make_report(events=[make_event(f"e{n}", date=when) for n, when in enumerate(dates)])])
        asked = EventFilter(since=date(2021, 1, 1), until=date(2021, 12, 31))
        certain, perhaps = (replace(asked, within=within) for within in ("certain", "perhaps"))
        assert store.counts(asked).events == 5
        assert store.counts(certain).events == store.counts(asked).certain.events == 3
        found = store.view(perhaps).page("oldest", 0, 5)
        assert {row["edtf"] for row in found} == {dates[2], dates[4]}
        assert store.counts(EventFilter(within="perhaps")).events == 5  # without a period nothing is asked
        assert "perhaps in that time" in perhaps.sentence()
    with pytest.raises(FilterError, match="within"):
        EventFilter(within="maybe")
