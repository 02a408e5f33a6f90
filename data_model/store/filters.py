"""EventFilter: what is asked of the store, as one frozen value.

Within a field the entries are alternatives (or), between fields all must hold (and).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from data_model.errors import FilterError
from data_model.values import COUNTRY_LAYERS, EVENT_TYPES, STATUSES

FAMILY = "family:"
# Fields that ask for keys, and what they are keys of (`columns.Columns.bridges`); a key may also stand for a
# family, and those of a body and of a country hold in a layer (`EventFilter.layer_of`).
KEYED = {
    "organizations": "organization",
    "countries": "country",
    "people": "person",
    "topics": "topic",
    "types": "type",
    "statuses": "status",
    "publishers": "publisher",
    "languages": "language",
    "documents": "document",
}
LAYERS = ("any", *COUNTRY_LAYERS)
ORGANIZATION_LAYERS = ("acting", "member", "named")
CERTAINTIES = ("all", "exact", "approximate", "unplaced")
WITHIN = ("all", "certain", "perhaps")
STRENGTH_CHOICES = ("all", "likely", "clear")
# No person picks more than this by hand; a link that carries more is a mistake or an attack.
_MOST_ENTRIES = 500
_LONGEST_ENTRY = 300
_COUNTRY = re.compile(r"[A-Z]{2}")
_LAYER_WORDS = {
    "participating": "taking part",
    "location": "as the place",
    "named": "named",
    "by_membership": "by membership",
}
_BODY_WORDS = {"member": "a member takes part", "named": "named"}
_WITHIN_WORDS = {"certain": "certainly in that time", "perhaps": "perhaps in that time"}
_CERTAINTY_WORDS = {
    "exact": "date is exact",
    "approximate": "date is uncertain",
    "unplaced": "date has no place on an axis",
}
_STRENGTH_WORDS = {"likely": "likely or clear events", "clear": "clear events"}


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which happenings are wanted; without arguments, all of them.

    Attributes:
        organizations: Organization keys; `family:security-council` stands for every body of it.
        organization_layer: How a body must be tied to the event: "acting" when it convened, took part or
            decided; "member" when a country took part that belonged to it on every day the event may be of
            (without such days, on those its report may be of); "named" in the event's own sentences.
        countries: ISO 3166-1 alpha-2 codes.
        country_layer: How a country must be tied to the event; "any" leaves out by_membership,
            which is derived and not told.
        people: Keys of people, or the names of those who have none.
        topics: Topic keys.
        types: Event types.
        statuses: Event statuses.
        certainty: "exact" is a single day or a lasting range, stated without doubt; "approximate" is about
            then or some day within a range; "unplaced" is what no axis can hold: one of several days, an
            open end, unknown.
        strength: "clear" and "likely" leave out what is less likely an event at all (`Event.score`).
        since: First day wanted; a happening passes if one of its possible days lies in the period.
        until: Last day wanted, likewise. A happening of which no day is known always passes.
        within: Of a period, what is "certain" to lie in it (no possible day is outside, or it lasted and
            reaches into it), or what only "perhaps" does.
        text: Words that must all occur in a title, in evidence or in a name; case and accents
            do not count, and a word may be the beginning of a longer one.
        named: For each of these words what it means as well (`spellings.Spellings`): keys such as
            `person:vladimir-putin`, and other words for it such as `word:путин`; one of them is enough.
        publishers: Hosts of addresses without `www.`, or the file of what has none.
        languages: ISO 639-1 codes of the reports, "und" for what could not be told.
        documents: Document ids.

    Raises:
        FilterError: If a field holds something impossible; names the field and what it expects.
    """

    organizations: tuple[str, ...] = ()
    organization_layer: str = "acting"
    countries: tuple[str, ...] = ()
    country_layer: str = "any"
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    certainty: str = "all"
    strength: str = "all"
    since: date | None = None
    until: date | None = None
    within: str = "all"
    text: str = ""
    named: tuple[tuple[str, ...], ...] = ()
    publishers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.check()

    @property
    def words(self) -> tuple[str, ...]:
        """The words asked for."""
        return tuple(self.text.split())

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        layers = "country_layer", "organization_layer"
        asked = [field for field in fields(self) if field.name not in (*layers, "text")]
        return not self.words and all(getattr(self, field.name) == field.default for field in asked)

    def layer_of(self, kind: str) -> str:
        """How a key of a kind must be tied to an event, "" where there is one way only."""
        if kind in ("organization", "family"):
            return self.organization_layer
        return self.country_layer if kind == "country" else ""

    def check(self) -> None:
        """Refuse what cannot be asked.

        Raises:
            FilterError: Naming the field and what it expects.
        """
        for name in KEYED:
            _check_entries(name, getattr(self, name))
        _check_each("countries", self.countries, "two capital letters such as BY", _COUNTRY.fullmatch)
        _check_each("types", self.types, f"one of {', '.join(EVENT_TYPES)}", EVENT_TYPES.__contains__)
        _check_each("statuses", self.statuses, f"one of {', '.join(STATUSES)}", STATUSES.__contains__)
        layers = f"one of {', '.join(LAYERS)}"
        _check_each("country_layer", (self.country_layer,), layers, LAYERS.__contains__)
        ties = f"one of {', '.join(ORGANIZATION_LAYERS)}"
        _check_each("organization_layer", (self.organization_layer,), ties, ORGANIZATION_LAYERS.__contains__)
        certainties = f"one of {', '.join(CERTAINTIES)}"
        _check_each("certainty", (self.certainty,), certainties, CERTAINTIES.__contains__)
        strengths = f"one of {', '.join(STRENGTH_CHOICES)}"
        _check_each("strength", (self.strength,), strengths, STRENGTH_CHOICES.__contains__)
        within = f"one of {', '.join(WITHIN)}"
        _check_each("within", (self.within,), within, WITHIN.__contains__)
        _check_each("text", (self.text,), f"text of at most {_LONGEST_ENTRY} characters", _is_short)
        _check_named(self.named)
        for name in ("since", "until"):
            _check_each(name, (getattr(self, name),), "a day such as 2023-06-08", _is_day)
        if self.since is not None and self.until is not None and self.since > self.until:
            msg = f"since ({self.since}) lies after until ({self.until}): expected the earlier day first"
            raise FilterError(msg)

    def sentence(self, names: Mapping[str, str] | None = None) -> str:
        """The filter in words: "organization is CSTO or CIS; country is Belarus; 2014 to 2023".

        Args:
            names: Display names by key, code or `family:…`; what it lacks is shown as it is.
        """
        known = names or {}

        def shown(noun: str, keys: tuple[str, ...]) -> str:
            return f"{noun} is {' or '.join(known.get(key, key.removeprefix(FAMILY)) for key in keys)}"

        def tied(noun: str, way: str | None) -> str:
            return f"{noun} ({way})" if way else noun

        body = tied("organization", _BODY_WORDS.get(self.organization_layer))
        country = tied("country", _LAYER_WORDS.get(self.country_layer))
        parts = [
            shown(body, self.organizations) if self.organizations else "",
            shown(country, self.countries) if self.countries else "",
            shown("person", self.people) if self.people else "",
            shown("topic", self.topics) if self.topics else "",
            shown("type", self.types) if self.types else "",
            shown("status", self.statuses) if self.statuses else "",
            _CERTAINTY_WORDS.get(self.certainty, ""),
            _STRENGTH_WORDS.get(self.strength, ""),
            _period(self.since, self.until),
            _WITHIN_WORDS.get(self.within, "") if self.since or self.until else "",
            f"words {' and '.join(f'“{word}”' for word in self.words)}" if self.words else "",
            shown("publisher", self.publishers) if self.publishers else "",
            shown("language", self.languages) if self.languages else "",
            shown("document", self.documents) if self.documents else "",
        ]
        return "; ".join(part for part in parts if part) or "all events"


