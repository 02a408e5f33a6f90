"""Reasons for a date as a person writes them: days in words, the text's own words as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard import labels
from dashboard.days_in_words import date_in_words

_QUOTED = re.compile("(“[^”]*”|'[^']*')")
_DAYS = re.compile(r"\[[\d.,X-]+\]|\b\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?")


def plain_reason(why: str) -> str:
    """A reason as a person writes it: days in words, the text's own words as they are."""

    def worded(found: re.Match[str]) -> str:
        told = date_in_words(found[0])
        return f"a day {told}" if told.startswith("between") else told

    return "".join(part if n % 2 else _DAYS.sub(worded, part) for n, part in enumerate(_QUOTED.split(why)))


def written_because(when: str, reasons: Sequence[str]) -> str:
    """Why the report an event counts its days from is of its day."""
    told = "; ".join(map(plain_reason, reasons))
    return labels.WRITTEN_BECAUSE.format(date=date_in_words(when), reasons=told)
