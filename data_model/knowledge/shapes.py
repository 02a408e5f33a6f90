"""name_shapes.toml and given_names.toml: the words that tell persons, bodies and places by their shape."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from data_model.knowledge.files import read_file
from data_model.knowledge.folding import grammar_of
from data_model.knowledge.verbs import base_of, is_base

Words = frozenset[str]
# As Korean and Chinese given names are written: two syllables of few letters.
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,4}-[a-z]{2,5}(?:['’]s)?")
# Hardly a given name ends so: "Reportedly", "Visiting", "Emboldened".
_NO_NAME = ("ly", "ing", "ed")


@dataclass(frozen=True, slots=True)
class ShapeWords:
    """The clues of the two files, each a set of words (field = table_list)."""

    function: Words
    calendar: Words
    attached: Words
    things: Words
    given: Words
    titles: Words
    roles: Words
    particles: Words
    person_openers: Words
    articles: Words
    namesakes: Words
    person_suffixes: Words
    speech: Words
    meeting: Words
    family_first: Words
    body_heads: Words
    body_openers: Words
    body_owners: Words
    firms: Words
    alone: Words
    alone_inside: Words
    phrases: Words
    links: Words
    generic: Words
    stems: Words
    employing: Words
    staff: Words
    body_nouns: Words
    small_heads: Words
    small_middles: Words
    small_bodies: Words
    place_heads: Words
    place_openers: Words
    prepositions: Words
    place_nouns: Words
    other_heads: Words
    other_openers: Words
    peoples: Words


@lru_cache(maxsize=1)
def load_shape_words() -> ShapeWords:
    """Read both files of the package."""
    tables = read_file("name_shapes.toml")
    words, person, body = tables["words"], tables["person"], tables["body"]
    place, other = tables["place"], tables["other"]
    return ShapeWords(
        function=_set(words["function"]),
        calendar=_set(words["calendar"]),
        attached=_set(words["attached"]),
        things=_set(words["acronyms_of_things"]) | frozenset(Locale("en").currencies),
        given=_set(read_file("given_names.toml")["names"]),
        titles=_set(person["titles"]),
        roles=_set(person["roles"]),
        particles=_set(person["particles"]),
        person_openers=_set(person["openers"]),
        namesakes=_set(person["namesakes"]),
        articles=_set(person["articles"]),
        person_suffixes=_set(person["suffixes"]),
        speech=_set(person["speech"]),
        meeting=_set(person["meeting"]),
        family_first=_set(person["family_first"]),
        body_heads=_set(body["heads"]),
        body_openers=_set(body["openers"]),
        body_owners=_set(body["owners"]),
        firms=_set(body["suffixes"]),
        alone_inside=_set(body["alone_inside"]),
        alone=_set(body["alone"]),
        phrases=_phrases(body["phrases"]),
        stems=_set(body["stems"]),
        staff=_set(body["staff"]),
        body_nouns=_set(body["nouns"]),
        employing=_set(body["employing"]),
        generic=_set(body["generic"]),
        links=_set(body["links"]),
        small_heads=_set(body["small_heads"]),
        small_middles=_set(body["small_middles"]),
        small_bodies=_phrases(body["small_bodies"]),
        place_heads=_set(place["heads"]),
        place_openers=_set(place["openers"]),
        place_nouns=_set(place["nouns"]),
        prepositions=_set(place["prepositions"]),
        other_heads=_set(other["heads"]),
        other_openers=_set(other["openers"]),
        peoples=_set(other["peoples"]),
    )


def is_given(word: str, words: ShapeWords) -> bool:
    """Whether a word is a given name: "José" is listed as "Jose", Russian ones are in the dictionary."""
    word = word.partition("-")[0].title()
    if word.isascii():
        return word in words.given
    if "а" <= word[1:2] <= "я":
        return "Name" in grammar_of(word.lower())
    plain = (sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    return "".join(plain) in words.given


def is_of_syllables(word: str, words: ShapeWords) -> bool:
    """Whether a word is a given name of two syllables: "Soo-yeon", not "Paris-based"."""
    head, _, tail = word.lower().partition("-")
    plain = base_of(tail) or head in words.function or not words.attached.isdisjoint((head, tail))
    return _SYLLABLES.fullmatch(word) is not None and not plain


def may_be_given(word: str) -> bool:
    """Whether the first word of a sentence is in front of a surname rather a given name than another word."""
    if not word.isascii():
        return is_given(word, load_shape_words())
    table, low = load_shape_words(), word.lower()
    if word in table.given:
        return True
    plain = low in table.function or word in table.calendar or word in table.titles or low in table.roles
    return not (plain or base_of(low) or is_base(low) or low.endswith(_NO_NAME))


def _set(text: str) -> Words:
    return frozenset(text.split())


def _phrases(text: str) -> Words:
    return frozenset(one.strip() for line in text.splitlines() for one in line.split("|") if one.strip())
