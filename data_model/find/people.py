"""People in a text: their names, and the offices written beside them.

Two shapes, both read around the hits of the gazetteer:

* an office phrase: "Belarus President", "State Secretary of the Security Council of Belarus",
  "the Prime Minister of Armenia", "the Belarusian leader";
* a name: one the gazetteer holds, or capitalised words next to an office ("Chairman Jane Roe").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from data_model.find.names import NameHit

# Between the parts of one office phrase: a possessive, "of the", "to the", "for the", a comma.
_JOIN_LEFT = re.compile(r"(?:['’]s?)?\s+(?:new\s+|first\s+|then\s+|acting\s+)?$")
_JOIN_RIGHT = re.compile(r"\s+(?:of|to|for|in)\s+(?:the\s+)?(?:Republic of\s+)?$|\s+$")
_GENITIVE = re.compile(r"[а-яё]\s+")
_LONGEST_NAME = 24
# A capitalised word glued to a surname, not the first of its sentence and not a title of courtesy.
_NAME_BEFORE = re.compile(r"(?<=[a-zа-яё,;] )([A-ZА-ЯЁ][a-zа-яё]{2,})\s$")
_NAME_BEHIND = re.compile(r"\s([A-ZА-ЯЁ][a-zа-яё]+)")
_BRACKET = re.compile(r"\s*\[\s*$")
_GAP_TO_NAME = re.compile(r"\s*(?:,\s*(?:the\s+)?)?(?:\([^)]{1,14}\)\s*)?")
_APPOSITION = re.compile(r"\s*,\s*(?:who is\s+)?(?:the\s+|a\s+|its\s+)?$|\s+\(\s*$|\s*\[\s*$")
_CAPITALISED = re.compile(
    r"(?:[A-ZÀ-ÞА-ЯЁ][\w'’]*[a-zß-ÿа-яё][\w'’-]*|[A-ZА-Я]\.)(?:\s+(?:(?:al|el|bin|ibn|van|von|de|da|di)[\s-])?(?:[A-ZÀ-ÞА-ЯЁ][\w'’-]+|[A-ZА-Я]\.)){1,3}"
)
_POSSESSIVE = re.compile(r"['’]s?\b")


class Spanned(Protocol):
    """Anything with offsets: a date, whose finder this one does not know."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def stop(self) -> int:
        """Offset behind the last character."""


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """Words that name an office.

    Attributes:
        start: Offset of the first word, country or body included.
        stop: Offset behind the last word.
        role: Role key.
        how: word · plural · leader · group.
        country: Alpha-2 code written in the phrase, or "".
        organizations: Keys the body written in the phrase may mean.
        possessive: Whether it only qualifies what follows ("the President's adviser").
        countries: Every country written in the phrase ("the prime ministers of Belarus and Russia").
    """

    start: int
    stop: int
    text: str
    role: str
    how: str
    country: str = ""
    organizations: tuple[str, ...] = ()
    possessive: bool = False
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name, the people of the gazetteer it may be, and the office written beside it."""

    start: int
    stop: int
    text: str
    keys: tuple[str, ...]
    how: str
    office: OfficePhrase | None = None


def find_offices(text: str, hits: Sequence[NameHit]) -> tuple[OfficePhrase, ...]:
    """Office phrases in order, the longest around each role word.

    A role word inside a body's own name ("Council of Heads of …") is no office; one inside a
    descriptive name ("heads of the CIS security services") is a group with that name.
    """
    bodies = [hit for hit in hits if hit.kind == "organization"]
    found: list[OfficePhrase] = []
    for hit in hits:
        if hit.kind != "role":
            continue
        cover = next((b for b in bodies if b.start <= hit.start and hit.stop <= b.stop), None)
        if cover is not None and any(name.how != "context" for name in cover.names):
            continue
        phrase = OfficePhrase(hit.start, hit.stop, hit.text, hit.names[0].key, hit.names[0].how)
        if cover is not None:
            phrase = _with(phrase, cover, cover.start, cover.stop)
        found.append(_grown(text, phrase, hits, found))
    return tuple(found)


def _grown(
    text: str, phrase: OfficePhrase, hits: Sequence[NameHit], before: Sequence[OfficePhrase]
) -> OfficePhrase:
    """A role word with the country or body on its left and right."""
    if before and before[-1].stop < phrase.start and text[before[-1].stop] in "'’":
        owner = before[-1]  # "the U.S. President's National Security Advisor"
        if _JOIN_LEFT.fullmatch(text, owner.stop, phrase.start):
            phrase = replace(
                phrase, start=owner.start, country=owner.country, organizations=owner.organizations
            )
    near = [hit for hit in hits if hit.kind in ("country", "organization")]
    for hit in reversed([hit for hit in near if hit.stop <= phrase.start]):
        if _JOIN_LEFT.fullmatch(text, hit.stop, phrase.start):
            phrase = _with(phrase, hit, hit.start, phrase.stop)
    for hit in near:
        if hit.start >= phrase.stop and _joins_right(text, phrase, hit):
            phrase = _with(phrase, hit, phrase.start, hit.stop)
    phrase = _with_more_countries(text, phrase, hits)
    possessive = bool(_POSSESSIVE.match(text, phrase.stop))
    return replace(phrase, text=text[phrase.start : phrase.stop], possessive=possessive)


def _joins_right(text: str, phrase: OfficePhrase, hit: NameHit) -> bool:
    """Whether a country or body directly behind belongs to the office: "of Belarus’ Security Council"."""
    if _JOIN_RIGHT.fullmatch(text, phrase.stop, hit.start):
        return bool(text[phrase.stop : hit.start].strip()) or hit.kind == "organization"
    if _GENITIVE.fullmatch(text, phrase.stop - 1, hit.start):
        return True  # Russian has no "of": «президент Беларуси»
    owned = bool(phrase.country) and hit.kind == "organization"
    return owned and bool(_JOIN_LEFT.fullmatch(text, phrase.stop, hit.start))


def _with(phrase: OfficePhrase, hit: NameHit, start: int, stop: int) -> OfficePhrase:
    keys = tuple(dict.fromkeys(name.key for name in hit.names))
    if hit.kind == "organization":
        return replace(phrase, start=start, stop=stop, organizations=phrase.organizations or keys)
    return replace(phrase, start=start, stop=stop, country=phrase.country or keys[0])


def _with_more_countries(text: str, phrase: OfficePhrase, hits: Sequence[NameHit]) -> OfficePhrase:
    """The further countries of "… of Belarus and Russia"."""
    countries = [phrase.country] if phrase.country else []
    for hit in hits:
        if hit.kind == "country" and hit.start >= phrase.stop and countries:
            if text[phrase.stop : hit.start].strip() not in (",", "and", ", and", "и"):
                break
            countries.append(hit.names[0].key)
            phrase = replace(phrase, stop=hit.stop)
    return replace(phrase, countries=tuple(countries))


def find_people(
    text: str,
    hits: Sequence[NameHit],
    offices: Sequence[OfficePhrase],
    dates: Sequence[Spanned] = (),
) -> tuple[PersonMention, ...]:
    """Names of people in order; each carries the office phrase written directly beside it.

    A surname inside a date ("2 May") is no name.
    """
    covered = [(hit.start, hit.stop) for hit in hits if hit.kind != "person"]
    found = [
        _known(hit)
        for hit in hits
        if hit.kind == "person" and not _overlaps(hit, dates) and not _is_of_stranger(text, hit, covered)
    ]
    found = [_bracketed(text, one, hits) for one in found]
    taken = [(one.start, one.stop) for one in found]
    for office in offices:
        if office.how == "word":
            found.extend(_unknown(text, office, hits, taken))
    return tuple(
        replace(one, office=_office_of(text, one, offices))
        for one in sorted(found, key=lambda one: one.start)
    )


def _is_of_stranger(text: str, hit: NameHit, covered: Sequence[tuple[int, int]]) -> bool:
    """Whether a lone surname stands in somebody else's name: "Clarence Brown", "Michel Barnier"."""
    if any(name.how != "surname" for name in hit.names):
        return False
    before = _NAME_BEFORE.search(text, max(0, hit.start - _LONGEST_NAME), hit.start)
    behind = _NAME_BEHIND.match(text, hit.stop)
    around = [match for match in (before, behind) if match is not None]
    return any(
        not any(start < match.end(1) and match.start(1) < stop for start, stop in covered) for match in around
    )


