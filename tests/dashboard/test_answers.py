from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import ids, labels
from dashboard.callbacks.answers import answer_view
from dashboard.callbacks.asked import Asked, read_ambience
from dashboard.callbacks.event import answer_event
from dashboard.callbacks.routes import answer_choices, answer_more, answer_suggestions, read_look
from dashboard.components import event_table, view_parts
from dashboard.components.light import as_light, is_light
from dashboard.components.passages import cut_passage, kind_of, mark_pieces
from dashboard.components.rail import rail
from dashboard.config import Config
from dashboard.csv_table import COLUMNS, file_name, full_rows, safe_cell, write_csv
from dashboard.document_page import document_html
from dashboard.figures.time_axis import DAY_MS
from dashboard.naming import Naming
from dashboard.publish.views import open_view
from data_model import EventFilter, Evidence, Mention, Store, StoreError, StoreMissing
from tests.dashboard.sample import Register, sample_reports
from tests.dashboard.test_selection import JUNK
from tests.factory import make_event, make_report

LOOK = {"theme": "light", "timeline": 1064, "map": 620, "topics": 460}


def ask(asked: Asked, **query: str) -> dict[str, Any]:
    return answer_view(asked, {"query": query, "look": LOOK})


def words(parts: Any) -> str:
    """All text of some components, in order."""
    if is_light(parts):
        return words(parts[2])
    if isinstance(parts, (list, tuple)):
        return " ".join(words(one) for one in parts)
    if hasattr(parts, "children"):
        return words(parts.children)
    return str(parts) if parts is not None else ""


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        ({}, "17 events, 2009–2023, most in 2023 (5)"),
        ({"org": "csto"}, "2 events of CSTO, 2016–2023"),
        ({"org": "csto,cis"}, "6 events of CSTO or CIS, 2009–2023"),
        ({"org": "family:security-council"}, "4 events of every security council, 8 June 2023"),
        ({"country": "AZ"}, "1 event with Azerbaijan, 2015"),
        (
            {"country": "BY", "layer": "location", "from": "2023-06-01", "to": "2023-06-30"},
            "1 event in Belarus, June 2023",
        ),
        ({"topic": "energy"}, "1 event on energy, 15 April 2022"),
        ({"status": "off"}, "1 event, 10 March 2022"),
        ({"q": "sochi"}, "1 event, 9 June 2023"),
        ({"certainty": "exact"}, "8 events, 2015–2023"),
        ({"certainty": "approximate", "org": "cis"}, "2 events of CIS, 2009–2014"),
    ],
)
def test_headlines_say_what_is_shown(asked: Asked, query: dict[str, str], headline: str) -> None:
    assert ask(asked, **query)[ids.HEADLINE] == headline


@pytest.mark.parametrize(
    ("since", "until", "headline", "events"),
    [
        ("2023-06-01", "2023-06-08", "3 events within 1–8 June 2023, perhaps 2 more", "3–5"),
        ("2016-03-01", "2016-03-01", "1 event that may lie on 1 March 2016", "0–1"),
        ("2023-06-09", "", "1 event since 9 June 2023, perhaps 3 more", "1–4"),
    ],
)
def test_a_possible_day_is_not_told_as_a_fact(
    asked: Asked, since: str, until: str, headline: str, events: str
) -> None:
    parts = ask(asked, **{"from": since, "to": until})
    assert parts[ids.HEADLINE] == headline
    assert words(parts[ids.FIGURES][0]).startswith(events)
    certain, most = (int(part) for part in events.split("–"))
    told = words(parts[ids.SUBLINE])
    assert not certain or f"{certain} for certain ,  {most - certain} perhaps , of 17 events" in told
    chosen = "'data-value': 'perhaps'"
    assert not certain or chosen in str(as_light(parts[ids.SUBLINE]))
    alone = ask(asked, **{"from": since, "to": until, "within": "perhaps"})
    assert words(alone[ids.FIGURES][0]).startswith(f"0–{most - certain}")
    assert "Perhaps in the period" in words(alone[ids.CHIPS])
    facts = open_view(asked, {"from": since, "to": until})[0].facts
    assert f"{most - certain} more possibly" in facts.counts
    assert facts.when.startswith("Period: ")


