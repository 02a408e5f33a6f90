"""The timeline as a list: in the order of time, each event once, what lies between told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard import ids
from dashboard.callbacks.answers import answer_view
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.routes import answer_more
from dashboard.config import Config
from data_model import EventFilter, Link, Store
from tests.dashboard.sample import FAMILIES, Register
from tests.factory import make_event, make_report


def list_of(store: Store, **query: str) -> dict:
    return answer_view(Asked(store, Register(), Config()), {"query": query | {"form": "list"}, "look": {}})


def entries(part: list) -> list[list]:
    return part[0].children


def words_of(entry: object) -> str:
    if isinstance(entry, str):
        return entry
    return " ".join(filter(None, (words_of(one) for one in entry[2])))


def kinds(part: list) -> list[tuple[str, str]]:
    return [
        (entry[1]["class"], words_of(entry)) for entry in entries(part) if entry[1]["class"] != "day-event"
    ]


def events_in(rows: list) -> list[str]:
    return [
        piece[1]["data-event"]
        for entry in rows
        for piece in entry[2]
        if isinstance(piece, list) and "data-event" in piece[1]
    ]


@pytest.fixture
def gaps() -> Iterator[Store]:
    events = [
        make_event("a", title="First", date="2010-03-01", organizations=("csto", "cis")),
        make_event("b", title="Same day", date="2010-03-01"),
        make_event("c", title="In summer", date="2010-09-01"),
        make_event("d", title="Years on", date="2019-05-01", score=0.3),
        make_event("w", title="Somewhen", date="[1996..2020]"),
        make_event("x", title="Never placed", date="XXXX-09-04"),
    ]
    with Store.in_memory(families=FAMILIES) as store:
        store.add([make_report(events=events)])
        yield store


def test_years_and_gaps_are_heads_and_a_day_is_told_once(gaps: Store) -> None:
    part = list_of(gaps)[ids.TIMELINE_LIST]
    assert events_in(entries(part)) == ["a", "b", "c", "d", "w"]
    assert kinds(part) == [
        ("day-year", "2010"),
        ("day-gap", "6 months later"),
        ("day-gap", "9 years later"),
        ("day-year", "2019"),
        ("day-year", "Dates wider than two years"),
    ]
    first, second = [words_of(entry) for entry in entries(part) if entry[1]["class"] == "day-event"][:2]
    assert first == "1 March 2010 First Meeting · happened CSTO, CIS"  # one event, whatever its lanes
    assert second == "Same day Meeting · happened"


def test_the_lens_makes_the_weak_pale_and_tells_all_days() -> None:
    told = [make_event(f"told{n}", date=f"2023-06-0{n}") for n in (8, 9)]
    weak = make_event("weak", date="2023-07-01", score=0.3)
    with Store.in_memory() as store:
        store.add([make_report("a", [told[0], weak]), make_report("b", [told[1]])])
        store.linking.put_links([Link("told8", "told9", 1.0, ("the same",))], "test")
        plain, seen = (list_of(store, **query)[ids.TIMELINE_LIST] for query in ({}, {"lens": "doubt"}))
    assert "Reports disagree" in words_of(entries(plain)[1])
    assert "Its reports tell 8 June 2023 or 9 June 2023" in words_of(entries(seen)[1])
    assert [entry[1]["class"] for entry in entries(seen)] == ["day-year", "day-event", "day-event day-pale"]


def test_it_is_walked_to_its_end(crowded: Store) -> None:
    asked = Asked(crowded, Register(), Config())
    part = list_of(crowded)[ids.TIMELINE_LIST]
    seen = events_in(entries(part))
    years = [words for kind, words in kinds(part) if kind == "day-year"]
    while True:
        told = answer_more(asked, {"form": "list"}, ids.DAYS_MORE, str(len(seen)))
        rows = told["rows"][2]
        seen += events_in(rows)
        years += [words_of(row) for row in rows if row[1]["class"] == "day-year"]
        if not told["more"][2]:
            break
    assert seen == [
        row["id"] for row in crowded.view(EventFilter()).page("oldest", 0, 5_000) if row["placed"]
    ]
    assert years == sorted(set(years))  # no head twice where a page ends


def test_lanes_are_drawn_for_pictures_all_the_same_and_without_the_list_there_is_none(store: Store) -> None:
    listed = list_of(store)
    lanes = answer_view(Asked(store, Register(), Config()), {"query": {}, "look": {}})
    assert listed[ids.TIMELINE] == lanes[ids.TIMELINE]
    assert lanes[ids.TIMELINE_LIST] == []
    assert listed[ids.OVERVIEW]["layout"]["xaxis"]["showticklabels"]
    assert not lanes[ids.OVERVIEW]["layout"]["xaxis"]["showticklabels"]
