"""The words that go inside a saved picture, so that it can stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard import labels, sentences
from dashboard.callbacks.charts import CHARTS
from dashboard.callbacks.lanes import Looked
from dashboard.callbacks.words import chips
from data_model import Store, View

if TYPE_CHECKING:
    from data_model import Counts

MOST_SOURCES = 6


def captions(looked: Looked, counts: Counts, span: str, store: Store) -> dict[str, list[str]]:
    """Caption lines per chart; `span` is told where no period was chosen."""
    selection = looked.selection
    filters, when = stated(looked, span)
    counted = selection.count != "events"
    shared = [
        filters,
        *([labels.COUNTED_BY[selection.count]] if counted else []),
        *([when] if when else []),
        counts_line(counts.events, counts.certain.events, counts.documents, counts.undated),
        _sources_line(source_names(store, looked.view), counts.documents),
    ]
    own = {row.id: row.caption(selection) for row in CHARTS if row.caption}
    return {name: [*before, *shared, *after] for name, (before, after) in own.items()}


def stated(looked: Looked, span: str) -> tuple[str, str]:
    """The filters of a view and its days, in words; `span` is told where no period was chosen."""
    selection = looked.selection
    filters = [
        chip.words for chip in chips(selection, looked.naming) if chip.parameter not in ("from", "to", "span")
    ]
    when = _span_line(span) if span else ""
    asked = selection.asked
    if asked.since or asked.until:
        words = sentences.period(asked.since, asked.until)
        when = _period_line(words.removeprefix("within ").removeprefix("on "))
    return _filters_line(filters), when


def source_names(store: Store, view: View) -> list[str]:
    """The titles of the documents behind a view, those with most events first."""
    most = list(view.by_document())[:MOST_SOURCES]
    heads = store.heads(most)
    return [sentences.shortened(heads[key].title or heads[key].source, 70) for key in most]


def _filters_line(filters: Sequence[str]) -> str:
    return f"Filters: {'; '.join(filters)}" if filters else "Filters: none"


def _period_line(words: str) -> str:
    return f"Period: {words}"


def _span_line(words: str) -> str:
    return f"Dates of the data: {words}"


def counts_line(events: int, certain: int, documents: int, undated_events: int) -> str:
    """`37 events from 5 documents, 3 not on the axis`."""
    without = f", {sentences.undated(undated_events)}" if undated_events else ""
    told = sentences.counted(events, "event")
    if certain != events:
        sure = sentences.counted(certain, "event")
        told = f"{sure} for certain in the period, {events - certain:,} more possibly,"
    return f"{told} from {sentences.counted(documents, 'document')}{without}"


def _sources_line(names: Sequence[str], documents: int) -> str:
    more = f"; and {documents - len(names)} more" if documents > len(names) else ""
    return f"Sources: {'; '.join(names)}{more}"
