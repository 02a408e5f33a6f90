"""How wide words are drawn, so that labels can be placed before a browser has measured them.

The table holds the advance widths of Inter, the page's font.

A letter the table lacks counts as a whole em (scripts outside Latin and Cyrillic come from a
fallback font, and hardly any letter is wider), so a width is never underrated by much.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path

UNKNOWN = 1000
ELLIPSIS = "…"


@cache
def _widths() -> dict[str, int]:
    table = json.loads(Path(__file__).with_name("inter_widths.json").read_text("utf-8"))
    return {letter: int(width) for width, letters in table["widths"].items() for letter in letters}


def has_width(letter: str) -> bool:
    """Whether the page's font has a letter."""
    return letter in _widths()


@lru_cache(maxsize=16_384)
def text_width(text: str, size: float) -> float:
    """The width of a text in pixels at a font size."""
    table = _widths()
    return sum(table.get(letter, UNKNOWN) for letter in text) * size / 1000


def fit_text(text: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis when it is wider than the room; "" when nothing fits."""
    if text_width(text, size) <= room:
        return text
    table = _widths()
    left = room * 1000 / size - table[ELLIPSIS]
    kept = 0
    for letter in text:
        left -= table.get(letter, UNKNOWN)
        if left < 0:
            break
        kept += 1
    words = text[:kept].rstrip(" ,.;:–—-")
    return words + ELLIPSIS if len(words) > 2 else ""  # noqa: PLR2004 - two letters tell nothing


def wrap_text(text: str, size: float, room: float, lines: int) -> list[str]:
    """The text in at most so many lines; the last one is cut."""
    wrapped: list[str] = []
    line = ""
    words = text.split()
    for place, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if not line or text_width(longer, size) <= room:
            line = longer
            continue
        if len(wrapped) == lines - 1:
            line = " ".join([line, *words[place:]])
            break
        wrapped.append(line)
        line = word
    return [fit_text(each, size, room) or each[:1] for each in [*wrapped, line] if each]
