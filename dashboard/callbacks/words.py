"""The sentences that tell what is shown, and the choices the filters offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard import labels, languages, sentences
from dashboard.callbacks.period import Period
from dashboard.days_in_words import day_in_words, short_day
from dashboard.filters import COUNTED, FILTERS, LISTS, Chip, Filter, filter_named
from dashboard.naming import FAMILY, Naming
from dashboard.selection import Selection
from data_model import EventFilter, Store, View

if TYPE_CHECKING:
    from data_model import Counts, Unread

HALF_A_YEAR = 184
# So many events at least make a year the one of most events.
FEWEST, EPOCH = 5, 1970


def counts_of(view: View, period: Period) -> Counts:
    """How much a view holds; where no period was chosen, nothing of it only may lie in it."""
    counts = view.counts
    if period.chosen:
        return counts
    certain = counts.certain._replace(
        events=counts.events,
        documents=counts.documents,
        countries=counts.countries,
        organizations=counts.organizations,
        planned=counts.planned,
    )
    return replace(counts, certain=certain)


def headline(selection: Selection, counts: Counts, period: Period, naming: Naming, most: str = "") -> str:
    """`37 events of CSTO in Belarus, 2003–2026, most in 2022 (12)`."""
    told = _headline(selection, counts, period, naming)
    return f"{told}, {most}" if most else told


def _headline(selection: Selection, counts: Counts, period: Period, naming: Naming) -> str:
    certain, maybe = counts.certain.events, counts.events - counts.certain.events
    asked = selection.asked
    parts = [
        (row.link(asked), [row.in_sentence(naming, key) for key in keys], row.label.lower())
        for row in LISTS
        if (keys := selection.value(row)) and row.link(asked)
    ]
    subject = sentences.counted(certain or maybe, "event") + sentences.headline_parts(parts)
    if asked.since or asked.until:
        when = sentences.period(asked.since, asked.until)
        if not certain and maybe:
            return f"{subject} that may lie {when}"
        if not maybe and when.startswith("within "):
            return f"{subject}, {when.removeprefix('within ')}"
        return f"{subject} {when}{sentences.more_that_may(maybe)}"
    if period.data and period.data.since == period.data.until:
        return f"{subject}, {day_in_words(period.data.since)}"
    if period.data:
        years = period.data.since.year, period.data.until.year
        return f"{subject}, {sentences.years(*years)}"
    return subject


def finding(view: View) -> str:
    """The year of most events, of those that lie in one year for sure; "" where few do or one year is all."""
    first, last = view.ends()
    years = first.astype("datetime64[D]").astype("datetime64[Y]")
    certain = years[years == last.astype("datetime64[D]").astype("datetime64[Y]")]
    if not len(certain):
        return ""
    since_first = certain.astype(np.int64) - (begin := int(certain.min().astype(np.int64)))
    counts = np.bincount(since_first)
    most = int(counts.max())
    if np.count_nonzero(counts) == 1 or most < FEWEST or (counts == most).sum() > 1:
        return ""
    return sentences.most_in(int(counts.argmax()) + begin + EPOCH, most)


def subline(counts: Counts, *, period: bool) -> list[Any]:
    """How much of the store this is, how sure its dates are; the certain or the possible can be chosen.

    Args:
        counts: What was found.
        period: Whether a period was asked for, so that some may only be in it.
    """
    from dashboard.components import view_parts  # brings Dash, which no file needs

    maybe = counts.events - counts.certain.events if period else 0
    told: list[Any] = [sentences.of_total(counts.events, counts.total.events)]
    if maybe and counts.certain.events:
        told = view_parts.certain_and_possible(counts.certain.events, maybe, counts.total.events)
    told.append(f" from {sentences.counted(counts.documents, 'document')}")
    return [*told, f" · {sentences.undated(counts.undated)}"] if counts.undated else told


def span_of(view: View) -> str:
    """The days of the data, each end no more precise than the event it comes from."""
    ends = view.rows(view.sharpest_ends())
    return sentences.from_to(_end(ends[0], "earliest"), _end(ends[1], "latest")) if ends else ""


def _end(row: Mapping[str, Any], side: str) -> str:
    """`6 Sep 2023`, `Sep 2023` or `2023`: a bound of an uncertain date is only as sharp as its stretch."""
    day: date = row[side]
    lasted = "/" in str(row["edtf"]) and not row["approximate"]
    days = 1 if lasted else (row["latest"] - row["earliest"]).days + 1
    if days == 1 and not row["approximate"]:
        return short_day(day)
    return short_day(day).split(" ", 1)[1] if days <= HALF_A_YEAR else str(day.year)


def set_aside(always: View, view: View, period: Period) -> str:
    """What lies too far off to be shown with the rest: `12 events before 1992`; "" when nothing does."""
    number = int(always.chosen.sum()) - view.counts.events
    if period.chosen or not number:
        return ""
    return sentences.far_off(number, period.since, period.until)


def key_figures(counts: Counts) -> list[tuple[str, str]]:
    """The numbers at the top right; `7–15` when some may lie outside the period."""
    names = ("events", "documents", "countries", "organizations", "planned")
    return [
        (sentences.between(getattr(counts.certain, name), getattr(counts, name)), labels.KEY_FIGURES[name])
        for name in names
    ]


def foot(counts: Counts, unread: Unread) -> str:
    """The line at the bottom."""
    stored = sentences.in_store(counts.total.events, counts.total.documents)
    silent = languages.without_events(unread.eventless)
    told = (stored, languages.not_wholly(unread.languages, unread.partial), silent, labels.BOUNDARIES)
    return " ".join(filter(None, told))


def chips(selection: Selection, naming: Naming) -> list[Chip]:
    """The filters in force."""
    return [chip for row in FILTERS for chip in _CHIPS[row.kind](row, selection, naming)]


def _many_chips(row: Filter, selection: Selection, naming: Naming) -> list[Chip]:
    words = row.chosen(selection.asked)
    return [Chip(row.parameter, key, words.format(row.name(naming, key))) for key in selection.value(row)]


def _choice_chips(row: Filter, selection: Selection, _naming: Naming) -> list[Chip]:
    chosen = row.choice_of(selection.value(row))
    # Where names are chosen, their chips say what they mean.
    meaning = row.of and not getattr(selection.asked, row.of)
    if chosen == row.plain or not (row.condition or chosen in row.chips or meaning):
        return []
    words = row.chips.get(chosen) or f"{row.chip or row.label}: {dict(row.choices)[chosen].lower()}"
    return [Chip(row.parameter, chosen, words)]


def _day_chips(row: Filter, selection: Selection, _naming: Naming) -> list[Chip]:
    day: date | None = selection.value(row)
    return [Chip(row.parameter, "", f"{row.label} {short_day(day)}")] if day and row.condition else []


def _text_chips(row: Filter, selection: Selection, _naming: Naming) -> list[Chip]:
    text: str = selection.value(row)
    return [Chip(row.parameter, "", sentences.told_as(text))] if text and row.condition else []


_CHIPS: Mapping[str, Callable[[Filter, Selection, Naming], list[Chip]]] = {
    "many": _many_chips,
    "keys": lambda _row, _keys, _naming: [],
    "choice": _choice_chips,
    "day": _day_chips,
    "text": _text_chips,
}


def choices(name: str, view: View, selection: Selection, naming: Naming) -> list[Any]:
    """What one of the lists offers, with the number of events each choice would leave.

    Args:
        name: The control of one of `filters.LISTS`.
        view: The view.
        selection: What is chosen.
        naming: Names of keys.
    """
    row = filter_named(name)
    chosen = selection.value(row)
    counts = _with(view.facet(row.condition), chosen, view.tied(row.condition)[0].same)
    if row.grouped:
        return _grouped(row, {row.condition: counts, "family": view.facet("family")}, chosen, naming)
    return [_option(key, row.name(naming, key), events) for key, events in counts.items()]


def _grouped(
    row: Filter, counts: dict[str, dict[str, int]], chosen: tuple[str, ...], naming: Naming
) -> list[Any]:
    families = _families(counts, chosen, naming)
    bodies = {key: events for key, events in counts[row.condition].items() if not key.startswith(FAMILY)}
    groups = []
    if families:
        offered = [_option(key, naming.organization(key), n) for key, n in families.items()]
        groups.append({"group": labels.FAMILY_GROUP, "items": offered})
    single = [_option(key, row.name(naming, key), n, naming.organization(key)) for key, n in bodies.items()]
    groups.append({"group": row.label, "items": single})
    return groups


def counted_choices(view: View, store: Store) -> dict[str, list[dict[str, str]]]:
    """What each of `filters.COUNTED` offers, with the number of events it would leave below its words."""
    told = {}
    for row in COUNTED:
        asked = [EventFilter(**{row.field: row.value_of(value)}) for value, _ in row.choices]
        left = view.left_by(row.condition, [store.view(one) for one in asked])
        told[row.id] = [
            {"value": value, "label": f"{words}\n{number:,}"}
            for (value, words), number in zip(row.choices, left, strict=True)
        ]
    return told


def chosen_options(selection: Selection, naming: Naming) -> dict[str, list[Any]]:
    """What is chosen in each list; the rest of a list is sent when it is opened."""
    return {row.id: [_option(key, row.name(naming, key), 0) for key in selection.value(row)] for row in LISTS}


def _families(counts: dict[str, dict[str, int]], chosen: tuple[str, ...], naming: Naming) -> dict[str, int]:
    """Families of which at least two bodies occur, for a family of one is that body; and those chosen."""
    members = Counter(naming.register.organization_family(key) for key in counts.get("organization", {}))
    found = {f"{FAMILY}{key}": events for key, events in counts.get("family", {}).items()}
    offered = {key: n for key, n in found.items() if key in chosen or members[key.removeprefix(FAMILY)] > 1}
    return _with(offered, [key for key in chosen if key.startswith(FAMILY)], {})


def _with(counts: dict[str, int], chosen: Iterable[str], same: Mapping[str, str]) -> dict[str, int]:
    """The counts with what is chosen and not listed: it must stay to be taken away.

    Args:
        counts: Key -> events.
        chosen: What is chosen.
        same: A key that is not listed -> the one that stands for it.
    """
    return counts | {key: counts.get(same.get(key, key), 0) for key in chosen if key not in counts}


def _option(value: str, label: str, events: int, name: str = "") -> dict[str, Any]:
    return {"value": value, "label": label, "name": name if name != label else "", "events": events}


def unknown_keys(selection: Selection, store: Store, naming: Naming) -> list[str]:
    """Words for what a link asks for and the store has never heard of.

    A country is known to be one by its code alone: that no event tells of it is no fault of the link.
    """
    asked = [(row, key) for row in LISTS for key in selection.value(row)]
    if not asked:
        return []
    view = store.view(replace(EventFilter(), organization_layer=selection.asked.organization_layer))
    told = []
    for row, key in asked:
        family = row.grouped and key.startswith(FAMILY)
        keys = view.tied("family" if family else row.condition)[0].keys
        if key.removeprefix(FAMILY if family else "") not in keys and not row.known(naming, key):
            told.append(sentences.not_here(row.label, row.name(naming, key)))
    return told
