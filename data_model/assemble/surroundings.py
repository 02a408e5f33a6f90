"""Where a person, country or body stands around an event, and how the report speaks of it there."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from operator import attrgetter
from typing import Any

from data_model.assemble.absence import is_absent, is_of_another
from data_model.assemble.asides import aside_of
from data_model.assemble.drafts import Draft, Side, is_led_by, is_possessive, reach_of
from data_model.assemble.leads import is_date_line, report_of
from data_model.dating.scene import Scene
from data_model.resolve.countries import CountryMention
from data_model.resolve.quotes import quote_at
from data_model.spans import Stretch, holding, starting
from data_model.values import Sentence

_LEAD = 2
# No more lines are the top of a report, however many look like headlines.
_TOPS = 5
# Sentences this near are close, the others of the window further off.
_CLOSE, _WINDOW = 3, 6
# Words so far from the verb are at its farthest; a verb of saying stands so near a name; a list so close.
_REACH, _SAYING, _LISTED = 150, 16, 8
_OPENS = 6
# A name ends so near before what is told of it alone.
_NAME = 2
# Before a place stands the word that leads to it at most so far.
_LED = 40
_FEW, _MANY = 2, 6
GATHERINGS = frozenset({"meeting", "summit", "call", "visit"})


@dataclass(frozen=True, slots=True)
class Population:
    """All of one kind that a report speaks of.

    Attributes:
        things: What is said of them, in order of place.
        key: What tells one from another.
        counts: How often each is spoken of, by key.
        most: How often the one spoken of most is.
        first: The key of the one named first.
    """

    things: tuple[Side, ...]
    key: Callable[[Side], str]
    counts: Mapping[str, int]
    most: int
    first: str

    def key_at(self, side: Side) -> str:
        """The key of a side, "" for one of another kind."""
        try:
            return self.key(side)
        except AttributeError:
            return ""


@dataclass(frozen=True, slots=True)
class Report:
    """A document as those who took part are weighed against it.

    Attributes:
        starts: Where its sentences begin.
        lead: The numbers of the sentences of its lead.
        heads: The numbers of its headlines.
        telling: The numbers of those that tell an event that is shown.
        top: The stretches of headlines and lead.
        places: Cities, and countries where no city is told.
        begin: Where the report itself begins.
        datelines: Where the places begin that stand with the page's date.
        attended: The numbers of the sentences that tell who was there.
        absent: Where those are named who are told not to have been there: "X will skip the summit".
        besides: Where those are named who only say whose envoy or namesake another is: "X's envoy".
    """

    scene: Scene
    starts: tuple[int, ...]
    lead: frozenset[int]
    heads: frozenset[int]
    telling: frozenset[int]
    top: tuple[Stretch, ...]
    people: Population
    countries: Population
    bodies: Population
    places: Population
    begin: int
    datelines: frozenset[int]
    absent: frozenset[int]
    besides: frozenset[int]
    attended: frozenset[int]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence an offset lies in, or behind."""
        return bisect_right(self.starts, offset) - 1


def read_report(scene: Scene, shown: Iterable[Draft]) -> Report:
    """A document and the events it shows, ready for weighing who took part."""
    starts = tuple(one.start for one in scene.sentences)
    number = {start: at for at, start in enumerate(starts)}
    lead = report_of(scene)[:_LEAD]
    return Report(
        scene,
        starts,
        frozenset(number[one.start] for one in lead),
        frozenset(at for at, one in enumerate(scene.sentences) if one.headline),
        frozenset(number[one.sentence.start] for one in shown),
        tuple(Stretch(one.start, one.stop) for one in scene.sentences if one.headline or one in lead)[:_TOPS],
        _population(scene, scene.references, attrgetter("name")),
        _population(scene, scene.countries, attrgetter("code")),
        _population(scene, scene.organizations, attrgetter("key")),
        _population(scene, scene.countries, _place_key),
        lead[0].start if lead else 0,
        frozenset(_datelines(scene)),
        frozenset(one.start for one in scene.references if is_absent(scene, one)),
        frozenset(one.start for one in scene.references if is_of_another(scene, one)),
        frozenset(at for at, one in enumerate(scene.sentences) if _tells_who_came(scene, one)),
    )


