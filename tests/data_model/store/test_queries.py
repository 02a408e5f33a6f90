"""Answers of the store against a plain reading of the question in Python."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_model.errors import FilterError, NotFound
from data_model.store import queries
from data_model.store.filters import CERTAINTIES, ORGANIZATION_LAYERS, STRENGTH_CHOICES, EventFilter
from data_model.store.store import Store
from data_model.values import (
    EVENT_TYPES,
    STATUSES,
    Link,
    Mention,
    Organization,
    TopicScore,
)
from tests.data_model.store.plain_reading import FAMILIES, MEMBERS, differing, happenings, passes
from tests.data_model.store.values import EDTF
from tests.factory import make_date, make_event, make_report

EVERYTHING = EventFilter()
WORDS = ("Minsk", "talks", "ЁЛКА", "Лукашенко", "Kőszeg", "it's")
BODIES = ("cis", "csto", "by-sc", "ru-sc")
TOPICS = ("energy", "sanctions", "health")
LANDS = ("BY", "RU", "KZ", "AM")


def few(values: tuple[str, ...]) -> st.SearchStrategy:
    return st.lists(st.sampled_from(values), unique=True, max_size=2).map(tuple)


events = st.builds(
    make_event,
    main=st.booleans(),
    title=few(WORDS).map(" ".join),
    type=st.sampled_from(EVENT_TYPES[:4]),
    status=st.sampled_from(STATUSES[:4]),
    date=st.sampled_from(EDTF),
    place=st.sampled_from([None, "Minsk, BY", ", RU"]),
    participants=few(("Александр Лукашенко", "Xi Jinping")),
    organizations=few(BODIES),
    countries=few(LANDS),
    countries_location=few(LANDS),
    countries_named=few(LANDS),
    countries_by_membership=few(LANDS),
    topics=few(TOPICS),
    evidence=few(WORDS),
)
filters = st.builds(
    lambda since, until, **fields: EventFilter(
        since=min(since, until) if since and until else since,
        until=max(since, until) if since and until else until,
        **fields,
    ),
    since=st.none() | st.dates(date(2008, 1, 1), date(2025, 1, 1)),
    until=st.none() | st.dates(date(2008, 1, 1), date(2025, 1, 1)),
    organizations=few((*BODIES, "csto-csc", "family:security-council", "family:nobody")),
    organization_layer=st.sampled_from(ORGANIZATION_LAYERS),
    countries=few((*LANDS, "FR")),
    country_layer=st.sampled_from(["any", "participating", "location", "named", "by_membership"]),
    topics=few(TOPICS),
    types=few(EVENT_TYPES[:5]),
    statuses=few(STATUSES[:5]),
    certainty=st.sampled_from(CERTAINTIES),
    strength=st.sampled_from(STRENGTH_CHOICES),
    text=few(("minsk", "ЛУКАШ", "елка", "koszeg", "S", "'", "%")).map(" ".join),
    publishers=few(("one.example", "d1.txt")),
    languages=few(("en", "ru", "und")),
    documents=few(("d0", "d1", "d9")),
)


mentions = st.builds(
    lambda start, size, key: Mention("organization", start, start + size, "it", key),
    st.integers(0, 6),
    st.integers(0, 5),
    st.sampled_from((*BODIES, "")),
)


@st.composite
def stored(draw: st.DrawFn) -> tuple[list, list[Link]]:
    """Reports d0, d1 … with events d0:0 …, and some links between them."""
    reports, ids = [], []
    for number in range(draw(st.integers(0, 4))):
        found = [
            replace(event, id=f"d{number}:{place}")
            for place, event in enumerate(draw(st.lists(events, max_size=4)))
        ]
        ids += [event.id for event in found]
        scores = (TopicScore("energy", "Energy", 1.0),)
        written = make_date(draw(st.sampled_from(["2023-06-07", "2023-06-09", "2023"])))
        facts = {"topics": scores, "document_date": written, "mentions": draw(st.lists(mentions, max_size=4))}
        facts["language"] = draw(st.sampled_from(["en", "ru", ""]))
        address = draw(st.sampled_from([None, "https://www.One.example:8080/a", "http://me@one.example?b"]))
        told = {"url": address, "source": f"d{number}.txt:7"}
        reports.append(make_report(f"d{number}", found, normalized=facts, **told))
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=3)) if ids else []
    links = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    kinds = draw(
        st.lists(st.sampled_from(["same", "may", "apart"]), min_size=len(links), max_size=len(links))
    )
    return reports, [
        Link(one, other, 0.9, ("same day",), kind) for (one, other), kind in zip(links, kinds, strict=True)
    ]


@given(stored(), st.lists(filters, min_size=2, max_size=4))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_answer_agrees_with_a_plain_reading(given_reports, asked):
    reports, links = given_reports
    with Store.in_memory(families=FAMILIES, members=MEMBERS) as store:
        store.add(reports)
        store.linking.put_links(links, "test")
        everything = happenings(reports, links)
        told = {one.document.id: one for one in reports}
        for wanted in (EVERYTHING, *asked):
            found = [members for members in everything if passes(members, wanted, told)]
            check_lists(store, wanted, found)
            check_counts(store, wanted, found, len(everything), len(reports))
            check_times(store, wanted, found)


def check_lists(store: Store, wanted: EventFilter, found: list) -> None:
    timeline, undated = store.timeline(wanted), store.undated(wanted)
    assert set(timeline["id"]) == {members[0][1].id for members in found if members[0][1].date.placed}
    assert set(undated["id"]) == {members[0][1].id for members in found if not members[0][1].date.placed}
    assert timeline["earliest"].is_monotonic_increasing
    by_id = {members[0][1].id: members for members in found}
    for row in pd.concat([timeline, undated]).itertuples():
        members = by_id[row.id]
        told = [event for _, event in members]
        assert row.edtf == told[0].date.edtf
        assert row.status == told[0].status
        assert row.documents == sorted({document for document, _ in members})
        assert row.reports == len(row.documents)
        assert row.main == any(event.main for event in told)
        assert sorted(row.organizations) == sorted(
            {body.key for event in told for body in event.organizations}
        )
        assert row.countries == sorted(
            {c for event in told for c in event.countries + event.countries_location}
        )
        assert row.topics[: len(told[0].topics)] == list(told[0].topics)
        view = store.event(members[-1][1].id)
        assert {(one.what, one.said): one.documents for one in view.disagreements} == differing(members)
        assert [event for _, event in view.members] == told
        assert view.event == told[0]


def check_counts(store: Store, wanted: EventFilter, found: list, events: int, documents: int) -> None:
    counts = store.counts(wanted)
    assert counts.events == len(found)
    assert counts.total == (events, documents)
    assert counts.documents == len({document for members in found for document, _ in members})
    assert counts.undated == sum(not members[0][1].date.placed for members in found)
    assert counts.planned == sum(members[0][1].status in ("planned", "postponed") for members in found)
    told = Counter(document for members in found for document in {document for document, _ in members})
    sources = store.sources(wanted)
    assert dict(zip(sources["id"], sources["events"], strict=True)) == told
    for layer, field in (("named", "countries_named"), ("by_membership", "countries_by_membership")):
        lands = Counter(
            code for members in found for code in {c for _, event in members for c in getattr(event, field)}
        )
        frame = store.by_country(wanted, layer)
        assert dict(zip(frame["country"], frame["events"], strict=True)) == lands


def check_times(store: Store, wanted: EventFilter, found: list) -> None:
    placed = [members for members in found if members[0][1].date.placed]
    topics = Counter(
        topic for members in placed for topic in {t for _, event in members for t in event.topics}
    )
    for unit in ("month", "quarter", "year", "decade"):
        assert store.over_time(wanted, unit)["events"].sum() == pytest.approx(len(placed))
        totals = store.topics_over_time(wanted, unit).groupby("topic")["events"].sum()
        assert totals.to_dict() == pytest.approx(dict(topics))


@given(stored(), filters)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_facet_counts_what_choosing_it_would_leave(given_reports, wanted):
    reports, links = given_reports
    fields = {"organization": "organizations", "family": "organizations", "country": "countries",
              "person": "people", "topic": "topics", "type": "types", "status": "statuses",
              "publisher": "publishers", "language": "languages"}  # fmt: skip
    with Store.in_memory(families=FAMILIES, members=MEMBERS) as store:
        store.add(reports)
        store.linking.put_links(links, "test")
        facets = store.facets(wanted)
        for row in facets.itertuples():
            key = f"family:{row.key}" if row.kind == "family" else row.key
            chosen = replace(wanted, **{fields[row.kind]: (key,)})
            assert store.counts(chosen).events == row.events > 0, row
        if wanted.everything and reports:
            assert facets[facets["kind"] == "status"]["events"].sum() == store.counts(wanted).events


QUESTIONS = {
    "timeline": (queries.TIMELINE, ()),
    "undated": (queries.UNDATED, ()),
    "by_country": (queries.BY_COUNTRY, ("any",)),
    "over_time": (queries.OVER_TIME, ("month",)),
    "topics_over_time": (queries.TOPICS_OVER_TIME, ("decade",)),
    "facets": (queries.FACETS, ()),
    "sources": (queries.SOURCES, ()),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_empty_answer_has_the_columns_and_types_of_a_full_one(question):
    columns, more = QUESTIONS[question]
    with Store.in_memory() as store:
        empty = getattr(store, question)(EVERYTHING, *more)
        undated = make_event("e2", date="XXXX-09-04")
        store.add([make_report("one", [make_event("e1", countries=("BY",), topics=("energy",)), undated])])
        full = getattr(store, question)(EVERYTHING, *more)

    assert list(empty.columns) == list(full.columns) == list(columns)
    assert len(full) > 0
    assert len(empty) == 0
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


def test_a_range_is_spread_over_its_bins_by_days():
    with Store.in_memory() as store:
        store.add([make_report("one", [make_event("e1", date="2023-01-31/2023-02-03", status="planned")])])
        frame = store.over_time(EVERYTHING, "month")

    assert frame["bin"].dt.strftime("%Y-%m-%d").tolist() == ["2023-01-01", "2023-02-01"]
    assert frame["events"].tolist() == [0.25, 0.75]
    assert frame["planned"].tolist() == [0.25, 0.75]


def test_an_answer_is_the_askers_own_and_follows_the_store():
    with Store.in_memory() as store:
        store.add([make_report("one", [make_event("e1")])])
        mine = store.timeline(EVERYTHING)
        mine["title"] = "scribble"
        mine.loc[0, "status"] = "scribble"
        (row,) = store.timeline(EVERYTHING).itertuples()
        assert (row.title, row.status) == ("A meeting", "happened")
        store.add([make_report("two", [make_event("e2")])])
        assert len(store.timeline(EVERYTHING)) == 2


def test_a_question_that_makes_no_sense_is_refused():
    with Store.in_memory() as store:
        with pytest.raises(FilterError, match="unit: 'week'"):
            store.over_time(EVERYTHING, "week")
        with pytest.raises(FilterError, match="layer: 'x'"):
            store.by_country(EVERYTHING, "x")


def test_two_reports_of_one_happening_are_one_event_with_both_kept():
    sharp = make_event("b:1", title="Sharp", organizations=["cis"], place="Minsk, BY")
    vague = make_event("a:1", title="Vague", date="2023-06", main=True, organizations=["csto", "cis"])
    with Store.in_memory() as store:
        store.add([make_report("a", [vague]), make_report("b", [sharp])])
        links = [Link("a:1", "b:1", 0.8, ("same city",)), Link("a:1", "gone", 1.0)]
        store.linking.put_links(links, "test")
        (row,) = store.timeline(EVERYTHING).itertuples()
        view = store.event("a:1")

        assert (row.id, row.title, row.reports, row.main) == ("b:1", "Sharp", 2, True)
        assert row.organizations == ["cis", "csto"]
        assert view.event == sharp
        assert [(document.id, event) for document, event in view.members] == [("b", sharp), ("a", vague)]
        assert view.links == (Link("a:1", "b:1", 0.8, ("same city",)),)
        assert store.counts(EventFilter(documents=("a",))).events == 1
        with pytest.raises(NotFound, match="no event has the id 'gone'"):
            store.event("gone")
        with pytest.raises(NotFound, match="no document has the id 'c'"):
            store.document("c")


def test_bodies_unknown_to_the_register_keep_their_name():
    body = Organization("committee-for-x", "Committee for X", "CX", "named")
    with Store.in_memory() as store:
        store.add([make_report("one", [make_event("e", organizations=[body])])])

        assert store.organization_names() == {"committee-for-x": ("Committee for X", "CX")}
        assert store.timeline(EventFilter(text="committee")).shape[0] == 1


def test_day_arithmetic_at_the_ends_of_the_calendar():
    days = [make_date(edtf) for edtf in ("0001-01-01", "9999-12-31", "0001-01-01/9999-12-31")]
    with Store.in_memory() as store:
        store.add([make_report("one", [make_event(f"e{n}", date=day) for n, day in enumerate(days)])])

        assert store.over_time(EVERYTHING, "decade")["events"].sum() == pytest.approx(
            store.counts(EVERYTHING).events - store.counts(EVERYTHING).undated
        )
        assert len(store.timeline(EVERYTHING)) + len(store.undated(EVERYTHING)) == len(days)