def _check_entries(name: str, entries: object) -> None:
    if not isinstance(entries, tuple) or not all(isinstance(one, str) for one in entries):
        msg = f"{name}: expected a tuple of text, got {entries!r:.80}"
        raise FilterError(msg)
    if len(entries) > _MOST_ENTRIES:
        msg = f"{name}: expected at most {_MOST_ENTRIES} entries, got {len(entries)}"
        raise FilterError(msg)
    expected = f"text of 1 to {_LONGEST_ENTRY} characters"
    _check_each(name, entries, expected, lambda one: bool(one) and _is_short(one))


def _check_named(named: object) -> None:
    if not isinstance(named, tuple):
        msg = f"named: expected a tuple of keys for each word, got {named!r:.80}"
        raise FilterError(msg)
    for keys in named:
        _check_entries("named", keys)


def _check_each(name: str, entries: tuple[object, ...], expected: str, fits: Callable[..., object]) -> None:
    for one in entries:
        if not fits(one):
            msg = f"{name}: {one!r:.80} is not possible; expected {expected}"
            raise FilterError(msg)


def _is_short(one: object) -> bool:
    # A lone surrogate cannot be written as UTF-8, so nothing stored can match it.
    return (
        isinstance(one, str)
        and len(one) <= _LONGEST_ENTRY
        and not any("\ud800" <= sign <= "\udfff" or sign == "\0" for sign in one)
    )


def _is_day(one: object) -> bool:
    return one is None or type(one) is date


def _period(since: date | None, until: date | None) -> str:
    """The days in words, whole years as years."""
    whole = (since is None or (since.month, since.day) == (1, 1)) and (
        until is None or (until.month, until.day) == (12, 31)
    )
    first = since and (str(since.year) if whole else _day_words(since))
    last = until and (str(until.year) if whole else _day_words(until))
    if first and last:
        return first if first == last else f"{first} to {last}"
    if first:
        return f"from {first}"
    return f"up to {last}" if last else ""


def _day_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


# Not strftime("%B"): the sentence is English whatever the machine's locale.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
