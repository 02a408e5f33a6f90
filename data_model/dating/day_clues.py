"""Clues from the days the first sentences tell of: news is written soon after what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.answers import find_answer
from data_model.dating.clues import Clue, ClueKind, Understood
from data_model.dating.date_lines import find_datelines, in_any_year
from data_model.days import Days
from data_model.find.date_readings import Absolute, Weekday, Yearless
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense_cue
from data_model.spans import within
from data_model.values import Sentence

_LEAD_SENTENCES = 3
# A past day is seldom told of with its weekday more than a month later.
_LATELY = 31
# From the weekday a lead tells of to its dateline: the same day, the next or the one after.
_LAG = 2
# What happened is condemned or regretted within so many days.
_ANSWER = 7
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find_day_clues(known: Understood) -> Iterator[Clue]:
    """What the days and weekdays of the first sentences say about the day of writing."""
    lead = list(islice((s for s in known.sentences if known.told_at(s.start)), _LEAD_SENTENCES))
    yield from _from_weekday(known, lead)
    yield from _from_told_days(known, lead)
    yield from _from_answers(known, lead)


def _from_weekday(known: Understood, lead: list[Sentence]) -> Iterator[Clue]:
    """A dateline without a year, and the weekday its first sentence tells of: "March 2 … here Tuesday"."""
    dateline = next((one for one in find_datelines(known) if not one.whole), None)
    if dateline is None or not lead:
        return
    behind = next((s for s in known.sentences if s.start >= dateline.mention.stop), lead[0])
    for mention in within(known.dates, dateline.mention.stop, max(lead[0].stop, behind.stop)):
        reading = mention.reading
        if isinstance(reading, Weekday) and reading.direction is None and reading.week_shift is None:
            days = tuple(
                span
                for span in dateline.days
                if span.first is not None and (span.first.weekday() - reading.day) % 7 <= _LAG
            )
            why = f"{dateline.mention.text!r} stands beside {mention.text!r}: it was that day or soon after"
            yield Clue(days, Reason(why, dateline.mention.start, mention.stop), ClueKind.WEEKDAY)
            return


def _from_told_days(known: Understood, lead: list[Sentence]) -> Iterator[Clue]:
    """A past day told of with its weekday: not long ago, and only of years in which it is that weekday."""
    for sentence in lead:
        dates = within(known.dates, sentence.start, sentence.stop)
        told = [one for one in dates if _is_past(known, one) and one.start not in known.life]
        for mention in told:
            reading = mention.reading
            if isinstance(reading, Yearless) and reading.weekday is not None and reading.precision == "day":
                why = f"{mention.text!r} is told of with its weekday: not long ago"
                where = Reason(why, mention.start, mention.stop)
                yield Clue(_soon_after(in_any_year(mention)), where, ClueKind.WEEKDAY)


def _from_answers(known: Understood, lead: list[Sentence]) -> Iterator[Clue]:
    """The day of what the report answers to: written then or soon after; of what is over: then or later."""
    for sentence in lead:
        for mention in within(known.dates, sentence.start, sentence.stop):
            if not isinstance(mention.reading, Absolute | Yearless) or mention.reading.precision != "day":
                continue
            told, days = find_answer(known, sentence, mention), in_any_year(mention)
            if told == "answered":
                why, days = "it answers to what happened", ds.widen(days, 0, _ANSWER)
            elif told and isinstance(mention.reading, Absolute):
                why, days = "it looks back on what happened", ds.between(ds.earliest(days), None)
            else:
                continue
            why += f" on {mention.text!r}: not written before"
            yield Clue(days, Reason(why, mention.start, mention.stop), ClueKind.ANSWER)


def _is_past(known: Understood, mention: DateMention) -> bool:
    if not isinstance(mention.reading, Absolute | Yearless) or mention.bound in ("until", "by"):
        return False
    cue = find_tense_cue(known.text, mention)
    return cue is not None and cue.tense == "past" and cue.start < mention.start


def _soon_after(days: Days) -> Days:
    return ds.widen(days, 0, _LATELY)
