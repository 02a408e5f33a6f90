"""When an event was that is not the news itself: of the times its report tells of the likeliest, weighed.

Put to choice are the wordings near it and those at the top of the report, the report's own day, a well-known
happening, and what the tense leaves open. Wordings of one value are one candidate. Only its own clause is
taken at its word: the day of the report or of another sentence has to be as good as sure, else the time stays
open and that day is what is likely. The points stand in `when.toml` beside this file, written by `make fit`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data_model import days as ds
from data_model.assemble.allotted import is_told_then
from data_model.assemble.attributions import attribution_of
from data_model.assemble.drafts import NO_VERB, Draft
from data_model.assemble.event_dates import date_by, day_of_report, open_date
from data_model.assemble.happening_dates import date_of, happening_of, sharpened
from data_model.assemble.keep import Kept
from data_model.assemble.leads import report_of
from data_model.assemble.news_days import date_news, is_day, kind_of
from data_model.assemble.page_dates import is_of_noun, is_of_page, is_said
from data_model.dates import EventDate, Likely, Reason
from data_model.dating.scene import Scene
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense_cue
from data_model.knowledge.modality import MOODS_OFF
from data_model.resolve.happenings import HappeningMention
from data_model.resolve.quotes import quote_at
from data_model.spans import within
from data_model.values import Sentence
from data_model.weights import Features, load_weights

# Sentences of the report near its top; how many before and behind an event may tell its day.
_TOP, _BEFORE, _BEHIND = 6, 4, 2
# What is told is not older news than so many days.
_LATELY = 10
_FAR = 120
# Of a sentence without an end only what stands so near is looked at; one that tells more events is no prose.
_SIGHT, _MOST, _CROWD = 300, 4, 12
_LIMITS = ("until", "by", "since")
_TO_COME = ("planned", "hypothetical")
OPEN, REPORT = "open", "report"
# So likely a day is that is told of something else and still is the event's.
_SURE = 0.75
# Where a wording stands, and what an event is in its report.
WHERE = ("clause", "sentence", "before", "behind", "far_before", "far_behind", "headline", "top")
ROLES = ("ahead", "off", "statement", "noun", "deed")


@dataclass(frozen=True, slots=True)
class Dated:
    """A time an event may be of.

    Attributes:
        when: The time.
        mention: The wording that tells it, None for the report's own day and what is left open.
        features: What speaks for it, by the names of `when.toml`.
    """

    when: EventDate
    mention: DateMention | None
    features: Features


def date_drafts(scene: Scene, kept: Sequence[Kept]) -> list[Draft]:
    """What is shown with the time each is of, and the wording that tells it."""
    drafts = [one.draft for one in kept]
    return [
        date_news(scene, one.draft, drafts) if one.main else _dated(one.draft, dates)
        for one, dates in zip(kept, weigh_dates(scene, kept), strict=True)
    ]


def _dated(draft: Draft, dates: Sequence[Dated]) -> Draft:
    weights = load_weights("data_model.assemble", "when.toml")
    shares = weights.shares([one.features for one in dates])
    best = dates[shares.index(max(shares))]
    share = weights.calibrated(max(shares))
    if "clause" in best.features or OPEN in best.features or share >= _SURE:
        return replace(draft, dated=best.mention, when=best.when)
    left = next(one.when for one in dates if OPEN in one.features)
    if best.when.precision == "day" and ds.intersect(best.when.spans, left.spans) == best.when.spans:
        told = best.mention
        where = (told.start, told.stop) if told else ()
        why = "likely the day told here of something else" if told else "likely the report's own day"
        left = replace(left.because(Reason(why, *where)), likely=Likely(best.when.edtf, round(share, 2)))
    return replace(draft, dated=None, when=left)


def weigh_dates(scene: Scene, kept: Sequence[Kept]) -> Iterator[list[Dated]]:
    """For each event to show the times it may be of, each with what speaks for it."""
    body = report_of(scene)
    page = _Page(
        scene,
        body,
        [sentence for sentence in scene.sentences if sentence.headline][:_TOP],
        {sentence.start: at for at, sentence in enumerate(body)},
        {sentence.start: _days_of(scene, sentence) for sentence in (*scene.sentences, *body)},
        Counter(one.draft.sentence.start for one in kept),
        frozenset(one.draft.dated.start for one in kept if one.draft.dated),
        {
            one.start: _of_mention(scene, one, sentence)
            for sentence in scene.sentences
            for one in within(scene.dates, sentence.start, sentence.stop)
        },
    )
    # The news has its time by rule (news_days.py).
    return ([] if one.main else _weigh(page, one) for one in kept)


@dataclass(frozen=True, slots=True)
class _Page:
    """A document as times are weighed against it.

    Attributes:
        body: The sentences of the report itself.
        heads: The first headlines.
        place: The number of each, by where it begins.
        days: The wordings of days in each sentence, by where it begins.
        told: How many events each sentence tells, by where it begins.
        taken: Where the wordings begin that stand closest to an event.
        facts: What speaks for each wording whatever event it may date, by where it begins.
    """

    scene: Scene
    body: Sequence[Sentence]
    heads: Sequence[Sentence]
    place: Mapping[int, int]
    days: Mapping[int, Sequence[DateMention]]
    told: Mapping[int, int]
    taken: frozenset[int]
    facts: Mapping[int, Features]


def _weigh(page: _Page, kept: Kept) -> list[Dated]:
    scene, draft = page.scene, kept.draft
    role, known = _role_of(kept), happening_of(scene, draft)
    told = [
        Dated(when, mention, _of_wording(page, draft, mention, when, where, role))
        for mention, where in _wordings(page, draft)
        if (when := _value_of(scene, draft, mention, known))
    ]
    lately = any("lately" in one.features for one in told)
    if known is not None:
        told.append(Dated(date_of(known), None, {"happening": 1.0, f"happening_{role}": 1.0}))
    for name, when in ((REPORT, day_of_report(scene, draft)), (OPEN, open_date(scene, draft))):
        told.append(Dated(when, None, _of_none(page, kept, name, role, lately=lately)))
    return list(_joined(told))


def _joined(dates: Sequence[Dated]) -> Iterator[Dated]:
    """Those of one value as one, with all that speaks for it; the one told most closely lends its wording."""
    found: dict[str, Dated] = {}
    for one in dates:
        there = found.get(one.when.edtf)
        if there is None:
            found[one.when.edtf] = one
        else:
            both = {
                name: max(there.features.get(name, 0.0), one.features.get(name, 0.0))
                for name in (*there.features, *one.features)
            }
            found[one.when.edtf] = replace(there, features=both | {"again": 1.0})
    yield from found.values()


def _role_of(kept: Kept) -> str:
    """What an event is in its report: its time is told in other places accordingly."""
    if kept.draft.mention.mood in MOODS_OFF:
        return "off"
    if kept.draft.mention.mood in _TO_COME:
        return "ahead"
    if kept.kind == "statement":
        return "statement"
    return "noun" if kept.draft.mention.noun else "deed"


def _wordings(page: _Page, draft: Draft) -> Iterator[tuple[DateMention, str]]:
    """The wordings that may tell its time, the nearest first, each with where it stands."""
    here, scene = draft.sentence, page.scene
    if page.told[here.start] > _CROWD:
        return (yield from ((one, "clause") for one in (draft.dated,) if one))
    first, last = max(here.start, draft.mention.start - _SIGHT), min(here.stop, draft.mention.stop + _SIGHT)
    said = attribution_of(scene, here)
    own = [
        (one, "clause" if draft.start <= one.start < draft.stop else "sentence")
        for one in within(scene.dates, first, last)
        if one is draft.dated
        or (one.reading.kind != "duration" and not is_told_then(scene, draft, one, said))
    ]
    yield from sorted(own, key=lambda one: (one[0] is not draft.dated, one[1] != "clause"))
    at = page.place.get(here.start)
    near = {} if at is None else _around(at, len(page.body))
    for i, where in near.items():
        yield from ((one, where) for one in page.days[page.body[i].start])
    heads = (head for head in page.heads if head != here)
    yield from ((one, "headline") for head in heads for one in page.days[head.start])
    tops = (one for i, one in enumerate(page.body[:_TOP]) if i != at and i not in near)
    yield from ((one, "top") for top in tops for one in page.days[top.start])


def _around(at: int, size: int) -> dict[int, str]:
    """The sentences near one, the nearest first, each with where it stands."""
    near = [i for i in range(at - _BEFORE, at + _BEHIND + 1) if 0 <= i < size and i != at]
    where = {i: ("far_" if abs(i - at) > 1 else "") + ("before" if i < at else "behind") for i in near}
    return dict(sorted(where.items(), key=lambda one: (abs(one[0] - at), one[0])))


def _days_of(scene: Scene, sentence: Sentence) -> list[DateMention]:
    """The first days a sentence tells: of a list of days none is what another sentence means."""
    return [one for one in within(scene.dates, sentence.start, sentence.stop) if is_day(one)][:_MOST]


def _value_of(
    scene: Scene, draft: Draft, mention: DateMention, known: HappeningMention | None
) -> EventDate | None:
    """What a wording says of an event, None where it cannot say when it was."""
    if mention is draft.dated:
        return draft.when
    if mention.start in scene.life or mention.bound in _LIMITS:
        return None
    found = date_by(scene, replace(draft, dated=None, when=None), mention).when
    if found is None or found.spans in (ds.ANY, ds.NEVER):
        return None
    return sharpened(found, known)


def _of_mention(scene: Scene, mention: DateMention, sentence: Sentence) -> Features:
    cue = find_tense_cue(scene.text, mention)
    found = {
        kind_of(mention): True,
        f"told_{cue.tense if cue else ''}": cue is not None,
        "of_noun": is_of_noun(scene, mention),
        "of_page": is_of_page(scene, mention, sentence),
        "limit": bool(mention.bound) and mention.bound not in ("at", "from"),
        "said": is_said(scene, mention, cue),
        "entry": mention.start in scene.entries,
    }
    return {name: 1.0 for name, so in found.items() if so}


def _of_wording(
    page: _Page, draft: Draft, mention: DateMention, when: EventDate, where: str, role: str
) -> Features:
    scene = page.scene
    gap = max(mention.start - draft.mention.stop, draft.mention.start - mention.stop, 0)
    quote = quote_at(scene.quotes, mention.start)
    own = mention is draft.dated
    ahead = role in ("ahead", "off")
    later, earlier = scene.when.before(when), when.before(scene.when)
    near = where in ("clause", "sentence")
    lately = not ahead and is_day(mention) and scene.when.placed
    lately = lately and ds.overlap(when.spans, ds.widen(scene.when.spans, _LATELY, 0))
    found = {
        where: True,
        f"{where}_{role}": True,
        "own": own,
        f"own_{role}": own,
        "own_day": own and when.precision == "day",
        f"own_day_{role}": own and when.precision == "day",
        f"{kind_of(mention)}_near": near,
        "near": (1 - min(gap, _FAR) / _FAR) if near else 0.0,
        "behind_verb": near and mention.start >= draft.mention.stop,
        "of_other": mention.start in page.taken and not own,
        "quoted": quote is not None and quote is not quote_at(scene.quotes, draft.mention.start),
        "clash_later": later and not ahead,
        "clash_earlier": earlier and ahead,
        "to_come": later and ahead,
        "lately": lately,
        f"lately_{role}": lately,
        "at_report": when.spans == scene.when.spans,
        f"at_report_{role}": when.spans == scene.when.spans,
        f"to_come_{role}": later and ahead,
        "day_known": when.precision == "day",
    }
    return {**page.facts[mention.start], **{name: float(value) for name, value in found.items() if value}}


def _of_none(page: _Page, kept: Kept, name: str, role: str, *, lately: bool) -> Features:
    """What speaks for a time no wording tells: the report's own day, or what is left open."""
    scene, draft, mention = page.scene, kept.draft, kept.draft.mention
    at = page.place.get(draft.sentence.start, len(page.body))
    found = {
        name: True,
        f"{name}_{role}": True,
        f"{name}_headline": draft.sentence.headline,
        f"{name}_first": at == 0,
        f"{name}_far": at / max(len(page.body), 1),
        f"{name}_own": draft.dated is not None,
        f"{name}_lately": lately,
        f"{name}_ongoing": mention.mood == "ongoing",
        f"{name}_unlisted": draft.action.key in NO_VERB,
        f"{name}_undated": not scene.when.placed,
        f"{name}_quoted": quote_at(scene.quotes, mention.start) is not None,
    }
    return {key: float(value) for key, value in found.items() if value}
