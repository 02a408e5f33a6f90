"""What a word in front makes of a date: "since 2014" is 2014 and all behind, "before 2014" ends with 2013."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from data_model import days as ds
from data_model.dates import EventDate

_SINCE, _BEHIND, _UP_TO = ("since",), ("after",), ("until", "by")
_YEAR, _MONTH = 4, 7  # signs of "2014" and of "2014-06"


def bounded(when: EventDate, bound: str) -> EventDate:
    """The date as an open interval of EDTF, where the wording says so.

    Args:
        when: The date by itself.
        bound: since · until · before · after · by, as `DateMention.bound` tells it; "" for none.

    Returns:
        `2014/..` since, `../2014` until and by, `../2013` before, `2015/..` after 2014; the date
        itself without a bound, and when an end is not known.
    """
    first, last = when.earliest, when.latest
    if not bound or first is None or last is None:
        return when
    plain = len(when.spans) == 1 and not set("[/X") & set(when.edtf)
    begins, ends = (when.edtf, when.edtf) if plain else (first.isoformat(), last.isoformat())
    size = len(when.edtf.rstrip("~?%")) if plain else 0
    if bound in _SINCE:
        value = f"{begins}/.."
    elif bound in _UP_TO:
        value = f"../{ends}"
    elif bound in _BEHIND and last < ds.LAST:
        value = f"{_named(last + ds.DAY, size)}/.."
    elif bound not in _BEHIND and first > ds.FIRST:
        value = f"../{_named(first - ds.DAY, size)}"
    else:
        return when
    return replace(when, edtf=value, precision="open")


def _named(day: date, size: int) -> str:
    """The day, or the month or year beside the one that was told: before 2014 is 2013."""
    return day.isoformat()[:size] if size in (_YEAR, _MONTH) else day.isoformat()
