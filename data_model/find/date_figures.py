"""What a number in a text can be by its figures and neighbours: a day, a year, an edition, a count."""

from __future__ import annotations

import re

from data_model.knowledge.date_words import DateWords

LAST_DAY = 31
_EDITIONS = range(1950, 2050)
_NEXT_WORD = re.compile(r"[\s\u00a0]{0,3}([^\W\d_]+|[%‰€$£₽°])")


def is_edition(figures: str, after: str, before: str, words: DateWords) -> bool:
    """Whether a number joined to a name is the year of that edition: "Expo-2017", «Запад-2021»."""
    if not (figures.isascii() and figures.isdigit() and int(figures[:9]) in _EDITIONS):
        return False
    return (
        len(before) > 1
        and int(figures) % 100 > 0
        and before not in words.never_after
        and after not in ("-", "/", "_")
    )


def opens_date(word: str, words: DateWords) -> bool:
    """Whether a number joined to this word may belong to a date: "mid-2015", "12-Oct-2023"."""
    roles = {role for tokens, found in words.phrases.get(word, ()) if tokens == (word,) for role in found}
    return not roles.isdisjoint(("part", "month"))


def is_year_word(letters: str, words: DateWords) -> bool:
    """Whether these letters behind a number are a unit by themselves."""
    return any(tokens == (letters,) and "unit" in found for tokens, found in words.phrases.get(letters, ()))


def _counts(word: str, before: str, words: DateWords) -> bool:
    """Whether the word behind a number makes it a count; not in "the blast of August 7 killed 258"."""
    if word not in words.counted:
        return False
    return not (word.endswith(tuple(words.past_endings)) and "month" in words.alone.get(before, ()))


def figure_letter(figures: str, low: str, stop: int, words: DateWords, before: str) -> str:
    """The letter of bare figures: `d` a day, `y` a year, `n` a count, `x` none of them."""
    ahead = _NEXT_WORD.match(low, stop)
    if ahead and (not ahead[1].isalpha() or _counts(ahead[1], before, words)):
        return "x"
    number = int(figures[:9])
    if len(figures) <= 2:  # noqa: PLR2004
        return "d" if 1 <= number <= LAST_DAY else "n" if number else "x"
    if len(figures) == 4 and 1000 <= number <= 2999:  # noqa: PLR2004
        no_year = before in words.never_after or (ahead and ahead[1] in words.never_before)
        return "x" if no_year else "y"
    return "n" if len(figures) == 3 and figures[0] != "0" else "x"  # noqa: PLR2004
