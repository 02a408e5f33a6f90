"""What the store holds and what of it is not understood, whatever is asked for."""

from __future__ import annotations

from typing import NamedTuple

import duckdb

from data_model.values import ALL_READ

# So many documents that are stored in part are listed.
LISTED = 1_000


class Known(NamedTuple):
    """What is known of a stored document without reading it."""

    hash: str
    pipeline: str
    source: str


class InPart(NamedTuple):
    """A document that is stored in part, and what of it was lost."""

    id: str
    title: str
    source: str
    why: str


class Eventless(NamedTuple):
    """A document that tells of no event, when it was written as EDTF, and what is read of its language."""

    id: str
    title: str
    source: str
    written: str
    language: str
    read: tuple[str, ...]


class Unread(NamedTuple):
    """What of the store's documents is not understood.

    Attributes:
        languages: Language, what is read of it, and how many documents; the most common first.
        partial: How many documents are stored in part.
        listed: The first of them.
        eventless: How many tell of no event.
        without: The first of them.
    """

    languages: tuple[tuple[str, tuple[str, ...], int], ...]
    partial: int
    listed: tuple[InPart, ...] = ()
    eventless: int = 0
    without: tuple[Eventless, ...] = ()


def ask_unread(cursor: duckdb.DuckDBPyConnection) -> Unread:
    """The documents in languages that are not wholly read, those read in part, and those without events."""
    query = """
        SELECT language, read, count(*) FROM documents WHERE read <> $all
        GROUP BY ALL ORDER BY count(*) DESC, language
    """
    rows = cursor.execute(query, {"all": list(ALL_READ)}).fetchall()
    partial = cursor.execute("SELECT count(*) FROM documents WHERE partial <> ''").fetchone()
    languages = tuple((language, tuple(read), number) for language, read, number in rows)
    listed = cursor.execute(
        "SELECT id, title, coalesce(source, ''), partial FROM documents WHERE partial <> ''"
        " ORDER BY source, id LIMIT $listed",
        {"listed": LISTED},
    ).fetchall()
    where = "WHERE number NOT IN (SELECT document FROM events)"
    (eventless,) = cursor.execute(f"SELECT count(*) FROM documents {where}").fetchone() or (0,)  # noqa: S608
    without = cursor.execute(
        "SELECT id, title, coalesce(source, ''), coalesce(document_date, ''), language, read"  # noqa: S608
        f" FROM documents {where} ORDER BY source, id LIMIT $listed",
        {"listed": LISTED},
    ).fetchall()
    return Unread(
        languages,
        partial[0] if partial else 0,
        tuple(InPart(*row) for row in listed),
        eventless,
        tuple(Eventless._make((*row[:-1], tuple(row[-1]))) for row in without),
    )


def ask_bodies(cursor: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, str]]:
    """Name and abbreviation of every body, by key."""
    rows = cursor.execute("SELECT key, name, abbr FROM organizations ORDER BY key").fetchall()
    return {key: (name, abbr) for key, name, abbr in rows}


def ask_people(cursor: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The name of everyone, by key."""
    return dict(cursor.execute("SELECT key, name FROM people ORDER BY key").fetchall())
