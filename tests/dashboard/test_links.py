"""What lights what, and what is behind a spot: against a plain count over the reports."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from dashboard import chart_labels
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.behind import PAGE, answer_behind, more_behind, read_spot
from dashboard.callbacks.links import MOST, answer_links
from dashboard.config import Config
from data_model import EventFilter, Store, having, topics_by_document
from tests.dashboard.sample import FAMILIES, Register, many_reports, sample_reports
from tests.dashboard.test_answers import words
from tests.factory import make_event, make_report

EVENTS = {event.id: event for report in sample_reports() for event in report.normalized.events}


def keys_of(told: dict[str, Any], kind: str, event: str) -> set[str]:
    return {told[kind]["keys"][code] for code in told[kind]["codes"][told["ids"].index(event)]}


def test_every_event_of_a_view_is_told_with_its_countries_topics_and_days(asked: Asked) -> None:
    told = answer_links(asked, {})
    assert set(told["ids"]) == set(EVENTS)
    for name, event in EVENTS.items():
        number = told["ids"].index(name)
        assert keys_of(told, "countries", name) == set(event.countries)
        assert keys_of(told, "topics", name) == set(event.topics)
        assert keys_of(told, "lanes", name) == {one.key for one in event.organizations}
        epoch = date(1970, 1, 1)
        days = [told["first"][number], told["last"][number]]
        if event.date.placed:
            assert days == [(event.date.earliest - epoch).days, (event.date.latest - epoch).days]
        else:
            assert days == [None, None]


@pytest.mark.parametrize("layer", ["participating", "location", "named", "any", "by_membership"])
def test_countries_are_those_of_the_maps_layer(asked: Asked, layer: str) -> None:
    told = answer_links(asked, {"layer": layer, "org": "csto"})
    assert len(told["ids"]) == 2
    found = {key for name in told["ids"] for key in keys_of(told, "countries", name)}
    view = asked.open_store().view(EventFilter(organizations=("csto",)))
    assert found == set(view.by_country(layer))


def test_of_very_many_events_the_weightiest_are_linked() -> None:
    events = [
        make_event(f"e{number}", date="2020-01-01", topics=("trade",), main=number == 7)
        for number in range(MOST + 5)
    ]
    with Store.in_memory() as store:
        store.add([make_report("all", events)])
        told = answer_links(Asked(store, Register(), Config()), {})
    assert len(told["ids"]) == MOST
    assert "e7" in told["ids"]


@pytest.mark.parametrize(
    ("text", "kind", "key", "days"),
    [
        ("country::RU", "country", "RU", None),
        ("topic::a:b", "topic", "a:b", None),
        ("topic:2023-01-01..2023-12-31:energy", "topic", "energy", (date(2023, 1, 1), date(2023, 12, 31))),
    ],
)
def test_a_spot_is_read(text: str, kind: str, key: str, days: object) -> None:
    spot = read_spot(text)
    assert spot is not None
    assert (spot.kind, spot.key, spot.days) == (kind, key, days)


@pytest.mark.parametrize(
    "text",
    ["", "country", "country::", "org::csto", "topic:2023:x", "topic:2024-01-01..2023-01-01:x", "a:b..c:d"],
)
def test_nonsense_is_no_spot_and_opens_nothing(asked: Asked, text: str) -> None:
    assert read_spot(text) is None
    assert answer_behind(asked, {}, text) == ["", {}, []]
    assert more_behind(asked, {}, text, 0)["rows"] == ["", {}, []]


def test_a_country_tells_its_events_their_words_and_how_to_filter(asked: Asked) -> None:
    told = words(answer_behind(asked, {"org": "cis"}, "country::KZ"))
    assert "Kazakhstan" in told
    assert "1 event" in told
    assert "CIS heads of government to meet in Sochi" in told
    assert "The heads of government of the CIS will meet in Sochi on 9 June." in told
    assert "9 June 2023 · planned" in told
    assert chart_labels.FILTER_BY.format(name="Kazakhstan") in told
    chosen = words(answer_behind(asked, {"country": "KZ"}, "country::KZ"))
    assert chart_labels.FILTER_OFF.format(name="Kazakhstan") in chosen


def test_a_cell_tells_what_may_lie_in_it(asked: Asked) -> None:
    told = words(answer_behind(asked, {}, "topic:2023-01-01..2023-06-30:integration"))
    # Two of that topic: one on a day of June, one from June to December.
    assert "2 events" in told
    assert chart_labels.BEHIND_SHARES.format(number=1) in told
    assert chart_labels.FILTER_DAYS.format(days="1 January – 30 June 2023") in told
    assert "0 events" not in words(answer_behind(asked, {}, "topic:1999-01-01..1999-12-31:integration"))


def test_what_is_behind_is_walked_to_its_end() -> None:
    with Store.in_memory(families=FAMILIES) as store:
        store.add(many_reports(320))
        asked = Asked(store, Register(), Config())
        total = int(having(store.view(EventFilter()), "country", "BY", "participating").sum())
        assert total > PAGE
        assert f"{total} events" in words(answer_behind(asked, {}, "country::BY"))
        seen, start = [], 0
        while start < total:
            rows = more_behind(asked, {}, "country::BY", start)["rows"][2]
            seen += [row[2][0][1]["data-event"] for row in rows]
            start += PAGE
        assert len(seen) == len(set(seen)) == total
        assert more_behind(asked, {}, "country::BY", total - 1)["more"] == ["", {}, []]


def test_each_document_weighs_one_however_much_it_tells() -> None:
    long = [make_event(f"l{n}", date="2020-06-01", topics=("trade",)) for n in range(9)]
    long.append(make_event("l9", date="2021-06-01", topics=("energy",)))
    short = [make_event("s", date="2021-06-02", topics=("trade", "energy"))]
    edges = [(date(year, 1, 1) - date(1970, 1, 1)).days for year in (2020, 2021, 2022)]
    with Store.in_memory() as store:
        store.add([make_report("long", long), make_report("short", short)])
        counted, totals, whole = topics_by_document(store.view(EventFilter()), np.array(edges))
    assert counted["trade"].tolist() == pytest.approx([0.9, 1.0])
    assert counted["energy"].tolist() == pytest.approx([0, 1.1])
    assert totals == pytest.approx({"trade": 1.9, "energy": 1.1})
    assert whole.tolist() == pytest.approx([0.9, 1.1])
