"""Which country a name, adjective, demonym, city or region stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data_model.find.names import NameHit
from data_model.knowledge.gazetteer import Name
from data_model.knowledge.load import Knowledge
from data_model.knowledge.places import KNOWN_CITY

_SURNAME = re.compile(r"\s+([A-Z][a-z]+)")
NAMING = ("name", "adjective", "demonym", "abbr")
# What is preferred when one string may be several things of one kind.
_ORDER = ("name", "abbr", "capital", "metonym", "adjective", "demonym", "city")


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country in the text, and how the text says it.

    Attributes:
        how: name · adjective · demonym · abbr (the country is named) or capital · city · metonym ·
            region (it is only implied).
        city: The city, for places and metonyms.
    """

    start: int
    stop: int
    text: str
    code: str
    how: str
    city: str = ""

    @property
    def named(self) -> bool:
        """Whether the country itself is named, not only implied."""
        return self.how in NAMING


def resolve_countries(text: str, hits: Sequence[NameHit], knowledge: Knowledge) -> tuple[CountryMention, ...]:
    """The countries of a text in order of place.

    A hit inside a phrase that is not about the country ("Minsk agreements"), inside a person's name
    or inside a longer hit is none. A town that few know counts only if its country is named too.
    """
    blocks = [hit for hit in hits if hit.kind in ("block", "person") and not _only_surname(hit)]
    named = {
        name.key for hit in hits if hit.kind == "country" and not _inside(hit, blocks) for name in hit.names
    }
    begins = {hit.start for hit in hits}
    found: list[CountryMention] = []
    for hit in hits:
        if hit.kind not in ("country", "place", "region") or _inside(hit, blocks):
            continue
        if _is_given_name(text, hit, begins, knowledge):
            continue
        if hit.kind == "region":
            found.extend(_of_region(hit, knowledge))
        elif (best := _best(hit, named)) is not None:
            found.append(CountryMention(hit.start, hit.stop, hit.text, best.key, best.how, best.city))
    return _without_nested(found)


def _is_given_name(text: str, hit: NameHit, begins: set[int], knowledge: Knowledge) -> bool:
    """Whether an ambiguous name is someone's: "Chad Smith" is followed by a name nothing else explains."""
    unsure = all(
        name.how == "name" and name.key in knowledge.countries and knowledge.countries[name.key].ambiguous
        for name in hit.names
    )
    behind = _SURNAME.match(text, hit.stop) if unsure else None
    return behind is not None and behind.start(1) not in begins


def _only_surname(hit: NameHit) -> bool:
    return hit.kind == "person" and all(name.how == "surname" for name in hit.names)


def _inside(hit: NameHit, blocks: Sequence[NameHit]) -> bool:
    return any(block.start <= hit.start and hit.stop <= block.stop for block in blocks)


def _best(hit: NameHit, named: set[str]) -> Name | None:
    """The likeliest meaning: a country before a city, a named country's city before a bigger one."""
    fit = [name for name in hit.names if name.how != "city" or name.size >= KNOWN_CITY or name.key in named]
    if not fit:
        return None
    return min(fit, key=lambda name: (_ORDER.index(name.how), name.key not in named, -name.size))


def _of_region(hit: NameHit, knowledge: Knowledge) -> list[CountryMention]:
    region = next(region for region in knowledge.regions if region.name == hit.names[0].key)
    return [CountryMention(hit.start, hit.stop, hit.text, code, "region") for code in region.countries]


def _without_nested(found: Sequence[CountryMention]) -> tuple[CountryMention, ...]:
    """Drop what lies inside a longer mention; of equals the one that names the country stays."""
    kept = []
    for one in found:
        nested = any(
            other is not one
            and other.start <= one.start
            and one.stop <= other.stop
            and (other.stop - other.start > one.stop - one.start or (other.named and not one.named))
            for other in found
        )
        if not nested:
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.start, one.stop, one.code)))
