"""What was imported, when, and what could not be: a page of its own that needs no script.

The template escapes whatever it is given.
"""

# ruff: noqa: E501 - the template is HTML
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment

from dashboard import labels
from dashboard.days_in_words import date_in_words, short_day
from dashboard.languages import language, language_read, what_is_read
from dashboard.sentences import counted
from data_model import ALL_READ, EventDate, ImportRun, still_refused

if TYPE_CHECKING:
    from data_model import Eventless, Unread

# So many imports and refused documents are listed; `dateline imports` prints all.
LISTED = 200
_STATES = {
    "running": "running, or cut off",
    "finished": "finished",
    "interrupted": "stopped by hand",
    "failed": "failed",
}
_TEMPLATE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Imports · {{ words.PRODUCT }}</title>
<link rel="icon" href="{{ assets }}favicon.ico">
{% for sheet in ("10-fonts.css", "20-icons.css", "40-page.css", "41-document.css", "43-imports.css") -%}
<link rel="stylesheet" href="{{ assets }}{{ sheet }}">
{% endfor -%}
<script src="{{ assets }}45-theme.js"></script>
</head>
<body class="imports-page">
<header class="document-head">
<a class="brand" href="{{ home }}" aria-label="{{ words.PRODUCT }}"><img src="{{ assets }}logo.svg" alt="" width="26" height="26"><span>{{ words.PRODUCT }}</span></a>
<a class="text-button" href="{{ home }}"><span class="icon icon-chevron-left" aria-hidden="true"></span>{{ words.BACK }}</a>
</header>
<main>
<section class="paper">
<h1>Imports</h1>
<p class="lead">{{ lead }}</p>
</section>
{% if refused %}<section class="paper">
<h2>Not read <span class="count">{{ "{:,}".format(refused|length) }}</span></h2>
<div class="scroll"><table>
<thead><tr><th scope="col">Source</th><th scope="col">Why</th><th scope="col" class="wide">Tried</th></tr></thead>
<tbody>{% for source, why, when in refused[:listed] %}
<tr><td>{{ source }}</td><td class="loss">{{ why }}</td><td class="when wide">{{ when }}</td></tr>{% endfor %}
</tbody></table></div>
{% if refused|length > listed %}<p class="more">The first {{ listed }} are listed; “dateline imports” prints all.</p>{% endif %}
</section>{% endif %}
{% if parts %}<section class="paper">
<h2>Read in part <span class="count">{{ "{:,}".format(partial) }}</span></h2>
<div class="scroll"><table>
<thead><tr><th scope="col">Document</th><th scope="col">Source</th><th scope="col">What is missing</th></tr></thead>
<tbody>{% for one in parts %}
<tr><td><a href="{{ home }}document/{{ quote(one.id, safe='') }}">{{ one.title }}</a></td><td>{{ one.source }}</td><td class="loss">{{ one.why }}</td></tr>{% endfor %}
</tbody></table></div>
{% if partial > parts|length %}<p class="more">The first {{ parts|length }} are listed.</p>{% endif %}
</section>{% endif %}
{% if languages %}<section class="paper" id="languages">
<h2>Not wholly read</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">Language</th><th scope="col">What is read of it</th><th scope="col" class="number">Documents</th><th scope="col">Their events</th></tr></thead>
<tbody>{% for code, name, what, documents in languages %}
<tr><td>{{ name }}</td><td class="loss">{{ what }}</td><td class="number">{{ number(documents) }}</td><td><a href="{{ home }}?lang={{ code }}">Show them</a></td></tr>{% endfor %}
</tbody></table></div>
</section>{% endif %}
{% if without %}<section class="paper" id="without-events">
<h2>Without events <span class="count">{{ "{:,}".format(eventless) }}</span></h2>
<div class="scroll"><table>
<thead><tr><th scope="col">Document</th><th scope="col">Source</th><th scope="col">Written</th><th scope="col">Why</th></tr></thead>
<tbody>{% for one in without %}
<tr><td><a href="{{ home }}document/{{ quote(one.id, safe='') }}">{{ one.title }}</a></td><td>{{ one.source }}</td><td class="when">{{ written(one) }}</td><td class="loss">{{ why(one) }}</td></tr>{% endfor %}
</tbody></table></div>
{% if eventless > without|length %}<p class="more">The first {{ "{:,}".format(without|length) }} are listed.</p>{% endif %}
</section>{% endif %}
{% if runs %}<section class="paper">
<h2>All imports <span class="count">{{ "{:,}".format(total) }}</span></h2>
<div class="scroll"><table>
<thead><tr><th scope="col">When (UTC)</th><th scope="col">What</th><th scope="col" class="number">New</th><th scope="col" class="number">Unchanged</th><th scope="col" class="number">In part</th><th scope="col" class="number">Not read</th><th scope="col" class="number">Taken out</th><th scope="col" class="end">End</th></tr></thead>
<tbody>{% for run in runs %}
<tr><td class="when">{{ moment(run.begun) }}</td><td>{{ run.paths|join(", ") }}</td><td class="number">{{ number(run.imported) }}</td><td class="number">{{ number(run.unchanged) }}</td><td class="number">{{ number(run.of_state("partial")|length) }}</td><td class="number">{{ number(run.of_state("refused")|length) }}</td><td class="number">{{ number(run.removed) }}</td><td class="end">{{ states[run.state] }}</td></tr>{% endfor %}
</tbody></table></div>
{% if total > listed %}<p class="more">The newest {{ listed }} are listed; “dateline imports” prints all.</p>{% endif %}
</section>{% endif %}
</main>
</body>
</html>
"""
_ENVIRONMENT = Environment(autoescape=True, trim_blocks=False)


def imports_html(runs: Sequence[ImportRun], unread: Unread, documents: int, prefix: str) -> str:
    """The page of the imports.

    Args:
        runs: The imports, the newest first.
        unread: What of the documents was lost.
        documents: How many the store holds.
        prefix: The path the page lives under.
    """
    refused = [(one.source, one.why, _moment(run.begun)) for run, one in still_refused(runs)]
    return _ENVIRONMENT.from_string(_TEMPLATE).render(
        words=labels,
        lead=_lead(runs, unread.partial, len(refused), documents),
        refused=refused,
        parts=unread.listed,
        partial=unread.partial,
        languages=[
            (
                code or labels.UNKNOWN_LANGUAGE,
                language(code) or labels.NO_LANGUAGE,
                what_is_read(read),
                number,
            )
            for code, read, number in unread.languages
        ],
        without=unread.without,
        eventless=unread.eventless,
        written=lambda one: date_in_words(one.written),
        why=_why_eventless,
        runs=runs[:LISTED],
        total=len(runs),
        listed=LISTED,
        states=_STATES,
        moment=_moment,
        number=lambda number: f"{number:,}" if number else "–",
        quote=quote,
        home=prefix,
        assets=f"{prefix}assets/",
    )


def _lead(runs: Sequence[ImportRun], partial: int, refused: int, documents: int) -> str:
    """`312 documents in the store, 3 of them in part · 2 not read · last import 29 Nov 2026, 20:17 UTC`."""
    stored = f"{counted(documents, 'document')} in the store"
    if partial:
        stored += f", {partial:,} of them in part"
    last = f"last import {_moment(runs[0].begun)} UTC" if runs else "no import has been noted"
    return " · ".join(filter(None, (stored, f"{refused:,} not read" if refused else "", last)))


def _why_eventless(one: Eventless) -> str:
    """Why no event is known of a document, as far as its head tells."""
    if one.read != ALL_READ:
        return language_read(one.language, one.read)
    return labels.NOTHING_KNOWN if EventDate(one.written).earliest else labels.NEITHER


def _moment(written: str) -> str:
    when = datetime.fromisoformat(written)
    return f"{short_day(when.date())}, {when:%H:%M}"
