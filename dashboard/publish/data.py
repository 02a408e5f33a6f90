"""The events behind a figure as data: CSV and JSON rows, what is known of them, and all in one archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import orjson

from dashboard import file_labels
from dashboard.csv_table import COLUMNS, full_rows, tell_cell, write_csv
from dashboard.publish import citation
from dashboard.publish.facts import Facts
from dashboard.publish.views import PICTURED, Opened, describe

_INDENTED = orjson.OPT_INDENT_2
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same bytes whenever an archive is made


def read_rows(opened: Opened, links: str = "") -> list[dict[str, Any]]:
    """The events of a view in the order of its table, each with what its reports tell.

    Args:
        opened: The view.
        links: Where the links of events lead, where the page has no address of its own.
    """
    view, store = opened.looked.view, opened.asked.open_store()
    places = view.ordered(opened.selection.sort)
    return full_rows(view, places, store, opened.facts.home or links, opened.looked.naming)


def write_json(opened: Opened, rows: list[dict[str, Any]]) -> bytes:
    """The events of a view with what is known of them all."""
    told = {"metadata": tell_metadata(opened, len(rows)), "events": [_record(row) for row in rows]}
    return orjson.dumps(told, option=_INDENTED) + b"\n"


def _record(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row by the columns of the CSV: lists stay lists, what is not known is null."""
    return {name: tell_cell(row, name) for name in COLUMNS}


def tell_metadata(opened: Opened, events: int) -> dict[str, Any]:
    """What a view is: enough to make it again, to judge it and to cite it."""
    facts = opened.facts
    return {
        "title": facts.title,
        "filters": facts.filters.partition(": ")[2],
        "counted": facts.counted or "Each event once",
        "days": facts.when,
        "counts": facts.counts,
        "events": events,
        "documents": len(facts.sources),
        "address": facts.address or "/",
        "data_version": facts.version,
        "made_with": facts.tool,
        "alternative_text": {chart: describe(opened, chart) for chart in PICTURED},
        "boundaries": facts.boundaries,
        "sources": [
            {
                "id": one.id,
                "title": one.title,
                "publisher": one.publisher or None,
                "day": one.day or None,
                "address": one.url or None,
                "events": one.events,
            }
            for one in facts.sources
        ],
        "columns": file_labels.COLUMNS,
        "citation": citation.cite_all(facts),
    }


def write_metadata(opened: Opened) -> bytes:
    """`tell_metadata` as JSON."""
    told = tell_metadata(opened, opened.looked.view.counts.events)
    return orjson.dumps(told, option=_INDENTED) + b"\n"


def write_archive(opened: Opened, pictures: Mapping[str, bytes], links: str = "") -> bytes:
    """Data, what is known of it, figures, and how to cite them, in one ZIP that is always the same bytes.

    Args:
        opened: The view.
        pictures: Further files by their names.
        links: Where the links of events lead, where the page has no address of its own.
    """
    rows = read_rows(opened, links)
    files = {
        "README.txt": tell_readme(opened.facts).encode(),
        "events.csv": write_csv(rows).encode(),
        "events.json": write_json(opened, rows),
        "metadata.json": write_metadata(opened),
        "citation.bib": citation.cite_bibtex(opened.facts).encode(),
        "citation.csl.json": orjson.dumps(citation.cite_csl(opened.facts), option=_INDENTED) + b"\n",
        **pictures,
    }
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return sheet.getvalue()


def tell_readme(facts: Facts) -> str:
    """What the archive holds and how to cite it."""
    sources = "\n".join(f"- {one.words}" + (f" {one.url}" if one.url else "") for one in facts.sources)
    told = (
        facts.title,
        "=" * len(facts.title),
        file_labels.README_HEAD.format(
            filters=facts.filters,
            when=facts.when,
            counts=facts.counts,
            version=facts.version,
            tool=facts.tool,
            address=facts.address or "/",
        ),
        file_labels.README_FILES,
        file_labels.README_DATES,
        f"{file_labels.README_CITE}\n\n{citation.cite_long(facts)}\n\n{citation.cite_short(facts)}",
        facts.boundaries,
        f"{file_labels.SOURCES}\n\n{sources}",
    )
    return "\n\n".join(told) + "\n"
