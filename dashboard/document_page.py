"""A whole document with every mark, as a page of its own that needs no script.

Colours can be switched off by kind with boxes that style sheets alone read. The template escapes
whatever it is given.
"""

# ruff: noqa: E501 - the template is HTML
from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from jinja2 import Environment

from dashboard import labels, languages, sentences
from dashboard.components.passages import NAMES, PRONOUN, Piece, kind_of, mark_pieces
from dashboard.components.reports import first_line
from dashboard.days_in_words import date_in_words
from dashboard.reasons import plain_reason
from data_model import Evidence, Report, outcome_of, why_silent

_TEMPLATE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} · {{ words.PRODUCT }}</title>
<link rel="icon" href="{{ assets }}favicon.ico">
{% for sheet in ("10-fonts.css", "20-icons.css", "40-page.css", "41-document.css") -%}
<link rel="stylesheet" href="{{ assets }}{{ sheet }}">
{% endfor -%}
<script src="{{ assets }}45-theme.js"></script>
</head>
<body class="document-page">
<header class="document-head">
<a class="brand" href="{{ home }}" aria-label="{{ words.PRODUCT }}"><img src="{{ assets }}logo.svg" alt="" width="26" height="26"><span>{{ words.PRODUCT }}</span></a>
<a class="text-button" href="{{ home }}"><span class="icon icon-chevron-left" aria-hidden="true"></span>{{ words.BACK }}</a>
</header>
<main>
<article class="paper">
<h1>{{ title }}</h1>
<dl class="facts">
{% for name, value in facts if value %}<div><dt>{{ name }}</dt><dd>{{ value }}</dd></div>
{% endfor %}</dl>
<fieldset class="kinds"><legend>{{ words.MARKS }}</legend>
{% for kind, name, number in kinds %}<label><input type="checkbox"{{ " checked" if kind in shown }} id="show-{{ kind }}"><mark class="mark-{{ kind }}">{{ name }}</mark> <span class="count">{{ number }}</span></label>
{% endfor %}</fieldset>
<div class="text">
{%- for piece in pieces -%}
{%- if piece.kind or piece.evidence -%}
<mark class="{{ 'mark-' + piece.kind if piece.kind }}{{ ' evidence' if piece.evidence }}"{% if loop.index0 == anchor %} id="evidence"{% endif %} title="{{ told(piece) }}">{{ piece.text }}</mark>
{%- else -%}{{ piece.text }}{%- endif -%}
{%- endfor -%}
</div>
</article>
<aside>
<h2>{{ words.EVENTS_HERE }} <span class="count">{{ events|length }}</span></h2>
<ol class="events-here">
{% for event in events %}<li{% if event.id == chosen %} class="chosen" aria-current="true"{% endif %}>
<a href="{{ here }}?event={{ event.id|urlencode }}#evidence">{{ event.title }}</a>
<span>{{ event.when }} · {{ event.status }}</span>
<a class="text-button" href="{{ home }}?event={{ event.id|urlencode }}">{{ words.TIMELINE }}</a>
</li>{% endfor %}
</ol>
</aside>
</main>
</body>
</html>
"""
# Not every person is told by a name.
KINDS = {**labels.KINDS, PRONOUN: "Pronoun"}
_ENVIRONMENT = Environment(autoescape=True, trim_blocks=False)


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the document, as its list shows it."""

    id: str
    title: str
    when: str
    status: str


def document_html(report: Report, chosen: str, prefix: str) -> str:
    """The page of a document.

    Args:
        report: The document and what was understood of it.
        chosen: The event whose evidence is underlined, or "".
        prefix: The path the page lives under.
    """
    document, normalized = report.document, report.normalized
    evidence: tuple[Evidence, ...] = next((e.evidence for e in normalized.events if e.id == chosen), ())
    pieces = mark_pieces(document.text, 0, len(document.text), normalized.mentions, evidence, KINDS)
    when = normalized.document_date
    facts = [
        (labels.SOURCE, document.source),
        (labels.DOCUMENT_DATE, f"{date_in_words(when.edtf)} ({labels.BASES.get(when.basis, when.basis)})"),
        (labels.LIKELY_DATE, sentences.likely(when)),
        (labels.WHY_DATE, "; ".join(plain_reason(reason.why) for reason in when.reasons)),
        (labels.LANGUAGE, languages.language_read(normalized.language, normalized.read)),
        (labels.PARTIAL, outcome_of(report).why),
        (labels.SILENT, why_silent(document, normalized)),
        (labels.PUBLISHED, date_in_words(document.published_edtf) if document.published else ""),
        (labels.ADDRESS, document.url or ""),
    ]
    events = [
        Told(e.id, e.title, date_in_words(e.date.edtf), labels.STATUS_NAMES.get(e.status, e.status).lower())
        for e in normalized.events
    ]
    return _ENVIRONMENT.from_string(_TEMPLATE).render(
        words=labels,
        title=document.title or normalized.title or first_line(document.text) or document.id,
        facts=facts,
        kinds=_kinds(report),
        shown=NAMES,
        pieces=pieces,
        anchor=next((number for number, piece in enumerate(pieces) if piece.evidence), -1),
        told=_told,
        events=events,
        chosen=chosen,
        home=prefix,
        assets=f"{prefix}assets/",
        here=f"{prefix}document/{quote(document.id, safe='')}",
    )


def _kinds(report: Report) -> list[tuple[str, str, int]]:
    counts: dict[str, int] = {}
    for mention in report.normalized.mentions:
        kind = kind_of(mention)
        counts[kind] = counts.get(kind, 0) + 1
    return [(kind, name, counts[kind]) for kind, name in KINDS.items() if kind in counts]


def _told(piece: Piece) -> str:
    kind = KINDS.get(piece.kind, piece.kind)
    return f"{kind}: {piece.value}" if piece.kind and piece.value else kind
