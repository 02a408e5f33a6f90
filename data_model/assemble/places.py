"""Where an event took place: the places near it are weighed, and "nowhere told" among them.

The points stand in `place.toml` beside this file, written by `make fit`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from data_model.assemble.asides import asides_of
from data_model.assemble.attributions import denied_by, said_or_told
from data_model.assemble.drafts import Draft, is_possessive
from data_model.assemble.surroundings import Near, Report, is_led_in, near_of
from data_model.dating.scene import Scene
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.verbs import base_of
from data_model.resolve.countries import CountryMention
from data_model.resolve.people import Reference
from data_model.spans import Stretch, at_offset, holding, within
from data_model.weights import Features, load_weights

# A dateline opens the report with its city.
_OPENING = 25
# "Islamabad:", "(Brasilia, Brazil)", "BELGRADE, Serbia (AP) —": what stands between such a city and its sign.
_CLOSED = re.compile(
    r"(?:(?:,|/|\s-)?\s*[^\W\da-zа-я][\w.]*){0,4}(?:,?\s*\d[\w., ]{0,24})?\s*"
    r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)?\s*(?:--|[–—]|[-:|](?=\s)|\))"
)
# So likely a city is told, and where none is a country; of news that has a place, sooner.
_LIKELY_ENOUGH = {True: 0.35, False: 0.5}
_LAND_LIKELY = {True: 0.4, False: 0.5}
# The same of the news, of one behind a word of place: "in Saudi Arabia".
_LED_LIKELY = 0.3
# So near in front of a place stands what says that somebody was posted there.
_POSTED = 40
# A place stands so many words at most behind the verb it belongs to, its own "in" among them.
_OF_VERB = 6
_NEXT = re.compile(r"\s([a-z]+)\b")
# A verb of saying stands so near behind who says it.
_SAYING = 16
# Before it only other names: "AFP Vienna", "By Xinhua / London".
_HEAD = re.compile(r"\W*(?:[^\W\da-zа-я][\w.]*\W+){0,4}")
# A line above the report that is no longer tells where and when, and who wrote it.
_LINE = 60
_HELD = (
    "meeting", "summit", "visit", "agreement", "appointment", "exercise", "election", "court", "protest",
    "military",
)  # fmt: skip
_HEARD = ("call", "statement")
# What a country does or suffers alone it does at home.
_AT_HOME = ("appointment", "court", "election", "exercise", "military", "other", "protest", "sanction")


def choose_place(
    report: Report, draft: Draft, kind: str, came: Collection[str], *, main: bool
) -> CountryMention | None:
    """The place of an event of a type that some countries took part in, None when the report tells none."""
    weighed = weigh_places(report, draft, kind, came, main=main)
    weights = load_weights("data_model.assemble", "place.toml")
    shares = dict(zip(weighed, weights.shares([features for _, features in weighed.values()]), strict=True))
    # First whether in a city at all: several that are likely must not lose to the one "nowhere".
    cities = [key for key in shares if _city_of(key)]
    sooner = main and kind not in _HEARD
    told = sum(shares[key] for key in cities) >= _LIKELY_ENOUGH[sooner]
    lands = [key for key in shares if key and not _city_of(key)]
    # Of countries one must be likely: many that are not add up to no place.
    likeliest = max(lands, key=lambda key: (shares[key], key), default="")
    best = shares[likeliest] if lands else 0.0
    led = sooner and bool(lands) and "led_in" in weighed[likeliest][1]
    least = _LED_LIKELY if led else _LAND_LIKELY[sooner]
    if not told and best < least * (best + shares[""]):
        return None
    return weighed[max(cities, key=lambda key: (shares[key], key)) if told else likeliest][0]


def weigh_places(
    report: Report, draft: Draft, kind: str, came: Collection[str], *, main: bool
) -> Mapping[str, tuple[CountryMention | None, Features]]:
    """The places near an event by "city/country", where each is closest, what speaks for it; "" for none."""
    nowhere = {"none": 1.0, f"none_{kind}": 1.0, "none_main": float(main)}
    found: dict[str, tuple[CountryMention | None, Features]] = {"": (None, nowhere)}
    cities = [key for key in report.places.counts if _city_of(key)]
    inside = within(report.scene.countries, draft.sentence.start, draft.sentence.stop)
    lands = [each for each in inside if not each.city and is_led_in(report.scene, each)]
    named = {each.code for each in lands}
    held = {each.code for each in lands if _is_of_verb(report.scene, draft, each)}
    asides = [one for one in asides_of(report.scene, draft.sentence) if one.stop <= draft.mention.start]
    other = said_or_told(report.scene, draft) or denied_by(report.scene, draft)
    for near in near_of(report, report.places, draft, kind, main=main):
        if all(_speaks(report.scene, one) for one in near.mentions) or _is_left(report, draft, kind, near):
            continue
        if other is not None and all(other.start <= one.start < other.stop for one in near.mentions):
            continue
        if _is_of_somebody(report.scene, near, asides) or (held and _is_elsewhere(report, near, named)):
            continue
        one = near.spot
        of_country = {
            "alone": len(cities) == 1,
            "alone_of_country": sum(key.endswith(f"/{one.code}") for key in cities) == 1,
            "of_country_here": near.closest is None and one.code in named,
        }
        features = {
            **near.around,
            **_of_place(report, near, kind, main=main),
            **(of_country if one.city else _of_land(one, kind, came)),
        }
        found[near.key] = near.spot, {name: float(value) for name, value in features.items() if value}
    return found


def _is_left(report: Report, draft: Draft, kind: str, near: Near) -> bool:
    """Whether it is where a report of a visit was written, at home: "PARIS – the minister went to Niamey"."""
    if kind != "visit" or not isinstance(draft.subject, Reference):
        return False
    return near.spot.code == draft.subject.country and _is_where_written(report, near)


def _is_of_somebody(scene: Scene, near: Near, asides: Sequence[Stretch]) -> bool:
    """Whether a place is only told of somebody: "Berg, who was born in Oslo, met Li in Osh"."""
    if all(
        scene.side_words.posted.search(scene.text[max(0, one.start - _POSTED) : one.start])
        for one in near.mentions
    ):
        return True
    return bool(asides) and all(holding(asides, one.start) is not None for one in near.mentions)


def _is_elsewhere(report: Report, near: Near, named: Collection[str]) -> bool:
    """Whether it is where the report was written, and its sentence tells of another country it was in."""
    return bool(near.spot.city) and near.spot.code not in named and _is_where_written(report, near)


def _is_where_written(report: Report, near: Near) -> bool:
    """Whether a place stands only at the head of the report: "PARIS –"."""
    return all(each.start in report.datelines or _is_head(report, each) for each in near.mentions)


def _is_of_verb(scene: Scene, draft: Draft, land: CountryMention) -> bool:
    """Whether a land is where its verb says: "met in Georgia", not "discussed the war in Georgia"."""
    between = scene.text[draft.mention.stop : land.start]
    words = scene.side_words
    spoken_of = words.about.search(between) or words.topic.search(between)
    return bool(between) and len(between.split()) <= _OF_VERB and "," not in between and not spoken_of


def _speaks(scene: Scene, one: CountryMention) -> bool:
    """Whether a seat of power stands for who sits there: "the Kremlin said", not "met in the Kremlin".

    So does a city that acts: "Jakarta would sign the contract", not "the Geneva talks".
    """
    if one.how != "metonym":
        acts = _NEXT.match(scene.text, one.stop) if one.city and not is_led_in(scene, one) else None
        return acts is not None and _is_finite(acts[1])
    behind = scene.text[one.stop : one.stop + _SAYING].lower().lstrip(" ,")
    said = behind.startswith(scene.prose.speech) or is_possessive(scene, one)
    return said and not is_led_in(scene, one)


def _is_finite(word: str) -> bool:
    """Whether a word behind a noun is a verb that it acts by: "would", "rejected", not "was hit"."""
    words = load_headline_words()
    return word in words.will or word in words.modals or (word not in words.be and base_of(word) != "")


def _city_of(key: str) -> str:
    return key.rpartition("/")[0]


def _is_head(report: Report, one: CountryMention) -> bool:
    """Whether a place is that of a newswire's dateline, with or without a day."""
    text, start = report.scene.text, _line_of(report, one)
    top = one.start - report.begin < _OPENING
    return (
        top
        and _HEAD.fullmatch(text, start, one.start) is not None
        and _CLOSED.match(text, one.stop) is not None
    )


