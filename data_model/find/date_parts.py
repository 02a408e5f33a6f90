"""The ends of a range and the members of a list: "12", "28 June 2015" in "from 12 to 28 June 2015"."""

from __future__ import annotations

from typing import NamedTuple

from data_model.find.date_atoms import Atoms

_LEADING = "fLTIg&,h/a"


class DatePart(NamedTuple):
    """One end of a range, one member of a list.

    Attributes:
        start: Offset of the first character.
        stop: Offset behind the last character.
        unit: day · month · year: how precise it is.
        number: Its day or year.
    """

    start: int
    stop: int
    unit: str
    number: int


def read_parts(atoms: Atoms, first: int, stop: int, joins: tuple[int, ...]) -> tuple[DatePart, ...]:
    """The parts of a wording between the atoms that join them; none when nothing does."""
    if not joins:
        return ()
    years_only = all(letter not in "Mmboi" for letter in atoms.code[first:stop])
    starts, stops = (first, *(at + 1 for at in joins)), (*joins, stop)
    return tuple(_part(atoms, start, end, years_only) for start, end in zip(starts, stops, strict=True))


def _part(atoms: Atoms, start: int, stop: int, years_only: bool) -> DatePart:  # noqa: FBT001
    while start < stop - 1 and atoms.code[start] in _LEADING:
        start += 1
    letters = atoms.code[start:stop]
    year = years_only or (set(letters).isdisjoint("Mmbdoi") and "y" in letters)
    unit = "year" if year else "day" if not set(letters).isdisjoint("doi") else "month"
    signs = "ydn" if year else "do"
    number = next((atom.number for atom in atoms.atoms[start:stop] if atom.letter in signs), 0)
    return DatePart(atoms.atoms[start].start, atoms.atoms[stop - 1].stop, unit, number)
