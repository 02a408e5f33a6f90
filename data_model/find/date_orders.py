"""Whether 12/04/2023 is 12 April or December 4: what the other figures of the same text say."""

from __future__ import annotations

import re
from dataclasses import replace

from data_model.find.date_readings import Absolute, Reading

_FIGURES = re.compile(r"(?<![\w/.-])(\d\d?)[/-](\d\d?)[/-](?:\d{4}|\d\d)(?![\d/-])")
_MONTHS = 12


def read_order(text: str) -> str:
    """Which of day and month stands first in the figures that leave no doubt; "" when they disagree."""
    pairs = [(int(found[1]), int(found[2])) for found in _FIGURES.finditer(text)]
    day_first = any(one > _MONTHS >= two for one, two in pairs)
    month_first = any(two > _MONTHS >= one for one, two in pairs)
    return "" if day_first == month_first else "day" if day_first else "month"


def settle_order(wording: str, reading: Reading, order: str) -> Reading:
    """The reading of an all-figures date in the order its text writes them."""
    found = _FIGURES.search(wording)
    if found is None or not isinstance(reading, Absolute) or not order or len(reading.days) == 1:
        return reading
    day = int(found[1] if order == "day" else found[2])
    days = tuple(span for span in reading.days if span.first is not None and span.first.day == day)
    return replace(reading, days=days or reading.days)
