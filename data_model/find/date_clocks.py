"""The time of day in a date wording: "10:30 a.m.", "20h00", "noon", "in the evening", and its zone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data_model.find.date_atoms import Atom, Atoms

_ISO_CLOCK = re.compile(r"[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_FIGURES = re.compile(r"(\d\d?)(?:[^\d]{0,12}?(\d\d))?(?!\d)")
# Behind the name of a zone: "UTC+3", "GMT +03:00".
_SHIFT = re.compile(r"[ \u00a0]?[+\u2212-]\d\d?(?::?\d\d)?(?!\d)")
_NOON, _DAY = 12, 24
_HALVES = ("am", "pm")
_AFTERNOONS = ("AF", "EV")


def read_clock(atoms: Atoms, first: int, stop: int) -> str:
    """`10:30`, or the TIMEX3 name of a part of the day (`MO`, `AF`, `EV`, `NI`); "" for none."""
    part = time = ""
    here = atoms.atoms[first:stop]
    for index, atom in enumerate(here):
        if atom.letter in "pK" and atom.meanings is not None:
            name = next(iter(atom.meanings.values())).name
            part = part if name.islower() else name or part
        elif atom.letter == "i" and (printed := _ISO_CLOCK.search(atoms.text, atom.start, atom.stop)):
            time = printed[1]
        elif atom.letter in "td" and (atom.letter == "t" or _is_clock(here, index + 1)):
            time = _time_of(atoms.text[atom.start : atom.stop], here, index + 1)
    if time and part in _AFTERNOONS and int(time[:2]) < _NOON:
        return f"{int(time[:2]) + _NOON}{time[2:]}"
    return time or part


def read_zone(atoms: Atoms, first: int, stop: int) -> str:
    """The zone of a time of day as the text has it: "GMT", "UTC+3", «мск», "Z"; "" for none."""
    for atom in atoms.atoms[first:stop]:
        if atom.letter == "i" and (printed := _ISO_CLOCK.search(atoms.text, atom.start, atom.stop)):
            return printed[2] or ""
        if atom.letter == "z" and atom.meanings is not None and atom.meanings["clock"].name == "zones":
            shift = _SHIFT.match(atoms.text, atom.stop)
            return atoms.text[atom.start : shift.end() if shift else atom.stop]
    return ""


def _is_clock(here: Sequence[Atom], index: int) -> bool:
    return index < len(here) and here[index].letter == "z"


def _time_of(figures: str, here: Sequence[Atom], index: int) -> str:
    found = _FIGURES.match(figures)
    if found is None:
        return ""
    hour, minute = found[1], found[2]
    half = ""
    if _is_clock(here, index) and (meanings := here[index].meanings) is not None:
        half = meanings["clock"].name
    number = int(hour) % _NOON + _NOON * (half == "pm") if half in _HALVES else int(hour)
    return f"{number:02}:{minute or '00'}" if number <= _DAY else ""
