"""The composition root: a store goes in, a page that can be served comes out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dash import Dash

from dashboard import labels
from dashboard.callbacks import event, routes, state
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.charts import browser_charts
from dashboard.compression import compress_answers
from dashboard.config import Config
from dashboard.layout import index, page
from dashboard.naming import Register
from dashboard.publish import routes as publish_routes
from dashboard.security import guard

if TYPE_CHECKING:
    from data_model import Store, StoreError


def create_app(
    store: Store | StoreError, config: Config | None = None, register: Register | None = None
) -> Dash:
    """The page over a store.

    Args:
        store: An open store; or the error of one that could not be opened, which the page then
            tells in place of its charts.
        config: Settings; the defaults answer to loopback names only.
        register: Names of keys; the knowledge files' when not given.

    Returns:
        The Dash application; `app.server` is the Flask application to serve.
    """
    config = config or Config()
    app = Dash(
        "dashboard",
        title=labels.TITLE,
        update_title="",
        assets_folder=str(Path(__file__).with_name("assets")),
        assets_ignore=r"41-document\.css|45-theme\.js|60-embed\..*|.*\.(md|txt|json|mjs)$",
        index_string=index(browser_charts()),
        requests_pathname_prefix=config.prefix,
        routes_pathname_prefix=config.prefix,
        serve_locally=True,
        compress=False,
        enable_mcp=False,
        add_log_handler=False,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
        description=labels.TITLE,
    )
    asked = Asked(store, register or _register(), config)
    app.layout = page(app.get_asset_url("logo.svg"), config.prefix)
    state.register(app)
    event.register(app, asked)
    routes.register(app, asked)
    publish_routes.register(app, asked)
    _serve_at_once(app)
    compress_answers(app.server)
    pages = f"{routes.PAGES}|{publish_routes.pages(config)}"
    guard(app.server, config, app.csp_hashes(), _callbacks(app), pages)
    return app


def _callbacks(app: Dash) -> dict[str, list[tuple[str, str]]]:
    """The callbacks that run on the server, by their outputs, with their inputs."""
    return {
        output: [(one["id"], one["property"]) for one in entry["inputs"]]
        for output, entry in app.callback_map.items()
        if "callback" in entry
    }


def _register() -> Register:
    from data_model import names

    return names()


def _serve_at_once(app: Dash) -> None:
    """Let Dash register its callbacks now: doing so in the first request races with the second."""
    app._setup_server()  # type: ignore[no-untyped-call]  # noqa: SLF001 - Dash offers no other way
