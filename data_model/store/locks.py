"""One at a time: locks in the store's folder that the system lets go of when their holder dies."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from data_model.errors import StoreError
from data_model.store.delta import full, no_room


@contextlib.contextmanager
def locked(folder: Path, name: str, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold a lock.

    Args:
        folder: The store's folder.
        name: The lock's file in it.
        on_wait: Told once if somebody else holds it, before waiting for them.

    Raises:
        StoreError: If the folder cannot be written.
    """
    lock = FileLock(folder / name)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            on_wait()
            lock.acquire()
    except OSError as error:
        if no_room(error):
            raise full(folder) from error
        msg = f"{folder}: the store cannot be written: {error.strerror or error}"
        raise StoreError(msg) from error
    try:
        yield
    finally:
        lock.release()
