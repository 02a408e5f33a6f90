"""What lights what: every event of a view with its days, countries, topics and lanes, as numbers.

The browser asks for it once a view, when the charts are drawn; whatever is pointed at afterwards is lit
everywhere without asking again (`assets/57-linked.js`).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from dashboard.callbacks.asked import Asked
from dashboard.callbacks.period import chosen_view
from dashboard.selection import read_selection
from data_model import View, ties_of

# Of more events than these only the weightiest are linked, which are those with marks.
MOST = 4_000


def answer_links(asked: Asked, query: dict[str, str]) -> dict[str, Any]:
    """The events of a view in lists of one order.

    Args:
        asked: Whom the page asks.
        query: The view's address.

    Returns:
        `ids`; `first` and `last`, days since 1970, None for what does not stand on the axis; `vague`, the
        numbers of those that are counted in no column and no cell; `countries` (in the layer of the map),
        `topics` and `lanes` (of what lanes stand for): the `keys`, and for each event its `codes`.
    """
    selection, _ = read_selection(query)
    view, _, _ = chosen_view(asked.open_store(), selection, asked.naming())
    places = _linked(view)
    columns = view.columns
    placed = columns.placed[places].tolist()
    return {
        "ids": [row["id"] for row in view.rows(places, ("id",))],
        "first": _where(columns.first[places].tolist(), placed),
        "last": _where(columns.last[places].tolist(), placed),
        "vague": np.flatnonzero(columns.vague[places]).tolist(),
        "countries": _keyed(view, places, "country"),
        "topics": _keyed(view, places, "topic"),
        "lanes": _keyed(view, places, selection.lanes),
    }


def _linked(view: View) -> np.ndarray:
    """The places that are linked, in their order."""
    places = np.flatnonzero(view.chosen)
    if len(places) <= MOST:
        return places
    heaviest = np.argsort(-view.columns.weight[places], kind="stable")[:MOST]
    return np.sort(places[heaviest])


def _where(numbers: list[int], known: list[bool]) -> list[int | None]:
    return [number if one else None for number, one in zip(numbers, known, strict=True)]


def _keyed(view: View, places: np.ndarray, kind: str) -> dict[str, Any]:
    """The keys that occur, and for each place the numbers of its own among them."""
    keys, code, place = ties_of(view, kind)
    turn = np.full(view.columns.size, -1, np.int64)
    turn[places] = np.arange(len(places))
    own = turn[place] >= 0
    used, number = np.unique(code[own], return_inverse=True)
    codes: list[list[int]] = [[] for _ in range(len(places))]
    for one, key in zip(turn[place[own]].tolist(), number.tolist(), strict=True):
        codes[one].append(key)
    return {"keys": [keys[one] for one in used.tolist()], "codes": codes}
