"""Every name the product knows, in one automaton.

`ahocorasick_rs` (Apache-2.0) with overlapping matches: measured the fastest that finds "Russia's"
and does not lose a short name inside a longer one. Boundaries, case and the choice of the longest
are decided in `find/names.py`.
"""

from __future__ import annotations

import atexit
import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from data_model.knowledge import places
from data_model.knowledge.declension import decline_name, spell_patronymic
from data_model.knowledge.entries import PersonEntry
from data_model.knowledge.folding import fold, without_accents
from data_model.knowledge.load import Knowledge, load_knowledge
from data_model.knowledge.place_words import load_place_words

_SHORTEST_SURNAME = 1
_CYRILLIC = re.compile("[А-Яа-я]")


class Name(NamedTuple):
    """What a string of the gazetteer may mean: a plain tuple, there are tens of thousands.

    Attributes:
        kind: country · place · region · block · sign · organization · person · role · happening.
        how: How the name says it: name, adjective, demonym, abbr, capital, city, area, metonym,
            full, context, surname, family (a surname many share), patronymic, word, plural, leader,
            group, class, words.
        key: The knowledge entry: country code, organization key, person key, role key …
        form: The name as the file has it; its case counts when `exact`.
        exact: Whether the text must have the very case of `form`.
        capital: Whether the text must begin with a capital letter.
        city: The city a place name or metonym stands for.
        size: Inhabitants of a country or place, 0 for everything else.
    """

    kind: str
    how: str
    key: str
    form: str
    exact: bool = False
    capital: bool = False
    city: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The automaton and, for each of its patterns, the names it may be."""

    automaton: Any
    names: tuple[tuple[Name, ...], ...]
    lemmas: bool


@lru_cache(maxsize=2)
def load_gazetteer(*, cyrillic: bool) -> Gazetteer:
    """The gazetteer for texts with or without Cyrillic words (lemmas cost time to prepare)."""
    patterns: dict[str, list[Name]] = {}
    with _staying():
        every = _every_name(load_knowledge(), cyrillic=cyrillic)
        names = [name for name in every if cyrillic or not _CYRILLIC.search(name.form)]
        forms = fold("\n".join(name.form for name in names), lemmas=cyrillic).text.split("\n")
        for form, name in zip(forms, names, strict=True):
            patterns.setdefault(form, []).append(name)
        automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard)
        return Gazetteer(automaton, tuple(map(tuple, patterns.values())), cyrillic)


@contextmanager
def _staying() -> Iterator[None]:
    """What is built here stays as long as the process: it is not looked through for garbage any more.

    Looking took half the time of building, and some of that of every text ever after. At the very end it is
    looked through once more, for those who count what is left.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
        atexit.register(gc.unfreeze)
    finally:
        if was_on:
            gc.enable()


def _every_name(knowledge: Knowledge, *, cyrillic: bool) -> Iterator[Name]:
    """Every name; of people and cities without Cyrillic ones where they are not asked for (half the time)."""
    yield from _country_names(knowledge)
    yield from _area_names()
    # A word of a body's name is no town, unless a country, a capital or a great city is called so too.
    great = {form for _, form in places.country_names()}
    great |= {entry.capital for entry in knowledge.countries.values()}
    cities = tuple(places.city_names(Name, cyrillic=cyrillic))
    great |= {name.form for name in cities if name.size >= places.METROPOLIS}
    plain = _plain_words(knowledge)
    for name in cities:
        if name.form in great or name.form.lower() not in plain:
            yield name
    for city in knowledge.cities:
        for form in city.names:
            yield Name(
                "place", "city", city.country, form, capital=True, city=city.name, size=places.METROPOLIS
            )
    yield from _organization_names(knowledge)
    yield from _person_names(knowledge, cyrillic=cyrillic)
    yield from _role_names(knowledge)
    for group in knowledge.happenings:
        for form in group.names:
            yield Name("happening", "class", group.key, form)
        for one in group.happenings:
            for form in one.names:
                yield Name("happening", "name", one.key, form)


def _plain_words(knowledge: Knowledge) -> frozenset[str]:
    """Words that bodies, offices and topics are called by: a town called Union or Central is not meant."""
    phrases = (
        *(form for entry in knowledge.organizations.values() for form in (*entry.names, *entry.context)),
        *(form for role in knowledge.roles.values() for form in (*role.words, *role.plurals)),
        *(form for topic in knowledge.topics.values() for form in (*topic.strong, *topic.weak)),
    )
    return frozenset(word.lower() for phrase in phrases for word in phrase.split())


