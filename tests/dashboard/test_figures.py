from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from dashboard import sentences
from dashboard.figures import marks
from dashboard.figures.country_map import alpha3, draw_country_map, small_states
from dashboard.figures.disputed import disputed_areas
from dashboard.figures.dots import dots_of
from dashboard.figures.histogram import GROUPS, STEPS
from dashboard.figures.lane_frame import BOLDER, BUTTONS, TITLE_SIZE, Head, lane_layout
from dashboard.figures.lanes import PAGE, Lane, crowded_lanes
from dashboard.figures.map_parts import outside_of, region_of, regions
from dashboard.figures.marks import Dot, day_span
from dashboard.figures.overview import draw_overview
from dashboard.figures.text_widths import text_width
from dashboard.figures.time_axis import (
    DAY_MS,
    Bins,
    Window,
    bin_in_words,
    bins_of,
    busiest,
    epoch,
    next_bin,
    number_of,
    unit_for,
    window_of,
)
from dashboard.figures.timeline import draw_timeline
from dashboard.figures.topics_over_time import Manner, draw_topics
from dashboard.filters import filter_named
from dashboard.naming import Naming
from dashboard.publish.atlas import frame_of
from dashboard.theme import DARK, LIGHT, Theme, mix
from data_model import EventFilter, Lanes, Store, sort_into_lanes
from tests.dashboard.sample import BODIES, COUNTRIES, TOPICS, Register
from tests.factory import make_event, make_report

NAMING = Naming(Register(), BODIES)
LONG_AGO = date(1000, 1, 1)
WHOLE = Window(date(2008, 6, 1), date(2024, 6, 1))


def trace(figure: dict, name: str) -> dict:
    return next(one for one in figure["data"] if one["name"] == name)


def lanes_of(store: Store, by: str = "organization", most: int = 12, chosen: tuple = ()) -> Lanes:
    return sort_into_lanes(store.view(EventFilter()), by, most, NAMING.short, chosen)


def timeline(
    store: Store, by: str = "organization", width: float = 1100, window: Window = WHOLE, theme: Theme = LIGHT
) -> dict:
    found = lanes_of(store, by)
    rows = store.view(EventFilter()).rows(np.arange(store.counts(EventFilter()).events))
    lanes = [
        Lane(
            key,
            NAMING.short(key) or "No organization",
            tuple(found.place[found.lane == n].tolist()),
            sentences.counted(size, "event"),
        )
        for n, (key, size) in enumerate(zip(found.keys, found.sizes, strict=True))
    ]
    placed = [row if row["placed"] else row | {"earliest": LONG_AGO, "latest": LONG_AGO} for row in rows]
    return draw_timeline(dots_of(placed, NAMING), lanes, window, Bins.of(window, 60), width, theme)


@pytest.mark.parametrize(
    ("edtf", "approximate", "same_day", "shape"),
    [
        ("2023-06-08", False, True, marks.EXACT),
        ("2009~", True, False, marks.APPROXIMATE),
        ("2014", False, False, marks.RANGE),
        ("[2018-04-09..2019-09-10]", False, False, marks.RANGE),
        ("2015-06-12/2015-06-28", False, False, marks.LASTED),
    ],
)
def test_dates_are_drawn_as_what_they_are(
    edtf: str, *, approximate: bool, same_day: bool, shape: str
) -> None:
    assert marks.shape_of(edtf, approximate=approximate, same_day=same_day) == shape


def test_planned_is_told_from_happened() -> None:
    hue = LIGHT.hue("security")
    done, planned, off, maybe = (
        marks.draw_mark(marks.EXACT, group, hue, 9, LIGHT)
        for group in (marks.DONE, marks.PLANNED, marks.OFF, marks.HYPOTHETICAL)
    )
    assert done.fill == hue
    assert (planned.symbol, planned.fill, planned.stroke) == ("circle", LIGHT.card, hue)
    assert off.symbol == "circle-x-open"
    assert maybe.symbol == "circle-dot-open"
    ranged = marks.draw_mark(marks.RANGE, marks.DONE, hue, 9, LIGHT)
    assert ranged.symbol == "diamond"
    assert ranged.fill == mix(hue, LIGHT.card, 0.25)


