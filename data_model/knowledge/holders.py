"""People and the offices they held: the folders `people/` and `offices/`.

A term of office is one line, so that a list of holders can be read at a glance:
`person | first day | last day | sources | note`, the last two only where there is something to say.
A last day `2022-07-23..` says that the term lasted until then at least and that the sources end there;
`2022-07-23..2024-07-05` that it was over by the second day.
Of a note "acting", "acting until 1997-02-19", "acting from 2006-01-04" (before a term) and
"acting 2018-10-16..2019-01-14" (within one) are read; several are parted by a semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable

from data_model import days as ds
from data_model.days import Days
from data_model.knowledge import files as fs
from data_model.knowledge.entries import Office, PersonEntry, Term

# Of a term: person, first day, last day; then sources and note.
_NEEDED, _FIELDS = 3, 5
_ACTING = re.compile(r"acting(?: (until|from) ([\d-]+)| ([\d-]+)\.\.([\d-]+))?")
_DAY = re.compile(r"\b(?:19|20)\d\d(?:-\d\d){0,2}\b")


@dataclass(frozen=True, slots=True)
class TermLine:
    """A line of `terms` as it stands in the file; `known` is the day the last one is told to follow."""

    person: str
    since: str
    known: str
    until: str
    source: str
    note: str

    def __str__(self) -> str:
        """As a fault tells it."""
        return f"{self.person} ({self.since} to {self.until or 'now'})"

    def reach(self, lists: Mapping[str, str]) -> str:
        """The last day its sources speak of; of an undated list the day it reaches."""
        days: list[str] = [self.since, *_DAY.findall(self.source)]
        return max([*days, *(day for name, day in lists.items() if name in self.source)])


def read_people(root: Traversable | None = None) -> dict[str, PersonEntry]:
    """Every person by key."""
    tables = [
        {"lone_surname": table.get("lone_surname", True), **person}
        for _, table in fs.read_folder("people", root)
        for person in table.get("person", ())
    ]
    return fs.by_key("people", tables, _person)


def read_offices(root: Traversable | None = None) -> dict[str, Office]:
    """Every office by key, with its terms."""
    tables = [office for _, table in fs.read_folder("offices", root) for office in table.get("office", ())]
    return fs.by_key("offices", tables, _office)


def read_terms(office: fs.Table) -> list[TermLine]:
    """The terms of an office as its file has them, each with its sources or those of the office."""
    terms = [read_term(line) for line in office.get("terms", ())]
    return [term if term.source else replace(term, source=office.get("source", "")) for term in terms]


def read_term(line: str) -> TermLine:
    """One line of `terms`.

    Raises:
        ValueError: If it has too few or too many parts.
    """
    parts = [part.strip() for part in line.split("|")]
    if not _NEEDED <= len(parts) <= _FIELDS or not parts[0]:
        msg = f"{line!r} is no term; expected 'person | first day | last day | sources | note'"
        raise ValueError(msg)
    person, since, last, source, note = (*parts, *[""] * (_FIELDS - len(parts)))
    known, _, until = last.rpartition("..")
    return TermLine(person, since, known, until, source, note)


def _person(table: fs.Table) -> PersonEntry:
    return PersonEntry(
        key=table["key"],
        name=table["name"],
        ru=table.get("ru", ""),
        patronymic=table.get("patronymic", ""),
        patronymic_ru=table.get("patronymic_ru", ""),
        also=tuple(table.get("also", ())),
        country=table.get("country", ""),
        surname=table.get("surname", ""),
        lone_surname=table["lone_surname"],
    )


def _office(table: fs.Table) -> Office:
    return Office(
        key=table["key"],
        role=table["title"],
        country=table.get("country", ""),
        organization=table.get("organization", ""),
        name=table["name"],
        terms=tuple(_term(table["key"], one) for one in read_terms(table)),
    )


def _term(office: str, one: TermLine) -> Term:
    days = fs.days_between(one.since, one.until)
    known = fs.days_between(one.since, one.known) if one.known else days
    return Term(office, one.person, days, known, _acting(one))


def _acting(one: TermLine) -> Days:
    """The days on which somebody was acting, as the note says."""
    found = (_ACTING.fullmatch(piece.strip()) for piece in one.note.split(";"))
    return ds.union(*(_stretch(one, piece) for piece in found if piece))


def _stretch(one: TermLine, piece: re.Match[str]) -> Days:
    limit, day, first, last = piece.groups()
    if limit == "until":
        return fs.days_between(one.since, day)
    if limit == "from":
        return fs.days_between(day, one.since)
    return fs.days_between(first or one.since, last or one.until)
