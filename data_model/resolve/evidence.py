"""What a text tells of its own whereabouts: the countries it names, and the one whose local news it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data_model.find.names import NameHit
from data_model.knowledge.places import KNOWN_CITY

NAMING = ("name", "adjective", "demonym", "abbr")
# So many different states, counties and words of public life make a text local.
_LOCAL = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """Countries a text gives reason to think of.

    Attributes:
        named: Countries named by words that mean no town or state of another one.
        local: How many different states, counties and words of public life of each country it has.
        cities: How many different large cities of each country it has that no other country shares.
        told: Places whose country or state stands directly behind them somewhere: small letters to code.
        home: The country whose local news it is, "" when it is not local.
    """

    named: frozenset[str]
    local: Mapping[str, int]
    cities: Mapping[str, int]
    told: Mapping[str, str]
    home: str

    def speaks_of(self, code: str) -> bool:
        """Whether the text gives a reason to think of the country."""
        return code in self.named or code in self.local or code in self.cities

    @property
    def is_local(self) -> bool:
        """Whether the text has a home and names no other country."""
        return bool(self.home) and self.named <= {self.home}


def weigh_evidence(text: str, spots: Sequence[NameHit], signs: Sequence[NameHit]) -> Evidence:
    """Count what stands in the text without doubt."""
    named: set[str] = set()
    local: dict[str, set[str]] = {}
    cities: dict[str, set[str]] = {}
    for sign in signs:
        local.setdefault(sign.names[0].key, set()).add(sign.text.lower())
    for spot in spots:
        form = spot.text.lower()
        ways = {name.how for name in spot.names}
        codes = {name.key for name in spot.names}
        areas = {name.key for name in spot.names if name.how == "area"}
        if areas and ways <= {"area", "city"}:
            for code in areas:
                local.setdefault(code, set()).add(form)
        elif spot.kind == "country" and not areas:
            named.update(name.key for name in spot.names if name.how in NAMING)
        elif len(codes) == 1 and max(name.size for name in spot.names) >= KNOWN_CITY:
            cities.setdefault(spot.names[0].key, set()).add(form)
    counts = Counter({code: len(forms) for code, forms in local.items()})
    return Evidence(
        named=frozenset(named),
        local=counts,
        cities={code: len(forms) for code, forms in cities.items()},
        told=_told(text, spots),
        home=_home(counts),
    )


def _home(local: Counter[str]) -> str:
    """The country with the most signs, when they are enough and no other comes near."""
    best = local.most_common(2)
    if not best or best[0][1] < _LOCAL or (len(best) > 1 and best[1][1] * 2 > best[0][1]):
        return ""
    return best[0][0]


def _told(text: str, spots: Sequence[NameHit]) -> dict[str, str]:
    """Places with their state or country directly behind: "Paris, Texas", "Brest, Belarus"."""
    told: dict[str, str] = {}
    for spot, behind in pairwise(spots):
        if text[spot.stop : behind.start] != ", ":
            continue
        own = {name.key for name in spot.names} if spot.kind == "place" else set()
        for name in behind.names:
            if name.how == "area" or (name.how in ("name", "abbr") and name.key in own):
                told.setdefault(spot.text.lower(), name.key)
                break
    return told
