"""The bodies whose own gathering an event is: "the Council met", "the CSTO summit"; not those that came."""

from __future__ import annotations

import re

from data_model.assemble.drafts import Draft
from data_model.dating.scene import Scene
from data_model.resolve.organizations import OrganizationMention
from data_model.spans import starting, within

CONVENED = ("meeting", "summit")
# Between a gathering and its body: "session of the", "reunión de la", «заседание»; and between a body and its
# gathering: "'s 151st session", "Council meeting".
_OF = re.compile(
    r"\s+(?:(?:of|du|des?|del|d[ao]s?|der)\s+)?(?:(?:the|l[aeo]s?|its)\s+)?(?:[\w-]+\s+)?", re.IGNORECASE
)
_OWN = re.compile(r"(?:['’]s?)?\s+(?:\d+\w*\s+)?")
_NOUN = re.compile(r"(?:['’]s?)?\s+[\w-]+")
_NEAR = 40


def convening(scene: Scene, draft: Draft) -> tuple[OrganizationMention, ...]:
    """Of the bodies of an event those that gathered: by the noun beside a name, else by whose verb it is.

    A body gathers where an organ of it does.
    """
    found = [body for body in draft.bodies if any(_has_own(scene, one) for one in _told(scene, draft, body))]
    if not found and draft.action.type in CONVENED:
        found = [body for body in draft.bodies if body is draft.subject]
    keys = {one.key for one in found}
    keys |= {scene.knowledge.organizations[key].parent for key in keys}
    return tuple(one for one in draft.bodies if one.key in keys)


def gathered(scene: Scene, draft: Draft) -> tuple[OrganizationMention, ...]:
    """The bodies that a session was of: where no wording tells, any of its bodies that holds sessions."""
    entries = scene.knowledge.organizations
    return convening(scene, draft) or tuple(one for one in draft.bodies if not entries[one.key].armed)


def _told(scene: Scene, draft: Draft, body: OrganizationMention) -> list[OrganizationMention]:
    here = within(scene.organizations, draft.sentence.start, draft.sentence.stop)
    return [one for one in here if one.key == body.key] or [body]


def _has_own(scene: Scene, body: OrganizationMention) -> bool:
    """Whether a gathering named beside a body is its own: "its session", not "a meeting with it"."""
    words = starting(scene.event_words, max(0, body.start - _NEAR), body.stop + _NEAR)
    return any(
        (one.stop < body.start and _OF.fullmatch(scene.text, one.stop, body.start))
        or (body.stop < one.start and _OWN.fullmatch(scene.text, body.stop, one.start))
        # "attend the Group of 7 Summit" is one wording, with the body in it
        or (one.start < body.start and _NOUN.fullmatch(scene.text, body.stop, one.stop))
        for one in words
        if one.names and one.type in CONVENED
    )