def test_every_placed_event_has_a_mark_in_each_of_its_lanes(store: Store) -> None:
    frame = store.timeline(EventFilter())
    figure = timeline(store)
    shown = trace(figure, "events")
    assert {told[0] for told in shown["customdata"]} == set(frame["id"])
    assert len(shown["x"]) == sum(max(len(keys), 1) for keys in frame["organizations"])
    labelled = trace(figure, "labels")
    assert len(labelled["x"]) == len(shown["x"])  # a quiet store: every label has room
    titles = [note["text"] for note in figure["layout"]["annotations"]]
    assert "CIS" in titles[0]
    assert "4 events" in titles[0]
    assert "No organization" in titles[-1]


def test_a_day_stands_at_its_noon_and_a_band_covers_its_days(store: Store) -> None:
    figure = timeline(store)
    shown = trace(figure, "events")
    place = next(i for i, told in enumerate(shown["customdata"]) if told[0].startswith("csto:meeting"))
    assert abs(shown["x"][place] - (epoch(date(2023, 6, 8)) + DAY_MS / 2)) < DAY_MS / 100
    bands = [one for one in figure["data"] if one["name"] == "band"]
    ends = [x for one in bands for x in one["x"] if x is not None]
    assert epoch(date(2014, 1, 1)) in ends
    assert epoch(date(2015, 1, 1)) in ends
    assert any(one["name"] == "band planned" and one["line"]["dash"] for one in figure["data"])
    assert any(one["name"] == "bar" for one in figure["data"])


def test_words_of_documents_are_escaped() -> None:
    hostile = '<span style="background:url(http://example.org)">&</span>'
    with Store.in_memory() as store:
        store.add([make_report(events=[make_event(title=hostile)])])
        dots = dots_of(store.view(EventFilter()).rows(np.array([0])), NAMING)
    window = Window(date(2023, 6, 1), date(2023, 6, 20))
    bins = Bins.of(window, 60)
    counts = np.zeros((5, len(bins.starts)))
    counts[0, 3] = 1
    for lane in (Lane("a", hostile, (0,), "1 event"), Lane("a", hostile, (), "1 event", (0,), counts)):
        figure = draw_timeline(dots, [lane], window, bins, 1600, LIGHT)
        drawn = [
            *trace(figure, "labels")["text"],
            *(note["text"] for note in figure["layout"]["annotations"]),
        ]
        assert all('<span style="background' not in text for text in drawn)
        assert any("&lt;span" in text for text in drawn)


def test_dark_is_another_set_of_literals(store: Store) -> None:
    figure = timeline(store, "type", theme=DARK)
    assert figure["layout"]["font"]["color"] == DARK.ink
    assert "var(" not in str(figure)


def test_a_narrow_timeline_has_its_titles_above(store: Store) -> None:
    figure = timeline(store, width=360)
    assert figure["layout"]["margin"]["l"] < 20
    assert all(note["xanchor"] == "left" for note in figure["layout"]["annotations"])


def test_a_long_title_above_a_narrow_lane_ends_before_its_buttons() -> None:
    window = Window(date(2021, 5, 1), date(2023, 5, 1))
    title = "CIS Council of Permanent Plenipotentiary Representatives"
    head = Head("cppr", title, ("5 events",), 0, 40)
    (note,) = lane_layout([head], window, 340, LIGHT, 40, {})["annotations"]
    told = note["text"].removeprefix("<b>").partition("</b>")[0]
    assert told.endswith("…")
    assert title.startswith(told.removesuffix("…").rstrip())
    assert text_width(told, TITLE_SIZE * BOLDER) <= 340 - BUTTONS


def test_lanes_come_by_size_then_the_rest() -> None:
    keys = [[f"k{i % 20:02}"] for i in range(100)] + [["k00"], []]
    with Store.in_memory() as store:
        store.add([make_report(events=[make_event(f"e{n}", topics=topics) for n, topics in enumerate(keys)])])
        found = lanes_of(store, "topic")
        assert found.keys[0] == "k00"
        assert found.keys[-2:] == ("…", "")
        assert len(found.keys) == 13
        assert sum(found.sizes) == 102
        chosen = lanes_of(store, "topic", chosen=("k01",))
        assert chosen.keys == ("k01", "…", "")
        assert chosen.sizes == [5, 96, 1]