def is_led_in(scene: Scene, one: Side) -> bool:
    """Whether a word of place stands before a place: "in", "in the Uzbek city of"."""
    lead = scene.modality.settlement.sub("", scene.text[max(0, one.start - _LED) : one.start])
    return scene.side_words.place.search(lead) is not None


def _tells_who_came(scene: Scene, sentence: Sentence) -> bool:
    words = scene.side_words
    return any(
        cue.search(scene.text, sentence.start, sentence.stop) for cue in (words.attendance, words.floor)
    )


def _place_key(one: CountryMention) -> str:
    return f"{one.city}/{one.code}"


def _datelines(scene: Scene) -> Iterator[int]:
    for sentence in scene.sentences:
        if is_date_line(scene, sentence):
            yield from (one.start for one in starting(scene.countries, sentence.start, sentence.stop))


@dataclass(frozen=True, slots=True)
class Near:
    """What is said of one candidate near an event.

    Attributes:
        closest: Where it is closest, in the event's own sentence; None when it is not spoken of there.
        around: What all this tells of its part in the event, by the names of the files of points.
    """

    key: str
    mentions: Sequence[Any]
    closest: Any
    around: Mapping[str, float] = field(default_factory=dict)

    @property
    def spot(self) -> Any:  # noqa: ANN401 - of the kind that was asked for
        """Where it is closest, else where it is first spoken of."""
        return self.closest or self.mentions[0]


def near_of(report: Report, population: Population, draft: Draft, kind: str, *, main: bool) -> Iterator[Near]:
    """Each of a population that is spoken of near an event of a type; of the document's news, anywhere."""
    own = report.sentence_at(draft.sentence.start)
    things: Sequence[Side] = population.things
    if not main:
        first, last = report.starts[max(own - _WINDOW, 0)], own + _WINDOW + 1
        until = report.starts[last] if last < len(report.starts) else len(report.scene.text)
        above = (top for top in report.top if not first <= top.start < until)
        things = [one for top in above for one in starting(population.things, *top)]
        things += starting(population.things, first, until)
    aside = aside_of(report.scene, draft)
    if aside is not None:
        # It is about the name in front of it, and about nobody and nowhere else outside.
        things = [one for one in things if aside.start - _NAME <= reach_of(one)[1] and one.start < aside.stop]
    grouped: dict[str, list[Side]] = {}
    for one in things:
        grouped.setdefault(population.key(one), []).append(one)
    start, stop = draft.sentence.start, draft.sentence.stop
    for key, mentions in grouped.items():
        here = [one for one in mentions if start <= one.start < stop]
        closest = min(here, key=partial(_distance, draft), default=None)
        near = Near(key, mentions, closest)
        yield replace(near, around=_around(report, population, draft, kind, near, main=main))


def _distance(draft: Draft, one: Side) -> tuple[bool, int]:
    """How far from an event something is told: a country by its name sooner than by a city of it."""
    implied = isinstance(one, CountryMention) and not one.named
    return implied, abs(one.start - draft.mention.start)


