"""Clues from people named with an office: the text is of a day on which they held it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.clues import Clue, ClueKind, Understood, in_words
from data_model.find.offices import OfficePhrase
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
    seen: set[tuple[str, str]] = set()
    for one in known.references:
        if one.office is None or not one.key or _is_former(known, one):
            continue
        if (sentence := known.sentence_at(one.start)) is not None and sentence.furniture:
            continue  # of other news on the page
        terms = terms_of(one.key, one.office, known.knowledge)
        if not terms or (one.key, terms[0].office) in seen:
            continue
        seen.add((one.key, terms[0].office))
        held = ds.union(*(term.acting for term in terms)) if _is_acting(known, one.office) else ds.NEVER
        days = held or ds.union(*(term.days for term in terms))
        office = known.knowledge.offices[terms[0].office]
        when = ", ".join(in_words((span,)) for span in days)
        why = f"{one.name} was {'acting ' if held else ''}{office.name} {when}"
        start, stop = min(one.office.start, one.start), max(one.office.stop, one.stop)
        entry = f"offices:{office.key}"
        served = ds.union(*(term.days for term in terms))
        named = f"{why}, and is named so at most a year later"
        yield Clue(
            ds.widen(served, _ELECTED, _REMEMBERED), Reason(named, start, stop, entry), ClueKind.IN_OFFICE
        )
        yield Clue(days, Reason(why, start, stop, entry), ClueKind.OFFICE, of=one.key)


def _is_former(known: Understood, one: Reference) -> bool:
    start = one.office.start if one.office else one.start
    before = _TOKEN.findall(known.text[max(0, start - 20) : start])
    own = _TOKEN.findall(one.office.text) if one.office else []
    words = [word.lower().strip("-") for word in (*before[-2:], *own[:1])]
    head = one.office is not None and known.knowledge.roles[one.office.role].rank == "head-of-state"
    return any(word in known.prose.former or (head and word in known.prose.founding) for word in words)


def _is_acting(known: Understood, office: OfficePhrase) -> bool:
    """Whether the office is held for the time being: "acting" in it or right before it."""
    if known.prose.acting.search(office.text):
        return True
    found = known.prose.acting.finditer(known.text, max(0, office.start - _BEFORE), office.start)
    return any(not known.text[one.end() : office.start].strip(" .") for one in found)
