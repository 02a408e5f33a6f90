"""Who says what a report only quotes."""

from __future__ import annotations

from data_model.assemble.drafts import Draft
from data_model.dating.scene import Scene
from data_model.resolve.quotes import quote_at
from data_model.spans import within


def according_to(scene: Scene, draft: Draft) -> str:
    """Who says what the report only quotes: the speaker of the quotation, or the person it names for it."""
    quote = quote_at(scene.quotes, draft.mention.start)
    if quote is not None:
        return quote.speaker.name if quote.speaker else ""
    for one in within(scene.references, draft.sentence.start, draft.sentence.stop):
        begin = one.office.start if one.office and one.office.start < one.start else one.start
        if scene.modality.according.search(scene.text[max(draft.sentence.start, begin - 30) : begin]):
            return one.name
    return ""
