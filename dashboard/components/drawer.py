"""One event: all that is known of it, and the way to more of its kind; its reports stand in `reports.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels, sentences
from dashboard.components.parts import attributes, dot, icon, rows
from dashboard.components.reports import alike_reports, report_articles, titles_of, why_dated
from dashboard.components.story import story_button
from dashboard.days_in_words import date_in_words, short_day
from dashboard.naming import Naming
from data_model import COUNTRY_LAYERS, Event, EventView, Organization, Participant

# A setting of the address, a key of it, and how it is meant: `country`, `AM`, `participating`.
Kin = tuple[str, str, str]
_ALONE: Mapping[Kin, tuple[str, int]] = {}


def event_drawer(
    view: EventView, naming: Naming, prefix: str, kin: Mapping[Kin, tuple[str, int]] = _ALONE
) -> list[Component]:
    """The whole drawer.

    Args:
        view: An `EventView`: the representative event, what each report says, the links.
        naming: Names of keys.
        prefix: The path the page lives under.
        kin: What has further events: its address, and how many it shows.
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
        *why_dated(
            event.date,
            labels.WHY_DATE,
            open=True,
            written=view.understood[view.members[0][0].id].document_date,
        ),
        _strength(event),
        rows(_facts(view, naming, kin)),
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
        *report_articles(view, prefix),
        *_links(view),
        *alike_reports(view, prefix),
    ]


def _strength(event: Event) -> Component:
    """How likely it is an event at all, and what speaks for that."""
    words = labels.STRENGTH_WORDS[event.strength]
    head = html.Summary([labels.WHY_SHOWN, html.Span(f"{words}, {event.score:.0%}", className="basis")])
    return html.Details([head, html.Ol([html.Li(one) for one in event.score_reasons])], className="why")


def kin_of(view: EventView) -> list[Kin]:
    """What of an event may have further ones: people, bodies, topics, countries it was of or in."""
    return [
        *(("person", one.key or one.name, "") for one in view.people if one.part != "absent"),
        *(("org", one.key, "") for one in view.organizations),
        *(("country", code, layer) for layer in COUNTRY_LAYERS[:2] for code in view.countries(layer)),
        *(("topic", key, "") for key in view.topics),
    ]


def _facts(view: EventView, naming: Naming, kin: Mapping[Kin, tuple[str, int]]) -> list[tuple[str, Any]]:
    event: Event = view.event
    earliest, latest = event.date.earliest, event.date.latest
    ends = [short_day(day) if day else labels.NO_BOUND for day in (earliest, latest)]
    # An exact day needs no bounds.
    bounds = " – ".join(ends) if (earliest or latest) and earliest != latest else ""
    where = (
        ", ".join(filter(None, (event.place.city, naming.country(event.place.country or ""))))
        if event.place
        else ""
    )

    def more(kind: str, key: str, words: str, layer: str = "") -> Component:
        return _more(kin.get((kind, key, layer)), words)

    def land(code: str, layer: str) -> Component:
        told = more("country", code, naming.country(code), layer)
        by = _by_some(view, lambda event: code in event.countries) if layer == COUNTRY_LAYERS[0] else []
        return html.Span([told, *by]) if by else told

    countries = [
        html.Div(
            [
                html.Span(dict(labels.LAYERS)[layer], className="layer"),
                html.Span(_listed([land(code, layer) for code in codes])),
            ],
            className="layers",
        )
        for layer in COUNTRY_LAYERS
        if (codes := view.countries(layer))
    ]
    roots = " · ".join(
        filter(
            None,
            (f"PLOVER {event.plover}" if event.plover else "", f"CAMEO {event.cameo}" if event.cameo else ""),
        )
    )
    topics = [more("topic", key, naming.topic(key)) for key in view.topics]
    people = [_person(view, one, more("person", one.key or one.name, one.name)) for one in view.people]
    bodies = [
        _body(view, one, more("org", one.key, naming.organization(one.key))) for one in view.organizations
    ]
    return [
        (labels.EDTF, html.Code(event.date.edtf)),
        (labels.EARLIEST_LATEST, bounds),
        (labels.WHERE, where),
        (labels.WHO, people),
        (labels.GROUPS, [html.Div(group) for group in event.groups]),
        (labels.BODIES, bodies),
        (labels.COUNTRY_LAYERS, countries),
        (labels.EVENT_TOPICS, _listed(topics)),
        (labels.CODES, roots),
    ]


def _more(found: tuple[str, int] | None, words: str) -> Component:
    """A name; where it has further events, a link to them with their number."""
    if found is None or found[1] < 2:  # noqa: PLR2004 - this one and another
        return html.Span(words)
    address, number = found
    events = sentences.counted(number, "event")
    link = html.A(words, href=address, title=sentences.more_with(words, number), **attributes(data_view=""))
    return html.Span([link, html.Span(events, className="more-of")])


def _listed(parts: Sequence[Component]) -> list[Any]:
    """Some parts with commas between."""
    return [one for part in parts for one in (part, ", ")][:-1]


def _by_some(view: EventView, names: Callable[[Event], bool]) -> list[Component]:
    """How many of the reports name somebody, and which, where not all do."""
    titles = titles_of(view)
    by = [document.id for document, event in view.members if names(event)]
    if len(set(by)) == len(titles):
        return []
    words = sentences.in_some_reports(len(set(by)), len(titles))
    return [html.Span(words, className="more-of", title=" · ".join(titles[one] for one in dict.fromkeys(by)))]


def _person(view: EventView, one: Participant, name: Component) -> Component:
    told: list[Component] = [html.Span(name, className="who")]
    if one.role:
        told.append(html.Span(one.role, className="role"))
    if one.part and one.part != "attendee":
        told.append(html.Span(labels.PARTS.get(one.part, one.part), className="part"))
    key = one.key or one.name
    told += _by_some(
        view, lambda event: any((other.key or other.name) == key for other in event.participants)
    )
    return html.Div(told, className="person")


def _body(view: EventView, one: Organization, name: Component) -> Component:
    told: list[Any] = [name]
    if one.part and one.part != "named":
        told.append(html.Span(labels.PARTS.get(one.part, one.part), className="part"))
    told += _by_some(view, lambda event: any(other.key == one.key for other in event.organizations))
    return html.Div(told)


def _history(view: EventView) -> list[Component]:
    """What was announced, moved, called off or held, in the order it was told."""
    if not view.history:
        return []
    titles = titles_of(view)
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
    titles = titles_of(view)
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
