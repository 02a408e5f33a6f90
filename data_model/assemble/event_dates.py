"""When a draft happened: what a date of its own means for it, else the report's date, else bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from data_model import days as ds
from data_model.assemble.drafts import Draft
from data_model.assemble.happening_dates import war_of
from data_model.assemble.moods import as_to_come
from data_model.dates import EventDate, Likely, Reason, date_of_days
from data_model.dating.office_clues import is_former
from data_model.dating.scene import Scene
from data_model.days import Days
from data_model.edtf import days_of_edtf
from data_model.find.date_readings import Absolute, Relative, Weekday, Yearless
from data_model.find.dates import DateMention
from data_model.knowledge.modality import MOODS_OFF
from data_model.resolve.date_years import newswire_days
from data_model.resolve.dates import resolve_date
from data_model.resolve.people import Reference
from data_model.resolve.terms import terms_of
from data_model.spans import within

# How often news whose days cannot be read is of the day it was published on: of 13 pages in languages without
# date words, 9.
_SAME_DAY = 0.7
_SOON, _LONG = timedelta(days=31), timedelta(days=200)
_TERM = timedelta(days=92)


def date_by(scene: Scene, draft: Draft, mention: DateMention | None) -> Draft:
    """The draft with the date those words give it."""
    if mention is None:
        return draft
    draft, told = as_to_come(scene, draft, mention), scene.told[mention.start]
    tense = _tense_of(draft, told.tense)
    days = newswire_days(told.anchor, mention.reading) if tense != "future" else ()
    # A story goes on from what it told: only what counts from the report is past or to come.
    if told.same or told.anchor != scene.when.spans:
        when = told.when
    elif len(days) > 1:
        reason = Reason("a newswire names the weekday of its own day, which it is only in such years")
        when = resolve_date(mention, days, tense=tense).because(reason)
    else:
        when = resolve_date(mention, told.anchor, tense=tense, clock=scene.clock)
    if (tense and _is_of_another(scene, mention, when)) or _is_term(scene, draft, when):
        return draft
    if not isinstance(mention.reading, Absolute) and not _fits_offices(scene, draft, when):
        return draft
    if tense == "past" and when.basis == "relative":
        when = _no_later(when, scene.when.latest)
    likely = _likely(scene, mention, when, tense) if told.anchor == scene.when.spans else None
    return replace(draft, dated=mention, when=replace(when, likely=likely))


def _is_term(scene: Scene, draft: Draft, when: EventDate) -> bool:
    """Whether it is how long something is for that was done: "signed the programme for 2024–2029"."""
    first, last, report = when.earliest, when.latest, scene.when.latest
    if first is None or last is None or report is None or draft.mention.mood != "happened":
        return False
    return "/" in when.edtf and first <= report < last and last - first > _TERM


def _tense_of(draft: Draft, told: str | None) -> str | None:
    """In which tense a date is read: that of a verb, for an occasion that of its clause where one shows."""
    if draft.mention.mood == "planned":
        return "future"
    if draft.mention.mood in MOODS_OFF:
        return None  # "had been due on 29 April": the day may lie on either side of the report
    if draft.mention.noun and told is not None:
        return told
    return "past" if draft.mention.tense == "past" or draft.mention.noun else None


def _no_later(when: EventDate, report: date | None) -> EventDate:
    """What is done was done by the day of the report."""
    fit = ds.intersect(when.spans, ds.between(None, report))
    if not fit or fit == when.spans:
        return when
    return date_of_days(fit, basis=when.basis, reasons=when.reasons, wording=when.wording)


def _fits_offices(scene: Scene, draft: Draft, when: EventDate) -> bool:
    """Whether those named with their offices may have held them then: "President Clinton" not in 1940."""
    named = within(scene.references, draft.start, draft.stop)
    return all(ds.overlap(when.spans, days) for _, days in _in_office(scene, named))


def _in_office(scene: Scene, people: Iterable[Reference]) -> Iterator[tuple[Reason, Days]]:
    """Who is named with an office that its holders' terms are known of: the days they held it."""
    for one in people:
        if is_former(scene.text, scene.prose, scene.knowledge.roles, one):
            continue
        terms = terms_of(one.key, one.office, scene.knowledge) if one.office and one.key else ()
        if one.office and terms:
            why = f"{one.name} held the office written beside the name only then"
            reason = Reason(why, one.office.start, one.office.stop, f"offices:{terms[0].office}")
            yield reason, ds.union(*(term.days for term in terms))


