"""The words of a text as names need them, and the runs of capitalised ones among them.

A word keeps the full stop of an abbreviation ("Gen.", "U.S.") and loses its possessive ("Roe’s") and
what is hyphenated behind it in small letters ("Paris-based").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from data_model.find.names import NameHit
from data_model.knowledge.gazetteer import Name
from data_model.knowledge.places import METROPOLIS
from data_model.knowledge.shapes import ShapeWords, is_of_syllables, load_shape_words
from data_model.spans import Stretch, holding

# Initials with their stops ("U.S.", "J.D."), a word with what is glued into it, an ordinal.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|[^\W\d_]\.[^\W\d_]\b"
    r"|[^\W\d_](?:\w|['’&-](?=\w)|(?<=s)['’](?= [A-Z]))*\.?|(?<!\d)\d{1,4}(?:st|nd|rd|th)\b"
)
_POSSESSIVES = ("'s", "’s")
_APOSTROPHES = "'’"
# "J.", "J.D.", and what cannot be a word of two letters: "Th.", "Yu.".
INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+|[A-Z][bcdfghjklmnpqrstvwxz]\.|Y[aeu]\.")
_SENTENCE_SIGNS = frozenset('.!?:;“"«•*—–-|')
_NICKNAME = re.compile(r' ["“]\w[\w.]*["”] (?=[A-Z])')
_CLOSING = re.compile(r'["”] ')
_LAYERS = ("lands", "towns", "adjectives", "roles", "surnames", "bodies")
_WRAPPED_LINE = re.compile(r"[\w,]\n(?=[\w“\"])")
_LINE = re.compile(r"[^\n]+")
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")
_ENOUGH_WORDS = 5
_PARTICLES = 2
_LONGEST_WRAPPED, _SHORTEST_WRAPPED = 100, 40


class Word(NamedTuple):
    """A word of the text: there are many of them.

    Attributes:
        word: As written, without possessive.
        capital: Whether it begins like a name.
        joined: Whether one blank, or the end of a wrapped line, parts it from the word before.
        opens: Whether a sentence, line or quotation begins with it.
        owns: Whether it is possessive.
        cut: Whether something hyphenated was cut off behind it.
        shouted: Whether its whole line is written with capitals: they mean nothing there.
    """

    start: int
    stop: int
    word: str
    capital: bool
    joined: bool
    opens: bool
    owns: bool = False
    cut: bool = False
    shouted: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the gazetteer says of the words, as places in the sequence of words.

    Attributes:
        lands: Countries, regions, capitals and cities of millions, by name.
        towns: Other places, often surnames too.
        places: First and last place of each name of a place.
        adjectives: Countries by adjective or demonym.
        roles: Offices written with a capital.
        surnames: Surnames of registered people.
        bodies: Registered organizations.
    """

    lands: frozenset[int]
    towns: frozenset[int]
    places: frozenset[tuple[int, int]]
    adjectives: frozenset[int]
    roles: frozenset[int]
    surnames: frozenset[int]
    bodies: frozenset[int]


@dataclass(frozen=True, slots=True)
class Page:
    """A text as names need it: its words, what the gazetteer knows of them, and the tables."""

    text: str
    words: tuple[Word, ...]
    known: Known
    tables: ShapeWords

    def joined(self, at: int) -> bool:
        """Whether a word follows the one before it with nothing but a blank between."""
        return 0 < at < len(self.words) and self.words[at].joined

    def before(self, at: int) -> str:
        """The word before, as written, "" when a sign or a line parts them."""
        return self.words[at - 1].word if self.joined(at) else ""

    def behind(self, at: int) -> str:
        """The word at a place that continues what ends there, "" when it does not."""
        if at >= len(self.words):
            return ""
        glued = self.joined(at) and not self.words[at - 1].owns and not self.words[at - 1].cut
        return self.words[at].word if glued else ""


def read_page(text: str, hits: Iterable[NameHit]) -> Page:
    """The words of a text and what the gazetteer's hits say of them."""
    tables = load_shape_words()
    words = find_words(text, tables)
    return Page(text, words, mark_known(words, hits), tables)


def find_words(text: str, words: ShapeWords) -> tuple[Word, ...]:
    """Every word of the text in order."""
    wrapped = _is_wrapped(text)
    headlines = () if wrapped else tuple(_headlines(text))
    found: list[Word] = []
    last, nicknamed = 0, False
    for match in _WORD.finditer(text):
        start, word, owns, cut = match.start(), match.group(), False, False
        if not word.isalpha():
            word, owns, cut = _trimmed(word, words)
        gap = text[last:start]
        joined = bool(found) and _joins(gap, found[-1].word, wrapped=wrapped, nicknamed=nicknamed)
        nicknamed = not joined and gap[:1] == " " and _NICKNAME.match(text, last) is not None
        goes_on = bool(found) and (joined or nicknamed)
        found.append(
            Word(
                start,
                start + len(word),
                word,
                capital=word[0].isupper() or ("-" in word and _has_article(word, words)),
                joined=goes_on,
                opens=not goes_on and (not found or _opens(gap, wrapped=wrapped)),
                owns=owns,
                cut=cut,
                shouted=bool(headlines) and holding(headlines, start) is not None,
            )
        )
        last = start + len(word) + (len(_POSSESSIVES[0]) if owns else 0)
    return tuple(found)


