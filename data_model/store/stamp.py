"""What makes a folder a store: a small file that says in which format it is kept."""

from __future__ import annotations

import os
from pathlib import Path

import orjson

from data_model.errors import StoreError, StoreMissing
from data_model.store.delta import full, no_room

# Raised whenever a column is added or changes its meaning: a store of another format is refused in words.
FORMAT = 8
NAME = "dateline-store.json"


def find_stamp(folder: Path, *, create: bool) -> None:
    """Make sure that a folder is a store of this format.

    Args:
        folder: The folder.
        create: Whether to begin a store if there is nothing.

    Raises:
        StoreMissing: If there is none and none may be begun.
        StoreError: If what is there is no store, or one of another format.
    """
    if not (folder / NAME).is_file():
        if (folder / "reports" / "_delta_log").is_dir():
            msg = (
                f"{folder}: the store is damaged: {NAME} is missing. "
                f"`dateline rebuild --store {folder}` makes it anew"
            )
            raise StoreError(msg)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            msg = f"{folder}: there is something else at that place, not a store; choose another folder"
            raise StoreError(msg)
        if not create:
            msg = f"{folder}: there is no store at that place"
            raise StoreMissing(msg)
        write_stamp(folder)
    check_stamp(folder)


def write_stamp(folder: Path) -> None:
    """Say that a folder is a store of this format.

    Raises:
        StoreError: If it cannot be written.
    """
    stamp = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = stamp.with_suffix(f".{os.getpid()}.tmp")
        draft.write_bytes(orjson.dumps({"format": FORMAT}))
        draft.replace(stamp)
    except OSError as error:
        if no_room(error):
            raise full(folder) from error
        msg = f"{folder}: a store cannot be made there: {error.strerror}"
        raise StoreError(msg) from error


def check_stamp(folder: Path) -> None:
    """Make sure that a stamp is of this format.

    Raises:
        StoreError: If it is of another one or cannot be read.
    """
    try:
        found = orjson.loads((folder / NAME).read_bytes())["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = (
            f"{folder}: the store is damaged: {NAME} cannot be read. "
            f"`dateline rebuild --store {folder}` makes it anew"
        )
        raise StoreError(msg) from error
    if found != FORMAT:
        older = isinstance(found, int) and found < FORMAT
        way_out = "import the documents into a new one" if older else "update Dateline"
        msg = f"{folder}: the store has format {found}, this version reads {FORMAT}: {way_out}"
        raise StoreError(msg)
