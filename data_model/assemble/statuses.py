"""Whether an event happened, seen from the day of the report."""

from __future__ import annotations

from datetime import timedelta

from data_model.assemble.drafts import Draft
from data_model.dates import EventDate
from data_model.dating.scene import Scene


def status_of(scene: Scene, draft: Draft, when: EventDate) -> str:
    """Happened, planned …, as seen from the day of the report."""
    mood = draft.mention.mood
    if mood in ("cancelled", "postponed", "hypothetical", "denied"):
        return mood
    report = scene.when
    after = when.earliest is not None and report.latest is not None and when.earliest > report.latest
    before = when.latest is not None and report.earliest is not None and when.latest < report.earliest
    if after or (mood == "planned" and not before):
        return "planned"
    if _each_later(when, report):
        return "planned"
    return "ongoing" if mood == "ongoing" else "happened"


def _each_later(when: EventDate, report: EventDate) -> bool:
    """Whether the event follows the report in every year it may be of: "15 April" in a text of 12 April."""
    pairs = list(zip(when.spans, report.spans, strict=False))
    return len(when.spans) == len(report.spans) > 1 and all(
        a.first is not None and b.last is not None and timedelta() < a.first - b.last for a, b in pairs
    )
