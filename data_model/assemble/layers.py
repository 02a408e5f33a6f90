"""Who is bound by membership, beside those who take part themselves."""

from __future__ import annotations

from collections.abc import Iterable

from data_model import days as ds
from data_model.dating.scene import Scene
from data_model.days import Days


def members_of(scene: Scene, bodies: Iterable[str], on: Days) -> tuple[str, ...]:
    """Members, on every day the event may be of, of the bodies that took part (an organ has its parent's).

    An event without bounds is taken to be of the report's time.
    """
    found: dict[str, None] = {}
    bounded = on if ds.earliest(on) and ds.latest(on) else scene.when.spans
    for key in bodies:
        entry = scene.knowledge.organizations[key]
        if not entry.members and entry.parent:
            entry = scene.knowledge.organizations[entry.parent]
        found.update(
            dict.fromkeys(
                member.country for member in entry.members if ds.intersect(member.days, bounded) == bounded
            )
        )
    return tuple(found)
