"""Small comparisons of two events, each with its weight and its reason in words.

To add one: write a function `(one, other) -> Feature | None` and put it into `FEATURES`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from data_model.values import Event

# Words too common in group names to tell two groups apart.
_SMALL = 4


@dataclass(frozen=True, slots=True)
class Feature:
    """What one comparison says: points for (or against) one happening, and why."""

    points: float
    why: str


Compare = Callable[[Event, Event], Feature | None]


def compare_days(one: Event, other: Event) -> Feature | None:
    """Same day is strong; overlapping vague dates are weak; no common day rules it out."""
    if not one.date.overlaps(other.date):
        return Feature(-1.0, "no common day")
    if one.date.precision == other.date.precision == "day" and one.date.placed and other.date.placed:
        return Feature(0.35, f"same day {one.date.edtf}")
    return Feature(0.15, f"dates agree ({one.date.edtf} and {other.date.edtf})")


def compare_types(one: Event, other: Event) -> Feature | None:
    """The same kind of event."""
    return Feature(0.1, f"both a {one.type}") if one.type == other.type else Feature(-0.2, "different kinds")


def compare_people(one: Event, other: Event) -> Feature | None:
    """Participants in common; named participants with none in common speak against it."""
    left, right = ({p.name for p in event.participants} for event in (one, other))
    both = left & right
    if both:
        return Feature(min(0.4, 0.2 * len(both)), f"both with {_listed(both)}")
    return Feature(-0.4, "other participants") if left and right else None


def compare_bodies(one: Event, other: Event) -> Feature | None:
    """Organizations in common."""
    left, right = ({b.key: b.name for b in event.organizations} for event in (one, other))
    both = left.keys() & right.keys()
    if both:
        return Feature(min(0.3, 0.15 * len(both)), f"both name {_listed({left[key] for key in both})}")
    return Feature(-0.25, "other bodies") if left and right else None


def compare_groups(one: Event, other: Event) -> Feature | None:
    """Collective participants described with the same words."""
    left, right = (_words(event) for event in (one, other))
    if not left or not right:
        return Feature(-0.1, "only one has a delegation") if bool(left) != bool(right) else None
    share = len(left & right) / min(len(left), len(right))
    return (
        Feature(0.2 * share, f"groups share the words {_listed(left & right)}")
        if left & right
        else Feature(-0.3, "other groups")
    )


def compare_places(one: Event, other: Event) -> Feature | None:
    """Where it was."""
    if one.place is None or other.place is None:
        return None
    if one.place.country != other.place.country or (
        one.place.city and other.place.city and one.place.city != other.place.city
    ):
        return Feature(-0.6, "other place")
    return Feature(0.15, f"both in {one.place.city or other.place.city or one.place.country}")


FEATURES: tuple[Compare, ...] = (
    compare_days,
    compare_types,
    compare_people,
    compare_bodies,
    compare_groups,
    compare_places,
)


def _words(event: Event) -> set[str]:
    words = (
        word.strip("’',.()").removesuffix("’s").removesuffix("'s").lower()
        for group in event.groups
        for word in group.split()
    )
    return {word for word in words if len(word) > _SMALL}


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))
