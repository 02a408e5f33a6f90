"""The page that explains: its figures are those of the table and of the store."""

from __future__ import annotations

import re
from html import unescape

import pytest

from dashboard import help_labels
from dashboard.app import create_app
from dashboard.help_page import amounts_of, read_reach
from data_model import EventFilter, Store
from tests.dashboard.sample import Register
from tests.factory import make_event, make_report


@pytest.fixture
def store():
    events = [
        make_event(
            "a:1", date="2023-06-08", countries=("BY",), place="Minsk, BY", countries_location=("BY",)
        ),
        make_event("a:2", date="2014", score=0.2),
        make_event("a:3", date="XXXX-09-04"),
    ]
    silent = {"language": "es", "read": ("dates",)}
    with Store.in_memory() as opened:
        opened.add([make_report("a", events), make_report("b", [], normalized=silent)])
        yield opened


def test_what_is_not_known_for_certain_is_counted_with_the_way_to_it(store):
    told = {one.what: (one.number, one.address) for one in amounts_of(store)}
    words = help_labels.PILE

    assert told[words["unplaced"]] == ("1 event", "?certainty=unplaced")
    assert told[words["approximate"]][0] == told[words["exact"]][0] == told[words["weak"]][0] == "1 event"
    assert told[words["placeless"]][0] == told[words["nobody"]][0] == "2 events"
    assert told[words["eventless"]] == ("1 document", "imports#without-events")
    assert words["partial"] not in told


def test_the_page_tells_the_figures_of_the_table_and_leads_to_what_it_counts(store):
    client = create_app(store, register=Register()).server.test_client()
    page = client.get("/help").get_data(as_text=True)

    figure = read_reach()[next(iter(help_labels.REACH))]
    assert f"Measured on {figure['cases']} reports" in page
    assert f"<strong>{figure['percent']:.0f}</strong>" in page
    assert all(words in page for words in help_labels.REACH.values())
    assert "built-in" not in page
    for name in re.findall(r'href="/(\?[^"]+)"', unescape(page)):
        assert client.get(f"/view{name}").get_json()["parts"]["notice"] == ["", {}, []]


def test_documents_without_events_are_listed(store):
    page = create_app(store, register=Register()).server.test_client().get("/imports").get_data(as_text=True)

    assert 'id="without-events"' in page
    assert '<a href="/document/b">Title of b</a>' in page
    assert "Spanish: dates, countries and known names; no verbs, so events are rough" in page
    assert store.unread().eventless == 1
    assert store.counts(EventFilter()).total.documents == 2
