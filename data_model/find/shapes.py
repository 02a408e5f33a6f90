"""People and bodies nobody registered, told by the shape of their names and by the words around them.

One pass over the runs of capitalised words gives the names that a clue tells: a title, a given name, the
head of a body. A second one gives those that only the rest of the text tells: the surname of somebody
named in full, the firm without its "Inc.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data_model.find.capitals import Page, find_runs, read_page
from data_model.find.names import NameHit
from data_model.find.shape_bodies import find_body_clue, find_small_bodies, is_plural, resolve_body
from data_model.find.shape_people import is_lone_name, is_title, is_titled, resolve_person, seems_person

_FULL_NAME = 2
# The clue of a guess.
ONLY_CAPITALS = "two words"
# What tells a person in a headline too, where every word has a capital.
_PLAIN_CLUES = ("given name", "initial")
_BRACKET = re.compile(r' \(["“]?([A-Z][A-Za-z]{0,3}[A-Z])["”]?\)')


@dataclass(frozen=True, slots=True)
class NameShape:
    """A name told by its shape.

    Attributes:
        kind: person · organization.
        clue: What told it: title, given name, initial, particle, speech, apposition, two words, surname
            (people); head, firm, acronym, alone, country, employer, noun, again, plural (bodies).
        reader: The plugged-in reader that found it, "" for the rules of this module.
    """

    start: int
    stop: int
    text: str
    kind: str
    clue: str
    reader: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Places of words that may be one name; `clue` is "" while nothing tells what it is."""

    lo: int
    hi: int
    kind: str = ""
    clue: str = ""


def find_shapes(text: str, hits: Sequence[NameHit]) -> tuple[NameShape, ...]:
    """Names of people and bodies in order; no two overlap.

    Args:
        text: The text.
        hits: What the gazetteer holds of it: a country is no person.
    """
    page = read_page(text, hits)
    pieces = [
        *_each_piece(page),
        *(_Piece(lo, hi, "organization", "country") for lo, hi in find_small_bodies(page)),
    ]
    told = _Memory.of(page, pieces)
    found: list[NameShape] = []
    for piece in sorted(pieces, key=lambda one: (one.lo, -one.hi)):
        kind, clue = (piece.kind, piece.clue) if piece.clue else told.resolve(page, piece)
        if kind == "person" and " ".join(_words(page, piece)) in told.things:
            continue
        if clue and not (found and found[-1].stop > page.words[piece.lo].start):
            start, stop = page.words[piece.lo].start, page.words[piece.hi - 1].stop
            found.append(NameShape(start, stop, text[start:stop], kind, clue))
    return tuple(found)


def _each_piece(page: Page) -> Iterator[_Piece]:
    """What the runs of the text are cut into, told or not."""
    reached = 0
    for start, stop in find_runs(page):
        for lo, hi in _between_titles(page, max(start, reached), stop):
            for piece in _pieces(page, max(lo, reached), hi):
                yield piece
                reached = max(reached, piece.hi)


def _between_titles(page: Page, start: int, stop: int) -> Iterator[tuple[int, int]]:
    lo = start
    for at in range(start, stop):
        if is_title(page, at):
            if lo < at:
                yield lo, at
            lo = at + 1
    if lo < stop:
        yield lo, stop


def _pieces(page: Page, lo: int, hi: int) -> Iterator[_Piece]:
    """The body of a run and what is before and behind it, or its person, or the run untold."""
    if lo >= hi:
        return
    told = _told(page, lo, hi)
    if told is None and hi - lo > 1 and page.words[lo].word in page.tables.body_heads:
        told = _Piece(lo, lo + 1)  # "Council Jane Roe": the end of a body told elsewhere
    if told is None:
        yield _Piece(lo, hi)
        return
    if lo < told.lo and told.kind == "organization":
        yield from _pieces(page, lo, told.lo)
    yield told
    yield from _pieces(page, told.hi, hi)


