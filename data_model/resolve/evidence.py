"""What a text tells of its own whereabouts: the countries it names, and the one whose local news it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from data_model.find.names import NameHit
from data_model.knowledge.place_words import load_place_words
from data_model.knowledge.places import KNOWN_CITY

NAMING = ("name", "adjective", "demonym", "abbr")
# So many different states, counties and words of public life make a text local.
_LOCAL = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """Countries a text gives reason to think of.

    Attributes:
        named: Countries named by words that can mean no town of the text's home.
        local: How many different states, counties and words of public life of each country it has.
        cities: The large cities and other areas of each country that no other one shares.
        told: Places with their state or country directly behind: offset to code.
        known: The same places wherever else they stand: small letters to code.
        home: The country whose local news it is, "" when it is not local.
    """

    named: frozenset[str]
    local: Mapping[str, int]
    cities: Mapping[str, AbstractSet[str]]
    told: Mapping[int, str]
    known: Mapping[str, str]
    home: str

    def speaks_of(self, code: str, form: str) -> bool:
        """Whether the text gives a reason to think of the country, other than the form in question."""
        others = self.cities.get(code, frozenset()) - {form.lower()}
        return code in self.named or code in self.local or bool(others)

    @property
    def is_local(self) -> bool:
        """Whether the text has a home and names no other country."""
        return bool(self.home) and self.named <= {self.home}


def weigh_evidence(text: str, spots: Sequence[NameHit], signs: Sequence[NameHit]) -> Evidence:
    """Count what stands in the text without doubt."""
    local: dict[str, set[str]] = {}
    for sign in signs:
        local.setdefault(sign.names[0].key, set()).add(sign.text.lower())
    cities: dict[str, set[str]] = {}
    signed = load_place_words().signs
    for spot in spots:
        areas = {name.key for name in spot.names if name.how == "area" and name.size}
        codes = {name.key for name in spot.names}
        if spot.kind == "country":
            continue
        if areas and all(name.how in ("area", "city") for name in spot.names):
            for code in areas:
                (local if code in signed else cities).setdefault(code, set()).add(spot.text.lower())
        elif not areas and len(codes) == 1 and max(name.size for name in spot.names) >= KNOWN_CITY:
            cities.setdefault(spot.names[0].key, set()).add(spot.text.lower())
    counts = Counter({code: len(forms) for code, forms in local.items()})
    told, known = _told(text, spots)
    home = _home(counts)
    return Evidence(_named(spots, set(cities), home), counts, cities, told, known, home)


def _named(spots: Sequence[NameHit], cities: AbstractSet[str], home: str) -> frozenset[str]:
    """The countries named; one that a state or a town at home is called like is not, nor both Congos."""
    named: set[str] = set()
    shared: list[NameHit] = []
    for spot in spots:
        codes = {name.key for name in spot.names if name.how in NAMING}
        others = [name for name in spot.names if name.how not in NAMING]
        if any(name.how == "area" or name.key == home for name in others):
            continue
        if len(codes) == 1:
            named |= codes
        elif codes:
            shared.append(spot)
    for spot in shared:
        sized = [name for name in spot.names if name.how in NAMING]
        named.add(max(sized, key=lambda name: (name.key in named or name.key in cities, name.size)).key)
    return frozenset(named)


def _home(local: Counter[str]) -> str:
    """The country with the most signs, when they are enough and no other comes near."""
    best = local.most_common(2)
    if not best or best[0][1] < _LOCAL or (len(best) > 1 and best[1][1] * 2 > best[0][1]):
        return ""
    return best[0][0]


def _told(text: str, spots: Sequence[NameHit]) -> tuple[dict[int, str], dict[str, str]]:
    """Places with their state or country directly behind: "Paris, Texas", "Brest, Belarus"."""
    told: dict[int, str] = {}
    known: dict[str, str] = {}
    for spot, behind in pairwise(spots):
        if text[spot.stop : behind.start] != ", ":
            continue
        own = {name.key for name in spot.names} if spot.kind == "place" else set()
        land = spot.kind == "place" and all(name.how == "area" for name in spot.names)
        for name in behind.names:
            if land and name.key not in own:
                continue  # a list of lands: "Nagorno-Karabakh, Transnistria"
            if name.how == "area" or (name.how in ("name", "abbr") and name.key in own):
                told[spot.start] = name.key
                known.setdefault(spot.text.lower(), name.key)
                break
    return told, known