def test_lanes_density_and_the_heaviest_agree_with_counting_one_by_one(crowded: Store) -> None:
    frame = crowded.timeline(EventFilter())
    found = lanes_of(crowded, "topic")
    start, stop = 8766, 20820  # 1994 to 2026
    counts = found.density(np.linspace(start, stop, 241).astype(int), {"trade": 0, "energy": 1, "": 3})
    assert counts.shape == (len(found.keys), 5, 240)
    assert counts.sum() == pytest.approx(len(frame)) == 2000
    assert found.vague == [0] * len(found.keys)
    for number, key in enumerate(found.keys):
        own = frame[[key in topics for topics in frame["topics"]]]
        assert found.sizes[number] == len(own)
        group = {"trade": 0, "energy": 1}.get(key, 4)
        assert counts[number, group].sum() == pytest.approx(len(own))
    best = found.heaviest(start, stop, 8)
    assert 8 <= len(best.place) <= 8 * len(found.keys)
    weight = dict(zip(found.place.tolist(), found.columns.weight[found.place].tolist(), strict=True))
    part = ((found.middles - start) / (stop - start) * 8).astype(int)
    for lane, place in zip(best.lane.tolist(), best.place.tolist(), strict=True):
        own = int(part[(found.place == place) & (found.lane == lane)][0])
        rivals = found.place[(found.lane == lane) & (part == own)]
        assert weight[place] == max(weight[rival] for rival in rivals.tolist())


def test_what_is_vague_is_in_no_column_and_told_of() -> None:
    with Store.in_memory() as vague:
        dates = ("[1996..2020]", "1996/2020", "2014")
        vague.add([make_report(events=[make_event(f"e{n}", date=d) for n, d in enumerate(dates)])])
        found = lanes_of(vague)
        edges = Bins.of(Window(date(1990, 1, 1), date(2029, 12, 31)), 60).numbers
        assert found.vague == [1]  # what lasted has its place in all of it
        assert found.density(edges, {}).sum() == pytest.approx(2)
        view = vague.view(EventFilter())
        assert view.vague == 1
        assert view.over_time(edges)[0].sum() == pytest.approx(3)
        assert view.over_time(edges, vague=False)[0].sum() == pytest.approx(2)


def test_the_fullest_part_of_a_lane_is_found() -> None:
    with Store.in_memory() as store:
        days = ["2023-06-01", "2023-06-01", "2023-06-02", "2023-06-20"]
        store.add([make_report(events=[make_event(f"e{n}", date=day) for n, day in enumerate(days)])])
        start = number_of(date(2023, 6, 1))
        assert lanes_of(store).fullest(start, start + 30, 30) == [2]
        assert lanes_of(store).fullest(start, start + 30, 3) == [3]


def test_a_lane_too_full_for_marks_is_counted_on_a_scale_of_its_own() -> None:
    assert PAGE.of(1) > PAGE.of(8) > PAGE.of(12) >= 100
    assert crowded_lanes([900, 20, 5], [40, 3, 2], 1500) == [True, False, False]
    assert crowded_lanes([60, 50, 40], [3, 3, 3], 100) == [True, False, False]
    bins = Bins.of(WHOLE, 60)
    few, many = np.zeros((5, len(bins.starts))), np.zeros((5, len(bins.starts)))
    few[GROUPS["economy"], 3], many[GROUPS["security"], 3], many[4, 9] = 2, 100, 199.5
    lanes = [Lane("a", "A", (), "2 events", (), few), Lane("b", "B", (), "300 events", (), many, 7)]
    figure = draw_timeline([], lanes, WHOLE, bins, 1100, LIGHT)
    assert not [
        one for one in figure["data"] if one["name"] == "density"
    ]  # nothing is named: nothing to count
    day = day_span(date(2022, 1, 1), date(2022, 1, 1))
    dot = Dot("e", "Talks", "2022", (), *day, "exact", "done", "security", 9.0, 1.0)
    figure = draw_timeline([dot], [replace(one, named=(0,)) for one in lanes], WHOLE, bins, 1100, LIGHT)
    counted = [[cell for cell in row if cell] for row in trace(figure, "density")["z"]]
    assert counted == [[], [2], [], [100, 199.5]]
    columns = trace(figure, "columns")["z"]
    filled = [[row[place] for row in columns if row[place] is not None] for place in (3, 9)]
    assert filled[0] == [GROUPS["economy"]] * STEPS + [GROUPS["security"]] * 12
    assert filled[1] == [4] * STEPS
    assert len(trace(figure, "columns")["y"]) == len(columns) + 1
    told = [note["text"] for note in figure["layout"]["annotations"]]
    assert [told[1], told[3]] == ["2", "200"]  # what the full height stands for, lane by lane
    assert f"300 events by {bins.unit}" in told[2]
    assert "7 too vague" in told[2]
    assert figure["layout"]["meta"]["columns"] == bins.words