def _around(
    report: Report, population: Population, draft: Draft, kind: str, near: Near, *, main: bool
) -> dict[str, float]:
    mentions, closest = near.mentions, near.closest
    own = report.sentence_at(draft.sentence.start)
    at = {report.sentence_at(one.start) for one in mentions}
    steps = {one - own for one in at}
    gathers = kind in GATHERINGS
    said = population.counts[near.key]
    head, lead = bool(at & report.heads), bool(at & report.lead)
    inside = any(draft.start <= one.start < draft.stop for one in mentions)
    told = {population.key(one) for one in starting(population.things, draft.start, draft.stop)}
    found: dict[str, float] = {
        "in_headline": head,
        "in_lead": lead,
        "in_clause": inside,
        "sentence_before": -1 in steps,
        "sentence_behind": 1 in steps,
        "close_before": any(-_CLOSE <= step < -1 for step in steps),
        "close_behind": any(1 < step <= _CLOSE for step in steps),
        "further_before": any(-_WINDOW <= step < -_CLOSE for step in steps),
        "further_behind": any(_CLOSE < step <= _WINDOW for step in steps),
        "only_far": not head and all(abs(step) > _WINDOW for step in steps),
        "elsewhere": closest is None,
        "clause_has_one": not inside and len(told) == 1,
        "clause_has_several": not inside and len(told) > 1,
        "attended": bool(at & report.attended),
        "attended_near": any(one in report.attended and abs(one - own) <= _CLOSE for one in at),
        "of_other_event": closest is None and bool(at & report.telling),
        "how_often": said / len(population.things),
        "most": said == population.most,
        "first": population.first == near.key,
        "few": len(population.counts) <= _FEW,
        "many": len(population.counts) > _MANY,
        "travels_elsewhere": kind == "visit" and closest is None,
        "main": main,
        "main_lead": main and lead,
        "main_headline": main and head,
        "gathering": gathers and inside,
        "gathering_behind": gathers and any(0 < step <= _CLOSE for step in steps),
        f"is_{kind}": True,
    }
    if closest is not None:
        found |= _beside(report.scene, population, draft, closest)
        subject = draft.subject is not None and population.key_at(draft.subject) == near.key
        found["subject"] = subject
        found["subject_tells"] = subject and kind == "statement"
        found["subject_travels"] = subject and kind == "visit"
        found["subject_gathers"] = subject and gathers
        found["company_gathers"] = gathers and bool(found["company"] or found["agent"])
        found["told"] = kind == "statement" and inside
    return found


def _beside(scene: Scene, population: Population, draft: Draft, one: Side) -> dict[str, float]:
    """How a candidate is spoken of in the event's own sentence."""
    words, sentence = scene.side_words, draft.sentence
    start, stop = reach_of(one)
    lead = scene.text[max(sentence.start, start - _REACH) : start]
    said = (scene.text[stop : stop + _SAYING].lower().lstrip(" ,"), lead[-_SAYING:].lower().rstrip())
    others = [
        each
        for each in starting(population.things, sentence.start, sentence.stop)
        if population.key(each) != population.key(one)
    ]
    inside, before = draft.start <= one.start < draft.stop, one.start < draft.mention.start
    topic = not before and words.topic.search(scene.text, draft.mention.stop, start)
    return {
        "rest_of_sentence": not inside,
        "before_verb": inside and before,
        "behind_verb": inside and not before,
        "distance": min(abs(one.start - draft.mention.start) / _REACH, 1.0),
        "opens": start - sentence.start < _OPENS,
        "possessive": is_possessive(scene, one),
        "company": is_led_by(words.company, scene, one, sentence.start),
        "agent": is_led_by(words.agent, scene, one, sentence.start),
        "preposition": is_led_by(words.preposition, scene, one, sentence.start),
        "place": words.place.search(lead) is not None,
        "about": words.about.search(lead) is not None,
        "topic": bool(topic),
        "says": said[0].startswith(scene.prose.speech) or said[1].endswith(scene.prose.speech),
        "quoted": quote_at(scene.quotes, one.start) is not None,
        "listed": any(min(abs(each.start - stop), abs(start - each.stop)) < _LISTED for each in others),
        "among_several": len(others) >= _FEW,
    }


def _population(scene: Scene, things: Sequence[Side], key: Callable[[Any], str]) -> Population:
    prose = tuple(one for one in things if not _is_furniture(scene, one))
    counts = Counter(map(key, prose))
    first = key(prose[0]) if prose else ""
    return Population(prose, key, counts, max(counts.values(), default=0), first)


def _is_furniture(scene: Scene, one: Side) -> bool:
    sentence = holding(scene.sentences, one.start)
    return sentence is not None and sentence.furniture
