"""Ways out of a view without events. Each is tried, so that none leads to another empty view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard import labels, sentences
from dashboard.callbacks.period import chosen_view
from dashboard.components.view_parts import Exit
from dashboard.filters import FILTERS, LISTS, meaning_of
from dashboard.naming import Naming
from dashboard.selection import Selection, read_selection, write_query
from data_model import Store

Query = Mapping[str, str]


def find_exits(store: Store, selection: Selection, naming: Naming) -> list[Exit]:
    """Filters to leave out and meanings to take instead, those that show most first; else all filters."""
    query = {name: text for name, text in write_query(selection).items() if name != "event"}
    found: list[Exit] = []
    for way, changed in (*_without_one(query), *_meaning_else(query, selection)):
        events = _events(store, changed, naming)
        if events:
            found.append(way.telling(events))
    if found or not (names := _parameters(query)):
        return sorted(found, key=lambda one: -one.events)
    rest = {name: text for name, text in query.items() if name not in names}
    everything = Exit(",".join(names), "," * (len(names) - 1), labels.EVERY_FILTER)
    return [everything.telling(events)] if (events := _events(store, rest, naming)) else []


def _parameters(query: Query) -> list[str]:
    """What of an address is a filter."""
    return [row.parameter for row in FILTERS if row.condition and row.parameter in query]


def _without_one(query: Query) -> Iterator[tuple[Exit, Query]]:
    """Each kind of filter left out, the others as they are."""
    for kind in dict.fromkeys(row.condition for row in FILTERS if row.condition):
        rows = [row for row in FILTERS if row.condition == kind and row.parameter in query]
        names = [row.parameter for row in rows]
        if names:
            way = Exit(",".join(names), "," * (len(names) - 1), rows[0].leaving or rows[0].label)
            yield way, {name: text for name, text in query.items() if name not in names}


def _meaning_else(query: Query, selection: Selection) -> Iterator[tuple[Exit, Query]]:
    """Each other meaning of the names that are chosen."""
    for row in LISTS:
        meaning = meaning_of(row)
        if meaning is None or row.parameter not in query:
            continue
        own = meaning.choice_of(selection.value(meaning))
        for value, words in meaning.choices:
            if value != own:
                way = Exit(meaning.parameter, value, f"{row.label}: {sentences.inside(words)}", instead=True)
                yield way, {**query, meaning.parameter: value}


def _events(store: Store, query: Query, naming: Naming) -> int:
    selection, _ = read_selection(query)
    view, _, _ = chosen_view(store, selection, naming)
    return view.events
