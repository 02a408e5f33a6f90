"""What is served besides the page itself: a document, the CSV, a sign of life."""

from __future__ import annotations

from dash import Dash
from flask import Response, request

from dashboard import labels
from dashboard.callbacks.asked import Asked, all_rows
from dashboard.csv_table import file_name, full_rows, write_csv
from dashboard.document_page import document_html
from dashboard.security import refuse
from dashboard.selection import filter_of, read_selection
from data_model import NotFound

PAGES = r"document/.+|events\.csv|healthz"
HTML, CSV, TEXT = "text/html; charset=utf-8", "text/csv; charset=utf-8", "text/plain; charset=utf-8"


def register(app: Dash, asked: Asked) -> None:
    """Add the routes to the server."""
    prefix = asked.config.prefix

    def document(name: str) -> Response:
        try:
            report = asked.open_store().document(name)
        except NotFound:
            return refuse(404, labels.NO_DOCUMENT)
        return Response(document_html(report, request.args.get("event", ""), prefix), content_type=HTML)

    def events() -> Response:
        selection, _ = read_selection(request.args.to_dict())
        store = asked.open_store()
        home = request.host_url.rstrip("/") + prefix
        rows = full_rows(all_rows(store, filter_of(selection)), store.reports(), home)
        answer = Response(write_csv(rows), content_type=CSV)
        name = file_name(request.args.to_dict())
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer

    def alive() -> Response:
        return Response("ok\n", content_type=TEXT)

    app.server.add_url_rule(f"{prefix}document/<path:name>", "document", document)
    app.server.add_url_rule(f"{prefix}events.csv", "events_csv", events)
    app.server.add_url_rule(f"{prefix}healthz", "healthz", alive)
