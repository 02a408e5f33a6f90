"""Everything understood of one document before its events are built."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from data_model.dates import EventDate
from data_model.find.actions import ActionMention
from data_model.find.dates import DateMention
from data_model.find.people import OfficePhrase
from data_model.find.topics import TopicMention
from data_model.knowledge.load import Knowledge
from data_model.knowledge.modality import Modality
from data_model.knowledge.prose import Prose
from data_model.resolve.countries import CountryMention
from data_model.resolve.happenings import HappeningMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.resolve.quotes import Quote
from data_model.values import Document, Sentence


class Placed(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def stop(self) -> int:
        """Offset behind the last character."""


Thing = TypeVar("Thing", bound=Placed)


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with its mentions resolved, in order of place.

    Attributes:
        references: People by name, office or pronoun.
        offices: Every office phrase, group words ("heads of delegations") included.
        when: The document's date.
    """

    document: Document
    language: str
    prose: Prose
    modality: Modality
    knowledge: Knowledge
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    countries: tuple[CountryMention, ...]
    organizations: tuple[OrganizationMention, ...]
    offices: tuple[OfficePhrase, ...]
    references: tuple[Reference, ...]
    quotes: tuple[Quote, ...]
    topics: tuple[TopicMention, ...]
    actions: tuple[ActionMention, ...]
    happenings: tuple[HappeningMention, ...]
    when: EventDate

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text


def within(things: Iterable[Thing], start: int, stop: int) -> list[Thing]:
    """The things that lie between two offsets."""
    return [thing for thing in things if start <= thing.start and thing.stop <= stop]
