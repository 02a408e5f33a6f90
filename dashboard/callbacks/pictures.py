"""The words that go inside a saved picture, so that it can stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import ids, labels, sentences
from dashboard.callbacks.words import chips
from dashboard.naming import Naming
from dashboard.selection import Selection
from data_model import EventFilter, Store

if TYPE_CHECKING:
    from data_model import Counts

MOST_SOURCES = 6


def captions(
    selection: Selection, counts: Counts, span: str, wanted: EventFilter, store: Store, naming: Naming
) -> dict[str, list[str]]:
    """Caption lines per chart; `span` is told where no period was chosen."""
    filters = [chip.words for chip in chips(selection, naming) if chip.parameter not in ("from", "to")]
    when = sentences.caption_span(span) if span else ""
    if selection.since or selection.until:
        words = sentences.period(selection.since, selection.until)
        when = sentences.caption_period(words.removeprefix("within ").removeprefix("on "))
    shared = [
        sentences.caption_filters(filters),
        *([when] if when else []),
        sentences.caption_counts(counts.events, counts.certain.events, counts.documents, counts.undated),
        sentences.caption_sources(source_names(store, wanted), counts.documents),
    ]
    layer = dict(labels.LAYER_CHOICES)[selection.layer]
    return {
        ids.TIMELINE: [labels.PICTURE_KEY, *shared],
        ids.MAP: [
            f"{labels.LAYER_LABEL}: {layer.lower()}",
            *shared,
            f"{labels.BOUNDARIES} {labels.DISCLAIMER}",
        ],
        ids.TOPICS: shared,
    }


def source_names(store: Store, wanted: EventFilter) -> list[str]:
    """The titles of the documents behind a view, those with most events first."""
    frame = store.sources(wanted).sort_values(["events", "id"], ascending=[False, True], kind="stable")
    names = [title or source for title, source in zip(frame["title"], frame["source"], strict=True)]
    return [sentences.shortened(str(name), 70) for name in names[:MOST_SOURCES]]
