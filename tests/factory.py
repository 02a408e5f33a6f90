"""Values for tests: say only what the test is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from data_model.dates import EventDate
from data_model.edtf import precision_of
from data_model.tellings import Form, Telling
from data_model.values import Document, Event, Evidence, Normalized, Organization, Participant, Place, Report


def make_date(edtf: str = "2023-06-08", **facts: Any) -> EventDate:
    """A stated date."""
    return EventDate(edtf, **{"precision": precision_of(edtf), "basis": "stated", "wording": edtf, **facts})


def make_document(id: str = "one", **facts: Any) -> Document:  # noqa: A002 - the field's name
    """A document of one sentence."""
    return Document(**{"id": id, "text": f"Report {id}.", "source": f"{id}.txt", **facts})


def make_event(id: str = "one:meeting:0", **facts: Any) -> Event:  # noqa: A002 - the field's name
    """A meeting on 8 June 2023; dates as EDTF, organizations as keys, place as "City, CC"."""
    if isinstance(facts.get("date"), str):
        facts["date"] = make_date(facts["date"])
    if isinstance(facts.get("place"), str):
        city, _, country = facts["place"].partition(", ")
        facts["place"] = Place(city or None, country or None)
    facts["organizations"] = tuple(
        Organization(one, one.upper(), one.upper(), "took part") if isinstance(one, str) else one
        for one in facts.get("organizations", ())
    )
    facts["participants"] = tuple(
        Participant(one) if isinstance(one, str) else one for one in facts.get("participants", ())
    )
    facts["evidence"] = tuple(
        Evidence(0, len(one), one) if isinstance(one, str) else one for one in facts.get("evidence", ())
    )
    defaults = {
        "main": False, "title": "A meeting", "type": "meeting", "plover": "", "cameo": "",
        "status": "happened", "date": make_date(), "place": None, "groups": (), "countries": (),
        "countries_location": (), "countries_named": (), "countries_by_membership": (), "topics": (),
    }  # fmt: skip
    return Event(**{"id": id, **defaults, **facts})


def make_report(id: str = "one", events: Sequence[Event] = (), **facts: Any) -> Report:  # noqa: A002
    """A report with its events; further facts go to the document, `normalized` to the rest."""
    defaults = {"language": "en", "title": f"Title of {id}", "document_date": make_date()}
    normalized = {**defaults, **facts.pop("normalized", {})}
    document = make_document(id, **facts)
    return Report(document, Normalized(id=id, source=document.source, events=tuple(events), **normalized))


def make_telling(id: str = "a:1", day: str = "2023-06-08", **facts: Any) -> Telling:  # noqa: A002
    """A meeting of two presidents in Minsk, the news of report `a` (what stands before the colon).

    `day` may be two days, "2023-06-01/2023-06-30", between which it was.
    """
    first, _, last = day.partition("/")
    start, stop = date.fromisoformat(first).toordinal(), date.fromisoformat(last or first).toordinal()
    document = id.partition(":")[0]
    defaults = {
        "content": f"content of {id}", "main": True, "type": "meeting", "status": "happened",
        "form": Form.PAIR,
        "edtf": day, "first": start, "last": stop, "width": stop - start, "stated": True,
        "people": {"p:xi-jinping", "p:sadyr-japarov"}, "bodies": (), "convened": (),
        "countries": {"c:CN", "c:KG"}, "city": "l:Minsk", "land": "BY", "words": {"w:gas", "n:350"},
        "report": {"p:xi-jinping", "p:sadyr-japarov", "c:CN", "w:gas", "w:railwa"}, "headline": (),
    }  # fmt: skip
    given = {**defaults, **facts}
    for name in ("people", "bodies", "convened", "countries", "words", "report", "headline"):
        given[name] = frozenset(given[name])
    names = {token: token[2:] for token in given["people"] | given["bodies"] | given["convened"]}
    return Telling(id=id, document=document, names=names, **given)
