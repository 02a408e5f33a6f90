"""One row a chart: what it answers, how it is drawn, how wide it is, and the words of its picture.

Add one: a figure in `figures/`, a function here that hands it what it draws, and its row. Where it stands in
the table it stands on the page, below the timeline.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from dashboard import filter_labels, ids, labels, sentences
from dashboard.callbacks.lanes import Looked, chosen_of, drawn_lanes, lane_title
from dashboard.callbacks.period import find_period
from dashboard.components import view_parts
from dashboard.figures.country_map import draw_country_map, outside_of
from dashboard.figures.dots import dots_of
from dashboard.figures.lane_frame import NARROW, plot_width
from dashboard.figures.overview import draw_overview
from dashboard.figures.time_axis import Bins, Window, busiest
from dashboard.figures.timeline import draw_timeline
from dashboard.figures.topics_over_time import draw_topics, height_of, most_bins
from dashboard.selection import Selection, filter_of
from data_model import sort_into_lanes

OVERVIEW_BINS = 120
# So many pixels of the map's card hold its switch and the source of its borders; narrower than such a share
# of the page it stands beside the topics.
MAP_WORDS, SIDE_BY_SIDE = 84, 0.7
Parts = dict[str, Any]
Lines = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        id: Its place on the page.
        title: What it is called.
        question: What it answers.
        figure: Draws it: the parts of the page that change with it, itself among them.
        size: How wide it is before a browser has said so, in pixels; 0 for what is as wide as the first.
        caption: Lines of its picture, before and after those that hold for every chart; None for no picture.
    """

    id: str
    title: str
    question: str
    figure: Callable[[Looked], Parts]
    size: int
    caption: Callable[[Selection], Lines] | None = None


def _timeline(looked: Looked) -> Parts:
    selection, width = looked.selection, looked.look.width(ids.TIMELINE)
    title = lane_title(selection.lanes, looked.naming)
    lanes = sort_into_lanes(looked.view, selection.lanes, looked.look.room.lanes, title, chosen_of(selection))
    _, plot = plot_width(width)
    drawn, marks, bins = drawn_lanes(looked, lanes, plot)
    _read_at_once(looked, marks)
    dots = dots_of(looked.view.rows(marks), looked.naming)
    figure = draw_timeline(dots, drawn, looked.window, bins, width, looked.look.theme, looked.look.room)
    note = sentences.timeline_note(int(looked.view.placed.sum()), selection.lanes, narrow=width < NARROW)
    return {ids.TIMELINE: figure, ids.TIMELINE_NOTE: note}


def _read_at_once(looked: Looked, marks: np.ndarray) -> None:
    """All rows a view shows in one question: those who need them find them read."""
    view, config = looked.view, looked.config
    listed = view.ordered(looked.selection.sort)
    undated = listed[sum(view.parts()[:2]) :][: config.tray_cards]
    view.rows(np.unique(np.concatenate([marks, listed[: config.table_rows], undated, view.sharpest_ends()])))


def _overview(looked: Looked) -> Parts:
    period, whole = looked.period, _whole(looked)
    bins = Bins.of(whole, OVERVIEW_BINS)
    events, planned = looked.view.over_time(bins.numbers, period=False, vague=False)
    figure = draw_overview(
        bins,
        events.tolist(),
        planned.tolist(),
        whole,
        period.window if period.chosen else None,
        looked.look.width(ids.TIMELINE),
        looked.look.theme,
        looked.noun,
        looked.window if looked.zoomed else None,
    )
    crowd = busiest(*looked.always.ends(), whole)
    if period.chosen and crowd == Window(period.window.since, period.window.until):
        crowd = None
    told = labels.PER_BAR.format(what=looked.what, unit=bins.unit)
    return {
        ids.OVERVIEW: figure,
        ids.PERIODS: view_parts.periods(
            told, crowd, looked.window if looked.zoomed else None, everything=not period.chosen
        ),
    }


def _whole(looked: Looked) -> Window:
    """The days of the data without what lies far off, and those that were chosen."""
    bare = replace(looked.selection, asked=filter_of(looked.selection, period=False))
    data, window = find_period(bare, looked.always).window, looked.period.window
    return Window(min(data.since, window.since), max(data.until, window.until))


def _map(looked: Looked) -> Parts:
    """The map, as high as the topics beside it."""
    asked, look = looked.selection.asked, looked.look
    counts = looked.view.by_country(asked.country_layer)
    width, beside = look.width(ids.MAP), look.width(ids.MAP) < look.width(ids.TIMELINE) * SIDE_BY_SIDE
    topics = height_of(len(looked.view.by_topic()), look.width(ids.TOPICS))
    figure, region = draw_country_map(
        counts,
        looked.everything.by_country(asked.country_layer),
        asked.countries,
        looked.naming.country,
        width,
        look.theme,
        looked.noun,
        topics - MAP_WORDS if beside else 0,
        looked.selection.region,
    )
    note = sentences.map_note(looked.what, asked.country_layer, outside_of(region, counts))
    return {ids.MAP: figure, ids.MAP_NOTE: note}


def _map_caption(selection: Selection) -> Lines:
    layer = dict(filter_labels.LAYER_CHOICES)[selection.asked.country_layer]
    return [f"{filter_labels.LAYER_LABEL}: {layer.lower()}"], [f"{labels.BOUNDARIES} {labels.DISCLAIMER}"]


def _topics(looked: Looked) -> Parts:
    width = looked.look.width(ids.TOPICS)
    bins = Bins.of(looked.period.window, most_bins(width))
    counted = looked.view.topics_over_time(bins.numbers, vague=False)
    figure = draw_topics(
        {topic: row.tolist() for topic, row in counted.items()},
        looked.view.by_topic(),
        bins,
        looked.selection.asked.topics,
        looked.naming.topic,
        width,
        looked.look.theme,
        looked.noun,
    )
    note = sentences.topics_note(looked.what, bins.unit, looked.view.vague)
    return {ids.TOPICS: figure, ids.TOPICS_NOTE: note}


CHARTS = (
    Chart(
        ids.TIMELINE, labels.TIMELINE, labels.TIMELINE_QUESTION, _timeline, 1064,
        lambda _: ([labels.PICTURE_KEY], []),
    ),
    Chart(ids.OVERVIEW, labels.OVERVIEW_TITLE, labels.OVERVIEW, _overview, 0),
    Chart(ids.MAP, labels.MAP, labels.MAP_QUESTION, _map, 620, _map_caption),
    Chart(ids.TOPICS, labels.TOPICS_OVER_TIME, labels.TOPICS_QUESTION, _topics, 460, lambda _: ([], [])),
)  # fmt: skip
SIZED = tuple(row for row in CHARTS if row.size)


def browser_charts() -> str:
    """What the browser's script must know of all rows, as JSON."""
    return json.dumps([{"id": row.id, "sized": bool(row.size)} for row in CHARTS])
