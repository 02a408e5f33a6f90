"""The words that go inside a saved picture, so that it can stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import ids, labels, sentences
from dashboard.callbacks.words import chips
from dashboard.naming import Naming
from dashboard.selection import Selection
from data_model import Store, View

if TYPE_CHECKING:
    from data_model import Counts

MOST_SOURCES = 6


def captions(
    selection: Selection, counts: Counts, span: str, view: View, store: Store, naming: Naming
) -> dict[str, list[str]]:
    """Caption lines per chart; `span` is told where no period was chosen."""
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
        sentences.caption_sources(source_names(store, view), counts.documents),
    ]
    layer = dict(labels.LAYER_CHOICES)[asked.country_layer]
    return {
        ids.TIMELINE: [labels.PICTURE_KEY, *shared],
        ids.MAP: [
            f"{labels.LAYER_LABEL}: {layer.lower()}",
            *shared,
            f"{labels.BOUNDARIES} {labels.DISCLAIMER}",
        ],
        ids.TOPICS: shared,
    }


def source_names(store: Store, view: View) -> list[str]:
    """The titles of the documents behind a view, those with most events first."""
    most = list(view.by_document())[:MOST_SOURCES]
    heads = store.heads(most)
    return [sentences.shortened(heads[key].title or heads[key].source, 70) for key in most]
