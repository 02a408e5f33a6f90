"""The bodies whose own gathering an event is: "the Council met", "the CSTO summit"; not those that came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data_model.assemble.drafts import Draft
from data_model.dating.scene import Scene
from data_model.find.event_words import EventWord
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


def gathered(scene: Scene, draft: Draft) -> tuple[OrganizationMention, ...]:
    """The bodies that a session was of: by the noun beside a name, else by whose verb it is.

    Where neither tells, any of its bodies that holds sessions. A body gathers where an organ of it does.
    """
    entries = scene.knowledge.organizations
    found = [body for body in draft.bodies if any(_own_words(scene, draft, body))]
    if not found and draft.action.type in CONVENED:
        found = [body for body in draft.bodies if body is draft.subject]
    if not found:
        return tuple(body for body in draft.bodies if not entries[body.key].armed)
    keys = {body.key for body in found}
    kin = keys | {entries[key].parent for key in keys}
    return tuple(body for body in draft.bodies if body.key in kin or entries[body.key].parent in keys)


def is_convened(scene: Scene, draft: Draft) -> bool:
    """Whether an international body convenes what a verb or noun tells: then a meeting is a session.

    "The Council met", "held a meeting of the Council"; not "held talks before the Council's session".
    """
    # "The Committee hosted a session of the Council": the session is the Council's.
    ours = sorted(draft.bodies, key=lambda body: body is draft.subject)
    for body in ours:
        words = _own_words(scene, draft, body)
        if body is draft.subject or any(_is_told(draft, one, body) for one in words):
            return not scene.knowledge.organizations[body.key].country
    return False


def _is_told(draft: Draft, word: EventWord, body: OrganizationMention) -> bool:
    """Whether a gathering is what the verb or noun of an event tells, or its object before the body."""
    reach = draft.mention.stop + (_NEAR if word.start < body.start else 0)
    return draft.mention.start < word.stop and word.start < reach


def _own_words(scene: Scene, draft: Draft, body: OrganizationMention) -> Iterator[EventWord]:
    """The gatherings named beside a body as its own: "its session", not "a meeting with it"."""
    here = within(scene.organizations, draft.sentence.start, draft.sentence.stop)
    for told in [one for one in here if one.key == body.key] or [body]:
        for one in starting(scene.event_words, max(0, told.start - _NEAR), told.stop + _NEAR):
            if one.names and one.type in CONVENED and _is_of(scene.text, one, told):
                yield one


def _is_of(text: str, word: EventWord, body: OrganizationMention) -> bool:
    if word.stop < body.start:
        return _OF.fullmatch(text, word.stop, body.start) is not None
    if body.stop < word.start:
        return _OWN.fullmatch(text, body.stop, word.start) is not None
    # "attend the Group of 7 Summit", "meeting of the Council" are one wording, with the body in it.
    return word.start < body.start and (
        word.stop == body.stop or _NOUN.fullmatch(text, body.stop, word.stop) is not None
    )
