"""The events as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from dashboard import labels
from dashboard.naming import Naming
from data_model import COUNTRY_LAYERS, Event, Head, Store, View

# A spreadsheet takes a cell that begins so for a formula and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = (
    "title", "edtf", "earliest", "latest", "precision", "basis", "certainty", "status", "type",
    "place_city", "place_country", "participants", "organizations",
    "countries_participating", "countries_location", "countries_named", "countries_by_membership",
    "topics", "reports", "sources",
    "documents", "addresses", "published", "evidence", "according_to", "score",
    "link", "id", "plover", "cameo",
    "type_name", "organization_names", "country_names", "topic_names", "publishers", "document_days",
)  # fmt: skip
# What of them the store's own table of happenings holds.
ROW = (
    "id", "title", "type", "plover", "cameo", "status", "edtf", "earliest", "latest", "precision", "basis",
    "approximate", "organizations", "countries", "topics", "place_city", "place_country", "documents",
    "according_to", "score", "reports", "sources",
)  # fmt: skip
MOST_LETTERS = 80


def file_name(query: Mapping[str, str]) -> str:
    """`dateline-events-org-csto-from-2023-06-01.csv`: the name says what was asked for."""
    told = "-".join(f"{name}-{value}" for name, value in query.items() if value)
    plain = re.sub(r"[^a-z0-9]+", "-", told.lower()).strip("-")[:MOST_LETTERS].rstrip("-")
    return f"dateline-events-{plain}.csv" if plain else "dateline-events.csv"


def full_rows(
    view: View,
    places: Any,  # noqa: ANN401 - an array of numbers
    store: Store,
    home: str,
    naming: Naming,
) -> list[dict[str, Any]]:
    """Rows of a view with what only the reports know: people, places of the countries, words, titles.

    Args:
        view: The view.
        places: The rows that are asked for, in their order.
        store: The store the view is of.
        home: The address of the page, to which the link of each event leads.
        naming: Names of keys.
    """
    rows = view.rows(places, ROW)
    counted: dict[str, Sequence[object]] = {
        f"countries_{layer}": view.keys_of("country", places, layer) for layer in COUNTRY_LAYERS
    }
    counted["certainty"] = view.certainty_of(places)
    rows = [row | {name: told[n] for name, told in counted.items()} for n, row in enumerate(rows)]
    events = store.whole_events([row["id"] for row in rows])
    heads = store.heads(sorted({key for row in rows for key in row["documents"]}))
    return [row | _names(row, naming) | _more(row, events.get(row["id"]), heads, home) for row in rows]


def _names(row: Mapping[str, Any], naming: Naming) -> dict[str, Any]:
    """Names beside keys."""
    return {
        "organization_names": [naming.organization(key) for key in row["organizations"]],
        "country_names": [naming.country(code) for code in row["countries"]],
        "topic_names": [naming.topic(key) for key in row["topics"]],
        "type_name": labels.TYPE_NAMES.get(str(row["type"]), str(row["type"])),
    }


def _more(row: dict[str, Any], event: Event | None, heads: Mapping[str, Head], home: str) -> dict[str, Any]:
    told = [heads[key] for key in row["documents"] if key in heads]
    more: dict[str, Any] = {
        "documents": [head.title for head in told],
        "addresses": [head.url for head in told if head.url],
        "published": [head.published or head.document_date for head in told],
        "publishers": [publisher_of(head.url) for head in told if head.url],
        "document_days": [head.document_date for head in told],
        "link": f"{home}?event={quote(str(row['id']), safe='')}",
    }
    if event is None:
        return more
    return more | {
        "participants": [f"{one.name}, {one.role}" if one.role else one.name for one in event.participants],
        "evidence": [one.text for one in event.evidence],
    }


def publisher_of(url: str) -> str:
    """The host of an address without `www.`, "" where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # brackets that hold no address
        return ""


def tell_cell(row: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - as JSON holds it
    """A value of a row as data: lists stay lists, days are text, what is not known is None."""
    value = row.get(name)
    if isinstance(value, (bool, int, float, str)) and value == value:  # noqa: PLR0124 - no missing number
        return value
    if isinstance(value, (list, tuple)) or (hasattr(value, "tolist") and not hasattr(value, "isoformat")):
        return [str(one) for one in _items(value)]
    return _text(value) or None


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
