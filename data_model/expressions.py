"""Every expression of time in a text, with its meaning: the dates of Dateline without the events.

The same finding and resolving that `normalize` uses, for whoever needs nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data_model import days as ds
from data_model.find.date_edges import find_edges
from data_model.find.date_readings import Vague
from data_model.find.dates import find_expressions
from data_model.read.languages import reading_language
from data_model.resolve.bounds import bounded
from data_model.resolve.narration import ToldDate, tell_dates
from data_model.resolve.timex import part_of, timex_of


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words of a text that speak of time, and what they mean.

    Attributes:
        start: Offset of the first character.
        stop: Offset behind the last character.
        text: The words.
        edtf: The days they may mean, as EDTF; `XXXX-XX-XX` when nothing tells, or for a mere length.
            Behind "since", "until", "by", "before" and "after" an open interval: `2014/..`.
        value: The TIMEX3 value: `1998-01-08`, `1998-W02`, `P3D`, `XXXX-WXX-1`, `PAST_REF` …; for a
            range its two ends with a slash, for a list its members with commas.
        kind: DATE · TIME · DURATION · SET.
        parts: The ends of a range or the members of a list, each an expression of its own.
    """

    start: int
    stop: int
    text: str
    edtf: str
    value: str
    kind: str
    parts: tuple[TimeExpression, ...] = ()


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
    mentions = find_expressions(text, language or reading_language(text))
    told = tell_dates(text, mentions, anchor)
    return tuple(_expression(text, one) for one in told if not _is_past_soon(one))


def _is_past_soon(told: ToldDate) -> bool:
    """As in "soon brought up 30,000 men": told in the past it is no future."""
    reading = told.mention.reading
    return isinstance(reading, Vague) and reading.direction > 0 and told.tense == "past"


def _expression(text: str, told: ToldDate) -> TimeExpression:
    start, stop = find_edges(text, told.mention)
    parts = tuple(_part(text, told, index) for index in range(len(told.mention.parts)))
    if parts:
        sign = "/" if len(parts) == 2 else ","  # noqa: PLR2004
        value, kind = sign.join(part.value for part in parts), "DATE"
    else:
        value, kind = timex_of(told)
    when = bounded(told.when, told.mention.bound)
    return TimeExpression(start, stop, text[start:stop], when.edtf, value, kind, parts)


def _part(text: str, told: ToldDate, index: int) -> TimeExpression:
    part, value = told.mention.parts[index], part_of(told, index)
    return TimeExpression(part.start, part.stop, text[part.start : part.stop], value, value, "DATE")
