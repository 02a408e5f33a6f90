"""What a document may tell of: a candidate for each listed action, each date, each sentence without either.

Which of them are events to show is weighed (`keep.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data_model.assemble.allotted import allot_dates
from data_model.assemble.dated import draft_dated
from data_model.assemble.drafts import (
    REPORTED,
    Draft,
    clause_of,
    is_group,
    is_possessive,
    opening_sides,
    subject_before,
)
from data_model.assemble.moods import off_spans, with_mood
from data_model.dating.scene import Scene
from data_model.find.actions import ActionMention
from data_model.find.tenses import find_tense_between
from data_model.knowledge.entries import Action
from data_model.knowledge.modality import MOODS_OFF
from data_model.resolve.people import Reference
from data_model.spans import starting, within
from data_model.values import Sentence

# So far behind a verb stand the words that make it another one.
_CLOSE = 24


def find_candidates(scene: Scene) -> list[Draft]:
    """Every candidate, dated where its words say when."""
    found = allot_dates(scene, [with_mood(scene, one) for one in _of_actions(scene)])
    found += draft_dated(scene, found)
    found += allot_dates(scene, [with_mood(scene, one) for one in _of_sentences(scene, found)])
    return [_with_sides(scene, draft) for draft in found if _is_of_this_report(scene, draft)]


def _of_actions(scene: Scene) -> list[Draft]:
    found: list[Draft] = []
    for sentence in scene.sentences:
        told = 0
        for one in within(scene.actions, sentence.start, sentence.stop):
            mention = _as_headline(scene, one) if sentence.headline else one
            if mention.mood == "mentioned" or mention.start < told:
                continue
            action = scene.knowledge.actions[mention.actions[0]]
            if _is_another(scene, mention, action) or _sets_day(scene, mention):
                continue
            start, stop = clause_of(scene, sentence, mention)
            subject = None if mention.noun else next(iter(subject_before(scene, mention, start)), None)
            draft = Draft(action, mention, sentence, start, stop, subject=subject)
            found.append(draft)
            told = _object_stop(scene, draft)
    return found


def _is_another(scene: Scene, mention: ActionMention, action: Action) -> bool:
    """Whether a word close behind makes it another verb: "met the demands"."""
    behind = scene.text[mention.stop : mention.stop + _CLOSE].lower()
    return not set(action.unless).isdisjoint(re.findall(r"\w+", behind))


def _sets_day(scene: Scene, mention: ActionMention) -> bool:
    """Whether a verb only tells for which day something is set: «визит, назначенный на 6 июня»."""
    told = scene.modality.set_for.match(scene.text, mention.start)
    return told is not None and bool(starting(scene.dates, told.end(), told.end() + 2))


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


def _of_sentences(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """A candidate for every sentence of the report that has none yet, or none for what opens it.

    "The king called off his trip to the ceremony, | which is on 8 November": a date tells the second alone.
    """
    told: dict[int, int] = {}
    for draft in drafts:
        if _is_told_after(scene, draft):
            continue
        begins = draft.start if draft.action.key == "dated" else draft.sentence.start
        told[draft.sentence.start] = min(begins, told.get(draft.sentence.start, begins))
    found = []
    for sentence in scene.sentences:
        stop = told.get(sentence.start, sentence.stop)
        if sentence.furniture or sentence.headline or stop == sentence.start:
            continue
        if stop == sentence.stop or any(off_spans(scene, sentence.start, stop)):
            found.append(_of_sentence(scene, sentence, stop))
    return found


def _is_told_after(scene: Scene, draft: Draft) -> bool:
    """Whether its sentence tells something else before a noun: "was banned for life under the agreement"."""
    if not draft.mention.noun or draft.mention.mood in MOODS_OFF:
        return False  # of what is off the verb before it says that it is
    start, stop = draft.sentence.start, draft.mention.start
    named = any(one.names and one.type != "statement" for one in starting(scene.event_words, start, stop))
    cue = find_tense_between(scene.text, start, stop, scene.language) if named else None
    return cue is not None and cue.tense == "past"


def _of_sentence(scene: Scene, sentence: Sentence, stop: int) -> Draft:
    cue = find_tense_between(scene.text, sentence.start, stop, scene.language)
    ahead = cue is not None and cue.tense == "future"
    words = scene.text[sentence.start : stop]
    mood = "planned" if ahead else "happened"
    if scene.modality.nobody.search(words.partition(",")[0]):
        mood = "denied"  # "Nobody met the envoys": the opposite is never told
    named = [one for one in starting(scene.event_words, sentence.start, stop) if one.names]
    # What is called off stands behind the words that say so: "suspended | his trip".
    off = list(off_spans(scene, sentence.start, stop)) if named else []
    named = [one for one in named if not any(first <= one.start < last for _, first, last in off)]
    at = named[0] if named else sentence
    mention = ActionMention(
        at.start,
        at.stop,
        scene.text[at.start : at.stop],
        (REPORTED.key,),
        "future" if ahead else "past",
        mood,
    )
    doing = (
        one
        for one in opening_sides(scene, sentence.start, stop)
        if isinstance(one, Reference) and not is_possessive(scene, one)
    )
    return Draft(REPORTED, mention, sentence, sentence.start, stop, subject=next(doing, None))


def _with_sides(scene: Scene, draft: Draft) -> Draft:
    """A candidate with everyone its clause names."""
    start, stop = draft.start, draft.stop
    return replace(
        draft,
        people=tuple({one.name: one for one in within(scene.references, start, stop)}.values()),
        groups=tuple(one for one in within(scene.offices, start, stop) if is_group(scene, one)),
        bodies=tuple({one.key: one for one in within(scene.organizations, start, stop)}.values()),
        states=tuple({one.code: one for one in within(scene.countries, start, stop) if one.named}.values()),
    )


def _is_of_this_report(scene: Scene, draft: Draft) -> bool:
    """Not so what is told as past with a later date than the report's: a teaser of another page."""
    if draft.when is None or draft.mention.mood != "happened" or draft.mention.noun:
        return True
    first, report = draft.when.earliest, scene.when.latest
    return first is None or report is None or draft.when.basis != "stated" or first <= report
