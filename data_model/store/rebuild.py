"""A damaged store brought back to what can be read: the truth that is left, and nothing derived.

What is taken out of the truth is named; importing the same paths again brings it back.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from data_model.errors import StoreError, StoreMissing
from data_model.store.rows import REPORTS
from data_model.store.stamp import NAME, check_stamp, write_stamp
from data_model.store.tables import Tables
from data_model.store.upkeep import Upkeep

# Parts that cannot be read are put aside here, for whoever can save more of them.
ASIDE = "damaged"


def rebuild_store(folder: Path) -> Iterator[str]:
    """Make a store one that opens, telling each step; links are to be made anew afterwards.

    Raises:
        StoreMissing: If there is no store at that place.
        StoreError: If nothing of it can be read, or it is of another format.
    """
    if not (folder / "reports").is_dir() and not (folder / NAME).is_file():
        msg = f"{folder}: there is no store at that place"
        raise StoreMissing(msg)
    tables = Tables(folder)
    with Upkeep(tables, tables.writing).importing(), tables.writing():
        yield from _mend_log(tables)
        yield from _mend_stamp(tables)
        yield from _put_aside(tables)
        for table in (tables.tellings, tables.links):
            table.drop()
        tables.mend()
        tables.forget_checksums()


def _mend_log(tables: Tables) -> Iterator[str]:
    while torn := tables.reports.torn():
        torn.unlink()
        yield f"{torn.relative_to(tables.folder)}: a torn log entry was taken out, and the change it told of"


def _mend_stamp(tables: Tables) -> Iterator[str]:
    try:
        check_stamp(tables.folder)
    except StoreError:
        table = tables.reports.opened()
        if table is not None and [field.name for field in table.schema().fields] != REPORTS.names:
            raise  # of another version, as the stamp says
        write_stamp(tables.folder)
        yield f"{NAME}: was made anew"


def _put_aside(tables: Tables) -> Iterator[str]:
    """Move the parts that are not what was written out of the way, and out of the log."""
    damaged = {name for name, _ in tables.find_odd(["reports"])}
    lost = False
    for part in tables.reports.files():
        name = part.relative_to(tables.folder).as_posix()
        if not part.is_file():
            lost = True
            yield f"{name}: is missing; its documents are to be imported again"
        elif name in damaged or not _readable(part):
            lost = True
            (tables.folder / ASIDE).mkdir(exist_ok=True)
            os.replace(part, tables.folder / ASIDE / part.name)  # noqa: PTH105 - on one disk, at once
            yield f"{name}: is damaged and was moved to {ASIDE}/; its documents are to be imported again"
    if lost:
        tables.reports.forget_lost()


def _readable(part: Path) -> bool:
    try:
        with pq.ParquetFile(part) as opened:
            for _ in opened.iter_batches(batch_size=256):
                pass
    except (OSError, pa.ArrowException):
        return False
    return True
