"""What changes with the view and is not a chart: headline, key figures, chips, tray, table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels, sentences
from dashboard.components.parts import attributes, dot, icon
from dashboard.days_in_words import date_in_words, months_in_words
from dashboard.figures.time_axis import Window
from dashboard.naming import Naming

# More cards than these are folded away, so that the tray does not hide the rest of the page.
TRAY_OPEN = 8


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in force: its setting in the address, the value, and its words."""

    parameter: str
    value: str
    words: str


def key_figures(pairs: Sequence[tuple[str, str]]) -> list[Component]:
    """Numbers with their names."""
    return [html.Div([html.Dd(number), html.Dt(name)]) for number, name in pairs]


def chips(found: Sequence[Chip]) -> list[Component]:
    """The filters in force; a click takes one away."""
    return [
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


def tray(rows: Sequence[dict[str, Any]], naming: Naming, most: int) -> list[Component]:
    """Events that no day of the axis can hold, as cards with their own words."""
    if not rows:
        return []
    cards = [_tray_card(row, naming) for row in rows[:most]]
    body: list[Component] = [html.Div(cards[:TRAY_OPEN], className="tray-cards")]
    if folded := cards[TRAY_OPEN:]:
        name = html.Summary(sentences.more_cards(len(folded)), className="text-button")
        body.append(html.Details([name, html.Div(folded, className="tray-cards")]))
    if len(rows) > most:
        body.append(html.P(sentences.more_rows(len(rows) - most), className="help"))
    title = html.H3([labels.TRAY, html.Span(str(len(rows)), className="count")])
    return [
        html.Div([html.Div([title, html.P(labels.TRAY_HELP, className="help")]), *body], className="tray")
    ]


def show_all(years: str) -> Component:
    """From the window where most events are to all of them."""
    words = labels.SHOW_ALL.format(years=years)
    return html.Button(
        words, className="text-button", type="button", **attributes(data_set="span", data_value="all")
    )


def periods(window: Window | None, *, everything: bool, focused: bool) -> list[Component]:
    """Shortcuts beside the overview: everything, and where events crowd.

    Args:
        window: Where they crowd.
        everything: Whether all is shown already.
        focused: Whether the page opens with less than everything, so that all must be asked for.
    """
    # Hidden rather than left out: the keyboard's Home finds it before the next view has come.
    shortcuts = [(labels.WHOLE_TIME, ",,all" if focused else ",,", "refresh", everything)]
    if window is not None:
        words = labels.BUSIEST.format(period=months_in_words(window.since, window.until))
        shortcuts.append((words, f"{window.since},{window.until}", "search", False))
    return [
        html.Button(
            [icon(name), words],
            className="text-button",
            type="button",
            hidden=hidden,
            **attributes(data_set="from,to,span" if value.count(",") > 1 else "from,to", data_value=value),
        )
        for words, value, name, hidden in shortcuts
    ]


def _tray_card(row: dict[str, Any], naming: Naming) -> Component:
    status = str(row["status"])
    wording = str(row.get("wording") or "")
    return html.Button(
        [
            html.Span(
                [dot(naming.family_of(list(row["topics"]))), date_in_words(str(row["edtf"]))],
                className="tray-date",
            ),
            html.Span(str(row["title"]), className="tray-title"),
            html.Span(
                " · ".join(
                    filter(
                        None,
                        (
                            labels.TYPE_NAMES.get(str(row["type"]), ""),
                            labels.STATUS_THEN.get(status, status).lower(),
                            sentences.told_as(wording) if wording else labels.NO_WORDS,
                            sentences.according_to(str(row.get("according_to") or "")),
                        ),
                    )
                ),
                className="tray-why",
            ),
        ],
        className=f"tray-card tray-{status}",
        type="button",
        **attributes(data_event=str(row["id"])),
    )


def table(rows: Sequence[dict[str, Any]], naming: Naming, most: int, csv: str) -> list[Component]:
    """The events as a table, the same order as the axis, the undated ones last."""
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in labels.TABLE_HEADS]))
    body = html.Tbody([_table_row(row, naming) for row in rows[:most]])
    note = html.P(
        [
            sentences.shown_rows(min(len(rows), most), len(rows)),
            " ",
            html.A([icon("csv"), labels.CSV], href=csv, className="text-button"),
        ],
        className="help table-note",
    )
    name = attributes(aria_label=labels.TABLE_NAME)
    grid = html.Table([html.Caption(labels.TABLE_NAME, className="unseen"), head, body], className="events")
    return [note, html.Div(grid, className="table-scroll", tabIndex="0", role="region", **name)]


def _table_row(row: dict[str, Any], naming: Naming) -> Component:
    title = html.Button(
        [dot(naming.family_of(list(row["topics"]))), str(row["title"])],
        className="title-button",
        type="button",
        **attributes(data_event=str(row["id"])),
    )
    status = str(row["status"])
    said = sentences.according_to(str(row.get("according_to") or ""))
    cells: list[Any] = [
        date_in_words(str(row["edtf"])),
        [title, html.Small(said, className="help")] if said else title,
        labels.TYPE_NAMES.get(str(row["type"]), str(row["type"])),
        html.Span(labels.STATUS_THEN.get(status, status), className=f"status status-{status}"),
        _listed(naming.short(key) for key in row["organizations"]),
        _listed(naming.country(code) for code in row["countries"]),
        str(row["reports"]),
    ]
    return html.Tr([html.Td(cell) for cell in cells])


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
