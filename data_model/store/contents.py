"""What the store holds and what of it is not understood, whatever is asked for."""

from __future__ import annotations

from typing import NamedTuple

import duckdb

from data_model.values import ALL_READ


class Unread(NamedTuple):
    """What of the store's documents is not understood.

    Attributes:
        languages: Language, what is read of it, and how many documents; the most common first.
        partial: Documents of which only a beginning was read.
    """

    languages: tuple[tuple[str, tuple[str, ...], int], ...]
    partial: int


def ask_unread(cursor: duckdb.DuckDBPyConnection) -> Unread:
    """The documents in languages that are not wholly read, and those read in part."""
    query = """
        SELECT language, read, count(*) FROM documents WHERE read <> $all
        GROUP BY ALL ORDER BY count(*) DESC, language
    """
    rows = cursor.execute(query, {"all": list(ALL_READ)}).fetchall()
    partial = cursor.execute("SELECT count(*) FROM documents WHERE partial <> ''").fetchone()
    languages = tuple((language, tuple(read), number) for language, read, number in rows)
    return Unread(languages, partial[0] if partial else 0)
