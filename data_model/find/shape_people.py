"""People by shape: a title, a given name, initials, particles, or words of saying beside the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data_model.find.capitals import INITIALS, Page
from data_model.find.shape_bodies import is_acronym
from data_model.knowledge.shapes import ShapeWords, is_given, is_of_syllables

_LONGEST_NAME = 4
# A name that only the words around it tell: from a given name and surname up.
_FULL, _LONGEST_UNTOLD = 2, 3
_AGE_OR_WHO = re.compile(r",\s+(?:\d{1,3},|who\b|whose\b|whom\b)")
_APPOSED = re.compile(r",\s+(?:an?|the|then|former|his|her|their|its)((?:\s+[\w’'-]+){1,6})")
_SUFFIX = re.compile(r",? ")


def is_title(page: Page, at: int) -> bool:
    """Whether a capitalised word is an office or title, not part of a name."""
    word = page.words[at].word.rstrip(".")
    if at in page.known.bodies or at in page.known.lands:
        return False
    if page.words[at].opens and word.lower() in page.tables.roles:
        return True
    if word.partition("-")[0] not in page.tables.titles and at not in page.known.roles:
        return False
    following = page.behind(at + 1) if at + 1 < len(page.words) else ""
    if not following[:1].isupper() and is_given(page.before(at), page.tables):
        return False  # a surname: "Julie Bishop"
    return following not in page.tables.body_heads or following in page.tables.given


def is_titled(page: Page, at: int) -> bool:
    """Whether an office or title stands directly before a place."""
    if not at:
        return False
    before = page.words[at - 1]
    gap = page.text[before.stop : page.words[at].start]
    if before.capital:
        return gap in (" ", "\n") and is_title(page, at - 1)
    return gap in (" ", "\n", ", ") and before.word in page.tables.roles


def resolve_person(page: Page, lo: int, hi: int, *, titled: bool) -> tuple[int, int, str] | None:
    """The person in a run of names, with the clue; None when nothing tells one."""
    if page.before(lo) in page.tables.namesakes or page.words[lo].word in page.tables.namesakes:
        return None
    start = _without_origin(page, lo, hi)
    start = _at_given_name(page, start, hi)
    stop = min(hi, _with_suffix(page, start, hi))
    words = [page.words[at].word for at in range(start, stop)]
    if not words or not _may_be_person(page, start, stop) or _names_place(page, start, stop):
        return None
    clue = _clue(page, start, stop, titled=titled)
    if not clue:
        return None
    return start, max(stop, _with_suffix(page, start, stop)), clue


def _names_place(page: Page, lo: int, hi: int) -> bool:
    """Whether a name is that of what stands behind it in small letters: "at Don Mueang airport"."""
    noun, tables = page.behind(hi), page.tables
    return noun.islower() and noun.title() in tables.place_heads and page.before(lo) in tables.prepositions


def _without_origin(page: Page, lo: int, hi: int) -> int:
    """Behind the country or body someone is introduced with: "Iraqi", "CNN"."""
    known, start = page.known, lo
    while hi - start > 1 and (
        start in known.lands
        or start in known.adjectives
        or start in known.bodies
        or page.words[start].word in page.tables.peoples
        or is_acronym(page, start)
    ):
        start += 1
    return start


def _at_given_name(page: Page, lo: int, hi: int) -> int:
    """At the given name inside a run that begins with something else: "Foreign Affairs Jane Roe"."""
    tables = page.tables
    for at in range(lo + 1, hi - 1):
        before = page.words[at - 1].word
        if is_given(page.words[at].word, tables) and (
            before in tables.other_heads or before in tables.body_heads or before in tables.place_heads
        ):
            return at
    return lo


def _with_suffix(page: Page, start: int, stop: int) -> int:
    """Behind "Jr." and the like; a name has no more words than a name can have."""
    parts, at = 0, start
    while at < stop:
        parts += page.words[at].word.lower() not in page.tables.particles
        if parts > _LONGEST_NAME:
            return at
        at += 1
    if at < len(page.words) and page.words[at].word.rstrip(".") in page.tables.person_suffixes:
        gap = page.text[page.words[at - 1].stop : page.words[at].start]
        return at + 1 if _SUFFIX.fullmatch(gap) else at
    return at


def _may_be_person(page: Page, lo: int, hi: int) -> bool:
    tables, known = page.tables, page.known
    first, last = page.words[lo].word, page.words[hi - 1].word
    if last in tables.place_heads or last in tables.other_heads or first in tables.other_openers:
        return False
    if last in tables.body_heads and not is_given(first, tables):
        return False
    if any(at in known.adjectives or at in known.bodies for at in range(lo, hi)):
        return False
    if any(any(sign.isdigit() for sign in page.words[at].word) for at in range(lo, hi)):
        return False
    if hi - lo > 1:
        return True
    body = (
        last in tables.alone
        or last in tables.alone_inside
        or last in tables.body_heads
        or is_acronym(page, lo)
    )
    return not (body or lo in known.lands or last in tables.peoples)


def _clue(page: Page, lo: int, hi: int, *, titled: bool) -> str:
    """What tells that a run is a person, "" when nothing does."""
    tables = page.tables
    words = [page.words[at].word for at in range(lo, hi)]
    if titled:
        return "title"
    whole_place = (lo, hi) in page.known.places or all(at in page.known.lands for at in range(lo, hi))
    if len(words) > 1 and not whole_place:
        if is_given(words[0], tables):
            return "given name"
        if _is_family_first(words, tables):
            return "family name"
        if any(INITIALS.fullmatch(word) for word in words[:-1]) and not INITIALS.fullmatch(words[-1]):
            return "initial"
    towns = all(at in page.known.towns or at in page.known.lands for at in range(lo, hi))
    if _is_somewhere(page, lo) or whole_place or towns or page.words[lo].word in tables.place_openers:
        return ""
    if len(words) > 1 and _has_particle(page, lo, hi):
        return "particle"
    return _clue_around(page, lo, hi)


def _is_family_first(words: Sequence[str], tables: ShapeWords) -> bool:
    """Whether a name is of an order with the family name first: "Bae Soo-yeon", "Tran Quoc Bao"."""
    if len(words) == _FULL and is_of_syllables(words[1], tables) and words[0].isalpha():
        return True
    return words[0] in tables.family_first and len(words) <= _LONGEST_UNTOLD


def _has_particle(page: Page, lo: int, hi: int) -> bool:
    tables = page.tables
    if page.words[lo].word in tables.person_openers:
        return page.before(lo) != "the"
    return any(
        word in tables.particles or word.partition("-")[0] in tables.articles
        for word in (page.words[at].word for at in range(lo + 1, hi))
    )


def _clue_around(page: Page, lo: int, hi: int) -> str:
    """What the words around a run of two or three say: "Jane Roe said", "Jane Roe, 42"."""
    tables = page.tables
    owned = bool(lo) and page.words[lo - 1].owns
    if (
        owned
        or page.before(lo).lower() in ("the", "a", "an")
        or any(at in page.known.lands for at in range(lo, hi))
    ):
        return ""
    spoken = page.behind(hi) in tables.speech if hi < len(page.words) else False
    asked = page.before(lo) in tables.speech
    if hi - lo == 1:
        given = is_given(page.words[lo].word, tables)
        known = lo in page.known.towns or (page.words[lo].word.endswith("s") and not given)
        return "speech" if spoken and (given or not page.words[lo].opens) and not known else ""
    if spoken or asked:
        return "speech"
    if page.before(lo) in tables.meeting or page.behind(hi) in tables.meeting:
        return "meeting"
    if hi - lo > _LONGEST_UNTOLD:
        return ""
    explained = _is_explained(page, page.words[hi - 1].stop) or _is_given_office(page, hi)
    return "apposition" if explained else ""


def _is_given_office(page: Page, at: int) -> bool:
    """Whether an office of nobody else follows: ", Permanent Representative of", not ", President X"."""
    if at >= len(page.words) or page.text[page.words[at - 1].stop : page.words[at].start] != ", ":
        return False
    stop = at
    while stop < len(page.words) and stop in page.known.roles:
        stop += 1
    return stop > at and page.behind(stop) in page.tables.links


def _is_explained(page: Page, stop: int) -> bool:
    """Whether an age, "who" or somebody's work follows: ", 42,", ", a retired teacher"."""
    if _AGE_OR_WHO.match(page.text, stop):
        return True
    apposed = _APPOSED.match(page.text, stop)
    return apposed is not None and not page.tables.roles.isdisjoint(apposed[1].split())