def test_without_a_period_a_picture_names_the_days_of_its_data(asked: Asked) -> None:
    facts = open_view(asked, {"org": "cis", "status": "happened"})[0].facts
    assert facts.when == "Dates of the data: 2009 – 1 Jun 2023"


def test_every_part_is_there(asked: Asked) -> None:
    parts = ask(asked)
    assert "".join(parts[ids.SUBLINE]).startswith("All 17 events from 5 documents")
    assert "".join(parts[ids.SUBLINE]).endswith("3 not on the axis")
    assert "4 September, 2018 or 2019" in words(parts[ids.TRAY])
    assert len(rows_of(parts[ids.TABLE])) == 17
    assert parts[ids.CSV] == "/events.csv"
    assert parts[ids.NOTICE] == []
    assert parts["organization"] == []  # the list comes when it is opened
    offered = answer_choices(asked, {}, "organization")
    assert [group["group"] for group in offered] == [labels.FAMILY_GROUP, labels.ORGANIZATIONS]
    assert offered[1]["items"][0] == {
        "value": "cis",
        "label": "CIS",
        "name": "Commonwealth of Independent States",
        "events": 4,
    }


def listed(table: Any) -> list[Any]:
    """The rows of a table, headings too."""
    return next(one for one in table[2]._traverse() if getattr(one, "id", None) == ids.TABLE_MORE).children


def rows_of(table: Any) -> list[Any]:
    """The rows of a table but for its headings."""
    return [row for row in listed(table) if "part-head" not in str(row[1])]


def test_the_same_view_is_drawn_the_same(asked: Asked) -> None:
    assert str(ask(asked, lanes="country")) == str(ask(asked, lanes="country"))


def test_chips_and_csv_follow_the_filters(asked: Asked) -> None:
    parts = ask(asked, org="csto", q="x", status="planned", **{"from": "2020-01-01"})
    assert words(parts[ids.CHIPS][0]).startswith("CSTO")
    assert len(parts[ids.CHIPS]) == 4
    assert parts[ids.CSV] == "/events.csv?org=csto&from=2020-01-01&status=planned&q=x"
    assert "cards hidden" in parts[ids.CHARTS]
    assert labels.NO_RESULT in words(parts[ids.NOTICE])


def test_an_empty_view_leads_out_of_itself(asked: Asked) -> None:
    query = {"org": "csto", "country": "AM", "layer": "location"}
    told = words(ask(asked, **query)[ids.NOTICE])
    assert f"{labels.EXITS} countries (2 events)" in told
    assert f"{labels.MEANT_INSTEAD} countries: members (2 events) countries: took part (1 event)" in told
    assert ask(asked, **query | {"layer": "participating"})[ids.HEADLINE].startswith(
        "1 event of CSTO with Armenia"
    )
    # Where no single filter stands in the way, all of them do.
    both = words(ask(asked, q="zzzz", country="NZ")[ids.NOTICE])
    assert f"{labels.EVERY_FILTER} (17 events)" in both


def test_uncertain_dates_are_a_filter_with_a_control(asked: Asked) -> None:
    assert words(ask(asked, certainty="approximate")[ids.CHIPS]).startswith("Date: uncertain")
    control = next(one for one in rail()._traverse() if getattr(one, "id", None) == "certainty")
    assert [one["value"] for one in control.data] == ["all", "exact", "approximate", "unplaced"]


def test_what_is_chosen_stays_in_its_list(asked: Asked) -> None:
    offered = answer_choices(asked, {"org": "csto", "country": "AZ"}, "organization")[-1]["items"]
    assert {"value": "csto", "label": "CSTO", "name": BODY, "events": 0} in offered
    chosen = ask(asked, org="csto", country="AZ")
    assert [one["label"] for one in chosen["organization"]] == ["CSTO"]
    assert [one["label"] for one in chosen["country"]] == ["Azerbaijan"]
    assert answer_choices(asked, {}, "nothing of that name") == []


