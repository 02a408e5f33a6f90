"""Lanes of a reader's own: folded, pinned, moved, and all of them; kept in the address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard import ids
from dashboard.callbacks.answers import answer_view
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.charts import CHARTS
from dashboard.callbacks.lanes import forms_of
from dashboard.config import Config
from dashboard.figures.histogram import FOLDED_HEIGHT
from dashboard.figures.lanes import Form
from dashboard.figures.strips import FOLDED
from dashboard.figures.timeline import FOLDED_MARK
from dashboard.publish.picture import draw_picture
from dashboard.publish.sheet import Options
from dashboard.publish.views import open_view
from dashboard.selection import Selection, read_selection, write_search
from dashboard.theme import LIGHT
from data_model import Store
from tests.dashboard.publish.read_svg import words_of
from tests.dashboard.sample import Register
from tests.factory import make_event, make_report

BODIES = [f"body{n:02}" for n in range(14)]


@pytest.fixture(scope="module")
def many() -> Iterator[Store]:
    """Fourteen bodies, each with fewer events than the one before it, and an event without any."""
    events = [
        make_event(f"{body}-{turn}", date=f"20{10 + turn:02}-03-0{1 + place % 9}", organizations=(body,))
        for place, body in enumerate(BODIES) for turn in range(len(BODIES) - place)
    ]  # fmt: skip
    with Store.in_memory() as store:
        store.add([make_report(events=[*events, make_event("none", date="2012-02-02")])])
        yield store


def parts_of(store: Store, **query: str) -> dict:
    return answer_view(Asked(store, Register(), Config()), {"query": query, "look": {}})


def titles(figure: dict) -> list[str]:
    return [note["name"] for note in figure["layout"]["annotations"] if "name" in note]


def buttons(part: list) -> list[dict[str, str]]:
    return [button[1] for lane in part for button in lane[2]]


def test_pinned_lanes_come_first_in_their_order_and_what_does_not_occur_is_left_out(many: Store) -> None:
    figure = parts_of(many, pin="body13,nobody,body03")[ids.TIMELINE]
    assert titles(figure) == ["body13", "body03", *BODIES[:3], *BODIES[4:8], "…", ""]
    assert titles(parts_of(many)[ids.TIMELINE]) == [*BODIES[:9], "…", ""]


def test_what_is_joined_is_counted_and_given_lanes_of_one_line(many: Store) -> None:
    parts = parts_of(many)
    (rest,) = [
        note["text"] for note in parts[ids.TIMELINE]["layout"]["annotations"] if note.get("name") == "…"
    ]
    assert "5 more organizations" in rest
    ((_, told, words), (_, fold, _)) = parts[ids.LANE_MORE]
    assert (fold["data-put"], fold["data-value"]) == ("fold", ",".join([*BODIES[:9], "…", "~"]))
    assert words == ["Show the lanes of 5 more organizations"]
    assert (told["data-set"], told["data-value"]) == ("more,open", "some,")
    every = parts_of(many, more="all")
    lanes = dict(
        zip(titles(every[ids.TIMELINE]), every[ids.TIMELINE]["layout"]["meta"]["lanes"], strict=True)
    )
    assert list(lanes) == [*BODIES, ""]
    assert [key for key, (_, height) in lanes.items() if height == FOLDED] == BODIES[10:]
    assert "fewer" in every[ids.LANE_MORE][0][2][0]
    opened = parts_of(many, more="all", open="body12")[ids.TIMELINE]["layout"]["meta"]["lanes"]
    assert [height == FOLDED for _, height in opened][10:14] == [True, True, False, True]


def test_lanes_come_step_by_step() -> None:
    events = [make_event(f"e{n}", date="2020-05-05", organizations=(f"b{n:03}",)) for n in range(230)]
    with Store.in_memory() as store:
        store.add([make_report(events=events)])
        for step, lanes, told in (
            ("few", 10, ["Show 50 of the 221 more organizations", "Fold all lanes"]),
            ("some", 60, ["Show 140 of the 171 more organizations", "Show fewer lanes", "Fold all lanes"]),
            ("all", 22, ["Show fewer lanes"]),
        ):
            parts = parts_of(store, more=step)
            assert len(titles(parts[ids.TIMELINE])) == lanes
            assert [button[2][0] for button in parts[ids.LANE_MORE]] == told


def test_a_lane_just_full_of_marks_is_made_higher_for_names() -> None:
    crowd = [make_event(f"e{n}", date="2020-05-05", organizations=("un",)) for n in range(11)]
    others = [make_event(f"o{n}", date="2010-05-05", organizations=(f"b{n}",)) for n in range(9)]
    with Store.in_memory() as store:
        store.add([make_report(events=[*crowd, *others])])
        figure = parts_of(store)[ids.TIMELINE]
    assert len(figure["layout"]["meta"]["lanes"]) == 10
    (labels,) = [trace for trace in figure["data"] if trace["name"] == "labels"]
    assert len(labels["text"]) >= len(others) + 2


def test_all_lanes_are_folded_and_unfolded_at_once(many: Store) -> None:
    (_, (_, told, _)) = parts_of(many)[ids.LANE_MORE]
    folded = parts_of(many, fold=told["data-value"])
    heights = {height for _, height in folded[ids.TIMELINE]["layout"]["meta"]["lanes"]}
    assert heights == {FOLDED}
    assert folded[ids.LANE_MORE][1][1]["data-value"] == ""
    assert folded[ids.LANE_MORE][1][2] == ["Unfold all lanes"]


def test_a_filter_by_a_body_can_show_those_beside_it_too() -> None:
    with Store.in_memory() as store:
        store.add([make_report(events=[make_event(organizations=("csto", "cis", "un"))])])
        assert titles(parts_of(store, org="csto")[ids.TIMELINE]) == ["csto"]
        assert titles(parts_of(store, org="csto", pin="un")[ids.TIMELINE]) == ["un", "csto"]
        assert set(titles(parts_of(store, org="csto", more="all")[ids.TIMELINE])) == {"csto", "cis", "un"}


def test_a_folded_lane_is_one_line_of_small_marks_without_names(many: Store) -> None:
    plain, folded = (parts_of(many, **query)[ids.TIMELINE] for query in ({}, {"fold": "body00,~"}))
    lanes = dict(zip(titles(folded), folded["layout"]["meta"]["lanes"], strict=True))
    assert lanes["body00"] == [0.0, FOLDED]
    assert lanes[""][1] == FOLDED
    assert lanes["body01"][1] > FOLDED
    events = next(one for one in folded["data"] if one["name"] == "events")
    own = [n for n, told in enumerate(events["customdata"]) if told[0].startswith("body00")]
    assert len(own) == 14
    assert {events["y"][n] for n in own} == {FOLDED / 2}
    assert max(events["marker"]["size"][n] for n in own) <= FOLDED_MARK
    named = {told[0] for one in folded["data"] if one["name"] == "labels" for told in one["customdata"]}
    assert not any(event.startswith("body00") for event in named)
    assert folded["layout"]["height"] < plain["layout"]["height"]


def test_a_folded_lane_too_full_for_marks_has_low_columns(crowded: Store) -> None:
    figure = parts_of(crowded, lanes="topic", fold="trade")[ids.TIMELINE]
    place = titles(figure).index("trade")
    top, height = figure["layout"]["meta"]["lanes"][place]
    assert height == FOLDED
    density = next(one for one in figure["data"] if one["name"] == "density")
    assert any(
        top < low and high < top + height and high - low == FOLDED_HEIGHT
        for low, high in zip(density["y"], density["y"][1:], strict=False)
    )


def test_the_buttons_say_what_they_do_and_what_follows(many: Store) -> None:
    told = {
        one["data-name"]: one
        for one in buttons(parts_of(many, pin="body05,body02", fold="body05")[ids.LANE_TOOLS])
    }
    assert told["fold body05"]["aria-expanded"] == "false"
    assert told["fold body05"]["aria-label"] == "Unfold BODY05"
    assert told["pin body05"]["aria-pressed"] == "true"
    assert told["pin body00"]["aria-pressed"] == "false"
    assert told["chevron-down body05"]["data-value"] == "body02,body05"
    assert told["chevron-up body05"]["aria-disabled"] == "true"
    assert told["chevron-up body02"]["data-value"] == "body02,body05"
    assert "pin …" not in told
    assert "pin " not in told
    assert told["fold ~"]["data-toggle"] == "fold"
    beyond = {
        one["data-name"]: one for one in buttons(parts_of(many, more="all", open="body12")[ids.LANE_TOOLS])
    }
    assert beyond["fold body12"]["data-toggle"] == beyond["fold body11"]["data-toggle"] == "open"
    assert beyond["fold body01"]["data-toggle"] == "fold"


def test_the_address_keeps_them() -> None:
    chosen = Selection(pinned=("un", "csto"), folded=("cis", "~"), opened=("eu",), more="all")
    search = write_search(chosen)
    assert search == "?pin=un,csto&fold=cis,~&open=eu&more=all"
    found, complaints = read_selection({"pin": "un,csto", "fold": "cis,~", "open": "eu", "more": "all"})
    assert found == chosen
    assert not complaints
    assert forms_of(chosen, ("un", "csto", "cis", "eu", "x", "…", ""), 3) == [
        Form.OPEN, Form.OPEN, Form.LINE, Form.OPEN, Form.LINE, Form.OPEN, Form.LINE,
    ]  # fmt: skip


def test_a_file_keeps_to_them_and_a_size_to_its_room(many: Store) -> None:
    view = open_view(Asked(many, Register(), Config()), {"pin": "body13", "fold": "body00", "more": "all"})[0]
    told = [one.text for one in words_of(draw_picture(view, CHARTS[0].id, Options()))]
    assert told.index("BODY13") < told.index("BODY01")
    assert "BODY00  14" in told
    assert "BODY12  2" in told
    small = view.figure(CHARTS[0].id, 800, LIGHT, view.looked.look.room)
    assert titles(small) == titles(view.figure(CHARTS[0].id, 800, LIGHT))
    article = [one.text for one in words_of(draw_picture(view, CHARTS[0].id, Options("article")))]
    assert any("more organizations" in one for one in article)
