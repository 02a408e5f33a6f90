"""Drafts become events: participants with their office at the date, countries in layers, evidence."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from data_model.assemble.attendance import add_attendance
from data_model.assemble.dated import draft_dated
from data_model.assemble.drafts import Draft
from data_model.assemble.event_dates import allot_dates, date_draft
from data_model.assemble.event_types import choose_type, root_of
from data_model.assemble.layers import bodies_of, members_of, sides_of
from data_model.assemble.leads import lead_of, lead_sentences
from data_model.assemble.merging import merge_events
from data_model.assemble.news import according_to, draft_news
from data_model.assemble.news_days import with_news_day
from data_model.assemble.participants import participant_of
from data_model.assemble.parts import draft_action
from data_model.assemble.places import place_news
from data_model.assemble.statuses import status_of
from data_model.assemble.titles import title_of
from data_model.dates import EventDate
from data_model.dating.scene import Scene
from data_model.find.actions import ActionMention
from data_model.knowledge.plover import load_plover
from data_model.resolve.countries import CountryMention
from data_model.spans import holding, within
from data_model.values import Event, Evidence, Organization, Place, Sentence

# Told of in passing these are no events; as the news of the report they are.
_NEWS_ONLY = ("denied", "hypothetical")


@dataclass(frozen=True, slots=True)
class Assembly:
    """The events of a document, and what the date wordings that they rest on mean.

    Attributes:
        events: The main one marked, in order of telling.
        dates: By the start of a wording, the date it gives its event.
    """

    events: tuple[Event, ...] = ()
    dates: Mapping[int, EventDate] = field(default_factory=dict)


def assemble_events(scene: Scene) -> Assembly:
    """Every event of a document."""
    drafts, main = draft_events(scene)
    if not drafts:
        return Assembly()
    events = [_event(scene, draft, main=at == main) for at, draft in enumerate(drafts)]
    # The main event comes first, so that every other telling of it is merged into it; headlines come last.
    heads = {_id(scene.document.id, draft): draft.when is None for draft in drafts if draft.sentence.headline}
    merged = merge_events(sorted(events, key=lambda event: (not event.main, event.id in heads)))
    # What a headline says without a date and no sentence tells again is the news in other words.
    kept = [event for event in merged if event.main or not heads.get(event.id)]
    told = {one.dated.start: one.when for one in (*drafts, drafts[main]) if one.dated and one.when}
    return Assembly(tuple(sorted(kept, key=lambda event: (not event.main, event.evidence[0].start))), told)


def draft_events(scene: Scene) -> tuple[list[Draft], int]:
    """The events as they are told, none joined yet, and which of them is the news of the document."""
    drafts = [draft for draft in allot_dates(scene, _drafts(scene)) if _of_this_report(scene, draft)]
    lead = lead_sentences(scene)
    drafts = _with_news(scene, lead, drafts)
    if not drafts:
        return [], 0
    news = lead_of(scene, lead, drafts)
    main = next(at for at, draft in enumerate(drafts) if draft is news)
    drafts = [add_attendance(scene, draft, main=draft is news) for draft in drafts]
    drafts[main] = _with_each_call(scene, drafts, _from_title(drafts, place_news(scene, drafts[main])))
    drafts[main] = with_news_day(scene, drafts[main])
    drafts += [draft for draft in draft_dated(scene, drafts) if _of_this_report(scene, draft)]
    return drafts, main


def _from_title(drafts: list[Draft], news: Draft) -> Draft:
    """The news that is still to come with the date its headline gives: "X to visit Minsk today"."""
    if news.when is not None or news.mention.mood != "planned":
        return news
    dated = (draft for draft in drafts if draft.sentence.headline and draft.when is not None)
    title = next(dated, news)
    return replace(news, dated=title.dated, when=title.when)


def _with_each_call(scene: Scene, drafts: list[Draft], news: Draft) -> Draft:
    """Several calls told as one piece of news ("a number of phone calls") with everyone they were with."""
    words = scene.text[news.mention.start : news.stop].lower()
    if news.action.type != "call" or not any(
        f"{noun}s" in words for noun in scene.knowledge.actions["call"].nouns
    ):
        return news
    calls = [one for one in drafts if one.action.type == "call" and one.mention.mood == "happened"]
    everyone = {one.name: one for call in (news, *calls) for one in call.people}
    return replace(news, people=tuple(everyone.values()))


def _with_news(scene: Scene, lead: Sequence[Sentence], drafts: list[Draft]) -> list[Draft]:
    """What was done; where the lead tells nothing done, what it denies or supposes, else what it says."""
    done = [draft for draft in drafts if draft.mention.mood not in _NEWS_ONLY]
    if any(draft.sentence.headline or draft.sentence in lead for draft in done):
        return done
    doubted = [draft for draft in drafts if draft not in done and draft.sentence in lead]
    return (doubted or allot_dates(scene, draft_news(scene, lead))) + done


def _drafts(scene: Scene) -> list[Draft]:
    found: list[Draft] = []
    for sentence in scene.sentences:
        if sentence.furniture:
            continue
        told = 0
        for one in within(scene.actions, sentence.start, sentence.stop):
            mention = _as_headline(scene, one) if sentence.headline else one
            if mention.mood == "mentioned" or mention.start < told:
                continue
            for key in mention.actions:
                draft = draft_action(scene, sentence, mention, scene.knowledge.actions[key])
                if draft is not None:
                    found.append(draft)
                    told = max(told, _object_stop(scene, draft))
                    break
    return found


def _as_headline(scene: Scene, mention: ActionMention) -> ActionMention:
    """In a headline an infinitive tells what is to come: "X to visit Y"."""
    ahead = scene.side_words.purpose.match(scene.text, max(0, mention.start - len("to ")), mention.stop)
    to_come = mention.mood == "mentioned" and mention.tense == "base" and ahead is not None
    return replace(mention, mood="planned", tense="future") if to_come else mention


def _object_stop(scene: Scene, draft: Draft) -> int:
    """Where the noun ends that a verb takes for its object ("attended the summit"): both tell one event."""
    if draft.mention.noun or draft.action.needs != "object":
        return 0
    nouns = (one for one in within(scene.actions, draft.mention.stop, draft.stop) if one.noun)
    first = next((one for one in nouns if one.text.lower() in draft.action.object_words), None)
    return first.stop if first else 0


def _of_this_report(scene: Scene, draft: Draft) -> bool:
    """Not so what is told as past with a later date than the report's: a teaser of another page."""
    if draft.when is None or draft.mention.mood != "happened" or draft.mention.noun:
        return True
    first, report = draft.when.earliest, scene.when.latest
    return first is None or report is None or draft.when.basis != "stated" or first <= report


