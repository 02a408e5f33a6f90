"""Captions of photographs: they belong to the page, and their day is often of another year.

"A Super Hornet leaves the deck during an exercise over the Pacific, Dec. 10, 2010." tells in the present
what a printed day and year end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data_model.find.date_readings import Absolute
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense_between
from data_model.knowledge.prose import Prose
from data_model.spans import within
from data_model.values import Sentence

# A line of fewer blanks is a title or a date line.
_BLANKS = 7
# Behind the day stands at most who took the picture: "(Reuters)", "/ AFP".
_CREDIT = re.compile(r"\s*[.,]?\s*(?:[(\[/–—-]\s*[^.\n]{2,60})?[.)\]\s]*")
_WORD = re.compile(r"[\w’'-]+")


def mark_captions(
    text: str, sentences: Sequence[Sentence], dates: Sequence[DateMention], prose: Prose
) -> tuple[Sentence, ...]:
    """The sentences, captions among them marked as furniture."""
    return tuple(
        replace(one, furniture=True) if _is_caption(text, one, dates, prose) else one for one in sentences
    )


def _is_caption(text: str, sentence: Sentence, dates: Sequence[DateMention], prose: Prose) -> bool:
    if sentence.furniture or sentence.headline or text.count(" ", sentence.start, sentence.stop) < _BLANKS:
        return False
    if not prose.present_captions:
        return False
    told = [one for one in within(dates, sentence.start, sentence.stop) if _is_printed_day(one)]
    if not told or not _CREDIT.fullmatch(text, told[-1].stop, sentence.stop):
        return False
    led = text[sentence.start : told[-1].start].rstrip().endswith(",")
    credited = text[told[-1].stop : sentence.stop].strip(" .)")
    if not (led or credited):
        return False
    words = {word.lower() for word in _WORD.findall(text[sentence.start : told[-1].start])}
    if not prose.present.isdisjoint(words) or not text[: sentence.stop].endswith((".", ")")):
        return False
    return find_tense_between(text, sentence.start, sentence.stop, told[-1].language) is None


def _is_printed_day(mention: DateMention) -> bool:
    return isinstance(mention.reading, Absolute) and mention.reading.precision == "day" and not mention.bound
