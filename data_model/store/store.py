"""The store: reports are put in, happenings are asked for.

    with Store.open("folder", create=True) as store:
        store.add(reports)
        store.timeline(EventFilter(countries=("BY",)))

Writing goes to the Delta tables (`tables.py`); asking goes to a serving database built from them
(`serving.py`), which is built anew when they have changed. Any number of threads and processes may
ask while one writes.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self

import duckdb
import pandas as pd

from data_model.errors import StoreError
from data_model.store import queries
from data_model.store.contents import Known, Unread, ask_bodies, ask_people, ask_unread
from data_model.store.counts import Counts
from data_model.store.filters import EventFilter
from data_model.store.fresh import Fresh
from data_model.store.linking import Linking
from data_model.store.lookup import EventView, look_up_document, look_up_event
from data_model.store.membership import Bodies, Members
from data_model.store.rows import digest_row, from_row, to_row
from data_model.store.serving import Answer, Serving
from data_model.store.stamp import FORMAT
from data_model.store.tables import Tables
from data_model.store.upkeep import Upkeep
from data_model.store.view import View
from data_model.store.whole import Head, read_events, read_heads
from data_model.values import Event, Report


class Store:
    """Reports on disk and the questions to them.

    Attributes:
        FORMAT: The format it writes, and the only one it reads.
    """

    FORMAT: ClassVar[int] = FORMAT

    def __init__(
        self,
        tables: Tables,
        bodies: Bodies,
        folder: tempfile.TemporaryDirectory[str] | None = None,
    ) -> None:
        self._tables = tables
        self._fresh = Fresh(tables, bodies)
        self._folder = folder
        self._ids: tuple[str, set[str]] = "", set()

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        create: bool = False,
        families: Mapping[str, str] | None = None,
        members: Mapping[str, Members] | None = None,
    ) -> Self:
        """The store in a folder.

        Args:
            path: The folder.
            create: Whether to begin one if there is none.
            families: The family of each organization key that has one, for `family:…` filters.
            members: Who belonged to a body and when, for filters by bodies a member of which takes part.

        Raises:
            StoreMissing: If there is none and `create` is not set.
            StoreError: If what is there cannot be read.
        """
        tables = Tables.open(Path(path), create=create)
        tables.reports.opened()  # a broken one is told now, not at the first question
        return cls(tables, Bodies(families or {}, members or {}))

    @classmethod
    def in_memory(
        cls, *, families: Mapping[str, str] | None = None, members: Mapping[str, Members] | None = None
    ) -> Self:
        """A store that is gone when closed (kept in a temporary folder until then)."""
        folder = tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True)
        tables = Tables.open(Path(folder.name), create=True)
        return cls(tables, Bodies(families or {}, members or {}), folder)

    def close(self) -> None:
        """Let go of everything; asking again builds it anew."""
        self._fresh.forget()
        if self._folder is not None:
            self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The folder."""
        return self._tables.folder

    @property
    def version(self) -> str:
        """The data version: it changes with every write."""
        return self._current().version

    @property
    def empty(self) -> bool:
        """Whether no document was ever put in, or all were taken out."""
        return not self._current().snapshot.reports

    # Writing

    def add(self, reports: Iterable[Report], *, pipeline: str = "") -> int:
        """Put reports in, in one change, each in place of an earlier one of the same id.

        Args:
            reports: What to put in; of two with one id the later counts.
            pipeline: The version of what made them, to tell later whether they are up to date.

        Returns:
            How many documents were written.

        Raises:
            StoreError: If one cannot be written; then none is.
        """
        rows = {report.document.id: to_row(report, pipeline) for report in reports}
        if rows:
            with self._writing():
                there = self._ids_there()
                self._tables.upsert(list(rows.values()), rows.keys() & there)
                there.update(rows)
                self._ids = self._tables.reports.newest(), there
        return len(rows)

    def _ids_there(self) -> set[str]:
        """The ids in the store, read again only when somebody else has written since."""
        newest = self._tables.reports.newest()
        if self._ids[0] != newest:
            batches = self._tables.snapshot().read_reports("id")
            self._ids = newest, {one for batch in batches for one in batch["id"].to_pylist()}
        return self._ids[1]

    def remove(self, document_ids: Iterable[str]) -> None:
        """Take documents out, with their events; ids that are not there are ignored."""
        with self._writing():
            self._tables.reports.delete("id", sorted(set(document_ids)))

    # What is there

    def known(self) -> dict[str, Known]:
        """Every document there, without its text."""
        batches = self._tables.snapshot().read_reports("id", "hash", "pipeline", "source")
        return {
            row["id"]: Known(row["hash"], row["pipeline"], row["source"])
            for batch in batches
            for row in batch.to_pylist()
        }

    @property
    def linking(self) -> Linking:
        """What linking reads and writes."""
        return Linking(self._tables, self._writing)

    @property
    def upkeep(self) -> Upkeep:
        """What keeps it whole, and what became of each import."""
        return Upkeep(self._tables, self._writing)

    def reports(self) -> Iterator[Report]:
        """Every report, read piece by piece from one version."""
        for batch in self._tables.snapshot().read_reports():
            yield from map(from_row, batch.to_pylist())

    def events(self) -> Iterator[Event]:
        """Every event as its document tells it, not merged."""
        for report in self.reports():
            yield from report.normalized.events

    def verify(self) -> tuple[str, ...]:
        """Documents whose stored rows are not what was written; reading everything, slowly."""
        rows = (row for batch in self._tables.snapshot().read_reports() for row in batch.to_pylist())
        return tuple(sorted(row["id"] for row in rows if digest_row(row) != row["digest"]))

    def document(self, document_id: str) -> Report:
        """One report.

        Raises:
            NotFound: If there is none of that id.
        """
        return look_up_document(self._current(), document_id)

    def event(self, event_id: str) -> EventView:
        """The happening an event belongs to, with everything told of it.

        Raises:
            NotFound: If there is no event of that id.
        """
        return look_up_event(self._current(), event_id)

    def whole_events(self, event_ids: Sequence[str]) -> dict[str, Event]:
        """Some events as their documents tell them, by id; ids that are not there are left out."""
        return {event.id: event for event in read_events(self._current(), event_ids)}

    def heads(self, document_ids: Sequence[str]) -> dict[str, Head]:
        """Title, source, address and dates of some documents, by id; ids that are not there are left out."""
        return read_heads(self._current(), document_ids)

    def organization_names(self) -> dict[str, tuple[str, str]]:
        """Name and abbreviation of every body in the store, as the documents' register had them."""
        return self._current().answer("bodies", ask_bodies)

    def person_names(self) -> dict[str, str]:
        """The name of everyone in the store by key, as most documents have it."""
        return self._current().answer("people", ask_people)

    # Asking

    def view(self, wanted: EventFilter) -> View:
        """Everything that is counted of a filter, selected once."""
        return self._answered(lambda: self._current().view(wanted))

    def timeline(self, wanted: EventFilter) -> pd.DataFrame:
        """One row a happening that can stand on the axis: columns `queries.TIMELINE`."""
        return self._ask(queries.ask_timeline, wanted)

    def undated(self, wanted: EventFilter) -> pd.DataFrame:
        """One row a happening that cannot: columns `queries.UNDATED`."""
        return self._ask(queries.ask_undated, wanted)

    def by_country(self, wanted: EventFilter, layer: str = "any") -> pd.DataFrame:
        """Happenings and reports a country: columns `queries.BY_COUNTRY`."""
        return self._ask(queries.ask_by_country, wanted, layer)

    def over_time(self, wanted: EventFilter, unit: str = "year") -> pd.DataFrame:
        """Happenings a bin, ranges spread: columns `queries.OVER_TIME`."""
        return self._ask(queries.ask_over_time, wanted, unit)

    def topics_over_time(self, wanted: EventFilter, unit: str = "year") -> pd.DataFrame:
        """Happenings a topic and bin, ranges spread: columns `queries.TOPICS_OVER_TIME`."""
        return self._ask(queries.ask_topics_over_time, wanted, unit)

    def facets(self, wanted: EventFilter) -> pd.DataFrame:
        """What each further choice would leave: columns `queries.FACETS`."""
        return self._ask(queries.ask_facets, wanted)

    def sources(self, wanted: EventFilter) -> pd.DataFrame:
        """The reports behind the selection: columns `queries.SOURCES`."""
        return self._ask(queries.ask_sources, wanted)

    def counts(self, wanted: EventFilter) -> Counts:
        """How much the selection holds."""
        return self.view(wanted).counts

    def unread(self) -> Unread:
        """What of the documents is not understood, by language."""
        return self._current().answer("unread", ask_unread)

    def _ask(self, ask: Callable[..., Any], wanted: EventFilter, *more: str) -> Any:  # noqa: ANN401
        serving = self._current()
        question = ask, wanted, more
        asked = lambda cursor: ask(cursor, serving.view(wanted), *more)  # noqa: E731
        return self._answered(lambda: serving.answer(question, asked))

    @staticmethod
    def _answered(asked: Callable[[], Answer]) -> Answer:
        try:
            return asked()
        except duckdb.Error as error:
            msg = f"the store could not answer: {error}"
            raise StoreError(msg) from error

    def prepare(self) -> None:
        """Build what is asked now, so that the first who asks does not wait for it."""
        self._current()

    def _current(self) -> Serving:
        return self._fresh.current()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._tables.writing():
                yield
        finally:
            self._fresh.expire()
