"""One line that says what happened: of several candidates the first that a headline can be.

The document's own headline (for its main event, in English), what its clauses make, and what its sides, type
and place make of it. Each is checked by one closed list of faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from anyascii import anyascii

from data_model.assemble.drafts import Draft
from data_model.assemble.glossed import glossed_headline, glossed_noun
from data_model.assemble.headlines import Headline, headlines_of, noun_of, own_headline
from data_model.assemble.names_told import called
from data_model.assemble.wording import SPACE, is_plural, listed, shortened
from data_model.dating.scene import Scene
from data_model.knowledge.declension import in_latin
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.places import country_name
from data_model.knowledge.title_words import load_title_words
from data_model.knowledge.verbs import base_of_third, is_base, is_third
from data_model.resolve.organizations import OrganizationMention
from data_model.spans import within
from data_model.values import Place

# So many sides are named where nothing else is told.
_SIDES_NAMED = 3
# Of two who met, one may be named in another sentence.
_PAIR = 2
# So many words before the verb leave room for it.
_NOUN_WORDS = 10
# Fewer words of a text may be the same by chance.
_QUOTED = 4
_INVOLVING = " involving "
_SIGN = re.compile(r"[“”„«»\"'’‘`]")
_OFF = ("cancelled", "postponed", "denied")


def title_of(
    scene: Scene, draft: Draft, kind: str, place: Place | None, status: str, *, main: bool = False
) -> str:
    """A headline in English and the present tense, "to …" for what is planned.

    Args:
        scene: The document.
        draft: The event.
        kind: Its type.
        place: Where it was.
        status: Whether it was.
        main: Whether it is the news of the document, which the document's own headline tells.
    """
    composed = _composed(scene, draft, kind, place, status)
    if not scene.understood:
        return composed
    if scene.language != "en":
        # Where the type alone tells what was done, its sides tell the rest.
        told = None if load_title_words()[kind].acts else glossed_headline(scene, draft)
        if told is None or any(find_faults(told, status)):
            return composed
        return in_latin(next(_with_place(scene, draft, told.words, place, main=main)))
    if main and (own := _own(scene, draft, status)):
        return own
    about = draft.mention.text if draft.mention.noun and load_title_words()[kind].acts else ""
    fair = [one for one in headlines_of(scene, draft, kind, status) if not any(find_faults(one, status))]
    fair = [one for one in fair if about.lower() in one.words.lower()]
    for told in fair[:1]:
        for words in _with_place(scene, draft, told.words, place, main=main):
            if not _is_quotation(scene, draft, words):
                return words
    return composed


def _own(scene: Scene, draft: Draft, status: str) -> str:
    """The document's headline where it names who took part and passes as any other, "" where it does not."""
    told = own_headline(SPACE.sub(" ", scene.document.title or "").strip(" ."))
    if told is None or any(find_faults(told, status)):
        return ""
    flat = _flat(told.words)
    return told.words if any(_flat(one) in flat for one in _actors(scene, draft)) else ""


def find_faults(told: Headline, status: str) -> Iterator[str]:
    """Why words are no headline of an event of a status, from a closed list."""
    table = load_headline_words()
    words = told.words.split()
    low = [word.lower().strip(",") for word in words]
    if low[-1] in table.saying or low[-1] in table.hanging:
        yield "ends behind a verb that something must follow"
    if low[-1] in table.pronouns or low[-1] in table.named:
        yield "ends with somebody nobody knows"
    if any(one.lower() in table.speakers and (len(one) == 1 or not one.isupper()) for one in words):
        yield "is said by the one who speaks"
    if len(low) > 1 and low[-2] in table.pronouns and (is_base(low[-1]) or is_third(low[-1])):
        yield "ends behind a verb that something must follow"
    pairs = {" ".join(pair) for pair in pairwise(low)}
    negative = not table.negative.isdisjoint(low) or not table.negative.isdisjoint(pairs)
    if status in _OFF and not negative:
        yield "tells as happened what did not"
    if status in ("planned", "hypothetical") and not told.ahead and not negative:
        yield "tells as happened what is still to come, or may not"
    if status in ("happened", "ongoing") and told.ahead:
        yield "tells as planned what happened"


def _is_quotation(scene: Scene, draft: Draft, words: str) -> bool:
    """Whether words stand so in the sentence they are made of."""
    flat = _flat(words)
    return len(flat.split()) >= _QUOTED and flat in _flat(
        scene.text[draft.sentence.start : draft.sentence.stop]
    )


def _flat(words: str) -> str:
    return SPACE.sub(" ", _SIGN.sub("", anyascii(words).lower())).strip(" .,")


def _with_place(scene: Scene, draft: Draft, words: str, place: Place | None, *, main: bool) -> Iterator[str]:
    """A headline with where it was, if it names no place; with the country it is of if it names nobody."""
    flat = _flat(words)
    named = any(_flat(one) in flat for one in _actors(scene, draft))
    told = within(scene.countries, draft.sentence.start, draft.sentence.stop)
    there = any(_flat(each) in flat for one in told if not one.named for each in (one.text, one.city) if each)
    city = place.city if place and place.city and not there and _flat(place.city) not in flat else ""
    land = _land(place.country) if place and place.country else ""
    if place and any(one.code == place.country and _flat(one.text) in flat for one in told):
        land = ""
    where = ", ".join(
        filter(None, (city, land if land and _flat(land) not in flat and (not named or not city) else ""))
    )
    sure = main or (draft.place is not None and _is_near(draft, draft.place.start))
    if where and sure and not there and shortened(whole := f"{words} in {where}") == whole:
        yield whole
    code = (place.country if place and land else "") or next((one.code for one in draft.states), "")
    of, placed = _land(code), any(one.code != code and _flat(one.text) in flat for one in told)
    if (
        of
        and not named
        and not placed
        and _flat(of) not in flat
        and shortened(whole := f"{of}: {words}") == whole
    ):
        yield whole
    yield words


