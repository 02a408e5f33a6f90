"""Where an action took place: a place of its clause, else what the report says of its place elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import takewhile

from data_model.assemble.drafts import Draft
from data_model.assemble.event_dates import is_of_page
from data_model.assemble.leads import is_date_line
from data_model.dating.scene import Scene
from data_model.resolve.countries import CountryMention
from data_model.spans import at_offset, within
from data_model.values import Sentence

# A bare country is where a visit goes or a summit is hosted; a meeting "in Ukraine" is seldom one.
_COUNTRY_PLACES = (
    "visit",
    "summit",
    "other",
    "military",
    "aid",
    "election",
    "protest",
    "exercise",
    "sanction",
)
# What is held at a place; a statement or a call is heard of anywhere.
_HELD = ("meeting", "summit", "visit", "agreement", "appointment", "exercise", "election", "court", "protest")
_LEAD = 40
# So many lines with fewer blanks may stand below a date and belong to it.
_LABELS, _LABEL_BLANKS = 2, 4


def find_place(scene: Scene, draft: Draft) -> CountryMention | None:
    """The nearest place behind a word of place, in the clause first, then in front of the action."""
    mention = draft.mention
    for start, stop in ((mention.stop, draft.stop), (draft.start, mention.start)):
        for one in _places(scene, start, stop):
            if _is_of_another(scene, draft, one):
                continue
            if _is_goal(scene, draft, one) or _is_led_in(scene, one):
                found = _as_capital(scene, one)
                if found.city or draft.action.type in _COUNTRY_PLACES:
                    return found
    return _here(scene, draft)


def place_news(scene: Scene, draft: Draft) -> Draft:
    """The report's own event, placed by its headline, its date line or its dateline if not by its clause."""
    if draft.place is not None:
        return draft
    if (line := _of_date_line(scene)) is not None and draft.action.type != "call":
        return replace(draft, place=line)
    if draft.action.type not in _HELD:
        return draft
    return replace(draft, place=_of_headline(scene) or _of_dateline(scene, draft))


def _places(scene: Scene, start: int, stop: int) -> Iterator[CountryMention]:
    """Cities and countries that stand for themselves, not inside an office or a body, not spoken of."""
    for one in within(scene.countries, start, stop):
        inside = at_offset(scene.offices, one.start) or at_offset(scene.organizations, one.start)
        lead = scene.text[max(0, one.start - _LEAD) : one.start]
        if one.how != "region" and inside is None and not scene.side_words.about.search(lead):
            yield one


def _is_goal(scene: Scene, draft: Draft, one: CountryMention) -> bool:
    """Whether a verb takes the place for its object: "visited Belarus", "visited the city of Brest"."""
    if draft.action.needs != "place" or one.how in ("adjective", "demonym") or one.start < draft.mention.stop:
        return False
    between = scene.modality.settlement.sub("", scene.text[draft.mention.stop : one.start])
    return len(between) <= len(" the ")


def _is_of_another(scene: Scene, draft: Draft, one: CountryMention) -> bool:
    """Whether another occasion stands right before it: "a statement on the attack in Kabul"."""
    for noun in within(scene.actions, draft.mention.stop, one.start):
        between = scene.text[noun.stop : one.start].split()
        own = noun.text.lower() in draft.action.object_words
        if noun.noun and not own and noun.actions != draft.mention.actions and len(between) == 1:
            return True
    return False


def _is_led_in(scene: Scene, one: CountryMention) -> bool:
    """Whether a word of place stands before it: "in", "in the Uzbek city of"."""
    lead = scene.text[max(0, one.start - _LEAD) : one.start]
    lead = scene.modality.settlement.sub("", lead)
    return scene.side_words.place.search(lead) is not None


def _as_capital(scene: Scene, one: CountryMention) -> CountryMention:
    """The city by its name where the text calls it "the Belarusian capital"."""
    if one.city or not scene.modality.capital.match(scene.text, one.stop):
        return one
    return replace(one, city=scene.knowledge.countries[one.code].capital)


def _here(scene: Scene, draft: Draft) -> CountryMention | None:
    """The last city named in the sentence before the word "here"."""
    if not scene.modality.here.search(scene.text[draft.mention.stop : draft.stop].lower()):
        return None
    cities = [one for one in within(scene.countries, draft.sentence.start, draft.mention.start) if one.city]
    return cities[-1] if cities else None


def _of_headline(scene: Scene) -> CountryMention | None:
    for sentence in scene.sentences:
        if sentence.headline:
            for one in _places(scene, sentence.start, sentence.stop):
                if _is_led_in(scene, one):
                    return _as_capital(scene, one)
    return None


def _of_date_line(scene: Scene) -> CountryMention | None:
    """The city printed with the date: "September 23, 2013, Sochi", or on the lines below it."""
    for at, sentence in enumerate(scene.sentences):
        if is_date_line(scene, sentence):
            below = takewhile(partial(_is_label, scene), scene.sentences[at + 1 : at + 1 + _LABELS])
            stop = max([sentence.stop, *(line.stop for line in below)])
            cities = [one for one in within(scene.countries, sentence.start, stop) if one.city]
            dates = within(scene.dates, sentence.start, sentence.stop)
            if cities and dates[0].start < cities[0].start:
                return cities[0]
    return None


def _is_label(scene: Scene, line: Sentence) -> bool:
    """Whether a line is a word or two of the page beside its date, no sentence and no title."""
    words = scene.text.count(" ", line.start, line.stop)
    return not line.headline and words < _LABEL_BLANKS and scene.text[line.stop - 1] not in ".:!?"


def _of_dateline(scene: Scene, draft: Draft) -> CountryMention | None:
    """The city a newswire writes from, if it lies in the country of a side."""
    sides = {one.office.country for one in draft.people if one.office} | {one.code for one in draft.states}
    sides |= {code for group in draft.groups for code in group.countries}
    sides |= {scene.knowledge.organizations[body.key].country for body in draft.bodies}
    for sentence in scene.sentences:
        for mention in within(scene.dates, sentence.start, sentence.stop):
            if is_of_page(scene, mention, sentence):
                cities = [one for one in within(scene.countries, sentence.start, mention.start) if one.city]
                if cities:
                    return cities[0] if cities[0].code in sides else None
    return None
