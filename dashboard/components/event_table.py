"""The events as a table: in the order of time, what may lie on too many days, the undated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import filter_labels, ids, labels, sentences
from dashboard.components.light import Light, tag
from dashboard.components.parts import attributes, icon
from dashboard.components.view_parts import dot_of, held, more
from dashboard.days_in_words import date_in_words
from dashboard.naming import Naming
from data_model import EventFilter

EVERYTHING = EventFilter()
WORD = "word:"
# Column -> the orders a click on its head walks through.
_SORTED_BY: Mapping[int, tuple[str, ...]] = {0: ("newest", "oldest"), len(labels.TABLE_HEADS) - 1: ("told",)}
_ARIA = {"newest": "descending", "oldest": "ascending", "told": "descending"}


def table(
    rows: Sequence[dict[str, Any]],
    naming: Naming,
    parts: tuple[int, int, int],
    sort: str,
    csv: str,
    wanted: EventFilter = EVERYTHING,
) -> list[Component]:
    """The first events as a table: in the order of time, what may lie on too many days, the undated.

    Args:
        rows: The rows.
        naming: Names of keys.
        parts: How many events there are of each of the three.
        sort: The order, one of `labels.SORT_NAMES`.
        csv: The address of the CSV.
        wanted: What was asked.
    """
    sorting = _sorting(sort)
    heads = [
        html.Th(
            sorting.get(place, name),
            scope="col",
            **(attributes(aria_sort=_ARIA[sort]) if sort in _SORTED_BY.get(place, ()) else {}),
        )
        for place, name in enumerate(_heads(wanted))
    ]
    total = sum(parts)
    note = html.P(
        [
            html.Span(sentences.listed_rows(total)),
            html.A([icon("csv"), labels.CSV], href=csv, className="text-button"),
        ],
        className="help table-note",
    )
    name = attributes(aria_label=labels.TABLE_NAME)
    grid = html.Table(
        [
            html.Caption(labels.TABLE_NAME, className="unseen"),
            html.Thead(html.Tr(heads)),
            html.Tbody(held(table_rows(rows, naming, parts, 0, wanted)), id=ids.TABLE_MORE),
        ],
        className="events",
    )
    scroll = html.Div(grid, className="table-scroll", tabIndex="0", role="region", **name)
    return [
        note,
        html.Div(list(_sorting(sort).values()), className="narrow-only"),
        scroll,
        *more(ids.TABLE_MORE, len(rows), total),
    ]


def _heads(wanted: EventFilter) -> list[str]:
    """The heads, with what the countries of a row did."""
    tie = sentences.inside(dict(filter_labels.LAYER_CHOICES)[wanted.country_layer])
    return [f"{name}: {tie}" if name == labels.COUNTRIES else name for name in labels.TABLE_HEADS]


def _sorting(sort: str) -> dict[int, Component]:
    """The heads that sort, by their place; a further click turns the order round."""
    buttons: dict[int, Component] = {}
    for place, orders in _SORTED_BY.items():
        own = sort in orders
        following = orders[(orders.index(sort) + 1) % len(orders)] if own else orders[0]
        words: list[Any] = [labels.TABLE_HEADS[place]]
        if own:
            words.append(html.Span(labels.SORT_NAMES[sort], className="sorted"))
        told = attributes(data_set="sort", data_value=following)
        buttons[place] = html.Button(
            words, className="sort-button", type="button", title=labels.SORT_HELP[following], **told
        )
    return buttons


def table_rows(
    rows: Sequence[dict[str, Any]],
    naming: Naming,
    parts: tuple[int, int, int],
    start: int,
    wanted: EventFilter = EVERYTHING,
) -> list[Light]:
    """A row an event, and a heading where another part begins.

    Args:
        rows: The rows.
        naming: Names of keys.
        parts: How many events there are in the order of time, too wide for it, and without a day.
        start: The number of the first row.
        wanted: What was asked: its words are lit, and it is told why a row has none of them.
    """
    begins = {parts[0]: labels.WIDE_ROWS} if parts[1] else {}
    if parts[2]:
        begins[parts[0] + parts[1]] = labels.UNDATED_ROWS
    told: list[Light] = []
    for number, row in enumerate(rows, start):
        if number in begins:
            head = tag("th", begins[number], colspan=str(len(labels.TABLE_HEADS)), scope="colgroup")
            told.append(tag("tr", head, className="part-head"))
        told.append(_table_row(row, naming, wanted))
    return told


def lit(text: str, words: Sequence[str]) -> list[Light]:
    """A text in which some words are marked where a word of it begins with them."""
    if not words:
        return [text]
    pieces = re.split(f"({'|'.join(_begun(words))})", text, flags=re.IGNORECASE)
    return [
        tag("mark", piece, className="lit") if n % 2 else piece for n, piece in enumerate(pieces) if piece
    ]


def _begun(words: Iterable[str]) -> list[str]:
    """Patterns of words at the beginning of one."""
    return [rf"(?<!\w){re.escape(word)}" for word in sorted(words, key=len, reverse=True)]


def _other(keys: Iterable[str]) -> list[str]:
    """The other words for what a word means."""
    return [key.removeprefix(WORD) for key in keys if key.startswith(WORD)]


def why_matched(row: Mapping[str, Any], wanted: EventFilter, naming: Naming) -> list[str]:
    """For each word that is not in the title of a row what of it is meant, or that its words tell it."""
    held = {
        *(f"person:{key}" for key in row["people"]),
        *(f"organization:{key}" for key in row["organizations"]),
        *(f"country:{code}" for code in row["countries"]),
    }
    reasons = []
    for word, keys in zip_longest(wanted.words, wanted.named[: len(wanted.words)], fillvalue=()):
        if any(
            re.search(one, str(row["title"]), re.IGNORECASE) for one in _begun([str(word), *_other(keys)])
        ):
            continue
        named = [naming.called(key) for key in keys if key in held]
        reasons.append(", ".join(named) or sentences.in_its_words(str(word)))
    return list(dict.fromkeys(reasons))


def _table_row(row: dict[str, Any], naming: Naming, wanted: EventFilter) -> Light:
    asked = [*wanted.words, *_other(key for keys in wanted.named for key in keys)]
    event = {"className": "title-button", "type": "button", "data_event": str(row["id"])}
    title = [tag("button", dot_of(row, naming), tag("span", *lit(str(row["title"]), asked)), **event)]
    if wanted.words and (why := why_matched(row, wanted, naming)):
        title.append(tag("small", sentences.found_by(why), className="help found-by"))
    if said := sentences.according_to(str(row.get("according_to") or "")):
        title.append(tag("small", said, className="help"))
    if row["disagree"]:
        title.append(tag("small", labels.DISAGREE, className="help"))
    status = str(row["status"])
    # Beside its heading a number is enough; where the headings are gone, its unit stands behind it.
    reports, unit = sentences.counted(row["reports"], "document").split(" ")
    return tag(
        "tr",
        tag("td", date_in_words(str(row["edtf"]))),
        tag("td", *title),
        tag("td", labels.TYPE_NAMES.get(str(row["type"]), str(row["type"]))),
        tag("td", tag("span", labels.STATUS_NAMES.get(status, status), className=f"status status-{status}")),
        tag("td", ", ".join(naming.short(key) for key in row["organizations"])),
        tag("td", ", ".join(naming.country(code) for code in row["countries"])),
        tag("td", reports, data_unit=unit),
    )
