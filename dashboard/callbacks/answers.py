"""One view: what is asked of the store for it, and every part of the page that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard import ids, labels
from dashboard.callbacks import words
from dashboard.callbacks.asked import Ambience, Asked, read_ambience
from dashboard.callbacks.charts import CHARTS, SIZED, Chart
from dashboard.callbacks.exits import find_exits
from dashboard.callbacks.lanes import Looked
from dashboard.callbacks.period import chosen_view
from dashboard.components import event_table, view_parts
from dashboard.components.parts import notice
from dashboard.filters import LISTS
from dashboard.selection import Selection, read_selection, write_search
from data_model import DatelineError, EventFilter

# Parts of the page built of elements of `dash.html`; the rest are figures, lists and words.
BUILT = (
    ids.HEADLINE, ids.SUBLINE, ids.FIGURES, ids.CHIPS, ids.NOTICE, ids.TIMELINE_NOTE, ids.LANE_TOOLS,
    ids.LANE_MORE, ids.TIMELINE_LIST, ids.PERIODS,
    ids.MAP_NOTE, ids.TOPICS_NOTE, ids.TRAY, ids.TABLE, ids.FOOT, ids.TIMELINE_SUMMARY, ids.OVERVIEW_SUMMARY,
    ids.MAP_SUMMARY, ids.TOPICS_SUMMARY, ids.MAP_TABLE,
)  # fmt: skip
# Up to so many documents a pile is one to learn on: hints are shown.
FEW = 20
WIDTHS = {row.id: row.size for row in SIZED}


def answer_view(asked: Asked, view: object) -> dict[str, Any]:
    """Every part of the page for one view; trouble becomes words, never an exception."""
    given = view if isinstance(view, dict) else {}
    selection, complaints = read_selection(given.get("query"))
    look = read_ambience(given.get("look"), WIDTHS)
    try:
        return _draw(asked, selection, complaints, look)
    except DatelineError as error:
        told = notice(labels.BROKEN_STORE, [labels.BROKEN_HELP.format(why=error)], kind="warning")
        return _blank(labels.BROKEN_STORE, told)


def answer_zoom(asked: Asked, view: Mapping[str, object]) -> dict[str, Any]:
    """The parts of the page that change with the days a reader zooms to; none where nothing is drawn."""
    selection, _ = read_selection(view.get("query"))
    try:
        looked = _looked(asked, selection, read_ambience(view.get("look"), WIDTHS))
    except DatelineError:
        return {}
    return _charts(looked, [row for row in CHARTS if row.zooms]) if looked.view.events else {}


def _looked(asked: Asked, selection: Selection, look: Ambience) -> Looked:
    store, naming = asked.open_store(), asked.naming()
    view, always, period = chosen_view(store, selection, naming)
    everything = store.view(EventFilter()).counting(selection.count)
    return Looked(view, always, everything, period, selection, naming, look, asked.config)


def _charts(looked: Looked, rows: Iterable[Chart]) -> dict[str, Any]:
    drawn: dict[str, Any] = {}
    for row in rows:
        chart = row.draw(looked)
        drawn |= {row.id: chart.figure, **chart.beside()}
    return drawn


def _blank(headline: str, told: object) -> dict[str, Any]:
    """The page with words in place of charts."""
    blank: dict[str, Any] = {name: [] for name in BUILT}
    blank |= {row.id: {"data": [], "layout": {"height": 10}} for row in CHARTS}
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
    looked = _looked(asked, selection, look)
    view, period, naming = looked.view, looked.period, looked.naming
    counts = words.counts_of(view, period)
    drawn = _charts(looked, CHARTS if counts.events else ())
    complaints = (*complaints, *words.unknown_keys(selection, store, naming))
    told = [notice(labels.BAD_LINK, list(complaints), kind="warning")] if complaints else []
    parts = _blank("", told) | {
        ids.HEADLINE: words.headline(selection, counts, period, naming, words.finding(view)),
        ids.SUBLINE: words.subline(counts, period=period.chosen),
        ids.FIGURES: view_parts.key_figures(words.key_figures(counts)),
        ids.CHIPS: view_parts.chips(
            words.chips(selection, naming), words.set_aside(looked.always, view, period)
        ),
        ids.CSV: f"{asked.config.prefix}events.csv{write_search(_of_rows(selection))}",
        ids.FOOT: words.foot(counts, store.unread()),
        **words.chosen_options(selection, naming),
        **words.counted_choices(view, store),
    }
    if not counts.events:
        parts[ids.NOTICE] = [*told, view_parts.no_result(find_exits(store, selection, naming))]
        return parts
    states = ["cards", *(["unplaced"] if counts.events == counts.undated else [])]
    if counts.total.documents <= FEW:
        states.append("few")
    return parts | {
        ids.CHARTS: " ".join(states),
        **drawn,
        **_lists(asked, looked, parts[ids.CSV]),
    }


def _of_rows(selection: Selection) -> Selection:
    """What of a view has a bearing on which events it holds, and in which order."""
    return Selection(selection.asked, span=selection.span, sort=selection.sort, event=selection.event)


def _lists(asked: Asked, looked: Looked, csv: str) -> dict[str, Any]:
    """The beginnings of the table and of the tray; the browser asks for more of them."""
    most, few = asked.config.table_rows, asked.config.tray_cards
    rows = looked.view.page(looked.selection.sort, 0, most)
    parts = looked.view.parts()
    return {
        ids.TABLE: event_table.table(
            rows, looked.naming, parts, looked.selection.sort, csv, looked.view.wanted
        ),
        ids.TRAY: view_parts.tray(
            looked.view.undated(0, few), looked.naming, parts[2], alone=not sum(parts[:2])
        ),
    }