def _likely(scene: Scene, mention: DateMention, when: EventDate, tense: str | None) -> Likely | None:
    """What the wording means if the report is of its likely day or year; None when that tells no more."""
    report = scene.when.likely
    if report is None or not isinstance(mention.reading, Yearless | Relative | Weekday):
        return None
    near = resolve_date(mention, days_of_edtf(report.edtf), tense=tense)
    narrower = near.placed and near.spans != when.spans and ds.intersect(near.spans, when.spans) == near.spans
    return Likely(near.edtf, report.share) if narrower and near.edtf[0] != "[" else None


def _is_of_another(scene: Scene, mention: DateMention, when: EventDate) -> bool:
    """Whether a reading in the tense of the event is far-fetched, as the day is near on the other side.

    "To leave on January 14, he said" in a text of January 13 was not last year, and what is put off is not
    of next August because a deadline of "August 10" has just been missed.
    """
    if not isinstance(mention.reading, Yearless) or not (when.placed and scene.when.placed):
        return False
    near = resolve_date(mention, scene.told[mention.start].anchor)
    past = when.before(scene.when)
    soon = _between(scene.when, near) if past else _between(near, scene.when)
    far = _between(when, scene.when) if past else _between(scene.when, when)
    return timedelta(0) < soon < _SOON < _LONG < far


def _between(one: EventDate, other: EventDate) -> timedelta:
    """How long after one the other begins; none where a bound is not known."""
    if one.latest is None or other.earliest is None:
        return timedelta(0)
    return other.earliest - one.latest


def open_date(scene: Scene, draft: Draft) -> EventDate:
    """What tense and mood leave open of a draft whose time nothing tells."""
    mood, where = draft.mention.mood, (draft.mention.start, draft.mention.stop)
    if mood == "ongoing":
        days = ds.widen(scene.when.spans, 1, 1) if scene.when.placed else scene.when.spans
        return _bounded(scene, days, Reason("it is told as going on when the report was written", *where))
    if mood == "planned":
        first = scene.when.earliest
        return _bounded(
            scene, ds.between(first, None), Reason("it was still to come when the report was written", *where)
        )
    return _past(scene, draft)


def day_of_report(scene: Scene, draft: Draft) -> EventDate:
    """The report's own day as that of what it reports."""
    where = (draft.mention.start, draft.mention.stop)
    why = Reason("no other date is given for it: the report's own date", *where)
    when = scene.when
    if when.basis == "publication" and not scene.understood:
        # Its words may tell of the day before, and are not read.
        days = ds.widen(when.spans, 1, 0)
        found = date_of_days(days, basis="publication", reasons=(why, *when.reasons))
        return replace(found, likely=Likely(when.edtf, _SAME_DAY))
    bases = {"inferred": "inferred", "unknown": "inferred", "publication": "publication"}
    basis = bases.get(when.basis, "completed")
    return EventDate(
        when.edtf,
        when.precision,
        basis if when.edtf[0] != "X" else when.basis,
        (why, *when.reasons),
        likely=when.likely,
    )


def _bounded(scene: Scene, days: Days, *reasons: Reason) -> EventDate:
    if days in (ds.ANY, ds.NEVER):
        return EventDate(reasons=reasons)
    return date_of_days(days, basis="inferred", reasons=(*reasons, *scene.when.reasons))


def _past(scene: Scene, draft: Draft) -> EventDate:
    """Some day up to the report, no earlier than the offices and the war it speaks of."""
    where = (draft.mention.start, draft.mention.stop)
    reasons = [Reason("it was past when the report was written; the text gives no date", *where)]
    days = ds.between(None, scene.when.latest)
    for reason, held in _in_office(scene, draft.people):
        if fit := ds.intersect(days, held):
            days = fit
            reasons.append(reason)
    war = war_of(scene, draft)
    if war is not None and (fit := ds.intersect(days, war.days)):
        days = fit
        reasons.append(
            Reason(f"it belongs to {war.name}, which the text names", entry=f"happenings.toml:{war.key}")
        )
    return _bounded(scene, days, *reasons) if days != ds.ANY else EventDate(reasons=tuple(reasons))
