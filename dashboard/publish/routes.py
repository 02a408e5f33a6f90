"""The addresses of files: that of the page's view with a name before its query, `timeline.svg?org=csto`."""

from __future__ import annotations

from dash import Dash
from flask import Response, request

from dashboard.callbacks.asked import Asked
from dashboard.config import LOOPBACK
from dashboard.publish.files import DATA_FORMS, EVENTS, PICTURE_FORMS, NotPublishable, make_file
from dashboard.publish.views import PICTURED
from dashboard.security import refuse
from data_model import DatelineError

# `events.csv` is the page's own.
_DATA = tuple(form for form in DATA_FORMS if form != "csv")
PAGES = "|".join(
    (
        rf"({'|'.join(PICTURED)})\.({'|'.join(PICTURE_FORMS)})",
        rf"{EVENTS}\.({'|'.join(form.replace('.', '[.]') for form in _DATA)})",
    )
)


def register(app: Dash, asked: Asked) -> None:
    """Add the addresses to the server."""

    def publish(what: str, form: str) -> Response:
        try:
            made = make_file(
                asked, what, form, request.args.to_dict(), home=home_of(asked), links=own_address(asked)
            )
        except NotPublishable as error:
            return refuse(400, str(error))
        except DatelineError as error:
            return refuse(503, str(error))
        answer = Response(made.data, content_type=made.kind)
        answer.headers["Content-Disposition"] = f'inline; filename="{made.name}"'
        return answer

    prefix = asked.config.prefix
    for what, forms in (*((chart, tuple(PICTURE_FORMS)) for chart in PICTURED), (EVENTS, _DATA)):
        for form in forms:
            rule = f"{prefix}{what}.{form}"
            app.server.add_url_rule(rule, rule, publish, defaults={"what": what, "form": form})


def own_address(asked: Asked) -> str:
    """The address the reader's browser knows the page by."""
    return request.host_url.rstrip("/") + asked.config.prefix


def home_of(asked: Asked) -> str:
    """The address others know the page by: as set, else the reader's, but "" for a machine's own."""
    if asked.config.address:
        return asked.config.address
    host = request.host.rsplit(":", 1)[0] if not request.host.endswith("]") else request.host
    return "" if host in LOOPBACK else own_address(asked)
