# ruff: noqa: E501 - scripts and bodies on one line
from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard import create_app
from dashboard.config import Config
from dashboard.security import HEADERS
from data_model import Store
from tests.dashboard.sample import Register

UPDATE = "/_dash-update-component"


@pytest.fixture(scope="module")
def app(store: Store) -> Any:
    return create_app(store, register=Register())


@pytest.fixture
def client(app: Any) -> Iterator[FlaskClient]:
    with app.server.test_client() as opened:
        yield opened


def view_body(app: Any, value: object = None) -> dict[str, Any]:
    """A request as the page's own script makes it."""
    dependency = next(
        one for one in app._callback_list if one["inputs"] == [{"id": "view", "property": "data"}]
    )
    names = dependency["output"].strip(".").split("...")
    return {
        "output": dependency["output"],
        "outputs": [{"id": one.rsplit(".", 1)[0], "property": one.rsplit(".", 1)[1]} for one in names],
        "inputs": [
            {
                "id": "view",
                "property": "data",
                "value": value if value is not None else {"query": {}, "look": {}},
            }
        ],
        "changedPropIds": ["view.data"],
    }


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/healthz", 200), ("/events.csv", 200), ("/document/csto", 200), ("/document/none", 404),
     ("/nothing", 404), ("/assets/nothing.js", 404), ("/_dash-layout", 200), ("/assets/../app.py", 404),
     ("/assets/%2e%2e/app.py", 404), ("/_mcp", 404), ("/console", 404), ("/_reload-hash", 404)],
)  # fmt: skip
def test_paths_and_their_headers(client: FlaskClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    if "/assets/" not in path:
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_only_three_methods(client: FlaskClient, method: str) -> None:
    assert client.open("/", method=method).status_code == 405


def test_post_only_where_it_is_meant(client: FlaskClient) -> None:
    assert client.post("/").status_code == 405
    assert client.get(UPDATE).status_code == 405


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost", 200), ("127.0.0.1:8050", 200), ("[::1]:8050", 200), ("LOCALHOST:1", 200),
     ("evil.example", 400), ("localhost.evil.example", 400), ("127.0.0.1.evil.example:80", 400), ("", 400)],
)  # fmt: skip
def test_hosts(client: FlaskClient, host: str, status: int) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == status


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:9"])
def test_foreign_origins(app: Any, client: FlaskClient, origin: str) -> None:
    assert client.post(UPDATE, json=view_body(app), headers={"Origin": origin}).status_code == 403


def test_own_origin(app: Any, client: FlaskClient) -> None:
    assert client.post(UPDATE, json=view_body(app), headers={"Origin": "http://localhost"}).status_code == 200
    assert (
        client.post(UPDATE, json=view_body(app), headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    )


def test_configured_host(store: Store) -> None:
    app = create_app(store, Config(hosts=("dates.example",)), Register())
    with app.server.test_client() as client:
        assert client.get("/healthz", headers={"Host": "dates.example"}).status_code == 200
        assert client.get("/healthz", headers={"Host": "localhost"}).status_code == 400


def test_large_bodies(client: FlaskClient) -> None:
    assert client.post(UPDATE, data=b"x" * 1_000_001, content_type="application/json").status_code == 413


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"1", b'"x"', b"{}", b'{"output": 1}', b"\xff\xfe", b"[" * 100_000, b'{"output": "view.data"}',
     b'{"output": "nothing.children", "outputs": {}, "inputs": []}'],
)  # fmt: skip
def test_malformed_bodies(client: FlaskClient, body: bytes) -> None:
    answer = client.post(UPDATE, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert b"Traceback" not in answer.data


def test_mutated_bodies_never_break_the_server(app: Any, client: FlaskClient) -> None:
    dice = random.Random(11)  # noqa: S311 - a seed, not a secret
    junk: list[Any] = [
        None,
        True,
        -1,
        1e308,
        "x" * 300,
        [],
        {},
        [[]],
        {"a": {}},
        "\x00",
        "..",
        {"id": "view"},
        float("inf"),
    ]
    given = {
        "query": {"org": "cis", "from": "2020-01-01", "lanes": "topic"},
        "look": {"theme": "dark", "timeline": 900},
    }
    for _ in range(400):
        body = copy.deepcopy(view_body(app, given))
        for _ in range(dice.randint(1, 3)):
            _mutate(body, dice, junk)
        answer = client.post(UPDATE, data=json.dumps(body), content_type="application/json")
        assert answer.status_code < 500, body
        assert b"Traceback" not in answer.data


def _mutate(value: Any, dice: random.Random, junk: list[Any]) -> None:
    spots = []

    def walk(one: Any) -> None:
        for key in list(one) if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ():
            spots.append((one, key))
            walk(one[key])

    walk(value)
    if not spots:
        return
    place, key = dice.choice(spots)
    if isinstance(place, dict) and dice.random() < 0.3:
        del place[key]
    else:
        place[key] = copy.deepcopy(dice.choice(junk))


def test_the_page_says_what_it_is(client: FlaskClient) -> None:
    page = client.get("/").text
    assert '<html lang="en">' in page
    assert "<title>Dateline" in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page


def test_layout_holds_no_data(client: FlaskClient) -> None:
    layout = client.get("/_dash-layout").text
    assert "Lukashenko" not in layout
    assert '"showSendToCloud":false' in layout.replace(" ", "")
    assert '"plotlyServerURL":""' in layout.replace(" ", "")
    assert "cdn" not in layout


def test_csv_is_safe_and_filtered(client: FlaskClient) -> None:
    rows = client.get("/events.csv?org=csto").text.splitlines()
    assert rows[0].startswith("\ufefftitle,edtf")
    assert len(rows) == 3
    assert client.get("/events.csv?from=nonsense").status_code == 200
