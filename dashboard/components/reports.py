"""What each report says of an event: side by side in a table, then each with its words."""

from __future__ import annotations

from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from dashboard import labels, sentences
from dashboard.components.parts import icon, marked
from dashboard.components.passages import cut_passage, mark_pieces
from dashboard.days_in_words import date_in_words
from dashboard.reasons import plain_reason, written_because
from data_model import Document, Event, EventDate, EventView, Normalized

# Bases of dates that hang on the report's own, and how many of its reasons are told with them.
COUNTED_FROM = ("completed", "relative")
MOST_REASONS = 3


def report_articles(view: EventView, prefix: str) -> list[Component]:
    """The reports of an event, how many there are, and where several differ.

    Args:
        view: The event.
        prefix: The path the page lives under.
    """
    return [
        html.H3([labels.REPORTS, html.Span(str(len(view.members)), className="count")]),
        *_side_by_side(view),
        *[
            _report(document, told, view.understood[document.id], prefix, may=told.id in view.doubtful)
            for document, told in view.members
        ],
    ]


def alike_reports(view: EventView, prefix: str) -> list[Component]:
    """What other reports without a day tell that may be the same; nothing where there is none."""
    if not view.alike:
        return []
    told = [
        html.Li(
            [
                html.A(event.title, href=_address(document, event, prefix)),
                html.Span(
                    f"{date_in_words(event.date.edtf)} · {title_of(document)}",
                    className="told-by",
                ),
            ]
        )
        for document, event in view.alike
    ]
    help_ = html.P(labels.ALIKE_WHY, className="help")
    return [html.H3(labels.ALIKE), help_, html.Ul(told, className="history alike")]


def _address(document: Document, event: Event, prefix: str) -> str:
    """The page of a document, at the words that tell an event."""
    return f"{prefix}document/{quote(document.id, safe='')}?event={quote(event.id, safe='')}#evidence"


def _side_by_side(view: EventView) -> list[Component]:
    """A row a report: what it gives as day, status and place; what not all say alike stands out."""
    if len(view.members) == 1:
        return []
    titles = titles_of(view)
    written = {key: told.document_date.edtf for key, told in view.understood.items()}
    told = [
        (
            date_in_words(event.date.edtf),
            labels.STATUS_NAMES.get(event.status, event.status),
            (event.place.city if event.place else None) or "",
        )
        for _, event in view.members
    ]
    differ = [len({value for value in column if value}) > 1 for column in zip(*told, strict=True)]
    head = html.Tr([html.Th(name, scope="col") for name in labels.SIDE_BY_SIDE])
    body = [
        html.Tr([
            html.Th(
                [titles[document.id], html.Span(date_in_words(written[document.id]))],
                scope="row",
            ),
            *(
                html.Td(value or "–", className="differs" if value and other else None)
                for value, other in zip(values, differ, strict=True)
            ),
        ])
        for (document, _), values in zip(view.members, told, strict=True)
    ]  # fmt: skip
    table = html.Table(
        [html.Caption(labels.REPORTS_COMPARED, className="unseen"), html.Thead(head), html.Tbody(body)]
    )
    return [html.Div(table, className="side-by-side")]


def why_dated(
    when: EventDate,
    asked: str,
    *,
    open: bool,  # noqa: A002 - the attribute's name
    written: EventDate | None = None,
) -> list[Component]:
    """Why a date is what it is; nothing where no reason is known.

    Args:
        when: The date.
        asked: What it is an answer to.
        open: Whether it is shown at once.
        written: When the report was written: where the day hangs on it, its reasons come first.
    """
    if not when.reasons:
        return []
    basis = labels.BASES.get(when.basis, when.basis)
    words = [html.Summary([asked, html.Span(basis, className="basis")])]
    reasons = [html.Li(plain_reason(one.why)) for one in when.reasons]
    if written is not None and when.basis in COUNTED_FROM and (own := _own_reasons(when, written)):
        reasons.insert(0, html.Li(written_because(written.edtf, own)))
    return [html.Details([*words, html.Ol(reasons)], className="why", open=open)]


def _own_reasons(when: EventDate, written: EventDate) -> list[str]:
    """Why a report is of its day, as far as the event does not tell so itself."""
    told = {one.why for one in when.reasons}
    return [one.why for one in written.reasons if one.why not in told][:MOST_REASONS]


def title_of(document: Document) -> str:
    """What a report is called: its title, or its first line."""
    return document.title or first_line(document.text)


def titles_of(view: EventView) -> dict[str, str]:
    """Document id -> its title."""
    return {document.id: title_of(document) for document, _ in view.members}


def _report(document: Document, event: Event, understood: Normalized, prefix: str, *, may: bool) -> Component:
    title = title_of(document)
    head: list[Component] = [html.Div(title, className="report-title")]
    if may:
        head.append(html.P(labels.MAY_TELL, className="help"))
    if said := sentences.according_to(event.according_to):
        head.append(html.P(said, className="help"))
    published = date_in_words(document.published_edtf) if document.published else ""
    source = " · ".join(filter(None, (document.source, published)))
    when = date_in_words(event.date.edtf)
    wording = sentences.told_as(event.date.wording) if event.date.wording else labels.NO_WORDS
    quotes = []
    if event.evidence:
        first = event.evidence[0]
        start, stop = cut_passage(document.text, first.start, first.stop)
        pieces = mark_pieces(document.text, start, stop, understood.mentions, event.evidence)
        before, after = ("… " if start else ""), (" …" if stop < len(document.text) else "")
        quotes.append(html.Blockquote([before, *marked(pieces), after], className="passage"))
    link = html.A(
        [icon("file"), labels.WHOLE_DOCUMENT], href=_address(document, event, prefix), className="text-button"
    )
    dated = f"{labels.DOCUMENT_DATE}: {date_in_words(understood.document_date.edtf)}"
    facts = html.P(
        [
            html.Span(source),
            html.Span(dated),
            html.Span([f"{labels.REPORT_SAYS}: {when}, ", html.Em(wording)]),
        ],
        className="report-facts",
    )
    why = why_dated(understood.document_date, labels.WHY_DOCUMENT_DATE, open=False)
    return html.Article([*head, facts, *why, *quotes, link], className="report")


def first_line(text: str) -> str:
    """The title of a document that was given without one."""
    return sentences.shortened(next((line.strip() for line in text.splitlines() if line.strip()), ""), 120)
