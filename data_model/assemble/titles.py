"""One line that says what happened, made of the facts themselves."""

from __future__ import annotations

import re
from functools import partial

from data_model.assemble.drafts import Draft, Side
from data_model.assemble.event_dates import is_of_page
from data_model.assemble.headlines import (
    LONGEST,
    SPACE,
    agreeing,
    headline_of,
    is_noun,
    plain_words,
    shortened,
    without_lead,
)
from data_model.dating.scene import Scene
from data_model.find.offices import OfficePhrase
from data_model.knowledge.declension import in_latin
from data_model.knowledge.places import country_name
from data_model.knowledge.title_words import load_title_words
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.spans import within
from data_model.values import Place

_LONGEST = 110
# So many sides are named where nothing else is told.
_SIDES_NAMED = 3
# So long may a noun be that a verb follows.
_NOUN_LETTERS = 60
# An article belongs to a noun fewer words away than this.
_WORDS = 6
_SIDES = (OfficePhrase, OrganizationMention)
_THIRD = re.compile(r"^(\w+)s\b")


def title_of(scene: Scene, draft: Draft, kind: str, place: Place | None, status: str) -> str:
    """A headline in English and the present tense, "to …" for what is planned.

    Args:
        scene: The document.
        draft: The event.
        kind: Its type.
        place: Where it was.
        status: Whether it was.
    """
    subject = _named(scene, draft.subject) if draft.subject else ""
    who = subject or next((one.name for one in draft.people), "")
    others = [one.name for one in draft.people if one.name != who and one is not draft.host]
    others += [_group(one) for one in draft.groups if one is not draft.subject]
    planned = status in ("planned", "hypothetical", "postponed")
    where = f" in {_where(place)}" if place else ""
    words = partial(_words, scene, draft, kind, where, planned=planned)
    if status in ("denied", "cancelled"):
        return words()  # a pattern would tell what did not happen
    does = draft.action.plan if planned else draft.action.title
    if isinstance(draft.subject, OfficePhrase) and not planned:
        does = _THIRD.sub(r"\1", does, count=1)  # "the ministers meet"
    if kind == "meeting" and not others and getattr(draft.subject, "how", "") == "pronoun":
        others = [_body_name(scene, one) for one in draft.bodies]  # "he held talks with the leadership of"
    if kind in ("meeting", "call") and who and others:
        return _cut(f"{who} {does} {_listed(others)}")
    if kind == "visit" and draft.people and place:
        return _cut(f"{draft.people[0].name} {does} {_where(place)}")
    if draft.action.key in ("tell", "address", "say") and who:
        return _cut(f"{who} {does}{where}")
    if draft.action.key == "greet" and who and others:
        return _cut(f"{who} {does} {_listed(others)}")
    if kind in ("meeting", "summit") and not draft.mention.noun and isinstance(draft.subject, _SIDES):
        many = isinstance(draft.subject, OfficePhrase)
        return _cut(f"{subject} {'to meet' if planned else 'meet' if many else 'meets'}{where}")
    if draft.mention.noun and place and kind in ("meeting", "summit"):
        body = f"{_body(scene, draft)} " if draft.bodies else ""
        # Titles are English whatever the language of the report.
        noun = draft.mention.text if draft.mention.text.isascii() else draft.action.nouns[0]
        noun = shortened(f"{body}{noun}", 1, _NOUN_LETTERS)
        return _cut(agreeing(noun, load_title_words()[kind].said(planned=planned)) + where)
    return words()


def _named(scene: Scene, thing: Side) -> str:
    if isinstance(thing, Reference):
        return thing.name
    if isinstance(thing, OrganizationMention):
        return scene.knowledge.organizations[thing.key].name
    if isinstance(thing, CountryMention):
        return country_name(thing.code)
    return _group(thing)


def _group(phrase: OfficePhrase) -> str:
    """The group in its own words with an article, unless it begins with a name."""
    words = SPACE.sub(" ", phrase.text)
    return f"the {words}" if words[:1].islower() and not words.startswith("the ") else words


def _body(scene: Scene, draft: Draft) -> str:
    return _body_name(scene, draft.bodies[0])


def _body_name(scene: Scene, mention: OrganizationMention) -> str:
    body = scene.knowledge.organizations[mention.key]
    return body.abbr or body.name


def _where(place: Place) -> str:
    return place.city or country_name(place.country or "")


def _listed(names: list[str]) -> str:
    if len(names) < 2:  # noqa: PLR2004 - one needs no "and"
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def _words(scene: Scene, draft: Draft, kind: str, where: str, *, planned: bool) -> str:
    """The clause as a headline where it is English, else what its sides did by its type."""
    start = _begin(scene, draft)
    told = scene.language == "en" and scene.understood
    if told and (headline := headline_of(scene, draft, start)):
        return headline
    words = load_title_words()[kind]
    noun = plain_words(scene, start, draft.stop) if told and draft.stop - start <= LONGEST else ""
    noun = shortened(without_lead(noun), 1, _NOUN_LETTERS)
    if noun and is_noun(noun):
        return agreeing(noun, words.said(planned=planned))
    acted = [one for one in draft.bodies if not scene.knowledge.organizations[one.key].media]
    sides = [one.name for one in draft.people] or [_named(scene, one) for one in acted]
    sides = list(dict.fromkeys(sides or [country_name(one.code) for one in draft.states]))[:_SIDES_NAMED]
    if planned or not sides or not words.acts:
        whose = f" involving {_listed(sides)}" if sides else ""
        return _cut(f"{words.noun}{whose} {words.said(planned=planned)}{where}")
    if words.meets and len(sides) > 1:
        return _cut(f"{sides[0]} {words.meets} {_listed(sides[1:])}{where}")
    return _cut(f"{sides[0]} {words.acts}{where}")


def _begin(scene: Scene, draft: Draft) -> int:
    """Where the clause begins: at the one who acts, of a noun at its article; behind the date line."""
    sides = [one.start for one in (*draft.people, *draft.states, draft.subject) if one is not None]
    before = [start for start in sides if draft.start <= start < draft.mention.start]
    before = [start for start in before if scene.text[start - 1] != "("]
    start = min(before) if before and draft.subject and not draft.mention.noun else draft.start
    if scene.modality.nobody.search(scene.text[draft.start : start]):
        start = draft.start  # "Neither Norway nor Chile signed": the words in front turn the sense
    if draft.mention.noun and draft.stop - start > _LONGEST:
        lead = scene.text[max(start, draft.mention.start - _LONGEST // 3) : draft.mention.start]
        articles = [hit.start() for hit in scene.modality.article.finditer(lead)]
        if articles and lead.count(" ", articles[-1]) < _WORDS and "," not in lead[articles[-1] :]:
            start = draft.mention.start - len(lead) + articles[-1]
    for mention in within(scene.dates, start, draft.stop):
        if mention is not draft.dated and is_of_page(scene, mention, draft.sentence):
            start = max(start, mention.stop)  # "MINSK, 2 May (Agency) - The president …"
    return start


def _cut(words: str) -> str:
    latin = in_latin(words)
    return shortened(latin) or latin