def test_the_days_are_told_above_the_lanes(store: Store) -> None:
    layout = timeline(store)["layout"]
    assert layout["xaxis"]["side"] == "top"
    assert layout["margin"]["t"] >= 30
    assert [note["name"] for note in layout["annotations"]][:1] == ["cis"]


def test_the_overview_marks_the_period() -> None:
    told = Bins((date(2022, 1, 1), date(2023, 1, 1)), "year"), (3.0, 5.5), (1.0, 0.0)
    chosen = Window(date(2022, 6, 1), date(2023, 6, 1))
    figure = draw_overview(*told, WHOLE, chosen, 1100, LIGHT)
    assert trace(figure, "events")["y"] == [2.0, 5.5]
    assert trace(figure, "planned")["y"] == [1.0, 0.0]
    assert figure["layout"]["selections"][0]["x0"] == epoch(date(2022, 6, 1))
    assert figure["layout"]["selections"][0]["yref"] == "y"
    assert trace(figure, "events")["customdata"][0] == ["", "2022", "3 events, 1 planned"]
    assert trace(figure, "events")["customdata"][1][2] == "about 6 events"
    assert figure["layout"]["xaxis"]["showticklabels"]
    bare = draw_overview(*told, WHOLE, None, 1100, LIGHT)["layout"]
    assert bare["selections"] == []
    assert not bare["xaxis"]["showticklabels"]  # those of the timeline below are the same


def draw_map(*told: object, region: str = "auto") -> dict:
    return draw_country_map(*told, region=region)[0]


def test_the_map_tells_zero_from_never() -> None:
    figure = draw_map(
        {"BY": 12, "RU": 5, "SG": 1}, {"BY", "RU", "SG", "UA", "XK"}, ["RU"], COUNTRIES.get, 600, LIGHT
    )
    events, zero = trace(figure, "events"), trace(figure, "zero")
    assert events["locations"] == ["BLR", "RUS", "SGP"]
    assert sorted(zero["locations"]) == ["UKR", "XKX"]
    assert events["customdata"][0] == ["BY", "Belarus", "12 events"]
    assert events["marker"]["line"]["color"][1] == LIGHT.ink
    assert "none in this view" in figure["layout"]["annotations"][0]["text"]
    bare = draw_map({"BY": 12}, {"BY"}, [], COUNTRIES.get, 600, LIGHT)
    assert "none in this view" not in bare["layout"]["annotations"][0]["text"]
    assert events["colorbar"]["ticktext"] == ["1", "2", "5", "10"]
    geo = figure["layout"]["geo"]
    assert geo["fitbounds"] is False
    assert geo["lonaxis"]["range"] == [16, 148]  # all but one event lie where the states were Soviet
    assert geo["resolution"] == 50


def test_small_states_are_circles_that_are_seen_whole_or_not_at_all() -> None:
    counts = dict.fromkeys(("SG", "TO", "TV", "NU", "MT", "MU", "RE", "SC", "MC"), 1)
    for region in regions():
        for width in (350, 780, 1000):
            figure = draw_map(counts, set(), [], COUNTRIES.get, width, LIGHT, region=region)
            small = next((one for one in figure["data"] if one["name"] == "small states"), None)
            told = {one[0] for one in small["customdata"]} if small else set()
            assert ("small state" in figure["layout"]["annotations"][0]["text"]) == bool(told)
            if small is None:
                continue
            place, (left, top, wide, high) = frame_of(figure["layout"], width).fit()
            middle, reach = sum(regions()[region]["shows"][0]) / 2, small["marker"]["size"] / 2
            for latitude, longitude in zip(small["lat"], small["lon"], strict=True):
                x, y = place((longitude - middle + 180) % 360 - 180, latitude)
                assert left + reach <= x <= left + wide - reach
                assert top + reach <= y <= top + high - reach
            assert region != "world" or told == set(counts)
            assert region != "asia" or {"SG", "TO", "TV"} <= told


