"""One view: what is asked of the store for it, and every part of the page that follows from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from dashboard import ids, labels, sentences
from dashboard.callbacks import pictures, words
from dashboard.callbacks.asked import Ambience, Asked, read_ambience
from dashboard.callbacks.lanes import Looked, chosen_of, drawn_lanes, lane_title
from dashboard.callbacks.period import chosen_view, find_period
from dashboard.components import view_parts
from dashboard.components.parts import notice
from dashboard.figures.country_map import draw_country_map
from dashboard.figures.dots import dots_of
from dashboard.figures.lane_frame import NARROW, plot_width
from dashboard.figures.overview import draw_overview
from dashboard.figures.time_axis import Bins, Window, busiest
from dashboard.figures.timeline import draw_timeline
from dashboard.figures.topics_over_time import draw_topics, most_bins
from dashboard.filters import LISTS
from dashboard.selection import NOTHING, Selection, filter_of, read_selection, write_search
from data_model import DatelineError, EventFilter, Store, sort_into_lanes

# Parts of the page built of elements of `dash.html`; the rest are figures, lists and words.
BUILT = (
    ids.HEADLINE, ids.SUBLINE, ids.FIGURES, ids.CHIPS, ids.NOTICE, ids.TIMELINE_NOTE, ids.PERIODS,
    ids.MAP_NOTE, ids.TOPICS_NOTE, ids.TRAY, ids.TABLE, ids.FOOT,
)  # fmt: skip
CHARTS = (ids.TIMELINE, ids.OVERVIEW, ids.MAP, ids.TOPICS)
OVERVIEW_BINS = 120
MOST_LANES = 10
# So many pixels of the map's card hold its switch and the source of its borders; narrower than such a share
# of the page it stands beside the topics.
MAP_WORDS, SIDE_BY_SIDE = 84, 0.7


def answer_view(asked: Asked, view: object) -> dict[str, Any]:
    """Every part of the page for one view; trouble becomes words, never an exception."""
    given = view if isinstance(view, dict) else {}
    selection, complaints = read_selection(given.get("query"))
    look = read_ambience(given.get("look"))
    try:
        return _draw(asked, selection, complaints, look)
    except DatelineError as error:
        told = notice(labels.BROKEN_STORE, [labels.BROKEN_HELP.format(why=error)], kind="warning")
        return _blank(labels.BROKEN_STORE, told)


def _blank(headline: str, told: object) -> dict[str, Any]:
    """The page with words in place of charts."""
    blank: dict[str, Any] = {name: [] for name in BUILT}
    blank |= {name: {"data": [], "layout": {"height": 10}} for name in CHARTS}
    blank |= {row.id: [] for row in LISTS}
    return blank | {
        ids.HEADLINE: headline,
        ids.NOTICE: told,
        ids.CHARTS: "cards hidden",
        ids.CSV: "events.csv",
    }


def _draw(asked: Asked, selection: Selection, complaints: tuple[str, ...], look: Ambience) -> dict[str, Any]:
    store = asked.open_store()
    if store.empty:
        return _blank(labels.EMPTY_STORE, notice(labels.EMPTY_STORE, [labels.EMPTY_STORE_HELP]))
    naming = asked.naming()
    view, always, period = chosen_view(store, selection)
    looked = Looked(view, always, period, selection, naming, look)
    counts = words.counts_of(view, period)
    drawn = _timeline(asked, looked) if counts.events else {}
    span = "" if period.chosen else words.span_of(view)
    complaints = (*complaints, *words.unknown_keys(selection, store, naming))
    told = [notice(labels.BAD_LINK, list(complaints), kind="warning")] if complaints else []
    parts = _blank("", told) | {
        ids.HEADLINE: words.headline(selection, counts, period, naming, words.finding(view)),
        ids.SUBLINE: words.subline(counts, period=period.chosen),
        ids.FIGURES: view_parts.key_figures(words.key_figures(counts)),
        ids.CHIPS: view_parts.chips(
            words.chips(selection, naming), words.set_aside(looked.always, view, period)
        ),
        ids.CSV: f"{asked.config.prefix}events.csv{write_search(replace(selection, lanes=NOTHING.lanes))}",
        ids.FOOT: words.foot(counts, store.unread()),
        **words.chosen_options(selection, naming),
    }
    if not counts.events:
        parts[ids.NOTICE] = [*told, view_parts.no_result(words.exits(view))]
        return parts
    parts |= {ids.CHARTS: "cards", **drawn, **_lists(asked, looked, parts[ids.CSV])}
    parts |= {
        ids.OVERVIEW: _overview(looked),
        ids.PERIODS: _periods(looked),
        **(topics := _topics(looked)),
        ids.MAP: _map(store, looked, topics[ids.TOPICS]["layout"]["height"]),
        ids.MAP_NOTE: sentences.map_note(_what(looked), selection.asked.country_layer),
    }
    captions = pictures.captions(selection, counts, span, view, store, naming)
    for name, lines in captions.items():
        parts[name]["layout"].setdefault("meta", {})["captions"] = lines
    return parts


def _timeline(asked: Asked, looked: Looked) -> dict[str, Any]:
    selection, window, width = looked.selection, looked.period.window, looked.look.timeline
    title = lane_title(selection.lanes, looked.naming)
    lanes = sort_into_lanes(looked.view, selection.lanes, MOST_LANES, title, chosen_of(selection))
    _, plot = plot_width(width)
    drawn, marks, bins = drawn_lanes(looked, lanes, plot, asked.config.single_marks)
    _read_at_once(asked, looked, marks)
    dots = dots_of(looked.view.rows(marks), looked.naming)
    figure = draw_timeline(dots, drawn, window, bins, width, looked.look.theme)
    note = sentences.timeline_note(int(looked.view.placed.sum()), selection.lanes, narrow=width < NARROW)
    return {ids.TIMELINE: figure, ids.TIMELINE_NOTE: note}


def _read_at_once(asked: Asked, looked: Looked, marks: np.ndarray) -> None:
    """All rows a view shows in one question: those who need them find them read."""
    view = looked.view
    listed = view.ordered(looked.selection.sort)
    undated = listed[sum(view.parts()[:2]) :][: asked.config.tray_cards]
    view.rows(
        np.unique(np.concatenate([marks, listed[: asked.config.table_rows], undated, view.sharpest_ends()]))
    )


def _lists(asked: Asked, looked: Looked, csv: str) -> dict[str, Any]:
    """The beginnings of the table and of the tray; the browser asks for more of them."""
    most, few = asked.config.table_rows, asked.config.tray_cards
    rows = looked.view.page(looked.selection.sort, 0, most)
    parts = looked.view.parts()
    return {
        ids.TABLE: view_parts.table(rows, looked.naming, parts, looked.selection.sort, csv),
        ids.TRAY: view_parts.tray(looked.view.undated(0, few), looked.naming, parts[2]),
    }


def _overview(looked: Looked) -> dict[str, Any]:
    window, period = looked.period.window, looked.period
    whole = _whole(looked)
    bins = _overview_bins(looked)
    events, planned = looked.view.over_time(bins.numbers, period=False, vague=False)
    return draw_overview(
        bins,
        events.tolist(),
        planned.tolist(),
        whole,
        window if period.chosen else None,
        looked.look.timeline,
        looked.look.theme,
        looked.noun,
    )


def _overview_bins(looked: Looked) -> Bins:
    return Bins.of(_whole(looked), OVERVIEW_BINS)


def _whole(looked: Looked) -> Window:
    """The days of the data without what lies far off, and those that were chosen."""
    bare = replace(looked.selection, asked=filter_of(looked.selection, period=False))
    data = find_period(bare, looked.always).window
    window = looked.period.window
    return Window(min(data.since, window.since), max(data.until, window.until))


def _periods(looked: Looked) -> list[Any]:
    period = looked.period
    first, last = looked.always.ends()
    found = busiest(first, last, _whole(looked))
    chosen = Window(period.since, period.until) if period.chosen and period.since and period.until else None
    told = labels.PER_BAR.format(what=_what(looked), unit=_overview_bins(looked).unit)
    return view_parts.periods(told, found if found != chosen else None, everything=not period.chosen)


def _map(store: Store, looked: Looked, beside: float) -> dict[str, Any]:
    """The map, as high as the topics beside it."""
    layer = looked.selection.asked.country_layer
    counts = looked.view.by_country(layer)
    everywhere = store.view(EventFilter()).by_country(layer)
    look = looked.look
    return draw_country_map(
        counts,
        everywhere,
        looked.selection.asked.countries,
        looked.naming.country,
        look.map,
        look.theme,
        looked.noun,
        beside - MAP_WORDS if look.map < look.timeline * SIDE_BY_SIDE else 0,
    )


def _topics(looked: Looked) -> dict[str, Any]:
    window = looked.period.window
    bins = Bins.of(window, most_bins(looked.look.topics))
    counted = looked.view.topics_over_time(bins.numbers, vague=False)
    figure = draw_topics(
        {topic: row.tolist() for topic, row in counted.items()},
        looked.view.by_topic(),
        bins,
        looked.selection.asked.topics,
        looked.naming.topic,
        looked.look.topics,
        looked.look.theme,
        looked.noun,
    )
    note = sentences.topics_note(_what(looked), bins.unit, looked.view.vague)
    return {ids.TOPICS: figure, ids.TOPICS_NOTE: note}


def _what(looked: Looked) -> str:
    """What is counted, as a sentence begins."""
    return f"{looked.noun.capitalize()}s"
