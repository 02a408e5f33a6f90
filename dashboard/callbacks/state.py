"""Everything a reader does ends in one script, which keeps address, controls and view in step.

The script is `assets/50-state.js`; here it is only told what to listen to.
"""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import ids

# Control -> its name in the address. The script gets the same order.
CONTROLS = (
    ids.ORGANIZATION, ids.COUNTRY, ids.TOPIC, ids.TYPE, ids.STATUS, ids.CERTAINTY, ids.STRENGTH,
    ids.SINCE, ids.UNTIL, ids.TEXT, ids.COUNT, ids.LANES, ids.LAYER,
)  # fmt: skip


def register(app: Dash) -> None:
    """One callback for the state, three for buttons."""
    controls = [Input(name, "value") for name in CONTROLS]
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("dateline", "reduce"),
        [
            Output(ids.OPEN, "data"),
            Output(ids.DRAWER, "opened"),
            *[Output(name, "value") for name in CONTROLS],
        ],
        [
            Input(ids.AMBIENCE, "data"),
            Input(ids.GESTURE, "data"),
            Input(ids.RESET, "n_clicks"),
            Input(ids.DRAWER, "opened"),
            *controls,
        ],
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("dateline", "fold"),
        Output(ids.SHELL, "navbar"),
        Input(ids.BURGER, "opened"),
        State(ids.SHELL, "navbar"),
    )
