"""One row a filter: address, controls, chips, choices, ways out and the browser's script are made from it.

Add one:
1. `data_model/store/filters.py`: a field of `EventFilter`, and in `KEYED` the keys it asks for; what is no
   list of keys needs its condition in `conditions.py`.
2. Here: its row. Where it stands in the table it stands in the address and on the page.

A setting that narrows nothing (what lanes stand for, the order of the table) is a row as well: its field is
one of `selection.Selection`.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dashboard import chart_labels, labels, languages, sentences, timeline_labels
from dashboard import filter_labels as worded
from dashboard.naming import FAMILY, Naming
from data_model import EventFilter

Name = Callable[[Naming, str], str]
# Where a control stands; the period and hidden settings have places of their own.
RAIL, HEADER, CARD = "rail", "header", "card"


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter or a setting.

    Attributes:
        field: The field of `EventFilter`, or of `Selection` for what is not asked of the store.
        parameter: Its name in the address.
        kind: many (keys from a list) · choice (one of few) · day · text · keys (many without a list).
        label: What it is called.
        id: Its control, "" where it has none.
        place: Where the control stands.
        condition: The kind of condition the store makes of it (`View.passing`), and of the keys of a list
            (`Columns.bridges`); "" for a setting.
        choices: Of a choice: each value in the address and its words, the plain one first.
        means: Of a choice: value in the address -> value of the field, where they differ.
        fits: Of a list: what a key looks like.
        form: Of a list: how a key is written.
        placeholder: What an empty control says.
        help: What a control says when it is pointed at.
        name: Of a list: how a key is called; in a sentence by `within`.
        within: How a key is called within a sentence.
        link: Of a list: what ties its names to "events" in the headline; "" to leave them out.
        chosen: Of a list: the words of the chip of a name, by what it means.
        short: Of a choice that is a list: what stands before it.
        of: Of a choice: the field of the list whose keys it gives a meaning, beside which it stands.
        grouped: Whether a list has families of keys.
        known: Of a list: whether a key exists though no event tells of it.
        chips: Of a choice: the words of its chip, where they are not label and choice.
        chip: What stands before the choice in a chip.
        leaving: What it is called when it is offered to be left out.
        lasting: Whether it outlasts a reset.
    """

    field: str
    parameter: str
    kind: Literal["many", "choice", "day", "text", "keys"]
    label: str
    id: str = ""
    place: str = RAIL
    condition: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    means: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    fits: str = ""
    form: Callable[[str], str] = str
    placeholder: str = ""
    help: str = ""
    name: Name = lambda _naming, key: key
    within: Name | None = None
    link: Callable[[EventFilter], str] = lambda _asked: ""
    chosen: Callable[[EventFilter], str] = lambda _asked: "{}"
    short: str = ""
    of: str = ""
    grouped: bool = False
    known: Callable[[Naming, str], bool] = lambda _naming, _key: False
    chips: Mapping[str, str] = dataclasses.field(default_factory=dict)
    chip: str = ""
    leaving: str = ""
    lasting: bool = False

    @property
    def plain(self) -> str:
        """What a choice is when the address is silent."""
        return self.choices[0][0] if self.choices else ""

    def fitting(self, key: str) -> bool:
        """Whether a list takes a key."""
        return bool(re.fullmatch(self.fits, key)) if self.fits else bool(key)

    def value_of(self, chosen: str) -> Any:  # noqa: ANN401 - the field's own type
        """What the field holds for a choice."""
        return self.means.get(chosen, chosen)

    def choice_of(self, value: object) -> str:
        """The choice that a value of the field stands for."""
        return next((one for one, meant in self.means.items() if meant == value), str(value))

    def in_sentence(self, naming: Naming, key: str) -> str:
        """A key within a sentence."""
        return (self.within or self.name)(naming, key)


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in force: its setting in the address, the value, and its words."""

    parameter: str
    value: str
    words: str


def _body_within(naming: Naming, key: str) -> str:
    return sentences.inside(naming.short(key)) if key.startswith(FAMILY) else naming.short(key)


def _link(words: str) -> Callable[[EventFilter], str]:
    return lambda _asked: words


FILTERS = (
    Filter(
        "organizations", "org", "many", labels.ORGANIZATIONS, "organization", condition="organization",
        placeholder=labels.ALL_ORGANIZATIONS, name=Naming.short, within=_body_within, grouped=True,
        link=lambda asked: worded.BODY_LINKS[asked.organization_layer],
        chosen=lambda asked: worded.BODY_CHIPS[asked.organization_layer],
        known=lambda naming, key: not key.startswith(FAMILY) and naming.short(key) != key,
    ),
    Filter(
        "organization_layer", "role", "choice", worded.BODY_LABEL, choices=worded.BODY_CHOICES,
        of="organizations",
    ),
    Filter(
        "countries", "country", "many", labels.COUNTRIES, "country", condition="country", fits="[A-Z]{2}",
        form=str.upper, placeholder=labels.ALL_COUNTRIES, name=Naming.country,
        link=lambda asked: worded.COUNTRY_LINKS[asked.country_layer],
        chosen=lambda asked: worded.COUNTRY_CHIPS[asked.country_layer],
        known=lambda naming, code: naming.country(code) != code,
    ),
    Filter(
        "country_layer", "layer", "choice", worded.LAYER_LABEL, "layer", CARD, choices=worded.LAYER_CHOICES,
        of="countries",
    ),
    Filter(
        "people", "person", "many", labels.PEOPLE, "person", condition="person", name=Naming.person,
        placeholder=labels.ALL_PEOPLE, link=_link("with {}"),
    ),
    Filter(
        "topics", "topic", "many", labels.TOPICS, "topic", condition="topic", placeholder=labels.ALL_TOPICS,
        name=Naming.topic, within=lambda naming, key: sentences.inside(naming.topic(key)),
        link=_link("on {}"),
    ),
    Filter(
        "types", "type", "many", labels.TYPES, "type", condition="type", placeholder=labels.ALL_TYPES,
        fits="|".join(labels.TYPE_NAMES), name=lambda _, key: labels.TYPE_NAMES.get(key, key),
    ),
    Filter(
        "publishers", "publisher", "many", worded.PUBLISHERS, "publisher", condition="publisher",
        placeholder=worded.ALL_PUBLISHERS, link=_link("told by {}"),
    ),
    Filter(
        "languages", "lang", "many", worded.LANGUAGES, "language", condition="language", fits="[a-z]{2,3}",
        form=str.lower, placeholder=worded.ALL_LANGUAGES, name=lambda _, key: languages.language(key),
        link=_link("told in {}"),
    ),
    Filter("since", "from", "day", labels.SINCE, "since", condition="period", leaving=labels.PERIOD),
    Filter("until", "to", "day", labels.UNTIL, "until", condition="period", leaving=labels.PERIOD),
    Filter(
        "within", "within", "choice", labels.WITHIN, condition="within", choices=labels.WITHIN_CHOICES,
        chips=labels.WITHIN_CHIPS,
    ),
    Filter(
        "statuses", "status", "choice", labels.STATUS, "status", condition="status",
        choices=worded.STATUS_CHOICES, help=worded.STATUS_HELP, chips=worded.STATUS_CHIPS,
        means={
            "all": (), "happened": ("happened", "ongoing"), "planned": ("planned", "postponed"),
            "off": ("cancelled", "denied", "hypothetical"),
        },
    ),
    Filter(
        "certainty", "certainty", "choice", labels.CERTAINTY, "certainty", condition="certainty",
        choices=worded.CERTAINTY_CHOICES, help=worded.CERTAINTY_HELP, chips=worded.CERTAINTY_CHIPS,
        chip=labels.DATE,
    ),
    Filter(
        "strength", "strength", "choice", labels.STRENGTH, "strength", condition="strength",
        choices=worded.STRENGTH_CHOICES, help=worded.STRENGTH_HELP,
    ),
    Filter(
        "text", "q", "text", labels.SEARCH, "text", HEADER, condition="text", placeholder=labels.SEARCH_HINT,
        leaving=labels.WORDS,
    ),
    Filter(
        "count", "count", "choice", labels.COUNT, "count", choices=worded.COUNT_CHOICES,
        help=worded.COUNT_HELP, lasting=True,
    ),
    Filter(
        "lanes", "lanes", "choice", labels.LANES_LABEL, "lanes", CARD, choices=labels.LANE_CHOICES,
        short=labels.LANES_SHORT, lasting=True,
    ),
    Filter(
        "form", "form", "choice", timeline_labels.FORM, "form", CARD, choices=timeline_labels.FORM_CHOICES,
        lasting=True,
    ),
    Filter("pinned", "pin", "keys", timeline_labels.PINNED, lasting=True),
    Filter("folded", "fold", "keys", timeline_labels.FOLDED, lasting=True),
    Filter("opened", "open", "keys", timeline_labels.OPENED, lasting=True),
    Filter(
        "more", "more", "choice", timeline_labels.MORE, choices=(("few", ""), ("some", ""), ("all", "")),
        lasting=True,
    ),
    Filter("near", "near", "text", timeline_labels.NEAR, lasting=True),
    Filter(
        "lens", "lens", "choice", timeline_labels.LENS, "lens", CARD, choices=timeline_labels.LENS_CHOICES,
        lasting=True,
    ),
    Filter(
        "span", "span", "choice", labels.SPAN, choices=(("near", ""), ("all", "")),
        chips={"all": labels.ALL_DATES}, lasting=True,
    ),
    Filter("sort", "sort", "choice", labels.SORT, choices=tuple(labels.SORT_NAMES.items()), lasting=True),
    Filter("left", "left", "day", labels.LEFT),
    Filter("right", "right", "day", labels.RIGHT),
    Filter(
        "region", "region", "choice", labels.REGION, "region", CARD, choices=labels.REGION_CHOICES,
        lasting=True,
    ),
    Filter(
        "measure", "measure", "choice", chart_labels.MEASURE, "measure", CARD,
        choices=chart_labels.MEASURE_CHOICES, lasting=True,
    ),
    Filter(
        "per", "per", "choice", chart_labels.PER, "per", CARD, choices=chart_labels.PER_CHOICES, lasting=True,
    ),
    Filter(
        "drawn", "drawn", "choice", chart_labels.FORM, "drawn", CARD, choices=chart_labels.FORM_CHOICES,
        lasting=True,
    ),
    Filter("event", "event", "text", labels.EVENT),
)  # fmt: skip
CONTROLS = tuple(row for row in FILTERS if row.id)
SEARCHED = next(row for row in FILTERS if row.field == "text")
LISTS = tuple(row for row in FILTERS if row.kind == "many")
# Choices that tell how many events each would leave.
COUNTED = tuple(row for row in CONTROLS if row.kind == "choice" and row.condition)


def filter_named(name: str) -> Filter:
    """The row of a control.

    Raises:
        StopIteration: If there is no such control.
    """
    return next(row for row in CONTROLS if row.id == name)


def meaning_of(row: Filter) -> Filter | None:
    """The row that says what the keys of a list mean, None where they mean one thing only."""
    return next((one for one in FILTERS if one.of == row.field), None)


def browser_settings() -> str:
    """What the browser's script must know of all rows, as JSON in the order of the address."""
    told = [
        {
            "id": row.id,
            "name": row.parameter,
            "kind": row.kind,
            "plain": row.plain,
            "choices": [value for value, _ in row.choices[1:]],
            "fits": row.fits,
            "upper": row.form is str.upper,
            "lasting": row.lasting,
            "counted": row in COUNTED,
        }
        for row in FILTERS
    ]
    return json.dumps(told)
