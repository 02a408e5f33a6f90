"""The open event."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output

from dashboard import ids, labels
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.period import chosen_view
from dashboard.components.drawer import event_drawer
from dashboard.components.parts import notice
from dashboard.components.walk_bar import walk_bar
from dashboard.selection import LONGEST_VALUE, read_selection
from data_model import NotFound, StoreError


def register(app: Dash, asked: Asked) -> None:
    """Fill the drawer when an event is opened."""

    @app.callback(Output(ids.DRAWER_BODY, "children"), Input(ids.OPEN, "data"), prevent_initial_call=True)
    def show(opened: object) -> list[Any]:
        return answer_event(asked, opened)


def answer_event(asked: Asked, opened: object) -> list[Any]:
    """The drawer of an event, or words when there is none."""
    name = opened.get("event") if isinstance(opened, dict) else None
    if not isinstance(name, str) or not name or len(name) > LONGEST_VALUE:
        return []
    try:
        store, naming = asked.open_store(), asked.naming()
        found = store.event(name)
        selection, _ = read_selection(opened.get("query") if isinstance(opened, dict) else None)
        view, _, _ = chosen_view(store, selection, naming)
        shown = event_drawer(found, naming, lambda key: store.document(key).normalized, asked.config.prefix)
        return [*walk_bar(view, found.place), *shown]
    except NotFound:
        return [notice(labels.NO_EVENT, [], kind="warning")]
    except StoreError as error:
        return [notice(labels.BROKEN_STORE, [labels.BROKEN_HELP.format(why=error)], kind="warning")]
