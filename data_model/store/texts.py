"""Which happenings tell a word: found by the words of their texts, and by reading these where need be."""

from __future__ import annotations

import re
import unicodedata

import duckdb
import numpy as np

from data_model.store.arrays import Bits

# No letter comes after it.
_LAST = chr(0x10FFFF)
_BEGINNING = "SELECT place FROM tokens WHERE token >= $first AND token < $last"
_READING = "SELECT place FROM texts WHERE contains(words, $word) AND regexp_matches(words, $pattern)"
# Words are folded as the texts were.
_FOLDED = "SELECT strip_accents(lower($word))"


def find_word(cursor: duckdb.DuckDBPyConnection, word: str, size: int) -> Bits:
    """Which happenings tell a word: it stands at the beginning of a word of theirs.

    In scripts that write no spaces between words it may stand anywhere.

    Args:
        cursor: Of the serving database.
        word: A word, in any case, with or without accents; it may hold signs ("covid-19").
        size: How many happenings there are.
    """
    found = np.zeros(size, np.bool_)
    (folded,) = cursor.execute(_FOLDED, {"word": word}).fetchone() or (word,)
    query, given = _question(folded)
    found[cursor.execute(query, given).fetchnumpy()["place"]] = True
    return found


def _question(word: str) -> tuple[str, dict[str, str]]:
    runs = _runs(word)
    reading = {"word": word, "pattern": pattern_of(word)}
    if not runs or _is_written_together(word):
        return _READING, reading
    longest = max(runs, key=len)
    # What is followed by a sign is a whole word, what stands last its beginning.
    last = longest + _LAST if word.endswith(longest) else longest + "\0"
    begins = {"first": longest, "last": last}
    if longest == word:
        return _BEGINNING, begins
    return f"{_READING} AND place IN ({_BEGINNING})", reading | begins


def pattern_of(word: str) -> str:
    """Where a word stands in a text: at the beginning of a word, or anywhere in scripts without spaces."""
    exact = re.escape(word)
    if _is_written_together(word):
        return exact
    return rf"(^|[^\pL\pN]){exact}" if word[:1].isalnum() else exact


def _is_written_together(word: str) -> bool:
    return any(unicodedata.category(letter) == "Lo" for letter in word)


def _runs(word: str) -> list[str]:
    """The runs of letters and figures in a word."""
    spaced = [one if unicodedata.category(one)[0] in "LN" else " " for one in word]
    return "".join(spaced).split()