BODY = "Collective Security Treaty Organization"


def test_unknown_keys_get_words(asked: Asked) -> None:
    told = words(ask(asked, org="nobody", topic="nothing", country="ZZ")[ids.NOTICE])
    assert labels.BAD_LINK in told
    for name in ("nobody", "ZZ", "othing"):
        assert name in told


def test_an_empty_store_gets_words() -> None:
    with Store.in_memory() as store:
        parts = ask(Asked(store, Register(), Config()))
    assert parts[ids.HEADLINE] == labels.EMPTY_STORE
    assert "dateline import" in words(parts[ids.NOTICE])
    assert parts[ids.CHARTS] == "cards hidden"


@pytest.mark.parametrize(
    "error", [StoreMissing("there is no store at X yet"), StoreError("the store at X is broken")]
)
def test_a_broken_store_gets_words(error: StoreError) -> None:
    parts = ask(Asked(error, Register(), Config()))
    assert str(error) in words(parts[ids.NOTICE])
    assert str(error) in words(answer_event(Asked(error, Register(), Config()), {"event": "x"}))


def test_an_event_tells_everything(asked: Asked) -> None:
    event = sample_reports()[0].normalized.events[0]
    told = words(answer_event(asked, {"event": event.id}))
    for part in (
        event.title, "8 June 2023", "2023-06-08", "stated in the text", "the year follows", "Minsk, Belarus",
        "Alexander Lukashenko", "President of Belarus", "host", BODY, "By membership", "Collective security",
        "PLOVER CONSULT", "CAMEO 04", "003_csto.txt", "Read the whole document",
        labels.WHY_DOCUMENT_DATE, "printed in the first line",
    ):  # fmt: skip
        assert part in told, part


@pytest.mark.parametrize("opened", [None, {}, {"event": 1}, {"event": ""}, {"event": "x" * 999}, [], "x"])
def test_no_event_is_an_empty_drawer(asked: Asked, opened: object) -> None:
    assert answer_event(asked, opened) == []


def test_an_unknown_event_gets_words(asked: Asked) -> None:
    assert labels.NO_EVENT in words(answer_event(asked, {"event": "nobody"}))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(JUNK)
def test_nothing_the_browser_sends_raises(asked: Asked, junk: object) -> None:
    assert answer_view(asked, junk)[ids.HEADLINE]
    assert answer_view(asked, {"query": junk, "look": junk})[ids.HEADLINE]


def test_ambience_is_held_to_screens() -> None:
    given = {"theme": "dark", "timeline": 1e9, "map": float("nan"), "topics": True}
    look = read_ambience(given, {"timeline": 1064, "map": 620, "topics": 460})
    assert look.theme.name == "dark"
    assert look.widths == {"timeline": 4000, "map": 620, "topics": 460}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "\r1"])
def test_formulas_are_disarmed(cell: str) -> None:
    assert safe_cell(cell) == "'" + cell


def test_csv_columns() -> None:
    text = write_csv(
        [{"id": "a", "title": "=cmd()", "main": True, "organizations": ["x", "y"], "earliest": None}]
    )
    head, row, _ = text.split("\r\n")
    assert head.removeprefix("\ufeff").split(",") == list(COLUMNS)
    assert row.startswith("'=cmd(),")
    assert "x; y" in row


