"""A damaged store brought back to what can be read: the truth that is left, and nothing derived.

What is taken out of the truth is named; importing the same paths again brings it back.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from data_model.errors import StoreError, StoreMissing
from data_model.store.rows import REPORTS
from data_model.store.stamp import NAME, check_stamp, write_stamp
from data_model.store.tables import Tables, read_parts
from data_model.store.upkeep import Upkeep

# Parts that cannot be read are put aside here, for whoever can save more of them.
ASIDE = "damaged"
_FRESH = "reports.new"
_ROWS = 500


def rebuild_store(folder: Path) -> Iterator[str]:
    """Make a store one that opens, telling each step; links are to be made anew afterwards.

    Raises:
        StoreMissing: If there is no store at that place.
        StoreError: If nothing of it can be read, or it is of another format.
    """
    if not any((folder / name).exists() for name in ("reports", _FRESH, NAME)):
        msg = f"{folder}: there is no store at that place"
        raise StoreMissing(msg)
    tables = Tables(folder)
    with Upkeep(tables, tables.writing).importing(), tables.writing():
        fresh = tables.reports.named(_FRESH).folder
        if fresh.is_dir() and not tables.reports.folder.is_dir():  # cut off between two renames
            fresh.rename(tables.reports.folder)
        yield from _mend_log(tables)
        yield from _mend_stamp(tables)
        yield from _put_aside(tables)
        for table in (tables.tellings, tables.links):
            table.drop()
        tables.mend()
        tables.forget_checksums()


def _mend_log(tables: Tables) -> Iterator[str]:
    """Make the log of the reports anew from their parts, if anything in it is not what was written."""
    odd = [name for name, _ in tables.find_odd(["reports"]) if "/_delta_log/" in name]
    try:
        if not odd:
            tables.reports.opened()
            return
    except StoreError:
        pass
    fresh = tables.reports.named(_FRESH)
    fresh.drop()
    damaged = {name for name, _ in tables.find_odd(["reports"])}
    parts = sorted(tables.reports.folder.glob("*.parquet"), key=lambda part: (part.stat().st_mtime_ns, part))
    whole = [part for part in parts if f"reports/{part.name}" not in damaged and _readable(part)]
    latest = {one: part for part in whole for one in pq.read_table(part, columns=["id"])["id"].to_pylist()}
    for part in whole:
        mine = pa.array([one for one, last in latest.items() if last == part], pa.string())
        for batch in read_parts([part], REPORTS, ()):
            rows = pa.Table.from_batches([batch.filter(pc.is_in(batch["id"], mine))])
            if rows.num_rows:
                fresh.append(rows)
    aside = tables.folder / ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    tables.reports.folder.rename(aside / "reports")
    if fresh.folder.is_dir():
        fresh.folder.rename(tables.reports.folder)
    yield (
        f"the log of reports is damaged ({', '.join(odd) or 'it cannot be read'}) and was made anew: "
        f"{len(latest):,} documents of {len(whole)} parts; {len(parts) - len(whole)} parts cannot be read. "
        f"What was there is in {ASIDE}/. Documents that were taken out lately may be back"
    )


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
            part.replace(tables.folder / ASIDE / part.name)
            yield f"{name}: is damaged and was moved to {ASIDE}/; its documents are to be imported again"
    if lost:
        tables.reports.forget_lost()


def _readable(part: Path) -> bool:
    try:
        with pq.ParquetFile(part) as opened:
            for _ in opened.iter_batches(batch_size=_ROWS):
                pass
            return list(opened.schema_arrow.names) == list(REPORTS.names)
    except (OSError, pa.ArrowException):
        return False
