from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import labels
from dashboard.selection import (
    CERTAINTIES,
    LANES,
    LAYERS,
    NOTHING,
    STATUSES,
    STRENGTHS,
    Selection,
    filter_of,
    is_filtered,
    read_selection,
    write_query,
    write_search,
)

KEYS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-:&= ё’", min_size=1, max_size=30).filter(
    lambda k: k.strip() == k
)
LISTS = st.lists(KEYS, max_size=5, unique=True).map(tuple)
DAYS = st.none() | st.dates(date(1000, 1, 1), date(2999, 12, 31))
SELECTIONS = st.builds(
    Selection,
    organizations=LISTS,
    countries=st.lists(st.from_regex(r"[A-Z]{2}", fullmatch=True), max_size=4, unique=True).map(tuple),
    layer=st.sampled_from(LAYERS),
    topics=LISTS,
    types=st.lists(st.sampled_from(list(labels.TYPE_NAMES)), max_size=3, unique=True).map(tuple),
    status=st.sampled_from(["all", *STATUSES]),
    certainty=st.sampled_from(CERTAINTIES),
    strength=st.sampled_from(STRENGTHS),
    since=DAYS,
    until=DAYS,
    text=st.text("abc деф", max_size=30).map(lambda t: " ".join(t.split())),
    lanes=st.sampled_from(LANES),
    event=KEYS | st.just(""),
).filter(lambda s: not (s.since and s.until and s.since > s.until))


@given(SELECTIONS)
def test_a_view_survives_its_address(selection: Selection) -> None:
    search = write_search(selection)
    found, complaints = read_selection(dict(parse_qsl(search.removeprefix("?"))))
    assert (found, complaints) == (selection, ())
    assert search.isascii()


@given(SELECTIONS)
def test_every_view_is_a_question(selection: Selection) -> None:
    assert filter_of(selection).since == selection.since
    assert filter_of(selection).certainty == selection.certainty
    assert filter_of(selection).strength == selection.strength
    assert filter_of(selection, period=False).since is None


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
    assert not is_filtered(NOTHING)
    assert is_filtered(Selection(text="x"))
    assert not is_filtered(Selection(lanes="topic"))


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ({"from": "8 June"}, "is not a day"),
        ({"from": "2023-02-30"}, "is not a day"),
        ({"lanes": "sideways"}, "It can be organization, country, topic or type"),
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
    assert selection == Selection(organizations=("cis",), until=date(2023, 12, 31))
    assert len(complaints) == 1


def test_an_address_reads_well() -> None:
    selection = Selection(
        organizations=("csto", "family:security-council"), since=date(2023, 6, 1), lanes="country"
    )
    assert write_search(selection) == "?org=csto,family:security-council&from=2023-06-01&lanes=country"


def test_the_script_knows_the_same_choices() -> None:
    script = (Path(labels.__file__).parent / "assets" / "50-state.js").read_text(encoding="utf-8")
    assert f'"{" ".join(labels.TYPE_NAMES)}"' in script
    for choices in (
        labels.STATUS_CHOICES,
        labels.CERTAINTY_CHOICES,
        labels.LANE_CHOICES,
        labels.LAYER_CHOICES,
    ):
        plain, *others = (key for key, _ in choices)
        assert f'"choice", "{plain}", [{", ".join(f"{json.dumps(key)}" for key in others)}]' in script


def test_a_country_may_be_written_small() -> None:
    assert read_selection({"country": "by,zz"})[0].countries == ("BY", "ZZ")
