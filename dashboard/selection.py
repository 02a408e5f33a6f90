"""What is being looked at: the address <-> `Selection` <-> `EventFilter`.

The address is the view: `?org=csto,cis&from=2023-06-01&lanes=country`. Whatever comes in, from a
link or from the browser's script, passes `read_selection`, which keeps what makes sense and says
in words what it left out; it raises nothing. What settings there are stands in `filters.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from dashboard import sentences
from dashboard.filters import FILTERS, Filter
from data_model import EventFilter

# What an address says of the days a reader has zoomed to: they change no number of a view.
ZOOM = ("left", "right")
# What an address calls the lane of what has no key.
NO_KEY = "~"
# More would be a mistake or an attack, never a question.
MOST_VALUES, LONGEST_VALUE, LONGEST_TEXT = 40, 120, 120
# Control signs, signs that turn the direction of writing, and halves of signs, which no answer can hold.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# On the page a country means that it took part.
PLAIN = EventFilter(country_layer="participating")


@dataclass(frozen=True, slots=True)
class Selection:
    """One view, whole: what is asked of the store, and how it is drawn.

    Attributes:
        asked: The filters; its layer holds for the map as well.
        count: What the charts and lists count: events · reports · sources.
        lanes: What a lane of the timeline stands for.
        form: How the timeline is told: lanes (as the calendar has the days) · even (the same room for each
            day that has an event) · list.
        pinned: The lanes that stand at the top, in their order.
        folded: The lanes that are one line though they need not be; `NO_KEY` is that of what has no key.
        opened: Those beyond the first few that are more than one line.
        more: How many lanes there are, the rest joined as one: few · some · all.
        near: Where all are on one screen, the lane in the middle of those that can be read; "" for the first.
        lens: Whether the timeline shows each date as it is told, or all it may be: plain · doubt.
        span: Without a period, whether far-off dates are set aside or shown: near · all.
        sort: The order of the table: newest · oldest.
        left: The first day the timeline shows, None for that of the view.
        right: The last day it shows.
        region: The part of the world the map shows; auto for that of the data.
        measure: What a cell of the topics tells: number · share · peak.
        per: What counts once in them: event · document.
        drawn: How they are drawn: grid · bars.
        event: The event whose drawer is open, or "".
    """

    asked: EventFilter = PLAIN
    count: str = "events"
    lanes: str = "organization"
    form: str = "lanes"
    pinned: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    more: str = "few"
    near: str = ""
    lens: str = "plain"
    span: str = "near"
    sort: str = "newest"
    left: date | None = None
    right: date | None = None
    region: str = "auto"
    measure: str = "number"
    per: str = "event"
    drawn: str = "grid"
    event: str = ""

    @property
    def listed(self) -> bool:
        """Whether the timeline is told as a list."""
        return self.form == "list"

    @property
    def even(self) -> bool:
        """Whether each day of the timeline that has an event has the same room."""
        return self.form == "even"

    @property
    def zoomed(self) -> bool:
        """Whether the timeline shows other days than those of the view."""
        return self.left is not None and self.right is not None

    @property
    def doubtful(self) -> bool:
        """Whether the timeline is seen through the doubt lens."""
        return self.lens == "doubt"

    def value(self, row: Filter) -> Any:  # noqa: ANN401 - the field's own type
        """What it holds for a row of `filters.FILTERS`."""
        return getattr(self.asked if hasattr(self.asked, row.field) else self, row.field)


NOTHING = Selection()
Complaints = list[str]


def read_selection(query: object) -> tuple[Selection, tuple[str, ...]]:
    """The view an address asks for, and in words what of it was not understood."""
    given = dict(query) if isinstance(query, Mapping) else {}
    complaints: Complaints = []
    known = {row.parameter for row in FILTERS}
    complaints.extend(sentences.unknown_parameter(str(name)) for name in list(given)[:9] if name not in known)
    asked: dict[str, Any] = {}
    drawn: dict[str, Any] = {}
    for row in FILTERS:
        text = given.get(row.parameter)
        if isinstance(text, str) and text.strip():
            value = _READERS[row.kind](row, text, complaints)
            (asked if hasattr(PLAIN, row.field) else drawn)[row.field] = value
    since, until = asked.get("since"), asked.get("until")
    if since and until and since > until:
        complaints.append(sentences.swapped_days())
        asked |= {"since": until, "until": since}
    return Selection(replace(PLAIN, **asked), **drawn), tuple(complaints)


def write_query(selection: Selection) -> dict[str, str]:
    """The settings that differ from the plain view, as an address holds them."""
    query = {}
    for row in FILTERS:
        value = selection.value(row)
        if value != NOTHING.value(row):
            told = row.choice_of(value) if row.kind == "choice" else value
            query[row.parameter] = ",".join(told) if isinstance(told, tuple) else str(told)
    return query


def write_search(selection: Selection) -> str:
    """The part of the address behind the path, "" for the plain view."""
    query = write_query(selection)
    return f"?{urlencode(query, safe=',:')}" if query else ""


def filter_of(selection: Selection, *, period: bool = True) -> EventFilter:
    """The question to the store; without its period on request."""
    return selection.asked if period else replace(selection.asked, since=None, until=None)


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text).strip()


def _read_many(row: Filter, text: str, complaints: Complaints) -> tuple[str, ...]:
    parts = dict.fromkeys(row.form(part) for raw in text.split(",") if (part := _clean(raw)))
    kept = [part for part in parts if len(part) <= LONGEST_VALUE and row.fitting(part)]
    complaints.extend(
        sentences.unknown_value(row.label, part) for part in list(parts)[:9] if part not in kept
    )
    if len(kept) > MOST_VALUES:
        complaints.append(sentences.too_many(row.label, MOST_VALUES))
    return tuple(kept[:MOST_VALUES])


def _read_choice(row: Filter, text: str, complaints: Complaints) -> object:
    choices = [value for value, _ in row.choices]
    if (value := _clean(text)) not in choices:
        complaints.append(sentences.unknown_value(row.label, value, choices))
        value = row.plain
    return row.value_of(value)


def _read_day(row: Filter, text: str, complaints: Complaints) -> date | None:
    value = _clean(text)
    if _DAY.fullmatch(value):
        with suppress(ValueError):  # 30 February
            return date.fromisoformat(value)
    complaints.append(sentences.bad_day(row.label, value))
    return None


def _read_text(row: Filter, text: str, _complaints: Complaints) -> str:
    told = _clean(text)[:LONGEST_TEXT]
    return " ".join(told.split()) if row.condition else told


_READERS: Mapping[str, Callable[[Filter, str, Complaints], object]] = {
    "many": _read_many,
    "keys": _read_many,
    "choice": _read_choice,
    "day": _read_day,
    "text": _read_text,
}
