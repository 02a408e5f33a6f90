"""Dates of well-known happenings: what is told of one is of its days."""

from __future__ import annotations

from data_model import days as ds
from data_model.assemble.drafts import Draft
from data_model.dates import EventDate, Reason, date_of_days
from data_model.dating.scene import Scene
from data_model.knowledge.entries import Happening
from data_model.resolve.happenings import HappeningMention
from data_model.spans import within


def war_of(scene: Scene, draft: Draft) -> Happening | None:
    """The latest war under way that the text names, for peace talks and acts of war."""
    if "peace" not in draft.mention.text.lower() and draft.action.type != "military":
        return None
    wars = [
        one
        for mention in scene.happenings
        for one in mention.happenings
        if one.kind == "war" and mention.sure is one and ds.overlap(one.days, scene.when.spans)
    ]
    return max(wars, key=lambda one: ds.earliest(one.days) or ds.FIRST, default=None)


def happening_of(scene: Scene, draft: Draft) -> HappeningMention | None:
    """A well-known happening named in the clause, when the action can be it."""
    if draft.action.type not in ("other", "military", "election", "summit"):
        return None
    inside = within(scene.happenings, draft.start, draft.stop)
    return next((one for one in inside if one.sure), inside[0] if inside else None)


def date_of(known: HappeningMention) -> EventDate:
    """The days of a happening, none where it may be one of several."""
    one = known.sure
    if one is None:
        return EventDate(reasons=(Reason(f"{known.text!r} may be one of several", known.start, known.stop),))
    why = Reason(f"{one.name}", known.start, known.stop, f"happenings.toml:{one.key}")
    return date_of_days(one.days, basis="inferred", lasting=True, reasons=(why,), wording=known.text)


def sharpened(when: EventDate, known: HappeningMention | None) -> EventDate:
    """The date in words, narrowed to the days of the happening it speaks of, or of those it may speak of."""
    fit = ds.intersect(when.spans, known.days) if known is not None else ds.NEVER
    if known is None or not fit or fit == when.spans:
        return when
    meant = [one for one in known.happenings if ds.overlap(one.days, fit)]
    why = [Reason(one.name, known.start, known.stop, f"happenings.toml:{one.key}") for one in meant]
    return date_of_days(
        fit, basis="inferred", lasting=True, reasons=(*when.reasons, *why), wording=when.wording
    )
