from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from dashboard import create_app, ids
from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from dashboard.publish.embed import write_embed
from dashboard.publish.views import PICTURED, NotPublishable
from dashboard.security import is_host
from data_model import Store
from tests.dashboard.publish.test_report import Page
from tests.dashboard.sample import Register
from tests.factory import make_event, make_report

HOSTS = ("https://example.org", "*.example.net")


@pytest.fixture
def client(store: Store) -> Iterator[FlaskClient]:
    with create_app(store, Config(embed_from=HOSTS), Register()).server.test_client() as opened:
        yield opened


@pytest.mark.parametrize("chart", PICTURED)
def test_only_the_hosts_that_were_named_may_frame_a_chart(client: FlaskClient, chart: str) -> None:
    answer = client.get(f"/embed/{chart}?org=cis")
    assert answer.status_code == 200
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["frame-ancestors"] == "https://example.org *.example.net"
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer.headers
    for path in ("/", "/view", f"/{chart}.svg", "/document/csto"):
        other = client.get(path)
        assert "frame-ancestors 'none'" in other.headers["Content-Security-Policy"], path
        assert other.headers["X-Frame-Options"] == "DENY"


def test_without_a_host_there_is_nothing_to_frame(store: Store) -> None:
    client = create_app(store, Config(), Register()).server.test_client()
    answer = client.get("/embed/timeline")
    assert answer.status_code == 404
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ("https://example.org", True), ("example.org", True), ("*.example.org", True),
        ("http://localhost:8000", True), ("*", False), ("https://*", False), ("https:", False),
        ("example.org; script-src *", False), ("a b", False), ("'self'", False), ("ftp://example.org", False),
        ("https://example.org/path", False), ("-a.org", False), ("", False),
    ],
)  # fmt: skip
def test_what_is_no_host_never_reaches_a_policy(told: str, right: bool) -> None:
    assert is_host(told) is right


def test_an_embed_says_what_a_file_says_and_has_its_events_as_links(asked: Asked) -> None:
    page = Page(write_embed(asked, ids.TIMELINE, {"org": "csto,cis", "theme": "dark", "note": "So be it"}))
    told = " ".join(page.words)
    for part in ("6 events of CSTO or CIS", "Filters: CSTO; CIS", "Sources: ", "data version", "So be it"):
        assert part in told, part
    links = [one["href"] for tag, one in page.tags if tag == "a"]
    assert len(links) == 6 + 1
    assert all(link and link.startswith("/?") for link in links)
    assert ("html", {"lang": "en", "class": "dark"}) in page.tags
    marks = {one["data-id"] for tag, one in page.tags if "data-id" in one}
    assert len(marks) == 6
    assert all(f"event={mark}" in " ".join(map(str, links)) for mark in marks)


def size_of(client: FlaskClient, address: str) -> int:
    with client.get(address, headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.status_code == 200, address
        return len(answer.data)


def test_an_embed_loads_its_own_files_alone_and_is_small(client: FlaskClient) -> None:
    page = Page(client.get("/embed/timeline").text)
    loads = ("script", "link", "img")
    wanted = [one.get("src") or one.get("href") or "" for tag, one in page.tags if tag in loads]
    assert len(wanted) == 4
    assert all(re.fullmatch(r"/assets/[\w.-]+", address) for address in wanted), wanted
    with client.get("/assets/10-fonts.css") as fonts:
        letters = {f"/assets/{name}" for name in re.findall(r"fonts/[\w.-]+", fonts.text)}
    assert sum(size_of(client, one) for one in ("/embed/timeline", *wanted, *letters)) < 600_000


def test_no_word_of_a_document_is_markup_in_an_embed() -> None:
    bad = "</svg><script>alert(1)</script><img src=x onerror=alert(1)>"
    with Store.in_memory() as store:
        store.add([make_report("a", [make_event(title=bad)], title=bad)])
        asked = Asked(store, Register(), Config())
        for chart in PICTURED:
            page = Page(write_embed(asked, chart, {"title": bad, "note": bad}))
            assert [tag for tag, _ in page.tags].count("script") == 1
            assert "img" not in [tag for tag, _ in page.tags]


def test_what_an_embed_cannot_show_is_said(asked: Asked, client: FlaskClient) -> None:
    assert "No event fits" in " ".join(Page(write_embed(asked, ids.MAP, {"q": "zzzz"})).words)
    with pytest.raises(NotPublishable, match="no setting"):
        write_embed(asked, ids.MAP, {"colour": "red"})
    assert client.get("/embed/timeline?width=999999").status_code == 400
    assert client.get("/embed/overview").status_code == 404
    assert client.post("/embed/timeline").status_code == 405


def test_the_chart_is_drawn_for_the_width_of_its_frame(asked: Asked) -> None:
    for width in ("300", "980"):
        page = Page(write_embed(asked, ids.TIMELINE, {"width": width}))
        assert next(one["width"] for tag, one in page.tags if tag == "svg") == width
