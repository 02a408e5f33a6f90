"""What the words around a candidate make of it: to come, called off, put off, denied.

Verbs and nouns of `actions.toml` bring their mood from `find/actions.py`. Here a date or a sentence that no
listed action takes gets its own, and a plan the one that the end of its sentence gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from data_model.assemble.drafts import NO_VERB, Draft
from data_model.assemble.page_dates import is_speech
from data_model.dating.scene import Scene
from data_model.find.date_readings import Reading, Relative, Vague, Weekday
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense, find_tense_between
from data_model.knowledge.date_words import date_languages
from data_model.knowledge.folding import is_ahead, is_untold, leads_ahead
from data_model.knowledge.modality import MOODS_OFF
from data_model.spans import Stretch, starting

# What is called off stands so near behind the verb.
_OBJECT = 60
# What is said or decided about a journey is none.
_NO_JOURNEY = frozenset({"statement", "sanction", "agreement", "appointment", "court"})
_BREAK = re.compile(r"[;:]|,\s+(?:and|but|и|а|но)\s")
_CLAUSE_END = re.compile(r"[,;:.]")


def with_mood(scene: Scene, draft: Draft) -> Draft:
    """A candidate with the mood its sentence gives it."""
    mood = _mood_of(scene, draft)
    if mood == draft.mention.mood:
        return draft
    tense = "future" if mood == "planned" else draft.mention.tense
    return replace(draft, mention=replace(draft.mention, mood=mood, tense=tense))


def _mood_of(scene: Scene, draft: Draft) -> str:
    mention, words = draft.mention, scene.modality
    if staying_away(scene, draft):
        return "cancelled"
    lead = _BREAK.split(_low(scene, draft.sentence.start, mention.start))[-1]
    rest = _low(scene, mention.stop, draft.sentence.stop)
    if words.alleged.search(lead) and words.unfounded.search(rest):
        return "denied"
    if mention.mood == "denied" and is_voted_down(scene, draft):
        return "happened"
    if mention.noun:
        return "planned" if mention.mood == "happened" and _is_ahead(scene, draft) else mention.mood
    if draft.action.key not in NO_VERB:
        off = words.off_behind(rest) if mention.mood == "planned" else None
        return off or mention.mood
    if mention.mood != "denied" and words.is_denied(lead):
        return "denied"
    if mention.mood == "happened" and words.foreseen.search(lead):
        return "planned"
    ahead = scene.language == "ru" and mention.mood == "happened" and _is_ahead(scene, draft)
    # "The vote, which was to have been held on Sunday, has been put off".
    hoped = words.given_up.search(_low(scene, draft.start, draft.stop))
    off = "postponed" if hoped and words.off_behind(rest) == "postponed" else _called_off(scene, draft)
    if off is None and mention.mood == "planned":
        off = words.off_behind(rest)  # "was awaited on Friday, but will not come"
        off = off or ("cancelled" if words.dropped.search(rest) else None)
    return off or ("planned" if ahead else mention.mood)


def staying_away(scene: Scene, draft: Draft) -> Stretch | None:
    """Where words say that somebody will not come to what is told; None where none do.

    "He will not attend the summit" calls off no summit.
    """
    if draft.action.type in _NO_JOURNEY:
        return None
    verb = draft.mention
    for hit in scene.modality.staying_away.finditer(scene.text, draft.start, draft.stop):
        between = scene.text[min(hit.end(), verb.stop) : max(hit.start(), verb.start)]
        near = verb.noun and len(between) <= _OBJECT and _CLAUSE_END.search(between) is None
        own = draft.action.key in NO_VERB or (hit.start() < verb.stop and verb.start < hit.end())
        if own or near:
            return Stretch(*hit.span())
    return None


def is_voted_down(scene: Scene, draft: Draft) -> bool:
    """Whether a body has voted against what is told: "the council did not adopt the draft"."""
    start, verb = draft.sentence.start, draft.mention
    told = scene.modality.voted_down.search(_low(scene, start, draft.stop))
    if told is None or scene.modality.drafts.search(scene.text, start, draft.sentence.stop) is None:
        return False
    # Of its verb nothing else is told by another one.
    listed = draft.action.key not in NO_VERB and not verb.noun
    return verb.start < start + told.end() <= verb.stop if listed else True


def _is_ahead(scene: Scene, draft: Draft) -> bool:
    """Whether the verb of a clause is one of the future: in Russian it may stand in front of its noun."""
    if scene.language == "ru":
        words = scene.text[draft.start : draft.stop]
        # Of a noun the verb that comes first tells, whatever is said of it behind: «проведут, сообщил …».
        return leads_ahead(words) if draft.mention.noun else is_ahead(words)
    before = find_tense_between(scene.text, draft.start, draft.mention.start, scene.language)
    if before is not None and before.tense == "past" and not is_speech(scene, before):
        return False  # "they held an exercise, in which plans for …"
    cue = find_tense_between(scene.text, draft.mention.stop, draft.stop, scene.language)
    return cue is not None and cue.tense == "future"


def as_to_come(scene: Scene, draft: Draft, mention: DateMention) -> Draft:
    """What a sentence without a past verb tells of a weekday is to come: "she flies to Oslo on Sunday"."""
    verb = draft.mention
    if draft.sentence.headline or verb.mood != "happened":
        return draft
    planned = replace(draft, mention=replace(verb, mood="planned", tense="future"))
    if _is_of_days_ahead(mention.reading, noun=verb.noun):
        return planned
    if verb.noun and scene.language not in date_languages():
        return draft
    where = draft.sentence.start, draft.sentence.stop
    if verb.tense == "none" and find_tense(scene.text, mention) == "future":
        return planned
    shaped = scene.language != "ru"
    if not isinstance(mention.reading, Weekday) or find_tense_between(
        scene.text, *where, scene.language, shaped=shaped
    ):
        return draft
    report = scene.when.earliest
    if report is not None and report == scene.when.latest and report.weekday() == mention.reading.day:
        return draft  # on the very day it may be over
    if scene.language == "ru" and not is_untold(scene.text[slice(*where)]):
        return draft
    return planned


def _is_of_days_ahead(reading: Reading, *, noun: bool) -> bool:
    """Whether a wording can only mean days to come: "tomorrow", of a noun "in the near future" as well."""
    if isinstance(reading, Relative):
        return reading.low > 0 and not reading.story
    return noun and isinstance(reading, Vague) and reading.direction > 0 and not reading.story


def _called_off(scene: Scene, draft: Draft) -> str | None:
    """Whether the words of a candidate tell that an event was called off or put off."""
    low = _low(scene, draft.start, draft.stop)
    if scene.modality.went_on.search(low):
        return None  # "talks, twice postponed, resumed"
    for mood, first, last in off_spans(scene, draft.start, draft.stop):
        reach = len(_CLAUSE_END.split(low[last - draft.start :][:_OBJECT])[0])
        behind = starting(scene.event_words, last, last + reach)
        if (
            any(one.names for one in behind)
            or scene.modality.is_whole(low[first - draft.start : last - draft.start])
            or scene.modality.passive_before(low[: first - draft.start])
        ):
            return mood
    return None


def off_spans(scene: Scene, start: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """Where words between two offsets call something off or put it off: the mood, and offsets in the text."""
    low = _low(scene, start, stop)
    for mood in MOODS_OFF:
        for first, last in scene.modality.off_hits(mood, low):
            yield mood, start + first, start + last


def _low(scene: Scene, start: int, stop: int) -> str:
    return scene.text[start:stop].lower().replace("’", "'")
