"""A report whose lead tells no action we know still has news: who said it, or that it was reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from data_model.assemble.drafts import Draft, is_possessive, opening_sides
from data_model.dating.scene import Scene
from data_model.find.actions import ActionMention
from data_model.find.tenses import find_tense_between
from data_model.knowledge.entries import Action
from data_model.resolve.people import Reference
from data_model.resolve.quotes import quote_at
from data_model.spans import within
from data_model.values import Sentence

_SAID = Action(
    "say", "statement", "", "01", "makes a statement", "to make a statement", (), (), (), (), (), "", (), ()
)
_TOLD = Action("report", "other", "", "", "", "", (), (), (), (), (), "", (), ())


def draft_news(scene: Scene, lead: Sequence[Sentence]) -> list[Draft]:
    """A statement by the person the lead quotes, else an event of no known kind with the lead's words."""
    says = re.compile("|".join(rf"\b{re.escape(verb)}\b" for verb in scene.prose.speech), re.IGNORECASE)
    for sentence in lead:
        for verb in says.finditer(scene.text, sentence.start, sentence.stop):
            people = within(scene.references, sentence.start, sentence.stop)
            if people:
                speaker = min(people, key=partial(_distance, verb.start()))
                return [_draft(scene, _SAID, sentence, verb.span(), verb.group(), speaker)]
    if not lead:
        return []
    sentence = lead[0]
    words = scene.text[sentence.start : sentence.stop]
    return [_draft(scene, _TOLD, sentence, (sentence.start, sentence.stop), words, None)]


def according_to(scene: Scene, draft: Draft) -> str:
    """Who says what the report only quotes: the speaker of the quotation, or the person it names for it."""
    quote = quote_at(scene.quotes, draft.mention.start)
    if quote is not None:
        return quote.speaker.name if quote.speaker else ""
    for one in within(scene.references, draft.sentence.start, draft.sentence.stop):
        begin = one.office.start if one.office and one.office.start < one.start else one.start
        if scene.modality.according.search(scene.text[max(draft.sentence.start, begin - 30) : begin]):
            return one.name
    return ""


def _distance(at: int, one: Reference) -> int:
    return abs(one.start - at)


def _draft(
    scene: Scene,
    action: Action,
    sentence: Sentence,
    span: tuple[int, int],
    words: str,
    speaker: Reference | None,
) -> Draft:
    cue = find_tense_between(scene.text, sentence.start, sentence.stop, scene.language)
    ahead = action is _TOLD and cue is not None and cue.tense == "future"
    tense, mood = ("future", "planned") if ahead else ("past", "happened")
    if action is _TOLD and scene.modality.nobody.search(words.partition(",")[0]):
        mood = "denied"  # "Nobody met the envoys": the opposite is never told
    mention = ActionMention(span[0], span[1], words, (action.key,), tense, mood)
    opening = () if speaker else opening_sides(scene, sentence.start, sentence.stop)
    doing = [one for one in opening if isinstance(one, Reference) and not is_possessive(scene, one)]
    people = (speaker,) if speaker else tuple(doing)
    named = tuple(one for one in within(scene.countries, sentence.start, sentence.stop) if one.named)
    bodies = tuple(within(scene.organizations, sentence.start, sentence.stop))
    subject = people[0] if people else None
    draft = Draft(action, mention, sentence, sentence.start, sentence.stop, people, subject=subject)
    return draft if speaker else replace(draft, bodies=bodies, states=named)