def test_csv_rows_know_people_countries_words_and_titles(store: Store) -> None:
    view = store.view(EventFilter())
    places = view.ordered("newest")
    full = full_rows(view, places, store, "https://example.org/", Naming(Register(), {}))
    assert [row["id"] for row in full] == [row["id"] for row in view.rows(places)]
    found = next(row for row in full if row["id"].startswith("csto:meeting"))
    assert found["evidence"]
    assert found["participants"]
    assert found["link"].startswith("https://example.org/?event=csto%3Ameeting")
    assert found["documents"] == ["Meeting with secretaries of Security Councils of CSTO member states"]
    assert found["published"] == ["2023-06-09"]
    assert found["certainty"] == "exact"
    assert found["countries_by_membership"] == ("AM", "BY", "KG", "KZ", "RU", "TJ")
    assert "AM; BY; KG; KZ; RU; TJ" in write_csv([found])


def test_the_csv_is_named_after_its_filters() -> None:
    assert file_name({}) == "dateline-events.csv"
    assert file_name({"org": "csto", "from": "2023-06-01"}) == "dateline-events-org-csto-from-2023-06-01.csv"
    assert file_name({"q": '"; x=\r\ny' * 40}).isascii()


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [("I", "Alexander Lukashenko", "pronoun"), ("Our", "Alexander Lukashenko", "pronoun"),
     ("head of state", "Alexander Lukashenko", "pronoun"), ("Putin", "Vladimir Putin", "person"),
     ("Vladimir Putin", "Vladimir Putin", "person")],
)  # fmt: skip
def test_pronouns_are_told_from_names(text: str, value: str, kind: str) -> None:
    assert kind_of(Mention("person", 0, len(text), text, value)) == kind


def test_only_names_and_dates_are_marked_unless_asked() -> None:
    text = "Our talks on 8 June."
    mentions = [
        Mention("person", 0, 3, "Our", "A B"),
        Mention("action", 4, 9, "talks"),
        Mention("date", 13, 19, "8 June"),
    ]
    assert [p.kind for p in mark_pieces(text, 0, len(text), mentions) if p.kind] == ["date"]
    page = document_html(sample_reports()[0], "", "/")
    assert '<input type="checkbox" checked id="show-country">' in page
    assert 'checked id="show-topic"' not in page
    assert 'checked id="show-action"' not in page


def test_pieces_put_together_are_the_text() -> None:
    text = "Security Council of Belarus met on 8 June."
    mentions = [
        Mention("organization", 0, 27, text[0:27], "by-sc"),
        Mention("country", 20, 27, "Belarus", "BY"),
        Mention("date", 35, 41, "8 June"),
    ]
    pieces = mark_pieces(text, 0, len(text), mentions, [Evidence(20, 34, text[20:34])])
    assert "".join(piece.text for piece in pieces) == text
    assert [(p.text, p.kind, p.evidence) for p in pieces][:3] == [
        ("Security Council of ", "organization", False), ("Belarus", "country", True), (" met on", "", True),
    ]  # fmt: skip


def test_a_passage_around_words_that_end_before_they_begin_is_none_the_less_one() -> None:
    assert cut_passage("\n", 1, 0) == (1, 1)


@given(st.text(max_size=80), st.data())
def test_any_marks_keep_the_text(text: str, data: st.DataObject) -> None:
    spans = data.draw(st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=6))
    mentions = [Mention("date", a, b, "") for a, b in spans]
    proofs = [Evidence(a, b, "") for a, b in spans[:2]]
    start, stop = cut_passage(text, *(spans[0] if spans else (0, 0)))
    assert 0 <= start <= stop <= len(text)
    for first, last in ((0, len(text)), (start, stop)):
        assert "".join(p.text for p in mark_pieces(text, first, last, mentions, proofs)) == text[first:last]


def test_the_document_page_escapes_and_marks() -> None:
    report = sample_reports()[0]
    page = document_html(report, report.normalized.events[0].id, "/")
    assert re.search(r'<mark class="mark-place evidence" title="Place: Minsk">Minsk</mark>', page)
    assert page.count('id="evidence"') == 1
    hostile = make_report(
        text="<script>alert(1)</script>",
        title='"><img src=x onerror=alert(1)>',
        events=[make_event(title="<b>x</b>")],
    )
    page = document_html(hostile, "", "/")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>x</b>" not in page


