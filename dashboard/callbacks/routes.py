"""What is served besides the page: views and their lists, documents, the CSV, imports, a sign of life."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import orjson
from dash import Dash
from flask import Response, request

from dashboard import ids, labels
from dashboard.callbacks import words
from dashboard.callbacks.answers import answer_view, answer_zoom
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.behind import answer_behind, more_behind
from dashboard.callbacks.charts import SIZED
from dashboard.callbacks.kept import MOST_BYTES, Parts, encode_parts, read_held, size_of_parts, write_parts
from dashboard.callbacks.links import answer_links
from dashboard.callbacks.period import chosen_view
from dashboard.callbacks.suggestions import suggest
from dashboard.components import day_list, event_table, view_parts
from dashboard.components.light import as_light
from dashboard.csv_table import file_name, full_rows, write_csv
from dashboard.document_page import document_html
from dashboard.filters import LISTS, SEARCHED
from dashboard.help_page import help_html
from dashboard.imports_page import imports_html
from dashboard.security import refuse
from dashboard.selection import ZOOM, read_selection
from data_model import DatelineError, EventFilter, Latest, NotFound

PAGES = r"view|choices|links|behind|more|suggest|document/.+|events\.csv|imports|help|version|healthz"
HTML, CSV, TEXT = "text/html; charset=utf-8", "text/csv; charset=utf-8", "text/plain; charset=utf-8"
JSON = "application/json"
# The settings of a request that are none of the view's.
_LOOK, _LIST, _FROM, _WORD = "look", "list", "start", "word"
_HELD = "X-Dateline-Held"
Told = Callable[[Asked, dict[str, str], Mapping[str, str]], Any]


def register(app: Dash, asked: Asked) -> None:
    """Add the routes to the server."""
    kept: Latest[Parts] = Latest(MOST_BYTES, size_of_parts)

    def view() -> Response:
        query, look = _asked_for()
        parts = parts_of(asked, kept, query, look)
        return Response(write_parts(parts, read_held(request.headers.get(_HELD, ""))), content_type=JSON)

    def document(name: str) -> Response:
        try:
            report = asked.open_store().document(name)
        except NotFound:
            return refuse(404, labels.NO_DOCUMENT)
        return Response(
            document_html(report, request.args.get("event", ""), asked.config.prefix), content_type=HTML
        )

    def events() -> Response:
        query, _ = _asked_for()
        home = request.host_url.rstrip("/") + asked.config.prefix
        answer = Response(answer_csv(asked, query, home), content_type=CSV)
        answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(query)}"'
        return answer

    for path, answer in (
        ("view", view),
        ("document/<path:name>", document),
        ("events.csv", events),
    ):
        app.server.add_url_rule(f"{asked.config.prefix}{path}", answer.__name__, answer)
    for path, told in _TOLD.items():
        app.server.add_url_rule(f"{asked.config.prefix}{path}", path, partial(_tell, asked, told))
    _register_upkeep(app, asked)


def _tell(asked: Asked, told: Told) -> Response:
    """An answer as JSON to the address of a view and the settings of the request."""
    query, _ = _asked_for()
    return Response(orjson.dumps(told(asked, query, request.args)), content_type=JSON)


def _register_upkeep(app: Dash, asked: Asked) -> None:
    """What is told of the store and the server themselves."""

    def imports() -> Response:
        store = asked.open_store()
        documents = store.counts(EventFilter()).total.documents
        told = imports_html(store.upkeep.imports(), store.unread(), documents, asked.config.prefix)
        return Response(told, content_type=HTML)

    def explain() -> Response:
        return Response(help_html(asked.open_store(), asked.config.prefix), content_type=HTML)

    def version() -> Response:
        return Response(f"{asked.open_store().version}\n", content_type=TEXT)

    def alive() -> Response:
        return Response("ok\n", content_type=TEXT)

    for path, answer in (("imports", imports), ("help", explain), ("version", version), ("healthz", alive)):
        app.server.add_url_rule(f"{asked.config.prefix}{path}", answer.__name__, answer)


def _asked_for() -> tuple[dict[str, str], str]:
    """The view of a request, and how it is to look."""
    given = request.args.to_dict()
    query = {name: text for name, text in given.items() if name not in (_LOOK, _LIST, _FROM, _WORD)}
    return query, given.get(_LOOK, "")


def parts_of(asked: Asked, kept: Latest[Parts], query: dict[str, str], look: str) -> Parts:
    """Every part of the page for a view, made once a version of the store."""

    def ask() -> Parts:
        given = {"query": query, "look": read_look(look)}
        selection, complaints = read_selection(query)
        if not selection.zoomed or complaints:
            return encode_parts(answer_view(asked, given))
        # Most of a page is as it was before the zoom, and known.
        bare = {name: text for name, text in query.items() if name not in ZOOM}
        return {**parts_of(asked, kept, bare, look), **encode_parts(answer_zoom(asked, given))}

    try:
        version = asked.open_store().version
    except DatelineError:
        return ask()
    return kept.answer((version, tuple(sorted(query.items())), look), ask)


def read_look(text: str) -> dict[str, object]:
    """`light,1064,620,460`: the theme, and the widths of `charts.SIZED`."""
    theme, *widths = text.split(",")
    pairs = zip(SIZED, widths, strict=False)
    return {"theme": theme} | {row.id: float(width) for row, width in pairs if width.isdecimal()}


def answer_choices(asked: Asked, query: Mapping[str, str], name: str) -> list[Any]:
    """What one of the lists of choices offers for a view."""
    if name not in {row.id for row in LISTS}:
        return []
    selection, _ = read_selection(query)
    view, _, _ = chosen_view(asked.open_store(), selection, asked.naming())
    return words.choices(name, view, selection, asked.naming())


def answer_suggestions(asked: Asked, query: Mapping[str, str], word: str) -> list[Any]:
    """The filters that some letters may stand for, with the events of the view they would leave."""
    others = {name: text for name, text in query.items() if name != SEARCHED.parameter}
    selection, _ = read_selection(others)
    view, _, _ = chosen_view(asked.open_store(), selection)
    return suggest(view, asked.naming(), word)


def answer_more(asked: Asked, query: Mapping[str, str], name: str, start: str) -> dict[str, Any]:
    """Further rows of a list, cards of the tray or events of a panel, and the button for those after."""
    begin = int(start) if start.isdecimal() and len(start) < 10 else 0  # noqa: PLR2004 - no store has more rows
    if name not in (ids.TABLE_MORE, ids.TRAY_MORE, ids.DAYS_MORE):
        return more_behind(asked, query, name, begin)
    selection, _ = read_selection(query)
    view, _, _ = chosen_view(asked.open_store(), selection, asked.naming())
    parts, naming = view.parts(), asked.naming()
    if name == ids.TABLE_MORE:
        total = sum(parts)
        rows = view.page(selection.sort, begin, begin + view_parts.PAGE)
        told = event_table.table_rows(rows, naming, parts, begin, view.wanted)
    elif name == ids.DAYS_MORE:
        rows, before, total = day_list.page_of(view, begin, begin + view_parts.PAGE)
        told = day_list.day_rows(rows, naming, selection, before)
    else:
        total = parts[2]
        rows = view.undated(begin, begin + view_parts.PAGE)
        told = view_parts.tray_cards(rows, naming)
    return {"rows": as_light(told), "more": as_light(view_parts.more(name, begin + len(rows), total))}


def answer_csv(asked: Asked, query: Mapping[str, str], home: str) -> str:
    """The events of a view, those the page shows for the same address, in the order of its table."""
    selection, _ = read_selection(query)
    store = asked.open_store()
    view, _, _ = chosen_view(store, selection, asked.naming())
    return write_csv(full_rows(view, view.ordered(selection.sort), store, home, asked.naming()))


_TOLD: Mapping[str, Told] = {
    "choices": lambda asked, query, given: answer_choices(asked, query, given.get(_LIST, "")),
    "links": lambda asked, query, _: answer_links(asked, query),
    "behind": lambda asked, query, given: answer_behind(asked, query, given.get(_LIST, "")),
    "more": lambda asked, query, given: answer_more(asked, query, given.get(_LIST, ""), given.get(_FROM, "")),
    "suggest": lambda asked, query, given: answer_suggestions(asked, query, given.get(_WORD, "")),
}
