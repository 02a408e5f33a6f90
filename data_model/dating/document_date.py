"""When a text was written: printed dates first, then every clue that narrows what they leave open.

Dating is constraint solving: each clue is a set of days with a reason (`constraints.py` says what they
leave); a clue that contradicts what stands is kept as a reason and said to contradict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from data_model import days as ds
from data_model.dates import EventDate, Reason, date_of_days
from data_model.dating.chronologies import find_entries
from data_model.dating.clue_kinds import find_clues
from data_model.dating.clues import Clue, ClueKind, Printed, Understood
from data_model.dating.constraints import narrow
from data_model.dating.date_lines import find_printed, resolve_printed
from data_model.dating.likely import choose_likely
from data_model.dating.page_clues import PageDate, find_page_date
from data_model.days import Days
from data_model.find.actions import ActionMention

# The clock of a page is seldom read longer behind the report.
_CLOCK = 120
# A line without a year that is of these days behind its page, no nearer one, tells of what is to come.
_SOON, _NEXT_DAY = 62, 1
# A term of office is not spoken of so long before it begins.
_LONG_BEFORE = 60
# A date line that the page does not call its own is rather that of a report whose offices we know wrongly.
_AGES_BEFORE = 3650
# A report is not put on its page so long after what it tells of as planned.
_YEAR = 366
# A day that may be of more years than this is of any year: the day of reading does not help.
_MOST_YEARS = 60
# Nor does its weekday: so many years are no answer.
_TOO_MANY = 30


@dataclass(frozen=True, slots=True)
class Dating:
    """When a text was written, and how that is known.

    Attributes:
        when: The date.
        clues: What the text and what stands beside it say about it.
        entries: Where the dates begin that open the lines of a chronology.
        clock: The time of day printed with it, as `DateMention.clock` has it; "" for none.
    """

    when: EventDate
    clues: tuple[Clue, ...]
    entries: frozenset[int]
    clock: str = ""


def resolve_document_date(
    known: Understood, actions: Sequence[ActionMention], as_of: date | None = None
) -> Dating:
    """The date of a document, with what it was weighed by.

    Args:
        known: What is understood of the text so far, and the document with what may be used of it.
        actions: Its actions: a lead date belongs to one.
        as_of: The day it was read; nothing is read before it is written.
    """
    known = replace(known, entries=find_entries(known))
    known = replace(known, printed=tuple(find_printed(known)))
    page = find_page_date(known)
    told = list(find_clues(known))
    printed, limits = resolve_printed(known, actions, page.written if page and page.exact else ds.ANY)
    printed, more = _believed(printed, page, told)
    days, basis, reasons = _start(printed, page)
    # The day of reading bounds what is known; it is no knowledge by itself.
    read = _read_on(as_of) if as_of is not None and len(days) <= _MOST_YEARS else []
    clues = [*(page.clues if page else ()), *limits, *more, *read, *told]
    narrowed, why = narrow(days, clues)
    reasons.extend(why)
    if as_of is not None and not read and narrowed != ds.ANY:
        narrowed, why = narrow(narrowed, _read_on(as_of))
        reasons.extend(why)
    if narrowed in (ds.ANY, ds.between(None, as_of)):
        dates = "none of its dates" if known.dates else "no date is printed and nothing in the text"
        nothing = Reason(f"{dates} tells when it was written")
        return Dating(
            replace(_unknown_but_read(as_of), reasons=(*reasons, nothing)), tuple(clues), known.entries
        )
    if printed is not None and not printed.whole and len(narrowed) > _TOO_MANY:
        narrowed = days
    if narrowed != days and (printed is None or len(narrowed) > 1):
        basis = "inferred"
    wording = printed.mention.text if printed is not None else ""
    found = date_of_days(narrowed, basis=basis, reasons=reasons, wording=wording)
    clock = printed.mention.clock if printed is not None else ""
    return Dating(replace(found, likely=choose_likely(narrowed, clues)), tuple(clues), known.entries, clock)


def _unknown_but_read(as_of: date | None) -> EventDate:
    """Nothing is known but that it was read: no more than the upper bound."""
    return EventDate() if as_of is None else date_of_days(ds.between(None, as_of), basis="unknown")


def _read_on(as_of: date) -> list[Clue]:
    why = Reason(f"it was read on {as_of.isoformat()}, so not written later")
    return [Clue(ds.between(None, as_of), why, ClueKind.READ)]


def _start(printed: Printed | None, page: PageDate | None) -> tuple[Days, str, list[Reason]]:
    """The days to narrow: those printed, else the day of the page, else any."""
    if printed is not None:
        return printed.days, "stated" if printed.whole else "completed", [printed.reason]
    if page is not None and page.exact:
        return page.days, "publication", [page.reason]
    return ds.ANY, "unknown", []


def _believed(
    printed: Printed | None, page: PageDate | None, told: Sequence[Clue]
) -> tuple[Printed | None, list[Clue]]:
    """The printed date, unless what is known better makes it the clock of a page or another day's news."""
    if printed is None:
        return None, []
    if printed.kind == "line" and any(_is_long_before(printed, clue) for clue in told):
        return None, []  # of a time before the offices the report names
    if printed.kind == "line" and not printed.whole and page is not None and page.exact:
        soon = ds.widen(page.days, 0, _SOON)
        written = ds.widen(page.days, _SOON, _NEXT_DAY)
        if ds.overlap(printed.days, soon) and not ds.overlap(printed.days, written):
            return None, []  # "Kazakhstan votes on 5 April", on a page of March
    if printed.kind == "line" and printed.whole:
        first = ds.earliest(printed.days)
        today = [ds.intersect(clue.days, printed.before(_CLOCK)) for clue in told if clue.today]
        known = [days for days in today if days] + ([page.written] if page else [])
        ends = [last for days in known if (last := ds.latest(days)) is not None]
        if first is not None and any(last < first for last in ends):
            return None, [printed.bounds("is a date of the page, not of the report")]
    if printed.kind == "line" and not printed.labelled and any(_is_later(printed, clue) for clue in told):
        return None, [printed.bounds("is a date of the page: offices or plans it tells of were long past")]
    if printed.kind == "lead" and any(_is_older(printed, clue) for clue in told):
        return None, []  # the first of several days a history tells of
    if printed.kind == "lead" and page is not None and page.exact:
        return None, []  # the lead tells of the day of its news, the page when it was made
    return printed, []


def _is_later(printed: Printed, clue: Clue) -> bool:
    """Whether somebody named had lost the office before the printed day, or a plan was for a year before."""
    last, first = ds.latest(clue.days), ds.earliest(printed.days)
    if not printed.whole or last is None or first is None:
        return False
    past = (first - last).days
    return (clue.kind is ClueKind.IN_OFFICE and past > 0) or (clue.kind is ClueKind.PLANNED and past > _YEAR)


def _is_older(printed: Printed, clue: Clue) -> bool:
    """Whether the report tells of a later day as past, or says how many years ago the printed one was."""
    told = clue.kind in (ClueKind.PAST, ClueKind.COUNTED)
    return told and printed.whole and not ds.overlap(printed.days, clue.days)


def _is_long_before(printed: Printed, clue: Clue) -> bool:
    """Whether somebody is named with an office that was held only later."""
    last, first = ds.latest(printed.days), ds.earliest(clue.days)
    if clue.kind is not ClueKind.IN_OFFICE or last is None or first is None:
        return False
    return (first - last).days > (_LONG_BEFORE if printed.labelled else _AGES_BEFORE)