def _is_near(draft: Draft, at: int) -> bool:
    """Whether words stand in the sentence of the event: what others tell may belong to another one."""
    return draft.sentence.start <= at < draft.sentence.stop


def _land(code: str) -> str:
    """A country by its short name, what stands in brackets left out."""
    return country_name(code).partition(" (")[0]


def _actors(scene: Scene, draft: Draft) -> list[str]:
    """The names a headline may know those by who took part."""
    people = [one.name.split()[-1] for one in draft.people]
    bodies = [each for one in draft.bodies for each in _names_of(scene, one)]
    return [
        *people,
        *bodies,
        *(_land(one.code) for one in draft.states),
        *(one.text for one in draft.states),
    ]


def _names_of(scene: Scene, mention: OrganizationMention) -> list[str]:
    body = scene.knowledge.organizations[mention.key]
    return list(filter(None, (body.abbr, body.name, mention.text)))


def _composed(scene: Scene, draft: Draft, kind: str, place: Place | None, status: str) -> str:
    """What the sides, type and place of an event make."""
    words = load_title_words()[kind]
    where = place.city or _land(place.country or "") if place else ""
    near = [one for one in draft.people if _is_near(draft, one.start)]
    if words.meets and not words.convenes and len(draft.people) == _PAIR:
        near = list(draft.people)
    people = [called(scene, one.name, one.key) for one in near or draft.people]
    bodies = _bodies(scene, draft)
    sides = bodies if words.convenes and bodies else people or bodies
    sides = list(dict.fromkeys(sides or [_land(one.code) for one in draft.states]))[:_SIDES_NAMED]
    there = f" in {where}" if where else ""
    if status in words.off or not sides or not words.acts:
        for noun in _nouns(scene, draft, sides, several=bool(words.acts)):
            whole = in_latin(_said_of(noun, words.said(status), where, off=status in words.off))
            if shortened(whole).lower() == whole.lower():
                return shortened(whole)
        while sides and len(f"{words.noun} {listed(sides)}{there}".split()) > _NOUN_WORDS:
            sides.pop()
        noun = f"{words.noun} {words.joins} {listed(sides)}" if sides else words.noun
        return _fitting(_said_of(noun, words.said(status), where, off=status in words.off))
    does, others = words.acts, ""
    if words.convenes and bodies:
        does = words.convenes
    elif words.meets and len(sides) > 1:
        does, others = words.meets, f" {listed(sides[1:])}"
    elif words.there and where:
        does, there = f"{words.there} {where}", ""
    head, _, rest = does.partition(" ")
    if status in words.leads:
        does = f"{words.leads[status]} {base_of_third(head)} {rest}".strip()
    there = "" if where in sides else there
    return _fitting(f"{sides[0]} {does}{others}{there}")


def _nouns(scene: Scene, draft: Draft, sides: Sequence[str], *, several: bool) -> Iterator[str]:
    """The noun of a report that tells an event, with its sides where it names none.

    Args:
        several: Whether it has to name every side, or stays with none.
    """
    if not draft.mention.noun:
        return
    noun = glossed_noun(scene, draft) if scene.language != "en" else noun_of(scene, draft)
    flat = _flat(noun)
    named = [one for one in sides if _flat(one.rpartition(" ")[2]) in flat]
    if len(named) == len(sides) or (named and not several):
        yield noun
    elif len(noun.split()) > 1 and not several:
        yield f"{noun}{_INVOLVING}{listed(sides)}"
        yield noun


def _said_of(noun: str, said: str, where: str, *, off: bool) -> str:
    """A noun with what is said of it, of several as of several, and where, unless the noun tells: "talks are
    held in Bern"; what was called off took place nowhere: "talks in Bern are cancelled"."""
    does, _, rest = said.partition(" ")
    head = noun.partition(_INVOLVING)[0]
    if is_plural(head[:1].lower() + head[1:]) and does != "to":
        said = f"{'are' if does == 'is' else base_of_third(does)} {rest}"
    there = f" in {where}" if where and _flat(where) not in _flat(noun) else ""
    return f"{noun}{there} {said}" if off else f"{noun} {said}{there}"


def _bodies(scene: Scene, draft: Draft) -> list[str]:
    """The bodies of an event, an organ before what it belongs to; those that only report it left out."""
    entries = scene.knowledge.organizations
    acted = [one for one in draft.bodies if not entries[one.key].media]
    whole = {entries[one.key].parent for one in acted}
    return [_body_name(scene, one) for one in sorted(acted, key=lambda one: one.key in whole)]


def _fitting(words: str) -> str:
    whole = in_latin(words)
    return shortened(whole) or whole


def _body_name(scene: Scene, mention: OrganizationMention) -> str:
    body = scene.knowledge.organizations[mention.key]
    return body.name if body.parent else body.abbr or body.name
