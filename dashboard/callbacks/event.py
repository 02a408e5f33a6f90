"""The open event."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output

from dashboard import ids, labels
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.period import chosen_view
from dashboard.components.drawer import Kin, event_drawer, kin_of
from dashboard.components.parts import notice
from dashboard.components.walk_bar import walk_bar
from dashboard.filters import LISTS, meaning_of
from dashboard.selection import LONGEST_VALUE, read_selection, write_search
from data_model import NotFound, StoreError

# A summit may have sixty people: of so many in all it is told what else they have a part in.
MOST_KIN = 40


def register(app: Dash, asked: Asked) -> None:
    """Fill the drawer when an event is opened."""

    @app.callback(Output(ids.DRAWER_BODY, "children"), Input(ids.OPEN, "data"), prevent_initial_call=True)
    def show(opened: object) -> list[Any]:
        return answer_event(asked, opened)


def answer_event(asked: Asked, opened: object) -> list[Any]:
    """The drawer of an event, or words when there is none.

    Args:
        asked: Whom the page asks.
        opened: `event`, its id, and `query`, the settings of the view it is opened in.
    """
    given = opened if isinstance(opened, dict) else {}
    name = given.get("event")
    if not isinstance(name, str) or not name or len(name) > LONGEST_VALUE:
        return []
    try:
        store, naming = asked.open_store(), asked.naming()
        found = store.event(name)
        selection, _ = read_selection(given.get("query"))
        view, _, _ = chosen_view(store, selection, naming)
        kin = {one: _more_of(asked, one) for one in kin_of(found)[:MOST_KIN]}
        return [*walk_bar(view, found.place), *event_drawer(found, naming, asked.config.prefix, kin)]
    except NotFound:
        return [notice(labels.NO_EVENT, [], kind="warning")]
    except StoreError as error:
        return [notice(labels.BROKEN_STORE, [labels.BROKEN_HELP.format(why=error)], kind="warning")]


def _more_of(asked: Asked, kin: Kin) -> tuple[str, int]:
    """The address of the view of somebody or something alone, and how many events it shows."""
    parameter, key, layer = kin
    row = next(one for one in LISTS if one.parameter == parameter)
    query = {parameter: key}
    meaning = meaning_of(row)
    if layer and meaning is not None:
        query[meaning.parameter] = layer
    selection, _ = read_selection(query)
    view, _, _ = chosen_view(asked.open_store(), selection)
    return write_search(selection), view.counts.events
