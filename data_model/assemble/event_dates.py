"""When a draft happened, and whether it did: its own date words, else the report's date, else bounds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from data_model import days as ds
from data_model.assemble.attributions import attribution_of
from data_model.assemble.drafts import Draft
from data_model.assemble.happening_dates import war_of
from data_model.assemble.moods import as_to_come
from data_model.assemble.page_dates import is_of_noun, is_of_page, is_said
from data_model.dates import EventDate, Likely, Reason, date_of_days
from data_model.dating.scene import Scene
from data_model.days import Days
from data_model.edtf import days_of_edtf
from data_model.find.date_readings import Absolute, Relative, Vague, Weekday, Yearless
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense, find_tense_between, find_tense_cue
from data_model.knowledge.modality import MOODS_OFF
from data_model.resolve.date_years import newswire_days
from data_model.resolve.dates import resolve_date
from data_model.resolve.people import Reference
from data_model.resolve.terms import terms_of
from data_model.spans import within

_LIMITS = ("until", "by", "since")
_LEAD = 100
# So many words at most from a verb to the end of the noun it takes: "signed a new border treaty of".
_NOUN_PHRASE = 5
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# A date opens a clause when at most a preposition parts it from the clause's beginning.
_OPENS = re.compile(r"(?:^|[,;:(—–]|\b(?:and|и))\W*(?:[\w]{1,4}\s+){0,2}$", re.IGNORECASE)
# How often news whose days cannot be read is of the day it was published on: of 13 pages in languages without
# date words, 9.
_SAME_DAY = 0.7
_SOON, _LONG = timedelta(days=31), timedelta(days=200)


def allot_dates(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give each date expression of a sentence to the draft it stands closest to, then date them all."""
    own: dict[int, DateMention] = {}
    told: dict[int, list[Draft]] = defaultdict(list)
    for one in drafts:
        told[one.sentence.start].append(one)
    for here in told.values():
        sentence = here[0].sentence
        said = attribution_of(scene, sentence)
        for mention in within(scene.dates, sentence.start, sentence.stop):
            # A length is no date; a limit ("until 2025") is not when something happened.
            if mention.reading.kind == "duration" or mention.bound in _LIMITS:
                continue
            if (
                mention.start in scene.life
                or is_of_page(scene, mention, sentence)
                or _is_record(scene, mention)
            ):
                continue
            reached = [
                draft
                for draft in here
                if _reaches(scene, draft, mention) and not _is_told_then(scene, draft, mention, said)
            ]
            draft = min(reached, key=partial(_distance, scene, mention), default=None)
            known = own.get(id(draft))
            if draft is not None and (
                known is None or _distance(scene, mention, draft) < _distance(scene, known, draft)
            ):
                own[id(draft)] = mention
    return [
        date_by(scene, one, own.get(id(one)) or _inherited(one, told[one.sentence.start], own))
        for one in drafts
    ]


def _is_told_then(scene: Scene, draft: Draft, mention: DateMention, said: int | None) -> bool:
    """Whether it is the day somebody told of what is to come or off.

    "They will meet, he said on Monday"; "He said on Monday that they would meet".
    """
    if draft.mention.mood in ("happened", "ongoing", "denied"):
        return False
    at = draft.mention.start
    if at < mention.start:
        return said is not None and at < said <= mention.start
    return is_said(scene, mention, find_tense_cue(scene.text, mention))


def _reaches(scene: Scene, draft: Draft, mention: DateMention) -> bool:
    """Whether a date may be the draft's: in its clause; "the treaty of 5 May" dates a noun, no verb."""
    if not (draft.start <= mention.start and mention.stop <= draft.stop):
        return False
    if draft.action.type == "statement" and not draft.mention.noun and mention.stop < draft.mention.start:
        # "Belarus will preside in 2020, the minister told the media": the year is of what he told.
        lead = scene.text[draft.start : mention.start]
        if "," in scene.text[mention.stop : draft.mention.start] and not _OPENS.search(lead):
            return False
    aside = scene.side_words.relative.finditer(scene.text, draft.start, draft.stop)
    if any(
        (hit.start() <= mention.start < hit.end()) > (hit.start() <= draft.mention.start < hit.end())
        for hit in aside
    ):
        return False  # "X, who took office in January, visited …"
    ahead = isinstance(mention.reading, Vague) and mention.reading.direction == 1
    if ahead and draft.mention.tense == "past":
        return False  # "agreed to meet in the near future" was not agreed then
    if isinstance(mention.reading, Vague) and mention.stop < draft.mention.start:
        # "we must act now, after the war had begun": what leads to it is not of now.
        between = scene.text[mention.stop : draft.mention.start]
        if "," in between and scene.modality.subordinate.search(between):
            return False
    if draft.mention.noun or not is_of_noun(scene, mention):
        return True
    # "said at the session of 14 October": the noun is what the verb takes.
    words = _WORD.findall(scene.text[draft.mention.stop : mention.start])
    return 1 < len(words) <= _NOUN_PHRASE and words[-2].lower() in draft.action.object_words


def _is_record(scene: Scene, mention: DateMention) -> bool:
    """Whether it only says how long something had not been, or within which time it was again.

    "For the first time in 24 years"; "the third election in three years".
    """
    if not getattr(mention.reading, "loose", False):
        return False
    begin = max(0, mention.start - _LEAD)
    lead = scene.text[begin : mention.start]
    if scene.modality.record.search(lead):
        return True
    turn = scene.modality.turn.search(lead)
    if turn is None or find_tense(scene.text, mention) == "future":
        return False
    cue = find_tense_between(scene.text, begin + turn.start(), mention.start, scene.language)
    return cue is None or cue.tense == "past"


def _distance(scene: Scene, mention: DateMention, draft: Draft) -> int:
    """Characters between the action and a date.

    A date stands behind its action, opens the clause, or leads its noun ("the June summit"); in
    front of an action in any other place it is hardly that action's.
    """
    if draft.mention.stop <= mention.start:
        return mention.start - draft.mention.stop
    gap = max(draft.mention.start - mention.stop, 0)
    led = draft.mention.noun and gap <= len("’s ")
    lead = scene.text[draft.sentence.start : mention.start]
    return gap if led or _OPENS.search(lead) else 4 * gap + 40


def _inherited(draft: Draft, here: Sequence[Draft], own: Mapping[int, DateMention]) -> DateMention | None:
    """A noun in a list ("the recent visit … and the talks …") shares the vague word of the one before."""
    if not draft.mention.noun:
        return None
    before = [one for one in here if one.mention.noun and one.mention.stop <= draft.mention.start]
    mention = own.get(id(before[-1])) if before else None
    return mention if mention is not None and isinstance(mention.reading, Vague) else None


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
    if tense and _is_of_another(scene, mention, when):
        return draft
    if not isinstance(mention.reading, Absolute) and not _fits_offices(scene, draft, when):
        return draft
    if tense == "past" and when.basis == "relative":
        when = _no_later(when, scene.when.latest)
    likely = _likely(scene, mention, when, tense) if told.anchor == scene.when.spans else None
    return replace(draft, dated=mention, when=replace(when, likely=likely))


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
