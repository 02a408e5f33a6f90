"""States and provinces written as letters: "Paris, Ky.", "Austin, TX", "D-W. Va."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from data_model.knowledge import places
from data_model.knowledge.place_words import load_place_words


def find_areas(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, stop and country code of each; only behind a comma or the letter of a party are they one."""
    pattern, codes = _letters()
    for match in pattern.finditer(text):
        yield match.start("area"), match.end("area"), codes[match["area"].replace(" ", "")]


@lru_cache(maxsize=1)
def _letters() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The pattern of every abbreviation, and the country of each; spaces inside are free ("W. Va.")."""
    words = load_place_words()
    codes = {letters: code for code, letters in places.area_letters(words.area_countries)}
    codes |= {form: code for code, forms in words.abbreviations.items() for form in forms}
    forms = "|".join(
        re.escape(form).replace(r"\.", r"\. ?").removesuffix(" ?")
        for form in sorted(codes, key=len, reverse=True)
    )
    # A town stands before the comma; the postal letters are words too ("IN", "OR", "ME").
    return re.compile(rf"(?:[A-Za-z],\s|\b[DIR]-)(?P<area>{forms})(?![A-Za-z]|\s[A-Z]{{2}})"), codes
