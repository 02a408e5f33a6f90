"""The events of a story as the store has them: day and its doubt, status, the words they rest on, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import file_labels, labels, sentences
from dashboard.callbacks.asked import Asked
from dashboard.days_in_words import date_in_words
from dashboard.figures.dots import dots_of
from dashboard.figures.lanes import Lane, Room
from dashboard.figures.time_axis import Bins, window_of
from dashboard.figures.timeline import draw_timeline
from dashboard.naming import Naming
from dashboard.publish.facts import Source, source_of
from dashboard.publish.story import Step, Story
from dashboard.publish.views import NotPublishable
from dashboard.theme import Theme
from data_model import Event, EventView, NotFound, Store

MOST_QUOTED = 1
# Every event of a story is named in its figure.
ROOM = Room(together=2_000.0, lowest=400.0, highest=2_000.0, lanes=1)


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a story with its facts.

    Attributes:
        step: What the writer says.
        event: The event.
        naming: Names of keys.
        sources: The documents that tell of it.
        disagreements: What they say differently, in words.
    """

    step: Step
    event: Event
    naming: Naming
    sources: tuple[Source, ...]
    disagreements: tuple[str, ...]

    @property
    def heading(self) -> str:
        """The writer's headline, else that of the event."""
        return self.step.heading or self.event.title

    @property
    def when(self) -> str:
        """Its date in words that say no more than is known."""
        return date_in_words(self.event.date.edtf)

    @property
    def placed(self) -> bool:
        """Whether it can stand on an axis."""
        return self.event.date.placed

    @property
    def status(self) -> str:
        """What became of it, "" where it took place: that is what a reader takes for granted."""
        return "" if self.event.status == "happened" else labels.STATUS_NAMES[self.event.status]

    @property
    def where(self) -> str:
        """City and country, "" where they are not told."""
        place = self.event.place
        return (
            ", ".join(filter(None, (place.city, self.naming.country(place.country or "")))) if place else ""
        )

    @property
    def doubt(self) -> str:
        """What is not known of its day, "" where a document states it to the day."""
        when = self.event.date
        told = [file_labels.DOUBTS.get(self._kind(), "")]
        if when.basis not in ("stated", "unknown"):
            told.append(file_labels.BASIS.format(basis=labels.BASES[when.basis]))
        told.append(f"{guess}." if (guess := sentences.likely(when)) else "")
        return " ".join(filter(None, told))

    def _kind(self) -> str:
        when = self.event.date
        if when.earliest is None and when.latest is None:
            return "none"
        if when.earliest is None or when.latest is None:
            return "open"
        if len(when.spans) > 1:
            return "several"
        if when.approximate:
            return "approximate"
        if "/" in when.edtf or when.earliest == when.latest:
            return "sure"
        return when.precision if when.precision in file_labels.DOUBTS else "range"

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words it rests on, the telling sentence first."""
        return tuple(" ".join(one.text.split()) for one in self.event.evidence[:MOST_QUOTED])

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why its date is what it is."""
        return tuple(reason.why for reason in self.event.date.reasons)


def tell_story(asked: Asked, story: Story) -> list[Told]:
    """The events of a story in its order, each with its facts.

    Raises:
        NotPublishable: If the store has no event of one of its keys.
        StoreError: If the store cannot be read.
    """
    store, naming = asked.open_store(), asked.naming()
    told, missing = [], []
    for number, step in enumerate(story.steps, 1):
        try:
            told.append(_tell(store, step, store.event(step.id), naming))
        except NotFound:
            name = step.heading or step.label or step.id
            missing.append(f"{file_labels.STORY_EVENT.format(number=number)} (“{sentences.shortened(name)}”)")
    if missing:
        raise NotPublishable(file_labels.NO_SUCH_EVENTS.format(events=", ".join(missing)))
    return told


def _tell(store: Store, step: Step, view: EventView, naming: Naming) -> Told:
    keys = list(dict.fromkeys(document.id for document, _ in view.members))
    heads = store.heads(keys)
    titles = {key: source_of(key, heads[key], 1).words for key in keys}
    differing = tuple(
        file_labels.DISAGREE.format(
            what=labels.DISAGREE_ON[one.what],
            said=date_in_words(one.said) if one.what == "day" else one.said,
            who="; ".join(titles[key] for key in one.documents),
        )
        for one in view.disagreements
    )
    sources = tuple(source_of(key, heads[key], 1) for key in keys)
    return Told(step, view.event, naming, sources, differing)


def draw_story(told: Sequence[Told], width: float, theme: Theme) -> dict[str, Any]:
    """The placed events of a story on one axis, each named and with what is not known of its day.

    Args:
        told: The events, in the order of the story.
        width: How wide the figure is, in pixels.
        theme: Light or dark.
    """
    placed = [(number, one) for number, one in enumerate(told, 1) if one.placed]
    own = {one.event.id: f"{number} {one.step.label}" for number, one in placed if one.step.label}
    dots = dots_of([_row(number, one) for number, one in placed], placed[0][1].naming, own) if placed else []
    days = [one.event.date for _, one in placed]
    window = window_of(
        None,
        None,
        min((day.earliest for day in days if day.earliest), default=None),
        max((day.latest for day in days if day.latest), default=None),
    )
    words = sentences.counted(len(dots), "event")
    lane = Lane("", file_labels.STORY_LANE, tuple(range(len(dots))), words)
    # Told in the story's order they are numbered; the earliest would else push the others off.
    return draw_timeline(dots, [lane], window, Bins.of(window, 1), width, theme, ROOM)


def _row(number: int, told: Told) -> Mapping[str, Any]:
    """An event as the store's own table of happenings has it."""
    event, when = told.event, told.event.date
    return {
        "id": event.id,
        "title": f"{number} {told.heading}",
        "edtf": when.edtf,
        "earliest": when.earliest,
        "latest": when.latest,
        "approximate": when.approximate,
        "likely": when.likely.edtf if when.likely else "",
        "likely_share": when.likely.share if when.likely else 0.0,
        "status": event.status,
        "type": event.type,
        "organizations": [one.key for one in event.organizations],
        "topics": list(event.topics),
        "reports": len(told.sources),
        "sources": len(told.sources),
        "disagree": bool(told.disagreements),
        "main": True,
        "weight": -number,
        "score": event.score,
        "said": (),
        "placed": told.placed,
    }
