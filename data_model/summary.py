"""A scene and its events, told as the value the walk ends with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data_model.assemble.events import Assembly
from data_model.dates import EventDate
from data_model.dating.scene import Scene
from data_model.read.languages import read_language, read_of
from data_model.resolve.bounds import bounded
from data_model.resolve.people import Reference
from data_model.resolve.topics import resolve_topics
from data_model.values import Mention, Normalized, Organization, Person

_LONGEST_TITLE = 240


def summarize(scene: Scene, assembly: Assembly) -> Normalized:
    """The normalized document: its date, events, and everything it mentions with its place in the text."""
    named = dict.fromkeys(one.code for one in scene.countries if one.named)
    implied = dict.fromkeys(one.code for one in scene.countries if not one.named and one.code not in named)
    mentions = sorted(_mentions(scene, assembly.dates), key=lambda one: (one.start, one.stop, one.kind))
    language = scene.document.language or read_language(scene.text)
    return Normalized(
        id=scene.document.id,
        source=scene.document.source,
        language=language,
        title=_title(scene),
        document_date=scene.when,
        events=assembly.events,
        mentioned_people=_people(scene),
        mentioned_organizations=_organizations(scene),
        mentioned_countries=tuple(named),
        implied_countries=tuple(implied),
        topics=resolve_topics(scene.topics, len(scene.text), scene.knowledge),
        mentions=tuple(mentions),
        read=read_of(language),
    )


def _title(scene: Scene) -> str:
    """The title given beside the text, else the headline, else the first words."""
    if scene.document.title:
        return scene.document.title
    head = [sentence for sentence in scene.sentences if sentence.headline] or list(scene.sentences[:1])
    words = " ".join(scene.text[s.start : min(s.stop, s.start + _LONGEST_TITLE)] for s in head)
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1] + "…"


def _people(scene: Scene) -> tuple[Person, ...]:
    """Everyone named, once; an office or pronoun alone names nobody."""
    found: dict[str, Reference] = {}
    for one in scene.references:
        if one.named and (one.name not in found or (found[one.name].office is None and one.office)):
            found[one.name] = one
    return tuple(
        Person(
            one.name, one.key, one.office.text if one.office else "", one.office.country if one.office else ""
        )
        for one in found.values()
    )


def _organizations(scene: Scene) -> tuple[Organization, ...]:
    """Every body named, once; the own name of an international body's organ names its parent too."""
    keys: dict[str, None] = {}
    for one in scene.organizations:
        parent = scene.knowledge.organizations[one.key].parent
        above = parent and one.how == "full" and not scene.knowledge.organizations[parent].country
        keys.update(dict.fromkeys((one.key, parent) if above else (one.key,)))
    entries = [scene.knowledge.organizations[key] for key in keys]
    return tuple(Organization(entry.key, entry.name, entry.abbr) for entry in entries)


def _mentions(scene: Scene, dates: Mapping[int, EventDate]) -> Iterator[Mention]:
    for date in scene.dates:
        # One wording, one meaning: that of its event, else that of its clause.
        when = dates.get(date.start) or bounded(scene.told[date.start].when, date.bound)
        value = "" if date.reading.kind == "duration" else when.edtf
        yield Mention("date", date.start, date.stop, date.text, value)
    for person in scene.references:
        reader = scene.readers.get((person.start, person.stop), "")
        yield Mention("person", person.start, person.stop, person.text, person.name, reader)
    for body in scene.organizations:
        reader = scene.readers.get((body.start, body.stop), "")
        yield Mention("organization", body.start, body.stop, body.text, body.key, reader)
    for country in scene.countries:
        if country.named or country.how == "region":
            yield Mention("country", country.start, country.stop, country.text, country.code)
        else:
            place = f"{country.city or country.text}, {country.code}"
            yield Mention("place", country.start, country.stop, country.text, place)
    for office in scene.offices:
        yield Mention("role", office.start, office.stop, office.text, office.role)
    for action in scene.actions:
        kind = scene.knowledge.actions[action.actions[0]].type
        yield Mention("action", action.start, action.stop, action.text, kind)
    for topic in scene.topics:
        yield Mention("topic", topic.start, topic.stop, topic.text, topic.topic)
