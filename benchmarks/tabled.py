"""What a benchmark measured: a table on the screen and, on request, the file beside it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table


def tell(
    columns: Sequence[str], rows: Sequence[Sequence[object]], file: Path | None, width: int | None = None
) -> None:
    """Print rows under their columns, and freeze them.

    Args:
        columns: Their names.
        rows: The rows.
        file: The CSV to write, None for none.
        width: How wide the table may be, in letters; as the screen when not given.
    """
    table = Table(*columns)
    for row in rows:
        table.add_row(*map(str, row))
    Console(width=width).print(table)
    if file is not None:
        with file.open("w", encoding="utf-8", newline="") as written:
            csv.writer(written, lineterminator="\n").writerows([columns, *rows])
