"""What the words of an event count: "25 people". Read where the form of a word tells that it is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data_model.dating.scene import Scene
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.numerals import is_counted
from data_model.spans import at_offset
from data_model.values import Evidence

# A number with its marks, and the word behind it.
_COUNTED = re.compile(
    r"(?<![\w.,:/-])(\d{1,3}(?:[ ,\u00a0]\d{3})+|\d+)((?:[.,]\d+)?)\s+([^\W\d_]{2,})(?![\w-])"
)
_MARKS = re.compile(r"\D")
_YEARS = range(1500, 2101)


def numbers_of(scene: Scene, evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Numbers with what they count, as "1006.84 km": each once, in the order of telling; none of a date."""
    found: dict[str, None] = {}
    for words in evidence:
        for hit in _COUNTED.finditer(scene.text, words.start, words.stop):
            whole, part, word = _MARKS.sub("", hit[1]), hit[2].replace(",", "."), hit[3].lower()
            year = hit[1] == whole and int(whole) in _YEARS
            if not year and at_offset(scene.dates, hit.start()) is None and _counts(scene, word, int(whole)):
                found[f"{whole}{part} {word}"] = None
    return tuple(found)


def _counts(scene: Scene, word: str, number: int) -> bool:
    """Whether a word behind a number is what it counts: the plural in English, a case of it in Russian."""
    if scene.language == "ru":
        return is_counted(word, number)
    table = load_headline_words()
    if scene.language != "en" or word in table.uncounted:
        return False
    return word in table.counted or (word.endswith("s") and not word.endswith(("ss", "us")))
