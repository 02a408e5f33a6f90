from __future__ import annotations

import dataclasses
import json
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import labels
from dashboard.filters import CONTROLS, FILTERS, LISTS, browser_settings, filter_named
from dashboard.selection import (
    NOTHING,
    PLAIN,
    Selection,
    filter_of,
    read_selection,
    write_query,
    write_search,
)
from data_model import EventFilter
from data_model.store.filters import KEYED

KEYS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-:&= ё’", min_size=1, max_size=30).filter(
    lambda k: k.strip() == k
)
KEY_LISTS = st.lists(KEYS, max_size=5, unique=True).map(tuple)
DAYS = st.none() | st.dates(date(1000, 1, 1), date(2999, 12, 31))


def chosen(name: str) -> st.SearchStrategy:
    """What the field of a choice may hold."""
    row = filter_named(name)
    return st.sampled_from([row.value_of(value) for value, _ in row.choices])


ASKED = st.fixed_dictionaries(
    {
        "organizations": KEY_LISTS,
        "countries": st.lists(st.from_regex(r"[A-Z]{2}", fullmatch=True), max_size=4, unique=True).map(tuple),
        "country_layer": chosen("layer"),
        "topics": KEY_LISTS,
        "types": st.lists(st.sampled_from(list(labels.TYPE_NAMES)), max_size=3, unique=True).map(tuple),
        "statuses": chosen("status"),
        "certainty": chosen("certainty"),
        "strength": chosen("strength"),
        "since": DAYS,
        "until": DAYS,
        "text": st.text("abc деф", max_size=30).map(lambda t: " ".join(t.split())),
    }
).filter(lambda asked: not (asked["since"] and asked["until"] and asked["since"] > asked["until"]))
SELECTIONS = st.builds(
    Selection,
    asked=ASKED.map(lambda asked: EventFilter(**asked)),
    lanes=chosen("lanes"),
    count=chosen("count"),
    span=st.sampled_from(["near", "all"]),
    event=KEYS | st.just(""),
)


@given(SELECTIONS)
def test_a_view_survives_its_address(selection: Selection) -> None:
    search = write_search(selection)
    found, complaints = read_selection(dict(parse_qsl(search.removeprefix("?"))))
    assert (found, complaints) == (selection, ())
    assert search.isascii()


@given(SELECTIONS)
def test_every_view_is_a_question(selection: Selection) -> None:
    assert filter_of(selection) == selection.asked
    assert filter_of(selection, period=False).since is None
    assert filter_of(selection, period=False).topics == selection.asked.topics


JUNK = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=200),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(
    [
        "org",
        "country",
        "layer",
        "topic",
        "type",
        "status",
        "certainty",
        "strength",
        "from",
        "to",
        "q",
        "lanes",
        "event",
    ]
)


@given(JUNK | st.dictionaries(NAMES | st.text(max_size=5), JUNK, max_size=8))
def test_nothing_that_comes_in_raises(query: object) -> None:
    selection, complaints = read_selection(query)
    assert all(isinstance(words, str) and len(words) < 400 for words in complaints)
    filter_of(selection)
    assert read_selection(write_query(selection)) == (selection, ())


def test_plain_view_has_a_plain_address() -> None:
    assert write_search(NOTHING) == ""
    assert NOTHING.asked == PLAIN
    assert PLAIN.everything


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ({"from": "8 June"}, "is not a day"),
        ({"from": "2023-02-30"}, "is not a day"),
        ({"lanes": "sideways"}, "It can be organization, country, person, topic, type or publisher"),
        ({"country": "Belarus"}, "not known here"),
        ({"type": "party"}, "not known here"),
        ({"colour": "red"}, "no setting"),
        ({"from": "2024-01-01", "to": "2023-01-01"}, "have been exchanged"),
        ({"org": ",".join(f"k{i}" for i in range(60))}, "only the first 40"),
    ],
)
def test_a_bad_link_gets_words(query: dict[str, str], part: str) -> None:
    _, complaints = read_selection(query)
    assert len(complaints) == 1
    assert part in complaints[0]


def test_the_rest_of_a_bad_link_is_kept() -> None:
    selection, complaints = read_selection({"org": "cis", "from": "soon", "to": "2023-12-31"})
    assert selection == Selection(replace(PLAIN, organizations=("cis",), until=date(2023, 12, 31)))
    assert len(complaints) == 1


def test_an_address_reads_well() -> None:
    bodies = ("csto", "family:security-council")
    selection = Selection(replace(PLAIN, organizations=bodies, since=date(2023, 6, 1)), lanes="country")
    assert write_search(selection) == "?org=csto,family:security-council&from=2023-06-01&lanes=country"


def test_the_script_is_told_every_row() -> None:
    told = json.loads(browser_settings())
    assert [one["name"] for one in told] == [row.parameter for row in FILTERS]
    of = {one["id"]: one for one in told}
    assert of["status"]["plain"] == "all"
    assert of["status"]["choices"] == ["happened", "planned", "off"]
    assert of["country"]["upper"]
    assert of["country"]["fits"] == "[A-Z]{2}"
    assert [one["name"] for one in told if one["lasting"]] == [
        "count",
        "lanes",
        "form",
        "pin",
        "fold",
        "open",
        "more",
        "near",
        "lens",
        "span",
        "sort",
        "region",
        "measure",
        "per",
        "drawn",
    ]


def test_every_row_is_asked_or_drawn_and_has_what_its_kind_needs() -> None:
    for row in FILTERS:
        assert row.condition == "" or hasattr(PLAIN, row.field), row
        NOTHING.value(row)
        assert (row.kind == "choice") == bool(row.choices)
    assert {row.condition for row in LISTS} <= set(KEYED.values())
    assert len({row.id for row in CONTROLS}) == len(CONTROLS)
    # What can be asked of the store can be asked on the page; documents have a page of their own, and what
    # words mean is found out from the words.
    fields = {field.name for field in dataclasses.fields(EventFilter)}
    assert fields - {row.field for row in FILTERS} == {"documents", "named"}


def test_a_country_may_be_written_small() -> None:
    assert read_selection({"country": "by,zz"})[0].asked.countries == ("BY", "ZZ")
