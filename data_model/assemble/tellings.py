"""Whether an action only tells more of an occasion that was told before."""

from __future__ import annotations

import re

from data_model.assemble.drafts import Draft
from data_model.dating.scene import Scene
from data_model.spans import within

# How far behind a verb the noun it takes is looked for.
OBJECT_REACH = 90
OCCASIONS = ("meeting", "summit")


def points_back(scene: Scene, draft: Draft) -> bool:
    """Whether it only tells who was at an occasion told before: "The meeting was attended by …"."""
    if draft.action.type not in OCCASIONS or draft.bodies:
        return False
    if draft.mention.noun:
        return _names_who_came(scene, draft)
    if draft.action.needs != "object":
        return False
    start, stop = draft.mention.stop, min(draft.stop, draft.mention.stop + OBJECT_REACH)
    if within(scene.dates, draft.mention.stop, draft.stop):
        return False  # "hosted the session five years ago" is an occasion of its own
    if draft.mention.passive:
        start, stop = draft.start, draft.mention.start
    nouns = "|".join(re.escape(word) for word in draft.action.object_words)
    if not re.compile(rf"\s*the\s+(?:{nouns})\b(?!\s+of\b)", re.IGNORECASE).match(scene.text, start, stop):
        return False
    return _is_told_before(scene, draft)


def _names_who_came(scene: Scene, draft: Draft) -> bool:
    """Whether "The meeting was attended by …" says no more of an occasion told before."""
    start, stop = draft.mention.start, draft.mention.stop
    lead = scene.text[draft.sentence.start : start]
    came = re.compile(rf"\s+(?:\w+\s+){{1,2}}{scene.side_words.attendance.pattern}", re.IGNORECASE)
    alone = scene.side_words.determiner.fullmatch(lead.strip()) is not None
    return alone and came.match(scene.text, stop, draft.stop) is not None and _is_told_before(scene, draft)


def _is_told_before(scene: Scene, draft: Draft) -> bool:
    body = next((s.start for s in scene.sentences if not (s.furniture or s.headline)), 0)
    told = (key for one in within(scene.actions, body, draft.sentence.start) for key in one.actions)
    return any(scene.knowledge.actions[key].type in OCCASIONS for key in told)
