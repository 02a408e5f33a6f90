"""Years told in words become one atom and stand wherever a printed year may: "in May nineteen ninety-six"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data_model.find.date_atoms import Atom, Atoms

_SPOKEN = re.compile(r"nn(?:h?n)?(?![hT&]?n)")
_CENTURIES, _TENS, _ONES = range(11, 21), range(20, 100, 10), range(1, 10)


def join_spoken_years(atoms: Atoms) -> Atoms:
    """The atoms of a text with each year told in words as one."""
    if "nn" not in atoms.code:
        return atoms
    kept: list[Atom] = []
    at = 0
    for found in _SPOKEN.finditer(atoms.code):
        spoken = atoms.atoms[found.start() : found.end()]
        if year := _year_of(spoken):
            kept += atoms.atoms[at : found.start()]
            kept.append(Atom("y", spoken[0].start, spoken[-1].stop, number=year, meanings={}))
            at = found.end()
    kept += atoms.atoms[at:]
    return Atoms(atoms.text, "".join(atom.letter for atom in kept), tuple(kept), atoms.words)


def _year_of(spoken: Sequence[Atom]) -> int:
    """The year these numbers name, 0 for none."""
    numbers = [atom.meanings["number"].low if atom.meanings else 0 for atom in spoken if atom.letter == "n"]
    century, tens, *ones = numbers
    if century not in _CENTURIES or tens not in _TENS or any(one not in _ONES for one in ones):
        return 0
    return century * 100 + tens + sum(ones)
