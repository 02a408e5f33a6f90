"""How a store is kept whole: one import at a time, what became of each, what is damaged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pyarrow as pa

from data_model.outcomes import ImportRun
from data_model.store.imports import IMPORTS, import_row, import_runs
from data_model.store.locks import locked
from data_model.store.tables import Tables

_LOCK = "import.lock"


class Upkeep:
    """What is done to a store beside putting reports in.

    Args:
        tables: The tables of the store.
        writing: Waits until nobody else writes.
    """

    def __init__(self, tables: Tables, writing: Callable[[], AbstractContextManager[None]]) -> None:
        self._tables = tables
        self._writing = writing

    def importing(self, on_wait: Callable[[], None] = lambda: None) -> AbstractContextManager[None]:
        """Hold the store for an import; others that ask for it wait, and are told so by `on_wait`."""
        return locked(self._tables.folder, _LOCK, on_wait)

    def note(self, run: ImportRun) -> None:
        """Keep how an import began or ended."""
        with self._writing():
            self._tables.imports.append(pa.Table.from_pylist([import_row(run)], schema=IMPORTS))
            if run.ended:
                self._tables.tidy_imports()

    def imports(self) -> tuple[ImportRun, ...]:
        """Every import, the newest first."""
        return import_runs(self._tables.read_imports())

    def tidy(self) -> None:
        """Join many small files into few, drop what nobody reads any more; no answer changes."""
        with self._writing():
            self._tables.tidy()

    def mend(self) -> tuple[str, ...]:
        """Drop tables that are damaged and that no answer is lost with: the names of what was dropped."""
        with self._writing():
            return self._tables.mend()

    def find_dispensable(self) -> tuple[str, ...]:
        """The names of the tables that `mend` would drop."""
        return self._tables.find_dispensable()

    def find_damage(self) -> Iterator[str]:
        """In words, every file that is not what was written: reads all of them."""
        yield from self._tables.find_damage()