def test_what_no_country_is_told_to_own_is_hatched_where_it_is_seen() -> None:
    figure = draw_map({"IN": 3}, {"IN"}, [], COUNTRIES.get, 780, LIGHT, region="asia")
    hatching = trace(figure, "disputed")
    points = list(zip(hatching["lon"], hatching["lat"], strict=True))
    assert points[2::3] == [(None, None)] * (len(points) // 3)
    # Every line lies in one of the areas: Aksai Chin, Arunachal Pradesh, Jammu and Kashmir.
    for (x0, y0), (x1, y1) in zip(points[::3], points[1::3], strict=True):
        middle = (x0 + x1) / 2, (y0 + y1) / 2
        assert any(
            sum(_inside(ring, middle) for ring in polygon) % 2
            for polygons in disputed_areas().values()
            for polygon in polygons
        )
    assert "disputed" in figure["layout"]["annotations"][0]["text"]
    europe = draw_map({"FR": 3}, {"FR"}, [], COUNTRIES.get, 780, LIGHT, region="europe")
    assert [one["name"] for one in europe["data"]] == ["events"]
    assert "disputed" not in europe["layout"]["annotations"][0]["text"]


def _inside(ring: list[tuple[float, float]], point: tuple[float, float]) -> bool:
    x, y = point
    return (
        sum(
            (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
            for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)
        )
        % 2
        == 1
    )


def test_an_empty_map_is_a_map() -> None:
    bare = draw_map({}, set(), [], COUNTRIES.get, 600, DARK)["data"]
    assert [one["name"] for one in bare] == ["disputed"]
    one = draw_map({"BY": 1}, {"BY"}, [], COUNTRIES.get, 600, DARK)
    assert one["data"][0]["zmax"] > one["data"][0]["zmin"]
    assert one["data"][0]["colorbar"]["ticktext"] == ["1"]
    empty = draw_map({}, set(), [], COUNTRIES.get, 600, DARK)
    assert "nothing to place here" in empty["layout"]["annotations"][0]["text"]


def test_the_map_opens_on_the_data_and_tells_what_it_leaves_out() -> None:
    assert region_of({"BY": 8, "RU": 5}) == "cis"
    assert region_of({"FR": 5, "DE": 3, "RU": 2}) == "europe"
    assert region_of({"FR": 5, "US": 5}) == region_of({}) == "world"
    assert outside_of("cis", {"BY": 12, "US": 1}) == 1
    assert outside_of("world", {"BY": 12, "US": 1}) == 0
    names = [value for value, _ in filter_named("region").choices]
    assert names[0] == "auto"
    assert set(names[1:]) == set(regions())
    every = {code for one in regions().values() for code in one["countries"]}
    assert all(alpha3(code) for code in every)
    for name in names[1:]:
        assert draw_map({"BY": 1}, {"BY"}, [], COUNTRIES.get, 600, LIGHT, region=name)["layout"]["geo"]


def test_selection_has_no_colour_of_a_family() -> None:
    for theme in (LIGHT, DARK):
        assert theme.accent not in theme.hues.values()


def test_small_states_have_places() -> None:
    assert alpha3("SG") in small_states()
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in small_states().values())


