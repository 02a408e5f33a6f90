from __future__ import annotations

from datetime import date

import pytest

from dashboard.callbacks.focus import find_focus
from dashboard.figures import marks
from dashboard.figures.country_map import alpha3, draw_country_map, small_states
from dashboard.figures.density import BINS, draw_density
from dashboard.figures.dots import dots_of, lane_keys
from dashboard.figures.lanes import Lane, assign_lanes
from dashboard.figures.overview import draw_overview
from dashboard.figures.time_axis import DAY_MS, Window, bins_of, busiest, epoch, next_bin, unit_for, window_of
from dashboard.figures.timeline import Dot, day_span, draw_timeline
from dashboard.figures.topics_over_time import draw_topics
from dashboard.naming import Naming
from dashboard.theme import DARK, LIGHT, mix
from data_model import EventFilter, Store
from tests.dashboard.sample import BODIES, COUNTRIES, TOPICS, Register
from tests.factory import make_event, make_report

NAMING = Naming(Register(), BODIES)
WHOLE = Window(date(2008, 6, 1), date(2024, 6, 1))


def trace(figure: dict, name: str) -> dict:
    return next(one for one in figure["data"] if one["name"] == name)


def timeline(store: Store, by: str = "organization", width: float = 1100, window: Window = WHOLE) -> dict:
    frame = store.timeline(EventFilter())
    lanes = assign_lanes(lane_keys(frame, by), by, NAMING.short)
    return draw_timeline(dots_of(frame, NAMING), lanes, window, width, LIGHT)


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
        frame = store.timeline(EventFilter())
    dots = dots_of(frame, NAMING)
    lanes = assign_lanes([[hostile]], "topic", str)
    window = Window(date(2023, 6, 1), date(2023, 6, 20))
    for draw in (draw_timeline, draw_density):
        figure = draw(dots, lanes, window, 1600, LIGHT)
        drawn = [
            *trace(figure, "labels")["text"],
            *(note["text"] for note in figure["layout"]["annotations"]),
        ]
        assert all('<span style="background' not in text for text in drawn)
        assert any("&lt;span" in text for text in drawn)


def test_dark_is_another_set_of_literals(store: Store) -> None:
    frame = store.timeline(EventFilter())
    lanes = assign_lanes(lane_keys(frame, "type"), "type", str)
    figure = draw_timeline(dots_of(frame, NAMING), lanes, WHOLE, 1100, DARK)
    assert figure["layout"]["font"]["color"] == DARK.ink
    assert "var(" not in str(figure)


def test_a_narrow_timeline_has_its_titles_above(store: Store) -> None:
    figure = timeline(store, width=360)
    assert figure["layout"]["margin"]["l"] < 20
    assert all(note["xanchor"] == "left" for note in figure["layout"]["annotations"])


def test_lanes_come_by_size_then_the_rest() -> None:
    keys = [[f"k{i % 20:02}"] for i in range(100)] + [["k00"], []]
    lanes = assign_lanes(keys, "topic", str)
    assert lanes[0].title == "k00"
    assert [lane.title for lane in lanes[-2:]] == ["Other", "No topic"]
    assert len(lanes) == 13
    assert sum(len(lane.events) for lane in lanes) == 102
    chosen = assign_lanes([["a", "b"], ["b"]], "topic", str, chosen=("b",))
    assert [(lane.title, lane.events) for lane in chosen] == [("b", (0, 1))]


def test_density_counts_every_event(crowded: Store) -> None:
    frame = crowded.timeline(EventFilter())
    dots = dots_of(frame, NAMING)
    lanes = assign_lanes(lane_keys(frame, "topic"), "topic", NAMING.topic)
    window = Window(date(1994, 1, 1), date(2026, 1, 1))
    figure = draw_density(dots, lanes, window, 1100, LIGHT)
    heat = trace(figure, "density")
    assert len(heat["x"]) == BINS + 1
    assert len(heat["y"]) == 2 * len(lanes) + 1
    counted = sum(round(z * z) for row in heat["z"] for z in row if z)
    assert counted == len(dots) == 2000
    assert 20 < len(trace(figure, "labels")["x"]) <= 8 * len(lanes)


def test_the_overview_marks_the_period() -> None:
    bins = [(date(2022, 1, 1), 3.0, 1.0), (date(2023, 1, 1), 5.5, 0.0)]
    chosen = Window(date(2022, 6, 1), date(2023, 6, 1))
    figure = draw_overview(bins, "year", WHOLE, chosen, 1100, LIGHT)
    assert trace(figure, "happened")["y"] == [2.0, 5.5]
    assert trace(figure, "planned")["y"] == [1.0, 0.0]
    assert figure["layout"]["selections"][0]["x0"] == epoch(date(2022, 6, 1))
    assert figure["layout"]["selections"][0]["yref"] == "y"
    assert trace(figure, "happened")["customdata"][0] == ["", "2022", "3 events, 1 planned"]
    assert trace(figure, "happened")["customdata"][1][2] == "about 6 events"
    assert draw_overview(bins, "year", WHOLE, None, 1100, LIGHT)["layout"]["selections"] == []


