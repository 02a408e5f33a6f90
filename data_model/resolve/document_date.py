"""When a text was written: printed dates first, then every clue that narrows what they leave open.

Dating is constraint solving: each clue is a set of days with a reason; the sets are intersected in
order of strength; a clue that contradicts what stands is kept as a reason and said to contradict.
The publication date given beside a text is never used unless the reader asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data_model import days as ds
from data_model.dates import EventDate, Reason, date_of_days
from data_model.days import Days
from data_model.find.actions import ActionMention
from data_model.resolve.clue_kinds import find_clues
from data_model.resolve.clues import Clue, Understood
from data_model.resolve.date_lines import resolve_printed

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
    printed, limits = resolve_printed(known, actions)
    days: Days = ds.ANY
    reasons: list[Reason] = []
    basis = "unknown"
    wording = ""
    if printed is not None:
        days, wording = printed.days, printed.mention.text
        basis = "stated" if printed.whole else "completed"
        reasons.append(printed.reason)
    narrowed, why = _narrow(days, [*limits, *find_clues(known)])
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
