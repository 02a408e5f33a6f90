# ruff: noqa: E501 - scripts and bodies on one line
from __future__ import annotations

import copy
import json
import random
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard import create_app
from dashboard.callbacks.answers import answer_view
from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from dashboard.filters import FILTERS
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


def open_body(app: Any, value: object = None) -> dict[str, Any]:
    """A request as the page's own script makes it."""
    dependency = next(
        one for one in app._callback_list if one["inputs"] == [{"id": "open", "property": "data"}]
    )
    name, prop = dependency["output"].rsplit(".", 1)
    return {
        "output": dependency["output"],
        "outputs": {"id": name, "property": prop},
        "inputs": [
            {
                "id": "open",
                "property": "data",
                "value": value if value is not None else {"event": ""},
            }
        ],
        "changedPropIds": ["open.data"],
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


@pytest.mark.parametrize(
    "query",
    ["layer=%ED%A0%80", "org=%ED%BF%BF,cis", "%ED%A0%80=x", "look=%ED%A0%80,1,2,3", "q=%FF", "lanes=%00", "sort=upwards", "span=busy", "from=9999-99-99", "list=organization", "start=9"],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/view", "/choices", "/more", "/events.csv"])
def test_no_view_breaks_the_server(client: FlaskClient, path: str, query: str) -> None:
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 200
    answer.data.decode("utf-8")


@pytest.mark.parametrize(
    "field",
    [
        "layer",
        "role",
        "status",
        "certainty",
        "strength",
        "lanes",
        "span",
        "sort",
        "org",
        "publisher",
        "lang",
        "q",
        "\ud800",
    ],
)
def test_half_a_sign_is_left_out(asked: Asked, field: str) -> None:
    parts = answer_view(asked, {"query": {field: "x\ud800y"}, "look": {}})
    json.dumps({name: str(part) for name, part in parts.items()}, ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize(
    "path",
    ["dash/nothing.js", "plotly/package_data/nothing.js", "dash/../../etc/passwd", "nobody/x.js", "dash/", "dash/%00",
     "dash_mantine_components/../x.js"],
)  # fmt: skip
def test_unknown_parts_of_dash_are_not_found(client: FlaskClient, path: str, caplog: Any) -> None:
    answer = client.get(f"/_dash-component-suites/{path}")
    assert answer.status_code == 404
    assert not caplog.records


def test_what_is_held_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/view?look=light,1000,600,400").get_json()
    assert {"headline", "timeline", "table"} <= set(first["parts"]) == set(first["marks"])
    held = ",".join(f"{name}:{mark}" for name, mark in first["marks"].items())
    again = client.get("/view?look=light,1000,600,400", headers={"X-Dateline-Held": held}).get_json()
    assert again == {"parts": {}, "marks": first["marks"]}
    dark = client.get("/view?look=dark,1000,600,400", headers={"X-Dateline-Held": held}).get_json()
    assert set(dark["parts"]) == {"timeline", "overview", "map", "topics"}
    sorted_anew = client.get("/view?look=light,1000,600,400&sort=oldest", headers={"X-Dateline-Held": held})
    assert set(sorted_anew.get_json()["parts"]) == {"table", "csv"}


def test_answers_and_files_are_compressed_and_versions_last(client: FlaskClient) -> None:
    def fetch(path: str, **headers: str) -> tuple[Any, bytes]:
        with client.get(path, headers=headers) as answer:
            return answer.headers, answer.data

    script = next(one for one in re.findall(r'src="([^"]+)"', client.get("/").text) if "00-plotly" in one)
    for path in ("/view?look=light,1000,600,400", script):
        told, packed = fetch(path, **{"Accept-Encoding": "gzip"})
        bare, plain = fetch(path)
        assert told["Content-Encoding"] == "gzip"
        assert "Content-Encoding" not in bare
        assert "Accept-Encoding" in bare["Vary"]
        assert zlib.decompress(packed, 31) == plain
        assert len(packed) * 2 < len(plain)
    assert "immutable" in fetch(script)[0]["Cache-Control"]
    assert "immutable" not in fetch(script.split("?")[0])[0]["Cache-Control"]
    assert fetch("/view")[0]["Cache-Control"] == "no-store"


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
    assert client.post(UPDATE, json=open_body(app), headers={"Origin": origin}).status_code == 403


def test_own_origin(app: Any, client: FlaskClient) -> None:
    assert client.post(UPDATE, json=open_body(app), headers={"Origin": "http://localhost"}).status_code == 200
    assert (
        client.post(UPDATE, json=open_body(app), headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
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
    [b"", b"{", b"[]", b"null", b"1", b'"x"', b"{}", b'{"output": 1}', b"\xff\xfe", b"[" * 100_000, b'{"output": "open.data"}',
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
    given = {"event": "csto:meeting:0", "more": {"a": [1, "x"]}}
    for _ in range(400):
        body = copy.deepcopy(open_body(app, given))
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
    assert "cdn" not in layout


def test_csv_is_safe_and_filtered(client: FlaskClient) -> None:
    rows = client.get("/events.csv?org=csto").text.splitlines()
    assert rows[0].startswith("\ufefftitle,edtf")
    assert len(rows) == 3
    assert client.get("/events.csv?from=nonsense").status_code == 200


JUNK = (
    "",
    "x",
    "csto",
    "BY",
    "2023-06-08",
    "0000-00-00",
    "9" * 400,
    "\u202e",
    "%00",
    "ОДКБ лукашенко",
    "(",
    "[a",
    "\\",
    "a,b,,",
    "-1",
    "1e9",
    "all",
    "perhaps",
    "organization",
    "person:x",
    "word:",
    "table-rows",
    "🙂",
)


@pytest.mark.parametrize("path", ["view", "choices", "more", "suggest", "events.csv", "document/x"])
def test_no_link_is_answered_by_an_error_of_the_server(client: FlaskClient, path: str) -> None:
    dice = random.Random(path)  # noqa: S311 - a seed, not a secret
    names = [*(row.parameter for row in FILTERS), "look", "list", "start", "word", "colour"]
    for _ in range(50):
        given = {name: dice.choice(JUNK) for name in dice.sample(names, dice.randrange(1, 9))}
        assert client.get(f"/{path}", query_string=given).status_code < 500, given
