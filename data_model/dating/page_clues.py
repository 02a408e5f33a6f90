"""Clues from beside the text: its publication date and the address of the page."""

from __future__ import annotations

from dataclasses import dataclass

from data_model import days as ds
from data_model.dates import EventDate, Reason
from data_model.dating.clues import Clue, ClueKind, Understood
from data_model.dating.date_lines import in_any_year
from data_model.days import Days
from data_model.find.addresses import find_address_date
from data_model.find.date_readings import Absolute, Yearless

# A report is put on its page when it is written or some days after; the night may lie between.
_LATE, _EARLY = 4, 1
# What has no year is told within a year of its page.
_YEAR = 366
# A day printed so far from that of the address is of another time of its page.
_APART = 62


@dataclass(frozen=True, slots=True)
class PageDate:
    """When the page of a report was made.

    Attributes:
        days: The days.
        why: What says so.
        exact: Whether it tells the day, not only the month or year.
    """

    days: Days
    why: str
    exact: bool

    @property
    def written(self) -> Days:
        """The days on which the report was then written."""
        return ds.widen(self.days, _LATE, _EARLY)

    @property
    def reason(self) -> Reason:
        """What it rests on."""
        return Reason(self.why)

    @property
    def clues(self) -> tuple[Clue, ...]:
        """Written just before its page was made, at least within the year before."""
        lately = Clue(self.written, self.reason, ClueKind.PAGE)
        within = Clue(
            ds.widen(self.days, _YEAR, _EARLY), Reason(f"{self.why}: written no later"), ClueKind.PAGE
        )
        return lately, within


def find_page_date(known: Understood) -> PageDate | None:
    """The publication date given beside the text, else what the address tells."""
    document = known.document
    if document.published is not None:
        when = EventDate(document.published_edtf)
        why = f"published on {when.edtf}, as is given beside the text"
        return PageDate(when.spans, why, exact=_is_one_day(when.spans))
    found = find_address_date(document.url) if document.url else None
    if found is None:
        return None
    why = f"its address tells when it was published: {found.text!r}"
    if later := _printed_elsewhere(known, found.days):
        why = f"its address tells when it was begun: {found.text!r}; {later!r} stands on it, too"
        return PageDate(ds.between(ds.earliest(found.days), None), why, exact=False)
    return PageDate(found.days, why, exact=found.precision == "day")


def _printed_elsewhere(known: Understood, days: Days) -> str:
    """A day of the page's own that is not of the time in its address: it was kept up to date; "" for none."""
    about, first = ds.widen(days, _APART, _APART), ds.earliest(days)
    own = [one.mention for one in known.printed if one.kind in ("line", "changed")]
    entries = [one for one in known.dates if one.start in known.entries]
    for one in (*own, *entries):
        yearless = isinstance(one.reading, Yearless) and one.reading.precision == "day"
        if yearless and not ds.overlap(in_any_year(one), about):
            return one.text
    for one in entries:
        whole = ds.earliest(one.reading.days) if isinstance(one.reading, Absolute) else None
        if whole is not None and first is not None and (whole - first).days > _APART:
            return one.text
    return ""


def _is_one_day(days: Days) -> bool:
    return len(days) == 1 and days[0].first == days[0].last
