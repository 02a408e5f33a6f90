'''A story: some events of a view in an order of its own, each with words of a writer's own.

It is kept as a file of TOML that a person can read and change:

    title = "How the talks came about"
    lead = "Three meetings, one of them without a day."

    [[event]]
    id = "3f2a…"
    heading = "The first meeting"
    label = "First meeting"
    words = """
    What the writer says of it. An empty line begins a paragraph."""

What is a fact (days, sources, the words an event rests on) is not in the file: it is read from the store when
the story is published.
'''

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard import file_labels
from dashboard.publish.views import NotPublishable
from dashboard.sentences import alternatives

MOST_EVENTS = 40
_WHOLE, _EVENT = ("title", "lead", "author", "link", "event"), ("id", "heading", "label", "words")


@dataclass(frozen=True, slots=True)
class Step:
    """An event of a story.

    Attributes:
        id: Its key in the store.
        heading: A headline of the writer's own, "" for that of the event.
        label: A short label of the writer's own in the figure, "" for the headline.
        words: What the writer says of it: paragraphs, an empty line between two.
    """

    id: str
    heading: str = ""
    label: str = ""
    words: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its words, paragraph by paragraph."""
        return paragraphs_of(self.words)


@dataclass(frozen=True, slots=True)
class Story:
    """A story as it is written.

    Attributes:
        title: Its headline.
        lead: What stands below it.
        author: Who tells it, "" for nobody named.
        link: The view its events are from: an address, or what stands behind its question mark.
        steps: Its events, in the order they are told.
    """

    title: str
    lead: str
    author: str
    link: str
    steps: tuple[Step, ...]


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, each on one line."""
    return tuple(told for part in text.split("\n\n") if (told := " ".join(part.split())))


def read_story(text: str) -> Story:
    """The story of a file.

    Raises:
        NotPublishable: If it is none, with the reason in words.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotPublishable(file_labels.NO_TOML.format(why=error)) from error
    whole = _words(found, _WHOLE, file_labels.STORY)
    told = found.get("event")
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise NotPublishable(file_labels.NO_STORY_EVENTS)
    if not whole["title"]:
        raise NotPublishable(file_labels.NO_STORY_TITLE)
    if not 1 <= len(told) <= MOST_EVENTS:
        raise NotPublishable(file_labels.STORY_LENGTH.format(number=len(told), most=MOST_EVENTS))
    steps = []
    for number, one in enumerate(told, 1):
        place = file_labels.STORY_EVENT.format(number=number)
        parts = _words(one, _EVENT, place)
        if not parts["id"]:
            raise NotPublishable(file_labels.NO_STORY_ID.format(place=place))
        steps.append(Step(**parts))
    return Story(whole["title"], whole["lead"], whole["author"], whole["link"], tuple(steps))


def _words(found: Mapping[str, Any], names: tuple[str, ...], place: str) -> dict[str, str]:
    """The texts of a table, "" for what is not given; a name it does not know may be misspelt: an error."""
    for name, value in found.items():
        if name not in names:
            told = file_labels.NO_STORY_PART.format(name=name[:40], place=place, names=alternatives(names))
            raise NotPublishable(told)
        if name != "event" and not isinstance(value, str):
            raise NotPublishable(file_labels.NO_STORY_TEXT.format(name=name, place=place))
    return {name: str(found.get(name, "")).strip() for name in names if name != "event"}
