"""What speaks for four figures being a year and what against: the words in front, the numbers beside.

The word behind has been looked at before (`find/date_figures.py`): "1998 votes" never come here.
"""

from __future__ import annotations

import re

from data_model.find.date_atoms import Atom
from data_model.find.date_figures import is_plural
from data_model.find.date_match import NEWS_YEARS, Found

NAMED_YEARS = range(1, 3000)  # with a word that says so: "the year 2400", "AD 988"
_PRINTED = range(1000, 2201)  # without such a word
_MODERN = range(1800, 2101)  # those before are round only as counts
LONGEST_RUN = 150  # years; two numbers further apart are no period anyone lived through
_FARTHEST = 250
_LAST_WORDS = re.compile(r"(?:([^\W\d_]+)[\s\u00a0]+)?([^\W\d_]+)[\s(,]*\Z")
_WORD_NEXT = re.compile(r"[ \t\u00a0]+[\"“«]?([^\W\d_]+)")
_LEAD = 40
_JOINED = "hT&/"


def is_year(found: Found, year: int, atom: Atom) -> bool:
    """Whether a bare number is a year.

    Args:
        found: The match of the grammar.
        year: The number.
        atom: Where it stands.
    """
    code, end = found.atoms.code, found.match.end()
    if found.after in ("/", "h") and code[end + 1 : end + 2] in ("y", "d", "n", "x"):
        return False
    if is_named(found, atom):
        return year in NAMED_YEARS
    if year not in _PRINTED or is_beside_count(found):
        return False
    if found.atom("e") is not None:
        return True
    cue = cue_before(found, atom)
    if year > NEWS_YEARS[-1]:
        return found.atoms.words.years.ahead.search(_lead(found, atom)) is not None
    if is_amount(found, atom):
        return False
    return (
        _is_heading(found.atoms.text, atom) or _is_bracketed(found, year) or _is_led(found, year, atom, cue)
    )


def is_named(found: Found, atom: Atom) -> bool:
    """Whether a word says that it is a year: "1998 г.", "AD 988", an edition, a year told in words."""
    if found.match[0].endswith("Y") or atom.meanings is not None:
        return True
    words = found.atoms.words
    behind = words.folded(found.atoms.text[atom.stop : atom.stop + _LEAD])
    return bool(words.years.said_before.search(_lead(found, atom)) or words.years.said_behind.match(behind))


def cue_before(found: Found, atom: Atom | None) -> str:
    """The word in front if a year may follow it: "in both 1990 and 1991"; else ""."""
    lead = _words_before(found, atom) if atom else ("", "")
    return lead[1] if lead[1] in found.atoms.words.cues else ""


def is_amount(found: Found, atom: Atom) -> bool:
    """Whether the words in front make it an amount: "a crowd of 2000", "rose to 1987"."""
    years = found.atoms.words.years
    before, cue = _words_before(found, atom)
    return (cue in years.amount_cues and before in years.amounts) or bool(
        years.counts.search(_lead(found, atom))
    )


def is_beside_count(found: Found) -> bool:
    """Whether it is joined to a count or counts down: "1900 to 2000 tons", "fell from 2013 to 1987"."""
    atoms, code = found.atoms.atoms, found.atoms.code
    start, end = found.match.span()
    numbers = [atom.number for atom in atoms[start:end] if atom.letter == "y"]
    if not numbers:
        return False
    if code[end : end + 1] in tuple(_JOINED) and (after := atoms[end + 1 : end + 2]):
        down = code[end] == "T" and after[0].letter == "y" and not _is_run(numbers[-1], after[0].number)
        if down or _is_figure(after[0]):
            return True
    if start > 1 and code[start - 1] in _JOINED:
        before = atoms[start - 2]
        # The count may have its noun: "2000 votes to 1500".
        far = atoms[start - 3] if before.letter == "_" and code[start - 1] == "T" and start > 2 else before  # noqa: PLR2004
        down = code[start - 1] == "T" and before.letter == "y" and not _is_run(before.number, numbers[0])
        return down or _is_figure(far)
    return False


def _is_run(first: int, last: int) -> bool:
    """Whether these are years told of together: "the growth from 1790 to 1950"."""
    return first < last < first + _FARTHEST


def _is_figure(atom: Atom) -> bool:
    """Whether it is a number of four figures that was found to be no year."""
    return atom.letter == "x" and atom.number in _PRINTED


def _is_led(found: Found, year: int, atom: Atom, cue: str) -> bool:
    """Whether the word in front leads to a year."""
    words = found.atoms.words
    if not cue:
        return False
    next_word = _WORD_NEXT.match(found.atoms.text, atom.stop)
    if _is_round(year) and next_word and next_word[1].islower():
        after = words.folded(next_word[1])
        # "about 1500 of whom" are people; "about 2000 in Asia" may be a year.
        counted = cue in words.years.loose and "of" in words.alone.get(after, {})
        return after in words.cues and not counted
    if year in NEWS_YEARS:
        return True
    if next_word and is_plural(words.folded(next_word[1]), words):
        return False  # "in 1223 villages", "the 1250 Americans"
    # "The 1784 Treaty of Mangalore", but not "the 1784 treaty": it may be a number.
    named = next_word and next_word[1][0].isupper() and not _is_round(year)
    return bool(named or words.years.firm.search(_lead(found, atom)))


def _is_round(year: int) -> bool:
    return year % 100 == 0


def _is_bracketed(found: Found, year: int) -> bool:
    before = found.before
    if before is None or (_is_round(year) and year not in _MODERN):
        return False
    if before.letter != "<" and not (before.letter == "," and found.after == ">"):
        return False
    earlier = found.atoms.code[max(found.match.start() - 2, 0)]
    return found.after in (">", ",") and earlier not in ("x", "n")


def _is_heading(text: str, atom: Atom) -> bool:
    """A year that has a line, or the beginning of one before a colon, to itself."""
    begins = not atom.start or text[atom.start - 1] == "\n"
    return begins and (text[atom.stop : atom.stop + 1] in (":", "\n") or atom.stop == len(text))


def _lead(found: Found, atom: Atom) -> str:
    """The text in front, in small letters."""
    return found.atoms.words.folded(found.atoms.text[max(atom.start - _LEAD, 0) : atom.start])


def _words_before(found: Found, atom: Atom) -> tuple[str, str]:
    """The two words in front, "" for one that is not there."""
    lead = _LAST_WORDS.search(_lead(found, atom))
    return (lead[1] or "", lead[2]) if lead else ("", "")
