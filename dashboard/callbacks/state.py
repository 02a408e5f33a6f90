"""Everything a reader does ends in one script, which keeps address, controls and view in step.

The script is `assets/50-state.js`; here it is only told what to listen to. What each control means it reads
from the page (`filters.browser_settings`).
"""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import ids
from dashboard.filters import CONTROLS


def register(app: Dash) -> None:
    """One callback for the state, one for the menu button."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("dateline", "reduce"),
        [
            Output(ids.OPEN, "data"),
            Output(ids.DRAWER, "opened"),
            *[Output(row.id, "value") for row in CONTROLS],
        ],
        [
            Input(ids.AMBIENCE, "data"),
            Input(ids.GESTURE, "data"),
            Input(ids.RESET, "n_clicks"),
            Input(ids.DRAWER, "opened"),
            *[Input(row.id, "value") for row in CONTROLS],
        ],
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("dateline", "fold"),
        Output(ids.SHELL, "navbar"),
        Input(ids.BURGER, "opened"),
        State(ids.SHELL, "navbar"),
    )
