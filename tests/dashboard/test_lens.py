"""Two hundred lanes on one screen: twenty that can be read, the others as strips."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard import ids
from dashboard.callbacks.answers import answer_view
from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from dashboard.figures.lanes import Form, Lane
from dashboard.figures.lens import READABLE, THINNEST, in_blocks, in_focus, next_close
from dashboard.figures.strips import FOLDED
from data_model import Store
from tests.dashboard.sample import Register
from tests.factory import make_event, make_report

KEYS = [f"b{n:03}" for n in range(230)]
SCREEN = 860  # pixels of 900, less the head of the page, and the axis that sticks below it


@pytest.fixture(scope="module")
def wide() -> Iterator[Store]:
    events = [
        make_event(f"e{n}-{turn}", date=f"20{10 + turn}-05-05", organizations=(key,))
        for n, key in enumerate(KEYS) for turn in range(2 if n < 100 else 1)
    ]  # fmt: skip
    with Store.in_memory() as store:
        store.add([make_report(events=[*events, make_event("none", date="2012-02-02")])])
        yield store


def parts_of(store: Store, **query: str) -> dict:
    return answer_view(Asked(store, Register(), Config()), {"query": {"more": "all", **query}, "look": {}})


def titles(figure: dict) -> list[str]:
    return [note["name"] for note in figure["layout"]["annotations"] if "name" in note]


def strips_of(figure: dict) -> list[dict]:
    return [trace for trace in figure["data"] if trace["name"] == "strips"]


def buttons(parts: dict) -> list[dict]:
    found = [button[1] for lane in parts[ids.LANE_TOOLS] for button in lane[2]]
    return [one for one in found if one["data-name"].startswith("lens")]


def test_all_are_on_one_screen_and_the_first_can_be_read(wide: Store) -> None:
    figure = parts_of(wide)[ids.TIMELINE]
    assert titles(figure) == [*KEYS[:READABLE], "⋮", "…", ""]
    assert figure["layout"]["height"] <= SCREEN
    (strips,) = strips_of(figure)
    assert [key for key, *_ in strips["meta"]] == KEYS[READABLE:199]
    assert strips["meta"][0] == ["b020", "B020", "2 events"]
    assert len(strips["z"]) == len(strips["y"]) - 1 == 179
    assert min(b - a for a, b in zip(strips["y"], strips["y"][1:], strict=False)) >= THINNEST - 1e-9
    # As many columns are filled as there are days of events.
    assert [sum(cell is not None for cell in row) for row in (strips["z"][0], strips["z"][-1])] == [2, 1]


def test_a_strip_is_brought_close_with_those_around_it(wide: Store) -> None:
    parts = parts_of(wide, near="b100")
    figure = parts[ids.TIMELINE]
    assert titles(figure) == ["⋮", *KEYS[90:110], "⋮", "…", ""]
    assert [len(block["meta"]) for block in strips_of(figure)] == [90, 89]
    assert figure["layout"]["height"] <= SCREEN
    above, below = buttons(parts)
    assert (above["data-put"], above["data-value"]) == ("near", "b080")
    assert below["data-value"] == "b120"
    assert above["aria-label"] == "Read the 20 lanes above"
    # What is told of lanes beside the chart is told of as many places as it has.
    assert len(parts[ids.LANE_TOOLS]) == len(figure["layout"]["meta"]["lanes"]) == len(titles(figure))


def test_the_buttons_lead_through_all_and_no_lane_is_left_out(wide: Store) -> None:
    seen: list[str] = []
    query: dict[str, str] = {}
    for _ in range(20):
        parts = parts_of(wide, **query)
        seen += [key for key in titles(parts[ids.TIMELINE]) if key.startswith("b")]
        down = [one for one in buttons(parts) if one["data-name"] == "lens chevron-down"]
        if not down:
            break
        query = {"near": down[0]["data-value"]}
    assert [*dict.fromkeys(seen)] == KEYS[:199]
    assert not down


def test_the_pinned_stay_and_the_opened_are_open(wide: Store) -> None:
    figure = parts_of(wide, near="b100", pin="b199,b005", open="b101")[ids.TIMELINE]
    assert titles(figure)[:3] == ["b199", "b005", "⋮"]
    lanes = dict(zip(titles(figure), figure["layout"]["meta"]["lanes"], strict=True))
    assert lanes["b101"][1] > FOLDED
    assert lanes["b102"][1] == FOLDED


def test_an_unknown_lane_is_nowhere_near() -> None:
    assert in_focus(KEYS, "nobody") == in_focus(KEYS, "") == {*KEYS[:READABLE]}
    assert in_focus(KEYS, KEYS[-1]) == {*KEYS[-READABLE:]}
    assert in_focus(KEYS[:7], KEYS[3]) == {*KEYS[:7]}


def test_strips_that_follow_each_other_are_one_block() -> None:
    forms = [Form.STRIP, Form.STRIP, Form.LINE, Form.OPEN, Form.STRIP]
    lanes = [Lane(key, key, (), "", form=form) for key, form in zip(KEYS, forms, strict=False)]
    blocks = in_blocks(lanes)
    assert [[lane.key for lane in block] for block in blocks] == [
        ["b000", "b001"],
        ["b002"],
        ["b003"],
        ["b004"],
    ]
    assert next_close(blocks[0], above=True) == "b000"
    assert next_close(blocks[0], above=False) == "b001"


def test_an_event_that_is_only_counted_in_a_strip_has_its_tail_there() -> None:
    events = [
        make_event(f"e{n}-{turn}", date="2020-05-05", organizations=(key,))
        for n, key in enumerate(KEYS[:100]) for turn in range(2 if n < 40 else 1)
    ]  # fmt: skip
    events.append(make_event("both", date="2020-06-06", organizations=("b000", "b050")))
    with Store.in_memory() as store:
        store.add([make_report(events=events)])
        figure = parts_of(store)[ids.TIMELINE]
    (marks,) = [trace for trace in figure["data"] if trace["name"] == "events"]
    place = [told[0] for told in marks["customdata"]].index("both")
    (strips,) = strips_of(figure)
    row = [key for key, *_ in strips["meta"]].index("b050")
    heights = [height for at, height in figure["layout"]["meta"]["counted"] if at == place]
    assert heights == [pytest.approx((strips["y"][row] + strips["y"][row + 1]) / 2)]
