"""Every expression of time in a text, with its meaning: the dates of Dateline without the events.

The same finding and resolving that `normalize` uses, for whoever needs nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data_model import days as ds
from data_model.find.dates import find_dates as find_mentions
from data_model.read.languages import read_language
from data_model.resolve.narration import tell_dates
from data_model.resolve.timex import timex_of


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words of a text that speak of time, and what they mean.

    Attributes:
        start: Offset of the first character.
        stop: Offset behind the last character.
        text: The words.
        edtf: The days they may mean, as EDTF; `XXXX-XX-XX` when nothing tells, or for a mere length.
        value: The TIMEX3 value: `1998-01-08`, `1998-W02`, `P3D`, `XXXX-WXX-1`, `PAST_REF` …
        kind: DATE · TIME · DURATION · SET.
    """

    start: int
    stop: int
    text: str
    edtf: str
    value: str
    kind: str


def find_dates(
    text: str, written: date | None = None, language: str | None = None
) -> tuple[TimeExpression, ...]:
    """Every expression of time in a text, in order.

    Args:
        text: The text.
        written: The day it was written on, from which "yesterday" counts; None when it is not known.
        language: ISO 639-1 of the text; read off its letters when not given.
    """
    anchor = ds.one_day(written) if written else ds.ANY
    found = []
    mentions = find_mentions(text, language or read_language(text))
    for told in tell_dates(text, mentions, anchor):
        mention, when = told.mention, told.when
        value, kind = timex_of(mention, when)
        found.append(TimeExpression(mention.start, mention.stop, mention.text, when.edtf, value, kind))
    return tuple(found)
