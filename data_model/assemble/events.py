"""Candidates become events: which to show, which are the same, who took part, where, when, and their titles.

Each choice stands on those before it: keep → main → type → people → bodies → countries → place → same.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data_model.assemble.arguments import Argument, choose, weigh_bodies, weigh_countries, weigh_people
from data_model.assemble.candidates import find_candidates
from data_model.assemble.convening import gathered
from data_model.assemble.drafts import DATED, Draft
from data_model.assemble.event_types import choose_type, root_of
from data_model.assemble.keep import LIKELY_ENOUGH, Kept, keep_reasons, keep_share, weigh_events
from data_model.assemble.layers import members_of
from data_model.assemble.main_event import choose_main, is_named_by_day, is_told_of_somebody
from data_model.assemble.merging import merge_events
from data_model.assemble.moods import off_spans
from data_model.assemble.news import according_to
from data_model.assemble.numbers import numbers_of
from data_model.assemble.page_dates import names_by_day
from data_model.assemble.participants import participant_of
from data_model.assemble.places import choose_place
from data_model.assemble.same import Telling, telling_of
from data_model.assemble.statuses import status_of
from data_model.assemble.surroundings import GATHERINGS, Report, read_report
from data_model.assemble.titles import title_of
from data_model.assemble.when import date_drafts
from data_model.dates import EventDate
from data_model.dating.scene import Scene
from data_model.knowledge.modality import MOODS_OFF
from data_model.knowledge.plover import load_plover
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.spans import holding, within
from data_model.values import Event, Evidence, Organization, Place
from data_model.weights import Features

# So many days apart are two days of which one is that of the news, the other only told of.
_YEAR_APART = 300
_ANNOUNCED = ("planned", *MOODS_OFF)
# Types that tell of no deed.
_NO_DEED = ("statement", "other")


@dataclass(frozen=True, slots=True)
class Assembly:
    """The events of a document, and what the date wordings that they rest on mean.

    Attributes:
        events: The main one first, the others in order of telling.
        dates: By the start of a wording, the date it gives its event.
    """

    events: tuple[Event, ...] = ()
    dates: Mapping[int, EventDate] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown(Kept):
    """An event to show, with who took part weighed for it.

    Attributes:
        sides: Who may have taken part: people, bodies and countries, each with what speaks for it.
        chosen: Who of them did.
    """

    sides: Mapping[str, Sequence[Argument]]
    chosen: Mapping[str, Sequence[Argument]]


def assemble_events(scene: Scene) -> Assembly:
    """Every event of a document."""
    told = told_events(scene)
    events = sorted(merge_events(told), key=lambda event: (not event.main, event.evidence[0].start))
    dated = (one.draft for one in told)
    dates = {draft.dated.start: draft.when for draft in dated if draft.dated and draft.when}
    return Assembly(tuple(_with_ids(scene, events)), dates)


def told_events(scene: Scene) -> list[Telling]:
    """The events to show as they are told, none joined yet."""
    report, shown = weigh_document(scene)
    return _each_once(scene, [telling_of(scene, one.draft, _event(report, one)) for one in shown])


def _each_once(scene: Scene, told: Sequence[Telling]) -> list[Telling]:
    """Without the far days of a sentence that only its main clause is told of again.

    "A court on Thursday jailed him for crimes committed in 1993": of 1993 it tells nothing that has a title.
    """

    def says(one: Telling) -> tuple[int, str]:
        return one.draft.sentence.start, one.event.title

    def is_sure(one: Telling) -> bool:
        named = one.draft.dated is not None and names_by_day(scene, one.draft.dated)  # "the 5 May vote"
        return one.event.main or one.draft.action.key != DATED.key or named

    own = {says(one): one for one in told if is_sure(one)}
    return [one for one in told if is_sure(one) or not _are_apart(one, own.get(says(one)))]


def _are_apart(one: Telling, other: Telling | None) -> bool:
    """Whether two are of days so far from each other that they are of different years."""
    if other is None:
        return False
    first, second = one.event.date, other.event.date
    if first.earliest is None or first.latest is None or second.earliest is None or second.latest is None:
        return False
    between = max((second.earliest - first.latest).days, (first.earliest - second.latest).days)
    return between > _YEAR_APART


def weighed_candidates(scene: Scene) -> tuple[list[Draft], list[Features]]:
    """What the document may tell of, each candidate with what speaks for its being an event to show."""
    drafts = find_candidates(scene)
    return drafts, weigh_events(scene, drafts)


def kept_candidates(scene: Scene) -> list[Kept]:
    """The candidates to show, before the time of each is chosen."""
    drafts, weighed = weighed_candidates(scene)
    if not drafts:
        return []
    shares = [keep_share(features) for features in weighed]
    beside = [is_named_by_day(scene, one) or is_told_of_somebody(scene, one) for one in drafts]
    news = choose_main(weighed, shares, beside)
    news = _what_is_announced(scene, drafts, shares, news)
    kept = [
        Kept(draft, choose_type(scene, draft, main=at == news), at == news, share, keep_reasons(features))
        for at, (draft, share, features) in enumerate(zip(drafts, shares, weighed, strict=True))
        if at == news or share >= LIKELY_ENOUGH
    ]
    return [_as_the_headline(scene, one, drafts) if one.main else one for one in kept]


def _what_is_announced(scene: Scene, drafts: Sequence[Draft], shares: Sequence[float], news: int) -> int:
    """The plan or the calling off that a statement makes known: that is the news, who says so is not."""
    told = drafts[news]
    plans = (at for at, one in enumerate(drafts) if one.mention.mood in _ANNOUNCED)
    near = [at for at in plans if shares[at] >= LIKELY_ENOUGH and drafts[at].sentence == told.sentence]
    if not near or choose_type(scene, told, main=True) != "statement":
        return news
    announced = (
        at for at in near if drafts[at].when or choose_type(scene, drafts[at], main=False) not in _NO_DEED
    )
    return max(announced, key=lambda at: shares[at], default=news)


def _as_the_headline(scene: Scene, news: Kept, drafts: Sequence[Draft]) -> Kept:
    """The news as its headline tells it: "Talks Postponed" over talks whose verb stands far away.

    What is called off in front of its noun may go on: "Postponed talks resume".
    """
    heads = (one for one in drafts if one.sentence.headline and one.mention.noun)
    told = (one for one in heads if one.action.type == news.kind and one.mention.mood in MOODS_OFF)
    off = next((one for one in told if any(off_spans(scene, one.mention.stop, one.sentence.stop))), None)
    if off is None or news.draft.mention.mood != "happened":
        return news
    return replace(
        news, draft=replace(news.draft, mention=replace(news.draft.mention, mood=off.mention.mood))
    )


def weigh_document(scene: Scene) -> tuple[Report, list[Shown]]:
    """The events to show, each with who may have taken part."""
    kept = kept_candidates(scene)
    kept = [replace(one, draft=draft) for one, draft in zip(kept, date_drafts(scene, kept), strict=True)]
    report = read_report(scene, [one.draft for one in kept])
    return report, [_weigh(report, one) for one in kept]


def _weigh(report: Report, kept: Kept) -> Shown:
    draft, kind, main = kept.draft, kept.kind, kept.main
    people = weigh_people(report, draft, kind, main=main)
    bodies = weigh_bodies(report, draft, kind, main=main)
    came = choose("people", people)
    sent = frozenset(_countries_of(report.scene, draft, came))
    countries = weigh_countries(report, draft, kind, sent, main=main)
    sides = {"people": people, "bodies": bodies, "countries": countries}
    lands = choose("countries", countries)
    if kind in GATHERINGS:  # who met or called for a country was there for it
        lands += [one for one in countries if one.key in sent and one not in lands]
    chosen = {"people": came, "bodies": choose("bodies", bodies), "countries": lands}
    return Shown(draft, kind, main, kept.share, kept.reasons, sides, chosen)


def _countries_of(scene: Scene, draft: Draft, people: Sequence[Argument]) -> Iterator[str]:
    """The countries of people at the time of the report."""
    for one in people:
        if isinstance(one.side, Reference):
            country = participant_of(scene, draft, one.side, scene.when.spans).country
            if country:
                yield country


def _event(report: Report, shown: Shown) -> Event:
    scene, main, kind = report.scene, shown.main, shown.kind
    chosen = shown.chosen
    countries = [one.key for one in chosen["countries"]]
    draft = replace(
        shown.draft,
        people=_subject_first(shown.draft, chosen["people"]),
        bodies=tuple(one.side for one in chosen["bodies"] if isinstance(one.side, OrganizationMention)),
        states=tuple(one.side for one in chosen["countries"] if isinstance(one.side, CountryMention)),
        place=choose_place(report, shown.draft, kind, countries, main=main),
    )
    when = draft.when or EventDate()
    place = Place(draft.place.city or None, draft.place.code) if draft.place else None
    status = status_of(scene, draft, when)
    start, stop = draft.sentence.start, draft.sentence.stop
    named = dict.fromkeys(one.code for one in within(scene.countries, start, stop) if one.named)
    evidence = _evidence(scene, draft)
    root = draft.action.plover or root_of(scene, draft)
    bodies = _with_parents(scene, [one.key for one in chosen["bodies"]])
    convened = _with_parents(scene, [one.key for one in _convened(scene, draft, kind)])
    return Event(
        id="",
        main=main,
        title=title_of(scene, draft, kind, place, status, main=main),
        type=kind,
        plover=root,
        cameo=draft.action.cameo or load_plover().cameo.get(root, ""),
        status=status,
        date=when,
        place=place,
        participants=tuple(participant_of(scene, draft, one, when.spans) for one in draft.people),
        # Who is spoken of in a statement was not there.
        groups=() if kind == "statement" else tuple(dict.fromkeys(one.text for one in draft.groups)),
        organizations=tuple(_organization(scene, kind, key, convened=key in convened) for key in bodies),
        countries=tuple(countries),
        countries_location=(draft.place.code,) if draft.place else (),
        countries_named=tuple(named),
        countries_by_membership=members_of(scene, bodies, when.spans),
        topics=_topics(scene, start, stop),
        evidence=evidence,
        numbers=numbers_of(scene, evidence),
        according_to="" if main else according_to(scene, draft),
        score=round(shown.share, 2),
        score_reasons=shown.reasons,
    )


def _with_parents(scene: Scene, keys: Sequence[str]) -> list[str]:
    """Bodies with those they are organs of, where the text names these, too."""
    parents = (scene.knowledge.organizations[key].parent for key in keys)
    return list(dict.fromkeys((*keys, *(one for one in parents if one in scene.bodies_named))))


def _subject_first(draft: Draft, people: Sequence[Argument]) -> tuple[Reference, ...]:
    found = [one.side for one in people if isinstance(one.side, Reference)]
    subject = draft.subject.name if isinstance(draft.subject, Reference) else ""
    return tuple(sorted(found, key=lambda one: one.name != subject))


def _evidence(scene: Scene, draft: Draft) -> tuple[Evidence, ...]:
    """The sentence that tells of it, and the one that tells its day where that is another."""
    dated = holding(scene.sentences, draft.dated.start) if draft.dated else None
    told = [draft.sentence] if dated is None or dated == draft.sentence else [draft.sentence, dated]
    return tuple(Evidence(one.start, one.stop, scene.text[one.start : one.stop]) for one in told)


def _with_ids(scene: Scene, events: Sequence[Event]) -> Iterator[Event]:
    """Events with ids of the text and of where they are told in it, so that weights may change."""
    content = hashlib.blake2b(scene.text.encode(), digest_size=8).hexdigest()
    told: Counter[int] = Counter()
    for event in events:
        first = event.evidence[0]
        seed = f"{content}:{first.start}:{first.stop}:{told[first.start]}"
        told[first.start] += 1
        digest = hashlib.blake2b(seed.encode(), digest_size=4).hexdigest()
        yield replace(event, id=f"{scene.document.id}-{digest}")


def _convened(scene: Scene, draft: Draft, kind: str) -> Sequence[OrganizationMention]:
    """The bodies that called an event together: whose session it is, of anything else who did it."""
    if kind == "summit":
        return gathered(scene, draft)
    return [one for one in draft.bodies if one is draft.subject]


def _organization(scene: Scene, kind: str, key: str, *, convened: bool) -> Organization:
    entry = scene.knowledge.organizations[key]
    part = "decided" if kind == "agreement" else "convened" if convened else "took part"
    return Organization(key, entry.name, entry.abbr, part)


def _topics(scene: Scene, start: int, stop: int) -> tuple[str, ...]:
    worth: Counter[str] = Counter()
    for mention in within(scene.topics, start, stop):
        worth[mention.topic] += mention.worth
    return tuple(topic for topic, score in worth.most_common() if score > 1)
