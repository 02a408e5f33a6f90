"""When a text was written: printed dates first, then every clue that narrows what they leave open.

Dating is constraint solving: each clue is a set of days with a reason; the sets are intersected in
order of strength; a clue that contradicts what stands is kept as a reason and said to contradict.
The publication date given beside a text is never used unless the reader asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from data_model import days as ds
from data_model.dates import EventDate, Reason, date_of_days
from data_model.days import Days
from data_model.find.actions import ActionMention
from data_model.find.date_readings import Absolute, Yearless
from data_model.find.dates import DateMention
from data_model.resolve.clues import Clue, Understood, find_clues
from data_model.resolve.dates import resolve_date
from data_model.spans import within
from data_model.values import Sentence

_LETTERS = re.compile(r"[^\W\d_]")
# A date line may hold a place, a source or a time beside the date.
_DATE_LINE_LETTERS = 30
# "DUSHANBE, January 13. /TASS/": a newswire's place and date before the first sentence.
_DATELINE = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ .,\-]{2,40}[,(—–-]?\s*$")
# "Astana, 6 March 2024. –": in small letters it must be closed like a dateline, too.
_PLACE = re.compile(r"[A-ZА-ЯЁ][\w’' -]{2,30},\s*")
_DATELINE_ENDS = re.compile(r"\s*(?:\.\s|[/(–—]|-\s)")
_LEAD_SENTENCES = 2
# A line with fewer blanks is a menu, a caption or a date line, not prose.
_PROSE_BLANKS = 7
# A day that may be of more years than this is of any year: the day of reading does not help.
_MOST_YEARS = 60


def resolve_document_date(
    known: Understood, actions: Sequence[ActionMention], as_of: date | None = None
) -> EventDate:
    """The date of a document.

    Args:
        known: What is understood of the text so far.
        actions: Its actions: a lead date belongs to one.
        as_of: The day it was read; nothing is read before it is written.
    """
    printed, lead = _printed(known), _lead(known, actions)
    printed = _agreed(printed, lead) or lead
    days: Days = ds.ANY
    reasons: list[Reason] = []
    basis = "unknown"
    wording = ""
    if printed is not None:
        when, reason, mention = printed
        days, wording = when.spans, mention.text
        basis = "stated" if isinstance(mention.reading, Absolute) else "completed"
        reasons.append(reason)
    narrowed, why = _narrow(days, list(find_clues(known)))
    reasons.extend(why)
    if narrowed == ds.ANY:
        nothing = Reason("no date is printed and nothing in the text tells when it was written")
        return EventDate(reasons=(*reasons, nothing))
    if as_of is not None:
        read = Clue(
            ds.between(None, as_of), Reason(f"it was read on {as_of.isoformat()}, so not written later")
        )
        before, why = _narrow(narrowed, [read])
        if len(before) <= _MOST_YEARS:
            narrowed = before
            reasons.extend(why)
    if narrowed != days and (printed is None or len(narrowed) > 1):
        basis = "inferred"
    return date_of_days(narrowed, basis=basis, reasons=reasons, wording=wording)


def _narrow(days: Days, clues: Sequence[Clue]) -> tuple[Days, list[Reason]]:
    """Intersect the clues in order; say of each what it did."""
    reasons: list[Reason] = []
    for clue in clues:
        fit = ds.intersect(days, clue.days)
        if not fit:
            why = f"contradicts the other dates, so it is not used: {clue.reason.why}"
            reasons.append(Reason(why, clue.reason.start, clue.reason.stop, clue.reason.entry))
        elif not clue.binding:
            reasons.append(
                Reason(f"agrees: {clue.reason.why}", clue.reason.start, clue.reason.stop, clue.reason.entry)
            )
        elif fit != days:
            days = fit
            reasons.append(clue.reason)
    return days, reasons


def _printed(known: Understood) -> tuple[EventDate, Reason, DateMention] | None:
    """The date line: a line that holds a date and little else, or a newswire's dateline."""
    found: list[tuple[EventDate, Reason, DateMention]] = []
    lead = _lead_start(known)
    for mention in known.dates:
        if not isinstance(mention.reading, Absolute | Yearless) or mention.reading.precision != "day":
            continue
        sentence = next((s for s in known.sentences if s.start <= mention.start < s.stop), None)
        if sentence is None or sentence.furniture:
            continue
        if _is_date_line(known, mention, sentence):
            why = Reason(f"the date line {mention.text!r}", mention.start, mention.stop)
        elif _is_dateline(known, mention, sentence):
            why = Reason(f"the dateline {mention.text!r}", mention.start, mention.stop)
        else:
            continue
        found.append((_in_any_year(mention), why, mention))
    # The line closest above the report is its own; those further up are banners of the page.
    above = [one for one in found if one[2].start <= lead]
    ordered = [*reversed(above), *(one for one in found if one not in above)]
    whole = [one for one in ordered if isinstance(one[2].reading, Absolute)]
    return next(iter(whole or ordered), None)


