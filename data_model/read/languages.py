"""Which language a text is written in."""

from __future__ import annotations

import re

_CYRILLIC = re.compile(r"[а-яёА-ЯЁ]")
_LATIN = re.compile(r"[a-zA-Z]")


def read_language(text: str) -> str:
    """ISO 639-1 of the language most of the letters speak for: "ru" or "en".

    A Russian date line over an English report leaves it English; a language of neither script
    counts as English, whose finders then find little rather than wrong things.
    """
    cyrillic = len(_CYRILLIC.findall(text))
    return "ru" if cyrillic > len(_LATIN.findall(text)) else "en"
