"""EventDate: when something happened, and what is not known about it; its value is EDTF."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from data_model import days as ds
from data_model.days import Days
from data_model.edtf import UNKNOWN, days_of_edtf, edtf_of_days, precision_of
from data_model.errors import DateError

BASES = ("stated", "completed", "relative", "inferred", "publication", "unknown")
PRECISIONS = (
    "day", "range", "week", "month", "season", "quarter", "year", "decade", "century", "open", "unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a date is what it is.

    Attributes:
        why: A sentence for a person.
        start: Offset of the words it came from, None for a reason outside the text.
        stop: Offset behind those words.
        entry: The knowledge entry it rests on, as `file:key`, or None.
    """

    why: str
    start: int | None = None
    stop: int | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Likely:
    """The best guess among the days a date allows; it never narrows the date itself.

    Attributes:
        edtf: A day, month or year of those that remain.
        share: How often such a guess is right, 0 to 1, measured on documents it was not fitted on.
    """

    edtf: str
    share: float


@dataclass(frozen=True, slots=True)
class EventDate:
    """A date with its doubt.

    Attributes:
        edtf: The value; `earliest`, `latest` and `spans` follow from it.
        precision: The size of one alternative: day, range (it lasted), month, … open, unknown.
        basis: stated · completed (year or month from context) · relative · inferred ·
            publication (only when asked for) · unknown.
        reasons: What it rests on, in order.
        wording: The words of the text that gave it, "" when there are none.
        likely: The best guess among what remains; None when nothing speaks for one, or one day remains.
    """

    edtf: str = UNKNOWN
    precision: str = "unknown"
    basis: str = "unknown"
    reasons: tuple[Reason, ...] = ()
    wording: str = ""
    likely: Likely | None = None

    @property
    def spans(self) -> Days:
        """Every day the date allows, as a set of days."""
        return days_of_edtf(self.edtf)

    @property
    def earliest(self) -> date | None:
        """The first possible day, None when unbounded."""
        return None if self.edtf.startswith("XXXX") else ds.earliest(self.spans)

    @property
    def latest(self) -> date | None:
        """The last possible day, None when unbounded."""
        return None if self.edtf.startswith("XXXX") else ds.latest(self.spans)

    @property
    def placed(self) -> bool:
        """Whether it can stand on a time axis: one bounded run of days, no guess among several."""
        return len(self.spans) == 1 and self.earliest is not None and self.latest is not None

    @property
    def approximate(self) -> bool:
        """Whether the value carries an EDTF qualifier of doubt."""
        return any(sign in self.edtf for sign in "?~%")

    def because(self, *reasons: Reason) -> EventDate:
        """The same date with further reasons."""
        return replace(self, reasons=(*self.reasons, *reasons))

    def overlaps(self, other: EventDate) -> bool:
        """Whether both can be true of one day."""
        return ds.overlap(self.spans, other.spans)

    def contains(self, day: date) -> bool:
        """Whether the date allows that day."""
        return ds.contains(self.spans, day)

    def before(self, other: EventDate) -> bool:
        """Whether it is surely over before the other begins; unknown bounds are never sure."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest


def date_of_days(  # noqa: PLR0913 - the six facts of one value
    days: Days,
    *,
    basis: str,
    precision: str | None = None,
    lasting: bool = False,
    approximate: bool = False,
    reasons: Iterable[Reason] = (),
    wording: str = "",
) -> EventDate:
    """The EventDate of a set of days.

    Args:
        days: The days allowed.
        basis: One of `BASES`.
        precision: One of `PRECISIONS`; read off the set when not given.
        lasting: Whether a run means that it lasted, not that the day in it is unknown.
        approximate: Whether to mark the value `~`; of a run its end.
        reasons: What it rests on.
        wording: The words that gave it.

    Raises:
        DateError: If the set is empty: contradicting clues are the caller's to settle.
    """
    if not days:
        msg = "an empty set of days is no date: the clues contradict each other"
        raise DateError(msg)
    edtf = edtf_of_days(days, lasting=lasting)
    if approximate and edtf[0] != "[" and not edtf.startswith("XXXX"):
        edtf += "~"
    return EventDate(edtf, precision or precision_of(edtf), basis, tuple(reasons), wording)