def test_the_map_tells_zero_from_never() -> None:
    figure = draw_country_map(
        {"BY": 12, "RU": 5, "SG": 1}, {"BY", "RU", "SG", "UA", "XK"}, ["RU"], COUNTRIES.get, 600, LIGHT
    )
    events, zero, small = trace(figure, "events"), trace(figure, "zero"), trace(figure, "small states")
    assert events["locations"] == ["BLR", "RUS", "SGP"]
    assert sorted(zero["locations"]) == ["UKR", "XKX"]
    assert events["customdata"][0] == ["BY", "Belarus", "12 events"]
    assert events["marker"]["line"]["color"][1] == LIGHT.ink
    assert "mentioned, 0 in this view" in figure["layout"]["annotations"][0]["text"]
    bare = draw_country_map({"BY": 12}, {"BY"}, [], COUNTRIES.get, 600, LIGHT)
    assert "0 in this view" not in bare["layout"]["annotations"][0]["text"]
    assert events["colorbar"]["ticktext"] == ["1", "2", "5", "10"]
    assert {told[0] for told in small["customdata"]} == {"SG", "XK"}
    geo = figure["layout"]["geo"]
    assert geo["fitbounds"] is False
    assert geo["resolution"] == 50


def test_an_empty_map_is_a_map() -> None:
    assert draw_country_map({}, set(), [], COUNTRIES.get, 600, DARK)["data"] == []
    one = draw_country_map({"BY": 1}, {"BY"}, [], COUNTRIES.get, 600, DARK)
    assert one["data"][0]["zmax"] > one["data"][0]["zmin"]
    assert one["data"][0]["colorbar"]["ticktext"] == ["1"]
    empty = draw_country_map({}, set(), [], COUNTRIES.get, 600, DARK)
    assert "nothing to place here" in empty["layout"]["annotations"][0]["text"]


def test_selection_has_no_colour_of_a_family() -> None:
    for theme in (LIGHT, DARK):
        assert theme.accent not in theme.hues.values()


def test_small_states_have_places() -> None:
    assert alpha3("SG") in small_states()
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in small_states().values())


def test_topics_are_sorted_and_counted() -> None:
    events = {
        ("trade", date(2022, 1, 1)): 1.0,
        ("terrorism", date(2022, 1, 1)): 0.5,
        ("terrorism", date(2023, 1, 1)): 2.0,
    }
    window = Window(date(2021, 5, 1), date(2023, 5, 1))
    figure = draw_topics(events, "year", window, ["trade"], NAMING.topic, 500, LIGHT)
    heat = trace(figure, "topics")
    assert heat["z"] == [[None, 0.5, 2.0], [None, 1.0, None]]
    assert heat["customdata"][0][1] == [
        "terrorism",
        "Terrorism & extremism",
        "2022",
        "0.5 events, counting shares of uncertain dates",
    ]
    words = [note["text"] for note in figure["layout"]["annotations"]]
    assert words[1] == "2.5"
    assert words[2].startswith("<b>")
    assert "Terrorism &amp; extremism" in words[0]
    assert trace(figure, "rows")["customdata"][1][0][0] == "trade"


def test_topics_have_a_scale_and_lose_no_undated_event() -> None:
    events = {("trade", date(2022, 1, 1)): 3.0}
    window = Window(date(2021, 5, 1), date(2023, 5, 1))
    figure = draw_topics(events, "year", window, [], NAMING.topic, 500, LIGHT, {"trade": 2, "terrorism": 1})
    assert trace(figure, "topics")["colorbar"]["ticktext"] == ["0", "1", "2", "3"]
    words = [note["text"] for note in figure["layout"]["annotations"]]
    assert words[1::2][:2] == ["3 +2", "0 +1"]
    assert words[-1] == "+ without a day"
    names = trace(figure, "names")
    assert names["customdata"][0][0][0] == "trade"
    assert names["xaxis"] == "x2"


def test_no_topics_is_no_error() -> None:
    nothing = draw_topics({}, "year", WHOLE, [], TOPICS.get, 500, LIGHT)
    assert [note["text"] for note in nothing["layout"]["annotations"]] == ["nothing to place here"]
    assert draw_topics({}, "year", WHOLE, [], TOPICS.get, 500, LIGHT)["layout"]["height"] > 0


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
    assert bins_of(Window(date(2023, 2, 5), date(2023, 8, 1)), "quarter") == [
        date(2023, 1, 1),
        date(2023, 4, 1),
        date(2023, 7, 1),
    ]


def test_the_busiest_time_is_found() -> None:
    june = [(date(2023, 6, day),) * 2 for day in (1, 7, 8, 9)]
    rest = [(date(2009 + i, 3, 1),) * 2 for i in range(5)]
    found = busiest(june + rest, WHOLE)
    assert found
    assert found.since <= date(2023, 6, 1)
    assert found.until >= date(2023, 6, 9)
    assert found.days < 20
    assert busiest(rest, Window(date(2009, 1, 1), date(2013, 12, 31))) is None
    assert busiest(june[:2], WHOLE) is None


def test_a_diamond_stays_in_the_true_middle_and_a_cut_band_says_so() -> None:
    first, last = day_span(date(2022, 1, 1), date(2022, 12, 31))
    dot = Dot("e", "Talks", "2022", (), first, last, "range", "done", "security", 9.0, 1.0)
    lane = Lane("cis", "CIS", (0,))

    def symbols(since: date, until: date) -> dict[str, float]:
        figure = draw_timeline([dot], [lane], Window(since, until), 1000, LIGHT)
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


def test_the_page_opens_where_most_events_are_when_the_rest_is_sparse() -> None:
    crowd = [(date(2023, 6, day), date(2023, 6, day)) for day in range(1, 10)]
    lonely = [(date(2009, 1, 1), date(2009, 12, 31)), (date(2014, 1, 1), date(2014, 12, 31))]
    whole = Window(date(2008, 8, 1), date(2024, 1, 1))
    found = find_focus([*lonely, *crowd], whole)
    assert found is not None
    assert found.since >= date(2023, 5, 20)
    assert find_focus(crowd[:4], whole) is None
    spread = [(date(2009 + year, 1, 1), date(2009 + year, 1, 1)) for year in range(14)]
    assert find_focus(spread, whole) is None
