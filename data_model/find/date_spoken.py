"""Told in several words, one atom: "nineteen ninety-six", "the twenty-fourth", «тридцать первого»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from data_model.find.date_atoms import Atom, Atoms

_SPOKEN = re.compile(
    r"n{1,3}h?O|nn(?:h?n)?(?![hT&]?n)|(?:(?<=[MmbdoO,])|(?<=[QHS]g))n(?:&?n(?:h?n)?)?(?![hT&]?n)"
)
_CENTURIES, _TENS, _ONES = range(11, 21), range(20, 100, 10), range(1, 10)
_LAST_ORDINAL = 99
_MILLENNIUM, _HUNDREDS = 2000, range(1100, 2000, 100)


def join_spoken(atoms: Atoms) -> Atoms:
    """The atoms of a text with each year and each ordinal told in several words as one."""
    kept: list[Atom] = []
    at = 0
    for found in _SPOKEN.finditer(atoms.code):
        spoken = atoms.atoms[found.start() : found.end()]
        letter, number = "y", 0
        if spoken[-1].letter != "O":
            number = _year_of(spoken)
        elif ordinal := _ordinal_of(spoken):
            of_year = atoms.code[found.end() : found.end() + 1] == "Y"
            letter, number = ("y", ordinal * of_year) if ordinal > _LAST_ORDINAL else ("O", ordinal)
        if number:
            kept += atoms.atoms[at : found.start()]
            kept.append(Atom(letter, spoken[0].start, spoken[-1].stop, number=number, meanings={}))
            at = found.end()
    if not kept:
        return atoms
    kept += atoms.atoms[at:]
    return Atoms(atoms.text, "".join(atom.letter for atom in kept), tuple(kept), atoms.words)


def _ordinal_of(spoken: Sequence[Atom]) -> int:
    """The place these words name: "twenty-fourth", «тридцать первого», «тысяча девятьсот сорок пятого»."""
    numbers, last = _numbers(spoken), spoken[-1]
    ones = last.meanings["ordinal"].number if last.meanings and "ordinal" in last.meanings else 0
    parts = [*numbers, ones]
    # Each of another size than the one before: thousands, hundreds, tens, ones.
    falls = all(len(str(one)) > len(str(after)) for one, after in pairwise(parts[:-1]))
    fits = ones in _ONES if numbers[-1] in _TENS else numbers[-1] % 100 == 0 and ones < 100  # noqa: PLR2004
    return sum(parts) if ones and falls and fits else 0


def _year_of(spoken: Sequence[Atom]) -> int:
    """The year these numbers name, 0 for none."""
    century, *rest = _numbers(spoken)
    if century == _MILLENNIUM and len(rest) < 3:  # noqa: PLR2004 - "two thousand and twenty one"
        return century + sum(rest) if all(one in range(1, 100) for one in rest) else 0
    if century in _HUNDREDS and len(rest) < 3:  # noqa: PLR2004 - "seventeen hundred thirty three"
        return century + sum(rest) if all(one in range(1, 100) for one in rest) else 0
    if not rest or century not in _CENTURIES or rest[0] not in _TENS:
        return 0
    return century * 100 + sum(rest) if all(one in _ONES for one in rest[1:]) else 0


def _numbers(spoken: Sequence[Atom]) -> list[int]:
    return [atom.meanings["number"].low if atom.meanings else 0 for atom in spoken if atom.letter == "n"]
