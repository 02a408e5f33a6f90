"""What a number in a text can be by its figures and neighbours: a day, a year, an edition, a count."""

from __future__ import annotations

import re

from data_model.knowledge.date_words import DateWords
from data_model.knowledge.numerals import agrees, is_counted, takes_singular

LAST_DAY = 31
_EDITIONS = range(1950, 2050)
_FIGURES = range(1000, 3000)  # what four figures may be the year of, if the words around allow it
_NEXT_WORD = re.compile(r"[\s\u00a0]{0,3}([^\W\d_]+|[%‰€$£₽°])")
_NEXT_NAME = re.compile(r"[ \u00a0\n]{1,3}([^\W\d_]+)(?![.\d])")
_HYPHENED = re.compile(r"[-\u2010\u2011]([^\W\d_]+)")
# "in May 1998", "May 5, 1998": the word in front of the figures, over the day and "of".
_DATED = re.compile(
    r"([^\W\d_]+)\.?[\s\u00a0]+(?:\d{1,2}[^\W\d_]{0,2},?[\s\u00a0]+)?(?:([^\W\d_]+)[\s\u00a0]+)?\Z"
)
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s\u00a0]*\Z")
_LEAD = 24
_SHORT_NAME = 3
_DATE_ROLES = frozenset(("month", "season", "part"))


def is_edition(text: str, start: int, stop: int, before: str, words: DateWords) -> bool:
    """Whether a number joined to a name is the year of that edition: "Expo-2017", «Запад-2021»."""
    figures, after = text[start:stop], text[stop : stop + 1]
    if not (figures.isascii() and figures.isdigit() and int(figures[:9]) in _EDITIONS):
        return False
    name = text[start - 1 - len(before) : start - 1]
    # "MiG-1995", «Ту-1998», but "pre-1998" and «ЧМ-2018»
    type_name = len(name) <= _SHORT_NAME and name[:1].isupper() and not name.isupper()
    return (
        len(before) > 1
        and not type_name
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


def suffixed_letter(low: str, start: int, stop: int, letters: str, words: DateWords, *, decade: bool) -> str:
    """The letter of figures with an ending: `o` "5th", `y` «в 1998-м», `c` «в 1970-е», `x` "the 1970th"."""
    if not low[start : start + 4].isdigit():
        return "c" if decade else "o"
    name = _NEXT_NAME.match(low, stop) if words.years.inflected else None
    of_name = (
        name is not None
        and name[1] not in words.goes_on
        and not _is_unit(name[1], words)
        and agrees(name[1], letters)
    )
    if decade:
        lead = _LAST_WORD.search(low, max(start - _LEAD, 0), start) if of_name else None
        return "x" if of_name and (lead is None or lead[1] not in words.cues) else "c"
    return "x" if of_name or letters not in words.years.endings else "y"


def figure_letter(text: str, low: str, start: int, stop: int, words: DateWords, before: str) -> str:
    """The letter of bare figures: `d` a day, `y` a year, `n` a count, `x` none of them."""
    figures = text[start:stop]
    number = int(figures[:9])
    if len(figures) in (3, 4) and number in range(1, _FIGURES.stop) and _is_said(low, start, stop, words):
        return "y"
    ahead = _NEXT_WORD.match(low, stop)
    if len(figures) == 4 and number in _FIGURES:  # noqa: PLR2004
        return _letter_of_four(text, low, start, stop, words, before)
    if ahead and (not ahead[1].isalpha() or _counts(ahead[1], before, words)):
        return "x"
    if len(figures) <= 2:  # noqa: PLR2004
        return "d" if 1 <= number <= LAST_DAY else "n" if number else "x"
    return "n" if len(figures) == 3 and figures[0] != "0" else "x"  # noqa: PLR2004


def _letter_of_four(text: str, low: str, start: int, stop: int, words: DateWords, before: str) -> str:
    if _is_dated(low, start, words):
        return "y"  # "In May 1998 delegates of both sides met"
    ahead = _NEXT_WORD.match(low, stop)
    if before in words.never_after or (ahead and ahead[1] in words.never_before):
        return "x"
    if ahead and (not ahead[1].isalpha() or _counts(ahead[1], before, words)):
        return "x"
    if (name := _NEXT_NAME.match(low, stop)) is None:
        return _letter_before_hyphen(text, low, stop, words)
    if is_length(name[1], words):
        return "n"  # "1998 days", "2000 years ago"
    return "x" if _is_counted_form(text, name, int(text[start:stop]), before, words) else "y"


def _letter_before_hyphen(text: str, low: str, stop: int, words: DateWords) -> str:
    """As in "the 1950-strong force", "a 2000-year-old recipe"; "2014-present" is a year."""
    joined = _HYPHENED.match(low, stop)
    if joined is None or text[joined.start(1)].isupper():
        return "y"
    if _is_unit(joined[1], words):
        return "n"
    return "y" if joined[1] in words.phrases else "x"


def _is_counted_form(text: str, name: re.Match[str], number: int, before: str, words: DateWords) -> bool:
    """Whether the word behind has the form of what so many are: "about 1998 inmates", «в 1998 школах»."""
    word = name[1]
    if text[name.start(1)].isupper() or _is_unit(word, words):
        return False
    if words.years.inflected:
        return is_counted(word, number)
    return before in words.years.loose and is_plural(word, words)


def is_plural(word: str, words: DateWords) -> bool:
    """Whether a word may be a plural by its ending."""
    return word.endswith(words.years.plural_endings) and word not in words.years.no_plurals


def is_length(word: str, words: DateWords) -> bool:
    """Whether a word behind four figures makes them a length: "1998 days", not «2014 году»."""
    unit = words.alone.get(word, {}).get("unit")
    return unit is not None and unit.plural and (unit.name != "year" or word in words.counted)


def _is_unit(word: str, words: DateWords) -> bool:
    return "unit" in words.alone.get(word, {})


def _counts(word: str, before: str, words: DateWords) -> bool:
    """Whether the word behind a number makes it a count; not in "the blast of August 7 killed 258"."""
    if word not in words.counted or _is_unit(word, words):
        return False
    return not (word.endswith(tuple(words.past_endings)) and "month" in words.alone.get(before, ()))


def _is_said(low: str, start: int, stop: int, words: DateWords) -> bool:
    """Whether a word says that figures are a year of our era: "AD 988", «988 г.», "l'an 988"."""
    years = words.years
    if years.said_before.search(low, max(start - _LEAD, 0), start) or years.said_behind.match(low, stop):
        return True
    name = _NEXT_NAME.match(low, stop) if years.inflected else None
    unit = words.alone.get(name[1], {}).get("unit") if name else None
    return (
        unit is not None
        and (unit.name, unit.plural) == ("year", False)
        and not takes_singular(int(low[start:stop]))
    )


def _is_dated(low: str, start: int, words: DateWords) -> bool:
    """Whether a month, a season or a part of the year stands in front."""
    lead = _DATED.search(low, max(start - _LEAD, 0), start)
    if lead is None:
        return False
    last, first = lead[2], lead[1]
    roles = frozenset(words.alone.get(last or first, ()))
    if last and "of" in roles:
        roles = frozenset(words.alone.get(first, ()))
    return not roles.isdisjoint(_DATE_ROLES)