def test_who_says_so_is_told() -> None:
    row = {
        "id": "e",
        "title": "Talks resumed",
        "type": "meeting",
        "status": "planned",
        "edtf": "2023-06-08",
        "wording": "8 June",
        "topics": [],
        "organizations": [],
        "countries": [],
        "reports": 1,
        "sources": 1,
        "disagree": False,
        "according_to": "Jane Doe",
    }
    naming = Naming(Register(), {})
    for parts in (
        view_parts.tray([row], naming, 1),
        event_table.table([row], naming, (1, 0, 0), "newest", "events.csv"),
    ):
        assert "According to Jane Doe" in words(parts)
        assert "lanned" in words(parts)


def wide_store() -> Store:
    """Sixty sharp dates, three of any day of decades, two without a day."""
    dates = [f"20{10 + n % 12:02}-03-{1 + n % 28:02}" for n in range(60)]
    dates += ["1939/2026", "[1990..2020]", "199X", "XXXX-09-04", "[2018-09-04..]"]
    store = Store.in_memory()
    store.add([make_report("d", [make_event(f"e{n}", date=when) for n, when in enumerate(dates)])])
    return store


def ids_of(rows: Any) -> list[str]:
    """The events some rows open, in their order; headings by their words."""
    found = (re.search(r"'data-event': '(\w+)'", str(row)) for row in rows)
    return [one[1] if one else words(row) for one, row in zip(found, rows, strict=True)]


def test_the_table_keeps_apart_what_says_too_little_of_its_day() -> None:
    with wide_store() as store:
        asked = Asked(store, Register(), Config(table_rows=80))
        found = {}
        for sort in ("newest", "oldest"):
            found[sort] = ids_of(listed(ask(asked, sort=sort)[ids.TABLE]))
        for told in found.values():
            assert told[60] == labels.WIDE_ROWS
            assert set(told[61:64]) == {"e60", "e61", "e62"}
            assert told[64] == labels.UNDATED_ROWS
            assert set(told[65:]) == {"e63", "e64"}
        assert found["newest"][:60] != found["oldest"][:60]
        assert ask(asked)[ids.HEADLINE] == "65 events, 1990–2021"


def test_every_row_and_card_is_reached_page_by_page() -> None:
    with wide_store() as store:
        asked = Asked(store, Register(), Config(table_rows=7, tray_cards=1))
        first = ask(asked)
        seen = ids_of(rows_of(first[ids.TABLE]))
        while len(seen) < 65:
            told = answer_more(asked, {}, ids.TABLE_MORE, str(len(seen)))
            seen += re.findall(r"'data-event': '(\w+)'", str(told["rows"]))
        assert told["more"] == ["", {}, []]
        assert sorted(seen) == sorted(f"e{n}" for n in range(65))
        cards = answer_more(asked, {}, ids.TRAY_MORE, "1")
        assert len(re.findall("data-event", str(cards["rows"]))) == 1
        for start in ("", "-1", "x", "9" * 30):
            assert answer_more(asked, {}, ids.TABLE_MORE, start)["rows"]
        assert answer_more(asked, {}, "elsewhere", "0") == {"rows": ["", {}, []], "more": ["", {}, []]}


def test_a_far_off_date_is_set_aside_and_given_back() -> None:
    with Store.in_memory() as store:
        near = [make_event(f"e{n}", date=f"20{12 + n % 10:02}-05-0{1 + n % 9}") for n in range(40)]
        store.add(
            [
                make_report(
                    "d", [*near, make_event("far", date="1096-07-15"), make_event("no", date="XXXX-05")]
                )
            ]
        )
        asked = Asked(store, Register(), Config())
        parts = ask(asked)
        assert parts[ids.HEADLINE] == "41 events, 2012–2021"
        assert words(parts[ids.CHIPS]).strip() == "1 event before 2012"
        assert len(rows_of(parts[ids.TABLE])) == 41
        begin, end = parts[ids.TIMELINE]["layout"]["xaxis"]["range"]
        assert (end - begin) / DAY_MS < 4000
        shown = ask(asked, span="all")
        assert shown[ids.HEADLINE] == "42 events, 1096–2021"
        assert labels.ALL_DATES in words(shown[ids.CHIPS])
        asked_for = ask(asked, **{"from": "1000-01-01", "to": "1200-01-01"})
        assert asked_for[ids.HEADLINE].startswith("1 event")
        assert labels.ALL_DATES not in words(asked_for[ids.CHIPS])


