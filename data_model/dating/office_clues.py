"""Clues from people named with an office: the text is of a day on which they held it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.clues import Clue, ClueKind, Understood, in_words
from data_model.days import Days
from data_model.knowledge.entries import Role, Term
from data_model.knowledge.prose import Prose
from data_model.resolve.people import Reference
from data_model.resolve.terms import terms_of

_TOKEN = re.compile(r"[\w’'-]+")
# "временно исполняющий обязанности": how far before an office the word may begin.
_BEFORE = 40
# Between election and inauguration the office is already written beside the name.
_ELECTED = 31
# Of one who lost it, it is written for a while: "the ousted president", "who shot down his plane".
_REMEMBERED = 366


def find_office_clues(known: Understood) -> Iterator[Clue]:
    """Someone named with an office: the text is of a day on which the office was held."""
    named = list(_office_holders(known))
    for one, terms in named:
        served = ds.union(*(term.days for term in terms))
        office = known.knowledge.offices[terms[0].office]
        others = [rest for other, rest in named if other.key != one.key and rest[0].office == office.key]
        # "President X … what President Y had signed": of several holders of one office the others are former.
        if any(_begun(rest) > _begun(terms) for rest in others):
            continue
        held = ds.union(*(term.acting for term in terms)) if _is_acting(known, one) else ds.NEVER
        days = held or served
        why = f"{one.name} was {'acting ' if held else ''}{office.name} {_list_of(days)}"
        reason = Reason(why, *_reach_of(one), f"offices:{office.key}")
        known_so = ds.widen(served, _ELECTED, _REMEMBERED)
        if others:
            known_so = ds.between(ds.earliest(known_so), None)
        if ds.latest(known_so) is not None:
            why += ", and is named so for a year at most"
        yield Clue(known_so, replace(reason, why=why), ClueKind.IN_OFFICE)
        yield Clue(days, reason, ClueKind.OFFICE, of=one.key)


def _office_holders(known: Understood) -> Iterator[tuple[Reference, tuple[Term, ...]]]:
    """Everyone the report names with an office, once an office, with the terms served in it."""
    seen: set[tuple[str, str]] = set()
    for one in known.references:
        if (
            one.office is None
            or not one.key
            or is_former(known.text, known.prose, known.knowledge.roles, one)
        ):
            continue
        sentence = known.sentence_at(one.start)
        if sentence is not None and sentence.furniture:
            continue  # of other news on the page
        terms = terms_of(one.key, one.office, known.knowledge)
        if terms and (one.key, terms[0].office) not in seen:
            seen.add((one.key, terms[0].office))
            yield one, terms


def _begun(terms: Sequence[Term]) -> date:
    return ds.earliest(ds.union(*(term.days for term in terms))) or ds.FIRST


def _list_of(days: Days) -> str:
    return ", ".join(in_words((span,)) for span in days)


def _reach_of(one: Reference) -> tuple[int, int]:
    office = one.office or one
    return min(office.start, one.start), max(office.stop, one.stop)


def is_former(text: str, prose: Prose, roles: Mapping[str, Role], one: Reference) -> bool:
    """Whether the office beside a name is one that was held before: "former President X"."""
    start = one.office.start if one.office else one.start
    before = _TOKEN.findall(text[max(0, start - 20) : start])
    own = _TOKEN.findall(one.office.text) if one.office else []
    words = [word.lower().strip("-") for word in (*before[-2:], *own[:1])]
    head = one.office is not None and roles[one.office.role].rank == "head-of-state"
    return any(word in prose.former or (head and word in prose.founding) for word in words)


def _is_acting(known: Understood, one: Reference) -> bool:
    """Whether the office is held for the time being: "acting" in it or right before it."""
    office = one.office
    if office is None:
        return False
    if known.prose.acting.search(office.text):
        return True
    found = known.prose.acting.finditer(known.text, max(0, office.start - _BEFORE), office.start)
    return any(not known.text[one.end() : office.start].strip(" .") for one in found)
