from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard import create_app
from dashboard.callbacks.answers import answer_view
from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from dashboard.csv_table import COLUMNS
from dashboard.file_labels import COLUMNS as MEANINGS
from dashboard.publish import routes
from dashboard.publish.citation import cite_bibtex, cite_csl, cite_long, cite_short, key_of
from dashboard.publish.files import DATA_FORMS, PICTURE_FORMS, File, make_file
from dashboard.publish.views import PICTURED, NotPublishable, open_view
from data_model import Store
from tests.dashboard.publish.read_png import read_png_texts
from tests.dashboard.publish.read_svg import SVG, root_of, words_of
from tests.dashboard.sample import Register
from tests.factory import make_event, make_report

HOME = "https://example.org/"


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def got(asked: Asked, what: str, form: str, **query: str) -> bytes:
    return make_file(asked, what, form, query, home=HOME).data


QUERIES: list[dict[str, str]] = [
    {},
    {"org": "csto"},
    {"country": "BY", "layer": "any"},
    {"topic": "energy"},
    {"status": "planned"},
    {"certainty": "exact"},
    {"from": "2023-01-01", "to": "2023-12-31"},
    {"sort": "oldest", "span": "all"},
    {"q": "summit"},
    {"count": "reports", "lanes": "country"},
    {"drawn": "bars", "measure": "share", "per": "document"},
]


def random_query(seed: int) -> dict[str, str]:
    chosen = random.Random(seed)  # noqa: S311 - filters, not secrets
    query: dict[str, str] = {}
    for part in chosen.sample(QUERIES, 3):
        query |= part
    return query


@pytest.mark.parametrize("seed", range(30))
def test_page_and_files_hold_the_same_events(asked: Asked, seed: int) -> None:
    query = random_query(seed)
    page = answer_view(asked, {"query": query})
    sheet = rows_of(got(asked, "events", "csv", **query))
    told = json.loads(got(asked, "events", "json", **query))
    known = json.loads(got(asked, "events", "metadata.json", **query))
    assert [row["id"] for row in sheet] == [row["id"] for row in told["events"]]
    assert len(sheet) == told["metadata"]["events"] == known["events"]
    assert known["title"] == page["headline"] == told["metadata"]["title"]
    if sheet:
        root = root_of(got(asked, "timeline", "svg", **query).decode())
        assert root.findtext(f"{SVG}title") == page["headline"]


def test_every_form_is_made_and_is_always_the_same(asked: Asked) -> None:
    for form in DATA_FORMS:
        assert got(asked, "events", form) == got(asked, "events", form), form
    for form in PICTURE_FORMS:
        made = make_file(asked, "map", form, {"org": "cis", "preset": "share"}, home=HOME)
        assert made.name == f"dateline-map-org-cis.{form}"
        assert made.data[:4] in (b"<?xm", b"\x89PNG", b"%PDF")


def test_a_row_has_names_beside_keys_and_where_it_is_from() -> None:
    assert set(MEANINGS) == set(COLUMNS)
    event = make_event(organizations=("csto",), countries=("BY",), evidence=("They met.",))
    report = make_report("a", [event], url="https://www.example.net/a", published=date(2023, 6, 9))
    with Store.in_memory() as store:
        store.add([report])
        asked = Asked(store, Register(), Config())
        (row,) = rows_of(got(asked, "events", "csv"))
        known = json.loads(got(asked, "events", "metadata.json"))
    assert (row["organization_names"], row["country_names"]) == (
        "Collective Security Treaty Organization", "Belarus",
    )  # fmt: skip
    assert (row["type_name"], row["evidence"]) == ("Meeting", "They met.")
    assert (row["publishers"], row["published"], row["document_days"]) == (
        "example.net", "2023-06-09", "2023-06-08",
    )  # fmt: skip
    assert row["link"].startswith(f"{HOME}?event=")
    (source,) = known["sources"]
    assert (source["publisher"], source["day"]) == ("example.net", "2023-06-09")


def test_a_png_carries_its_alternative_text_and_its_citation(asked: Asked) -> None:
    told = read_png_texts(got(asked, "topics", "png", preset="share"))
    assert told["Title"] == "17 events, 2009–2023, most in 2023 (5)"
    assert told["Title"] in told["Description"]
    assert len(told["Description"]) <= 300
    assert f"data version {asked.open_store().version}" in told["Source"]


def test_the_archive_says_how_to_cite_it(asked: Asked) -> None:
    with zipfile.ZipFile(io.BytesIO(got(asked, "events", "zip", org="cis"))) as archive:
        assert {f"{chart}.svg" for chart in PICTURED} < set(archive.namelist())
        readme = archive.read("README.txt").decode()
        assert archive.read("events.csv") == got(asked, "events", "csv", org="cis")
    facts = open_view(asked, {"org": "cis"}, HOME)[0].facts
    assert cite_long(facts) in readme
    assert all(one.words in readme for one in facts.sources)


