"""One view: the questions it puts to the store, and every part of the page that follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from dash import ClientsideFunction, Dash, Input, Output

from dashboard import ids, labels, sentences
from dashboard.callbacks import pictures, words
from dashboard.callbacks.asked import Ambience, Asked, read_ambience
from dashboard.callbacks.focus import find_focus
from dashboard.components import view_parts
from dashboard.components.light import as_light
from dashboard.components.parts import notice
from dashboard.figures.country_map import draw_country_map
from dashboard.figures.density import draw_density
from dashboard.figures.dots import dots_of, lane_keys
from dashboard.figures.lane_frame import NARROW
from dashboard.figures.lanes import assign_lanes
from dashboard.figures.overview import draw_overview
from dashboard.figures.time_axis import Window, busiest, unit_for, window_of
from dashboard.figures.timeline import day_span, draw_timeline
from dashboard.figures.topics_over_time import MOST_BINS, draw_topics
from dashboard.naming import Naming
from dashboard.selection import Selection, filter_of, read_selection, write_search
from data_model import DatelineError, EventFilter, Store

if TYPE_CHECKING:
    import pandas as pd

OUTPUTS = {
    ids.HEADLINE: "children",
    ids.SUBLINE: "children",
    ids.FIGURES: "children",
    ids.CHIPS: "children",
    ids.NOTICE: "children",
    ids.CHARTS: "className",
    ids.TIMELINE: "figure",
    ids.TIMELINE_NOTE: "children",
    ids.OVERVIEW: "figure",
    ids.PERIODS: "children",
    ids.MAP: "figure",
    ids.MAP_NOTE: "children",
    ids.TOPICS: "figure",
    ids.TOPICS_NOTE: "children",
    ids.TRAY: "children",
    ids.TABLE: "children",
    ids.ORGANIZATION: "data",
    ids.COUNTRY: "data",
    ids.TOPIC: "data",
    ids.TYPE: "data",
    ids.CSV: "href",
    ids.FOOT: "children",
}
CHARTS = (ids.TIMELINE, ids.OVERVIEW, ids.MAP, ids.TOPICS)
OVERVIEW_BINS = 120


def register(app: Dash, asked: Asked) -> None:
    """One callback for everything that follows from the view, one each for what the browser builds."""
    outputs = [
        Output(ids.listed(name), "data") if name in ids.LISTED else Output(name, prop)
        for name, prop in OUTPUTS.items()
    ]
    for name in ids.LISTED:
        built = ClientsideFunction("light", name)
        app.clientside_callback(built, Input(ids.listed(name), "data"))  # type: ignore[no-untyped-call]
    outputs += [Output(name, "style") for name in CHARTS]

    # Until all of it is new, the old headline and the old charts stand dimmed together.
    stale = [(Output(ids.PAGE, "className"), "page stale", "page")]

    @app.callback(outputs, Input(ids.VIEW, "data"), prevent_initial_call=True, running=stale)
    def show(view: object) -> list[Any]:
        parts = answer_view(asked, view)
        parts |= {name: as_light(parts[name]) for name in ids.LISTED}
        heights = [{"height": f"{parts[name]['layout']['height']}px"} for name in CHARTS]
        return [*(parts[name] for name in OUTPUTS), *heights]


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
    figure = {"data": [], "layout": {"height": 10}}
    blank: dict[str, Any] = {
        name: [] if prop in ("children", "data") else figure for name, prop in OUTPUTS.items()
    }
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
    wanted, always = filter_of(selection), filter_of(selection, period=False)
    counts, whole = store.counts(wanted), store.counts(always)
    facets = store.facets(wanted)
    complaints = (*complaints, *words.unknown_keys(selection, store, naming))
    told = [notice(labels.BAD_LINK, list(complaints), kind="warning")] if complaints else []
    csv = f"{asked.config.prefix}events.csv{write_search(selection)}"
    placed, undated = store.timeline(wanted), store.undated(wanted).to_dict("records")
    period = bool(selection.since or selection.until)
    span = "" if period else words.span_of(placed)
    parts: dict[str, Any] = _blank("", told) | {
        ids.HEADLINE: words.headline(selection, counts, naming),
        ids.SUBLINE: words.subline(counts, span, period=period),
        ids.FIGURES: view_parts.key_figures(words.key_figures(counts)),
        ids.CHIPS: view_parts.chips(words.chips(selection, naming)),
        ids.CSV: csv,
        ids.FOOT: words.foot(counts, store.unread()),
        **words.choices(facets, selection, naming),
    }
    if not counts.events:
        parts[ids.NOTICE] = [*told, notice(labels.NO_RESULT, [labels.NO_RESULT_HELP])]
        return parts
    window = window_of(selection.since, selection.until, whole.first, whole.last)
    unit = unit_for(window.days, MOST_BINS)
    extent = window_of(None, None, whole.first, whole.last)
    found = None if period else find_focus(spans_of(placed), extent)
    focus = found if selection.span == "busy" else None
    parts |= _timeline(asked, store, selection, naming, focus or window, look)
    if focus is not None:
        start, stop = focus.range
        outside = sum(b <= start or a >= stop for a, b in (day_span(*one) for one in spans_of(placed)))
        years = sentences.from_to(
            str((whole.first or extent.since).year), str((whole.last or extent.until).year)
        )
        note = [sentences.elsewhere(outside), " ", view_parts.show_all(years), " ", parts[ids.TIMELINE_NOTE]]
        parts[ids.TIMELINE_NOTE] = note
    parts |= {
        ids.CHARTS: "cards",
        ids.OVERVIEW: _overview(store, always, selection, extent, focus, look),
        ids.PERIODS: _periods(store, always, selection, extent, focus),
        ids.MAP: _map(store, wanted, selection, naming, look),
        ids.MAP_NOTE: f"{labels.MAP_HELP} {labels.LAYER_HELP[selection.layer]}",
        ids.TOPICS: _topics(store, wanted, window, unit, selection, naming, look),
        ids.TOPICS_NOTE: labels.TOPICS_HELP.format(unit=labels.UNIT_NAMES[unit]),
        ids.TRAY: view_parts.tray(undated, naming, asked.config.tray_cards),
        ids.TABLE: view_parts.table(
            [*placed.to_dict("records"), *undated], naming, asked.config.table_rows, csv
        ),
    }
    captions = pictures.captions(selection, counts, span, wanted, store, naming)
    for name, lines in captions.items():
        parts[name]["layout"]["meta"] = {"captions": lines}
    return parts


def _timeline(
    asked: Asked, store: Store, selection: Selection, naming: Naming, window: Window, look: Ambience
) -> dict[str, Any]:
    # A little more than the window, so that a short drag finds its events already drawn.
    frame = store.timeline(_within(selection, window))
    dots = dots_of(frame, naming)
    start, stop = window.range
    in_view = [dot.stop > start and dot.start < stop for dot in dots]
    keys = [own if seen else [] for own, seen in zip(lane_keys(frame, selection.lanes), in_view, strict=True)]
    crowded = sum(in_view) > asked.config.single_marks
    shown = [number for number, seen in enumerate(in_view) if seen]
    lanes = assign_lanes(
        [keys[number] for number in shown],
        selection.lanes,
        lane_title(selection.lanes, naming),
        _chosen(selection),
    )
    draw: Callable[..., dict[str, Any]] = draw_density if crowded else draw_timeline
    figure = draw([dots[number] for number in shown], lanes, window, look.timeline, look.theme)
    note = sentences.timeline_note(
        len(shown),
        sentences.counted(len(shown), "event"),
        selection.lanes,
        crowded=crowded,
        narrow=look.timeline < NARROW,
    )
    return {ids.TIMELINE: figure, ids.TIMELINE_NOTE: note}


def _within(selection: Selection, window: Window) -> EventFilter:
    return replace(filter_of(selection, period=False), since=window.since, until=window.until)


def lane_title(by: str, naming: Naming) -> Callable[[str], str]:
    """How a lane is named."""
    titles: dict[str, Callable[[str], str]] = {
        "organization": naming.short,
        "country": naming.country,
        "topic": naming.topic,
        "type": lambda key: labels.TYPE_NAMES.get(key, key),
    }
    return titles[by]


def _chosen(selection: Selection) -> tuple[str, ...]:
    return {
        "organization": selection.organizations,
        "country": selection.countries,
        "topic": selection.topics,
        "type": selection.types,
    }[selection.lanes]


def _overview(
    store: Store,
    always: EventFilter,
    selection: Selection,
    whole: Window,
    focus: Window | None,
    look: Ambience,
) -> dict[str, Any]:
    unit = unit_for(whole.days, OVERVIEW_BINS)
    frame = store.over_time(always, unit)
    bins = [(row.bin.date(), float(row.events), float(row.planned)) for row in frame.itertuples(index=False)]
    chosen = window_of(selection.since, selection.until, whole.since, whole.until)
    brushed = chosen if selection.since or selection.until else focus
    return draw_overview(bins, unit, whole, brushed, look.timeline, look.theme)


def spans_of(frame: pd.DataFrame) -> list[tuple[date, date]]:
    """The first and last possible day of every placed event."""
    return [(a.date(), b.date()) for a, b in zip(frame["earliest"], frame["latest"], strict=True)]


def _periods(
    store: Store, always: EventFilter, selection: Selection, extent: Window, focus: Window | None
) -> list[Any]:
    spans = spans_of(store.timeline(always))
    found = busiest(spans, extent)
    chosen = Window(selection.since, selection.until) if selection.since and selection.until else None
    everything = selection.since is None and selection.until is None and focus is None
    focused = find_focus(spans, extent) is not None
    return view_parts.periods(found if found != chosen else None, everything=everything, focused=focused)


def _map(
    store: Store, wanted: EventFilter, selection: Selection, naming: Naming, look: Ambience
) -> dict[str, Any]:
    counts = _by_country(store.by_country(wanted, selection.layer))
    everywhere = _by_country(store.by_country(EventFilter(), selection.layer))
    return draw_country_map(counts, everywhere, selection.countries, naming.country, look.map, look.theme)


def _by_country(frame: pd.DataFrame) -> dict[str, int]:
    return dict(zip(frame["country"].tolist(), frame["events"].tolist(), strict=True))


def _topics(  # noqa: PLR0913, PLR0917 - the view and where it is drawn
    store: Store,
    wanted: EventFilter,
    window: Window,
    unit: str,
    selection: Selection,
    naming: Naming,
    look: Ambience,
) -> dict[str, Any]:
    frame = store.topics_over_time(wanted, unit)
    events = {(row.topic, row.bin.date()): float(row.events) for row in frame.itertuples(index=False)}
    return draw_topics(events, unit, window, selection.topics, naming.topic, look.topics, look.theme)
