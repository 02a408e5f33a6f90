"""Which language a text is written in, and how far it is understood."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from data_model.knowledge.date_words import date_languages, load_date_words
from data_model.knowledge.files import read_file
from data_model.knowledge.foreign_words import load_foreign_words

DEFAULT = "en"
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]+")
_ENOUGH = 20_000  # letters: a language shows in the first pages
# Menus, share lines and date lines are shorter than this; what is longer is prose, if there is any.
_PROSE = 60
# From so many words on the small words of a language are counted on; fewer are left to the detector.
_MANY = 40
# A letter in so many may be of a name or a quotation.
_STRAY = 0.004
# The detector's own share of certainty. Of 200 short texts in 20 languages the surer ones are right but for
# one, and six are less sure (`tests/corpus/languages.toml`).
_SURE = 0.5
# Against small words of a language of ours it must be surer: names in a Russian line look Bulgarian.
_SURER = 0.7


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a text.

    Attributes:
        code: ISO 639-1, the most likely one, "" when even that would be a guess.
        sure: Whether it is more likely than all others together.
    """

    code: str
    sure: bool


def read_language(text: str) -> str:
    """ISO 639-1 of the language a text is most likely written in, "" when even that would be a guess."""
    return tell_language(text).code


def reading_language(text: str) -> str:
    """The language whose words a text is read with: its own, or where that is a guess ours of its letters."""
    if told := read_language(text):
        return told
    cyrillic = len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text))
    return next(
        language
        for language in (DEFAULT, *date_languages())
        if bool(_CYRILLIC.match(min(load_date_words(language).telltale))) == cyrillic
    )


def is_understood(text: str, language: str) -> bool:
    """Whether a text is really in a language whose date words we have, whatever is declared beside it."""
    return language in date_languages() and tell_language(text).code == language


@lru_cache
def read_of(language: str) -> tuple[str, ...]:
    """What is understood of a text in a language: dates, names, events; nothing where it is not known."""
    told: dict[str, list[str]] = read_file("languages.toml")["read"]
    if language in told:
        return tuple(told[language])
    return ("dates",) if load_foreign_words(language) else ()


def tell_language(text: str) -> Language:
    """The language of a text, and whether that is sure.

    The script most letters are of decides first, then the prose in it: a Russian date line over an English
    report leaves it English, an English menu over a Spanish one leaves it Spanish.
    """
    return _tell(text[:_ENOUGH])


@lru_cache(maxsize=4)  # the stations of one document ask for the same text
def _tell(text: str) -> Language:
    prose = _prose_of(text)
    return _by_small_words(prose) or _by_detector(prose)


def _prose_of(text: str) -> str:
    """The long lines of a text without the letters of a script fewer of its letters are of."""
    lines = text.splitlines()
    shown = "\n".join([line for line in lines if len(line) >= _PROSE] or lines)
    latin, cyrillic = (sum(map(len, letters.findall(shown))) for letters in (_LATIN, _CYRILLIC))
    rest = sum(map(len, _WORD.findall(shown))) - latin - cyrillic
    if rest > max(latin, cyrillic) / 3:
        # A sign of Chinese is a word; names in Latin letters stand between them.
        latin = cyrillic = 0
    for letters, count in ((_LATIN, latin), (_CYRILLIC, cyrillic)):
        if count < max(latin, cyrillic, rest):
            shown = letters.sub(" ", shown)
    return shown


def _by_small_words(text: str) -> Language | None:
    """The language a longer text has so many small words of that it is no neighbour's.

    The detector says the same, but takes half a second to load, and most texts do not need it.
    """
    low = text.lower()
    words = Counter(_WORD.findall(low))
    number = words.total()
    if number < _MANY:
        return None
    letters: Counter[str] = Counter(low)
    for language in date_languages():
        known = load_date_words(language)
        share = sum(words[word] for word in known.telltale) / number
        strange = sum(letters[one] for one in known.others_letters)
        if (
            known.telltale_share <= share
            and strange <= _STRAY * len(low)
            and all(letters[one] > strange for one in known.own_letters)
        ):
            return Language(language, sure=True)
    return None


def _by_detector(text: str) -> Language:
    words = _WORD.findall(text.lower())
    if not words:
        return Language(DEFAULT, sure=False)
    code, share = _detector().classify(text)
    if code in date_languages():
        return Language(code, sure=share >= _SURE)
    guess = _guess(words)
    return Language(guess, sure=False) if share < (_SURER if guess else _SURE) else Language(code, sure=True)


def _guess(words: list[str]) -> str:
    """The language of ours that a few words may well be in ("Ministers meet in Vienna"), else ""."""
    told = {}
    for language in date_languages():
        known = load_date_words(language)
        told[language] = sum(word in known.telltale or word in known.names for word in words)
    return max((one for one in told if told[one]), key=lambda one: (told[one], one == DEFAULT), default="")


@lru_cache(maxsize=1)
def _detector() -> Any:  # noqa: ANN401 - py3langid ships no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    detector.set_languages(read_file("languages.toml")["told"])
    detector._full_model = None  # noqa: SLF001 - 27 MB a process of languages that are not told
    return detector
