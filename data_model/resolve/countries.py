"""Which country a name, adjective, demonym, city, state or region stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from data_model.find.names import NameHit
from data_model.knowledge.load import Knowledge
from data_model.resolve.bearers import borne_in_russian, find_bearers
from data_model.resolve.evidence import NAMING, weigh_evidence
from data_model.resolve.languages import names_language
from data_model.resolve.namesakes import choose_meaning
from data_model.spans import within

# A bracket that opens before letters; the words they stand for come before it.
_IN_BRACKET = re.compile(r"\s\((?:[\w-]+\s)?$")
_WITHIN = r"\w*(?:[\s-]+)?"
_LETTERS, _LONGEST_BRACKET, _EXPLAINED = 3, 20, 120
_PLACES = ("country", "place", "region")


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country in the text, and how the text says it.

    Attributes:
        how: name · adjective · demonym · abbr (the country is named) or capital · city · area (a state,
            province or county) · metonym · region (it is only implied).
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
    or inside a longer hit is none. Of several places of one name the evidence of the whole text decides;
    a town that few know counts only if the text speaks of its country.
    """
    spots = _spots(text, hits)
    bearers = find_bearers(text, spots, hits, knowledge)
    borne = bearers.people | borne_in_russian(text, spots)
    other = _own_letters(text, spots)
    spots = tuple(spot for spot in spots if spot.start not in borne and spot.text not in other)
    sure = tuple(spot for spot in spots if spot.start not in bearers.doubtful)
    evidence = weigh_evidence(text, sure, [hit for hit in hits if hit.kind == "sign"])
    found: list[CountryMention] = []
    for spot in spots:
        if spot.kind == "region":
            found.extend(_of_region(spot, knowledge))
            continue
        best = choose_meaning(spot, evidence)
        if best is not None and (
            evidence.speaks_of(best.key, spot.text) or spot.start not in bearers.doubtful
        ):
            found.append(CountryMention(spot.start, spot.stop, spot.text, best.key, best.how, best.city))
    return tuple(found)


def _own_letters(text: str, spots: Sequence[NameHit]) -> frozenset[str]:
    """Letters of a country that the text explains otherwise: "Центральноазиатский регион (ЦАР)"."""
    found = set()
    for spot in spots:
        if len(spot.text) < _LETTERS or not spot.text.isupper():
            continue
        bracket = _IN_BRACKET.search(text, max(0, spot.start - _LONGEST_BRACKET), spot.start)
        if bracket is None:
            continue
        # The first and the last letter begin words, those between may stand inside.
        *letters, last = map(re.escape, spot.text)
        words = rf"\b{_WITHIN.join(letters)}\w*[\s-]+{last}\w*$"
        told = re.compile(words, re.IGNORECASE).search(
            text, max(0, bracket.start() - _EXPLAINED), bracket.start()
        )
        if told is not None and not within(spots, told.start(), told.end()):
            found.add(spot.text)
    return frozenset(found)


def _spots(text: str, hits: Sequence[NameHit]) -> tuple[NameHit, ...]:
    """Everything geographic that one stretch of text may mean, joined into one hit; none inside another."""
    covers = [hit for hit in hits if hit.kind == "person" and not _only_surname(hit)]
    blocks = [hit for hit in hits if hit.kind == "block"]
    covers += [hit for hit in blocks if not hit.names[0].key]
    barred: dict[int, NameHit] = {at: hit for hit in blocks for at in range(hit.start, hit.stop)}
    joined: dict[tuple[int, int], NameHit] = {}
    for hit in _outside([hit for hit in hits if hit.kind in _PLACES], covers, proper=False):
        if _is_barred(hit, barred.get(hit.start)) or names_language(text, hit):
            continue
        span = (hit.start, hit.stop)
        before = joined.get(span)
        names = (*before.names, *hit.names) if before else hit.names
        joined[span] = NameHit(hit.start, hit.stop, hit.text, before.kind if before else hit.kind, names)
    return tuple(_outside(joined.values(), tuple(joined.values()), proper=True))


def _is_barred(hit: NameHit, block: NameHit | None) -> bool:
    """Whether a phrase says that its country is not meant; "New Mexico" is not Mexico, but a state."""
    if block is None or hit.stop > block.stop:
        return False
    return any(name.key == other.key for name in hit.names for other in block.names)


def _outside(hits: Iterable[NameHit], covers: Sequence[NameHit], *, proper: bool) -> list[NameHit]:
    """The hits that lie in none of the covers; a proper one is longer than what it covers."""
    order = sorted(covers, key=lambda cover: cover.start)
    starts = [cover.start for cover in order]
    reach = list(accumulate((cover.stop for cover in order), max))
    earlier = dict(zip(starts, [0, *reach], strict=False)) if proper else {}
    kept = []
    for hit in hits:
        at = bisect_right(starts, hit.start)
        longest = reach[at - 1] if at else 0
        same = longest == hit.stop and proper and earlier[hit.start] < hit.stop
        if longest < hit.stop or same:
            kept.append(hit)
    return kept


def _only_surname(hit: NameHit) -> bool:
    return hit.kind == "person" and all(name.how in ("surname", "family") for name in hit.names)


def _of_region(hit: NameHit, knowledge: Knowledge) -> list[CountryMention]:
    region = next(region for region in knowledge.regions if region.name == hit.names[0].key)
    return [
        CountryMention(hit.start, hit.stop, hit.text, code, "region") for code in sorted(region.countries)
    ]
