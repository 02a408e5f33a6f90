"""The sentences that tell what is shown, and the choices the filters offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from dashboard import ids, labels, sentences
from dashboard.components.view_parts import Chip
from dashboard.days_in_words import short_day
from dashboard.naming import FAMILY, Naming
from dashboard.selection import PARAMETERS, Selection
from data_model import EventFilter, Store

if TYPE_CHECKING:
    import pandas as pd

    from data_model import Counts, Unread

HALF_A_YEAR = 184


def headline(selection: Selection, counts: Counts, naming: Naming) -> str:
    """`4 events of CSTO in Belarus, June 2023`."""
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
    if counts.first and counts.last:
        years = counts.first.year, counts.last.year
        return f"{subject}, {years[0] if years[0] == years[1] else f'{years[0]}–{years[1]}'}"
    return subject


def subline(counts: Counts, span: str, *, period: bool) -> str:
    """How much of the store this is, and how sure its dates are.

    Args:
        counts: What was found.
        span: The days of the data, "" when they would only say the period again.
        period: Whether a period was asked for, so that some may only be in it.
    """
    maybe = counts.events - counts.certain.events if period else 0
    shown = sentences.of_total(counts.events, counts.total.events)
    if maybe:
        shown = sentences.certain_and_possible(counts.certain.events, maybe, counts.total.events)
    told = [span] if span else []
    if counts.undated:
        told.append(sentences.undated(counts.undated, others=bool(span)))
    parts = [f"{shown} from {sentences.counted(counts.documents, 'document')}", "; ".join(told)]
    return " · ".join(filter(None, parts))


def span_of(placed: pd.DataFrame) -> str:
    """The days of the data, each end no more precise than the event it comes from."""
    if placed.empty:
        return ""
    first = placed.loc[placed["earliest"].idxmin()]
    last = placed.loc[placed["latest"].idxmax()]
    return sentences.from_to(_end(first, "earliest"), _end(last, "latest"))


def _end(row: pd.Series[Any], side: str) -> str:
    """`6 Sep 2023`, `Sep 2023` or `2023`: a bound of an uncertain date is only as sharp as its stretch."""
    day = row[side].date()
    lasted = "/" in str(row["edtf"]) and not row["approximate"]
    days = 1 if lasted else (row["latest"] - row["earliest"]).days + 1
    if days == 1 and not row["approximate"]:
        return short_day(day)
    return short_day(day).split(" ", 1)[1] if days <= HALF_A_YEAR else str(day.year)


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
    if selection.since:
        found.append(Chip(PARAMETERS["since"], "", f"{labels.SINCE} {short_day(selection.since)}"))
    if selection.until:
        found.append(Chip(PARAMETERS["until"], "", f"{labels.UNTIL} {short_day(selection.until)}"))
    if selection.text:
        found.append(Chip(PARAMETERS["text"], "", sentences.told_as(selection.text)))
    return found


def choices(facets: pd.DataFrame, selection: Selection, naming: Naming) -> dict[str, Any]:
    """What the four lists offer, with the number of events each would leave."""
    counts: dict[str, dict[str, int]] = {}
    for kind, key, events in zip(facets["kind"], facets["key"], facets["events"], strict=True):
        counts.setdefault(str(kind), {})[str(key)] = int(events)
    families = _families(counts, naming)
    bodies = _with(
        counts.get("organization", {}), [k for k in selection.organizations if not k.startswith(FAMILY)]
    )
    families = _with(families, [key for key in selection.organizations if key.startswith(FAMILY)])
    groups = []
    if families:
        offered = [_option(key, naming.organization(key), n) for key, n in families.items()]
        groups.append({"group": labels.FAMILY_GROUP, "items": offered})
    single = [_option(key, naming.short(key), n, naming.organization(key)) for key, n in bodies.items()]
    groups.append({"group": labels.SINGLE_GROUP, "items": single})
    countries = _with(counts.get("country", {}), selection.countries)
    topics = _with(counts.get("topic", {}), selection.topics)
    types = _with(counts.get("type", {}), selection.types)
    return {
        ids.ORGANIZATION: groups,
        ids.COUNTRY: [_option(code, naming.country(code), n) for code, n in countries.items()],
        ids.TOPIC: [_option(key, naming.topic(key), n) for key, n in topics.items()],
        ids.TYPE: [_option(key, labels.TYPE_NAMES.get(key, key), n) for key, n in types.items()],
    }


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
    """Words for what a link asks for and the store has never heard of."""
    if not (selection.organizations or selection.countries or selection.topics):
        return []
    facets = store.facets(EventFilter(country_layer=selection.layer))
    known = {(str(kind), str(key)) for kind, key in zip(facets["kind"], facets["key"], strict=True)}
    told = []
    for key in selection.organizations:
        kind, bare = ("family", key.removeprefix(FAMILY)) if key.startswith(FAMILY) else ("organization", key)
        if (kind, bare) not in known:
            told.append(sentences.not_here(labels.ORGANIZATIONS, naming.short(key)))
    told += [
        sentences.not_here(labels.COUNTRIES, naming.country(c))
        for c in selection.countries
        if ("country", c) not in known
    ]
    told += [
        sentences.not_here(labels.TOPICS, naming.topic(t))
        for t in selection.topics
        if ("topic", t) not in known
    ]
    return told
