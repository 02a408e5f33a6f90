"""Which date expression of a sentence dates which candidate: the one that stands closest to it and may."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from data_model.assemble.asides import asides_of
from data_model.assemble.attributions import attribution_of
from data_model.assemble.drafts import Draft
from data_model.assemble.event_dates import date_by
from data_model.assemble.page_dates import is_of_noun, is_of_page, is_said
from data_model.dating.scene import Scene
from data_model.find.date_readings import Vague
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense, find_tense_between, find_tense_cue
from data_model.spans import Stretch, within

_LIMITS = ("until", "by", "since")
_LEAD = 100
# So many words at most from a verb to the end of the noun it takes: "signed a new border treaty of".
_NOUN_PHRASE = 5
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# A date opens a clause when at most a preposition parts it from the clause's beginning.
_OPENS = re.compile(r"(?:^|[,;:(—–]|\b(?:and|и))\W*(?:[\w]{1,4}\s+){0,2}$", re.IGNORECASE)


def allot_dates(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give each date expression of a sentence to the draft it stands closest to, then date them all."""
    own: dict[int, DateMention] = {}
    told: dict[int, list[Draft]] = defaultdict(list)
    for one in drafts:
        told[one.sentence.start].append(one)
    for here in told.values():
        sentence = here[0].sentence
        said = attribution_of(scene, sentence)
        for mention in within(scene.dates, sentence.start, sentence.stop):
            # A length is no date; a limit ("until 2025") is not when something happened.
            if mention.reading.kind == "duration" or mention.bound in _LIMITS:
                continue
            if (
                mention.start in scene.life
                or is_of_page(scene, mention, sentence)
                or _is_record(scene, mention)
            ):
                continue
            reached = [
                draft
                for draft in here
                if _reaches(scene, draft, mention) and not is_told_then(scene, draft, mention, said)
            ]
            draft = min(reached, key=partial(_distance, scene, mention), default=None)
            known = own.get(id(draft))
            if draft is not None and (
                known is None or _distance(scene, mention, draft) < _distance(scene, known, draft)
            ):
                own[id(draft)] = mention
    return [
        date_by(scene, one, own.get(id(one)) or _inherited(one, told[one.sentence.start], own))
        for one in drafts
    ]


def is_told_then(scene: Scene, draft: Draft, mention: DateMention, said: int | None) -> bool:
    """Whether it is the day somebody told of what is to come or off.

    "They will meet, he said on Monday"; "He said on Monday that they would meet".
    """
    if draft.mention.mood in ("happened", "ongoing", "denied"):
        return False
    at = draft.mention.start
    if at < mention.start:
        # "They will meet, he said, on Monday" is when they will.
        return said is not None and at < said <= mention.start and "," not in scene.text[said : mention.start]
    cue = find_tense_cue(scene.text, mention)
    # "He said that on Monday they would meet".
    inside = cue is not None and scene.modality.contents.search(scene.text, cue.stop, mention.start)
    return not inside and is_said(scene, mention, cue)


def _reaches(scene: Scene, draft: Draft, mention: DateMention) -> bool:
    """Whether a date may be the draft's: in its clause; "the treaty of 5 May" dates a noun, no verb."""
    if not (draft.start <= mention.start and mention.stop <= draft.stop):
        return False
    if draft.action.type == "statement" and not draft.mention.noun and mention.stop < draft.mention.start:
        # "Belarus will preside in 2020, the minister told the media": the year is of what he told.
        lead = scene.text[draft.start : mention.start]
        if "," in scene.text[mention.stop : draft.mention.start] and not _OPENS.search(lead):
            return False
    relative = scene.side_words.relative.finditer(scene.text, draft.start, draft.stop)
    asides = [*(Stretch(*hit.span()) for hit in relative), *asides_of(scene, draft.sentence)]
    if any(
        (one.start <= mention.start < one.stop) > (one.start <= draft.mention.start < one.stop)
        for one in asides
    ):
        return False  # "X, who took office in January, visited …"
    ahead = isinstance(mention.reading, Vague) and mention.reading.direction == 1
    if ahead and draft.mention.tense == "past":
        return False  # "agreed to meet in the near future" was not agreed then
    if isinstance(mention.reading, Vague) and mention.stop < draft.mention.start:
        # "we must act now, after the war had begun": what leads to it is not of now.
        between = scene.text[mention.stop : draft.mention.start]
        if "," in between and scene.modality.subordinate.search(between):
            return False
    if draft.mention.noun or not is_of_noun(scene, mention):
        return True
    # "said at the session of 14 October": the noun is what the verb takes.
    words = _WORD.findall(scene.text[draft.mention.stop : mention.start])
    return 1 < len(words) <= _NOUN_PHRASE and words[-2].lower() in draft.action.object_words


def _is_record(scene: Scene, mention: DateMention) -> bool:
    """Whether it only says how long something had not been, or within which time it was again.

    "For the first time in 24 years"; "the third election in three years".
    """
    if not getattr(mention.reading, "loose", False):
        return False
    begin = max(0, mention.start - _LEAD)
    lead = scene.text[begin : mention.start]
    if scene.modality.record.search(lead):
        return True
    turn = scene.modality.turn.search(lead)
    if turn is None or find_tense(scene.text, mention) != "past":
        return False
    cue = find_tense_between(scene.text, begin + turn.start(), mention.start, scene.language)
    return cue is None or cue.tense == "past"


def _distance(scene: Scene, mention: DateMention, draft: Draft) -> int:
    """Characters between the action and a date.

    A date stands behind its action, opens the clause, or leads its noun ("the June summit"); in
    front of an action in any other place it is hardly that action's.
    """
    if draft.mention.stop <= mention.start:
        return mention.start - draft.mention.stop
    gap = max(draft.mention.start - mention.stop, 0)
    led = draft.mention.noun and gap <= len("’s ")
    lead = scene.text[draft.sentence.start : mention.start]
    return gap if led or _OPENS.search(lead) else 4 * gap + 40


def _inherited(draft: Draft, here: Sequence[Draft], own: Mapping[int, DateMention]) -> DateMention | None:
    """A noun in a list ("the recent visit … and the talks …") shares the vague word of the one before."""
    if not draft.mention.noun:
        return None
    before = [one for one in here if one.mention.noun and one.mention.stop <= draft.mention.start]
    mention = own.get(id(before[-1])) if before else None
    return mention if mention is not None and isinstance(mention.reading, Vague) else None
