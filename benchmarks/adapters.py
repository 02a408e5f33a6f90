"""Our product in the shape the public scorers ask for: one function for each."""

from __future__ import annotations

from datetime import date

from data_model import find_dates


def dates(text: str, dct: str | None) -> list[tuple[int, int, str, str]]:
    """Expressions of time: start, stop, TIMEX3 value, kind. `dct` is the day the text was written."""
    written = date.fromisoformat(dct[:10]) if dct else None
    return [(one.start, one.stop, one.value, one.kind) for one in find_dates(text, written)]
