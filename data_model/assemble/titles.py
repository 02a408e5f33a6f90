"""One line that says what happened, made of the facts themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from data_model.assemble.drafts import NO_VERB, Draft, Side, reach_of
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
from data_model.find.tenses import find_tense_between
from data_model.knowledge.declension import in_latin
from data_model.knowledge.headline_words import load_headline_words
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
# In front of who says so, fewer words tell nothing: "Riot police, reports say".
_TOLD = 4
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
    planned = status in ("planned", "hypothetical", "postponed")
    where = f" in {_where(place)}" if place else ""
    told = ""
    if status not in ("denied", "cancelled"):  # a pattern would tell what did not happen
        others = _others(draft)
        told = "" if draft.mention.noun else _headline(scene, draft)
        if not told or (kind in ("meeting", "call") and not _names_all(told, others)):
            told = _of_sides(scene, draft, kind, others, where, planned=planned) or told
    return told or _words(scene, draft, kind, where, planned=planned)


def _others(draft: Draft) -> list[str]:
    """Everyone but the one who acts."""
    who = draft.subject.name if isinstance(draft.subject, Reference) else ""
    who = who or next((one.name for one in draft.people), "")
    people = [one.name for one in draft.people if one.name != who]
    return people + [_group(one) for one in draft.groups if one is not draft.subject]


def _of_sides(scene: Scene, draft: Draft, kind: str, others: list[str], where: str, *, planned: bool) -> str:
    """A title made of who did it and with whom, "" where these do not tell it."""
    subject = _named(scene, draft.subject) if draft.subject else ""
    who = subject or next((one.name for one in draft.people), "")
    does = draft.action.plan if planned else draft.action.title
    if isinstance(draft.subject, OfficePhrase) and not planned:
        does = _THIRD.sub(r"\1", does, count=1)  # "the ministers meet"
    if kind == "meeting" and not others and getattr(draft.subject, "how", "") == "pronoun":
        others = [_body_name(scene, one) for one in draft.bodies]  # "he held talks with the leadership of"
    told = ""
    meets = kind in ("meeting", "call") and draft.action.type in ("meeting", "call")
    if (meets or draft.action.key == "greet") and who and others and does:
        told = f"{who} {does} {_listed(others)}"
    elif kind == "visit" and draft.people and where and does:
        told = f"{draft.people[0].name} {does} {where.removeprefix(' in ')}"
    elif draft.action.key in ("tell", "address", "say") and who:
        told = f"{who} {does}{where}"
    elif kind in ("meeting", "summit") and not draft.mention.noun and isinstance(draft.subject, _SIDES):
        many = isinstance(draft.subject, OfficePhrase)
        told = f"{subject} {'to meet' if planned else 'meet' if many else 'meets'}{where}"
    elif draft.mention.noun and where and kind in ("meeting", "summit"):
        body = f"{_body_name(scene, draft.bodies[0])} " if draft.bodies else ""
        # Titles are English whatever the language of the report.
        noun = draft.mention.text if draft.mention.text.isascii() else draft.action.nouns[0]
        noun = shortened(f"{body}{noun}", 1, _NOUN_LETTERS)
        told = agreeing(noun, load_title_words()[kind].said(planned=planned)) + where
    return _cut(told) if told else ""


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


def _body_name(scene: Scene, mention: OrganizationMention) -> str:
    body = scene.knowledge.organizations[mention.key]
    return body.abbr or body.name


def _where(place: Place) -> str:
    return place.city or country_name(place.country or "")


def _listed(names: list[str]) -> str:
    if len(names) < 2:  # noqa: PLR2004 - one needs no "and"
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def _names_all(headline: str, others: list[str]) -> bool:
    """Whether a headline names whom somebody met: what was cut from it may be just that."""
    return all(one.split()[-1] in headline for one in others[:_SIDES_NAMED])


def _headline(scene: Scene, draft: Draft) -> str:
    """The clause as a headline where it is English, "" when it makes none."""
    if scene.language != "en" or not scene.understood:
        return ""
    headline = headline_of(scene, draft, _begin(scene, draft))
    if _is_cut(headline):
        return ""
    if headline or (draft.mention.noun and draft.action.key not in NO_VERB):
        return headline
    # The piece of a sentence may lack what the whole has, who acts; and its verb may be the second one.
    start = draft.sentence.start
    whole = replace(draft, start=start, mention=replace(draft.mention, noun=True))
    headline = headline_of(scene, whole, start)
    return "" if _is_cut(headline) else headline


def _is_cut(headline: str) -> bool:
    """Whether a headline ends behind a verb that something must follow: "the ministers adopt"."""
    words = load_headline_words()
    told, _, speaker = headline.rpartition(", ")
    last = (speaker or headline).rpartition(" ")[2].lower()
    if last in words.saying:
        return len(told.split()) < _TOLD
    return last in words.hanging


def _words(scene: Scene, draft: Draft, kind: str, where: str, *, planned: bool) -> str:
    """The clause as a headline where it is English, else what its sides did by its type."""
    start = _begin(scene, draft)
    told = scene.language == "en" and scene.understood
    if headline := _headline(scene, draft):
        return headline
    words = load_title_words()[kind]
    noun = plain_words(scene, start, draft.stop) if told and draft.stop - start <= LONGEST else ""
    noun = shortened(without_lead(noun), 1, _NOUN_LETTERS)
    if noun and is_noun(noun):
        return agreeing(noun, words.said(planned=planned))
    acted = [one for one in draft.bodies if not scene.knowledge.organizations[one.key].media]
    sides = [one.name for one in draft.people] or [_named(scene, one) for one in acted]
    states = [country_name(one.code) for one in draft.states if not _is_of_next(scene, draft, one)]
    sides = list(dict.fromkeys(sides or states))[:_SIDES_NAMED]
    if planned or not sides or not words.acts:
        whose = f" involving {_listed(sides)}" if sides else ""
        return _cut(f"{words.noun}{whose} {words.said(planned=planned)}{where}")
    if words.meets and len(sides) > 1:
        return _cut(f"{sides[0]} {words.meets} {_listed(sides[1:])}{where}")
    return _cut(f"{sides[0]} {words.acts}{where}")


def _is_of_next(scene: Scene, draft: Draft, one: CountryMention) -> bool:
    """Whether a second verb parts a country from the event: "the war began and sanctions hit Chad"."""
    first = find_tense_between(scene.text, draft.mention.stop, one.start, scene.language)
    return first is not None and bool(find_tense_between(scene.text, first.stop, one.start, scene.language))


def _begin(scene: Scene, draft: Draft) -> int:
    """Where the clause begins: at the one who acts, of a noun at its article; behind the date line."""
    start = draft.start
    if draft.subject is not None and not draft.mention.noun:
        begin = reach_of(draft.subject)[0]
        if draft.start <= begin < draft.mention.start and scene.text[begin - 1] != "(":
            start = begin
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
