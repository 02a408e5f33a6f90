"""The serving database: a DuckDB in a file of its own, laid out for the questions the page asks.

Built from the files of one `Snapshot` (`filling.py`), then locked: no statement can reach another file
or change a setting, so a question gone wrong stays a wrong question. It needs no DuckDB extension. In a file
it is compressed, and of a large one only what is asked for is in memory; the file is gone with the process.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import duckdb
import pandas as pd

from data_model.errors import StoreError
from data_model.latest import Latest
from data_model.store.arrays import Bits, Ints
from data_model.store.columns import Columns, read_columns
from data_model.store.delta import no_room
from data_model.store.files import OFFLINE
from data_model.store.filling import fill
from data_model.store.filters import EventFilter
from data_model.store.happenings import take_rows
from data_model.store.membership import Bodies
from data_model.store.memory import give_back_memory
from data_model.store.tables import Snapshot
from data_model.store.texts import find_word
from data_model.store.view import View

# Bytes it may take while it is built; the rest is put on disk. Where that is too little, twice as much.
_BUILDING, _MOST_TIMES = 900_000_000, 64
_LOCKED = (
    # What it needs once it is built. A question takes far less.
    "SET memory_limit = '512MB'",
    "SET enable_external_access = false",
    "SET python_enable_replacements = false",
    "SET lock_configuration = true",
)
# Together some tens of megabytes at most.
_ANSWERS_KEPT, _ROWS_KEPT = 256, 2_000
# A view holds some bytes a happening: so many bytes of views are kept, a handful at least.
_VIEW_BYTES, _FEWEST_VIEWS, _BYTES_A_HAPPENING = 64_000_000, 4, 8
_WORDS_KEPT = 32


Answer = TypeVar("Answer")


class Serving:
    """One version of the store, ready to be asked.

    Attributes:
        version: The data version it was built from.
        snapshot: The files it was built from.
        columns: What is counted for every view.
        happenings: Whole rows.
    """

    def __init__(self, snapshot: Snapshot, bodies: Bodies) -> None:
        self.version = snapshot.version
        self.snapshot = snapshot
        self._answers: Latest[Any] = Latest(_ANSWERS_KEPT)
        self._words: Latest[Bits] = Latest(_WORDS_KEPT)
        self._build(bodies)
        most = max(_FEWEST_VIEWS, _VIEW_BYTES // (_BYTES_A_HAPPENING * max(self.columns.size, 1)))
        self._views: Latest[View] = Latest(min(most, _ANSWERS_KEPT))

    def _build(self, bodies: Bodies, times: int = 1) -> None:
        try:
            self._folder = TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True)
            name, room = self._folder.name, f"{times * _BUILDING}B"
            given = dict(OFFLINE) | {"memory_limit": room, "temp_directory": name}
            self._connection = duckdb.connect(Path(name) / "serving.duckdb", config={**given})
        except (duckdb.Error, OSError) as error:
            msg = f"the page's own copy of the store cannot be made in the temporary folder: {error}"
            raise StoreError(msg) from error
        try:
            self._fill(bodies)
        except duckdb.OutOfMemoryException as error:
            self.close()
            if times == _MOST_TIMES:
                msg = f"not enough memory for the store: {error}"
                raise StoreError(msg) from error
            self._build(bodies, 2 * times)
        except (duckdb.Error, OSError) as error:
            self.close()
            where = f"no room is left in {self._folder.name}" if no_room(error) else "the store is damaged"
            msg = f"{where}: {error}"
            raise StoreError(msg) from error
        # Where a file that is open may go, it is gone whatever becomes of this process.
        self._folder.cleanup()

    def _fill(self, bodies: Bodies) -> None:
        connection = self._connection
        connection.execute("SET enable_progress_bar = false")
        self.happenings = fill(connection, self.snapshot, bodies.families)
        connection.register("happenings", self.happenings)
        self.columns: Columns = read_columns(connection, bodies)
        connection.unregister("happenings")
        ((self._documents,),) = connection.execute("SELECT count(*) FROM documents").fetchall()
        connection.execute("CHECKPOINT")
        for setting in _LOCKED:
            connection.execute(setting)
        give_back_memory()

    def answer(self, question: Hashable, ask: Callable[[duckdb.DuckDBPyConnection], Answer]) -> Answer:
        """The answer to a question, asked once: most of what a page asks it has asked before.

        Args:
            question: What is asked, different for every different question.
            ask: Asks it of a cursor.
        """

        def asked() -> Answer:
            with contextlib.closing(self.cursor()) as cursor:
                return ask(cursor)

        known = self._answers.answer(question, asked, _is_small)
        # A copy shares its columns until one side writes to them.
        given: Answer = known.copy() if isinstance(known, pd.DataFrame) else known
        return given

    def view(self, wanted: EventFilter) -> View:
        """The view of a filter, selected once for all that is asked of it."""
        parts = self.columns, wanted, self._documents, self._find_text, self._read_rows
        return self._views.answer(wanted, lambda: View.of(*parts))

    def _find_text(self, word: str) -> Bits:
        """Which happenings tell a word: the latest words are looked for once."""
        return self._words.answer(word, lambda: self._tell(word))

    def _tell(self, word: str) -> Bits:
        with contextlib.closing(self.cursor()) as cursor:
            return find_word(cursor, word, self.columns.size)

    def _read_rows(self, places: Ints, columns: Sequence[str]) -> list[dict[str, Any]]:
        return take_rows(self.happenings, places, columns)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own: cursors may be used side by side, one cursor may not."""
        return self._connection.cursor()

    def close(self) -> None:
        """Let go of the memory; cursors still in use keep theirs until they are done."""
        self._connection.close()
        self._folder.cleanup()


def _is_small(answer: object) -> bool:
    """Whether an answer is kept: not so a table of very many rows."""
    return not isinstance(answer, pd.DataFrame) or len(answer) <= _ROWS_KEPT
