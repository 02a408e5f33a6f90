"""An event of several lanes is one mark: what joins it, in the figure and in the file made of it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from dashboard.callbacks.asked import Asked
from dashboard.callbacks.charts import CHARTS
from dashboard.config import Config
from dashboard.figures.joins import FAINTEST, LOUDEST, Stand, draw_joins
from dashboard.figures.lanes import Lane, Room
from dashboard.figures.marks import Dot, day_span
from dashboard.figures.time_axis import DAY_MS, Bins, Window
from dashboard.figures.timeline import draw_timeline
from dashboard.publish.picture import draw_picture
from dashboard.publish.sheet import Options
from dashboard.publish.views import Opened, open_view
from dashboard.theme import DARK, LIGHT
from data_model import EventFilter, Store
from tests.dashboard.publish.read_svg import SVG, root_of
from tests.dashboard.sample import FAMILIES, Register
from tests.factory import make_event, make_report

Figure = dict
THREE = {"organizations": ("csto", "cis", "un")}


def opened(store: Store, **query: str) -> Opened:
    return open_view(Asked(store, Register(), Config()), query)[0]


def drawn(view: Opened, width: float = 1064) -> Figure:
    return view.figure(CHARTS[0].id, width, LIGHT)


def stands_of(figure: Figure) -> dict[str, set[float]]:
    """Event -> the heights its symbols and chevrons stand on."""
    events = next(one for one in figure["data"] if one["name"] == "events")
    found = defaultdict(set)
    for told, y in zip(events["customdata"], events["y"], strict=True):
        found[told[0]].add(y)
    return found


def lines_of(figure: Figure) -> dict[str, tuple[float, float, float]]:
    """Event -> where its line stands, where it begins and where it ends."""
    found = {}
    for trace in figure["data"]:
        if trace["name"] != "joined":
            continue
        assert len(trace["x"]) == len(trace["y"]) == 3 * len(trace["customdata"])
        for turn, event in enumerate(trace["customdata"]):
            x, same, gap = trace["x"][3 * turn : 3 * turn + 3]
            top, bottom, _ = trace["y"][3 * turn : 3 * turn + 3]
            assert (same, gap) == (x, None)
            assert event not in found
            found[event] = x, top, bottom
    return found


@pytest.mark.parametrize("lanes", ["organization", "country", "topic", "person", "type"])
@pytest.mark.parametrize("pile", ["store", "crowded"])
@pytest.mark.parametrize("width", [360, 1064])
def test_every_event_of_several_lanes_is_joined_from_its_first_to_its_last(
    request: pytest.FixtureRequest, pile: str, lanes: str, width: float
) -> None:
    query = {"lanes": lanes} | ({"from": "2012-01-01", "to": "2013-12-31"} if pile == "crowded" else {})
    figure = drawn(opened(request.getfixturevalue(pile), **query), width)
    several = {event: ys for event, ys in stands_of(figure).items() if len(ys) > 1}
    lines = lines_of(figure)
    assert set(lines) == set(several)
    assert {event: (min(ys), max(ys)) for event, ys in several.items()} == {
        event: (top, bottom) for event, (_, top, bottom) in lines.items()
    }
    assert bool(lines) == (lanes in {"organization", "country", "topic"} and bool(several))


def test_in_counts_it_is_one() -> None:
    with Store.in_memory(families=FAMILIES) as store:
        store.add([make_report(events=[make_event(**THREE)])])
        figure = drawn(opened(store))
        assert len(stands_of(figure)["one:meeting:0"]) == 3
        assert len(lines_of(figure)) == 1
        assert store.counts(EventFilter()).events == 1


def test_a_band_is_joined_in_the_middle_of_what_is_seen_and_can_be_pointed_at() -> None:
    with Store.in_memory(families=FAMILIES) as store:
        store.add([make_report(events=[make_event(date="[2010-01-01..2010-12-31]", **THREE)])])
        figure = drawn(opened(store, left="2010-11-01", right="2011-02-28"))
        begin, _ = figure["layout"]["xaxis"]["range"]
        (x, _, _) = lines_of(figure)["one:meeting:0"]
        seen = DAY_MS * 14_975  # the first of 2011
        assert x == pytest.approx((begin + seen) / 2, abs=DAY_MS)
        spans = figure["layout"]["meta"]["spans"]
        assert [(first, stop) for _, first, stop in spans] == [(14_610, 14_975)] * 3
        events = next(one for one in figure["data"] if one["name"] == "events")
        assert {events["y"][place] for place, _, _ in spans} == stands_of(figure)["one:meeting:0"]


def test_lines_are_the_quieter_the_more_there_are() -> None:
    def loudness(number: int) -> float:
        stands = [Stand(f"e{n}", lane, n, lane * 50.0, "economy") for n in range(number) for lane in (0, 2)]
        (trace,) = draw_joins(stands, 800, DARK)
        assert trace["line"]["color"] == DARK.hue("economy")
        return trace["opacity"]

    assert loudness(1) == loudness(10) == LOUDEST
    assert LOUDEST > loudness(40) > loudness(60) > loudness(900) == FAINTEST


def test_a_line_stands_in_the_file_too(store: Store) -> None:
    view = opened(store)
    paths = [
        node for node in root_of(draw_picture(view, CHARTS[0].id, Options())).iter(f"{SVG}path")
        if node.get("class") == "joined"
    ]  # fmt: skip
    lines = lines_of(drawn(view))
    assert len(lines) > 3
    assert sum(path.get("d", "").count("M") for path in paths) == len(lines)


def test_where_room_is_short_an_event_is_named_once() -> None:
    window = Window(date(2023, 1, 1), date(2023, 12, 31))
    day = day_span(date(2023, 12, 20), date(2023, 12, 20))
    told = (f"{name} speaks of what was agreed upon by all of them" for name in ("Anna", "Bert"))
    dots = [
        Dot(title, title, "", (), *day, "exact", "done", "economy", 9.0, weight)
        for title, weight in zip(told, (5.0, 1.0), strict=True)
    ]
    lanes = [Lane("a", "A", (0,), "1 event"), Lane("b", "B", (0, 1), "2 events")]

    def named(room: Room) -> list[str]:
        figure = draw_timeline(dots, lanes, window, Bins.of(window, 60), 800, LIGHT, room)
        (labels,) = [one for one in figure["data"] if one["name"] == "labels"]
        return [told[0][:4] for told in labels["customdata"]]

    assert named(Room(33, 33, 33)) == ["Anna", "Bert"]
    assert sorted(named(Room())) == ["Anna", "Anna", "Bert"]


def test_where_an_event_with_a_mark_is_only_counted_is_known(crowded: Store) -> None:
    figure = drawn(opened(crowded, lanes="organization"))
    events = next(one for one in figure["data"] if one["name"] == "events")
    density = next(one for one in figure["data"] if one["name"] == "density")
    told = figure["layout"]["meta"]["counted"]
    assert told
    bodies = {row["id"]: row["organizations"] for row in crowded.timeline(EventFilter()).to_dict("records")}
    columns = [(low, high) for low, high in zip(density["y"], density["y"][1:], strict=False)]
    marks = stands_of(figure)
    for place, y in told:
        event = events["customdata"][place][0]
        assert any(low < y < high for low, high in columns)
        assert len(bodies[event]) > len(marks[event]) - 1
    assert len({(events["customdata"][place][0], y) for place, y in told}) == len(told)
