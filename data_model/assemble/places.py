"""Where an event took place: the places near it are weighed, and "nowhere told" among them.

The points stand in `place.toml` beside this file, written by `make fit`.
"""

from __future__ import annotations

from collections.abc import Mapping

from data_model.assemble.drafts import Draft
from data_model.assemble.surroundings import Near, Report, is_led_in, near_of
from data_model.resolve.countries import CountryMention
from data_model.spans import at_offset
from data_model.weights import Features, load_weights

# A dateline opens the report with its city.
_OPENING = 25
_HELD = (
    "meeting", "summit", "visit", "agreement", "appointment", "exercise", "election", "court", "protest",
    "military",
)  # fmt: skip
_HEARD = ("call", "statement")


def choose_place(report: Report, draft: Draft, kind: str, *, main: bool) -> CountryMention | None:
    """The place of an event of a type, None when the report tells none."""
    weighed = weigh_places(report, draft, kind, main=main)
    weights = load_weights("data_model.assemble", "place.toml")
    best = max(weighed, key=lambda one: (weights.score(weighed[one][1]), one))
    return weighed[best][0]


def weigh_places(
    report: Report, draft: Draft, kind: str, *, main: bool
) -> Mapping[str, tuple[CountryMention | None, Features]]:
    """The places near an event by "city/country", where each is closest, what speaks for it; "" for none."""
    nowhere = {"none": 1.0, f"none_{kind}": 1.0, "none_main": float(main)}
    found: dict[str, tuple[CountryMention | None, Features]] = {"": (None, nowhere)}
    for near in near_of(report, report.places, draft, kind, main=main):
        features = {**near.around, **_of_place(report, near, kind, main=main)}
        found[near.key] = near.spot, {name: float(value) for name, value in features.items() if value}
    return found


def _of_place(report: Report, near: Near, kind: str, *, main: bool) -> dict[str, bool]:
    scene, one = report.scene, near.spot
    led = near.closest is not None and is_led_in(scene, near.closest)
    opens = any(0 <= each.start - report.begin < _OPENING for each in near.mentions)
    dateline = any(each.start in report.datelines for each in near.mentions)
    city, held = bool(one.city), kind in _HELD
    return {
        f"how_{one.how}": True,
        "city": city,
        "city_of_main": city and main,
        "city_held": city and held,
        "led_in": any(is_led_in(scene, each) for each in near.mentions),
        "led_here": led,
        "led_held": led and held,
        "dateline": dateline,
        "dateline_of_main": dateline and main,
        "opening": opens,
        "opening_of_main": opens and main,
        "in_office": all(at_offset(scene.offices, each.start) is not None for each in near.mentions),
        "in_body": all(at_offset(scene.organizations, each.start) is not None for each in near.mentions),
        "heard_of": kind in _HEARD,
    }