def _overlaps(hit: NameHit, dates: Sequence[Spanned]) -> bool:
    return any(date.start < hit.stop and hit.start < date.stop for date in dates)


def _known(hit: NameHit) -> PersonMention:
    ways = [name.how for name in hit.names]
    how = min(ways, key=("full", "patronymic", "surname").index)
    keys = tuple(dict.fromkeys(name.key for name in hit.names if name.how == how))
    return PersonMention(hit.start, hit.stop, hit.text, keys, how)


def _bracketed(text: str, one: PersonMention, hits: Sequence[NameHit]) -> PersonMention:
    """The surname in brackets belongs to the name before it: "Vladimir Vladimirovich [Putin]"."""
    for hit in hits:
        if hit.kind == "person" and hit.start > one.stop and _BRACKET.fullmatch(text, one.stop, hit.start):
            keys = tuple(name.key for name in hit.names)
            return replace(one, keys=tuple(k for k in keys if k in one.keys) or keys, how="full")
    return one


def _unknown(
    text: str, office: OfficePhrase, hits: Sequence[NameHit], taken: list[tuple[int, int]]
) -> list[PersonMention]:
    """Capitalised words directly behind an office that the gazetteer knows as nothing else."""
    gap = _GAP_TO_NAME.match(text, office.stop)
    match = _CAPITALISED.match(text, gap.end() if gap else office.stop)
    if match is None or office.possessive:
        return []
    stop = match.end()
    for hit in hits:
        if hit.start < stop and hit.stop > match.start() and hit.kind in ("country", "organization", "role"):
            if hit.start <= match.start():
                return []
            stop = min(stop, hit.start)
    name = text[match.start() : stop].strip().removesuffix("’s").removesuffix("'s")
    span = (match.start(), match.start() + len(name))
    if " " not in name or any(span[0] < right and span[1] > left for left, right in taken):
        return []
    taken.append(span)
    return [PersonMention(span[0], span[1], name, (), "written", office)]


def _office_of(text: str, one: PersonMention, offices: Sequence[OfficePhrase]) -> OfficePhrase | None:
    """The office directly before the name, or in apposition behind it."""
    for office in offices:
        if office.how not in ("word", "leader"):
            continue
        if office.stop <= one.start and not office.possessive:
            gap = _GAP_TO_NAME.fullmatch(text, office.stop, one.start)
            if gap and one.start - office.stop <= len(" (XXXXXXXXXXXX) "):
                return office
        elif office.start >= one.stop and _APPOSITION.fullmatch(text, one.stop, office.start):
            return office
    return one.office
