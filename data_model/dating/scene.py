"""Everything understood of one document before its events are built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data_model.dates import EventDate
from data_model.dating.clues import Clue
from data_model.find.actions import ActionMention
from data_model.find.dates import DateMention
from data_model.find.event_words import EventWord
from data_model.find.offices import OfficePhrase
from data_model.find.topics import TopicMention
from data_model.knowledge.load import Knowledge
from data_model.knowledge.modality import Modality
from data_model.knowledge.prose import Prose
from data_model.knowledge.sides import SideWords
from data_model.resolve.countries import CountryMention
from data_model.resolve.happenings import HappeningMention
from data_model.resolve.narration import ToldDate
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.resolve.quotes import Quote
from data_model.values import Document, Sentence


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with its mentions resolved, in order of place.

    Attributes:
        understood: Whether the text is really of that language, so that its dates are read.
        bodies_named: The keys of the organizations.
        references: People by name, office or pronoun.
        offices: Every office phrase, group words ("heads of delegations") included.
        readers: Which plugged-in reader found the name between two offsets.
        life: Where the dates of lives and foundings begin.
        entries: Where the dates begin that open the lines of a chronology.
        when: The document's date.
        clock: The time of day it was written at, "" when not known.
        clues: What the text says about when it was written.
        told: By its start, what each date wording means.
    """

    document: Document
    language: str
    understood: bool
    prose: Prose
    modality: Modality
    side_words: SideWords
    knowledge: Knowledge
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    countries: tuple[CountryMention, ...]
    organizations: tuple[OrganizationMention, ...]
    bodies_named: frozenset[str]
    offices: tuple[OfficePhrase, ...]
    references: tuple[Reference, ...]
    quotes: tuple[Quote, ...]
    topics: tuple[TopicMention, ...]
    actions: tuple[ActionMention, ...]
    event_words: tuple[EventWord, ...]
    happenings: tuple[HappeningMention, ...]
    readers: Mapping[tuple[int, int], str]
    life: frozenset[int]
    entries: frozenset[int]
    when: EventDate
    clues: tuple[Clue, ...]
    clock: str
    told: Mapping[int, ToldDate]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text
