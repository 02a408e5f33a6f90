"""A date wording gets its days, seen from the days its text may have been written on.

The anchor is a set: two possible document dates give two possible yesterdays, each with its own.
Nothing is made more precise than the words: what cannot be known stays open, with the reason.
"""

from __future__ import annotations

from dataclasses import replace

from data_model import days as ds
from data_model.dates import EventDate, Reason, date_of_days
from data_model.days import Days
from data_model.edtf import UNKNOWN
from data_model.find.date_readings import Absolute, Hour, Relative, Vague, Weekday, Yearless
from data_model.find.dates import DateMention
from data_model.resolve.clock_steps import step_hours
from data_model.resolve.date_steps import step, weekdays_near
from data_model.resolve.date_years import complete_years, every_year, fitting_weekday, is_wide

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNTED_UNITS = ("month", "quarter", "half", "year", "decade", "century")
_LEAP_YEAR = 2000
_NO_DATE = {
    "duration": "a length of time, not a date",
    "set": "comes again and again, on no one day",
    "ancient": "before our era",
    "direction": "no particular day",
}
_SEASON_OF_MONTH = {3: "21", 6: "22", 9: "23", 12: "24"}


def resolve_date(
    mention: DateMention, anchor: Days = ds.ANY, *, tense: str | None = None, clock: str = ""
) -> EventDate:
    """What a wording means when read on one of the anchor's days.

    Args:
        mention: The wording. When its reading counts from the day told of (`reading.story`), the
            anchor to give is the narrative date; otherwise the document's.
        anchor: The days the text may have been written on; `days.ANY` when nothing is known.
        tense: "past" or "future" when the sentence shows it: it decides between two years and two Fridays.
        clock: The time of day at which the text was written: "four hours ago" may be the day before.

    Returns:
        The date; `XXXX-MM-DD` when only the year is unknown, unknown for a mere length of time.
    """
    reading = mention.reading
    if isinstance(reading, Absolute):
        return _absolute(mention, reading)
    if isinstance(reading, Yearless):
        return _yearless(mention, reading, anchor, tense)
    if isinstance(reading, Hour):
        reading = Relative("day", 0, 0, story=True)
    if isinstance(reading, Relative | Weekday | Vague):
        return _moving(mention, reading, anchor, tense, clock)
    return _unknown(mention, _NO_DATE[reading.kind])


def _because(mention: DateMention, why: str, entry: str = "") -> Reason:
    return Reason(why, mention.start, mention.stop, entry or None)


def _unknown(mention: DateMention, why: str, basis: str = "unknown", entry: str = "") -> EventDate:
    return EventDate(
        UNKNOWN, "unknown", basis, (_because(mention, f"“{mention.text}”: {why}", entry),), mention.text
    )


def _absolute(mention: DateMention, reading: Absolute) -> EventDate:
    why = [f"“{mention.text}” is printed", *([reading.note] if reading.note else [])]
    days = fitting_weekday(reading.days, reading.weekday) if reading.precision == "day" else reading.days
    if not days:
        days = reading.days
        why.append(f"the weekday printed with it, {_WEEKDAYS[reading.weekday or 0]}, does not fit")
    elif len(days) > 1 and reading.precision == "day":
        why.append("it can be read in more than one way")
    return date_of_days(
        days,
        basis="stated",
        precision=reading.precision,
        lasting=reading.lasting,
        approximate=reading.approximate,
        reasons=[_because(mention, one) for one in why],
        wording=mention.text,
    )


def _yearless(mention: DateMention, reading: Yearless, anchor: Days, tense: str | None) -> EventDate:
    notes = [_because(mention, reading.note)] if reading.note else []
    if not anchor or any(is_wide(span) for span in anchor):
        reason = _because(mention, f"“{mention.text}” is printed without a year, and nothing gives one")
        return EventDate(_any_year(reading), reading.precision, "stated", (reason, *notes), mention.text)
    days = complete_years(reading, anchor, tense)
    if not days:
        return _unknown(mention, "no such day in the years it may belong to", "completed")
    if reading.weekday is not None and not fitting_weekday(days, reading.weekday):
        notes.append(
            _because(mention, f"the weekday printed with it, {_WEEKDAYS[reading.weekday]}, does not fit")
        )
    why = f"“{mention.text}” without a year, completed from {_named(anchor)}"
    return date_of_days(
        days,
        basis="completed",
        precision=reading.precision,
        lasting=reading.lasting,
        approximate=reading.approximate,
        reasons=[_because(mention, why), *notes],
        wording=mention.text,
    )


