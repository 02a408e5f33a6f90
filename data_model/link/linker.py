"""Do two events of different reports tell of one happening? Score, reasons, and the clusters they make.

Pure: the events come as an argument. Candidates are blocked by a shared person or body and dates that
overlap, never by day and country, whose blocks grow without bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from data_model.link.features import FEATURES
from data_model.values import Event, Link, Report

# Above it two tellings count as one happening.
ENOUGH = 0.6
# A block larger than this holds a name too common to compare everyone under it.
_LARGEST_BLOCK = 400


def link_events(reports: Iterable[Report]) -> tuple[Link, ...]:
    """Every pair of events, of two reports each, that tells of one happening; best first.

    An event is linked to at most one event of any other report.
    """
    events = [(report.document.id, event) for report in reports for event in report.normalized.events]
    scored = sorted(
        (link for pair in _candidates(events) if (link := score_pair(*pair)) is not None),
        key=lambda link: (-link.score, link.one, link.other),
    )
    home = {event.id: document for document, event in events}
    taken: set[tuple[str, str]] = set()
    kept = []
    for link in scored:
        sides = ((link.one, home[link.other]), (link.other, home[link.one]))
        if not taken.intersection(sides):
            taken.update(sides)
            kept.append(link)
    return tuple(kept)


def score_pair(one: Event, other: Event) -> Link | None:
    """The link of two events, None when the score does not reach `ENOUGH`; in any order the same."""
    one, other = sorted((one, other), key=lambda event: event.id)
    if (one.status == "cancelled") != (other.status == "cancelled"):
        return None
    said = [feature for compare in FEATURES if (feature := compare(one, other)) is not None]
    score = min(1.0, round(sum(feature.points for feature in said), 3))
    if score < ENOUGH:
        return None
    return Link(one.id, other.id, score, tuple(feature.why for feature in said))


def _candidates(events: Sequence[tuple[str, Event]]) -> Iterator[tuple[Event, Event]]:
    """Pairs that share a person or a body and may share a day, each pair once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, (_, event) in enumerate(events):
        for name in {*(p.name for p in event.participants), *(b.key for b in event.organizations)}:
            blocks[name].append(at)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > _LARGEST_BLOCK:
            continue
        for i, left in enumerate(block):
            for right in block[i + 1 :]:
                if (left, right) in seen or events[left][0] == events[right][0]:
                    continue
                seen.add((left, right))
                if events[left][1].date.overlaps(events[right][1].date):
                    yield events[left][1], events[right][1]
