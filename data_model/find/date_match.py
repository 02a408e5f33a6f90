"""A match of a grammar rule with the atoms behind it: what the builders of readings look at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data_model.find.date_atoms import Atom, Atoms
from data_model.find.date_figures import LAST_DAY
from data_model.find.date_printed import is_swapped
from data_model.knowledge.date_meanings import WordMeaning

BELIEVABLE = range(1000, 2101)  # a printed year beyond it is a typing error
FAR_YEARS = range(2101, 3000)  # named as years, or as the end of a plan: "until the year 2400"
NEWS_YEARS = range(1900, 2101)  # a bare number outside is more likely a count
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s(,]*\Z")
_LEAD = 24
_WORD_AHEAD = re.compile(r"[ \t\u00a0]+([^\W\d_]+)")
_JOINED = frozenset(":/%")


@dataclass(frozen=True, slots=True)
class Blocked:
    """Words that look like a date and are none: eaten, so that no part of them is taken for one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule with the atoms behind it."""

    match: re.Match[str]
    atoms: Atoms

    def atom(self, *names: str) -> Atom | None:
        """The atom of the first of these groups that took part."""
        for name in names:
            if name in self.match.re.groupindex and self.match.start(name) >= 0 and self.match[name]:
                return self.atoms.atoms[self.match.start(name)]
        return None

    def word(self, role: str, *names: str) -> WordMeaning | None:
        """What the word of a group means in a role."""
        atom = self.atom(*names)
        return atom.meanings.get(role) if atom is not None and atom.meanings else None

    def turn(self) -> WordMeaning | None:
        """Which unit is meant, "last" or "next", wherever the language puts the word."""
        return self.word("turn", "turn") or self.word("turn", "turn2") or self.word("behind", "turn2")

    def number(self, *names: str) -> int | None:
        """The number of a group: a day, year, month, weekday, ordinal."""
        atom = self.atom(*names)
        if atom is None:
            return None
        if atom.number or not atom.meanings:
            return atom.number
        return next(iter(atom.meanings.values())).number

    def count(self, *names: str) -> tuple[int, int] | None:
        """How many, from and to."""
        atom = self.atom(*names)
        if atom is None:
            return None
        low, high = self._counted(atom)
        if (low, high) == (1, 1) and any(self.atom(f"{name}_") for name in names):
            return None  # "a two-year plan": the article counts nothing
        ones = next((one for name in names if (one := self.atom(f"{name}_")) is not None), None)
        if ones is None:
            return low, high
        if atom.number and atom.stop + 1 == ones.start and self.atoms.text[atom.stop] != "-":
            return None  # "960 a week"
        least, most = self._counted(ones)
        if low >= 20 and low % 10 == 0:  # noqa: PLR2004 - "twenty four"
            return low + least, low + most
        return (low if self.atoms.text[ones.start - 1] == "-" else least), most

    @staticmethod
    def _counted(atom: Atom) -> tuple[int, int]:
        word = atom.meanings.get("number") if atom.meanings else None
        return (word.low, word.high) if word else (atom.number, atom.number)

    def share(self) -> tuple[float, float] | None:
        """The part of the unit: "early", "late"."""
        word = self.word("part", "e", "e2")
        return word.share if word else None

    @property
    def before(self) -> Atom | None:
        """The atom in front of the match."""
        start = self.match.start()
        return self.atoms.atoms[start - 1] if start else None

    @property
    def after(self) -> str:
        """The letter behind the match."""
        return self.atoms.code[self.match.end() : self.match.end() + 1]

    @property
    def stop(self) -> int:
        """Where the wording ends in the text."""
        return self.atoms.atoms[self.match.end() - 1].stop

    def listed(self) -> tuple[int, ...]:
        """The numbers of the group "more": what stands between the first and the last of a list."""
        if "more" not in self.match.re.groupindex:
            return ()
        start, stop = self.match.span("more")
        return tuple(atom.number for atom in self.atoms.atoms[start:stop] if atom.number)


def has_cue(found: Found, year: Atom | None) -> bool:
    """Whether the word in front lets a year follow: "in both 1990 and 1991"."""
    if year is None:
        return False
    lead = _LAST_WORD.search(found.atoms.text, max(year.start - _LEAD, 0), year.start)
    return lead is not None and found.atoms.words.folded(lead[1]) in found.atoms.words.cues


def is_believed(year: int | None) -> bool:
    """Whether a year printed with its month is no typing error, as 2202 is one of 2022; 2130 is none."""
    if year is None:
        return False
    # Fewer than four figures are read as a year only where a word says so: "5 May 988 AD", «5 мая 988 г.».
    return year in BELIEVABLE or year < BELIEVABLE[0] or (year in FAR_YEARS and not is_swapped(year))


def counts_nothing(found: Found, stop: int) -> bool:
    """Whether no noun follows that a number could count: its sentence ends, or goes on with "the"."""
    text, words = found.atoms.text, found.atoms.words
    ahead = _WORD_AHEAD.match(text, stop)
    if ahead is None:
        return text[stop : stop + 1] not in _JOINED
    return words.folded(ahead[1]) in words.goes_on


def is_short_year(found: Found) -> bool:
    """Whether the two figures behind a day or month are its year: "2 April 97", "12-Mar-21", «мая 45-го»."""
    atom, day = found.atom("y1"), found.atom("d1")
    if atom is None or (atom.meanings is not None and atom.letter != "o"):
        return False
    text, month = found.atoms.text, found.atom("m1")
    figures = text[atom.start : atom.stop]
    if not figures[:2].isdigit() or figures[2:3].isdigit() or text[atom.start - 1] in "/.,":
        return False
    if found.match[0].endswith("Y"):
        return True
    if atom.letter == "o":
        return not found.atoms.words.of_needed and atom.number > LAST_DAY
    if day is not None and month is not None and text[atom.start - 1] == "-" == text[month.start - 1]:
        return True
    first = day is not None and month is not None and day.start < month.start
    if atom.letter == "d" and (not first or found.after in tuple(",h/")):
        return False
    return counts_nothing(found, atom.stop)
