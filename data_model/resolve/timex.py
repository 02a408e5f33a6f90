"""The TIMEX3 value of a date wording: what annotated corpora and other readers of time write.

`1998-01-08`, `1998-W02`, `1998-01-08TEV`, `199`, `1998-Q3` are points in time; `P3D` is a length;
`XXXX-WXX-1` comes again and again; `PAST_REF` says only which way to look.
"""

from __future__ import annotations

from datetime import date

from data_model import days as ds
from data_model.days import Days, Span
from data_model.find.date_readings import (
    Absolute,
    Ancient,
    Direction,
    Duration,
    Hour,
    Reading,
    Relative,
    Repeated,
    Vague,
    Weekday,
    Yearless,
)
from data_model.resolve.narration import ToldDate

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
# How a length is written, and how many of them the unit is.
_PERIODS = {
    "moment": ("PT{}S", 1),
    "minute": ("PT{}M", 1),
    "hour": ("PT{}H", 1),
    "day": ("P{}D", 1),
    "week": ("P{}W", 1),
    "fortnight": ("P{}W", 2),
    "weekend": ("P{}WE", 1),
    "month": ("P{}M", 1),
    "quarter": ("P{}Q", 1),
    "half": ("P{}M", 6),
    "year": ("P{}Y", 1),
    "decade": ("P{}DE", 1),
    "century": ("P{}CE", 1),
}
_HALVES = {"year": "6M", "day": "T12H", "hour": "30M", "minute": "30S"}
_OPEN = {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX"}
_ANCIENT = {1: "BC{:04}", 10: "BC{:03}", 100: "BC{:02}"}
_DAY, _QUARTER_LONG, _HALF_YEAR = "XXXX-XX-XX", (90, 92), 150


def timex_of(told: ToldDate) -> tuple[str, str]:
    """The TIMEX3 value and kind (DATE, TIME, DURATION or SET) of a resolved wording."""
    clock, reading = told.mention.clock, told.mention.reading
    if isinstance(reading, Repeated):
        return _again(reading, clock), "SET"
    if isinstance(reading, Duration):
        return period(reading.unit, reading.low, reading.high, half=reading.half), "DURATION"
    if isinstance(reading, Absolute | Yearless) and reading.counted:
        unit, count = reading.counted
        return period(unit, count, count), "DURATION"
    if isinstance(reading, Relative) and (length := _length_of(reading, told.tense)):
        return length, "DURATION"
    value = _direction_of(reading) or _before_our_era(told) or _point(told)
    if clock and (value == _DAY or value[-3:-2] == "-"):
        return f"{value}T{clock}", "TIME"
    return value, "DATE"


def _length_of(reading: Relative, tense: str | None) -> str:
    """The length a wording that counts from a day speaks of; "" when it means a point."""
    if reading.lasting or (reading.loose and tense == "past"):
        count = max(abs(reading.low), abs(reading.high))
        many = reading.many or 0 != reading.low != reading.high != 0
        return period(reading.unit, 0 if many else count, count + 2 * many)
    if _is_hazy(reading) and (reading.many or not reading.story) and reading.low >= 0:
        return period(reading.unit, 1, 9)
    return ""


def _direction_of(reading: Reading) -> str:
    """Which way a wording without a day looks; "" when it means a point."""
    if isinstance(reading, Ancient):
        return _ancient(reading)
    if isinstance(reading, Hour) and not reading.story:
        return _DAY
    if isinstance(reading, Vague):
        return _REFERENCES[0 if reading.low < 0 < reading.high else reading.direction]
    if isinstance(reading, Direction) or (isinstance(reading, Relative) and _is_hazy(reading)):
        return _REFERENCES[reading.direction]
    return ""


def period(unit: str, low: int, high: int, *, half: bool = False) -> str:
    """A length in TIMEX3: `P3D`, `PT2H`, `P2Y6M`; `PXD` when the text does not say how many."""
    shape, size = _PERIODS[unit]
    if low < high - 1:
        return shape.format("X")
    if half and unit in _HALVES:
        return shape.format(low * size) + _HALVES[unit]
    return shape.format(f"{low * size}.5" if half else low * size)


def _again(reading: Repeated, clock: str) -> str:
    if reading.weekday is not None:
        return f"XXXX-WXX-{reading.weekday + 1}" + (f"T{clock}" if clock else "")
    if reading.season is not None:
        return f"XXXX-{_SEASON_CODES[reading.season]}"
    if reading.month is not None:
        return f"XXXX-{reading.month:02}"
    return f"{_DAY}T{clock}" if clock else period(reading.unit, reading.count, reading.count)


def _ancient(reading: Ancient) -> str:
    size = reading.size
    value = _ANCIENT[size].format(reading.year // size if size == 10 else reading.year)  # noqa: PLR2004
    return value if reading.month is None else f"{value}-{reading.month:02}"


def _before_our_era(told: ToldDate) -> str:
    """What counts from a year before our era; "" for anything else."""
    reading, era = told.mention.reading, told.era
    if not era:
        return ""
    if isinstance(reading, Relative) and reading.unit == "year" and reading.story:
        return _ANCIENT[1].format(max(era - reading.low, 1))
    if not isinstance(reading, Yearless):
        return ""
    year, month, day = _ANCIENT[1].format(era), reading.month, reading.day
    if reading.precision == "season":
        return f"{year}-{_SEASONS[month]}"
    return f"{year}-{month:02}" + (f"-{day:02}" if reading.precision == "day" else "")


def _is_hazy(reading: Relative) -> bool:
    """As in "recent years", "several years ago": no one can tell which."""
    few = max(abs(reading.low), abs(reading.high)) > 1 and abs(reading.high - reading.low) > 1
    return few and not reading.lasting and not reading.side


def _point(told: ToldDate) -> str:
    """The value of a point in time, as precise as its words."""
    reading, when = told.mention.reading, told.when
    if when.edtf.startswith("XXXX"):
        return _open_point(reading, when.edtf)
    span = _nearest(when.spans, told.anchor)
    if span.first is None or span.last is None:
        return _open_point(reading, _DAY)
    if isinstance(reading, Relative) and reading.unit == "year" and not reading.whole:
        quarter = _quarter_of(told.anchor)
        if quarter and reading.low == reading.high:
            return f"{span.first.year:04}-Q{quarter}"
    weekend = isinstance(reading, Relative) and reading.unit == "weekend"
    unit = reading.unit if isinstance(reading, Relative) and reading.side else when.precision
    return _written(unit, span.first, span.last) + "-WE" * weekend


def part_of(told: ToldDate, index: int) -> str:
    """The value of one end of a range or one member of a list."""
    parts, when = told.mention.parts, told.when
    part = parts[index]
    if isinstance(told.mention.reading, Ancient):
        return _ANCIENT[1].format(part.number)
    first, last = when.earliest, when.latest
    if first is None or last is None:
        ends = when.edtf.split("/")
        return ends[min(index, len(ends) - 1)]
    if 0 < index < len(parts) - 1:  # the ends are known by their days, what stands between by its number
        first = first.replace(year=part.number) if part.unit == "year" else first.replace(day=part.number)
    elif index:
        first = last
    return _written(part.unit, first, first)


def _nearest(days: Days, anchor: Days) -> Span:
    """The alternative closest to the day it is counted from."""
    seen = ds.latest(anchor)
    if seen is None or len(days) == 1:
        return days[0]
    return min(days, key=lambda span: abs(((span.first or ds.FIRST) - seen).days))


def _quarter_of(anchor: Days) -> int:
    first, last = ds.earliest(anchor), ds.latest(anchor)
    if first is None or last is None or not _QUARTER_LONG[0] <= (last - first).days + 1 <= _QUARTER_LONG[1]:
        return 0
    return (first.month + 2) // 3


def _open_point(reading: Reading, edtf: str) -> str:
    if isinstance(reading, Weekday):
        return f"XXXX-WXX-{reading.day + 1}"
    if isinstance(reading, Yearless):
        return edtf
    return _OPEN.get(reading.unit, _DAY) if isinstance(reading, Relative) else _DAY


def _written(unit: str, first: date, last: date) -> str:
    match unit:
        case "century":
            return f"{first.year // 100:02}"
        case "decade":
            return f"{first.year // 10:03}"
        case "year":
            return f"{first.year:04}"
        case "week" | "weekend":
            iso = (first + (last - first) / 2).isocalendar()
            return f"{iso.year:04}-W{iso.week:02}"
        case _:
            return _within_year(unit, first, last)


def _within_year(unit: str, first: date, last: date) -> str:
    match unit:
        case "season":
            return f"{first.year:04}-{_SEASONS.get(first.month, 'XX')}"
        case "quarter":
            return f"{first.year:04}-Q{(first.month + 2) // 3}"
        case "range" if (last - first).days > _HALF_YEAR:
            return f"{first.year:04}-H{1 + (first.month > 6)}"  # noqa: PLR2004
        case "month":
            return f"{first.year:04}-{first.month:02}"
        case _:
            return first.isoformat()
