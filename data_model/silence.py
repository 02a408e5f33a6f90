"""Why a document yields neither a date nor an event: no document ends silently."""

from __future__ import annotations

import re

from data_model.knowledge.prose import load_prose
from data_model.read.sentences import cut_sentences
from data_model.values import ALL_READ, Document, Normalized

_LETTER = re.compile(r"[^\W\d_]")


def why_silent(document: Document, normalized: Normalized) -> str:
    """Why nothing of a document stands on the timeline; "" when it has a date or an event."""
    # The first sentence of a report without a known action stands as an event of its own: it tells nothing.
    known = any(one.type != "other" or one.date.basis != "unknown" for one in normalized.events)
    if known or normalized.document_date.basis != "unknown":
        return ""
    if not _LETTER.search(document.text):
        return "its text holds no words"
    sentences = cut_sentences(document, load_prose(normalized.language))
    prose = [one for one in sentences if not one.furniture]
    if not prose:
        return "its lines look like menus, links or captions, not like a report"
    if normalized.read != ALL_READ:
        return "events are not read in its language, and no date in it says when it was written"
    if all(one.headline for one in prose):
        return "it holds a headline and no report"
    if any(one.kind == "date" for one in normalized.mentions):
        return "its dates tell of nothing that is known as an event, nor when it was written"
    return "it names no date, and nothing that is known as an event"
