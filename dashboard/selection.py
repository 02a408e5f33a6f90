"""What is being looked at: the address <-> `Selection` <-> `EventFilter`.

The address is the view: `?org=csto,cis&from=2023-06-01&lanes=country`. Whatever comes in, from a
link or from the browser's script, passes `read_selection`, which keeps what makes sense and says
in words what it left out; it raises nothing.

To add a setting: a field of `Selection`, a line in `PARAMETERS`, a reader below, and the control.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from urllib.parse import urlencode

from dashboard import labels, sentences
from data_model import EventFilter

LAYERS = tuple(key for key, _ in labels.LAYER_CHOICES)
LANES = tuple(key for key, _ in labels.LANE_CHOICES)
STATUSES = {
    "happened": ("happened", "ongoing"),
    "planned": ("planned", "postponed"),
    "off": ("cancelled", "denied", "hypothetical"),
}
CERTAINTIES = tuple(key for key, _ in labels.CERTAINTY_CHOICES)
STRENGTHS = tuple(key for key, _ in labels.STRENGTH_CHOICES)
COUNTS = tuple(key for key, _ in labels.COUNT_CHOICES)
# More would be a mistake or an attack, never a question.
MOST_VALUES, LONGEST_VALUE, LONGEST_TEXT = 40, 120, 120
# Control signs, signs that turn the direction of writing, and halves of signs, which no answer can hold.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Selection:
    """One view, whole: the filters, the period, and how it is drawn.

    Attributes:
        organizations: Organization keys, or `family:…`.
        countries: ISO 3166-1 alpha-2.
        layer: What counts as a mention of a country, for the filter and the map alike.
        topics: Topic keys.
        types: Event types.
        status: all · happened · planned · off.
        certainty: all · exact · approximate.
        strength: all · likely · clear.
        since: First day in view, None for the beginning.
        until: Last day in view, None for the end.
        text: Words that must occur.
        count: What the charts and lists count: events · reports · sources.
        lanes: What a lane of the timeline stands for.
        span: Without a period, whether far-off dates are set aside or shown: near · all.
        sort: The order of the table: newest · oldest.
        event: The event whose drawer is open, or "".
    """

    organizations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    layer: str = "participating"
    topics: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    status: str = "all"
    certainty: str = "all"
    strength: str = "all"
    since: date | None = None
    until: date | None = None
    text: str = ""
    count: str = "events"
    lanes: str = "organization"
    span: str = "near"
    sort: str = "newest"
    event: str = ""


# Field of `Selection` -> its name in the address, in the order of the address.
PARAMETERS = {
    "organizations": "org",
    "countries": "country",
    "layer": "layer",
    "topics": "topic",
    "types": "type",
    "status": "status",
    "certainty": "certainty",
    "strength": "strength",
    "since": "from",
    "until": "to",
    "text": "q",
    "count": "count",
    "lanes": "lanes",
    "span": "span",
    "sort": "sort",
    "event": "event",
}
NOTHING = Selection()
Complaints = list[str]


def read_selection(query: object) -> tuple[Selection, tuple[str, ...]]:
    """The view an address asks for, and in words what of it was not understood."""
    given = dict(query) if isinstance(query, Mapping) else {}
    complaints: Complaints = []
    known = set(PARAMETERS.values())
    complaints.extend(sentences.unknown_parameter(str(name)) for name in list(given)[:9] if name not in known)
    values: dict[str, Any] = {}
    for field, parameter in PARAMETERS.items():
        text = given.get(parameter)
        if isinstance(text, str) and text.strip():
            values[field] = _READERS[field](text, complaints)
    found = Selection(**values)
    if found.since and found.until and found.since > found.until:
        complaints.append(sentences.swapped_days())
        found = _changed(found, since=found.until, until=found.since)
    return found, tuple(complaints)


def write_query(selection: Selection) -> dict[str, str]:
    """The settings that differ from the plain view, as an address holds them."""
    query = {}
    for field, parameter in PARAMETERS.items():
        value = getattr(selection, field)
        if value != getattr(NOTHING, field):
            query[parameter] = ",".join(value) if isinstance(value, tuple) else str(value)
    return query


def write_search(selection: Selection) -> str:
    """The part of the address behind the path, "" for the plain view."""
    query = write_query(selection)
    return f"?{urlencode(query, safe=',:')}" if query else ""


def filter_of(selection: Selection, *, period: bool = True) -> EventFilter:
    """The question to the store; without its period on request."""
    return EventFilter(
        organizations=selection.organizations,
        countries=selection.countries,
        country_layer=selection.layer,
        topics=selection.topics,
        types=selection.types,
        statuses=STATUSES.get(selection.status, ()),
        certainty=selection.certainty,
        strength=selection.strength,
        since=selection.since if period else None,
        until=selection.until if period else None,
        text=selection.text,
    )


def is_filtered(selection: Selection) -> bool:
    """Whether anything is left out of view."""
    drawn = ("count", "lanes", "event", "layer", "span", "sort")
    return any(getattr(selection, f.name) != f.default for f in fields(Selection) if f.name not in drawn)


def _changed(selection: Selection, **changes: date | None) -> Selection:
    values = {f.name: getattr(selection, f.name) for f in fields(Selection)}
    return Selection(**{**values, **changes})


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text).strip()


def _list_reader(
    what: str, fits: Callable[[str], bool], form: Callable[[str], str] = str
) -> Callable[[str, Complaints], tuple[str, ...]]:
    def read(text: str, complaints: Complaints) -> tuple[str, ...]:
        parts = dict.fromkeys(form(part) for raw in text.split(",") if (part := _clean(raw)))
        kept = [part for part in parts if len(part) <= LONGEST_VALUE and fits(part)]
        complaints.extend(sentences.unknown_value(what, part) for part in list(parts)[:9] if part not in kept)
        if len(kept) > MOST_VALUES:
            complaints.append(sentences.too_many(what, MOST_VALUES))
        return tuple(kept[:MOST_VALUES])

    return read


def _choice_reader(what: str, choices: tuple[str, ...]) -> Callable[[str, Complaints], str]:
    def read(text: str, complaints: Complaints) -> str:
        if (value := _clean(text)) in choices:
            return value
        complaints.append(sentences.unknown_value(what, value, choices))
        return choices[0]

    return read


def _day_reader(what: str) -> Callable[[str, Complaints], date | None]:
    def read(text: str, complaints: Complaints) -> date | None:
        value = _clean(text)
        if _DAY.fullmatch(value):
            with suppress(ValueError):  # 30 February
                return date.fromisoformat(value)
        complaints.append(sentences.bad_day(what, value))
        return None

    return read


def _text(text: str, _complaints: Complaints) -> str:
    return " ".join(_clean(text)[:LONGEST_TEXT].split())


def _name(text: str, _complaints: Complaints) -> str:
    return _clean(text)[:LONGEST_VALUE]


_READERS: Mapping[str, Callable[[str, Complaints], object]] = {
    "organizations": _list_reader(labels.ORGANIZATIONS, bool),
    "countries": _list_reader(labels.COUNTRIES, lambda code: bool(_COUNTRY.fullmatch(code)), str.upper),
    "layer": _choice_reader(labels.LAYER_LABEL, LAYERS),
    "topics": _list_reader(labels.TOPICS, bool),
    "types": _list_reader(labels.TYPES, lambda key: key in labels.TYPE_NAMES),
    "status": _choice_reader(labels.STATUS, ("all", *STATUSES)),
    "certainty": _choice_reader(labels.CERTAINTY, CERTAINTIES),
    "strength": _choice_reader(labels.STRENGTH, STRENGTHS),
    "since": _day_reader(labels.SINCE),
    "until": _day_reader(labels.UNTIL),
    "text": _text,
    "count": _choice_reader(labels.COUNT, COUNTS),
    "lanes": _choice_reader(labels.LANES_LABEL, LANES),
    "span": _choice_reader(labels.SPAN, ("near", "all")),
    "sort": _choice_reader(labels.SORT, ("newest", "oldest")),
    "event": _name,
}
