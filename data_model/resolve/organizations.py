"""Which body a name means: three are called "Security Council", and one is meant."""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from data_model.find.names import NameHit
from data_model.knowledge.load import Knowledge
from data_model.resolve.countries import CountryMention
from data_model.resolve.terms import offices_of
from data_model.spans import around, nearest

# A country or body directly before or behind the name: "Russia’s …", "… of the CIS countries".
_BEFORE = re.compile(r"(?:['’]s?)?\s+(?:State\s+|national\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:of|in|for|at)\s+(?:the\s+)?(?:Republic of\s+)?$|\s+\(?$", re.IGNORECASE)
_NEAR = 120


@dataclass(frozen=True, slots=True)
class OrganizationMention:
    """A body in the text.

    Attributes:
        key: The register's key.
        how: full · abbr · context (the name alone would not tell which).
        why: For a context reading, what told it.
    """

    start: int
    stop: int
    text: str
    key: str
    how: str
    why: str = ""


def resolve_organizations(
    text: str,
    hits: Sequence[NameHit],
    countries: Sequence[CountryMention],
    knowledge: Knowledge,
) -> tuple[OrganizationMention, ...]:
    """The bodies of a text in order; a shared name is told by its surroundings or left out."""
    sure: list[OrganizationMention] = []
    open_hits: list[NameHit] = []
    for hit in hits:
        if hit.kind != "organization":
            continue
        certain = [name for name in hit.names if name.how in ("full", "abbr")]
        keys = {name.key for name in certain}
        if len(keys) == 1:
            sure.append(OrganizationMention(hit.start, hit.stop, hit.text, keys.pop(), certain[0].how))
        else:
            open_hits.append(hit)
    found = list(sure)
    homes = _homes(hits, countries, knowledge) if open_hits else []
    for hit in open_hits:
        one = _from_context(text, hit, found, countries, homes, knowledge)
        if one is not None:
            insort(found, one, key=attrgetter("start"))
    return tuple(found)


def _homes(
    hits: Sequence[NameHit], countries: Sequence[CountryMention], knowledge: Knowledge
) -> list[tuple[int, str, str]]:
    """Offset, country and words of every country spoken of, by name or an official, the most told first."""
    found = [(one.start, one.code, one.text) for one in countries]
    for hit in hits:
        full = [name.key for name in hit.names if hit.kind == "person" and name.how == "full"]
        offices = offices_of(full[0], knowledge) if len(full) == 1 else ()
        # Who has served a body of many countries speaks for no single one.
        own = {office.country for office in offices}
        found += [(hit.start, code, hit.text) for code in own if code and len(own) == 1]
    counted = Counter(code for _, code, _ in found)
    return sorted(found, key=lambda one: (-counted[one[1]], one))


def _from_context(
    text: str,
    hit: NameHit,
    known: Sequence[OrganizationMention],
    countries: Sequence[CountryMention],
    homes: Sequence[tuple[int, str, str]],
    knowledge: Knowledge,
) -> OrganizationMention | None:
    """The body a shared name means: by what stands beside it, then by the rest of the text."""
    keys = list(dict.fromkeys(name.key for name in hit.names))
    told = _by_country_beside(text, hit, countries, knowledge, keys) or _by_body_beside(
        text, hit, known, knowledge, keys
    )
    if told is None:
        other = next((one for one in nearest(known, hit.start) if one.key in keys), None)
        told = (other.key, f"{other.text!r} in the same text") if other else None
    told = told or _by_signs(text, knowledge, keys)
    if told is not None:
        return OrganizationMention(hit.start, hit.stop, hit.text, told[0], "context", told[1])
    return _by_parent(hit, known, homes, knowledge, keys)


def _by_country_beside(
    text: str,
    hit: NameHit,
    countries: Sequence[CountryMention],
    knowledge: Knowledge,
    keys: Sequence[str],
) -> tuple[str, str] | None:
    """The country's own body of that name or family: "Russia’s Security Council"."""
    families = {knowledge.organizations[key].family for key in keys} - {""}
    for country in around(countries, hit.start - _NEAR, hit.stop + _NEAR):
        if not country.named or not _beside(text, hit, country.start, country.stop):
            continue
        own = [body for body in knowledge.organizations.values() if body.country == country.code]
        for body in sorted(own, key=lambda body: body.key not in keys):
            if body.key in keys or body.family in families:
                return body.key, f"{country.text!r} stands beside it"
    return None


def _by_body_beside(
    text: str,
    hit: NameHit,
    known: Sequence[OrganizationMention],
    knowledge: Knowledge,
    keys: Sequence[str],
) -> tuple[str, str] | None:
    """The organ of the body beside it: "CSTO Permanent Council"."""
    for other in around(known, hit.start - _NEAR, hit.stop + _NEAR):
        if _beside(text, hit, other.start, other.stop):
            for key in keys:
                if other.key in (knowledge.organizations[key].parent, key):
                    return key, f"{other.text!r} stands beside it"
    return None


def _by_signs(text: str, knowledge: Knowledge, keys: Sequence[str]) -> tuple[str, str] | None:
    """The one body whose own words the text uses: "resolution 1566"."""
    found = [
        (key, f"{sign!r} is a word of it")
        for key in keys
        if (signs := knowledge.organizations[key].signs) and (sign := _first_sign(text, signs))
    ]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=16)  # each mention of a name that several bodies share asks about the same text
def _first_sign(text: str, signs: tuple[str, ...]) -> str | None:
    found = _sign_pattern(signs).search(text)
    return found and found.group()


@lru_cache(maxsize=64)
def _sign_pattern(signs: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words; "#" is a number."""
    words = "|".join(re.escape(sign).replace(r"\#", r"\d+") for sign in signs)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _by_parent(
    hit: NameHit,
    known: Sequence[OrganizationMention],
    homes: Sequence[tuple[int, str, str]],
    knowledge: Knowledge,
    keys: Sequence[str],
) -> OrganizationMention | None:
    """A body whose parent is spoken of near by, else the national one of the text's first country."""
    for other in nearest(known, hit.start):
        for key in keys:
            if knowledge.organizations[key].parent == other.key and (
                len(keys) == 1 or abs(other.start - hit.start) < _NEAR
            ):
                why = f"its parent {other.text!r} is spoken of"
                return OrganizationMention(hit.start, hit.stop, hit.text, key, "context", why)
    if len(keys) == 1 and not knowledge.organizations[keys[0]].parent:
        body = knowledge.organizations[keys[0]]
        if not body.country or any(code == body.country for _, code, _ in homes):
            why = "no other body of that name is known here"
            return OrganizationMention(hit.start, hit.stop, hit.text, keys[0], "context", why)
    # Where the register lacks that country's own, another country's is not meant.
    for _, code, words in homes[:1]:
        for key in keys:
            if knowledge.organizations[key].country == code:
                why = f"{words!r} is of the country the text speaks of most"
                return OrganizationMention(hit.start, hit.stop, hit.text, key, "context", why)
    return None


def _beside(text: str, hit: NameHit, start: int, stop: int) -> bool:
    """Whether a mention stands directly before, behind or inside the hit."""
    if stop <= hit.start:
        return hit.start - stop < _NEAR and bool(_BEFORE.fullmatch(text, stop, hit.start))
    if start >= hit.stop:
        return start - hit.stop < _NEAR and bool(_BEHIND.fullmatch(text, hit.stop, start))
    return hit.start <= start and stop <= hit.stop
