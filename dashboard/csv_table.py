"""The events as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

# A spreadsheet takes a cell that begins so for a formula and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = (
    "id", "title", "type", "status", "edtf", "earliest", "latest", "precision", "basis", "approximate",
    "organizations", "countries", "topics", "place_city", "place_country",
    "reports", "documents", "plover", "cameo",
)  # fmt: skip


def write_csv(rows: Iterable[dict[str, Any]]) -> str:
    """The rows with a byte order mark, so that spreadsheets read the letters right."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([safe_cell(_text(row.get(name))) for name in COLUMNS])
    return "\ufeff" + sheet.getvalue()


def safe_cell(text: str) -> str:
    """A cell no spreadsheet takes for a formula: an apostrophe is put before it."""
    return "'" + text if text.lstrip(" ").startswith(FORMULA) or text.startswith(FORMULA) else text


def _text(value: Any) -> str:  # noqa: ANN401 - a cell may be anything
    if value is None or value != value:  # noqa: PLR0124 - missing days compare unequal to themselves
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)) or (hasattr(value, "tolist") and not hasattr(value, "isoformat")):
        return "; ".join(str(one) for one in _items(value))
    return str(value.date()) if hasattr(value, "date") else str(value)


def _items(value: Any) -> Sequence[Any]:  # noqa: ANN401 - likewise
    found = value.tolist() if hasattr(value, "tolist") else value
    return found if isinstance(found, (list, tuple)) else [found]
