"""The one loader of the knowledge files: typed, checked, read once.

A wrong file raises `KnowledgeError` with file, entry and what was expected.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from data_model import days as ds
from data_model.dates import days_of_edtf
from data_model.days import Days
from data_model.errors import DateError, KnowledgeError
from data_model.knowledge import entries as e
from data_model.knowledge.verbs import inflect_verb

Table = dict[str, Any]
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Everything the normalizer knows beside the text; mappings are by key or code."""

    people: Mapping[str, e.PersonEntry]
    offices: Mapping[str, e.Office]
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
    countries = _file("countries.toml")
    return Knowledge(
        people=_keyed("people.toml", "person", _person),
        offices=_keyed("offices.toml", "office", _office),
        organizations=_keyed("organizations.toml", "organization", _organization),
        countries={entry.code: entry for entry in _each("countries.toml", countries["country"], _country)},
        cities=tuple(_each("countries.toml", countries.get("city", []), _city)),
        regions=tuple(_each("countries.toml", countries["region"], _region)),
        historical={table["code"]: _names(table, "en", "ru") for table in countries.get("historical", [])},
        roles=_keyed("roles.toml", "role", _role),
        topics=_keyed("topics.toml", "topic", _topic),
        actions=_keyed("actions.toml", "action", _action),
        happenings=tuple(_each("happenings.toml", _file("happenings.toml")["class"], _happening_class)),
        chairs=dict(_each("chairs.toml", _file("chairs.toml")["chair"], _chair)),
    )


def _file(name: str) -> Table:
    try:
        return tomllib.loads((files("data_model.knowledge") / name).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        msg = f"{name}: {error}"
        raise KnowledgeError(msg) from error


def _keyed(name: str, kind: str, build: Callable[[Table], Entry]) -> Mapping[str, Entry]:
    tables = _file(name).get(kind, [])
    found = dict(zip((table.get("key", "") for table in tables), _each(name, tables, build), strict=True))
    if len(found) != len(tables):
        msg = f"{name}: a key stands twice; every [[{kind}]] needs its own"
        raise KnowledgeError(msg)
    return found


def _each(name: str, tables: Iterable[Table], build: Callable[[Table], Entry]) -> list[Entry]:
    found = []
    for table in tables:
        try:
            found.append(build(table))
        except (KeyError, TypeError, ValueError, DateError) as error:
            which = table.get("key") or table.get("code") or table.get("name") or "?"
            msg = f"{name}: entry {which!r}: {type(error).__name__} {error}"
            raise KnowledgeError(msg) from error
    return found


def _days(since: str, until: str) -> Days:
    """The days of a term: from the first day `since` allows to the last day of `until`."""
    first = ds.earliest(days_of_edtf(since)) if since else None
    last = ds.latest(days_of_edtf(until)) if until else None
    found = ds.between(first, last)
    if not found:
        msg = f"since {since} is after until {until}"
        raise ValueError(msg)
    return found


def _names(table: Table, *fields: str) -> tuple[str, ...]:
    """The non-empty strings of some fields, each once, in order."""
    found: dict[str, None] = {}
    for field in fields:
        value = table.get(field, "")
        for name in [value] if isinstance(value, str) else value:
            if name:
                found[name] = None
    return tuple(found)


def _person(table: Table) -> e.PersonEntry:
    return e.PersonEntry(
        table["key"],
        table["name"],
        table.get("ru", ""),
        table.get("patronymic", ""),
        table.get("patronymic_ru", ""),
        tuple(table.get("also", ())),
        table.get("country", ""),
    )


def _office(table: Table) -> e.Office:
    terms = tuple(
        e.Term(table["key"], term["person"], _days(term.get("since", ""), term.get("until", "")))
        for term in table.get("term", ())
    )
    return e.Office(
        table["key"],
        table["title"],
        table.get("country", ""),
        table.get("organization", ""),
        table["name"],
        terms,
    )


def _organization(table: Table) -> e.OrganizationEntry:
    return e.OrganizationEntry(
        key=table["key"],
        name=table["name"],
        abbr=table.get("abbr", ""),
        kind=table["kind"],
        parent=table.get("parent", ""),
        country=table.get("country", ""),
        family=table.get("family", ""),
        names=_names(table, "name", "en", "ru"),
        abbrs=_names(table, "abbrs"),
        context=_names(table, "context_en", "context_ru"),
        signs=_names(table, "signs_en", "signs_ru"),
        founded=_days(table.get("founded", ""), ""),
        dissolved=_days("", table.get("dissolved", "")),
        members=_members(table, "members"),
    )


def _members(table: Table, field: str) -> tuple[e.Member, ...]:
    return tuple(
        e.Member(one["country"], _days(one.get("since", ""), one.get("until", "")))
        for one in table.get(field, ())
    )


def _chair(table: Table) -> tuple[str, tuple[e.Member, ...]]:
    return table["body"], _members(table, "terms")


def _country(table: Table) -> e.CountryEntry:
    return e.CountryEntry(
        code=table["code"],
        names=_names(table, "names", "ru_names"),
        adjectives=_names(table, "adjectives", "ru_adjectives"),
        demonyms=_names(table, "demonyms", "ru_demonyms"),
        abbrs=_names(table, "abbrs"),
        capital=table.get("capital", ""),
        metonyms=tuple(e.Metonym(one["text"], one.get("city", "")) for one in table.get("metonyms", ())),
        unless=_names(table, "not"),
        ambiguous=table.get("ambiguous", False),
    )


def _city(table: Table) -> e.City:
    return e.City(table["name"], table["country"], _names(table, "name", "also"))


def _region(table: Table) -> e.Region:
    return e.Region(table["name"], _names(table, "en", "ru"), tuple(table["countries"]))


def _role(table: Table) -> e.Role:
    return e.Role(
        key=table["key"],
        words=_names(table, "en", "ru"),
        plurals=_names(table, "en_plural", "ru_plural"),
        leader_words=_names(table, "leader_words"),
        group_words=_names(table, "group_words"),
        rank=table["rank"],
        scope=table["scope"],
    )


def _topic(table: Table) -> e.Topic:
    return e.Topic(
        table["key"],
        table["name"],
        table["family"],
        _names(table, "strong", "ru_strong"),
        _names(table, "weak", "ru_weak"),
        _names(table, "not", "ru_not"),
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
        nouns=_names(table, "nouns"),
        ru_verbs=_names(table, "ru_verbs"),
        ru_nouns=_names(table, "ru_nouns"),
        company=_names(table, "company"),
        needs=table.get("needs", ""),
        object_words=_names(table, "object_words"),
        unless=_names(table, "unless"),
    )


def _happening_class(table: Table) -> e.HappeningClass:
    return e.HappeningClass(
        table["key"],
        table["kind"],
        _names(table, "en", "ru"),
        _names(table, "words"),
        table.get("needs_word", False),
        tuple(table.get("bodies", ())),
        tuple(table.get("summit_of", ())),
        tuple(_happening(table["key"], one) for one in table.get("happening", ())),
    )


def _happening(group: str, table: Table) -> e.Happening:
    """One happening; a holiday recurs, so its days are those of every year."""
    holiday = "month" in table
    return e.Happening(
        key=f"{group}:{table['name']}",
        name=table["name"],
        names=_names(table, "name", "en", "ru", "also"),
        ordinal=table.get("ordinal", 0),
        city=table.get("city", ""),
        country=table.get("country", ""),
        days=ds.each_year(table["month"], table["day"], range(1990, 2101))
        if holiday
        else _days(table["since"], table.get("until", "")),
        holiday=holiday,
    )
