"""States and provinces written as letters: "Paris, Ky.", "Austin, TX", "D-W. Va."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from data_model.knowledge import places
from data_model.knowledge.place_words import load_place_words

# Members of the US Congress: Democrat, Independent, Republican.
_PARTIES = ("D", "I", "R")
_LONGEST_WORD = 30


def find_areas(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, stop and country code of each; only behind a town and a comma or a party's letter is it one."""
    comma, party, codes = _letters()
    for match in comma.finditer(text):
        if _is_town_before(text, match.start()):
            yield match.start(1), match.end(1), codes[match[1].replace(" ", "")]
    for match in party.finditer(text):
        if text[match.start() - 1 : match.start()] in _PARTIES:
            yield match.start(1), match.end(1), codes[match[1].replace(" ", "")]


def _is_town_before(text: str, stop: int) -> bool:
    """Whether the word before begins with a capital letter."""
    start = text.rfind(" ", max(0, stop - _LONGEST_WORD), stop) + 1
    return text[stop - 1 : stop].isalpha() and (text[start : start + 1].isupper() or "\n" in text[start:stop])


@lru_cache(maxsize=1)
def _letters() -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, str]]:
    """Every abbreviation behind a comma or a hyphen, and the country of each; "W. Va." may hold a space.

    The patterns begin with the one sign they want, which the search is quick to find.
    """
    words = load_place_words()
    codes = {letters: code for code, letters in places.area_letters(words.area_countries)}
    codes |= {form: code for code, forms in words.abbreviations.items() for form in forms}
    forms = "|".join(
        re.escape(form).replace(r"\.", r"\. ?").removesuffix(" ?")
        for form in sorted(codes, key=len, reverse=True)
    )
    # The postal letters are words too ("IN", "OR", "ME"): in capitals throughout they are none.
    end = r"(?![A-Za-z]| [A-Z]{2})"
    return re.compile(rf", ({forms}){end}"), re.compile(rf"-({forms}){end}"), codes