def _country_names(knowledge: Knowledge) -> Iterator[Name]:
    for code, form in places.country_names():
        yield Name("country", "name", code, form, capital=True, size=places.country_size(code))
    for code, entry in knowledge.countries.items():
        size = places.country_size(code)
        for how, forms in (
            ("name", entry.names),
            ("adjective", entry.adjectives),
            ("demonym", entry.demonyms),
        ):
            for form in forms:
                yield Name("country", how, code, form, _has_inner_capital(form), form[0].isupper(), size=size)
        yield from (Name("country", "abbr", code, form, exact=True) for form in entry.abbrs)
        yield from (
            Name("place", "metonym", code, one.text, capital=True, city=one.city) for one in entry.metonyms
        )
        if entry.capital:
            yield Name("place", "capital", code, entry.capital, capital=True, city=entry.capital)
        # "turkey" blocks only the bird, written small.
        yield from (Name("block", "unless", code, form, exact=form.islower()) for form in entry.unless)
    for region in knowledge.regions:
        yield from (Name("region", "region", region.name, form) for form in region.names)
    for code, forms in knowledge.historical.items():
        yield from (Name("block", "historical", code, form) for form in forms)


def _area_names() -> Iterator[Name]:
    """States, provinces and counties, and the words of public life that tell a country's local news."""
    words = load_place_words()
    for code, form, known in places.area_names(words.area_countries):
        # A shire that few know counts as a town does: where its country is spoken of.
        yield Name("place", "area", code, form, capital=True, size=places.METROPOLIS if known else 0)
    for code, form in words.areas:
        yield Name("place", "area", code, form, capital=True, size=places.METROPOLIS)
    for code, name, form, known in words.towns:
        size = places.METROPOLIS if known else 0
        yield Name("place", "city", code, form, capital=True, city=name, size=size)
    for code, forms in words.signs.items():
        yield from (Name("sign", "sign", code, form, exact=True) for form in forms)
    yield from (Name("block", "unless", "", form, capital=True) for form in words.bodies)


def _has_inner_capital(form: str) -> bool:
    """Whether a form written with a small first letter has a capital behind it: "the States"."""
    return form[0].islower() and not form.islower()


def _organization_names(knowledge: Knowledge) -> Iterator[Name]:
    for key, entry in knowledge.organizations.items():
        for form in entry.names:
            # One word alone ("Commonwealth", "Interpol") is a name only with its capital.
            yield Name("organization", "full", key, form, capital=" " not in form)
        for form in entry.abbrs:
            yield Name("organization", "abbr", key, form, exact=True)
        for form in entry.context:
            exact = form.isupper() or _has_inner_capital(form)
            yield Name("organization", "context", key, form, exact, " " not in form)


def _person_names(knowledge: Knowledge, *, cyrillic: bool) -> Iterator[Name]:
    for key, person in knowledge.people.items():
        entry = person if cyrillic or not person.ru else replace(person, ru="")
        cases = decline_name(entry.ru) if entry.ru else ()
        for form in _spellings((entry.name, *entry.also, entry.ru, *cases)):
            yield Name("person", "full", key, form, capital=True)
        for form in _spellings(_surnames(entry, cases)):
            yield Name("person", "surname" if entry.lone_surname else "family", key, form, capital=True)
        yield from (Name("person", how, key, form, capital=True) for how, form in _with_patronymic(entry))


def _with_patronymic(entry: PersonEntry) -> Iterator[tuple[str, str]]:
    """Given name and patronymic, and the same with the family name, in every spelling of each."""
    latin = spell_patronymic(entry.patronymic) if entry.patronymic else ()
    russian = (entry.patronymic_ru,) if entry.patronymic_ru else ()
    names = [(name, latin) for name in (entry.name, *entry.also)] + [(entry.ru, russian)]
    for name, patronymics in names:
        given, _, family = name.partition(" ")
        for patronymic in patronymics if family else ():
            yield "patronymic", f"{given} {patronymic}"
            yield "full", f"{given} {patronymic} {family}"


def _spellings(forms: Iterable[str]) -> Iterator[str]:
    """Each form once, and without its accents as agencies write it."""
    return iter(dict.fromkeys(each for form in forms if form for each in (form, without_accents(form))))


def _surnames(entry: PersonEntry, cases: Iterable[str]) -> Iterator[str]:
    """What the person is called by alone: of a spelling met once or twice only if its owner is well known."""
    forms = (entry.name, *entry.also) if entry.lone_surname else (entry.name,)
    latin = () if entry.surname else forms
    if entry.surname:
        yield entry.surname
    for form in (*latin, entry.ru, *cases):
        words = form.split()
        if len(words) > 1 and _is_surname(words[-1]):
            yield words[-1]


def _is_surname(word: str) -> bool:
    """Not so: "Jr.", "III", the one letter of a Chinese name in Russian."""
    return len(word) > _SHORTEST_SURNAME and not word.endswith(".") and not word.isupper()


def _role_names(knowledge: Knowledge) -> Iterator[Name]:
    for key, role in knowledge.roles.items():
        for how, forms in (
            ("word", role.words),
            ("plural", role.plurals),
            ("leader", role.leader_words),
            ("group", role.group_words),
        ):
            for form in forms:
                yield Name("role", how, key, form)