def _is_above(report: Report, one: CountryMention) -> bool:
    """Whether a place stands in a short line above the report: "16 May 2024 | Rome"."""
    if one.start >= report.begin or report.sentence_at(one.start) in report.heads:
        return False
    start = _line_of(report, one)
    stop = report.scene.text.find("\n", one.start)
    return 0 <= stop - start < _LINE


def _line_of(report: Report, one: CountryMention) -> int:
    """Where the line of a place begins."""
    return report.scene.text.rfind("\n", 0, one.start) + 1


def _of_land(one: CountryMention, kind: str, came: Collection[str]) -> dict[str, bool]:
    """What tells that something was in a country no place of which is told: it alone took part."""
    alone = set(came) == {one.code}
    return {"sole_side": alone, "sole_side_at_home": alone and kind in _AT_HOME, "a_side": one.code in came}


def _of_place(report: Report, near: Near, kind: str, *, main: bool) -> dict[str, bool]:
    scene, one = report.scene, near.spot
    led = near.closest is not None and is_led_in(scene, near.closest)
    opens = any(0 <= each.start - report.begin < _OPENING for each in near.mentions)
    dateline = any(each.start in report.datelines for each in near.mentions)
    city, held = bool(one.city), kind in _HELD
    heads = city and any(_is_head(report, each) for each in near.mentions)
    return {
        "heads": heads,
        "heads_of_main": heads and main,
        "above": city and main and any(_is_above(report, each) for each in near.mentions),
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
