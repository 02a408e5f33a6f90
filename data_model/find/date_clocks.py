"""The time of day in a date wording: "10:30 a.m.", "noon", "in the evening"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data_model.find.date_atoms import Atom, Atoms

_ISO_CLOCK = re.compile(r"[T ](\d\d:\d\d)")
_NOON, _DAY = 12, 24
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


def _is_clock(here: Sequence[Atom], index: int) -> bool:
    return index < len(here) and here[index].letter == "z"


def _time_of(figures: str, here: Sequence[Atom], index: int) -> str:
    hour, _, minute = figures.partition(":")
    half = ""
    if _is_clock(here, index) and (meanings := here[index].meanings) is not None:
        half = meanings["clock"].name
    number = int(hour) % _NOON + _NOON * (half == "pm") if half else int(hour)
    return f"{number:02}:{minute[:2] or '00'}" if number <= _DAY else ""
