"""A story as the JSON that TimelineJS 3 reads (https://timeline.knightlab.com/docs/json-format.html).

TimelineJS knows dates of a year, a month or a day, and stretches between two of them, nothing else. So that
none is more precise here than it is known:

- a day, a month or a year is written as that, with nothing below it;
- what lasted, or lies on some day of a stretch or on one of several days, is a stretch that holds every day
  it allows;
- what has no day, or one end only, is no slide: it is told in the text of the slide before it;
- `display_date` always says the date in words (“4 September, 2018 or 2019”).

Headline and text are markup there: every word is escaped.
"""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import Any

import orjson

from dashboard import file_labels
from dashboard.callbacks.asked import Asked
from dashboard.publish.paper import link_source
from dashboard.publish.story import Story, paragraphs_of
from dashboard.publish.story_events import Told, tell_story
from dashboard.publish.story_page import address_of
from dashboard.publish.views import tool_name

Slide = dict[str, Any]


def write_timelinejs(asked: Asked, story: Story, home: str = "") -> bytes:
    """The story as JSON.

    Args:
        asked: Whom the page asks.
        story: The story.
        home: The address of the page its view is of, "" where nobody but its reader can open it.

    Raises:
        NotPublishable: If the store has no event of one of its keys.
        StoreError: If the store cannot be read.
    """
    told = tell_story(asked, story)
    version = file_labels.DATA_VERSION.format(version=asked.open_store().version)
    foot = " · ".join(filter(None, (story.author, tool_name(), version, address_of(story, home))))
    lead = "".join(f"<p>{escape(line)}</p>" for line in (*paragraphs_of(story.lead), foot))
    title: Slide = {"unique_id": "title", "text": {"headline": escape(story.title), "text": lead}}
    slides = [title]
    for number, one in enumerate(told, 1):
        slide = _slide(number, one)
        if slide is None:
            slides[-1]["text"]["text"] += f"<h3>{escape(f'{one.when}: {one.heading}')}</h3>{_text(one)}"
        else:
            slides.append(slide)
    return orjson.dumps({"title": title, "events": slides[1:]}, option=orjson.OPT_INDENT_2) + b"\n"


def _slide(number: int, told: Told) -> Slide | None:
    """The slide of an event; None where no date of TimelineJS would be true of it."""
    ends = ends_of(told.event.date.earliest, told.event.date.latest)
    if ends is None:
        return None
    start, stop = ends
    status = f"{told.when} · {told.status}" if told.status else told.when
    slide: Slide = {
        "unique_id": f"event-{number}",
        "start_date": start,
        "display_date": status,
        "text": {"headline": escape(told.heading), "text": _text(told)},
    }
    return slide | ({"end_date": stop} if stop else {})


def ends_of(earliest: date | None, latest: date | None) -> tuple[Slide, Slide | None] | None:
    """The dates of a slide, as wide as what is known; None where one end or both are not.

    Args:
        earliest: The first day it allows.
        latest: The last one.
    """
    if earliest is None or latest is None:
        return None
    if earliest == latest:
        return _day(earliest), None
    after = min(latest, date.max - timedelta(days=1)) + timedelta(days=1)
    whole = earliest.day == after.day == 1
    if whole and earliest.month == after.month == 1 and after.year == earliest.year + 1:
        return {"year": earliest.year}, None
    if whole and 12 * after.year + after.month == 12 * earliest.year + earliest.month + 1:
        return {"year": earliest.year, "month": earliest.month}, None
    return _day(earliest), _day(latest)


def _day(day: date) -> Slide:
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(told: Told) -> str:
    """The writer's words, what is not known of the day, the words of a document, and who published them."""
    own = [f"<p>{escape(line)}</p>" for line in told.step.paragraphs]
    doubts = [f"<p><em>{escape(line)}</em></p>" for line in (told.doubt, *told.disagreements) if line]
    quotes = [f"<blockquote>{escape(line)}</blockquote>" for line in told.quotes]
    sources = "; ".join(map(link_source, told.sources))
    return "".join((*own, *doubts, *quotes, f"<p>{file_labels.SOURCES}: {sources}</p>"))
