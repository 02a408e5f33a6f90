"""The names of countries in languages the gazetteer does not hold: those of CLDR and of `foreign.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any

from data_model.knowledge.files import read_file
from data_model.knowledge.places import LANGUAGES, country_codes

_SHORTEST = 3  # letters: shorter ones are abbreviations, which stand in the file


@lru_cache(maxsize=32)
def foreign_country_names(language: str) -> Mapping[str, str]:
    """The codes of countries by their names in a language, "" for a name that means no country.

    Empty for the languages of the gazetteer and for those written without blanks between words.
    """
    if language in LANGUAGES or language in read_file("languages.toml")["countries"]["unparted"]:
        return {}
    own: dict[str, Any] = read_file("foreign.toml").get(language, {})
    endings: Mapping[str, list[str]] = own.get("country_endings", {})
    found: dict[str, str] = {}
    for name, code in _every_name(language):
        found.setdefault(name, code)
        found |= dict.fromkeys(_cases(name, endings), code)
    found |= {name: code for code, names in own.get("country_names", {}).items() for name in names}
    return found | dict.fromkeys(own.get("country_never", ()), "")


def _every_name(language: str) -> Iterator[tuple[str, str]]:
    from babel import Locale, UnknownLocaleError

    names: Mapping[str, str] = {}
    with suppress(UnknownLocaleError, ValueError, TypeError):
        names = Locale.parse(language).territories
    for code in country_codes():
        # "Myanmar (Birmania)": both are names; an abbreviation in brackets is the owner's.
        for name in names.get(code, "").replace(")", "").split(" ("):
            if len(name) >= _SHORTEST and not name.isupper():
                yield name, code
                yield name.replace("\u2019", "'").replace("\u02bc", "'"), code


def _cases(name: str, endings: Mapping[str, list[str]]) -> Iterator[str]:
    """The other cases of a name, by the longest of the endings it has."""
    ending = max((one for one in endings if name.endswith(one)), key=len, default="")
    return (name.removesuffix(ending) + other for other in endings.get(ending, ()))
