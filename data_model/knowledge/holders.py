"""People and the offices they held: the folders `people/` and `offices/`.

A term of office is one line, so that a list of holders can be read at a glance:
`person | first day | last day | sources | note`, the last two only where there is something to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from data_model.knowledge import files as fs
from data_model.knowledge.entries import Office, PersonEntry, Term

# Of a term: person, first day, last day; then sources and note.
_NEEDED, _FIELDS = 3, 5


@dataclass(frozen=True, slots=True)
class TermLine:
    """A line of `terms` as it stands in the file."""

    person: str
    since: str
    until: str
    source: str
    note: str


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
    """The terms of an office as its file has them."""
    return [read_term(line) for line in office.get("terms", ())]


def read_term(line: str) -> TermLine:
    """One line of `terms`.

    Raises:
        ValueError: If it has too few or too many parts.
    """
    parts = [part.strip() for part in line.split("|")]
    if not _NEEDED <= len(parts) <= _FIELDS or not parts[0]:
        msg = f"{line!r} is no term; expected 'person | first day | last day | sources | note'"
        raise ValueError(msg)
    return TermLine(*parts, *[""] * (_FIELDS - len(parts)))


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
    terms = [
        Term(table["key"], one.person, fs.days_between(one.since, one.until)) for one in read_terms(table)
    ]
    return Office(
        key=table["key"],
        role=table["title"],
        country=table.get("country", ""),
        organization=table.get("organization", ""),
        name=table["name"],
        terms=tuple(terms),
    )