def test_topics_are_sorted_and_counted() -> None:
    events = {"trade": [0.0, 1.0, 0.0], "terrorism": [0.0, 0.5, 2.0]}
    bins = Bins(tuple(bins_of(Window(date(2021, 5, 1), date(2023, 5, 1)), "year")), "year")
    figure = draw_topics(events, {"trade": 1, "terrorism": 3}, bins, ["trade"], NAMING.topic, 500, LIGHT)
    heat = trace(figure, "topics")
    assert heat["z"] == [[None, 0.5, 2.0], [None, 1.0, None]]
    assert figure["layout"]["meta"] == {
        "rows": [["terrorism", "Terrorism & extremism"], ["trade", "Trade & economy"]],
        "columns": ["2021", "2022", "2023"],
        "slices": 1,
        "noun": "event",
    }
    words = [note["text"] for note in figure["layout"]["annotations"]]
    assert words[1:4:2] == ["3", "1"]  # those without a day as well, as in the lists of choices
    assert words[2].startswith("<b>")
    assert "Terrorism &amp; extremism" in words[0]
    assert heat["colorbar"]["ticktext"] == ["1", "2"]  # what holds nothing has a key of its own
    names = trace(figure, "names")
    assert names["customdata"][0][0] == ["terrorism", "Terrorism & extremism", "3 events"]
    assert names["xaxis"] == "x2"
    assert "none" in words[4]


def test_on_a_phone_the_names_of_topics_stand_whole_above_their_cells() -> None:
    events = {"trade": [0.0, 0.02, 1.0], "terrorism": [0.0, 0.5, 2.0]}
    bins = Bins(tuple(bins_of(Window(date(2021, 5, 1), date(2023, 5, 1)), "year")), "year")
    figure = draw_topics(events, {"trade": 1, "terrorism": 3}, bins, [], NAMING.topic, 340, LIGHT)
    heat = trace(figure, "topics")
    assert heat["z"] == [[None] * 3, [None, 0.5, 2.0], [None] * 3, [None, None, 1.0]]
    assert [row for row, _ in figure["layout"]["meta"]["rows"]] == ["terrorism"] * 2 + ["trade"] * 2
    names = [note for note in figure["layout"]["annotations"] if note["xanchor"] == "left" and note["x"] == 0]
    assert names[0]["text"] == "Terrorism &amp; extremism"
    assert len(heat["y"]) == len(heat["z"]) + 1


@pytest.mark.parametrize("width", [340, 900])
def test_topics_as_shares_of_their_time_and_of_their_own_peak(width: float) -> None:
    events = {"trade": [1.0, 1.0, 0.0], "terrorism": [3.0, 0.0, 2.0]}
    bins = Bins(tuple(bins_of(Window(date(2021, 5, 1), date(2023, 5, 1)), "year")), "year")
    totals, whole = {"trade": 2, "terrorism": 5}, [4.0, 2.0, 2.0]

    def drawn(measure: str, form: str = "grid") -> dict:
        manner = Manner(measure, form, "report", whole, Register().topic_family)
        return draw_topics(events, totals, bins, [], NAMING.topic, width, LIGHT, manner)

    slices = 2 if width < 420 else 1
    share, peak = drawn("share"), drawn("peak")
    assert trace(share, "topics")["z"][slices - 1 :: slices] == [[75, None, 100], [25, 50, None]]
    assert trace(peak, "topics")["z"][slices - 1 :: slices] == [
        [100, None, pytest.approx(66.667)],
        [100, 100, None],
    ]
    assert trace(share, "topics")["zmax"] == 100
    assert share["layout"]["meta"]["by"] == "column"
    assert share["layout"]["meta"]["whole"] == whole
    assert peak["layout"]["meta"]["whole"] == [3, 1]
    assert trace(share, "topics")["colorbar"]["title"]["text"] == "% of all reports of the year"
    # Bars stand on the foot of their row, as high as their number; the cells stay to be pointed at.
    bars = drawn("number", "bars")
    heights = [round(-one / 0.84 * (2 if width < 420 else 1) * 3, 2) for one in trace(bars, "bars")["y"]]
    assert heights == [3, 2, 1, 1]
    assert set(trace(bars, "bars")["base"]) == {0.94, 1.94}
    assert set(trace(bars, "bars")["marker"]["color"]) == {LIGHT.hue("security"), LIGHT.hue("economy")}
    assert not trace(bars, "topics")["showscale"]
    assert "Full height of a row: 3 reports per cell" in bars["layout"]["annotations"][-1]["text"]