def _told(page: Page, lo: int, hi: int) -> _Piece | None:
    """The first name of a run that a clue tells."""
    titled = is_titled(page, lo)
    if not (titled and hi - lo <= _FULL_NAME and not _is_firm(page, hi)):
        body = resolve_body(page, lo, hi)
        if body is not None:
            # In a headline anything may stand before a head: "Soldiers Seized Radio".
            clue = "headline" if body[2] == "head" and page.words[body[0]].shouted else body[2]
            return _Piece(body[0], body[1], "organization", clue)
    person = resolve_person(page, lo, hi, titled=titled)
    if person is None or (page.words[lo].shouted and person[2] not in _PLAIN_CLUES):
        return None
    return _Piece(person[0], person[1], "person", person[2])


def _is_firm(page: Page, hi: int) -> bool:
    return page.words[hi - 1].word.rstrip(".") in page.tables.firms


@dataclass(frozen=True, slots=True)
class _Memory:
    """What the told names say of the untold ones of the same text.

    Attributes:
        names: Surnames, and given names that stand alone later.
        bodies: Firms without their ending, acronyms in brackets behind a body, and names that the words
            around one of them told.
        things: What the word in front of one of them says to be a street, a broadcaster, a saint's.
    """

    names: frozenset[str]
    bodies: frozenset[str]
    things: frozenset[str]

    @classmethod
    def of(cls, page: Page, pieces: Sequence[_Piece]) -> _Memory:
        """What the pieces of a text teach."""
        names = {name for one in pieces if one.kind == "person" for name in _short_names(page, one)}
        bodies = {name for one in pieces if one.kind == "organization" for name in _short_bodies(page, one)}
        for one in pieces:
            words = _words(page, one)
            if not one.clue and words[-1] not in names and find_body_clue(page, one.lo, one.hi):
                bodies.add(" ".join(words))
        called = (one for one in pieces if page.before(one.lo) in page.tables.namesakes)
        things = frozenset(" ".join(_words(page, one)) for one in called)
        return cls(frozenset(names), frozenset(bodies), things)

    def resolve(self, page: Page, piece: _Piece) -> tuple[str, str]:
        """Kind and clue of an untold piece, both "" when the text does not tell."""
        words = _words(page, piece)
        if len(words) == 1 and piece.lo in page.known.lands:
            return "", ""
        if len(words) == 1 and (words[0] in self.names or is_lone_name(page, piece.lo)):
            return "person", "surname"
        if words[-1] not in self.names and " ".join(words) in self.bodies:
            return "organization", find_body_clue(page, piece.lo, piece.hi) or "again"
        if page.words[piece.lo].shouted:
            return "", ""
        if is_plural(page, piece.lo, piece.hi) and words[-1][:-1] not in self.names:
            return "organization", "plural"
        if seems_person(page, piece.lo, piece.hi):
            return "person", "surname" if words[-1] in self.names else ONLY_CAPITALS
        return "", ""


def _words(page: Page, piece: _Piece) -> list[str]:
    return [page.words[at].word for at in range(piece.lo, piece.hi)]


def _short_names(page: Page, piece: _Piece) -> Iterator[str]:
    """What somebody may be called later: "Roe", "Assad" for "Bashar al-Assad", "Jane"."""
    words = _words(page, piece)
    if words[-1].rstrip(".") in page.tables.person_suffixes and len(words) > 1:
        words.pop()
    yield words[-1]
    article, hyphen, rest = words[-1].partition("-")
    if hyphen and article in page.tables.articles:
        yield rest
    if len(words) > 1 and words[0].isalpha() and words[0] not in page.tables.person_openers:
        yield words[0]


def _short_bodies(page: Page, piece: _Piece) -> Iterator[str]:
    """What a body may be called later: "Acme" for "Acme Inc.", what stands in brackets behind it."""
    words = _words(page, piece)
    ended = piece.clue == "firm" or (piece.clue in ("head", "headline") and words[-1] in page.tables.stems)
    if ended and not (
        len(words) == _FULL_NAME and (piece.lo in page.known.towns or piece.lo in page.known.lands)
    ):
        yield " ".join(words[:-1])
    bracket = _BRACKET.match(page.text, page.words[piece.hi - 1].stop)
    if bracket:
        yield bracket[1]
