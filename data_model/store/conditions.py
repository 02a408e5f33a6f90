"""An EventFilter as bit vectors: for each kind of filter in force, which happenings pass it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import groupby, zip_longest
from operator import itemgetter

import numpy as np

from data_model.store.arrays import EVER, NEVER, Bits, day_number
from data_model.store.columns import Columns
from data_model.store.filters import FAMILY, KEYED, EventFilter
from data_model.values import STRENGTHS

# How a body or a country that a word means is tied to what is found.
_MEANT = {"organization": "acting", "country": "any"}
SHORT = 3  # letters: "UN" is a body, and the French for "a"
FindText = Callable[[str], Bits]


def find_passing(columns: Columns, wanted: EventFilter, find_text: FindText) -> dict[str, Bits]:
    """Kind of filter -> which happenings pass it; kinds that are not in force are left out.

    Args:
        columns: What is counted.
        wanted: What is asked.
        find_text: Which happenings tell a word.
    """
    found: dict[str, Bits] = {}
    for field, kind in KEYED.items():
        if keys := getattr(wanted, field):
            found[kind] = _holding(columns, kind, keys, wanted.layer_of(kind))
    if wanted.certainty != "all":
        found["certainty"] = columns.certainty(wanted.certainty)
    if wanted.strength != "all":
        found["strength"] = columns.score >= STRENGTHS[wanted.strength]
    if wanted.since is not None or wanted.until is not None:
        found["period"] = _in_period(columns, wanted.since, wanted.until)
        if wanted.within != "all":
            certain = certainly_in(columns, wanted)
            found["within"] = certain if wanted.within == "certain" else ~certain
    if wanted.words:
        told = zip_longest(wanted.words, wanted.named[: len(wanted.words)], fillvalue=())
        found["text"] = np.logical_and.reduce(
            [_telling(columns, str(word), keys, find_text) for word, keys in told]
        )
    return found


def _telling(columns: Columns, word: str, keys: tuple[str, ...], find_text: FindText) -> Bits:
    """Which happenings tell a word or have what it means; a short one that means something is no word."""
    meant = _having(columns, keys, find_text)
    return meant if keys and len(word) <= SHORT else meant | find_text(word)


def _having(columns: Columns, keys: tuple[str, ...], find_text: FindText) -> Bits:
    """Which happenings have one of some keys of any kind, or tell a word: `person:vladimir-putin`."""
    found = np.zeros(columns.size, np.bool_)
    for kind, pairs in groupby(sorted(key.partition(":")[::2] for key in keys), itemgetter(0)):
        if kind == "word":
            found = np.logical_or.reduce([found, *(find_text(word) for _, word in pairs)])
        elif kind in columns.bridges:
            found |= _holding(columns, kind, tuple(key for _, key in pairs), _MEANT.get(kind, ""))
    return found


def _holding(columns: Columns, kind: str, keys: tuple[str, ...], layer: str) -> Bits:
    found = columns.holding(kind, frozenset(keys), layer)
    families = frozenset(key.removeprefix(FAMILY) for key in keys if key.startswith(FAMILY))
    return found | columns.holding("family", families, layer) if families else found


def _in_period(columns: Columns, since: date | None, until: date | None) -> Bits:
    """That one of the possible days lies in the period: the ends settle it, but for scattered dates."""
    start = NEVER if since is None else day_number(since)
    stop = EVER if until is None else day_number(until)
    found = (columns.last >= start) & (columns.first <= stop)
    place, first, last = columns.runs
    reached = np.zeros(columns.size, np.bool_)
    reached[place[(last >= start) & (first <= stop)]] = True
    passing: Bits = found & (~columns.scattered | reached)
    return passing


def certainly_in(columns: Columns, wanted: EventFilter) -> Bits:
    """That no possible day lies outside the period; what lasted and passed the filter reaches into it."""
    within = np.ones(columns.size, np.bool_)
    if wanted.since is not None:
        within &= columns.first >= day_number(wanted.since)
    if wanted.until is not None:
        within &= columns.last <= day_number(wanted.until)
    certain: Bits = columns.exact | within
    return certain
