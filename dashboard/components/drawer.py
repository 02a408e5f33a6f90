"""One event: all that is known of it, and the words that say so."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from operator import attrgetter
from typing import Any
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from dashboard import labels, sentences
from dashboard.components.parts import attributes, dot, icon, marked, rows
from dashboard.components.passages import cut_passage, mark_pieces
from dashboard.components.story import story_button
from dashboard.days_in_words import date_in_words, short_day
from dashboard.naming import Naming
from data_model import Document, Event, EventDate, EventView, Normalized

Understood = Callable[[str], Normalized]


def event_drawer(view: EventView, naming: Naming, understood: Understood, prefix: str) -> list[Component]:
    """The whole drawer.

    Args:
        view: An `EventView`: the representative event, what each report says, the links.
        naming: Names of keys.
        understood: Document id -> what was understood of it.
        prefix: The path the page lives under.
    """
    event: Event = view.event
    family = naming.family_of(list(event.topics))
    kind = labels.TYPE_NAMES.get(event.type, event.type)
    status = labels.STATUS_NAMES.get(event.status, event.status)
    guess = sentences.likely(event.date)
    return [
        html.Div(
            [
                html.Span([dot(family, event.status), kind], className=f"kicker family-{family}"),
                html.Span(status, className=f"status status-{event.status}"),
            ],
            className="kickers",
        ),
        html.H2(event.title, className="drawer-title"),
        html.P([icon("calendar"), date_in_words(event.date.edtf)], className="drawer-date"),
        *([html.P(guess, className="help")] if guess else []),
        *([html.P(said, className="help")] if (said := sentences.according_to(event.according_to)) else []),
        *_why(event.date, labels.WHY_DATE, open=True),
        _strength(event),
        rows(_facts(event, naming)),
        html.Div(
            [
                html.Button(
                    [icon("link"), labels.COPY_EVENT],
                    className="text-button",
                    type="button",
                    **attributes(data_copy_event=event.id, data_done=labels.COPIED),
                ),
                story_button(event.id, event.title, date_in_words(event.date.edtf)),
            ],
            className="drawer-actions",
        ),
        *_history(view),
        *_disagreements(view),
        html.H3([labels.REPORTS, html.Span(str(len(view.members)), className="count")]),
        *[
            _report(document, told, understood(document.id), prefix, may=told.id in view.doubtful)
            for document, told in view.members
        ],
        *_links(view),
    ]


def _why(when: EventDate, asked: str, *, open: bool) -> list[Component]:  # noqa: A002 - the attribute's name
    if not when.reasons:
        return []
    basis = labels.BASES.get(when.basis, when.basis)
    words = [html.Summary([asked, html.Span(basis, className="basis")])]
    reasons = [html.Li(reason.why) for reason in when.reasons]
    return [html.Details([*words, html.Ol(reasons)], className="why", open=open)]


def _strength(event: Event) -> Component:
    """How likely it is an event at all, and what speaks for that."""
    words = labels.STRENGTH_WORDS[event.strength]
    head = html.Summary([labels.WHY_SHOWN, html.Span(f"{words}, {event.score:.0%}", className="basis")])
    return html.Details([head, html.Ol([html.Li(one) for one in event.score_reasons])], className="why")


def _facts(event: Event, naming: Naming) -> list[tuple[str, Any]]:
    earliest, latest = event.date.earliest, event.date.latest
    ends = [short_day(day) if day else labels.NO_BOUND for day in (earliest, latest)]
    # An exact day needs no bounds.
    bounds = " – ".join(ends) if (earliest or latest) and earliest != latest else ""
    where = (
        ", ".join(filter(None, (event.place.city, naming.country(event.place.country or ""))))
        if event.place
        else ""
    )
    layers = zip(
        labels.LAYERS,
        (event.countries, event.countries_location, event.countries_named, event.countries_by_membership),
        strict=True,
    )
    countries = [
        html.Div(
            [
                html.Span(words, className="layer"),
                html.Span(", ".join(naming.country(code) for code in codes)),
            ],
            className="layers",
        )
        for (_, words), codes in layers
        if codes
    ]
    codes = " · ".join(
        filter(
            None,
            (f"PLOVER {event.plover}" if event.plover else "", f"CAMEO {event.cameo}" if event.cameo else ""),
        )
    )
    return [
        (labels.EDTF, html.Code(event.date.edtf)),
        (labels.EARLIEST_LATEST, bounds),
        (labels.WHERE, where),
        (labels.WHO, [_person(one.name, one.role, one.part) for one in event.participants]),
        (labels.GROUPS, [html.Div(group) for group in event.groups]),
        (labels.BODIES, [_body(one.key, one.part, naming) for one in event.organizations]),
        (labels.COUNTRY_LAYERS, countries),
        (labels.EVENT_TOPICS, ", ".join(naming.topic(key) for key in event.topics)),
        (labels.CODES, codes),
    ]


def _person(name: str, role: str, part: str) -> Component:
    told = [html.Span(name, className="who")]
    if role:
        told.append(html.Span(role, className="role"))
    if part and part != "attendee":
        told.append(html.Span(labels.PARTS.get(part, part), className="part"))
    return html.Div(told, className="person")


def _body(key: str, part: str, naming: Naming) -> Component:
    told: list[Any] = [naming.organization(key)]
    if part and part != "named":
        told.append(html.Span(labels.PARTS.get(part, part), className="part"))
    return html.Div(told)


def _history(view: EventView) -> list[Component]:
    """What was announced, moved, called off or held, in the order it was told."""
    if not view.history:
        return []
    titles = _titles(view)
    steps = [
        html.Li([
            html.Span(sentences.step(step.status, step.date.edtf, moved=step.moved), className="step"),
            html.Span(f"{date_in_words(step.told.edtf)} · {titles[step.document]}", className="told-by"),
        ])
        for step in view.history
    ]  # fmt: skip
    return [html.H3(labels.HISTORY), html.Ol(steps, className="history")]


def _disagreements(view: EventView) -> list[Component]:
    """What the reports say differently, each with those who say it."""
    if not view.disagreements:
        return []
    titles = _titles(view)
    told: list[Component] = []
    for what, said in groupby(view.disagreements, key=attrgetter("what")):
        told.append(html.Dt(labels.DISAGREE_ON[what]))
        told += [
            html.Dd(
                [
                    html.Span(date_in_words(one.said) if what == "day" else one.said),
                    html.Span(
                        " · ".join(titles[document] for document in one.documents), className="told-by"
                    ),
                ]
            )
            for one in said
        ]
    return [html.H3(labels.DISAGREE), html.Dl(told, className="history disagree")]


def _titles(view: EventView) -> dict[str, str]:
    return {document.id: document.title or first_line(document.text) for document, _ in view.members}


def _report(document: Document, event: Event, understood: Normalized, prefix: str, *, may: bool) -> Component:
    title = document.title or first_line(document.text)
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
    address = f"{prefix}document/{quote(document.id, safe='')}?event={quote(event.id, safe='')}#evidence"
    link = html.A([icon("file"), labels.WHOLE_DOCUMENT], href=address, className="text-button")
    dated = f"{labels.DOCUMENT_DATE}: {date_in_words(understood.document_date.edtf)}"
    facts = html.P(
        [
            html.Span(source),
            html.Span(dated),
            html.Span([f"{labels.REPORT_SAYS}: {when}, ", html.Em(wording)]),
        ],
        className="report-facts",
    )
    why = _why(understood.document_date, labels.WHY_DOCUMENT_DATE, open=False)
    return html.Article([*head, facts, *why, *quotes, link], className="report")


def first_line(text: str) -> str:
    """The title of a document that was given without one."""
    return sentences.shortened(next((line.strip() for line in text.splitlines() if line.strip()), ""), 120)


def _links(view: EventView) -> list[Component]:
    if not view.links:
        return []
    told = [
        html.Li(
            ["; ".join(link.reasons) or f"{link.score:.0%}", html.Span(f"{link.score:.0%}", className="part")]
        )
        for link in view.links
    ]
    return [html.Details([html.Summary(labels.LINKED), html.Ul(told)], className="why")]
