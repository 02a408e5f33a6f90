"""Countries named in a language the gazetteer does not hold: whole words in the very case."""

from __future__ import annotations

import re
from functools import lru_cache

from data_model.find.names import NameHit, keep_longest
from data_model.knowledge.foreign_countries import foreign_country_names
from data_model.knowledge.gazetteer import Name
from data_model.knowledge.places import METROPOLIS


def add_foreign_countries(text: str, language: str, hits: tuple[NameHit, ...]) -> tuple[NameHit, ...]:
    """The names of a text with the countries by their names in its language; within a kind no two overlap."""
    codes = foreign_country_names(language)
    if not codes:
        return hits
    found = []
    for name in _names(language).finditer(text.replace("\u2019", "'").replace("\u02bc", "'")):
        words = text[name.start() : name.end()]
        meant = Name("country", "name", codes[name[0]], words, size=METROPOLIS)
        found.append(NameHit(*name.span(), words, "country" if meant.key else "block", (meant,)))
    return keep_longest((*hits, *found))


@lru_cache(maxsize=8)
def _names(language: str) -> re.Pattern[str]:
    names = sorted((re.escape(one) for one in foreign_country_names(language)), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])")
