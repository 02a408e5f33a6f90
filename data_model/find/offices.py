"""Offices in a text: "Belarus President", "State Secretary of the Security Council of Belarus",
"the Prime Minister of Armenia", "the Belarusian leader", "heads of delegations".

Read around the role words of the gazetteer, with the country or body on either side.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data_model.find.names import NameHit
from data_model.knowledge.entries import Role
from data_model.knowledge.folding import forms_of, is_personal, is_place
from data_model.knowledge.name_words import load_name_words
from data_model.spans import at_offset, within

# Between the parts of one office phrase: a possessive, a bracket, "new"; "of the", "to the", "in".
_JOIN_LEFT = re.compile(
    r"(?:['’]s?|\))?\s+(?:(?:new|first|then|acting|interim|current|former)\s+)*$", re.IGNORECASE
)
_JOIN_RIGHT = re.compile(r"(?:\s+a\.?\s?i\.?)?\s+(?:of|to|for|in|at)\s+(?:the\s+)?$|\s+$|(?<=\sof)\s+the\s+$")
# "… of the Kingdom of Bahrain", "… for Emergencies and Rescue of Belarus": capitals up to the last "of".
_PORTFOLIO = re.compile(
    r"(?:\s+a\.?\s?i\.?)?\s+(?:of|for)\s+(?:the\s+)?(?:(?:[A-Z][\w’'-]+,?|and|of|for|the)\s+){1,9}?of\s+(?:the\s+)?$"
)
# Behind one of these is where somebody is sent, not who sends: "Ambassador to Belarus", "envoy for Yemen".
_SENT = re.compile(r"\s+(?:to|for|in|at|в|во|при)\s+(?:the\s+)?", re.IGNORECASE)
_AREA = re.compile(r"(?<=[а-яё])[ \t]+([А-ЯЁ][а-яё-]+|области|края|округа|района|республики)(?!\w)")
# «посол Китая в Азербайджане», «постпред России при ООН».
_SENT_TO = re.compile(r"\s+(?:в|во|при)\s+")
# Who serves another: "envoy of the UN Secretary-General", «посланник генсека ООН» (by its genitive).
_SERVING = frozenset({"deputy", "envoy", "official", "spokesperson"})
_SERVES = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?|(?<=[а-яё])[ \t]+(?=[а-яё-]+(?:[аыия]|[ое]го|[ое]й)\b)")
_BOTH = re.compile(r"\s*(?:,|,?\s+and|\s+и)\s+")
_GENITIVE = re.compile(r"[а-яё]\s+")
_POSSESSIVE = re.compile(r"['’]s?\b")
# Words behind a Russian office that it is of, their cases, and how many there may be.
_OWNED, _GENITIVES, _MOST_OWNED = re.compile(r" ([А-ЯЁа-яё-]+)"), ("gent", "gen2"), 4
# How far the name of a country or body may reach from its office, and a list of countries.
_REACH = 160
_LONGEST_LIST = 400
# Before an office stands what says that it is anybody's at most so far.
_LEAD = 30
_AND = re.compile(r"\s*,\s*|\s*,?\s+(?:and|и)\s+(?:the\s+)?|\s*,\s*the\s+")


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
        served: Whether it stands in the office of who serves its holder, and names nobody alone.
        anybody: Whether it is said of anybody who holds it: "the last British prime minister to …".
        until: Offset behind what a Russian office is of: «министр | транспорта Перу Хосе Саласар».
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
    served: bool = False
    anybody: bool = False
    until: int = 0


def find_offices(text: str, hits: Sequence[NameHit], roles: Mapping[str, Role]) -> tuple[OfficePhrase, ...]:
    """Office phrases in order, the longest around each role word.

    A role word inside a body's own name ("Council of Heads of …") is no office; one inside a
    descriptive name ("heads of the CIS security services") is a group with that name.
    """
    near = _Near(
        tuple(hit for hit in hits if hit.kind == "country"),
        tuple(hit for hit in hits if hit.kind == "organization"),
    )
    found: list[OfficePhrase] = []
    for hit in hits:
        if hit.kind != "role":
            continue
        cover = at_offset(near.bodies, hit.start)
        cover = cover if cover is not None and hit.stop <= cover.stop else None
        if cover is not None and any(name.how != "context" for name in cover.names):
            continue
        name = hit.names[0]
        own = roles[name.key].of_country.get(hit.text, "")
        phrase = OfficePhrase(hit.start, hit.stop, hit.text, name.key, name.how, own)
        phrase = replace(phrase, anybody=_is_of_anybody(text, hit.start))
        if cover is not None:
            phrase = _with(phrase, cover, cover.start, cover.stop)
        found.append(_grown(text, phrase, near, found))
    ordered = sorted(found, key=lambda phrase: phrase.start)
    for at in range(len(ordered) - 2, -1, -1):
        one, other = ordered[at : at + 2]
        if roles[one.role].rank in _SERVING and _serves(text, one, other):
            ordered[at : at + 2] = _with_served(text, one, other), replace(other, served=True)
        else:
            ordered[at] = _of_both(text, one, other)
    return tuple(_in_place(text, one) for one in ordered)


def _in_place(text: str, one: OfficePhrase) -> OfficePhrase:
    """An office with what the words around it say of it."""
    anybody = one.anybody or _is_of_anybody(text, one.start)
    return replace(one, anybody=anybody, until=_behind_genitives(text, one.stop))


def _is_of_anybody(text: str, at: int) -> bool:
    """Whether what stands in front says that no holder is meant: "the last", "then"."""
    return load_name_words().anybody.search(text, max(0, at - _LEAD), at) is not None


def _with_served(text: str, one: OfficePhrase, other: OfficePhrase) -> OfficePhrase:
    """The office of who serves the holder of the next one, whose country and body it speaks for."""
    return replace(
        one,
        stop=other.stop,
        text=text[one.start : other.stop],
        country=one.country or other.country,
        countries=one.countries or other.countries,
        organizations=one.organizations or other.organizations,
        possessive=other.possessive,
    )


def _serves(text: str, one: OfficePhrase, other: OfficePhrase) -> bool:
    """Whether the next office stands in the genitive behind one, or has its body: "envoy of the UN Chief"."""
    joined = _SERVES.match(text, one.stop)
    return one.start < other.start < one.stop or (joined is not None and joined.end() == other.start)


def _of_both(text: str, one: OfficePhrase, other: OfficePhrase) -> OfficePhrase:
    """An office held together with the next one: "Deputy Prime Minister and Minister of Energy of Qatar"."""
    bare = one.how == other.how == "word" and not (one.country or one.organizations)
    if not bare or not other.country or not _BOTH.fullmatch(text, one.stop, other.start):
        return one
    return replace(one, country=other.country, countries=other.countries)


@dataclass(frozen=True, slots=True)
class _Near:
    """What an office may belong to: the countries and the bodies of a text, in order of place."""

    countries: tuple[NameHit, ...]
    bodies: tuple[NameHit, ...]

    def between(self, start: int, stop: int) -> list[NameHit]:
        """Both kinds between two offsets, in order of place."""
        found = within(self.countries, start, stop) + within(self.bodies, start, stop)
        return sorted(found, key=lambda hit: (hit.start, hit.stop, hit.kind))


def _grown(text: str, phrase: OfficePhrase, near: _Near, before: Sequence[OfficePhrase]) -> OfficePhrase:
    """A role word with the country or body on its left and right."""
    if before and before[-1].stop < phrase.start and text[before[-1].stop] in "'’":
        owner = before[-1]  # "the U.S. President's National Security Advisor"
        if _JOIN_LEFT.fullmatch(text, owner.stop, phrase.start):
            phrase = replace(
                phrase, start=owner.start, country=owner.country, organizations=owner.organizations
            )
    for hit in reversed(near.between(phrase.start - _REACH, phrase.start)):
        above = phrase.how == "leader" and "\n" in text[hit.stop : phrase.start]
        if not above and _JOIN_LEFT.fullmatch(text, hit.stop, phrase.start):
            phrase = _with(phrase, hit, hit.start, phrase.stop)
    phrase = _with_area(text, phrase, near)
    for hit in near.between(phrase.stop, phrase.stop + _REACH):
        if hit.start >= phrase.stop and _joins_right(text, phrase, hit):
            sent = hit.kind == "country" and _SENT.fullmatch(text, phrase.stop, hit.start) is not None
            phrase = replace(phrase, stop=hit.stop) if sent else _with(phrase, hit, phrase.start, hit.stop)
    phrase = _with_more_countries(text, phrase, near.countries)
    possessive = bool(_POSSESSIVE.match(text, phrase.stop))
    return replace(phrase, text=text[phrase.start : phrase.stop], possessive=possessive)


def _with_area(text: str, phrase: OfficePhrase, near: _Near) -> OfficePhrase:
    """A Russian office with the area or house behind it that no file holds: «глава Чеченской Республики»."""
    while phrase.how == "word" and (word := _AREA.match(text, phrase.stop)) is not None:
        held = at_offset(near.countries, word.start(1)) or at_offset(near.bodies, word.start(1))
        if held is not None or (word.group(1)[0].isupper() and is_personal(word.group(1))):
            break
        phrase = replace(phrase, stop=word.end())
    return phrase


def _behind_genitives(text: str, at: int) -> int:
    """Behind what a Russian office is of; a place that may be a given name is no such word: «Владимира»."""
    for _ in range(_MOST_OWNED):
        word = _OWNED.match(text, at)
        if word is None or not (word[1].islower() or (is_place(word[1]) and not is_personal(word[1]))):
            break
        if not any(form.case in _GENITIVES for form in forms_of(word[1])):
            break
        at = word.end()
    return at


def _joins_right(text: str, phrase: OfficePhrase, hit: NameHit) -> bool:
    """Whether a country or body directly behind belongs to the office: "of Belarus’ Security Council"."""
    if _GENITIVE.fullmatch(text, phrase.stop - 1, hit.start):
        return True  # Russian has no "of": «президент Беларуси»
    if phrase.country and _SENT_TO.fullmatch(text, phrase.stop, hit.start):
        return True
    if _JOIN_RIGHT.fullmatch(text, phrase.stop, hit.start):
        linked = bool(text[phrase.stop : hit.start].strip()) or phrase.text.endswith(" of")
        return linked or hit.kind == "organization"
    if _PORTFOLIO.fullmatch(text, phrase.stop, hit.start):
        return hit.kind == "country" or not phrase.organizations
    owned = bool(phrase.country) and hit.kind == "organization"
    return owned and bool(_JOIN_LEFT.fullmatch(text, phrase.stop, hit.start))


def _with(phrase: OfficePhrase, hit: NameHit, start: int, stop: int) -> OfficePhrase:
    keys = tuple(dict.fromkeys(name.key for name in hit.names))
    if hit.kind == "organization":
        return replace(phrase, start=start, stop=stop, organizations=phrase.organizations or keys)
    return replace(phrase, start=start, stop=stop, country=phrase.country or keys[0])


def _with_more_countries(text: str, phrase: OfficePhrase, countries: Sequence[NameHit]) -> OfficePhrase:
    """The further countries of "… of Belarus and Russia"."""
    if not phrase.country:
        return phrase
    codes = [phrase.country]
    for hit in within(countries, phrase.stop, phrase.stop + _LONGEST_LIST):
        if not _AND.fullmatch(text, phrase.stop, hit.start):
            break
        codes.append(hit.names[0].key)
        phrase = replace(phrase, stop=hit.stop)
    return replace(phrase, countries=tuple(codes))
