"""Which candidates are events to show: weighed by where they stand, what they name and how they are told.

The points stand in `keep.toml` beside this file, written by `make fit`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from data_model.assemble.drafts import NO_VERB, Draft
from data_model.assemble.leads import report_of
from data_model.dating.scene import Scene
from data_model.find.date_readings import Relative, Weekday
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense_between
from data_model.knowledge.files import read_file
from data_model.resolve.quotes import quote_at
from data_model.spans import starting, within
from data_model.values import Sentence
from data_model.weights import Features, load_weights

_WORD = re.compile(r"[^\W\d_]{4,}")
_CLAUSES = re.compile(r"[,;:—–]")
_SHORT, _LONG = 60, 200
# Sentences that are near the top; of a report with this many more make no difference.
_FEW, _MANY = 5, 80
# A quotation is looked for at every so manieth letter; before a place stands its preposition so near.
_STEP, _LEAD = 6, 20
# So much of a report is quoted when it is a transcript.
_MOSTLY = 0.3
# So many reasons tell why it is shown.
_REASONS = 4
# Less likely ones are none more often than not, and what is said of them would be false.
LIKELY_ENOUGH = 0.42
_TWO = 2


@dataclass(frozen=True, slots=True)
class Kept:
    """A candidate to show.

    Attributes:
        draft: The candidate.
        kind: Its type.
        main: Whether it is the news of the document.
        share: How likely it is an event to show.
        reasons: What speaks most for that and against it.
    """

    draft: Draft
    kind: str
    main: bool
    share: float
    reasons: tuple[str, ...]


def keep_share(features: Features) -> float:
    """How likely a candidate is an event to show."""
    return load_weights("data_model.assemble", "keep.toml").share(features)


def keep_reasons(features: Features) -> tuple[str, ...]:
    """What speaks most for a candidate and against it, in words, the strongest first."""
    points = load_weights("data_model.assemble", "keep.toml").points
    words = _reason_words()
    told = {name: points.get(name, 0) * value for name, value in features.items() if name in words}
    strongest = sorted(told, key=lambda name: (-abs(told[name]), name))[:_REASONS]
    return tuple(f"{words[name]} ({round(told[name]):+})" for name in strongest if round(told[name]))


@lru_cache
def _reason_words() -> Mapping[str, str]:
    words: Mapping[str, str] = read_file("keep_words.toml", files("data_model.assemble"))["words"]
    return words


def weigh_events(scene: Scene, drafts: Sequence[Draft]) -> list[Features]:
    """What speaks for each candidate, and against it, by the names of `keep.toml`."""
    body = report_of(scene)
    place = {one.start: at for at, one in enumerate(body)}
    head = {
        word
        for one in scene.sentences
        if one.headline
        for word in _WORD.findall(scene.text[one.start : one.stop].lower())
    }
    quoted_of_all = sum(one.stop - one.start for one in scene.quotes) / max(len(scene.text), 1)
    shared: dict[int, dict[str, float]] = {}
    first: dict[int, Draft] = {}
    # What a verb or noun tells comes before what only a date does.
    for draft in sorted(drafts, key=lambda one: (one.action.key in NO_VERB, one.mention.start)):
        first.setdefault(draft.sentence.start, draft)
    found: list[Features] = []
    for draft in drafts:
        sentence = draft.sentence
        if sentence.start not in shared:
            shared[sentence.start] = _of_sentence(
                scene, sentence, place.get(sentence.start), len(body), head, quoted_of_all
            )
        own = _of_candidate(scene, draft)
        own["second"] = float(first[sentence.start] is not draft)
        found.append({name: value for name, value in {**shared[sentence.start], **own}.items() if value})
    return found


def _of_sentence(
    scene: Scene, sentence: Sentence, at: int | None, size: int, head: set[str], quoted_of_all: float
) -> dict[str, float]:
    start, stop = sentence.start, sentence.stop
    words = scene.text[start:stop]
    low = words.lower()
    told = starting(scene.event_words, start, stop)
    names = {one.type for one in told if one.names}
    hints = {one.type for one in told if not one.names}
    dates = within(scene.dates, start, stop)
    cue = find_tense_between(scene.text, start, stop, scene.language)
    verb = scene.text[cue.start : cue.stop].lower() if cue else ""
    quoted = [quote_at(scene.quotes, place) is not None for place in range(start, stop, _STEP)]
    tokens = re.findall(r"[\w’']+", words)
    here = set(_WORD.findall(low))
    found: dict[str, float] = {
        "headline": sentence.headline,
        "above": at is None and not sentence.headline,
        "first": at == 0,
        "second_sentence": at == 1,
        "near_top": at is not None and 1 < at < _FEW,
        "far_down": 0.0 if at is None else at / max(size, 1),
        "long_report": min(size, _MANY) / _MANY,
        "short": len(words) < _SHORT,
        "long": len(words) > _LONG,
        "names": bool(names),
        "names_several": len(names) > 1,
        "suggests": bool(hints),
        "suggests_several": len(hints) > 1,
        "dated": bool(dates),
        "day": any(_is_day(one) for one in dates),
        "deictic": any(isinstance(one.reading, Relative | Weekday) for one in dates),
        "entry": any(one.start in scene.entries for one in dates),
        # Where nearly all is quoted, as in a transcript, a quotation tells nothing.
        "quoted": max(sum(quoted) / max(len(quoted), 1) - quoted_of_all, 0.0),
        "transcript": quoted_of_all > _MOSTLY,
        "we": not scene.prose.first_person.isdisjoint(tokens),
        "number": any(token[0].isdigit() for token in tokens),
        "person": any(one.named for one in within(scene.references, start, stop)),
        "country": any(one.named for one in within(scene.countries, start, stop)),
        "body": bool(within(scene.organizations, start, stop)),
        "past": cue is not None and cue.tense == "past",
        "future": cue is not None and cue.tense == "future",
        "says": verb in scene.prose.speech,
        "as_headline": len(head & here) / max(len(head), 1),
        "russian": scene.language == "ru",
        "foreign": scene.language not in ("en", "ru"),
    }
    found |= {f"names_{kind}": 1.0 for kind in names}
    return {name: float(value) for name, value in found.items()}


def _of_candidate(scene: Scene, draft: Draft) -> dict[str, float]:
    mood = draft.mention.mood
    listed = draft.action.key not in NO_VERB
    found = {
        "listed_verb": listed and not draft.mention.noun,
        "listed_noun": listed and draft.mention.noun,
        "by_date": draft.action.key == "dated",
        "own_date": draft.when is not None,
        "planned": mood == "planned",
        "ongoing": mood == "ongoing",
        "doubted": mood in ("denied", "hypothetical"),
        "off": mood in ("cancelled", "postponed"),
        "in_quote": quote_at(scene.quotes, draft.mention.start) is not None,
        "sides": bool(draft.people or draft.groups),
        "several_sides": len(draft.people) + len(draft.groups) + len(draft.states) >= _TWO,
        "listed_sides": listed and len(draft.people) + len(draft.groups) >= _TWO,
        "listed_date": listed and draft.when is not None,
        "by_speaker": listed and not draft.mention.noun and getattr(draft.subject, "how", "") == "pronoun",
        "placed": any(
            one.city
            and scene.side_words.place.search(scene.text[max(draft.start, one.start - _LEAD) : one.start])
            for one in within(scene.countries, draft.start, draft.stop)
        ),
        "happening": any(one.sure for one in within(scene.happenings, draft.start, draft.stop)),
        "led_in_by": _is_led_in_by(scene, draft),
        "points_back": draft.mention.noun and (draft.mention.anaphoric or draft.mention.generic),
    }
    return {name: float(value) for name, value in found.items()}


def _is_led_in_by(scene: Scene, draft: Draft) -> bool:
    """Whether it stands in a clause that only leads to what is told: "…, after the war had begun"."""
    lead = scene.text[draft.sentence.start : draft.mention.start]
    return scene.modality.subordinate.search(_CLAUSES.split(lead)[-1]) is not None


def _is_day(mention: DateMention) -> bool:
    return isinstance(mention.reading, Weekday) or getattr(mention.reading, "precision", "") == "day"
