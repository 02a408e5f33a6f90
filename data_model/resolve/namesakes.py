"""Which of the countries, states and towns of one name a text means."""

from __future__ import annotations

from collections.abc import Sequence

from data_model.find.names import NameHit
from data_model.knowledge.gazetteer import Name
from data_model.knowledge.places import KNOWN_CITY, METROPOLIS
from data_model.resolve.evidence import NAMING, Evidence

# What is preferred when one string may be several things.
_ORDER = ("name", "abbr", "capital", "area", "metonym", "adjective", "demonym", "city")


def choose_meaning(spot: NameHit, evidence: Evidence) -> Name | None:
    """The likeliest meaning, None for a town nothing in the text speaks for."""
    told = evidence.told.get(spot.start) or evidence.known.get(spot.text.lower())
    if told:
        return _in(spot, told)
    countries = [name for name in spot.names if name.how in NAMING]
    others = [name for name in spot.names if name.how not in NAMING]
    if countries:
        return _country(spot, countries, others, evidence)
    if any(name.how == "area" and name.size for name in others):
        return min(
            others,
            key=lambda name: (not _is_backed(name, spot, evidence), _ORDER.index(name.how), -name.size),
        )
    return _town(spot, others, evidence)


def _country(spot: NameHit, countries: Sequence[Name], others: Sequence[Name], evidence: Evidence) -> Name:
    """A country, unless the text is the local news of where a state or town is called like it."""
    best = min(
        countries,
        key=lambda name: (_ORDER.index(name.how), not evidence.speaks_of(name.key, spot.text), -name.size),
    )
    if evidence.speaks_of(best.key, spot.text):
        return best
    for name in others:
        if name.how == "area" and evidence.local.get(name.key):
            return name
        if name.how == "area" and name.key in evidence.cities and evidence.named <= {name.key}:
            return name
    if any(name.key == evidence.home for name in others) and evidence.is_local:
        return _in(spot, evidence.home)
    return best


def _town(spot: NameHit, names: Sequence[Name], evidence: Evidence) -> Name | None:
    """The best known town of the name, unless the text speaks for another one and not for it."""
    fit = [
        name
        for name in names
        if name.how != "city" or name.size >= KNOWN_CITY or evidence.speaks_of(name.key, spot.text)
    ]
    if not fit:
        return None
    best = min(fit, key=lambda name: (_ORDER.index(name.how), -name.size))
    if evidence.speaks_of(best.key, spot.text) or best.how == "metonym":
        return best
    rivals = [name for name in fit if evidence.speaks_of(name.key, spot.text)]
    if best.how == "capital" or best.size >= METROPOLIS:
        rivals = [name for name in rivals if evidence.is_local and name.key == evidence.home]
    if rivals:
        return max(rivals, key=lambda name: name.size)
    return _in(spot, evidence.home) if evidence.is_local else best


def _is_backed(name: Name, spot: NameHit, evidence: Evidence) -> bool:
    """Whether a state's namesake is meant: a town wants the local news of its country."""
    if name.how == "city":
        return evidence.local.get(name.key, 0) > 0
    return evidence.speaks_of(name.key, spot.text)


def _in(spot: NameHit, code: str) -> Name:
    """The place of this name in a country, whether or not the gazetteer holds it."""
    known = [name for name in spot.names if name.key == code and name.how not in NAMING]
    if known:
        return min(known, key=lambda name: (_ORDER.index(name.how), -name.size))
    town = spot.text.title() if spot.text.isupper() else spot.text
    return spot.names[0]._replace(kind="place", how="city", key=code, city=town)
