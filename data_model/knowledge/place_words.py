"""places.toml: the words that tell one place from another of the same name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data_model.knowledge.files import read_file


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What stands around the names of places.

    Attributes:
        area_countries: Countries whose states are named without the country.
        areas: Country and name of parts of countries as news calls them.
        towns: Country, name, spelling and whether it is known by itself, of towns news calls otherwise.
        abbreviations: Abbreviated states by country; they want a comma before them.
        bodies: Newspapers, clubs and happenings named after a place they are not.
        signs: Words of public life by the one country that uses them.
        before: Words in front of where something is.
        between: Words in front of places and people alike.
        sides: Capitalised words that may stand in front of a place.
        openers: Words that open a sentence and are no part of a name.
        belongings: Capitalised words behind a place that leave it one.
        speaking: Words in front of a language.
        languages: Words behind a language.
        given_names: Place names that people are given too.
    """

    area_countries: tuple[str, ...]
    areas: tuple[tuple[str, str], ...]
    towns: tuple[tuple[str, str, str, bool], ...]
    abbreviations: Mapping[str, tuple[str, ...]]
    bodies: tuple[str, ...]
    signs: Mapping[str, tuple[str, ...]]
    before: frozenset[str]
    between: frozenset[str]
    sides: frozenset[str]
    openers: frozenset[str]
    belongings: frozenset[str]
    speaking: frozenset[str]
    languages: frozenset[str]
    given_names: frozenset[str]


@lru_cache(maxsize=1)
def load_place_words() -> PlaceWords:
    """The words of places.toml."""
    table = read_file("places.toml")
    words = table["words"]
    return PlaceWords(
        area_countries=tuple(table["area_countries"]),
        areas=tuple((area["country"], form) for area in table["area"] for form in (*area["en"], *area["ru"])),
        towns=tuple(_towns(table["towns"])),
        abbreviations={code: tuple(forms) for code, forms in table["abbreviations"].items()},
        bodies=tuple(table["bodies"]["names"]),
        signs={code: tuple(forms) for code, forms in table["signs"].items()},
        before=frozenset(words["before"]),
        between=frozenset(words["between"]),
        sides=frozenset(words["sides"]),
        openers=frozenset(words["openers"]),
        belongings=frozenset(words["belongings"]),
        speaking=frozenset(table["languages"]["before"]),
        languages=frozenset(table["languages"]["behind"]),
        given_names=frozenset(table["people"]["given_names"]),
    )


def _towns(table: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[tuple[str, str, str, bool]]:
    for how, countries in table.items():
        for code, names in countries.items():
            for name in names:
                forms = name.split("|")
                yield from ((code, forms[0], form, how == "known") for form in forms)
