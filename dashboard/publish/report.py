"""A view as one HTML file that opens from disk: charts, every event with its words, sources, citation.

It loads nothing: letters, figures and the few lines that search the table are inside, and its policy forbids
everything else. No word of a document is markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from dashboard import file_labels, ids, labels
from dashboard.callbacks.asked import Asked
from dashboard.days_in_words import date_in_words
from dashboard.publish import citation
from dashboard.publish.data import read_rows
from dashboard.publish.facts import Facts
from dashboard.publish.paper import link_source, write_page
from dashboard.publish.picture import draw_picture
from dashboard.publish.sheet import Options
from dashboard.publish.views import PICTURED, NotPublishable, Opened, open_view

HALF = 500.0  # pixels of the page
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_IDS = re.compile(r'\b(id="|url\(#|aria-labelledby=")([^")]*)')


def write_report(asked: Asked, query: Mapping[str, str], theme: str = "light", home: str = "") -> str:
    """The report of a view.

    Args:
        asked: Whom the page asks.
        query: The settings of its address.
        theme: light or dark.
        home: The address of the page, "" where nobody but its reader can open it.

    Raises:
        NotPublishable: If the view holds nothing or was not understood.
        StoreError: If the store cannot be read.
    """
    opened, complaints = open_view(asked, query, home)
    if complaints:
        raise NotPublishable(" ".join(complaints))
    if not opened.looked.view.counts.events:
        raise NotPublishable(file_labels.NO_EVENTS)
    figures = {chart: _figure(opened, chart, theme) for chart in PICTURED}
    rows = read_rows(opened)
    body = _body(opened.facts, figures, rows)
    facts, dark = opened.facts, theme == "dark"
    return write_page(facts.title, body, facts.tool, dark=dark, sheets=("paper.css",), script="report.js")


def _figure(opened: Opened, chart: str, theme: str) -> str:
    """A chart as part of a page: without letters of its own, its names told from those of the others."""
    svg = _STYLE.sub("", draw_picture(opened, chart, _options(chart, theme)).partition("\n")[2]).strip()
    return _IDS.sub(lambda found: found[1] + " ".join(f"{chart}-{name}" for name in found[2].split()), svg)


def _options(chart: str, theme: str) -> Options:
    """Charts below one headline; those that stand side by side are of one width."""
    return Options(theme=theme, bare=True, width=0.0 if chart == ids.TIMELINE else HALF)


def _body(facts: Facts, figures: Mapping[str, str], rows: list[dict[str, Any]]) -> str:
    drawn = {chart: f'<section class="figure">{svg}</section>' for chart, svg in figures.items()}
    told = " · ".join(filter(None, (facts.filters, facts.counted, facts.when, facts.counts)))
    version = " · ".join(filter(None, (facts.tool, f"data version {facts.version}", facts.address)))
    return "\n".join(
        [
            "<main>",
            f'<header><h1>{escape(facts.title)}</h1><p class="lead">{escape(told)}</p></header>',
            drawn[ids.TIMELINE],
            f'<div class="pair">{drawn[ids.MAP]}{drawn[ids.TOPICS]}</div>',
            _table(rows),
            _sources(facts),
            _cite(facts),
            f"<footer><p>{escape(version)}</p><p>{escape(facts.boundaries)}</p></footer>",
            "</main>",
        ]
    )


def _table(rows: list[dict[str, Any]]) -> str:
    head = "".join(f'<th scope="col">{words}</th>' for words in (labels.DATE, labels.EVENT))
    body = "\n".join(map(_row, rows))
    return (
        f'<section id="events"><h2>{file_labels.EVENTS} (<span id="count">{len(rows)}</span>)</h2>'
        f'<label id="finder" hidden>{file_labels.FIND} '
        '<input id="search" type="search" autocomplete="off"></label>'
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></section>"
    )


def _row(row: Mapping[str, Any]) -> str:
    """An event: its date as it is known, what it is, the words it rests on, where they are from."""
    when = date_in_words(str(row["edtf"])) if row["edtf"] else file_labels.NO_DAY
    place = ", ".join(
        str(one) for one in (row["place_city"], row["place_country"]) if isinstance(one, str) and one
    )
    facts = (
        row["type_name"],
        labels.STATUS_NAMES.get(str(row["status"]), str(row["status"])),
        place,
        ", ".join(row["organization_names"]),
        ", ".join(row.get("participants", ())),
    )
    told = " · ".join(str(one) for one in facts if one)
    quotes = "".join(f"<blockquote>{escape(str(one))}</blockquote>" for one in row.get("evidence", ()))
    return (
        f"<tr><td>{escape(when)}</td><td><strong>{escape(str(row['title']))}</strong>"
        f'<span class="facts">{escape(told)}</span>{quotes}'
        f'<p class="facts">{escape("; ".join(str(one) for one in row["documents"]))}</p></td></tr>'
    )


def _cite(facts: Facts) -> str:
    return (
        f"<section><h2>{file_labels.CITE}</h2><p>{escape(citation.cite_long(facts))}</p>"
        f"<pre><code>{escape(citation.cite_bibtex(facts))}</code></pre></section>"
    )


def _sources(facts: Facts) -> str:
    items = "".join(f"<li>{link_source(one)}</li>" for one in facts.sources)
    return f"<section><h2>{file_labels.SOURCES} ({len(facts.sources):,})</h2><ol>{items}</ol></section>"
