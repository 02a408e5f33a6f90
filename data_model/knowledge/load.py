"""The one loader of the knowledge files: typed, checked, read once.

A wrong file raises `KnowledgeError` with file, entry and what was expected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from data_model import days as ds
from data_model.errors import KnowledgeError
from data_model.knowledge import entries as e
from data_model.knowledge.files import (
    Table,
    by_each,
    by_key,
    days_between,
    each_built,
    keyed,
    read_file,
    read_folder,
    strings,
)
from data_model.knowledge.holders import read_offices, read_people
from data_model.knowledge.verbs import inflect_verb

_NAMES = "body_names.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Everything the normalizer knows beside the text; mappings are by key or code.

    Attributes:
        held: The offices by those who ever held them.
        by_role: The offices by their role.
    """

    people: Mapping[str, e.PersonEntry]
    offices: Mapping[str, e.Office]
    held: Mapping[str, tuple[e.Office, ...]]
    by_role: Mapping[str, tuple[e.Office, ...]]
    organizations: Mapping[str, e.OrganizationEntry]
    countries: Mapping[str, e.CountryEntry]
    cities: tuple[e.City, ...]
    regions: tuple[e.Region, ...]
    historical: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, e.Role]
    topics: Mapping[str, e.Topic]
    actions: Mapping[str, e.Action]
    happenings: tuple[e.HappeningClass, ...]
    chairs: Mapping[str, tuple[e.Member, ...]]


@lru_cache
def load_knowledge() -> Knowledge:
    """Read every knowledge file of the package.

    Raises:
        KnowledgeError: If a file is not TOML, misses a field or says something impossible.
    """
    countries = read_file("countries.toml")
    offices = read_offices()
    return Knowledge(
        people=read_people(),
        offices=offices,
        held=by_each(offices.values(), lambda office: (term.person for term in office.terms)),
        by_role=by_each(offices.values(), lambda office: (office.role,)),
        organizations=_read_organizations(),
        countries={
            entry.code: entry for entry in each_built("countries.toml", countries["country"], _country)
        },
        cities=tuple(each_built("countries.toml", countries.get("city", []), _city)),
        regions=tuple(each_built("countries.toml", countries["region"], _region)),
        historical={table["code"]: strings(table, "en", "ru") for table in countries.get("historical", [])},
        roles=keyed("roles.toml", "role", _role),
        topics=keyed("topics.toml", "topic", _topic),
        actions=keyed("actions.toml", "action", _action),
        happenings=tuple(
            each_built("happenings.toml", read_file("happenings.toml")["class"], _happening_class)
        ),
        chairs=dict(each_built("chairs.toml", read_file("chairs.toml")["chair"], _chair)),
    )


def _read_organizations() -> dict[str, e.OrganizationEntry]:
    """The bodies by their key, each with its names in the languages of `body_names.toml` as well."""
    abroad = {key: names for key, names in read_file(_NAMES).items() if key != "checked"}
    tables = [
        {"abroad": abroad.get(table.get("key", ""), {}), **table}
        for _, file in read_folder("organizations")
        for table in file.get("organization", ())
    ]
    found = by_key("organizations", tables, _organization)
    if unknown := sorted(abroad.keys() - found.keys()):
        msg = f"{_NAMES}: {unknown[0]!r} is no key of organizations/"
        raise KnowledgeError(msg)
    return found


def _organization(table: Table) -> e.OrganizationEntry:
    further = [name for names in table["abroad"].values() for name in names]
    return e.OrganizationEntry(
        key=table["key"],
        name=table["name"],
        abbr=table.get("abbr", ""),
        kind=table["kind"],
        parent=table.get("parent", ""),
        country=table.get("country", ""),
        family=table.get("family", ""),
        names=(*strings(table, "name", "en", "ru"), *(name for name in further if " " in name)),
        # "Cédéao", "ONU": of one word only the very case tells.
        abbrs=(*strings(table, "abbrs"), *(name for name in further if " " not in name)),
        context=strings(table, "context_en", "context_ru"),
        signs=strings(table, "signs_en", "signs_ru"),
        founded=days_between(table.get("founded", ""), ""),
        dissolved=days_between("", table.get("dissolved", "")),
        members=_members(table, "members"),
    )


def _members(table: Table, field: str) -> tuple[e.Member, ...]:
    return tuple(
        e.Member(one["country"], days_between(one.get("since", ""), one.get("until", "")))
        for one in table.get(field, ())
    )


def _chair(table: Table) -> tuple[str, tuple[e.Member, ...]]:
    return table["body"], _members(table, "terms")


def _country(table: Table) -> e.CountryEntry:
    return e.CountryEntry(
        code=table["code"],
        names=strings(table, "names", "ru_names"),
        adjectives=strings(table, "adjectives", "ru_adjectives"),
        demonyms=strings(table, "demonyms", "ru_demonyms"),
        abbrs=strings(table, "abbrs"),
        capital=table.get("capital", ""),
        metonyms=tuple(e.Metonym(one["text"], one.get("city", "")) for one in table.get("metonyms", ())),
        unless=strings(table, "not"),
        ambiguous=table.get("ambiguous", False),
    )


def _city(table: Table) -> e.City:
    return e.City(table["name"], table["country"], strings(table, "name", "also"))


def _region(table: Table) -> e.Region:
    return e.Region(table["name"], strings(table, "en", "ru"), tuple(table["countries"]))


def _role(table: Table) -> e.Role:
    return e.Role(
        key=table["key"],
        words=strings(table, "en", "ru"),
        plurals=strings(table, "en_plural", "ru_plural"),
        leader_words=strings(table, "leader_words"),
        group_words=strings(table, "group_words"),
        rank=table["rank"],
        scope=table["scope"],
        of_country=table.get("of_country", {}),
    )


def _topic(table: Table) -> e.Topic:
    return e.Topic(
        table["key"],
        table["name"],
        table["family"],
        strings(table, "strong", "ru_strong"),
        strings(table, "weak", "ru_weak"),
        strings(table, "not", "ru_not"),
    )


def _action(table: Table) -> e.Action:
    verbs = tuple(inflect_verb(words) for words in table.get("verbs", ()))
    return e.Action(
        key=table["key"],
        type=table["type"],
        plover=table["plover"],
        cameo=table["cameo"],
        title=table["title"],
        plan=table["plan"],
        verbs=verbs,
        nouns=strings(table, "nouns"),
        ru_verbs=strings(table, "ru_verbs"),
        ru_nouns=strings(table, "ru_nouns"),
        needs=table.get("needs", ""),
        object_words=strings(table, "object_words"),
        unless=strings(table, "unless"),
    )


def _happening_class(table: Table) -> e.HappeningClass:
    return e.HappeningClass(
        table["key"],
        table["kind"],
        strings(table, "en", "ru"),
        strings(table, "words"),
        table.get("needs_word", False),
        tuple(table.get("bodies", ())),
        tuple(table.get("summit_of", ())),
        tuple(_happening(table["key"], table["kind"], one) for one in table.get("happening", ())),
    )


def _happening(group: str, kind: str, table: Table) -> e.Happening:
    """One happening; a holiday recurs, so its days are those of every year."""
    return e.Happening(
        key=f"{group}:{table['name']}",
        name=table["name"],
        names=strings(table, "name", "en", "ru", "also"),
        ordinal=table.get("ordinal", 0),
        city=table.get("city", ""),
        country=table.get("country", ""),
        days=ds.each_year(table["month"], table["day"], range(1990, 2101))
        if "month" in table
        else days_between(table["since"], table.get("until", "")),
        kind=kind,
    )
