"""Every gazetteer name in a text: countries, places, bodies, people, offices, happenings.

Overlaps are settled inside a kind only (the longest wins): in "Security Council of Belarus" both
the body and the country are found, and the resolver decides what each is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data_model.find.areas import find_areas
from data_model.knowledge.folding import fold, has_cyrillic, is_form_of, is_place
from data_model.knowledge.gazetteer import Name, load_gazetteer
from data_model.knowledge.name_words import load_name_words
from data_model.knowledge.places import METROPOLIS
from data_model.spans import at_offset

# What may stand directly before a number or a name.
_SIGNS = "£$€"
_CYRILLIC = re.compile(r"[А-Яа-яЁё]+")
_HALF = re.compile(r"[А-ЯЁа-яё]+-$")
_LONGEST_HALF = 12
_PLACE_NOUNS = frozenset({"name", "capital", "city", "area"})


@dataclass(frozen=True, slots=True)
class NameHit:
    """Words that stand in the gazetteer, and everything of one kind they may mean."""

    start: int
    stop: int
    text: str
    kind: str
    names: tuple[Name, ...]


def find_names(text: str) -> tuple[NameHit, ...]:
    """Names in order of their place; within a kind no two overlap."""
    gazetteer = load_gazetteer(cyrillic=has_cyrillic(text))
    folded = fold(text, lemmas=gazetteer.lemmas)
    hits: dict[tuple[str, int, int], list[Name]] = {}
    for pattern, left, right in gazetteer.automaton.find_matches_as_indexes(folded.text, overlapping=True):
        if _ends_inside(folded.text, right):
            continue
        start, stop = folded.back(left, right)
        glued = _is_glued(text, start)
        if not glued and _begins_inside(folded.text, left):
            continue
        words = text[start:stop]
        large = words[:1].isupper()
        for name in gazetteer.names[pattern]:
            own = _has_case(words, name) if name.exact else large or not name.capital
            own = own and (name.kind == "role" or not glued)
            if own and _is_own_form(text, start, stop, name):
                hits.setdefault((name.kind, start, stop), []).append(name)
    found = (
        NameHit(start, stop, text[start:stop], kind, tuple(names))
        for (kind, start, stop), names in hits.items()
    )
    areas = (
        NameHit(
            start,
            stop,
            text[start:stop],
            "place",
            (Name("place", "area", code, text[start:stop], size=METROPOLIS),),
        )
        for start, stop, code in find_areas(text)
    )
    return _outside_names(text, keep_longest((*found, *areas)))


def _outside_names(text: str, hits: tuple[NameHit, ...]) -> tuple[NameHit, ...]:
    """Without surnames and titles that are half of another name: "Nur-Sultan", "Sultan bin Saad"."""
    places = tuple(hit for hit in hits if hit.kind == "place")
    filial = load_name_words().filial
    return tuple(
        hit
        for hit in hits
        if hit.kind not in ("person", "role")
        or not (_is_half(hit, places) or (hit.kind == "role" and filial.match(text, hit.stop)))
    )


def _is_half(hit: NameHit, places: tuple[NameHit, ...]) -> bool:
    cover = at_offset(places, hit.start) or at_offset(places, hit.stop - 1)
    inside = cover is not None and cover.start <= hit.start and hit.stop <= cover.stop
    return cover is not None and inside and hit.stop - hit.start < cover.stop - cover.start


def _ends_inside(text: str, stop: int) -> bool:
    """Whether the word goes on behind a match; a sign like "£" may touch a number."""
    return _is_letter(text[stop : stop + 1]) and text[stop - 1] not in _SIGNS


def _begins_inside(text: str, start: int) -> bool:
    """Whether the word begins before a match."""
    return _is_letter(text[start - 1 : start]) and _is_letter(text[start])


def _is_letter(one: str) -> bool:
    return one.isalnum() or one == "_"


def _is_glued(text: str, start: int) -> bool:
    """Whether a page lost the blank before a capital: "Al BusaidiMinister of Foreign Affairs"."""
    return text[start : start + 1].isupper() and text[start - 1 : start].islower()


def _has_case(words: str, name: Name) -> bool:
    """Whether words are written with the very capitals of a name."""
    words, form = words.replace("’", "'"), name.form.replace("’", "'")
    # "the States" may open a sentence.
    small = form[0].islower() and not form.islower()
    return (words[:1].lower() + words[1:] if small else words) == form


def _is_own_form(text: str, start: int, stop: int, name: Name) -> bool:
    """Whether a Russian place of one word stands there in a form of its own, not as half of another's."""
    if name.how not in _PLACE_NOUNS or name.form.isascii() or not _CYRILLIC.fullmatch(name.form):
        return True
    half = _HALF.search(text, max(0, start - _LONGEST_HALF), start)
    if half and is_place(half[0] + text[start:stop]):
        return False
    return is_form_of(text[start:stop], name.form)


def keep_longest(hits: Iterable[NameHit]) -> tuple[NameHit, ...]:
    """The longest hits of each kind: "Union State" wins over "the Union" that overlaps it."""
    kept: list[NameHit] = []
    taken: dict[str, set[int]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.stop, hit.start)):
        places = taken.setdefault(hit.kind, set())
        # All kept so far are as long: what holds a character of this one holds an end of it.
        if hit.start not in places and hit.stop - 1 not in places:
            places.update(range(hit.start, hit.stop))
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: (hit.start, hit.stop, hit.kind)))
