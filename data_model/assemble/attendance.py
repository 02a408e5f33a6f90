"""Who else was there: the next sentences of a paragraph add people to the event before them."""

from __future__ import annotations

from dataclasses import replace

from data_model.assemble.drafts import Draft
from data_model.resolve.people import Reference, protagonist
from data_model.resolve.quotes import quote_at
from data_model.resolve.scene import Scene
from data_model.spans import within
from data_model.values import Sentence

# How many sentences behind the event may still speak of who was there.
_FOLLOWING = 4


def add_attendance(scene: Scene, draft: Draft, *, main: bool) -> Draft:
    """A meeting with the people whom other sentences call present, and with "we" spelled out.

    For the main event every sentence of the report counts, for others those that follow it.
    """
    if draft.action.type not in ("meeting", "summit", "call", "exercise"):
        return draft
    people = list(draft.people)
    if main and draft.mention.noun:
        first = within(scene.references, draft.sentence.start, draft.mention.start)
        people.extend(one for one in first[:1] if one.how != "pronoun")
    told = _outside_quotes(scene) if main else _following(scene, draft)
    for sentence in told:
        if scene.modality.attendance.search(scene.text[sentence.start : sentence.stop]):
            people.extend(within(scene.references, sentence.start, sentence.stop))
    if draft.action.type == "meeting" and len({one.name for one in people}) < 2:  # noqa: PLR2004
        people.extend(_other_side(scene, draft, people))
    seen: dict[str, Reference] = {}
    for one in people:
        seen.setdefault(one.name, one)
    return replace(draft, people=tuple(seen.values()))


def _outside_quotes(scene: Scene) -> list[Sentence]:
    return [
        s
        for s in scene.sentences
        if not s.furniture and not s.headline and quote_at(scene.quotes, s.start) is None
    ]


def _following(scene: Scene, draft: Draft) -> list[Sentence]:
    behind = [
        s
        for s in scene.sentences
        if s.start > draft.sentence.start and s.paragraph == draft.sentence.paragraph
    ]
    return behind[:_FOLLOWING]


def _other_side(scene: Scene, draft: Draft, people: list[Reference]) -> list[Reference]:
    """A meeting "with X" is with the report's main person; "our meeting" with whom was named before."""
    if draft.groups and people:
        return []
    mention = draft.mention
    ours = any(
        one.how == "pronoun" and one.start < mention.start and one in draft.people for one in draft.people
    )
    if mention.noun and people and not ours:
        hero = protagonist(scene.references)
        return [hero] if hero is not None else []
    if ours and mention.noun:
        first = min(s.start for s in scene.sentences if s.paragraph == draft.sentence.paragraph)
        before = [one for one in within(scene.references, first, draft.sentence.start) if one.named]
        return [one for one in before if one.name not in {p.name for p in people}][:1]
    return []