@pytest.mark.parametrize(
    ("what", "form", "query", "why"),
    [
        ("timeline", "gif", {}, "it can be svg, png or pdf"),
        ("events", "svg", {}, "no events as svg"),
        ("timeline", "svg", {"preset": "poster"}, "preset can be page, article"),
        ("timeline", "png", {"scale": "400"}, "from 1 to 4"),
        ("timeline", "png", {"scale": "nan"}, "from 1 to 4"),
        ("timeline", "svg", {"theme": "<b>"}, "light or dark"),
        ("timeline", "svg", {"width": "12"}, "from 260 to 4000"),
        ("timeline", "svg", {"width": "1e9"}, "from 260 to 4000"),
        ("timeline", "svg", {"label": "csto:meeting"}, "the key of an event, a space"),
        ("map", "svg", {"frame": "0,0,0"}, "a longitude and a latitude"),
        ("map", "svg", {"frame": "nan,1,1"}, "a longitude and a latitude"),
        ("map", "svg", {"frame": "1,2"}, "a longitude and a latitude"),
        ("timeline", "svg", {"foo": "1"}, "“foo” is no setting"),
        ("map", "svg", {"from": "1600-01-01", "to": "1600-01-02"}, "nothing to draw"),
    ],
)
def test_what_cannot_be_made_is_said(asked: Asked, what: str, form: str, query: Any, why: str) -> None:
    with pytest.raises(NotPublishable, match=re.escape(why)):
        make_file(asked, what, form, query)


def test_citations_name_the_view_and_the_version() -> None:
    report = make_report("a", [make_event(title="50% & more_{x}")])
    with Store.in_memory() as store:
        store.add([report])
        asked = Asked(store, Register(), Config())
        facts = open_view(asked, {"q": "50% & more_{x}"}, HOME)[0].facts
    entry = cite_bibtex(facts)
    assert r"50\% \& more\_\{x\}" in entry
    depth = 0
    for before, letter in zip(" " + entry, entry, strict=False):
        depth += {"{": 1, "}": -1}.get(letter, 0) if before != "\\" else 0
        assert depth >= 0
    assert depth == 0
    (item,) = cite_csl(facts)
    assert item["id"] == key_of(facts)
    assert entry.startswith(f"@misc{{{key_of(facts)},")
    assert item["URL"] == facts.address
    assert f"data version {facts.version}" in cite_short(facts)
    assert facts.address in cite_long(facts)


def test_addresses_answer_like_the_command(store: Store) -> None:
    client = create_app(store, Config(hosts=("localhost", "example.org")), Register()).server.test_client()
    asked = Asked(store, Register(), Config())
    for path, kind in (("timeline.svg", "image/svg+xml"), ("events.json", "application/json")):
        answer = client.get(f"/{path}?org=cis", headers={"Host": "example.org"})
        assert (answer.status_code, answer.mimetype) == (200, kind)
        what, form = path.split(".")
        assert answer.data == make_file(asked, what, form, {"org": "cis"}, home="http://example.org/").data
    assert "example.org" not in client.get("/map.svg", headers={"Host": "localhost:8050"}).text
    assert client.get("/map.svg?preset=x").status_code == 400
    assert client.get("/map.gif").status_code == 404
    assert client.post("/map.svg").status_code == 405


def test_page_and_file_show_the_same_words_and_marks(asked: Asked) -> None:
    """The figure of the page in the order of its lanes, against the file read back."""
    query = {"lanes": "organization"}
    figure = answer_view(asked, {"query": query, "look": {"theme": "light"}})["timeline"]
    svg = got(asked, "timeline", "svg", **query).decode()
    shown = [one.text for one in words_of(svg)]
    labels = next(trace for trace in figure["data"] if trace["name"] == "labels")
    assert [text for text in shown if text in labels["text"]] == list(labels["text"])
    heads = [re.sub("<[^>]+>", "", note["text"].split("<br>")[0]) for note in figure["layout"]["annotations"]]
    assert [text for text in shown if text in heads][: len(heads)] == [
        head for head in heads if head in shown
    ]
    events = next(trace for trace in figure["data"] if trace["name"] == "events")
    marks = next(node for node in root_of(svg).iter(f"{SVG}g") if node.get("class") == "events")
    assert len(list(marks)) == len(events["x"])
    assert [mark.findtext(f"{SVG}title", "").split("\n")[0] for mark in marks] == [
        told[1] for told in events["customdata"]
    ]


def test_a_picture_of_a_view_is_drawn_once_a_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def count(*args: Any, **kwargs: Any) -> File:
        made.append(args[2])
        return make_file(*args, **kwargs)

    monkeypatch.setattr(routes, "make_file", count)
    with Store.open(tmp_path / "own", create=True) as store:
        store.add([make_report("one", [make_event(date="2024-05-05")])])
        client = create_app(store, Config(), Register()).server.test_client()
        for address in ("map.svg", "map.svg", "map.svg?status=happened", "map.png", "map.svg", "events.json"):
            assert client.get(f"/{address}").status_code == 200
        assert made == ["svg", "svg", "png", "json"]
        store.add([make_report("another", [make_event("another:meeting:0", date="2024-06-05")])])
        assert client.get("/map.svg").status_code == 200
        assert made == ["svg", "svg", "png", "json", "svg"]