def test_no_topics_is_no_error() -> None:
    columns = Bins.of(WHOLE, 60)
    nothing = draw_topics({}, {}, columns, [], TOPICS.get, 500, LIGHT)
    assert [note["text"] for note in nothing["layout"]["annotations"]] == ["nothing to place here"]
    loose = draw_topics({}, {"trade": 2}, columns, [], NAMING.topic, 500, LIGHT)
    assert [note["text"] for note in loose["layout"]["annotations"]][:2] == ["Trade &amp; economy", "2"]


def test_windows_and_units() -> None:
    assert window_of(None, None, None, None).days > 300
    whole = window_of(None, None, date(2009, 1, 1), date(2023, 12, 31))
    assert whole.since < date(2009, 1, 1) < date(2023, 12, 31) < whole.until
    assert window_of(date(2023, 6, 8), date(2023, 6, 8), None, None).days == 3
    assert window_of(date(2030, 1, 1), None, date(2009, 1, 1), date(2023, 1, 1)).days >= 3
    assert window_of(date.min, date.max, None, None).days > 3_000_000
    assert [unit_for(days, 40) for days in (30, 900, 3000, 14_000, 90_000)] == [
        "day",
        "month",
        "quarter",
        "year",
        "decade",
    ]
    assert next_bin(date(2023, 12, 1), "month") == date(2024, 1, 1)
    assert bins_of(Window(date(2013, 2, 5), date(2021, 8, 1)), "five years") == [
        date(2010, 1, 1),
        date(2015, 1, 1),
        date(2020, 1, 1),
    ]
    assert bin_in_words(date(2015, 1, 1), "five years") == "2015–2019"
    # where the calendar ends
    assert bins_of(Window(date(9999, 6, 1), date(9999, 12, 31)), "year") == [date(9999, 1, 1)]
    weeks = Bins.of(Window(date(2023, 6, 1), date(2023, 7, 1)), 10)
    assert weeks.unit == "week"
    assert weeks.starts[0] == date(2023, 5, 29)  # a Monday
    assert weeks.words[1] == "week of 5 June 2023"
    assert len(weeks.moments) == len(weeks.numbers) == len(weeks.starts) + 1
    assert bins_of(Window(date(2023, 2, 5), date(2023, 8, 1)), "quarter") == [
        date(2023, 1, 1),
        date(2023, 4, 1),
        date(2023, 7, 1),
    ]


def test_the_busiest_time_is_found() -> None:
    june = [number_of(date(2023, 6, day)) for day in (1, 7, 8, 9)]
    rest = [number_of(date(2009 + i, 3, 1)) for i in range(5)]

    def find(days: list[int], whole: Window = WHOLE) -> Window | None:
        return busiest(np.array(days), np.array(days), whole)

    found = find(june + rest)
    assert found
    assert found.since <= date(2023, 6, 1)
    assert found.until >= date(2023, 6, 9)
    assert found.days < 20
    assert find(rest, Window(date(2009, 1, 1), date(2013, 12, 31))) is None
    assert find(june[:2]) is None


def test_a_diamond_stays_in_the_true_middle_and_a_cut_band_says_so() -> None:
    first, last = day_span(date(2022, 1, 1), date(2022, 12, 31))
    dot = Dot("e", "Talks", "2022", (), first, last, "range", "done", "security", 9.0, 1.0)
    lane = Lane("cis", "CIS", (0,), "1 event")

    def symbols(since: date, until: date) -> dict[str, float]:
        window = Window(since, until)
        figure = draw_timeline([dot], [lane], window, Bins.of(window, 60), 1000, LIGHT)
        events = next(trace for trace in figure["data"] if trace["name"] == "events")
        return dict(zip(events["marker"]["symbol"], events["x"], strict=True))

    middle = (first + last) / 2
    for since, until in ((date(2021, 1, 1), date(2023, 1, 1)), (date(2022, 5, 1), date(2022, 9, 1))):
        assert symbols(since, until)["diamond"] == pytest.approx(middle)
    assert set(symbols(date(2021, 1, 1), date(2023, 1, 1))) == {"diamond"}
    assert set(symbols(date(2022, 5, 1), date(2022, 9, 1))) == {
        "diamond",
        "arrow-left-open",
        "arrow-right-open",
    }
    assert set(symbols(date(2022, 11, 1), date(2023, 3, 1))) == {"arrow-left-open"}
