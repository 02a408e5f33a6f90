"""Whether what an action needs is there: another side, an object, a place, a body."""

from __future__ import annotations

import re

from data_model.assemble.drafts import Draft, Side, is_led_by, reach_of
from data_model.assemble.tellings import OBJECT_REACH, OCCASIONS, points_back
from data_model.dating.scene import Scene
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.spans import at_offset, within

_OF = re.compile(r"\s+of\s+(?:the\s+)?$", re.IGNORECASE)


def has_what_it_needs(scene: Scene, draft: Draft) -> bool:
    """Whether the sides, the place or the object that its action wants are there."""
    action, mention = draft.action, draft.mention
    others = [one for one in draft.people if one is not draft.subject]
    sides = bool(others or draft.groups or draft.bodies or draft.states)
    if mention.generic or (mention.noun and mention.anaphoric) or points_back(scene, draft):
        return False
    if action.needs == "object":
        titled = draft.sentence.headline or scene.side_words.given.match(scene.text, mention.stop)
        told = mention.passive and _is_told_by_noun(scene, draft)
        return bool(mention.noun and titled) or (not told and _has_object(scene, draft))
    if action.type == "visit" and mention.noun and not (draft.people or draft.groups or draft.states):
        return False
    if action.needs == "place":
        return draft.place is not None or _affected(scene, draft) is not None or _is_at_body(draft)
    if action.needs in ("company", "person"):
        # "information received from the President" receives nobody
        taken = scene.side_words.given.match(scene.text, mention.stop) and not mention.passive
        groups = [one for one in draft.groups if one is not draft.subject]
        debate = action.needs == "company" and isinstance(draft.subject, OrganizationMention)
        return bool(others or groups or debate) and not taken
    if action.needs == "body":
        convened = draft.bodies or draft.groups or isinstance(draft.subject, CountryMention)
        return bool(convened) or _is_summit_somewhere(scene, draft)
    if mention.noun:
        own = any(is_of_event(scene, reach_of(body)[0]) for body in draft.bodies)
        return own or bool(draft.people or draft.groups or draft.states or draft.place)
    return draft.subject is not None and (sides or draft.place is not None or action.needs == "")


def _is_at_body(draft: Draft) -> bool:
    """Whether it is a body that is visited: "visited the CSTO Joint Staff"."""
    if draft.action.type != "visit" or draft.mention.noun:
        return False
    return any(0 <= body.start - draft.mention.stop <= len(" the ") for body in draft.bodies)


def _is_summit_somewhere(scene: Scene, draft: Draft) -> bool:
    """Whether it is a summit by its name and its place is told: "a summit of Turkic states in Baku"."""
    named = scene.modality.gathering.fullmatch(draft.mention.text.lower())
    return draft.place is not None and named is not None


def _is_told_by_noun(scene: Scene, draft: Draft) -> bool:
    """Whether a gathering that "was held" is told by its own noun in front, and nobody by whom follows."""
    if draft.action.type not in OCCASIONS or any(is_agent(scene, draft, one) for one in draft.people):
        return False
    nouns = (one for one in within(scene.actions, draft.start, draft.mention.start) if one.noun)
    return any(scene.knowledge.actions[key].type in OCCASIONS for one in nouns for key in one.actions)


def is_of_event(scene: Scene, begin: int) -> bool:
    """Whether a side is named as the one an occasion belongs to: "attended the meeting of ministers"."""
    of = _OF.search(scene.text, max(0, begin - len(" of the ")), begin)
    return of is not None and at_offset(scene.actions, of.start() - 1) is not None


def is_agent(scene: Scene, draft: Draft, one: Side) -> bool:
    """Whether a side does what the passive tells: "was received by the President"."""
    return draft.mention.passive and is_led_by(scene.side_words.agent, scene, one, draft.mention.stop)


def _affected(scene: Scene, draft: Draft) -> CountryMention | None:
    """The country or city an attack, a sanction or aid is aimed at."""
    spans = ((draft.mention.stop, draft.stop), (draft.start, draft.mention.start))
    for start, stop in spans:
        found = within(
            scene.countries, start, min(stop, start + OBJECT_REACH) if start >= draft.mention.stop else stop
        )
        if found:
            return found[0]
    return None


def _has_object(scene: Scene, draft: Draft) -> bool:
    """Whether one of the action's object words follows (or, in the passive, comes before)."""
    words = draft.action.object_words
    behind = scene.text[draft.mention.stop : min(draft.stop, draft.mention.stop + OBJECT_REACH)].lower()
    before = scene.text[max(draft.start, draft.mention.start - OBJECT_REACH) : draft.mention.start].lower()
    where = before if draft.mention.passive else behind
    if scene.side_words.free_order:
        where = f"{before} {behind}"
    if any(re.search(rf"\b{re.escape(word)}\b", where) for word in words):
        return True
    reach = within(
        scene.organizations, draft.mention.stop, min(draft.stop, draft.mention.stop + OBJECT_REACH)
    )
    return "media" in words and any(scene.knowledge.organizations[body.key].media for body in reach)