def _is_dateline(known: Understood, mention: DateMention, sentence: Sentence) -> bool:
    """A newswire's place and date in front of the first words."""
    before = known.text[sentence.start : mention.start]
    if _DATELINE.fullmatch(before):
        return True
    return bool(_PLACE.fullmatch(before) and _DATELINE_ENDS.match(known.text, mention.stop))


def _lead_start(known: Understood) -> int:
    """Where the report itself begins: its first line of prose."""
    prose = [s.start for s in known.sentences if not s.furniture and not s.headline and _is_prose(known, s)]
    return prose[0] + _DATE_LINE_LETTERS if prose else 0


def _is_prose(known: Understood, sentence: Sentence) -> bool:
    return known.text[sentence.start : sentence.stop].count(" ") >= _PROSE_BLANKS


def _is_date_line(known: Understood, mention: DateMention, sentence: Sentence) -> bool:
    """A line with a date and little else, or a date put before the first words of a paragraph."""
    line = [s for s in known.sentences if s.paragraph == sentence.paragraph]
    before = known.text[line[0].start : mention.start]
    rest = before + known.text[mention.stop : line[-1].stop]
    if len(_LETTERS.findall(rest)) <= _DATE_LINE_LETTERS:
        return True
    label = before.strip(" :\t").lower()
    glued = not label or label in known.prose.date_labels
    return glued and isinstance(mention.reading, Absolute)


def _agreed(
    printed: tuple[EventDate, Reason, DateMention] | None,
    lead: tuple[EventDate, Reason, DateMention] | None,
) -> tuple[EventDate, Reason, DateMention] | None:
    """The date line, narrowed by the lead where the line can be read in two ways ("10/01/2024")."""
    if printed is None or lead is None:
        return printed
    fit = ds.intersect(printed[0].spans, lead[0].spans)
    if not fit or fit == printed[0].spans:
        return printed
    return date_of_days(fit, basis="stated"), printed[1], printed[2]


def _lead(
    known: Understood, actions: Sequence[ActionMention]
) -> tuple[EventDate, Reason, DateMention] | None:
    """The day of the news in the lead: an official readout is of the day it tells of."""
    body = [s for s in known.sentences if not s.furniture and not s.headline]
    for sentence in body[:_LEAD_SENTENCES]:
        here = within(actions, sentence.start, sentence.stop)
        if not any(one.mood in ("happened", "ongoing") for one in here):
            continue
        for mention in within(known.dates, sentence.start, sentence.stop):
            reading = mention.reading
            if isinstance(reading, Absolute | Yearless) and reading.precision in ("day", "range"):
                why = Reason(f"the lead sentence tells of {mention.text!r}", mention.start, mention.stop)
                return _in_any_year(mention), why, mention
    return None


def _in_any_year(mention: DateMention) -> EventDate:
    """The date in every year it may be of: only those in which a printed weekday is right."""
    when = resolve_date(mention, ds.ANY)
    weekday = getattr(mention.reading, "weekday", None)
    if weekday is None or len(when.spans) == 1:
        return when
    fit = tuple(s for s in when.spans if s.first is not None and s.first.weekday() == weekday)
    return date_of_days(fit, basis=when.basis, wording=when.wording) if fit else when
