"""What changes with the view and is not a chart: headline, key figures, chips, tray, table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids, labels, sentences
from dashboard.components.light import Light, tag
from dashboard.components.parts import attributes, dot_classes, icon, notice
from dashboard.days_in_words import date_in_words, months_in_words
from dashboard.figures.time_axis import Window
from dashboard.filters import Chip
from dashboard.naming import Naming

# So many rows or cards a list grows by.
PAGE = 50


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a view without events.

    Attributes:
        names: The settings of the address it changes, with commas between.
        values: What they become, likewise.
        words: What it leaves out or means instead.
        instead: Whether names mean something else, rather than being left out.
        events: How many events it shows.
    """

    names: str
    values: str
    words: str
    instead: bool = False
    events: int = 0

    def telling(self, events: int) -> Exit:
        """The same, with how many events it shows."""
        return replace(self, events=events)


def key_figures(pairs: Sequence[tuple[str, str]]) -> list[Component]:
    """Numbers with their names."""
    return [html.Div([html.Dd(number), html.Dt(name)]) for number, name in pairs]


def chips(found: Sequence[Chip], far_off: str = "") -> list[Component]:
    """The filters in force, a click takes one away; and what is set aside, a click shows it."""
    drawn: list[Component] = [
        html.Button(
            [chip.words, icon("x")],
            className="chip",
            type="button",
            **attributes(
                data_remove=chip.parameter, data_value=chip.value, aria_label=sentences.remove(chip.words)
            ),
        )
        for chip in found
    ]
    if far_off:
        shown = attributes(data_set="span", data_value="all", aria_label=sentences.show_far_off(far_off))
        drawn.append(
            html.Button([icon("clock"), far_off], className="chip chip-aside", type="button", **shown)
        )
    return drawn


def certain_and_possible(certain: int, possible: int, total: int) -> list[Any]:
    """How much of a period's events are in it for certain and perhaps; a click chooses one or the other."""

    def link(words: str, value: str) -> Component:
        chosen = attributes(data_set="within", data_value=value)
        return html.Button(words, className="text-button inline", type="button", **chosen)

    return [
        link(sentences.for_certain(certain), "certain"), ", ", link(sentences.perhaps(possible), "perhaps"),
        f", of {sentences.counted(total, 'event')}",
    ]  # fmt: skip


def no_result(exits: Sequence[Exit]) -> Component:
    """Words in place of the charts, with what could be left out or meant instead."""
    ways = []
    for words, instead in ((labels.EXITS, False), (labels.MEANT_INSTEAD, True)):
        buttons = [
            html.Button(
                sentences.without(one.words, one.events),
                className="chip",
                type="button",
                **attributes(data_set=one.names, data_value=one.values),
            )
            for one in exits
            if one.instead == instead
        ]
        if buttons:
            ways.append(html.Div([html.Span(words), *buttons], className="exits"))
    return notice(labels.NO_RESULT, [labels.NO_RESULT_HELP, *ways])


def tray(
    rows: Sequence[dict[str, Any]], naming: Naming, total: int, *, alone: bool = False
) -> list[Component]:
    """The first of the events that no day of the axis can hold, as cards with their own words.

    Args:
        rows: The first of them.
        naming: Names of keys.
        total: How many there are.
        alone: Whether the view holds nothing else.
    """
    if not rows:
        return []
    title = html.H3([labels.TRAY, html.Span(f"{total:,}", className="count")])
    only = html.Button(
        [icon("filter"), labels.TRAY_ALONE],
        className="text-button",
        type="button",
        **attributes(data_set="certainty", data_value="unplaced"),
    )
    cards = html.Div(held(tray_cards(rows, naming)), className="tray-cards", id=ids.TRAY_MORE)
    body = [html.Div([title, html.P(labels.TRAY_HELP, className="help"), *([] if alone else [only])]), cards]
    return [html.Div([*body, *more(ids.TRAY_MORE, len(rows), total)], className="tray")]


def tray_cards(rows: Sequence[dict[str, Any]], naming: Naming) -> list[Light]:
    """A card an event."""
    return [_tray_card(row, naming) for row in rows]


def more(name: str, shown: int, total: int, page: int = PAGE) -> list[Component]:
    """The button that makes a list longer, while there is more of it.

    Args:
        name: The id of what becomes longer.
        shown: How much of it is shown.
        total: How much there is.
        page: How much of it is asked for at once.
    """
    if shown >= total:
        return []
    words = sentences.more_of(shown, total, page)
    told = attributes(data_more=name, data_from=str(shown))
    return [html.Button(words, className="text-button more", type="button", **told)]


def periods(bars: str, crowd: Window | None, zoom: Window | None, *, everything: bool) -> list[Component]:
    """What the bars of the overview mean, and shortcuts to what the timeline shows or could show.

    Args:
        bars: What a bar counts.
        crowd: Where they crowd.
        zoom: What the timeline shows, where that is a part of the view.
        everything: Whether no period was chosen.
    """
    # Hidden rather than left out: the keyboard's Home finds it before the next view has come.
    shortcuts = [(labels.WHOLE_TIME, ",,,", "refresh", everything and zoom is None)]
    if zoom is not None:
        shortcuts.append((labels.FILTER_WINDOW, f"{zoom.since},{zoom.until},,", "filter", False))
    elif crowd is not None:
        words = labels.BUSIEST.format(period=months_in_words(crowd.since, crowd.until))
        shortcuts.append((words, f"{crowd.since},{crowd.until},,", "search", False))
    tones = [
        html.Li([html.Span(className=f"tone tone-{name}", **attributes(aria_hidden="true")), words])
        for name, words in (("all", bars), ("planned", labels.PLANNED_BARS))
    ]
    buttons = [
        html.Button(
            [icon(name), words],
            className="text-button",
            type="button",
            hidden=hidden,
            **attributes(data_set="from,to,left,right", data_value=value),
        )
        for words, value, name, hidden in shortcuts
    ]
    return [html.Ul(tones, className="key tones"), *buttons]


def _tray_card(row: dict[str, Any], naming: Naming) -> Light:
    status = str(row["status"])
    wording = str(row.get("wording") or "")
    why = (
        labels.TYPE_NAMES.get(str(row["type"]), ""),
        labels.STATUS_NAMES.get(status, status).lower(),
        sentences.told_as(wording) if wording else labels.NO_WORDS,
        sentences.according_to(str(row.get("according_to") or "")),
    )
    guess = sentences.likely_day(str(row.get("likely") or ""), float(row.get("likely_share") or 0))
    return tag(
        "button",
        tag("span", dot_of(row, naming), date_in_words(str(row["edtf"])), className="tray-date"),
        tag("span", str(row["title"]), className="tray-title"),
        tag("span", " · ".join(filter(None, why)), className="tray-why"),
        *([tag("span", guess, className="tray-why")] if guess else []),
        className="tray-card",
        type="button",
        data_event=str(row["id"]),
    )


def held(parts: list[Light]) -> Any:  # noqa: ANN401 - see below
    """Light elements within a component, which takes them though it does not say so."""
    return parts


def dot_of(row: dict[str, Any], naming: Naming) -> Light:
    """The mark of an event, as it is in the timeline."""
    classes = dot_classes(naming.family_of(row["topics"]), str(row["status"]))
    return tag("span", className=classes, aria_hidden="true")
