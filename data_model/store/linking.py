"""What linking reads and writes of a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager

import pyarrow as pa

from data_model.store.rows import from_row, link_rows
from data_model.store.tables import Tables
from data_model.store.tellings import (
    TELLINGS,
    Span,
    Told,
    read_digests,
    read_signatures,
    read_tellings,
    read_undated,
    read_undated_digests,
    telling_rows,
)
from data_model.tellings import Telling, Undated
from data_model.values import Link, Report


class Linking:
    """The tellings and links of a store, for whoever works them out.

    Args:
        tables: The tables of the store.
        writing: Waits until nobody else writes.
    """

    def __init__(self, tables: Tables, writing: Callable[[], AbstractContextManager[None]]) -> None:
        self._tables = tables
        self._writing = writing

    def digests(self) -> dict[str, str]:
        """Which version of each document is stored."""
        batches = self._tables.snapshot().read_reports("id", "digest")
        return {row["id"]: row["digest"] for batch in batches for row in batch.to_pylist()}

    def told(self) -> dict[str, str]:
        """Which version of each document the tellings are of."""
        return read_digests(self._tables.tellings.files())

    def signatures(self) -> dict[str, tuple[int, ...]]:
        """The signature of each document's wording."""
        return read_signatures(self._tables.tellings.files())

    def reports(self, ids: Sequence[str]) -> Iterator[Report]:
        """Some reports."""
        for batch in self._tables.snapshot().read_reports(ids=ids):
            yield from map(from_row, batch.to_pylist())

    def keep(self, told: Iterable[Told]) -> None:
        """Put the tellings of some documents in."""
        rows = [row for one in told for row in telling_rows(one)]
        with self._writing():
            self._tables.tellings.append(pa.Table.from_pylist(rows, schema=TELLINGS))

    def forget(self, documents: Iterable[str]) -> None:
        """Take the tellings of some documents out."""
        with self._writing():
            self._tables.tellings.delete("document", sorted(documents))

    def tellings(
        self,
        *,
        days: Sequence[Span] | None = None,
        ids: Iterable[str] | None = None,
        documents: Iterable[str] | None = None,
    ) -> Iterator[Telling]:
        """Tellings in the order of their first day: all, or those of some days, ids or documents."""
        return read_tellings(self._tables.tellings.files(), days=days, ids=ids, documents=documents)

    def told_undated(self) -> dict[str, str]:
        """Which version of each document without a day the tellings are of."""
        return read_undated_digests(self._tables.tellings.files())

    def undated(self) -> Iterator[Undated]:
        """The news of the documents without a day."""
        return read_undated(self._tables.tellings.files())

    def links(self) -> Iterator[Link]:
        """Every link."""
        for batch in self._tables.snapshot().read_links():
            for row in batch.to_pylist():
                yield Link(**{**row, "reasons": tuple(row["reasons"])})

    def put_links(self, links: Iterable[Link], made: str) -> None:
        """Put these links in place of all there were.

        Args:
            links: The links.
            made: Of what and by what they were made, to tell later whether they still hold.
        """
        rows = link_rows(links)
        with self._writing():
            self._tables.overwrite_links(rows, made)

    def links_made(self) -> str:
        """Of what and by what the links were made, "" when there are none."""
        return self._tables.links.note("made")