def _event(scene: Scene, draft: Draft, *, main: bool) -> Event:
    when = date_draft(scene, draft, news=main or draft.sentence.headline)
    place = _place(draft.place)
    status = status_of(scene, draft, when)
    kind = choose_type(scene, draft, main=main)
    people = tuple(participant_of(scene, draft, one, when.spans) for one in draft.people)
    location = (draft.place.code,) if draft.place else ()
    named = dict.fromkeys(
        one.code for one in within(scene.countries, draft.sentence.start, draft.sentence.stop) if one.named
    )
    start, stop = draft.sentence.start, draft.sentence.stop
    root = draft.action.plover or root_of(scene, draft)
    bodies = bodies_of(scene, draft, when.spans)
    return Event(
        id=_id(scene.document.id, draft),
        main=main,
        title=title_of(scene, draft, kind, place, status),
        type=kind,
        plover=root,
        cameo=draft.action.cameo or load_plover().cameo.get(root, ""),
        status=status,
        date=when,
        place=place,
        participants=people,
        groups=tuple(dict.fromkeys(one.text for one in draft.groups)),
        organizations=tuple(_organization(scene, draft, key) for key in bodies),
        countries=sides_of(scene, draft, people),
        countries_location=location,
        countries_named=tuple(named),
        countries_by_membership=members_of(scene, bodies, when.spans),
        topics=_topics(scene, start, stop),
        evidence=_evidence(scene, draft),
        according_to="" if main else according_to(scene, draft),
    )


def _evidence(scene: Scene, draft: Draft) -> tuple[Evidence, ...]:
    """The sentence that tells of it, and the one that tells its day where that is another."""
    dated = holding(scene.sentences, draft.dated.start) if draft.dated else None
    told = [draft.sentence] if dated is None or dated == draft.sentence else [draft.sentence, dated]
    return tuple(Evidence(one.start, one.stop, scene.text[one.start : one.stop]) for one in told)


def _id(document: str, draft: Draft) -> str:
    """Stable over runs: the document, and the action and where in it it is told."""
    seed = f"{draft.action.key}:{draft.mention.start}"
    return f"{document}-{hashlib.blake2b(seed.encode(), digest_size=4).hexdigest()}"


def _place(found: CountryMention | None) -> Place | None:
    return Place(found.city or None, found.code) if found else None


def _organization(scene: Scene, draft: Draft, key: str) -> Organization:
    entry = scene.knowledge.organizations[key]
    convenes = draft.action.type == "summit" or getattr(draft.subject, "key", None) == key
    part = "decided" if draft.action.type == "agreement" else "convened" if convenes else "took part"
    return Organization(key, entry.name, entry.abbr, part)


def _topics(scene: Scene, start: int, stop: int) -> tuple[str, ...]:
    worth: Counter[str] = Counter()
    for mention in within(scene.topics, start, stop):
        worth[mention.topic] += mention.worth
    return tuple(topic for topic, score in worth.most_common() if score > 1)
