"""The day of the news where its own clause names none: newswires tell it near the top.

"Bombs have killed 19 people. The blasts began on Monday …": what was done is of the first day told as
past, what is planned, moved or called off of the first day still to come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from data_model import days as ds
from data_model.assemble.attributions import attribution_of
from data_model.assemble.drafts import Draft
from data_model.assemble.event_dates import date_by, day_of_report, open_date
from data_model.assemble.happening_dates import date_of, happening_of, sharpened
from data_model.assemble.page_dates import is_of_noun, is_of_page, is_said
from data_model.dates import EventDate
from data_model.dating.scene import Scene
from data_model.find.date_readings import Absolute, Relative, Vague, Weekday, Yearless
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense, find_tense_cue
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.modality import MOODS_OFF
from data_model.resolve.quotes import quote_at
from data_model.spans import within
from data_model.values import Sentence

# Further down a report tells what led to its news, or what else is planned.
_SENTENCES = 6
# What is told is not older news than this, and hardly planned longer ahead.
_LATELY, _AHEAD = 10, 366
# A calendar day of another sentence is that of the news only so shortly before the report.
_JUST = 2
_LIMITS = ("until", "by", "since", "before", "after")
_DONE, _PLANNED = ("happened", "ongoing"), ("planned", "postponed", "cancelled", "hypothetical")


def date_news(scene: Scene, news: Draft, drafts: Sequence[Draft]) -> Draft:
    """The news with its time: its own words', its headline's, the day told near the top, the report's own."""
    dated = _with_day(scene, _from_title(news, drafts))
    known = happening_of(scene, dated)
    if dated.when is not None:
        return replace(dated, when=sharpened(dated.when, known))
    if known is not None and known.sure is not None:
        return replace(dated, when=date_of(known))
    to_come = news.mention.mood == "planned"
    return replace(dated, when=open_date(scene, dated) if to_come else day_of_report(scene, dated))


def _from_title(news: Draft, drafts: Sequence[Draft]) -> Draft:
    """The news that is still to come with the date its headline gives: "X to visit Minsk today"."""
    if news.when is not None or news.mention.mood != "planned":
        return news
    dated = (draft for draft in drafts if draft.sentence.headline and draft.when is not None)
    title = next(dated, news)
    return replace(news, dated=title.dated, when=title.when)


def _with_day(scene: Scene, news: Draft) -> Draft:
    """The news with the day told for it near the top, where its own clause names none or a wider time."""
    mood = news.mention.mood
    told = _done_on(scene, news) if mood in _DONE else _planned_for(scene, news) if mood in _PLANNED else None
    if news.dated is not None and isinstance(news.dated.reading, Vague) and scene.when.precision == "day":
        news = replace(news, dated=None, when=None)  # "now that …" is no day: that of the report is
    if told is None or told.when is None:
        return news
    if news.when is None:
        return told
    if mood in _DONE:
        return told if _sharpens(told.when, news.when) else news
    # "The summit was put off, it was announced on Monday": that day is the announcement's.
    return told if _sharpens(told.when, news.when) or not _is_ahead(scene, news.when, mood) else news


def _is_ahead(scene: Scene, when: EventDate, mood: str) -> bool:
    """Whether a plan is of a later day than the report, or of its own ("they will meet today")."""
    last, report = when.latest, scene.when.latest
    return last is None or report is None or last > report or (mood == "planned" and last == report)


def _sharpens(day: EventDate, known: EventDate) -> bool:
    """Whether a day lies in a wider time."""
    known_so = known.spans not in (ds.ANY, ds.NEVER)
    return (
        known_so
        and known.precision != "day"
        and day != known
        and ds.intersect(day.spans, known.spans) == day.spans
    )