def test_a_date_that_may_be_far_off_stretches_no_axis() -> None:
    near = [make_event(f"e{n}", date=f"20{12 + n % 10:02}-05-0{1 + n % 9}") for n in range(40)]
    with Store.in_memory() as store:
        store.add([make_report("d", [*near, make_event("wide", date="[1096-07-15..2005-01-01]")])])
        parts = ask(Asked(store, Register(), Config()))
    assert parts[ids.HEADLINE].startswith("41 events, 19")
    assert parts[ids.CHIPS] == []
    begin, end = parts[ids.TIMELINE]["layout"]["xaxis"]["range"]
    assert (end - begin) / DAY_MS < 40 * 365
    assert "arrow-left-open" in str(parts[ids.TIMELINE]["data"])


def test_the_year_of_most_events_is_told() -> None:
    years = [2019] * 3 + [2021] * 6 + [2022] * 4
    with Store.in_memory() as store:
        told = [make_event(f"e{n}", date=f"{year}-03-0{1 + n % 9}") for n, year in enumerate(years)]
        store.add([make_report("d", [*told, make_event("y", date="2019/2022")])])
        asked = Asked(store, Register(), Config())
        assert ask(asked)[ids.HEADLINE].endswith("most in 2021 (6)")
        assert "most in" not in ask(asked, **{"from": "2022-01-01", "to": "2022-12-31"})[ids.HEADLINE]


def test_an_empty_view_offers_ways_out(asked: Asked) -> None:
    told = words(ask(asked, org="cis", country="AZ")[ids.NOTICE])
    assert "organizations (1 event)" in told
    assert "countries (4 events)" in told
    assert labels.BAD_LINK not in told


def test_a_country_no_event_tells_of_is_no_broken_link(asked: Asked) -> None:
    assert labels.BAD_LINK not in words(ask(asked, country="PL", org="cis")[ids.NOTICE])


def test_looks_are_read_from_what_the_browser_says() -> None:
    assert read_look("dark,900,500,400") == {"theme": "dark", "timeline": 900, "map": 500, "topics": 400}
    assert read_look("") == {"theme": ""}
    assert read_look("x,-1,nan,1e9") == {"theme": "x"}


def test_a_row_says_why_it_was_found_with_the_words_lit(asked: Asked) -> None:
    rows = ask(asked, q="ОДКБ minsk")[ids.TABLE][2].children.children[2].children
    assert any("Found by “minsk” in its words" in words(row) for row in rows)
    assert ["mark", {"class": "lit"}, ["CSTO"]] in [one for row in rows for one in _all_light(row)]
    assert ask(asked, q="ОДКБ")[ids.HEADLINE] == ask(asked, q="CSTO")[ids.HEADLINE]


def _all_light(part: Any) -> list[Any]:
    if not isinstance(part, list):
        return []
    return [part, *(one for child in part[2] for one in _all_light(child))]


def test_letters_are_answered_by_what_they_may_stand_for(asked: Asked) -> None:
    assert answer_suggestions(asked, {}, "") == []
    found = answer_suggestions(asked, {"q": "nothing at all"}, "одк")
    csto = {"parameter": "org", "value": "csto", "name": "CSTO", "kind": "Organization", "events": 2}
    assert csto in found
    assert answer_suggestions(asked, {}, "bela")[0]["value"] == "BY"
    events = [one["events"] for one in answer_suggestions(asked, {}, "s")]
    assert events == sorted(events, reverse=True)
