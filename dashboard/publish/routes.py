"""The addresses of files: that of the page's view with a name before its query, `timeline.svg?org=csto`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps

import orjson
from dash import Dash
from flask import Response, request

from dashboard.callbacks.asked import Asked
from dashboard.callbacks.kept import MOST_BYTES
from dashboard.components.light import as_light
from dashboard.components.share import share_sheet
from dashboard.components.story import story_sheet
from dashboard.config import LOOPBACK, Config
from dashboard.publish.embed import write_embed
from dashboard.publish.files import DATA_FORMS, EVENTS, PICTURE_FORMS, File, make_file
from dashboard.publish.views import PICTURED, NotPublishable
from dashboard.security import FRAMED, refuse
from data_model import DatelineError, Latest

# `events.csv` is the page's own.
_DATA = tuple(form for form in DATA_FORMS if form != "csv")


def pages(config: Config) -> str:
    """A pattern of the paths that are served here; charts for frames only where somebody may show them."""
    charts = "|".join(PICTURED)
    paths = [
        "sheets",
        rf"({charts})\.({'|'.join(PICTURE_FORMS)})",
        rf"{EVENTS}\.({'|'.join(form.replace('.', '[.]') for form in _DATA)})",
        *([rf"{FRAMED}({charts})"] if config.embed_from else []),
    ]
    return "|".join(paths)


def register(app: Dash, asked: Asked) -> None:
    """Add the addresses to the server."""
    kept: Latest[File] = Latest(MOST_BYTES, lambda made: len(made.data))

    # Pictures cost most and are asked for again: by a page that holds them, by who looks twice.
    def picture_of(what: str, form: str, query: dict[str, str], home: str) -> object:
        return asked.open_store().version, what, form, tuple(sorted(query.items())), home

    def publish(what: str, form: str) -> Response:
        query, home, links = _query(), home_of(asked), own_address(asked)
        ask = partial(make_file, asked, what, form, query, home=home, links=links)
        made = ask() if what == EVENTS else kept.answer(picture_of(what, form, query, home), ask)
        answer = Response(made.data, content_type=made.kind)
        answer.headers["Content-Disposition"] = f'inline; filename="{made.name}"'
        return answer

    def embed(chart: str) -> Response:
        told = write_embed(asked, chart, _query(), home_of(asked))
        return Response(told, content_type="text/html; charset=utf-8")

    def sheets() -> Response:
        told = [share_sheet(asked.config.embed_from, asked.config.address), story_sheet()]
        return Response(orjson.dumps(as_light(told)), content_type="application/json")

    prefix = asked.config.prefix
    app.server.add_url_rule(f"{prefix}sheets", "sheets", sheets)
    for what, forms in (*((chart, tuple(PICTURE_FORMS)) for chart in PICTURED), (EVENTS, _DATA)):
        for form in forms:
            rule = f"{prefix}{what}.{form}"
            app.server.add_url_rule(rule, rule, _told(publish), defaults={"what": what, "form": form})
    if asked.config.embed_from:
        app.server.add_url_rule(f"{prefix}{FRAMED}<chart>", FRAMED, _told(embed))


def _query() -> dict[str, str]:
    """The settings of an address; of labels there may be several."""
    return request.args.to_dict() | {"label": "\n".join(request.args.getlist("label"))}


def _told(answer: Callable[..., Response]) -> Callable[..., Response]:
    """An answer in whose place stands why there is none."""

    @wraps(answer)
    def run(**asked_for: str) -> Response:
        try:
            return answer(**asked_for)
        except NotPublishable as error:
            return refuse(400, str(error))
        except DatelineError as error:
            return refuse(503, str(error))

    return run


def own_address(asked: Asked) -> str:
    """The address the reader's browser knows the page by."""
    return request.host_url.rstrip("/") + asked.config.prefix


def home_of(asked: Asked) -> str:
    """The address others know the page by: as set, else the reader's, but "" for a machine's own."""
    if asked.config.address:
        return asked.config.address
    host = request.host.rsplit(":", 1)[0] if not request.host.endswith("]") else request.host
    return "" if host in LOOPBACK else own_address(asked)
