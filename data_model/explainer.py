"""The walk of one document told to a person: what was found, what each became, and why."""

from __future__ import annotations

from collections.abc import Iterator

from data_model.dates import EventDate
from data_model.silence import why_silent
from data_model.values import Document, Event, Normalized

_LINE = 100
_KINDS = {
    "date": "Dates",
    "person": "People",
    "organization": "Organizations",
    "country": "Countries",
    "place": "Places",
    "role": "Offices",
    "action": "Actions",
}


def explain(document: Document, normalized: Normalized) -> Iterator[str]:
    """Lines of text: the document's date, then every mention with its meaning, then every event."""
    yield f"{normalized.id}: {normalized.title}"
    size = len(document.text)
    language = normalized.language or "language not told"
    yield f"  read from {normalized.source or 'memory'}, {language}, {size} characters"
    if normalized.read:
        yield f"  understood of it: {', '.join(normalized.read)}"
    for why in filter(None, (normalized.partial, why_silent(document, normalized))):
        yield f"  {why}"
    yield ""
    yield "When it was written"
    yield from _date_lines(document.text, normalized.document_date)
    for kind, title in _KINDS.items():
        yield from _mention_lines(normalized, kind, title)
    yield ""
    yield "Topics"
    for topic in normalized.topics:
        yield f"  {topic.name}: {topic.score:.2f} ({', '.join(topic.words)})"
    for event in normalized.events:
        yield ""
        yield from _event_lines(document.text, event)


def _mention_lines(normalized: Normalized, kind: str, title: str) -> Iterator[str]:
    """One line a distinct wording and meaning, with the offsets of the first and how often it stands."""
    found: dict[tuple[str, str], list[int]] = {}
    for mention in normalized.mentions:
        if mention.kind == kind:
            found.setdefault((_short(mention.text), mention.value), []).append(mention.start)
    if not found:
        return
    yield ""
    yield title
    for (text, value), starts in found.items():
        times = f", {len(starts)} times" if len(starts) > 1 else ""
        yield f"  “{text}” → {value or 'not told'} (at {starts[0]}{times})"


def _date_lines(text: str, when: EventDate) -> Iterator[str]:
    bounds = f"{when.earliest or 'open'} to {when.latest or 'open'}"
    yield f"  {when.edtf} ({when.precision}, {when.basis}; {bounds})"
    if when.likely:
        yield f"  likely {when.likely.edtf}, right in {when.likely.share:.0%} of such cases"
    for reason in when.reasons:
        words = f" “{_short(text[reason.start : reason.stop])}”" if reason.start is not None else ""
        entry = f" [{reason.entry}]" if reason.entry else ""
        yield f"  because {reason.why}{words}{entry}"


def _event_lines(text: str, event: Event) -> Iterator[str]:
    main = ", the news of the document" if event.main else ""
    yield f"Event {event.id}{main}"
    yield f"  {event.title}"
    yield f"  {event.type} (PLOVER {event.plover or '–'}, CAMEO {event.cameo or '–'}), {event.status}"
    yield f"  {event.strength} ({event.score:.0%}): {'; '.join(event.score_reasons)}"
    yield from _date_lines(text, event.date)
    if event.according_to:
        yield f"  according to {event.according_to}"
    if event.place:
        yield f"  at {', '.join(part for part in (event.place.city, event.place.country) if part)}"
    for person in event.participants:
        yield f"  with {person.name}" + (f", {person.role}" if person.role else "") + f" ({person.part})"
    for group in event.groups:
        yield f"  with {group}"
    for body in event.organizations:
        yield f"  body {body.name} ({body.part})"
    layers = (
        ("participating", event.countries),
        ("location", event.countries_location),
        ("named", event.countries_named),
        ("by membership", event.countries_by_membership),
    )
    for layer, codes in layers:
        if codes:
            yield f"  countries {layer}: {', '.join(codes)}"
    for one in event.evidence:
        yield f"  from {one.start}–{one.stop}: “{_short(one.text)}”"


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LINE else flat[: _LINE - 1] + "…"
