"""A view of the store as the page has it: what is looked at, its figures, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from dashboard import file_labels, filter_labels, ids, labels, sentences
from dashboard.callbacks import words
from dashboard.callbacks.asked import Ambience, Asked
from dashboard.callbacks.charts import SIZED, Chart, marks_in_words, topics_in_all
from dashboard.callbacks.lanes import Looked
from dashboard.callbacks.period import chosen_view
from dashboard.chart_sentences import number_of
from dashboard.days_in_words import days_between
from dashboard.figures.lanes import PAGE, Room
from dashboard.publish.facts import Facts, source_of
from dashboard.selection import NOTHING, Selection, read_selection, write_search
from dashboard.theme import LIGHT, Theme
from data_model import Counts, DatelineError, EventFilter

PICTURED: Mapping[str, Chart] = {row.id: row for row in SIZED}
MOST_NAMED = 5
WIDTHS = {row.id: float(row.size) for row in SIZED}


class NotPublishable(DatelineError):
    """What is asked for cannot be made, and why."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A view that can be drawn at any size.

    Attributes:
        asked: Whom the page asks.
        selection: What was chosen.
        looked: What a reader looks at.
        facts: What the view says of itself.
        labels: Key of an event -> a label of the reader's own in the timeline.
        frame: What the map shows, as `sheet.Options` has it.
    """

    asked: Asked
    selection: Selection
    looked: Looked
    facts: Facts
    labels: Mapping[str, str] = field(default_factory=dict)
    frame: tuple[float, float, float] | None = None

    def figure(self, chart: str, width: float, theme: Theme, room: Room = PAGE) -> dict[str, Any]:
        """A chart of the view as the page hands it to plotly.

        Args:
            chart: Which.
            width: How wide, in pixels of the page.
            theme: Light or dark.
            room: How high its lanes may be.
        """
        # A chart beside another is as high as that; in a picture each stands alone.
        look = Ambience(theme, dict.fromkeys(WIDTHS, width), room, self.labels)
        figure = PICTURED[chart].draw(replace(self.looked, look=look)).figure
        if chart == ids.MAP and self.frame:
            zoom, longitude, latitude = self.frame
            geo = figure["layout"]["geo"]
            geo["projection"] |= {"scale": zoom, "rotation": {"lon": longitude}}
            geo["center"] = {"lon": longitude, "lat": latitude}
        return figure


def open_view(asked: Asked, query: Mapping[str, str], home: str = "") -> tuple[Opened, tuple[str, ...]]:
    """The view of an address, and in words what of the address was not understood.

    Args:
        asked: Whom the page asks.
        query: The address's settings.
        home: The address of the page, "" where nobody but its reader can open it.

    Raises:
        StoreError: If the store could not be opened.
    """
    selection, complaints = read_selection(query)
    selection = replace(selection, event=NOTHING.event)
    store, naming = asked.open_store(), asked.naming()
    view, always, period = chosen_view(store, selection, naming)
    everything = store.view(EventFilter()).counting(selection.count)
    looked = Looked(
        view, always, everything, period, selection, naming, Ambience(LIGHT, WIDTHS), asked.config
    )
    counts = words.counts_of(view, period)
    told = view.by_document()
    heads = store.heads(list(told))
    sources = tuple(source_of(key, heads[key], number) for key, number in told.items())
    filters, when = stated(looked)
    facts = Facts(
        title=words.headline(selection, counts, period, naming, words.finding(view)),
        filters=filters,
        counted=labels.COUNTED_BY.get(selection.count, ""),
        when=when,
        counts=counts_line(counts),
        sources=sources,
        boundaries=f"{labels.BOUNDARIES} {labels.DISCLAIMER}",
        own=_said_alone(looked),
        query=write_search(selection),
        home=home,
        version=store.version,
        tool=tool_name(),
        marks=tuple(marks_in_words(selection)),
    )
    return Opened(asked, selection, looked, facts), complaints


def stated(looked: Looked) -> tuple[str, str]:
    """The filters of a view and its days, in words: those that were chosen, else those of the data."""
    chips = words.chips(looked.selection, looked.naming)
    filters = [chip.words for chip in chips if chip.parameter not in ("from", "to", "span")]
    told = file_labels.FILTERS.format(filters="; ".join(filters) or file_labels.NO_FILTER)
    if not looked.period.chosen:
        span = words.span_of(looked.view)
        return told, file_labels.DAYS_OF_DATA.format(days=span) if span else ""
    asked = looked.selection.asked
    days = sentences.period(asked.since, asked.until).removeprefix("within ").removeprefix("on ")
    return told, file_labels.PERIOD.format(days=days)


def counts_line(counts: Counts) -> str:
    """`37 events from 5 documents, 3 not on the axis`."""
    events, certain = counts.events, counts.certain.events
    told = sentences.counted(events, "event")
    if certain != events:
        sure = sentences.counted(certain, "event")
        told = file_labels.SURE_AND_POSSIBLE.format(sure=sure, more=f"{events - certain:,}")
    without = f", {sentences.undated(counts.undated)}" if counts.undated else ""
    return f"{told} from {sentences.counted(counts.documents, 'document')}{without}"


def _said_alone(looked: Looked) -> dict[str, str]:
    """What a chart shows otherwise than the rest of its view."""
    layer = dict(filter_labels.LAYER_CHOICES)[looked.selection.asked.country_layer]
    told = {ids.MAP: f"{filter_labels.LAYER_LABEL}: {sentences.inside(layer)}."}
    if looked.zoomed:
        days = days_between(looked.window.since, looked.window.until)
        told[ids.TIMELINE] = file_labels.ZOOMED.format(days=days)
    return told


def tool_name() -> str:
    """`Dateline 0.1.0`."""
    try:
        return f"Dateline {version('dateline')}"
    except PackageNotFoundError:
        return "Dateline"


def describe(opened: Opened, chart: str, most: int = 300) -> str:
    """The alternative text of a chart: what it is, shows, and holds most of, in so many letters at most."""
    view, naming = opened.looked.view, opened.looked.naming
    begin = f"{file_labels.ALTERNATIVE[chart]}: {opened.facts.title}."
    told = f"{begin} {opened.facts.when}. {opened.facts.counts}." if opened.facts.when else begin
    ranked: Mapping[str, tuple[Mapping[str, float], Callable[[str], str]]] = {
        ids.MAP: (view.by_country(opened.selection.asked.country_layer), naming.country),
        ids.TOPICS: (topics_in_all(opened.looked), naming.topic),
    }
    if chart in ranked:
        counts, name = ranked[chart]
        first = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_NAMED]
        listed = ", ".join(f"{name(key)} ({number_of(number)})" for key, number in first)
        told = f"{begin} {file_labels.MOST_OFTEN} {listed}." if listed else begin
    told = " ".join(told.split())
    return told if len(told) <= most else told[: most - 1].rstrip() + "…"
