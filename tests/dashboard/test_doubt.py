"""The doubt lens: all the days a date may be, paler what is weak, marked where reports disagree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from dashboard import ids
from dashboard.callbacks.answers import answer_view
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.charts import CHARTS
from dashboard.components.light import as_light
from dashboard.config import Config
from dashboard.figures import doubt, marks
from dashboard.figures.marks import Dot, day_span
from dashboard.figures.time_axis import epoch
from dashboard.publish.picture import draw_picture
from dashboard.publish.sheet import Options
from dashboard.publish.views import open_view
from dashboard.selection import Selection, read_selection, write_search
from dashboard.theme import LIGHT, mix
from data_model import Likely, Link, Store
from tests.dashboard.publish.read_svg import SVG, root_of, words_of
from tests.dashboard.sample import FAMILIES, Register
from tests.factory import make_date, make_event, make_report

DAY = day_span(date(2023, 6, 8), date(2023, 6, 8))
NEXT = day_span(date(2023, 6, 9), date(2023, 6, 9))
DOT = Dot("e", "Talks", "8 June 2023", (), *DAY, marks.EXACT, marks.DONE, "security", 9.0, 1.0)


@pytest.fixture(scope="module")
def doubtful() -> Iterator[Store]:
    """Two reports that disagree on the day, a weak event, one of a guessed day, a clear one."""
    told = [make_event(f"told{n}", title="Talks in Minsk", date=f"2023-06-0{n}") for n in (8, 9)]
    guess = make_date("2023-07", likely=Likely("2023-07-04", 0.62))
    rest = [
        make_event("weak", title="A weak event", date="2023-08-01", score=0.2),
        make_event("guess", title="A guessed day", date=guess),
        make_event("clear", title="A clear event", date="2023-05-01"),
    ]
    with Store.in_memory(families=FAMILIES) as store:
        store.add([make_report("a", [told[0]]), make_report("b", [told[1]]), make_report("rest", rest)])
        store.linking.put_links([Link("told8", "told9", 1.0, ("the same",))], "test")
        yield store


def as_text(part: object) -> str:
    return str(as_light(part)) if not isinstance(part, dict) else str(part)


def figure_of(store: Store, **query: str) -> dict:
    view = open_view(Asked(store, Register(), Config()), query)[0]
    return view.figure(CHARTS[0].id, 1064, LIGHT)


def symbol_of(figure: dict, event: str) -> dict:
    events = next(one for one in figure["data"] if one["name"] == "events")
    place = next(n for n, told in enumerate(events["customdata"]) if told[0] == event)
    marker = events["marker"]
    return {name: marker[name][place] for name in ("symbol", "color", "size")}


def segments(figure: dict, kind: str) -> set[tuple[float, float]]:
    found = set()
    for trace in figure["data"]:
        if trace["name"] == kind:
            found |= {(first, last) for first, last in zip(trace["x"][::3], trace["x"][1::3], strict=True)}
    return found


def test_a_day_told_otherwise_widens_to_both_and_its_own_stays_the_likely_one() -> None:
    seen = doubt.widen(Dot(**{**{name: getattr(DOT, name) for name in DOT.__slots__}, "said": (DAY, NEXT)}))
    assert (seen.start, seen.stop, seen.shape, seen.likely) == (DAY[0], NEXT[1], marks.RANGE, DAY)
    assert doubt.widen(DOT).shape == marks.EXACT


def test_the_weaker_the_paler() -> None:
    shades = [doubt.shade_of(score) for score in (1.0, 0.75, 0.6, 0.4, 0.1, 0.0)]
    assert shades[0] == shades[1] == 1.0
    assert shades == sorted(shades, reverse=True)
    assert shades[-1] == doubt.PALEST


def test_the_lens_changes_the_timeline_and_the_link_says_so(doubtful: Store) -> None:
    plain, seen = figure_of(doubtful), figure_of(doubtful, lens="doubt")
    both = epoch(date(2023, 6, 8)), epoch(date(2023, 6, 10))
    assert both in segments(seen, "band")
    assert both not in segments(plain, "band")
    hue = LIGHT.hue("other")
    assert symbol_of(plain, "weak")["color"] == hue
    assert symbol_of(seen, "weak")["color"] == mix(hue, LIGHT.card, doubt.shade_of(0.2))
    assert symbol_of(seen, "clear")["color"] == hue
    assert symbol_of(seen, "guess")["size"] < symbol_of(plain, "guess")["size"]
    (rings,) = [one for one in seen["data"] if one["name"] == "disagree"]
    assert len(rings["x"]) == 2
    assert {told[0] for told in rings["customdata"]} == {"told8"}
    assert not [one for one in plain["data"] if one["name"] == "disagree"]
    selection, complaints = read_selection({"lens": "doubt"})
    assert selection.doubtful
    assert not complaints
    assert write_search(Selection(lens="doubt")) == "?lens=doubt"


def test_likely_days_are_told_with_their_share_and_drawn_inside_their_band(doubtful: Store) -> None:
    for query in ({}, {"lens": "doubt"}):
        figure = figure_of(doubtful, **query)
        events = next(one for one in figure["data"] if one["name"] == "events")
        (told,) = [told for told in events["customdata"] if told[0] == "guess"]
        assert "Likely 4 July 2023 (such guesses are right 62 times of 100)" in told
        july = epoch(date(2023, 7, 1)), epoch(date(2023, 8, 1))
        assert set(july) <= {
            end for both in segments(figure, "band") for end in both
        }  # its label may part it
        assert any(
            july[0] < first <= epoch(date(2023, 7, 4)) < last < july[1]
            for first, last in segments(figure, "likely")
        )


def test_the_file_has_the_rings_and_says_what_they_are(doubtful: Store) -> None:
    view = open_view(Asked(doubtful, Register(), Config()), {"lens": "doubt"})[0]
    svg = draw_picture(view, CHARTS[0].id, Options())
    (rings,) = [node for node in root_of(svg).iter(f"{SVG}g") if node.get("class") == "disagree"]
    assert len(list(rings.iter(f"{SVG}circle"))) == 2
    assert "Doubt lens: a mark covers all the days it may be" in " ".join(one.text for one in words_of(svg))


def test_what_may_be_on_one_of_several_days_stands_on_all_of_them_and_is_counted_on_none() -> None:
    event = make_event("or", date="[2018-09-04,2019-09-04]", organizations=("csto", "un"))
    sure = make_event("sure", date="2018-01-01", organizations=("csto",))
    with Store.in_memory(families=FAMILIES) as store:
        store.add([make_report("a", [event, sure, make_event("end", date="2020-01-01")])])
        plain, seen = figure_of(store), figure_of(store, lens="doubt")
        at = [
            [x for told, x in zip(one["customdata"], one["x"], strict=True) if told[0] == "or"]
            for figure in (plain, seen) for one in figure["data"] if one["name"] == "events"
        ]  # fmt: skip
        assert [len(found) for found in at] == [0, 4]
        days = [day_span(date(year, 9, 4), date(year, 9, 4)) for year in (2018, 2019)]
        assert set(at[1]) == {sum(day) / 2 for day in days}
        assert (days[0][0], days[1][1]) in segments(seen, "scattered")
        assert (days[0][0], days[1][1]) not in segments(seen, "band")
        for first, last in days:  # a day of two years is still seen
            assert any(left <= first and last <= right for left, right in segments(seen, "band"))
        words = {note["name"]: note["text"] for note in seen["layout"]["annotations"] if "name" in note}
        assert "1 event<" in words["csto"]
        assert "1 on one of several days" in words["csto"]
        assert "0 events" in words["un"]
        assert [key for key in words if key] == ["csto", "un"]
        svg = draw_picture(
            open_view(Asked(store, Register(), Config()), {"lens": "doubt"})[0], CHARTS[0].id, Options()
        )
        (dotted,) = [node for node in root_of(svg).iter(f"{SVG}path") if node.get("class") == "scattered"]
        assert dotted.get("stroke-dasharray") == "1,3"


def test_the_lens_changes_no_number(store: Store) -> None:
    plain, seen = (
        answer_view(Asked(store, Register(), Config()), {"query": query, "look": {}})
        for query in ({}, {"lens": "doubt"})
    )
    # The lens has lanes for what is on one of several days; what each holds stays.
    lanes = {ids.TIMELINE, ids.TIMELINE_NOTE, ids.TIMELINE_SUMMARY, ids.LANE_TOOLS, ids.LANE_MORE}
    same = set(plain) - lanes
    assert {name: as_text(plain[name]) for name in same} == {name: as_text(seen[name]) for name in same}


def test_what_is_on_the_axis_has_room_before_what_may_be_on_one_of_several_days() -> None:
    many = [make_event(f"sure{n}", date=f"{2000 + n}-05-05", organizations=("csto",)) for n in range(20)]
    years = ",".join(f"{year}-09-04" for year in range(1999, 2022))
    apart = [make_event(f"or{n}", date=f"[{years}]", organizations=("csto",)) for n in range(40)]
    with Store.in_memory(families=FAMILIES) as store:
        store.add([make_report("a", [*many, *apart])])
        figure = figure_of(store, lens="doubt")
    (events,) = [one for one in figure["data"] if one["name"] == "events"]
    assert {told[0] for told in events["customdata"]} == {f"sure{n}" for n in range(20)}
    assert "40 on one of several days" in figure["layout"]["annotations"][0]["text"]
