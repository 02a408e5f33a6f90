"""The newest day a text prints with its year, where something else in the text says that it is recent.

A day alone only bounds. But a report that prints "9 December 2016" somewhere and begins with "On Friday"
is of that Friday, and one under "GENEVA, Nov 22" that prints "21 November 2024" is of 2024.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.clues import Clue, ClueKind, Understood
from data_model.dating.tellings import Telling, read_telling
from data_model.find.date_readings import Absolute, Weekday
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense
from data_model.spans import within

# So many sentences from the top name the weekday of the news.
_SENTENCES = 8
# A weekday is named within a week; so is the day of a report behind the newest day it tells of.
_WEEK = 6


def find_newest_clues(known: Understood) -> Iterator[Clue]:
    """The newest printed day, when a weekday near the top or a date line without a year agrees with it."""
    newest = _newest(known)
    if newest is None:
        return
    mention, day, told = newest
    soon = ds.between(day, day + _WEEK * ds.DAY)
    # In its own sentences news prints the year of an old day; captions and page lines print any.
    weekdays = () if told is Telling.PAST else _weekdays(known)
    weekday = next((one for one in weekdays if _on(one) == day.weekday()), None)
    if weekday is not None:
        why = f"{mention.text!r} is a {weekday.text}, as the report names it: written within the week"
        yield Clue(soon, Reason(why, mention.start, mention.stop), ClueKind.NEWEST)
    line = next((one for one in known.printed if not one.whole), None)
    if line is not None and ds.overlap(line.days, soon):
        why = f"{mention.text!r} lies in the week before {line.mention.text!r}: of the same year"
        yield Clue(soon, Reason(why, mention.start, mention.stop), ClueKind.NEWEST)


def _newest(known: Understood) -> tuple[DateMention, date, Telling] | None:
    """The last day printed with its year that the text does not speak of as still to come."""
    found = None
    changed = {one.mention.start for one in known.printed if one.kind == "changed"}
    for mention in known.dates:
        reading = mention.reading
        if not isinstance(reading, Absolute) or reading.precision not in ("day", "range"):
            continue
        sentence, day = known.sentence_at(mention.start), ds.latest(reading.days)
        first = ds.earliest(reading.days)
        if sentence is None or sentence.furniture or day is None or first is None:
            continue
        if len(reading.days) > 1 or (day - first).days > _WEEK or mention.start in changed | known.life:
            continue
        if found is not None and day <= found[1]:
            continue
        telling = read_telling(known, sentence, mention)
        if telling is not Telling.AHEAD:
            found = mention, day, telling
    return found


def _weekdays(known: Understood) -> Iterator[DateMention]:
    """The bare weekdays near the top that the report tells of as past."""
    told = (s for s in known.sentences if known.told_at(s.start))
    for sentence in islice(told, _SENTENCES):
        for mention in within(known.dates, sentence.start, sentence.stop):
            reading = mention.reading
            bare = isinstance(reading, Weekday) and (reading.direction, reading.week_shift) == (None, None)
            if bare and not mention.bound and find_tense(known.text, mention) == "past":
                yield mention


def _on(mention: DateMention) -> int:
    return mention.reading.day if isinstance(mention.reading, Weekday) else -1