def _joins(gap: str, before: str, *, wrapped: bool, nicknamed: bool) -> bool:
    """Whether a word goes on where the one before it ends: over a blank, "J.Roe", behind a nickname."""
    return (
        gap in (" ", " & ")
        or (wrapped and gap == "\n")
        or (not gap and INITIALS.fullmatch(before) is not None)
        or (nicknamed and _CLOSING.fullmatch(gap) is not None)
    )


def _headlines(text: str) -> Iterator[Stretch]:
    """Lines in which nearly every word has a capital, a list of names aside."""
    for line in _LINE.finditer(text):
        words = line.group()
        if words.endswith(".") or "(" in words or words.count(",") > 1:
            continue
        long = _LONG_WORD.findall(words)
        if len(long) >= _ENOUGH_WORDS and 4 * sum(word[0].isupper() for word in long) >= 3 * len(long):
            yield Stretch(*line.span())


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken to a width, so that one may end inside a name."""
    lines = [len(line) for line in text.splitlines() if line]
    return (
        len(lines) > 1
        and max(lines) <= _LONGEST_WRAPPED
        and sum(lines) / len(lines) >= _SHORTEST_WRAPPED
        and 2 * len(_WRAPPED_LINE.findall(text)) > len(lines)
    )


def _trimmed(word: str, words: ShapeWords) -> tuple[str, bool, bool]:
    if word[-1] in _APOSTROPHES:  # of a plural, part of the name only in "the Workers' Party"
        return word if word[:-1] in words.body_owners else word[:-1], False, False
    owns = word.endswith(_POSSESSIVES) and word[:-2] not in words.body_owners
    if owns:
        word = word[:-2]
    elif word[-1] == "." and not INITIALS.fullmatch(word):
        bare = word[:-1]
        if (
            bare not in words.titles
            and bare not in words.firms
            and (bare.isupper() or bare not in words.person_suffixes)
        ):
            word = bare
    head, hyphen, tail = word.partition("-")
    attached = hyphen and tail[:1].islower() and head[:1].isupper() and head not in words.articles
    if attached and not is_of_syllables(word, words):
        return head, False, True
    return word, owns, False


def _opens(gap: str, *, wrapped: bool) -> bool:
    return not _SENTENCE_SIGNS.isdisjoint(gap) or ("\n" in gap and not wrapped) or "\n " in gap


def _has_article(word: str, words: ShapeWords) -> bool:
    """Whether a word begins with a small article: "al-Assad"."""
    head, hyphen, tail = word.partition("-")
    return bool(hyphen) and head in words.articles and tail[:1].isupper()


def mark_known(tokens: Sequence[Word], hits: Iterable[NameHit]) -> Known:
    """Which words the gazetteer's hits cover."""
    starts = [token.start for token in tokens]
    found: dict[str, set[int]] = {layer: set() for layer in _LAYERS}
    places: set[tuple[int, int]] = set()
    for hit in hits:
        layer = _layer(hit)
        if not layer:
            continue
        first = at = bisect_left(starts, hit.start)
        while at < len(tokens) and tokens[at].start < hit.stop:
            found[layer].add(at)
            at += 1
        if hit.kind == "place":
            places.add((first, at))
    return Known(places=frozenset(places), **{layer: frozenset(one) for layer, one in found.items()})


def _layer(hit: NameHit) -> str:
    name: Name = hit.names[0]
    if hit.kind == "block":
        return "lands" if name.how == "historical" else ""
    if hit.kind == "country":
        return "adjectives" if name.how in ("adjective", "demonym") else "lands"
    if hit.kind == "region":
        return "lands" if hit.text[:1].isupper() else ""
    if hit.kind == "place":
        large = name.how != "city" or any(one.size >= METROPOLIS for one in hit.names)
        return "lands" if large else "towns"
    if hit.kind == "role":
        return "roles" if hit.text[:1].isupper() else ""
    if hit.kind == "person":
        return "surnames" if name.how == "surname" else ""
    sure = hit.kind == "organization" and name.how in ("full", "abbr")
    return "bodies" if sure else ""


def find_runs(page: Page) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, small particles inside included, as places in the sequence."""
    tokens, words = page.words, page.tables
    at, count = 0, len(tokens)
    while at < count:
        if not _may_name(tokens[at], words):
            at += 1
            continue
        stop = at + 1
        while stop < count and tokens[stop].joined and not (tokens[stop - 1].owns or tokens[stop - 1].cut):
            if _is_cyrillic(tokens[stop]) != _is_cyrillic(tokens[at]):
                break  # no name is of two alphabets
            if _may_name(tokens[stop], words):
                stop += 1
            elif (end := _behind_particles(tokens, stop, words)) is not None:
                stop = end
            else:
                break
        yield at, stop
        at = stop


def _is_cyrillic(token: Word) -> bool:
    return "\u0400" <= token.word[0] <= "\u04ff"


def _behind_particles(tokens: Sequence[Word], at: int, words: ShapeWords) -> int | None:
    """Behind the name that small particles lead to: "von der Leyen"; None when they lead to none."""
    inner = at
    while inner < len(tokens) and tokens[inner].joined and inner - at <= _PARTICLES:
        word = tokens[inner].word
        if word[0].isdigit() and inner == at:
            inner += 1
            continue
        if word not in words.particles:
            break
        inner += 1
    if inner == at or inner >= len(tokens):
        return None
    return inner + 1 if tokens[inner].joined and _may_name(tokens[inner], words) else None


def _may_name(token: Word, words: ShapeWords) -> bool:
    return (
        token.capital
        and token.word not in words.calendar
        and (token.word.lower() not in words.function or (token.word.isupper() and len(token.word) > 1))
    )
