"""One row a chart: what it answers, how it is drawn, and how wide it is.

Add one: a figure in `figures/`, a function here that hands it what it draws, and its row. Where it stands in
the table it stands on the page, below the timeline.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from dashboard import (
    chart_labels,
    chart_sentences,
    ids,
    labels,
    timeline_labels,
    timeline_sentences,
)
from dashboard.callbacks.lanes import Looked, drawn_lanes, lanes_beyond, sorted_lanes
from dashboard.callbacks.period import find_period
from dashboard.callbacks.summaries import summarize_bars, summarize_counts, summarize_lanes
from dashboard.figures.country_map import draw_country_map
from dashboard.figures.dots import dots_of
from dashboard.figures.lane_frame import NARROW, plot_width
from dashboard.figures.lanes import LENS_STEP, Lane
from dashboard.figures.map_parts import outside_of
from dashboard.figures.overview import draw_overview
from dashboard.figures.spacing import Spacing
from dashboard.figures.time_axis import Bins, Window, busiest
from dashboard.figures.timeline import draw_timeline
from dashboard.figures.topics_over_time import MOST_TOPICS, Manner, draw_topics, most_bins
from dashboard.selection import Selection, filter_of
from data_model import Lanes, topics_by_document

OVERVIEW_BINS = 120
Parts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart of a view.

    Attributes:
        figure: What plotly is handed.
        beside: The parts of the page that change with it. Only the page asks for them: they bring Dash, which
            no file needs.
    """

    figure: dict[str, Any]
    beside: Callable[[], Parts]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        id: Its place on the page.
        title: What it is called.
        question: What it answers.
        draw: Draws it.
        size: How wide it is before a browser has said so, in pixels; 0 for what is as wide as the first, and
            is drawn in no file.
        zooms: Whether it changes with the days a reader zooms to.
    """

    id: str
    title: str
    question: str
    draw: Callable[[Looked], Drawn]
    size: int
    zooms: bool = False


def _timeline(looked: Looked) -> Drawn:
    selection, width = looked.selection, looked.look.width(ids.TIMELINE)
    lanes = sorted_lanes(looked)
    _, plot = plot_width(width)
    drawn, marks, bins = drawn_lanes(looked, lanes, plot)
    dots = dots_of(looked.view.rows(marks), looked.naming, looked.look.own)
    figure = draw_timeline(
        dots,
        drawn,
        looked.window,
        bins,
        width,
        looked.look.theme,
        looked.look.room,
        doubtful=selection.doubtful,
        spacing=Spacing.of(looked.window, *looked.view.ends()) if selection.even else None,
        lanes_by=selection.lanes,
    )
    return Drawn(figure, partial(_beside_timeline, looked, drawn, lanes))


def _beside_timeline(looked: Looked, drawn: Sequence[Lane], lanes: Lanes) -> Parts:
    """What stands around the timeline on the page: its note, the buttons of its lanes, and its list."""
    from dashboard.components import day_list, lane_tools

    selection = looked.selection
    placed, doubtful = int(looked.view.placed.sum()), selection.doubtful
    narrow = looked.look.width(ids.TIMELINE) < NARROW
    note = timeline_sentences.timeline_note(
        placed, selection.lanes, selection.form, narrow=narrow, doubtful=doubtful
    )
    beyond = lanes_beyond(selection, lanes.keys, looked.look.room.lanes)
    told: list[Any] = []
    if selection.listed:
        rows, _, total = day_list.page_of(looked.view, 0, looked.config.table_rows)
        told = day_list.day_list(rows, looked.naming, selection, total)
    return {
        ids.TIMELINE_NOTE: note,
        ids.TIMELINE_SUMMARY: summarize_lanes(drawn),
        ids.TIMELINE_LIST: told,
        ids.LANE_TOOLS: lane_tools.tools(drawn, selection, beyond),
        ids.LANE_MORE: lane_tools.more(drawn, selection, beyond, lanes.hidden),
    }


def _overview(looked: Looked) -> Drawn:
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
        alone=looked.selection.form != "lanes",
    )
    return Drawn(figure, partial(_beside_overview, looked, whole, bins, events.tolist()))


def _beside_overview(looked: Looked, whole: Window, bins: Bins, events: Sequence[float]) -> Parts:
    from dashboard.components import view_parts

    period = looked.period
    crowd = busiest(*looked.always.ends(), whole)
    if period.chosen and crowd == Window(period.window.since, period.window.until):
        crowd = None
    told = labels.PER_BAR.format(what=looked.what, unit=bins.unit)
    return {
        ids.OVERVIEW_SUMMARY: summarize_bars(bins, events, looked.noun),
        ids.PERIODS: view_parts.periods(
            told, crowd, looked.window if looked.zoomed else None, everything=not period.chosen
        ),
    }


def _whole(looked: Looked) -> Window:
    """The days of the data without what lies far off, and those that were chosen."""
    if not looked.period.chosen:
        return looked.period.window
    bare = replace(looked.selection, asked=filter_of(looked.selection, period=False))
    data, window = find_period(bare, looked.always).window, looked.period.window
    return Window(min(data.since, window.since), max(data.until, window.until))


def _map(looked: Looked) -> Drawn:
    asked, look, naming = looked.selection.asked, looked.look, looked.naming
    counts = looked.view.by_country(asked.country_layer)
    figure, region = draw_country_map(
        counts,
        looked.everything.by_country(asked.country_layer),
        asked.countries,
        naming.country,
        look.width(ids.MAP),
        look.theme,
        looked.noun,
        looked.selection.region,
    )
    return Drawn(figure, partial(_beside_map, looked, counts, region))


def _beside_map(looked: Looked, counts: Mapping[str, int], region: str) -> Parts:
    from dashboard.components.map_table import map_table

    asked, naming = looked.selection.asked, looked.naming
    return {
        ids.MAP_NOTE: chart_sentences.map_note(looked.what, asked.country_layer, outside_of(region, counts)),
        ids.MAP_SUMMARY: summarize_counts(counts, naming.country, "countries"),
        ids.MAP_TABLE: map_table(counts, naming.country, asked.countries, looked.what),
    }


def marks_in_words(selection: Selection) -> list[str]:
    """What a picture of the timeline says of its marks."""
    return [
        timeline_labels.PICTURE_KEY,
        *([timeline_labels.STRIPS_KEY] if selection.more == LENS_STEP else []),
        *([timeline_labels.EVEN_KEY] if selection.even else []),
        *([timeline_labels.LENS_KEY] if selection.doubtful else []),
    ]


def _topics(looked: Looked) -> Drawn:
    width, selection = looked.look.width(ids.TOPICS), looked.selection
    bins = Bins.of(looked.period.window, most_bins(width))
    counted, totals, whole = _topics_counted(looked, bins)
    manner = Manner(
        selection.measure, selection.drawn, _topics_noun(looked), whole, looked.naming.register.topic_family
    )
    figure = draw_topics(
        {topic: row.tolist() for topic, row in counted.items()},
        totals,
        bins,
        selection.asked.topics,
        looked.naming.topic,
        width,
        looked.look.theme,
        manner,
    )
    return Drawn(figure, partial(_beside_topics, looked, bins, totals))


def _beside_topics(looked: Looked, bins: Bins, totals: Mapping[str, float]) -> Parts:
    selection = looked.selection
    what = f"{_topics_noun(looked).capitalize()}s"
    told = bins.unit, looked.view.vague, selection.measure, selection.per, len(totals), MOST_TOPICS
    note = chart_sentences.topics_note(what, *told)
    return {
        ids.TOPICS_NOTE: note,
        ids.TOPICS_SUMMARY: summarize_counts(totals, looked.naming.topic, "topics"),
    }


def _topics_counted(
    looked: Looked, bins: Bins
) -> tuple[Mapping[str, np.ndarray], Mapping[str, float], list[float]]:
    """Topic -> how many a column, topic -> how many in all, and all of each column."""
    view = looked.view
    if looked.selection.per == "document":
        counted, totals, whole = topics_by_document(view, bins.numbers)
        return counted, totals, whole.tolist()
    every, _ = view.over_time(bins.numbers, vague=False)
    return view.topics_over_time(bins.numbers, vague=False), view.by_topic(), every.tolist()


def topics_in_all(looked: Looked) -> Mapping[str, float]:
    """Topic -> how many in all, as the chart of topics counts."""
    always = Bins((looked.period.window.since,), "century")
    return _topics_counted(looked, always)[1]


def _topics_noun(looked: Looked) -> str:
    return chart_labels.DOCUMENT if looked.selection.per == "document" else looked.noun


CHARTS = (
    Chart(ids.TIMELINE, labels.TIMELINE, labels.TIMELINE_QUESTION, _timeline, 1064, zooms=True),
    Chart(ids.OVERVIEW, labels.OVERVIEW_TITLE, labels.OVERVIEW, _overview, 0, zooms=True),
    Chart(ids.MAP, labels.MAP, labels.MAP_QUESTION, _map, 780),
    Chart(ids.TOPICS, labels.TOPICS_OVER_TIME, labels.TOPICS_QUESTION, _topics, 1064),
)
SIZED = tuple(row for row in CHARTS if row.size)


def browser_charts() -> str:
    """What the browser's script must know of all rows, as JSON."""
    return json.dumps([{"id": row.id, "sized": bool(row.size)} for row in CHARTS])
