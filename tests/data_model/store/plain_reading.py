"""The questions answered the plain way, in Python over a list: what the store is held against."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from data_model import days as ds
from data_model.dates import EventDate
from data_model.store.filters import EventFilter
from data_model.values import STRENGTHS, Document, Event, Link, Report

FAMILIES = {"by-sc": "security-council", "ru-sc": "security-council"}
Memberships = tuple[tuple[str, date | None, date | None], ...]
# Armenia leaves one and comes back; the council has the members of its union.
_CSTO = (
    ("RU", None, None), ("BY", date(2012, 1, 1), None), ("AM", None, date(2014, 5, 31)),
    ("AM", date(2020, 1, 1), None),
)  # fmt: skip
MEMBERS = {
    "csto": _CSTO, "cis": (("KZ", date(2015, 6, 20), date(2023, 12, 31)), ("FR", None, None)),
    "ru-sc": (("RU", date(2000, 1, 1), date(2100, 1, 1)),), "csto-csc": _CSTO,
}  # fmt: skip


def fold(text: str) -> str:
    return "".join(s for s in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(s))


STANDING = {"happened": 3, "ongoing": 3, "cancelled": 2, "denied": 2, "postponed": 2, "planned": 1}


def happenings(reports: list, links: list[Link]) -> list[list[tuple[str, Event]]]:
    """Linked events together, the representative first: the plain way."""
    groups = [{event.id} for report in reports for event in report.normalized.events]
    for link in links:
        if link.kind == "apart":
            continue
        joined = [group for group in groups if link.one in group or link.other in group]
        groups = [group for group in groups if group not in joined] + [set().union(*joined)]
    told = {event.id: (one.document.id, event) for one in reports for event in one.normalized.events}
    written = {one.document.id: one.normalized.document_date.latest or date.min for one in reports}

    def in_order(group: set[str]) -> list[tuple[str, Event]]:
        members = [told[one] for one in group]
        standing = max(STANDING.get(event.status, 0) for _, event in members)
        last = [one for one in members if STANDING.get(one[1].status, 0) == standing]
        newest = max(written[document] for document, _ in last)
        says = min((one for one in last if written[one[0]] == newest), key=lambda one: one[1].id)
        return sorted(members, key=lambda one: (one[1].status != says[1].status, *order(one)))

    def order(member: tuple[str, Event]) -> tuple:
        _, event = member
        when = event.date
        bounded = when.earliest is not None and when.latest is not None
        size = (when.latest - when.earliest).days if bounded else 10**7
        return not when.placed, size, not event.main, event.id

    return [in_order(group) for group in groups]


def differing(members: list[tuple[str, Event]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """What the reports of a happening say differently, and who says it."""
    said: dict[tuple[str, str], set[str]] = {}
    for standing in range(4):
        alike = [one for one in members if STANDING.get(one[1].status, 0) == standing]
        firsts = [event.date.earliest for _, event in alike if event.date.earliest]
        lasts = [event.date.latest for _, event in alike if event.date.latest]
        if firsts and lasts and max(firsts) > min(lasts):
            for document, event in alike:
                said.setdefault(("day", event.date.edtf), set()).add(document)
    cities = [(document, event.place.city) for document, event in members if event.place and event.place.city]
    if len({city for _, city in cities}) > 1:
        for document, city in cities:
            said.setdefault(("city", city), set()).add(document)
    return {one: tuple(sorted(documents)) for one, documents in said.items()}


def is_exact(when: EventDate) -> bool:
    """One day, or it lasted; without a sign of doubt."""
    lasted = "/" in when.edtf
    one_day = len(when.spans) == 1 and when.earliest == when.latest
    return when.placed and (lasted or one_day) and not set("~?%") & set(when.edtf)


def sureness(when: EventDate) -> str:
    if is_exact(when):
        return "exact"
    return "approximate" if when.placed else "unplaced"


def bodies_of(
    members: list[tuple[str, Event]], layer: str, reports: Mapping[str, Report],
    families: Mapping[str, str] = FAMILIES, memberships: Mapping[str, Memberships] = MEMBERS,
) -> set[str]:  # fmt: skip
    """The bodies tied to a happening in a layer, and their families."""
    if layer == "acting":
        bodies = {body.key for _, event in members for body in event.organizations}
    elif layer == "named":
        bodies = {
            mention.value
            for document, event in members
            for mention in reports[document].normalized.mentions
            if mention.kind == "organization" and mention.value
            and any(one.start <= mention.start and mention.stop <= one.stop for one in event.evidence)
        }  # fmt: skip
    else:
        document, first = members[0]
        days = first.date
        if days.earliest is None or days.latest is None:
            days = reports[document].normalized.document_date
        came = {code for _, event in members for code in event.countries}
        bodies = {
            key
            for key, terms in memberships.items()
            for code, since, until in terms
            if code in came
            and (since is None or (days.earliest is not None and days.earliest >= since))
            and (until is None or (days.latest is not None and days.latest <= until))
        }
    return bodies | {f"family:{families[key]}" for key in bodies if key in families}


def passes(members: list[tuple[str, Event]], wanted: EventFilter, reports: Mapping[str, Report]) -> bool:
    found = [event for _, event in members]
    when = found[0].date
    bodies = bodies_of(members, wanted.organization_layer, reports)
    layers = {
        "participating": {code for event in found for code in event.countries},
        "location": {code for event in found for code in event.countries_location},
        "named": {code for event in found for code in event.countries_named},
        "by_membership": {code for event in found for code in event.countries_by_membership},
    }
    lands = layers.get(wanted.country_layer) or set()
    if wanted.country_layer == "any":
        lands = layers["participating"] | layers["location"] | layers["named"]
    words = "\n".join(
        fold(text)
        for event in found
        for text in (
            event.title, *(one.text for one in event.evidence), *(one.name for one in event.participants),
            *(text for one in event.organizations for text in (one.name, one.abbr)), *event.groups,
            (event.place.city if event.place else None) or "",
        )
    )  # fmt: skip
    return (
        (not wanted.organizations or bool(bodies & set(wanted.organizations)))
        and (not wanted.countries or bool(lands & set(wanted.countries)))
        and (not wanted.topics or any(set(event.topics) & set(wanted.topics) for event in found))
        and (not wanted.types or found[0].type in wanted.types)
        and (not wanted.statuses or found[0].status in wanted.statuses)
        and wanted.certainty in ("all", sureness(when))
        and (wanted.strength == "all" or max(one.score for one in found) >= STRENGTHS[wanted.strength])
        and bool(ds.intersect(when.spans, ds.between(wanted.since, wanted.until)))
        and (not wanted.documents or any(document in wanted.documents for document, _ in members))
        and all(tells(words, fold(word)) for word in wanted.words)
        and (
            not wanted.languages
            or any(
                (reports[document].normalized.language or "und") in wanted.languages
                for document, _ in members
            )
        )
        and (
            not wanted.publishers
            or any(publisher_of(reports[document].document) in wanted.publishers for document, _ in members)
        )
        and (not wanted.people or any(_people(event) & set(wanted.people) for event in found))
    )


def publisher_of(document: Document) -> str:
    """Who made it public: the host of its address, else the file it came from without its place in it."""
    host = urlsplit(document.url or "").hostname or ""
    return host.removeprefix("www.") or document.source.partition(":")[0]


def _people(event: Event) -> set[str]:
    return {one.key or one.name for one in event.participants if one.part != "absent"}


def tells(words: str, word: str) -> bool:
    """A word begins a word of the text."""
    at = words.find(word)
    while at >= 0:
        if not word[0].isalnum() or at == 0 or not words[at - 1].isalnum():
            return True
        at = words.find(word, at + 1)
    return False
