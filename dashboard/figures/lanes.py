"""Which lane an event stands in: one of each body, country or topic it concerns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from dashboard import labels

MOST_LANES = 12
NONE, OTHERS = "", "…"


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: its key, its title, and the row numbers of its events in the frame."""

    key: str
    title: str
    events: tuple[int, ...]


def assign_lanes(
    keys: Sequence[Sequence[str]], by: str, title: Callable[[str], str], chosen: Collection[str] = ()
) -> list[Lane]:
    """The lanes, most events first; what has no key or too few events comes last.

    Args:
        keys: For each event the keys it belongs to.
        by: What a lane stands for, one of `labels.NO_LANE`.
        title: The name of a key.
        chosen: Keys the reader filters by; when any of them occurs, only they get lanes.
    """
    counts = Counter(key for of_event in keys for key in dict.fromkeys(of_event))
    wanted = [key for key in counts if key in chosen] or list(counts)
    order = sorted(wanted, key=lambda key: (-counts[key], title(key).casefold()))
    shown = order if len(order) <= MOST_LANES else order[: MOST_LANES - 1]
    members: dict[str, list[int]] = {key: [] for key in (*shown, OTHERS, NONE)}
    for number, of_event in enumerate(keys):
        own = [key for key in dict.fromkeys(of_event) if key in shown]
        for key in own or [OTHERS if of_event else NONE]:
            members[key].append(number)
    names = {OTHERS: labels.OTHERS, NONE: labels.NO_LANE[by]}
    return [
        Lane(key, names.get(key) or title(key), tuple(events)) for key, events in members.items() if events
    ]
