"""The words of a sentence in another language with their English, by table and registers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data_model.assemble.drafts import reach_of
from data_model.assemble.names_told import called
from data_model.assemble.wording import listed
from data_model.dating.scene import Scene
from data_model.knowledge.folding import forms_of, grammar_of, lemma_of
from data_model.knowledge.places import country_name
from data_model.knowledge.title_words import Glosses
from data_model.resolve.countries import CountryMention
from data_model.spans import within

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[,;:.()«»\"—–]")
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct", "loc2", "gen2"})
_ACTING = frozenset({"name", "abbr", "capital", "metonym", "demonym"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a name of several.

    Attributes:
        part: side · date · verb · infinitive · noun · quality · lead · and · not · future · opens · sign ·
            word.
        said: In English.
        marks: The marks of its form (OpenCorpora).
        many: Whether it is a plural.
        place: Whether it may be where something was.
        city: Whether it is a city, which does nothing itself.
        named: Whether a noun says whose it is: "minister of Chad".
        event: Whether it takes place, begins and ends.
        nominative: The same word as the nominative that its form may be, too.
    """

    start: int
    stop: int
    part: str
    said: str
    marks: frozenset[str]
    many: bool = False
    place: bool = False
    city: bool = False
    named: bool = False
    event: bool = False
    nominative: Piece | None = None


def read_pieces(scene: Scene, start: int, stop: int, table: Glosses) -> tuple[Piece, ...]:
    """The words between two offsets, names and days as one each."""
    names = _names(scene, start, stop)
    found: list[Piece] = []
    hits = list(_TOKEN.finditer(scene.text, start, stop))
    at = skip = 0
    for number, hit in enumerate(hits):
        while at < len(names) and names[at].stop <= hit.start():
            at += 1
        if at < len(names) and names[at].start < hit.end():
            if not found or found[-1] != names[at]:
                found.append(names[at])
        elif number >= skip:
            follows = hits[number + 1].group() if number + 1 < len(hits) else ""
            piece, took = _read_word(hit, follows, table, found)
            found.append(piece)
            skip = number + took
    return tuple(found)


def _read_word(
    hit: re.Match[str], follows: str, table: Glosses, before: Sequence[Piece]
) -> tuple[Piece, int]:
    """A word in English, and how many words it is."""
    low = hit.group().lower().replace("ё", "е")
    word = Piece(hit.start(), hit.end(), "word", low, frozenset())
    if not low[0].isalpha():
        # "146 prisoners": a figure stands in front of what it counts
        return replace(word, part="quality" if low.isdigit() else "sign"), 1
    lemma = lemma_of(low)
    word = replace(word, marks=grammar_of(low), many="plur" in grammar_of(low))
    if {"VERB", "PRTS", "INFN"} & word.marks:
        pair = f"{lemma} {lemma_of(follows.lower())}"
        known = pair if pair in table.verbs else lemma
        return _read_verb(word, known, table, before), len(known.split())
    for part, words in (("not", table.negation), ("and", table.ands)):
        if low in words:
            return replace(word, part=part, said=part), 1
    for part, lemmas in (("future", table.future), ("opens", table.opens)):
        if lemma in lemmas:
            return replace(word, part=part, said=""), 1
    if low in table.leads:
        return replace(word, part="lead", said=table.leads[low]), 1
    if "NOUN" in word.marks and lemma in table.nouns:
        return _read_noun(word, low, table.nouns[lemma], table), 1
    if lemma in table.qualities:
        return replace(word, part="quality", said=table.qualities[lemma]), 1
    return word, 1


def _read_verb(word: Piece, lemma: str, table: Glosses, before: Sequence[Piece]) -> Piece:
    """A verb that is known; an infinitive only behind what makes it one of what is to come."""
    ahead = any(one.part == "future" for one in before[-3:])
    if lemma in table.future and ("past" not in word.marks or lemma not in table.verbs):
        return replace(word, part="future", said="")
    if lemma not in table.verbs:
        return replace(word, part="opens", said="")
    bare = "INFN" in word.marks and not ahead
    return replace(word, part="infinitive" if bare else "verb", said=table.verbs[lemma])


def _read_noun(word: Piece, low: str, gloss: str, table: Glosses) -> Piece:
    one, _, several = gloss.partition(" | ")
    noun = replace(word, part="noun", said=several or one if word.many else one, event=one in table.events)
    form = next((each for each in forms_of(low) if (each.part, each.case) == ("NOUN", "nomn")), None)
    if form is None:
        return noun
    said = several or one if form.plural else one
    return replace(noun, nominative=replace(noun, marks=noun.marks | {"nomn"}, many=form.plural, said=said))


def _names(scene: Scene, start: int, stop: int) -> list[Piece]:
    """Sides, places and days by their English names, none inside another; no office inside a body."""
    bodies = within(scene.organizations, start, stop)
    found = [*_people(scene, start, stop), *_offices(scene, start, stop)]
    found = [
        one
        for one in found
        if one.part == "side" or not any(b.start < one.stop and one.start < b.stop for b in bodies)
    ]
    for body in bodies:
        entry = scene.knowledge.organizations[body.key]
        name = entry.name if entry.parent or not entry.abbr else entry.abbr
        found.append(Piece(body.start, body.stop, "side", name, _case(body.text.split()[0])))
    found += [_place(one) for one in within(scene.countries, start, stop)]
    found += [Piece(one.start, one.stop, "date", "", frozenset()) for one in within(scene.dates, start, stop)]
    kept: list[Piece] = []
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.stop)):
        if not kept or piece.start >= kept[-1].stop:
            kept.append(piece)
    return kept


def _people(scene: Scene, start: int, stop: int) -> Iterator[Piece]:
    for one in within(scene.references, start, stop):
        if one.how != "pronoun":
            first, last = reach_of(one)
            # The dictionary knows given names better than surnames.
            head = one.text.split()[0] if one.named else scene.text[first:last].split()[0]
            yield Piece(first, last, "side", called(scene, one.name, one.key), _case(head))


def _offices(scene: Scene, start: int, stop: int) -> Iterator[Piece]:
    """Offices nobody is named beside: "министры иностранных дел Чада"."""
    for office in within(scene.offices, start, stop):
        role, marks = scene.knowledge.roles[office.role], _case(office.text.split()[0])
        group = office.how in ("plural", "group")
        many = group or "plur" in marks
        words = next((word for word in (*role.plurals, *role.group_words) if word.isascii()), "")
        words = words if many else next((word.lower() for word in role.words if word.isascii()), "")
        where = [country_name(code) for code in office.countries or filter(None, (office.country,))]
        if words and (group or office.how == "word"):
            said = f"{words} of {listed(where)}" if where else words
            part = "side" if group else "noun"
            yield Piece(office.start, office.stop, part, said, marks, many, named=bool(where))


def _place(one: CountryMention) -> Piece:
    acts = bool(one.city) or one.how in _ACTING
    name, marks = one.city or country_name(one.code), _case(one.text.split()[-1])
    return Piece(
        one.start, one.stop, "side" if acts else "word", name, marks, place=acts, city=bool(one.city)
    )


def _case(word: str) -> frozenset[str]:
    """The cases a name may stand in; one that has no forms stands in each."""
    marks = grammar_of(word.strip('«»"().,').lower())
    return marks if marks & _CASES and "Fixd" not in marks else frozenset({"nomn", "gent", "ablt"})
