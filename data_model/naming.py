"""Display names of the keys and codes that events carry, from the knowledge files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale

from data_model import days as ds
from data_model.knowledge import places
from data_model.knowledge.entries import Member
from data_model.knowledge.load import Knowledge, load_knowledge

# Those in which the names of countries are understood: of the documents and of many who read them.
LANGUAGES = ("en", "ru", "fr", "de", "es", "uk", "be", "hy", "kk", "pl", "tr")


@dataclass(frozen=True, slots=True)
class Names:
    """What to call an organization, country or topic; an unknown key is its own name."""

    knowledge: Knowledge

    def organization(self, key: str) -> str:
        """The official English name of a body."""
        entry = self.knowledge.organizations.get(key)
        return entry.name if entry else key

    def abbr(self, key: str) -> str:
        """The abbreviation of a body, "" when it has none."""
        entry = self.knowledge.organizations.get(key)
        return entry.abbr if entry else ""

    def country(self, code: str) -> str:
        """The short English name of an ISO 3166-1 alpha-2 code."""
        return places.country_name(code)

    def alpha3(self, code: str) -> str | None:
        """ISO 3166-1 alpha-3, for maps; None for a code that is not ISO's."""
        return places.alpha3(code)

    def topic(self, key: str) -> str:
        """The name of a topic."""
        entry = self.knowledge.topics.get(key)
        return entry.name if entry else key

    def topics(self) -> tuple[str, ...]:
        """Every topic key, in the order of the file."""
        return tuple(self.knowledge.topics)

    def topic_family(self, key: str) -> str:
        """The colour family of a topic: diplomacy, security, economy or society; "" if unknown."""
        entry = self.knowledge.topics.get(key)
        return entry.family if entry else ""

    def organization_family(self, key: str) -> str:
        """The family of bodies that share a name ("security-council"), "" if none."""
        entry = self.knowledge.organizations.get(key)
        return entry.family if entry else ""

    def families(self) -> Mapping[str, str]:
        """Every family of bodies with a readable name."""
        found = {e.family for e in self.knowledge.organizations.values() if e.family}
        return {family: family.replace("-", " ").capitalize() for family in sorted(found)}

    def spellings(self) -> Iterator[tuple[str, str, str]]:
        """Every name by which a person, a body or a country is known: kind, key, name."""
        for key, body in self.knowledge.organizations.items():
            for name in {body.name, body.abbr, *body.names, *body.abbrs} - {""}:
                yield "organization", key, name
        for key, person in self.knowledge.people.items():
            for name in {person.name, person.ru, person.surname, *person.also} - {""}:
                yield "person", key, name
        for language in LANGUAGES:
            for code, name in Locale(language).territories.items():
                if code.isalpha():
                    yield "country", code, name


@lru_cache(maxsize=1)
def names() -> Names:
    """The names of the package's own knowledge files."""
    return Names(load_knowledge())


def organization_families() -> Mapping[str, str]:
    """Organization key -> family, for every body that has one."""
    return {key: entry.family for key, entry in load_knowledge().organizations.items() if entry.family}


def organization_members() -> Mapping[str, tuple[tuple[str, date | None, date | None], ...]]:
    """Organization key -> countries that belonged to it, from which day to which; those of organs come last.

    An organ without members of its own has its parent's.
    """
    entries = load_knowledge().organizations
    own = {key: _terms(entry.members) for key, entry in entries.items() if entry.members}
    organs = {
        key: own[entry.parent] for key, entry in entries.items() if key not in own and entry.parent in own
    }
    return own | organs


def _terms(members: Iterable[Member]) -> tuple[tuple[str, date | None, date | None], ...]:
    return tuple((one.country, ds.earliest(one.days), ds.latest(one.days)) for one in members if one.days)
