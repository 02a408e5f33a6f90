"""The rows each choice is learnt from: candidates of the annotated pages, each with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from benchmarks.annotated import annotated_event, annotated_pages, scene_of
from benchmarks.gold_sets import Record, events_of, gold_of, list_scorer
from benchmarks.labels import event_at, events_between, types_of
from benchmarks.logit import Row
from data_model import Document
from data_model.assemble.arguments import Argument
from data_model.assemble.drafts import Draft
from data_model.assemble.event_types import weigh_types
from data_model.assemble.events import Shown, told_events, weigh_document, weighed_candidates
from data_model.assemble.keep import keep_share
from data_model.assemble.main_event import weigh_main
from data_model.assemble.places import weigh_places
from data_model.assemble.same import can_be_same, weigh_same
from data_model.assemble.surroundings import Report
from data_model.knowledge.load import load_knowledge
from data_model.weights import Features


def event_type_rows() -> list[Row]:
    """Rows for the type of an event: right is that of the annotated event whose words its trigger lies in."""
    rows = []
    for name, document, fold, weight in annotated_pages():
        scene = scene_of(document)
        for at, one in enumerate(weigh_document(scene)[1]):
            draft, main = one.draft, one.main
            gold = event_at(name, document, draft.mention.start) or (
                events_of(name, document.id)[0] if name == "dev" and main else None
            )
            if gold is None:
                continue
            right = types_of(gold)
            key = f"{name}/{document.id}"
            for kind, features in weigh_types(scene, draft, main=main).items():
                rows.append(Row(key, fold, f"{key}/{at}", kind, dict(features), kind in right, weight))
    return rows


def keep_rows() -> list[Row]:
    """Rows for what is an event to show: right is a candidate whose clause an annotated event rests on."""
    rows = []
    for name, document, fold, weight in annotated_pages(whole=True):
        for at, (draft, features) in enumerate(_candidates(document)):
            events = events_between(name, document, draft.start, draft.stop)
            wanted = [one for one in events if not one.get("optional")]
            if events and not wanted:
                continue
            key = f"{name}/{document.id}"
            rows.append(Row(key, fold, f"{key}/{at}", "event", dict(features), bool(wanted), weight))
    return rows


def main_rows() -> list[Row]:
    """Rows for the news of a document: right is what tells the main annotated event."""
    rows = []
    for name, document, fold, weight in annotated_pages(whole=True):
        key = f"{name}/{document.id}"
        for at, (draft, features) in enumerate(_candidates(document)):
            right = any(one.get("main") for one in events_between(name, document, draft.start, draft.stop))
            placed = weigh_main(features, keep_share(features))
            rows.append(Row(key, fold, key, str(at), placed, right, weight))
    return rows


def _candidates(document: Document) -> Iterator[tuple[Draft, Features]]:
    """What a document may tell of, each candidate with what speaks for it."""
    drafts, weighed = weighed_candidates(scene_of(document))
    return zip(drafts, weighed, strict=True)


def _known_bodies(name: str, document: Document) -> Iterable[Record]:
    """The bodies of a page as they were annotated once for all its events."""
    found: Iterable[Record] = (
        () if name == "seeds" else gold_of(name)[document.id].get("organizations_known", ())
    )
    return found


def _is_among(told: Record, wanted: Iterable[str | Record], known: Mapping[str, Record]) -> bool:
    """Whether a body is one of those annotated, by any of its names."""
    named = (known.get(one, one) if isinstance(one, str) else one for one in wanted)
    return any(list_scorer().same_org(told, one) for one in named)


def same_rows() -> list[Row]:
    """Rows for what is told twice: right are two of a document that one annotated event rests on."""
    rows = []
    for name, document, fold, weight in annotated_pages(whole=True):
        told = told_events(scene_of(document))
        gold = [annotated_event(name, document, one.draft, main=False) for one in told]
        key = f"{name}/{document.id}"
        for (at, one), (by, other) in combinations(enumerate(told), 2):
            # What was not annotated may be a second telling that was passed over: it teaches nothing.
            if gold[at] and gold[by] and can_be_same(one.event, other.event):
                right = gold[at] is gold[by]
                rows.append(
                    Row(key, fold, f"{key}/{at}/{by}", "same", dict(weigh_same(one, other)), right, weight)
                )
    return rows


def argument_rows(kind: str) -> list[Row]:
    """Rows for who took part: right are the people, countries or bodies annotated for the event."""
    rows = []
    for one in _shown_events():
        for side in one.event.sides[kind]:
            right = _took_part(kind, one.name, one.document, one.gold, side)
            if right is not None:
                rows.append(one.row(side.key, side.features, right=right))
    return rows


def place_rows() -> list[Row]:
    """Rows for where an event was: right is the annotated city, or country without a city, or nowhere."""
    rows = []
    for one in _shown_events():
        place = one.gold.get("place") or {}
        wanted = {"city": place} if isinstance(place, str) else place
        event = one.event
        came = [side.key for side in event.chosen["countries"]]
        weighed = weigh_places(one.report, event.draft, event.kind, came, main=event.main)
        for spot, (_, found) in weighed.items():
            rows.append(one.row(spot, found, right=_is_place(spot, wanted)))
    return rows


@dataclass(frozen=True, slots=True)
class _ShownEvent:
    """An event that a page shows, with the annotated one it tells of.

    Attributes:
        name: The set of the page.
        at: Its number among the events of the page.
    """

    name: str
    document: Document
    fold: int
    weight: float
    at: int
    report: Report
    event: Shown
    gold: Record

    def row(self, value: str, features: Features, *, right: bool) -> Row:
        """A row for one of the values that are weighed for it."""
        key = f"{self.name}/{self.document.id}"
        return Row(key, self.fold, f"{key}/{self.at}", value, dict(features), right, self.weight)


def _shown_events() -> Iterator[_ShownEvent]:
    """The events the annotated pages show, those that tell of an annotated event."""
    for name, document, fold, weight in annotated_pages():
        report, shown = weigh_document(scene_of(document))
        for at, event in enumerate(shown):
            gold = annotated_event(name, document, event.draft, main=event.main)
            if gold is not None:
                yield _ShownEvent(name, document, fold, weight, at, report, event, gold)


def _is_place(spot: str, wanted: Record) -> bool:
    """Whether "city/country", or "" for nowhere, is an annotated place."""
    scorer = list_scorer()
    city, _, country = spot.partition("/")
    if not wanted.get("city"):
        return not city and country == (wanted.get("country") or "")
    told, true = scorer.name_tokens(city), scorer.name_tokens(wanted["city"])
    return bool(told) and (told == true or any(scorer.tok_match(a, b) == 2 for a in told for b in true))  # noqa: PLR2004 - wholly


def _took_part(kind: str, name: str, document: Document, gold: Record, one: Argument) -> bool | None:
    """Whether a candidate took part by what was annotated, None where that is left open."""
    scorer = list_scorer()
    if kind == "countries":
        return None if one.key in gold.get("countries_optional", ()) else one.key in gold.get("countries", ())
    if kind == "people":
        wanted, left_open = (
            any(
                scorer.same_person(one.key, each if isinstance(each, str) else each["name"])
                for each in gold.get(field, ())
            )
            for field in ("participants", "participants_optional")
        )
    else:
        known = {each["name"]: each for each in _known_bodies(name, document)}
        entry = load_knowledge().organizations.get(one.key)
        told = {"name": entry.name if entry else one.side.text, "abbr": entry.abbr if entry else ""}
        wanted = _is_among(told, gold.get("organizations", ()), known)
        minor = [each for each in known.values() if each.get("kind") in scorer.OPTIONAL_KINDS]
        left_open = _is_among(told, [*gold.get("organizations_optional", ()), *minor], known)
        wanted = wanted and not left_open
    return wanted or (None if left_open else False)
