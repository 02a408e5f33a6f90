"""The serving database of the newest version: built when the store changes, not by the first who asks."""

from __future__ import annotations

import threading
import time

from data_model.errors import StoreError
from data_model.store.membership import Bodies
from data_model.store.serving import Serving
from data_model.store.tables import Tables

# How long a page may show yesterday's store before it looks again, in seconds.
LOOK_AGAIN = 1.0
_AT_ONCE = float("-inf")


class Fresh:
    """Keeps a `Serving` as new as the tables.

    What this store wrote itself is there at once. What another process wrote is built beside the version that
    is asked, which is asked until the new one is ready.
    """

    def __init__(self, tables: Tables, bodies: Bodies) -> None:
        self._tables = tables
        self._bodies = bodies
        self._serving: Serving | None = None
        self._marker: tuple[str, str] | None = None
        self._looked = _AT_ONCE
        self._trouble: StoreError | None = None
        self._lock = threading.Lock()

    def current(self) -> Serving:
        """The newest version, looked for at most once in `LOOK_AGAIN` seconds.

        Raises:
            StoreError: If it cannot be built.
        """
        serving = self._serving
        if serving is None or self._looked == _AT_ONCE:
            with self._lock:
                return self._refreshed()
        if time.monotonic() - self._looked >= LOOK_AGAIN and self._lock.acquire(blocking=False):
            threading.Thread(target=self._refresh, name="dateline-serving", daemon=True).start()
        if self._trouble is not None:
            raise self._trouble
        return serving

    def expire(self) -> None:
        """Look again at the next question, and answer it with what is there then."""
        self._looked = _AT_ONCE

    def forget(self) -> None:
        """Let go of it; the next question builds it anew."""
        with self._lock:
            self._serving, self._marker = None, None

    def _refresh(self) -> None:
        """Build the newest version; what hinders it is told to whoever asks next, until it can be built."""
        try:
            self._refreshed()
            self._trouble = None
        except StoreError as error:
            self._trouble = error
        finally:
            self._lock.release()

    def _refreshed(self) -> Serving:
        self._looked = time.monotonic()
        marker = self._tables.marker()
        if self._serving is None or marker != self._marker:
            self._serving = Serving(self._tables.snapshot(), self._bodies)
            self._marker = marker
        return self._serving
