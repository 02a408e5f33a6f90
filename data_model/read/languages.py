"""Which language a text is written in."""

from __future__ import annotations

import re
from collections import Counter

from data_model.knowledge.date_words import date_languages, load_date_words

DEFAULT = "en"
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[а-яё]+")
_LATIN = re.compile(r"[a-z]+")
# The least share of a language's small words in a text of that language; of its neighbours' texts it is less.
_SHARE = 0.1
_ENOUGH = 20_000  # letters: a language shows in the first pages


def read_language(text: str) -> str:
    """ISO 639-1 of the language most of the words speak for, of those with a file of date words.

    The script decides first, then the small words of each language: a Russian date line over an English
    report leaves it English. A language without a file counts as English, whose finders then find
    little rather than wrong things.
    """
    text = text[:_ENOUGH].lower()
    cyrillic = _count(_CYRILLIC, text) > _count(_LATIN, text)
    words = Counter(_WORD.findall(text))
    told = {
        language: sum(words[word] for word in telltale)
        for language in date_languages()
        if any(map(_CYRILLIC.match, telltale := load_date_words(language).telltale)) == cyrillic
    }
    return max(told, key=lambda language: (told[language], language == DEFAULT), default=DEFAULT)


def is_understood(text: str, language: str) -> bool:
    """Whether a text has as many of the small words of a language as a text of that language has.

    A Spanish text counts as French by its letters, but one word in twelve is French in it, not one in four.
    """
    words = _WORD.findall(text[:_ENOUGH].lower())
    telltale = load_date_words(language).telltale
    return sum(word in telltale for word in words) >= _SHARE * len(words)


def _count(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))