def _is_somewhere(page: Page, lo: int) -> bool:
    """Whether the words before say where: "in", "near", "the village of"."""
    before = page.before(lo).lower()
    return before in page.tables.prepositions or (
        before == "of" and page.before(lo - 1) in page.tables.place_nouns
    )


def seems_person(page: Page, lo: int, hi: int) -> bool:
    """Whether two or three words that nothing tells may still be a person: no place, no plural, no "the"."""
    if (
        not _FULL <= hi - lo <= _LONGEST_UNTOLD
        or _is_somewhere(page, lo)
        or page.before(lo).lower() in ("the", "a", "an")
    ):
        return False
    words = [page.words[at].word for at in range(lo, hi)]
    known, tables = page.known, page.tables
    if page.before(lo) in tables.namesakes:
        return False
    if any(
        at in known.lands or at in known.towns or at in known.adjectives or at in known.bodies
        for at in range(lo, hi)
    ):
        return False
    if not all((word.isalpha() and word[1:].islower()) or "-" in word for word in words):
        return False
    return not any(
        word in tables.place_heads
        or word in tables.place_openers
        or word in tables.other_heads
        or word in tables.body_heads
        or word in tables.peoples
        or word in tables.other_openers
        for word in words
    )


def is_lone_name(page: Page, at: int) -> bool:
    """Whether a word alone, not the first of its sentence, is a given name or a registered surname."""
    word, tables = page.words[at], page.tables
    if word.opens or at in page.known.towns or word.word in tables.peoples or _is_somewhere(page, at):
        return False
    return at in page.known.surnames or is_given(word.word, tables)