def _done_on(scene: Scene, news: Draft) -> Draft | None:
    """The news dated by the first day told as past: in its own sentence, else in the first ones."""
    body = [s for s in scene.sentences if not s.furniture and not s.headline][:_SENTENCES]
    for told in ([s for s in body if s == news.sentence], body):
        found = [
            dated
            for sentence in told
            for mention in _days_told(scene, sentence)
            if find_tense(scene.text, mention) != "future"
            and (dated := date_by(scene, news, mention)).when is not None
            and _is_lately(scene, dated.when, _LATELY if told is not body or _is_deictic(mention) else _JUST)
        ]
        if found:
            return next((one for one in found if _is_deictic(one.dated)), found[0])
    return None


def _planned_for(scene: Scene, news: Draft) -> Draft | None:
    """The news dated by the first day near the top that lies behind the report."""
    first = scene.when.earliest if scene.when.placed else None
    if first is None:
        return None
    ahead = replace(news, mention=replace(news.mention, mood="planned", tense="future"))
    told = [s for s in scene.sentences if not s.furniture][: _SENTENCES + 1]
    for sentence in sorted(told, key=lambda one: one != news.sentence):
        said = attribution_of(scene, sentence)
        for mention in _days_told(scene, sentence, quoted=news.mention.mood in MOODS_OFF):
            told_then = said is not None and said <= mention.start
            own = mention is news.dated and kind_of(mention) == "weekday" and _is_over(scene, news)
            if own or told_then or is_said(scene, mention, find_tense_cue(scene.text, mention)):
                continue
            dated = date_by(scene, ahead, mention)
            begins = dated.when.earliest if dated.when is not None else None
            if begins is not None and 0 < (begins - first).days <= _AHEAD:
                return replace(news, dated=dated.dated, when=dated.when)
    return None


def _is_over(scene: Scene, news: Draft) -> bool:
    """Whether what is off was of a past day: "was due on Friday but stayed"; not "Friday's talks are off"."""
    told = scene.text[news.sentence.start : news.sentence.stop].lower().split()
    now = scene.prose.present | load_headline_words().will
    return news.mention.mood in MOODS_OFF and now.isdisjoint(told)


def _days_told(scene: Scene, sentence: Sentence, *, quoted: bool = False) -> Iterator[DateMention]:
    """The days a sentence tells of; none of a limit, a noun, the page, or, unless wanted, a quotation."""
    for mention in within(scene.dates, sentence.start, sentence.stop):
        if (
            mention.start in scene.life
            or not is_day(mention)
            or getattr(mention.reading, "story", False)
            or mention.bound in _LIMITS
            or (not quoted and quote_at(scene.quotes, mention.start))
        ):
            continue
        if not (is_of_page(scene, mention, sentence) or is_of_noun(scene, mention)):
            yield mention


def is_day(mention: DateMention) -> bool:
    """Whether it may tell the day of what another sentence tells."""
    return kind_of(mention) in ("deictic", "weekday", "yearless", "day")


def _is_deictic(mention: DateMention | None) -> bool:
    """Whether it counts from the day of writing: "on Monday", "yesterday"."""
    return mention is not None and isinstance(mention.reading, Relative | Weekday)


def _is_lately(scene: Scene, when: EventDate | None, lag: int) -> bool:
    """Whether it says something, and is of the days before the report as far as these are known."""
    if when is None or when.spans in (ds.ANY, ds.NEVER):
        return False
    if not scene.when.placed:
        return len(when.spans) <= max(len(scene.when.spans), 1)
    return ds.overlap(when.spans, ds.widen(scene.when.spans, lag, 0))


def kind_of(mention: DateMention) -> str:
    """What a wording is: deictic, relative, weekday, vague, wide (a month, a year …), yearless or day."""
    reading = mention.reading
    if isinstance(reading, Relative):
        near = reading.unit == "day" and abs(reading.low) <= 1 and reading.low == reading.high
        return "deictic" if near and not reading.story else "relative"
    if isinstance(reading, Weekday):
        return "weekday"
    if not isinstance(reading, Absolute | Yearless):
        return "vague"
    if reading.precision not in ("day", "range"):
        return "wide"
    return "yearless" if isinstance(reading, Yearless) else "day"
