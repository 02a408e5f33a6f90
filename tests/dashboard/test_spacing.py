"""The axis with the same room for every day that has an event, on the page and in files."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from dashboard.callbacks.asked import Asked
from dashboard.callbacks.charts import CHARTS
from dashboard.config import Config
from dashboard.figures.spacing import Spacing
from dashboard.figures.time_axis import DAY_MS, Window, epoch, number_of
from dashboard.publish.picture import draw_picture
from dashboard.publish.sheet import Options
from dashboard.publish.views import open_view
from dashboard.theme import LIGHT
from data_model import Store
from tests.dashboard.publish.read_svg import words_of
from tests.dashboard.sample import Register
from tests.factory import make_event, make_report

WINDOW = Window(date(2000, 1, 1), date(2024, 12, 31))
UNEVEN = (date(2003, 3, 4), date(2003, 3, 5), date(2019, 7, 8))


def spacing_of(*days: date, wide: int = 0) -> Spacing:
    first = np.array([number_of(day) for day in days])
    return Spacing.of(WINDOW, first, first + wide)


def figure_of(store: Store, **query: str) -> dict:
    return open_view(Asked(store, Register(), Config()), query)[0].figure(CHARTS[0].id, 1064, LIGHT)


def events_of(figure: dict) -> dict[str, float]:
    (events,) = [trace for trace in figure["data"] if trace["name"] == "events"]
    return {told[0]: x for told, x in zip(events["customdata"], events["x"], strict=True)}


def test_days_and_gaps_have_the_same_room_and_the_ends_stay() -> None:
    spacing = spacing_of(*UNEVEN)
    begin, end = WINDOW.range
    first, second, third = (spacing.at(epoch(day)) for day in UNEVEN)
    room = second - first  # of a day that has an event
    assert spacing.at(begin) == begin
    assert spacing.at(end) == pytest.approx(end)
    assert third - second == pytest.approx(2 * room)  # the day, and sixteen years without any
    assert room == pytest.approx((end - begin) / 6)
    assert spacing.at(begin - DAY_MS) == begin - DAY_MS  # what lies outside lies outside


def test_the_order_of_moments_is_kept() -> None:
    spacing = spacing_of(*UNEVEN)
    moments = np.linspace(WINDOW.range[0] - 1e9, WINDOW.range[1] + 1e9, 997)
    places = [spacing.at(float(one)) for one in moments]
    assert places == sorted(places)


def test_days_are_told_as_surely_as_they_are_known() -> None:
    assert spacing_of(*UNEVEN).axis(1000)["ticktext"] == ["4 Mar<br>2003", "5 Mar", "8 Jul<br>2019"]
    assert spacing_of(date(2005, 5, 1), wide=30).axis(1000)["ticktext"] == ["May<br>2005"]
    assert spacing_of(date(2005, 1, 1), wide=364).axis(1000)["ticktext"] == ["2005"]
    # Of two events on a day the surest tells it.
    day = number_of(date(2005, 5, 16))
    both = Spacing.of(WINDOW, np.array([day - 15, day]), np.array([day + 15, day]))
    assert both.axis(1000)["ticktext"] == ["16 May<br>2005"]


def test_a_year_is_not_told_again_behind_its_days() -> None:
    day = number_of(date(2005, 3, 4))
    told = Spacing.of(WINDOW, np.array([day, day]), np.array([day, day + 300])).axis(1000)["ticktext"]
    assert told == ["4 Mar<br>2005"]


def test_many_days_leave_room_for_whole_marks_at_either_end() -> None:
    days = [date(2001 + n // 300, 1, 1) + timedelta(days=n % 300) for n in range(900)]
    spacing, (begin, end) = spacing_of(*days), WINDOW.range
    first, last = spacing.at(epoch(days[0])), spacing.at(epoch(days[-1]) + DAY_MS)
    assert first - begin == pytest.approx(0.03 * (end - begin), rel=0.1)
    assert end - last == pytest.approx(0.03 * (end - begin), rel=0.1)


def test_dates_keep_their_distance() -> None:
    days = [date(2001, 1, day) for day in range(1, 29)]
    axis = spacing_of(*days).axis(500)
    places = [(one - WINDOW.range[0]) / (WINDOW.range[1] - WINDOW.range[0]) * 500 for one in axis["tickvals"]]
    assert 1 < len(places) < len(days)
    assert min(b - a for a, b in pairwise(places)) >= 62


def test_nothing_in_view_is_an_empty_axis() -> None:
    assert spacing_of(date(1950, 1, 1)).axis(800)["tickvals"] == []


def test_the_chart_has_them_so_and_says_so() -> None:
    events = [make_event(f"e{n}", date=f"{day}") for n, day in enumerate(UNEVEN)]
    events.append(make_event("band", date="[2003-03-04..2003-03-05]", organizations=("csto",)))
    with Store.in_memory() as store:
        store.add([make_report(events=events)])
        figure = figure_of(store, form="even")
        even = open_view(Asked(store, Register(), Config()), {"form": "even"})[0]
        told = {one.text for one in words_of(draw_picture(even, CHARTS[0].id, Options()))}
        plain = figure_of(store)
    at = events_of(figure)
    assert at["e2"] - at["e1"] == pytest.approx(2 * (at["e1"] - at["e0"]))
    assert events_of(plain)["e2"] - events_of(plain)["e1"] > 900 * (
        events_of(plain)["e1"] - events_of(plain)["e0"]
    )
    (span,) = figure["layout"]["meta"]["spans"]
    assert span[1] * DAY_MS < at["e0"] < at["e1"] < span[2] * DAY_MS
    assert figure["layout"]["xaxis"]["fixedrange"]
    assert "fixedrange" not in plain["layout"]["xaxis"]
    assert {"4 Mar", "2003", "8 Jul", "2019"} <= told
    assert any("Not to the scale of time" in one for one in told)


def test_columns_stand_apart_from_what_they_count(crowded: Store) -> None:
    figure = figure_of(crowded, lanes="topic", form="even")
    (density,) = [trace for trace in figure["data"] if trace["name"] == "density"]
    edges = figure["layout"]["meta"]["edges"]
    assert len(edges) == len(density["x"])
    assert edges != density["x"]
    assert density["x"] == sorted(density["x"])
