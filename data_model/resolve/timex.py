"""The TIMEX3 value of a date wording: what annotated corpora and other readers of time write.

`1998-01-08`, `1998-W02`, `1998-01-08TEV`, `199`, `1998-Q3` are points in time; `P3D` is a length;
`XXXX-WXX-1` comes again and again; `PAST_REF` says only which way to look.
"""

from __future__ import annotations

from datetime import date

from data_model.dates import EventDate
from data_model.find.date_readings import Duration, Reading, Relative, Vague, Weekday, Yearless
from data_model.find.dates import DateMention

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_PERIODS = {
    "moment": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "week": "P{}W",
    "fortnight": "P{}W",
    "weekend": "P{}WE",
    "month": "P{}M",
    "quarter": "P{}Q",
    "half": "P{}M",
    "year": "P{}Y",
    "decade": "P{}DE",
    "century": "P{}CE",
}
_TIMES = {"fortnight": 2, "half": 6}  # periods told in another unit
_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_OPEN = {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX"}


def timex_of(mention: DateMention, when: EventDate) -> tuple[str, str]:
    """The TIMEX3 value and kind (DATE, TIME, DURATION or SET) of a wording with its resolved date."""
    reading = mention.reading
    if isinstance(reading, Duration):
        return period(reading.unit, reading.low, reading.high), "DURATION"
    if isinstance(reading, Vague) or (isinstance(reading, Relative) and _is_hazy(reading)):
        return _REFERENCES[_way(reading)], "DATE"
    if isinstance(reading, Relative) and reading.lasting:
        return period(reading.unit, 0, reading.high - reading.low), "DURATION"
    days = when.spans
    first = days[0].first if days and not when.edtf.startswith("XXXX") else None
    return _point(reading, first, when) if first else _open_point(reading, when), "DATE"


def _way(reading: Vague | Relative) -> int:
    return reading.direction if isinstance(reading, Relative) or not reading.low < 0 < reading.high else 0


def _is_hazy(reading: Relative) -> bool:
    return reading.low != reading.high and not reading.lasting and reading.unit != "day"


def period(unit: str, low: int, high: int) -> str:
    """A length in TIMEX3: `P3D`, `PT2H`; `PXD` when the text does not say how many."""
    shape = _PERIODS[unit]
    return shape.format(high * _TIMES.get(unit, 1) if low in (high, 0) else "X")


def _open_point(reading: Reading, when: EventDate) -> str:
    if isinstance(reading, Weekday):
        return f"XXXX-WXX-{reading.day + 1}"
    if isinstance(reading, Yearless):
        return when.edtf
    return _OPEN.get(reading.unit, "XXXX-XX-XX") if isinstance(reading, Relative) else "XXXX-XX-XX"


def _point(reading: Reading, first: date, when: EventDate) -> str:
    match when.precision:
        case "century":
            return f"{first.year // 100:02}"
        case "decade":
            return f"{first.year // 10:03}"
        case "year":
            return f"{first.year:04}"
        case "season":
            return f"{first.year:04}-{_SEASONS.get(first.month, 'XX')}"
        case "quarter":
            return f"{first.year:04}-Q{(first.month + 2) // 3}"
        case "month":
            return f"{first.year:04}-{first.month:02}"
        case "week":
            iso = first.isocalendar()
            weekend = isinstance(reading, Relative) and reading.unit == "weekend"
            return f"{iso.year:04}-W{iso.week:02}" + "-WE" * weekend
        case _:
            return first.isoformat()
