"""The shapes of the knowledge files: one frozen value an entry, named as in the files.

To add a fact, edit the TOML file the docstring names; `load.py` checks it and says what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data_model import days as ds
from data_model.days import Days


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """people/*.toml: a public person and the names met in texts.

    Attributes:
        surname: What a text calls the person by alone, when that is not the last word of the name.
        lone_surname: Whether the surname alone means the person in a text that has neither the full
            name nor the office; not so for names many strangers share.
    """

    key: str
    name: str
    ru: str
    patronymic: str
    patronymic_ru: str
    also: tuple[str, ...]
    country: str
    surname: str
    lone_surname: bool


@dataclass(frozen=True, slots=True)
class Term:
    """offices/*.toml: who held an office on which days (an open end: still in office when checked).

    Attributes:
        days: Every day the term may have lasted: what bounds the date of a text that names it.
        known: The days a source vouches for; fewer where the sources end before the term does. Only
            on these is the holder told from the office alone.
        acting: The days on which it was held for the time being, those before a term began included.
    """

    office: str
    person: str
    days: Days
    known: Days
    acting: Days = ds.NEVER


@dataclass(frozen=True, slots=True)
class Office:
    """offices/*.toml: an office of a country or an organization, with its terms."""

    key: str
    role: str
    country: str
    organization: str
    name: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """organizations/, chairs.toml: a country's membership, or its term in the chair."""

    country: str
    days: Days


@dataclass(frozen=True, slots=True)
class OrganizationEntry:
    """organizations/: a body, its names and members."""

    key: str
    name: str
    abbr: str
    kind: str
    parent: str
    country: str
    family: str
    names: tuple[str, ...]
    abbrs: tuple[str, ...]
    context: tuple[str, ...]
    signs: tuple[str, ...]
    founded: Days
    dissolved: Days
    members: tuple[Member, ...]

    @property
    def media(self) -> bool:
        """Whether it tells what others do, as an agency does."""
        return self.kind == "media"

    @property
    def armed(self) -> bool:
        """Whether it is an armed group, which holds no sessions."""
        return self.kind == "armed-group"


@dataclass(frozen=True, slots=True)
class Metonym:
    """countries.toml: a word that stands for a government ("Kremlin") and the city it is in."""

    text: str
    city: str


@dataclass(frozen=True, slots=True)
class CountryEntry:
    """countries.toml: what CLDR lacks about a country."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    abbrs: tuple[str, ...]
    capital: str
    metonyms: tuple[Metonym, ...]
    unless: tuple[str, ...]
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class City:
    """countries.toml: a city under names GeoNames does not list first ("Geneva", "Kiev")."""

    name: str
    country: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """countries.toml: a region whose name implies countries."""

    name: str
    names: tuple[str, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """roles.toml: words for an office or function; `of_country`: the one country that has a word for it."""

    key: str
    words: tuple[str, ...]
    plurals: tuple[str, ...]
    leader_words: tuple[str, ...]
    group_words: tuple[str, ...]
    rank: str
    scope: str
    of_country: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Topic:
    """topics.toml: a topic, its colour family and the words that give it away.

    Words inside one of the `unless` phrases do not count ("Security Council" is not about security).
    """

    key: str
    name: str
    family: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verb:
    """actions.toml: the forms of one verb, so that its tense can be read off."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


@dataclass(frozen=True, slots=True)
class Action:
    """actions.toml: a kind of action, the event type it makes, and its words.

    Attributes:
        needs: "object" when one of `object_words` must follow, else "".
        object_words: The nouns of which one must follow.
        unless: Words that, close behind, make it another verb.
    """

    key: str
    type: str
    plover: str
    cameo: str
    title: str
    plan: str
    verbs: tuple[Verb, ...]
    nouns: tuple[str, ...]
    ru_verbs: tuple[str, ...]
    ru_nouns: tuple[str, ...]
    needs: str
    object_words: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """happenings.toml: one well-known happening.

    Attributes:
        key: `class:name`, for reasons.
        names: What texts call this very one.
        ordinal: Its number in the series, 0 if none.
        days: When it was; for a holiday that day of every year.
        kind: That of its class ("war", "holiday", "summit").
    """

    key: str
    name: str
    names: tuple[str, ...]
    ordinal: int
    city: str
    country: str
    days: Days
    kind: str


@dataclass(frozen=True, slots=True)
class HappeningClass:
    """happenings.toml: a class of happenings that share a name ("European Games").

    With `needs_word` a name counts only beside one of `words`: a dam is no failure by itself.
    A body of `bodies` beside one of `words` ("the Council … met in session"), or one of `summit_of`
    beside a word for a summit, names the class as well.
    """

    key: str
    kind: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    needs_word: bool
    bodies: tuple[str, ...]
    summit_of: tuple[str, ...]
    happenings: tuple[Happening, ...]
