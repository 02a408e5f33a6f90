"""Keys to names, with the store's own names for bodies the register does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from dashboard import sentences
from dashboard.theme import FAMILIES, OTHER
from data_model import Spellings

FAMILY = "family:"


class Register(Protocol):
    """What the page asks of `data_model.Names`."""

    def organization(self, key: str) -> str:
        """The name of a body."""

    def abbr(self, key: str) -> str:
        """Its abbreviation, or ""."""

    def country(self, code: str) -> str:
        """The name of a country."""

    def topic(self, key: str) -> str:
        """The name of a topic."""

    def topic_family(self, key: str) -> str:
        """The family that colours it, or ""."""

    def organization_family(self, key: str) -> str:
        """The family of a body, or ""."""

    def families(self) -> Mapping[str, str]:
        """Every family of bodies and its name."""

    def spellings(self) -> Iterable[tuple[str, str, str]]:
        """Every name by which a person, a body or a country is known: kind, key, name."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Names for one answer.

    Attributes:
        register: The names of the knowledge files.
        stored: Organization key -> (name, abbreviation), as the documents gave them.
        people: Key of a person -> name, likewise.
        spell: Gathers what the words of a search may mean of what the store holds.
    """

    register: Register
    stored: Mapping[str, tuple[str, str]]
    people: Mapping[str, str] = field(default_factory=dict)
    spell: Callable[[], Spellings] = lambda: Spellings(())

    @property
    def spelled(self) -> Spellings:
        """What the words of a search may mean of what the store holds."""
        return self.spell()

    def person(self, key: str) -> str:
        """The name of a person."""
        return self.people.get(key, key)

    def called(self, kind_and_key: str) -> str:
        """What a key such as `person:vladimir-putin` is called."""
        kind, _, key = kind_and_key.partition(":")
        return {"person": self.person, "organization": self.short, "country": self.country}[kind](key)

    def organization(self, key: str) -> str:
        """The full name of a body, or of a family of bodies."""
        if key.startswith(FAMILY):
            family = key.removeprefix(FAMILY)
            return sentences.family(self.register.families().get(family, family))
        name = self.register.organization(key)
        if name and name != key:
            return name
        return self.stored.get(key, (key, ""))[0] or key

    def short(self, key: str) -> str:
        """The abbreviation of a body, or its name when it has none."""
        if key.startswith(FAMILY):
            return self.organization(key)
        return self.register.abbr(key) or self.stored.get(key, ("", ""))[1] or self.organization(key)

    def country(self, code: str) -> str:
        """The English short name of a country."""
        return self.register.country(code) or code

    def topic(self, key: str) -> str:
        """The name of a topic, first letter large."""
        name = self.register.topic(key) or key
        return name[:1].upper() + name[1:]

    def family_of(self, topics: object) -> str:
        """The family of the first topic that has one; it gives an event its colour."""
        for topic in topics if isinstance(topics, (list, tuple)) else ():
            family = self.register.topic_family(topic)
            if family in FAMILIES:
                return family
        return OTHER
