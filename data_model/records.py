"""Values to plain records and back: the one place that knows the written field names.

The record of a `Normalized` is what `dateline normalize` prints, one JSON object a line, and what
the store keeps. Dates are written as EDTF and ISO 8601, offsets as integers, never as objects.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from data_model.dates import EventDate, Likely, Reason
from data_model.values import (
    Event,
    Evidence,
    Mention,
    Normalized,
    Organization,
    Participant,
    Person,
    Place,
    TopicScore,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = dict[str, Any]


def to_record(normalized: Normalized) -> Record:
    """A normalized document as plain JSON-ready data."""
    return {
        "id": normalized.id,
        "source": normalized.source,
        "language": normalized.language,
        "title": normalized.title,
        "document_date": {"edtf": normalized.document_date.edtf, **_date_record(normalized.document_date)},
        "events": [_event_record(event) for event in normalized.events],
        "mentioned_people": [_flat(person) for person in normalized.mentioned_people],
        "mentioned_organizations": [_flat(body) for body in normalized.mentioned_organizations],
        "mentioned_countries": list(normalized.mentioned_countries),
        "implied_countries": list(normalized.implied_countries),
        "topics": [{**_flat(topic), "words": list(topic.words)} for topic in normalized.topics],
        "mentions": [_flat(mention) for mention in normalized.mentions],
        "read": list(normalized.read),
        "partial": normalized.partial,
    }


def from_record(record: Record) -> Normalized:
    """The normalized document a record was made from."""
    when = record["document_date"]
    return Normalized(
        id=record["id"],
        source=record["source"],
        language=record["language"],
        title=record["title"],
        document_date=_date_value(when["edtf"], when),
        events=tuple(_event_value(event) for event in record["events"]),
        mentioned_people=tuple(Person(**person) for person in record["mentioned_people"]),
        mentioned_organizations=tuple(Organization(**body) for body in record["mentioned_organizations"]),
        mentioned_countries=tuple(record["mentioned_countries"]),
        implied_countries=tuple(record["implied_countries"]),
        topics=tuple(TopicScore(**{**topic, "words": tuple(topic["words"])}) for topic in record["topics"]),
        mentions=tuple(Mention(**mention) for mention in record["mentions"]),
        read=tuple(record.get("read") or ()),
        partial=record.get("partial") or "",
    )


def published_value(edtf: str | None) -> date | str | None:
    """The publication date as a document has it: a day as a day, everything wider as EDTF."""
    try:
        return date.fromisoformat(edtf) if edtf else None
    except ValueError:
        return edtf


def _flat(value: DataclassInstance) -> Record:
    """A value that holds no other, by its fields; `dataclasses.asdict` copies each of them deeply."""
    return {name: getattr(value, name) for name in _names(type(value))}


@cache
def _names(kind: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _date_record(when: EventDate) -> Record:
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "precision": when.precision,
        "basis": when.basis,
        "wording": when.wording,
        "likely": _flat(when.likely) if when.likely else None,
        "reasons": [_flat(reason) for reason in when.reasons],
    }


def _date_value(edtf: str, record: Record) -> EventDate:
    return EventDate(
        edtf,
        record["precision"],
        record["basis"],
        tuple(Reason(**reason) for reason in record["reasons"]),
        record["wording"],
        Likely(**record["likely"]) if record.get("likely") else None,
    )


def _event_record(event: Event) -> Record:
    return {
        "id": event.id,
        "main": event.main,
        "title": event.title,
        "type": event.type,
        "plover": event.plover,
        "cameo": event.cameo,
        "status": event.status,
        "date": event.date.edtf,
        **_date_record(event.date),
        "place": _flat(event.place) if event.place else None,
        "participants": [_flat(one) for one in event.participants],
        "groups": list(event.groups),
        "organizations": [_flat(one) for one in event.organizations],
        "countries": list(event.countries),
        "countries_location": list(event.countries_location),
        "countries_named": list(event.countries_named),
        "countries_by_membership": list(event.countries_by_membership),
        "topics": list(event.topics),
        "evidence": [_flat(one) for one in event.evidence],
        "numbers": list(event.numbers),
        "according_to": event.according_to,
        "score": event.score,
        "strength": event.strength,
        "score_reasons": list(event.score_reasons),
    }


def _event_value(record: Record) -> Event:
    return Event(
        id=record["id"],
        main=record["main"],
        title=record["title"],
        type=record["type"],
        plover=record["plover"],
        cameo=record["cameo"],
        status=record["status"],
        date=_date_value(record["date"], record),
        place=Place(**record["place"]) if record["place"] else None,
        participants=tuple(Participant(**one) for one in record["participants"]),
        groups=tuple(record["groups"]),
        organizations=tuple(Organization(**one) for one in record["organizations"]),
        countries=tuple(record["countries"]),
        countries_location=tuple(record["countries_location"]),
        countries_named=tuple(record["countries_named"]),
        countries_by_membership=tuple(record["countries_by_membership"]),
        topics=tuple(record["topics"]),
        evidence=tuple(Evidence(**one) for one in record["evidence"]),
        numbers=tuple(record["numbers"]),
        according_to=record["according_to"],
        score=record["score"],
        score_reasons=tuple(record["score_reasons"]),
    )
