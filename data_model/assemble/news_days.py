"""The day of the news where its own clause names none: newswires tell it near the top.

"Bombs have killed 19 people. The blasts began on Monday …": the first day told as past, in the main
event's sentence or the first ones of the report.
"""

from __future__ import annotations

from collections.abc import Iterator

from data_model import days as ds
from data_model.assemble.drafts import Draft
from data_model.assemble.event_dates import is_of_noun, is_of_page
from data_model.dates import EventDate
from data_model.find.date_readings import Absolute, Relative, Weekday, Yearless
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense
from data_model.resolve.dates import resolve_date
from data_model.resolve.quotes import quote_at
from data_model.resolve.scene import Scene
from data_model.spans import within
from data_model.values import Sentence

# Further down a report tells what led to its news.
_SENTENCES = 6
# What is told is not older news than this.
_LATELY = 10
_BOUNDS = ("until", "by", "since", "before", "after")


def find_news_day(scene: Scene, news: Draft) -> tuple[DateMention, EventDate] | None:
    """The wording that dates the news, and its date; None when no day is told near the top."""
    body = [s for s in scene.sentences if not s.furniture and not s.headline][:_SENTENCES]
    own = [s for s in body if s == news.sentence]
    for told in (own, body):
        found = [one for sentence in told for one in _days_told(scene, sentence)]
        if found:
            return next((one for one in found if _is_deictic(one[0])), found[0])
    return None


def _days_told(scene: Scene, sentence: Sentence) -> Iterator[tuple[DateMention, EventDate]]:
    """The days a sentence tells of as past."""
    for mention in within(scene.dates, sentence.start, sentence.stop):
        if not _is_day(mention) or mention.bound in _BOUNDS or quote_at(scene.quotes, mention.start):
            continue
        if is_of_page(scene, mention, sentence) or is_of_noun(scene, mention):
            continue
        if find_tense(scene.text, mention) == "future":
            continue
        when = resolve_date(mention, scene.anchors[mention.start], tense="past")
        if _is_news(scene, when):
            yield mention, when


def _is_day(mention: DateMention) -> bool:
    reading = mention.reading
    if isinstance(reading, Absolute | Yearless):
        return reading.precision in ("day", "range")
    if isinstance(reading, Relative):
        return reading.unit == "day" and -1 <= reading.low == reading.high <= 0 and not reading.story
    return isinstance(reading, Weekday) and not reading.story


def _is_deictic(mention: DateMention) -> bool:
    """Whether it counts from the day of writing: "on Monday", "yesterday"."""
    return isinstance(mention.reading, Relative | Weekday)


def _is_news(scene: Scene, when: EventDate) -> bool:
    """Whether it is of the days before the report, as far as these are known."""
    if not scene.when.placed or when.edtf.startswith("XXXX"):
        return True
    return bool(ds.intersect(when.spans, ds.widen(scene.when.spans, _LATELY, 0)))
