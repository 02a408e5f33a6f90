"""The words that go inside a saved picture, so that it can stand alone."""

from __future__ import annotations

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
    selection, naming = looked.selection, looked.naming
    filters = [
        chip.words for chip in chips(selection, naming) if chip.parameter not in ("from", "to", "span")
    ]
    when = sentences.caption_span(span) if span else ""
    asked = selection.asked
    if asked.since or asked.until:
        words = sentences.period(asked.since, asked.until)
        when = sentences.caption_period(words.removeprefix("within ").removeprefix("on "))
    counted = selection.count != "events"
    shared = [
        sentences.caption_filters(filters),
        *([labels.COUNTED_BY[selection.count]] if counted else []),
        *([when] if when else []),
        sentences.caption_counts(counts.events, counts.certain.events, counts.documents, counts.undated),
        sentences.caption_sources(source_names(store, looked.view), counts.documents),
    ]
    own = {row.id: row.caption(selection) for row in CHARTS if row.caption}
    return {name: [*before, *shared, *after] for name, (before, after) in own.items()}


def source_names(store: Store, view: View) -> list[str]:
    """The titles of the documents behind a view, those with most events first."""
    most = list(view.by_document())[:MOST_SOURCES]
    heads = store.heads(most)
    return [sentences.shortened(heads[key].title or heads[key].source, 70) for key in most]
