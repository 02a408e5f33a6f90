"""The sentences that tell what is shown, and the choices the filters offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard import ids, labels, sentences
from dashboard.callbacks.period import Period
from dashboard.components.view_parts import Chip
from dashboard.days_in_words import short_day
from dashboard.naming import FAMILY, Naming
from dashboard.selection import PARAMETERS, Selection
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
    subject = sentences.counted(certain or maybe, "event")
    if selection.organizations:
        bodies = [
            sentences.inside(naming.short(key)) if key.startswith(FAMILY) else naming.short(key)
            for key in selection.organizations
        ]
        subject += sentences.headline_part("of", bodies, "organizations")
    if selection.countries:
        link = labels.COUNTRY_LINKS[selection.layer]
        subject += sentences.headline_part(
            link, [naming.country(code) for code in selection.countries], "countries"
        )
    if selection.topics:
        subject += sentences.headline_part(
            "on", [sentences.inside(naming.topic(key)) for key in selection.topics], "topics"
        )
    if selection.since or selection.until:
        when = sentences.period(selection.since, selection.until)
        if not certain and maybe:
            return f"{subject} that may lie {when}"
        if not maybe and when.startswith("within "):
            return f"{subject}, {when.removeprefix('within ')}"
        return f"{subject} {when}{sentences.more_that_may(maybe)}"
    if period.data:
        years = period.data.since.year, period.data.until.year
        return f"{subject}, {sentences.years(*years)}"
    return subject


def finding(view: View) -> str:
    """The year of most events, of those that lie in one year for sure; "" where few do or one year is all."""
    first, last = view.ends()
    years = first.astype("datetime64[D]").astype("datetime64[Y]")
    certain = years[years == last.astype("datetime64[D]").astype("datetime64[Y]")]
    found, counts = np.unique(certain, return_counts=True)
    most = int(counts.max(initial=0))
    if len(found) == 1 or most < FEWEST or (counts == most).sum() > 1:
        return ""
    return sentences.most_in(int(found[counts.argmax()].astype(int)) + EPOCH, most)


def subline(counts: Counts, *, period: bool) -> str:
    """How much of the store this is, and how sure its dates are.

    Args:
        counts: What was found.
        period: Whether a period was asked for, so that some may only be in it.
    """
    maybe = counts.events - counts.certain.events if period else 0
    shown = sentences.of_total(counts.events, counts.total.events)
    if maybe:
        shown = sentences.certain_and_possible(counts.certain.events, maybe, counts.total.events)
    undated = sentences.undated(counts.undated) if counts.undated else ""
    parts = (f"{shown} from {sentences.counted(counts.documents, 'document')}", undated)
    return " · ".join(filter(None, parts))


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


# Kind of filter -> the settings that make it, and how it is called when it is offered to be left out.
_KINDS = {
    "organization": ("org", labels.ORGANIZATIONS),
    "country": ("country", labels.COUNTRIES),
    "topic": ("topic", labels.TOPICS),
    "type": ("type", labels.TYPES),
    "status": ("status", labels.STATUS),
    "certainty": ("certainty", labels.CERTAINTY),
    "strength": ("strength", labels.STRENGTH),
    "period": ("from,to", labels.PERIOD),
    "text": ("q", labels.WORDS),
}


def exits(view: View) -> list[tuple[str, str]]:
    """Ways out of a view without events: which filter, left out alone, would leave how many; most first."""
    left = {kind: int(view.without(kind).sum()) for kind in view.passing if kind in _KINDS}
    order = sorted((kind for kind in left if left[kind]), key=lambda kind: (-left[kind], kind))
    return [(_KINDS[kind][0], sentences.without(_KINDS[kind][1], left[kind])) for kind in order]


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
    told = (stored, sentences.not_wholly(unread.languages, unread.partial), labels.BOUNDARIES)
    return " ".join(filter(None, told))


def chips(selection: Selection, naming: Naming) -> list[Chip]:
    """The filters in force."""
    found = [Chip(PARAMETERS["organizations"], key, naming.short(key)) for key in selection.organizations]
    found += [Chip(PARAMETERS["countries"], code, naming.country(code)) for code in selection.countries]
    found += [Chip(PARAMETERS["topics"], key, naming.topic(key)) for key in selection.topics]
    found += [Chip(PARAMETERS["types"], key, labels.TYPE_NAMES[key]) for key in selection.types]
    few = (
        ("status", labels.STATUS_CHOICES),
        ("certainty", labels.CERTAINTY_CHOICES),
        ("strength", labels.STRENGTH_CHOICES),
    )
    for field, choices in few:
        value = getattr(selection, field)
        if value != "all":
            found.append(
                Chip(PARAMETERS[field], value, f"{labels.CHIP_HEADS[field]}: {dict(choices)[value].lower()}")
            )
    if selection.span == "all":
        found.append(Chip(PARAMETERS["span"], "", labels.ALL_DATES))
    if selection.since:
        found.append(Chip(PARAMETERS["since"], "", f"{labels.SINCE} {short_day(selection.since)}"))
    if selection.until:
        found.append(Chip(PARAMETERS["until"], "", f"{labels.UNTIL} {short_day(selection.until)}"))
    if selection.text:
        found.append(Chip(PARAMETERS["text"], "", sentences.told_as(selection.text)))
    return found


def choices(name: str, view: View, selection: Selection, naming: Naming) -> list[Any]:
    """What one of the lists offers, with the number of events each choice would leave.

    Args:
        name: One of `ids.CHOICES`.
        view: The view.
        selection: What is chosen.
        naming: Names of keys.
    """
    counts = view.facets()
    if name == ids.ORGANIZATION:
        return _bodies(counts, selection, naming)
    kind, field, told = _LISTS[name]
    offered = _with(counts[kind], getattr(selection, field))
    return [_option(key, told(naming, key), events) for key, events in offered.items()]


_LISTS: dict[str, tuple[str, str, Callable[[Naming, str], str]]] = {
    ids.COUNTRY: ("country", "countries", Naming.country),
    ids.TOPIC: ("topic", "topics", Naming.topic),
    ids.TYPE: ("type", "types", lambda _naming, key: labels.TYPE_NAMES.get(key, key)),
}


def _bodies(counts: dict[str, dict[str, int]], selection: Selection, naming: Naming) -> list[Any]:
    chosen = selection.organizations
    families = _with(_families(counts, naming), [key for key in chosen if key.startswith(FAMILY)])
    bodies = _with(counts["organization"], [key for key in chosen if not key.startswith(FAMILY)])
    groups = []
    if families:
        offered = [_option(key, naming.organization(key), n) for key, n in families.items()]
        groups.append({"group": labels.FAMILY_GROUP, "items": offered})
    single = [_option(key, naming.short(key), n, naming.organization(key)) for key, n in bodies.items()]
    groups.append({"group": labels.SINGLE_GROUP, "items": single})
    return groups


def chosen_options(selection: Selection, naming: Naming) -> dict[str, list[Any]]:
    """What is chosen in each list; the rest of a list is sent when it is opened."""
    found: dict[str, list[Any]] = {
        ids.ORGANIZATION: [_option(key, naming.short(key), 0) for key in selection.organizations]
    }
    for name, (_, field, told) in _LISTS.items():
        found[name] = [_option(key, told(naming, key), 0) for key in getattr(selection, field)]
    return found


def _families(counts: dict[str, dict[str, int]], naming: Naming) -> dict[str, int]:
    """Families of which at least two bodies occur: a family of one is that body."""
    members = Counter(naming.register.organization_family(key) for key in counts.get("organization", {}))
    found = counts.get("family", {})
    return {f"{FAMILY}{key}": events for key, events in found.items() if members[key] > 1}


def _with(counts: dict[str, int], chosen: Iterable[str]) -> dict[str, int]:
    """The counts with what is chosen but has no event any more: it must stay to be taken away."""
    return counts | {key: 0 for key in chosen if key not in counts}


def _option(value: str, label: str, events: int, name: str = "") -> dict[str, Any]:
    return {"value": value, "label": label, "name": name if name != label else "", "events": events}


def unknown_keys(selection: Selection, store: Store, naming: Naming) -> list[str]:
    """Words for what a link asks for and the store has never heard of.

    A country is known to be one by its code alone: that no event tells of it is no fault of the link.
    """
    if not (selection.organizations or selection.countries or selection.topics):
        return []
    bridges = store.view(EventFilter()).columns.bridges
    told = []
    for key in selection.organizations:
        kind, bare = ("family", key.removeprefix(FAMILY)) if key.startswith(FAMILY) else ("organization", key)
        if bare not in bridges[kind].keys:
            told.append(sentences.not_here(labels.ORGANIZATIONS, naming.short(key)))
    told += [
        sentences.not_here(labels.COUNTRIES, naming.country(code))
        for code in selection.countries
        if code not in bridges["country"].keys and naming.country(code) == code
    ]
    told += [
        sentences.not_here(labels.TOPICS, naming.topic(key))
        for key in selection.topics
        if key not in bridges["topic"].keys
    ]
    return told
