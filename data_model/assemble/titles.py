"""One line that says what happened, made of the facts themselves."""

from __future__ import annotations

import re

from data_model.assemble.drafts import Draft, Side
from data_model.assemble.event_dates import is_of_page
from data_model.dating.scene import Scene
from data_model.find.offices import OfficePhrase
from data_model.knowledge.places import country_name
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.spans import within
from data_model.values import Place

_LONGEST = 110
# An article belongs to a noun fewer words away than this.
_WORDS = 6
_SIDES = (OfficePhrase, OrganizationMention)
_THIRD = re.compile(r"^(\w+)s\b")
_SPACE = re.compile(r"\s+")
_LEADING = re.compile(
    r"^(?:[\W_]+|/[^/]*/|\([^()]*\)\s*[-–—]+|(?:and|but|that|who|which|as|so|the fact that)\s+)+",
    re.IGNORECASE,
)


def title_of(scene: Scene, draft: Draft, place: Place | None, status: str) -> str:
    """A title in the present tense, "to …" for what is planned; else the words of the clause."""
    subject = _named(scene, draft.subject) if draft.subject else ""
    who = subject or next((one.name for one in draft.people), "")
    others = [one.name for one in draft.people if one.name != who and one is not draft.host]
    others += [_group(one) for one in draft.groups if one is not draft.subject]
    if status in ("denied", "cancelled"):
        # A pattern would tell what did not happen.
        return f"{status.capitalize()}: {_words(scene, draft)}"
    planned = status in ("planned", "hypothetical", "postponed")
    does = draft.action.plan if planned else draft.action.title
    if isinstance(draft.subject, OfficePhrase) and not planned:
        does = _THIRD.sub(r"\1", does, count=1)  # "the ministers meet"
    where = f" in {_where(place)}" if place else ""
    kind = draft.action.type
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
        return _cut(f"{body}{noun}{where}".strip())
    return _words(scene, draft)


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
    words = _SPACE.sub(" ", phrase.text)
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


def _words(scene: Scene, draft: Draft) -> str:
    """The clause itself, trimmed to a line, in quotation marks: these are the report's words, not ours."""
    sides = [one.start for one in (*draft.people, *draft.states, draft.subject) if one is not None]
    before = [start for start in sides if draft.start <= start < draft.mention.start]
    before = [start for start in before if scene.text[start - 1] != "("]
    start = min(before) if before and draft.subject and not draft.mention.noun else draft.start
    if draft.mention.noun and draft.stop - start > _LONGEST:
        lead = scene.text[max(start, draft.mention.start - _LONGEST // 3) : draft.mention.start]
        articles = [hit.start() for hit in scene.modality.article.finditer(lead)]
        if articles and lead.count(" ", articles[-1]) < _WORDS and "," not in lead[articles[-1] :]:
            start = draft.mention.start - len(lead) + articles[-1]
    for mention in within(scene.dates, start, draft.stop):
        if mention is not draft.dated and is_of_page(scene, mention, draft.sentence):
            start = max(start, mention.stop)  # "MINSK, 2 May (Agency) - The president …"
    words = _SPACE.sub(" ", scene.text[start : draft.stop]).strip(' ,;:–—“”"«»()[]')
    return f"“{_cut(_LEADING.sub('', words))}”"


def _cut(words: str) -> str:
    words = words.rstrip(" .,;")
    words = words[:1].upper() + words[1:]
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;") + "…"