def _any_year(reading: Yearless) -> str:
    """The EDTF value of a place in the calendar of any year."""
    window = reading.windows[0]
    days = reading.in_year(_LEAP_YEAR)
    first, last = (f"XXXX-{day:%m-%d}" if day else "" for day in (ds.earliest(days), ds.latest(days)))
    if not every_year(reading):
        return UNKNOWN
    if reading.precision == "season":
        return f"XXXX-{_SEASON_OF_MONTH[window.first_month]}"
    if len(reading.windows) > 1:
        months = {one.first_month for one in reading.windows} | {one.last_month for one in reading.windows}
        return f"XXXX-{months.pop():02}" if len(months) == 1 else UNKNOWN
    if reading.precision == "month":
        return f"XXXX-{window.first_month:02}"
    return first if first == last else f"{first}/{last}"


def _moving(
    mention: DateMention, reading: Relative | Weekday | Vague, anchor: Days, tense: str | None, clock: str
) -> EventDate:
    entry = "" if isinstance(reading, Weekday) else reading.entry
    if not anchor or any(span.first is None and span.last is None for span in anchor):
        return _unknown(mention, "counts from a day that is not known", "relative", entry)
    if isinstance(reading, Relative):
        return _relative(mention, reading, anchor, tense, clock)
    if isinstance(reading, Weekday):
        # "Until Friday" looks ahead unless the sentence says otherwise.
        ahead = "future" if mention.bound in ("until", "by") else None
        days, precision = weekdays_near(reading, anchor, tense or ahead), "day"
    else:
        days, precision = ds.union(*(_reach(reading, (span,)) for span in anchor)), None
    return _counted(mention, days, anchor, precision, entry)


def _reach(reading: Vague, days: Days) -> Days:
    """From `low` days after the first of the run to `high` days after its last."""
    moved_low, moved_high = (ds.shift(days, by * ds.DAY) for by in (reading.low, reading.high))
    return ds.between(ds.earliest(moved_low), ds.latest(moved_high))


def _relative(
    mention: DateMention, reading: Relative, anchor: Days, tense: str | None, clock: str
) -> EventDate:
    lasting = reading.lasting
    if reading.loose and tense == "past":
        # "Three tanks lost in two days": told in the past it is the stretch before, not a day ahead.
        reading, lasting = replace(reading, low=-reading.high, high=0, loose=False, lasting=True), True
    days = step_hours(reading, anchor, clock) or step(reading, anchor)
    exact = reading.low == reading.high and not reading.side and reading.share is None
    same = reading.from_day is not None
    about = reading.approximate or (
        not reading.whole and exact and not same and reading.unit in _COUNTED_UNITS
    )
    precision = "day" if same else _precision(reading) if exact or reading.share else None
    return _counted(mention, days, anchor, precision, reading.entry, lasting=lasting, about=about)


def _precision(reading: Relative) -> str | None:
    if reading.unit in ("minute", "hour", "moment"):
        return "day"
    if reading.unit in ("half", "fortnight", "weekend"):
        return {"half": "range"}.get(reading.unit, "week")
    if not reading.whole and reading.unit in ("decade", "century", "quarter"):
        return "month" if reading.unit == "quarter" else "year"
    return reading.unit


def _counted(  # noqa: PLR0913 - the facts of one value
    mention: DateMention,
    days: Days,
    anchor: Days,
    precision: str | None,
    entry: str = "",
    *,
    lasting: bool = False,
    about: bool = False,
) -> EventDate:
    if not days or days == ds.ANY:
        return _unknown(mention, "counts from a day that is not known", "relative", entry)
    return date_of_days(
        days,
        basis="relative",
        precision=precision,
        lasting=lasting,
        approximate=about,
        reasons=[_because(mention, f"“{mention.text}” counted from {_named(anchor)}", entry)],
        wording=mention.text,
    )


def _named(anchor: Days) -> str:
    """The anchor in words for a person."""
    date = date_of_days(anchor, basis="unknown")
    return date.edtf if len(anchor) <= 3 else f"{len(anchor)} possible dates"  # noqa: PLR2004
