"""What of a view stands at one spot of a chart: has a key, lies in a bin; and how much a document weighs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from data_model.store.arrays import Bits, Floats, Ints
from data_model.store.spread import spread_over
from data_model.store.view import View


class Ties(NamedTuple):
    """Which of a view's happenings has which key, a row each: the key of each code, codes, places."""

    keys: Sequence[str]
    code: Ints
    place: Ints


def ties_of(view: View, kind: str, layer: str = "") -> Ties:
    """Which of a view's happenings has which key.

    Args:
        view: The view.
        kind: A kind of key, one of `columns.bridges`.
        layer: How a key must be tied to a happening; as the view's filter means it when not given.
    """
    bridge, bits = view.columns.tied(kind, layer or view.wanted.layer_of(kind))
    rows = view.chosen[bridge.place] & bridge.tied(bits)
    return Ties(bridge.keys, bridge.code[rows], bridge.place[rows])


def having(view: View, kind: str, key: str, layer: str = "") -> Bits:
    """What of a view has a key; nothing where the store does not know it."""
    ties = ties_of(view, kind, layer)
    found = np.zeros(view.columns.size, np.bool_)
    if key in ties.keys:
        found[ties.place[ties.code == ties.keys.index(key)]] = True
    return found


def counted_within(view: View, start: int, stop: int) -> Bits:
    """What of a view is counted, if only by a share, in a bin from a day to the day before another."""
    columns = view.columns
    found: Bits = view.placed & ~columns.vague & (columns.last >= start) & (columns.first < stop)
    return found


def topics_by_document(view: View, edges: Ints) -> tuple[dict[str, Floats], dict[str, float], Floats]:
    """Topics over time where each document weighs one, shared evenly by its happenings in the view.

    Args:
        view: The view.
        edges: The first day of each bin and the day after the last.

    Returns:
        Topic -> documents a bin, without what is vague; topic -> documents in all, those without a day as
        well; and all documents a bin.
    """
    columns, weight = view.columns, _document_shares(view)
    counted = view.placed & ~columns.vague
    keys, code, place = ties_of(view, "topic")
    totals = np.bincount(code, weight[place], minlength=len(keys))
    rows = counted[place]
    found = spread_over(columns, place[rows], edges, code[rows], len(keys), times=weight)
    table = found.reshape(len(keys), len(edges) - 1)
    whole = spread_over(columns, np.flatnonzero(counted), edges, times=weight)
    some = np.flatnonzero(totals).tolist()
    return {keys[one]: table[one] for one in some}, {keys[one]: float(totals[one]) for one in some}, whole


def _document_shares(view: View) -> Floats:
    """Place -> its weight: of each document that tells it one part of as many as that tells."""
    bridge = view.columns.bridges["document"]
    rows = view.chosen[bridge.place]
    code, place = bridge.code[rows], bridge.place[rows]
    held = np.bincount(code, minlength=len(bridge.keys))
    return np.bincount(place, 1 / held[code], minlength=view.columns.size).astype(np.float64)
