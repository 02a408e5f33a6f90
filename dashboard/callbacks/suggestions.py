"""What a reader may mean who has typed some letters: people, bodies, countries, topics, most events first."""

from __future__ import annotations

from typing import Any

from dashboard import labels
from dashboard.filters import LISTS
from dashboard.naming import Naming
from data_model import View

MOST = 8
LONGEST = 80


def suggest(view: View, naming: Naming, typed: str) -> list[dict[str, Any]]:
    """Up to `MOST` filters that some letters may stand for, with the events each would leave of a view.

    Args:
        view: The view without its search.
        naming: Names of keys, in every spelling.
        typed: The letters.
    """
    words = typed[:LONGEST].split()
    if not words:
        return []
    spelled = naming.spelled
    meant = {key for keys in spelled.meant_by(words) for key in keys} if len(words) == 1 else set()
    keys = meant | spelled.starting(" ".join(words))
    rows = {row.condition: row for row in LISTS if row.condition in labels.KINDS}
    counts = {kind: view.facet(kind) for kind in rows}
    topics = (f"topic:{key}" for key in counts["topic"] if typed.lower() in naming.topic(key).lower())
    found = []
    for one in {*keys, *topics}:
        kind, _, key = one.partition(":")
        if kind in rows and (events := counts[kind].get(key, 0)):
            found.append((-events, rows[kind].name(naming, key), kind, key))
    return [
        {
            "parameter": rows[kind].parameter,
            "value": key,
            "name": name,
            "kind": labels.KINDS[kind],
            "events": -events,
        }
        for events, name, kind, key in sorted(found)[:MOST]
    ]
