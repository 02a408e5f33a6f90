from __future__ import annotations

from datetime import date
from math import hypot

import pytest

from dashboard.figures.globe import conic_equal_area, natural_earth, read_countries, turn_ring
from dashboard.figures.time_axis import TICKS, epoch
from dashboard.publish.atlas import Frame, outlines
from dashboard.publish.colours import colour_at
from dashboard.publish.markup import element, number, words
from dashboard.publish.plane import draw_plane
from dashboard.publish.symbols import draw_symbol
from dashboard.publish.texts import Look, read_runs
from dashboard.publish.ticks import axis_ticks


def ticks(first: date, last: date, most: int) -> list[str]:
    axis = {"nticks": most, "tickformatstops": TICKS}
    return ["|".join(tick.words) for tick in axis_ticks(axis, epoch(first), epoch(last))]


@pytest.mark.parametrize(
    ("first", "last", "most", "told"),
    [
        (date(1979, 1, 1), date(2031, 1, 1), 10, ["1980", "1990", "2000", "2010", "2020", "2030"]),
        (date(2020, 1, 1), date(2023, 1, 1), 4, ["2020", "2021", "2022", "2023"]),
        (
            date(2022, 11, 20), date(2023, 4, 10), 6,
            ["Dec|2022", "Jan|2023", "Feb|", "Mar|", "Apr|"],
        ),
        (
            date(2022, 12, 30), date(2023, 1, 3), 5,
            ["30 Dec|2022", "31 Dec|", "1 Jan|2023", "2 Jan|", "3 Jan|"],
        ),
        (date(2023, 5, 30), date(2023, 6, 28), 5, ["4 Jun|2023", "11 Jun|", "18 Jun|", "25 Jun|"]),
    ],
)  # fmt: skip
def test_ticks_stand_where_plotly_puts_them(first: date, last: date, most: int, told: list[str]) -> None:
    assert ticks(first, last, most) == told


def test_numbers_and_words_are_written_one_way() -> None:
    assert [number(one) for one in (1.0, -0.001, 2.346, 10)] == ["1", "0", "2.35", "10"]
    assert words('<a b="&">\x07\u202e') == "&lt;a b=&quot;&amp;&quot;&gt;"
    assert element("g", {"a": 1.5, "b": None}) == '<g a="1.5"/>'


def test_the_tags_of_figures_become_runs_and_all_others_stay_words() -> None:
    look = Look(12, "#000000")
    (first, second), (third,) = read_runs(
        'a <b>b</b><br><span style="color:#ff0000;font-size:11px">&lt;i&gt;</span>', look
    )
    assert (first.text, second.text, second.look.bold) == ("a ", "b", True)
    assert (third.text, third.look.colour, third.look.size) == ("<i>", "#ff0000", 11)
    assert read_runs("<i>x</i>", look)[0][0].text == "<i>x</i>"


def test_the_scale_blends_between_its_colours() -> None:
    stops = [[0, "#000000"], [0.5, "#808080"], [0.5, "#ff0000"], [1, "#ff0000"]]
    assert colour_at(stops, 0.25) == "#404040"
    assert colour_at(stops, 0.75) == colour_at(stops, 2) == "#ff0000"


@pytest.mark.parametrize("name", ["star", "circle-dance-open", "arrow-up"])
def test_an_unknown_symbol_is_an_error(name: str) -> None:
    with pytest.raises(ValueError, match="no symbol is called"):
        draw_symbol(name, 0, 0, 9, "#000000", "#000000", 1)


def test_an_unknown_trace_is_an_error() -> None:
    layout = {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "height": 10,
        "font": {"size": 12, "color": "#000000"},
    }
    with pytest.raises(ValueError, match="a trace of type 'pie'"):
        draw_plane({"data": [{"type": "pie"}], "layout": layout}, 100, "#ffffff", "x")


def test_projections_keep_to_published_values() -> None:
    # Its maker's: the map is 0.52 times as high as wide, the pole is a line of about half the equator.
    wide, high = natural_earth(180, 0)[0], natural_earth(0, 90)[1]
    assert high / wide == pytest.approx(0.52, abs=1e-3)
    assert 0.5 < natural_earth(180, 90)[0] / wide < 0.56

    # Equal areas: two cells of the same area stay so.
    def area(south: float, north: float) -> float:
        (a, b), (c, d) = conic_equal_area(-0.5, south), conic_equal_area(0.5, south)
        (e, f), (g, h) = conic_equal_area(-0.5, north), conic_equal_area(0.5, north)
        return (hypot(c - a, d - b) + hypot(g - e, h - f)) / 2 * abs((f + h) / 2 - (b + d) / 2)

    from math import radians, sin

    low, high = area(30, 31), area(60, 61)
    true = (sin(radians(31)) - sin(radians(30))) / (sin(radians(61)) - sin(radians(60)))
    assert low / high == pytest.approx(true, rel=1e-3)


def test_a_ring_is_cut_where_the_map_ends() -> None:
    ring = [(160.0, 0.0), (200.0, 0.0), (200.0, 10.0), (160.0, 10.0)]
    east, west = sorted(turn_ring(ring, 0), key=lambda one: -max(x for x, _ in one))
    assert max(x for x, _ in east) == 180
    assert (min(x for x, _ in west), max(x for x, _ in west)) == (-180, -160)
    assert turn_ring(ring, 180) == [[(-20, 0), (20, 0), (20, 10), (-20, 10)]]


def test_every_country_is_decoded_and_seen_on_the_world_map() -> None:
    countries = read_countries()
    assert len(countries) > 200
    belarus = [point for polygon in countries["BLR"] for ring in polygon for point in ring]
    xs, ys = [x for x, _ in belarus], [y for _, y in belarus]
    ends = [int(end) for end in (min(xs), max(xs), min(ys), max(ys))]
    assert ends == [23, 32, 51, 56]
    shown = outlines(Frame("natural earth", -169, 191, -58, 84, 11, 1000, 500))
    assert set(countries) - set(shown) <= {"ATA"} | {code for code in countries if len(countries[code]) <= 3}
    assert "ATA" not in outlines(Frame("conic equal area", 16, 148, 34, 78, 82, 600, 400))
