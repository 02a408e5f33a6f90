"""One line that says what happened: of several candidates the first that a headline can be.

The document's own headline (for its main event, in English), what its clauses make, and what its sides, type
and place make of it. Each is checked by one closed list of faults.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from data_model.assemble.convening import gathered
from data_model.assemble.drafts import Draft, is_led_by
from data_model.assemble.glossed import glossed_headline
from data_model.assemble.headline_faults import find_faults, names_nobody
from data_model.assemble.headlines import Headline, headlines_of
from data_model.assemble.moods import staying_away
from data_model.assemble.names_told import called
from data_model.assemble.noun_titles import nouns_of, said_of
from data_model.assemble.own_headline import own_headline
from data_model.assemble.wording import flat_words, listed, shortened, without_articles
from data_model.dating.scene import Scene
from data_model.knowledge.declension import in_latin
from data_model.knowledge.modality import MOODS_UNDONE
from data_model.knowledge.places import country_name
from data_model.knowledge.title_words import TitleWords, load_title_words
from data_model.knowledge.verbs import base_of_third
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.spans import Stretch, within
from data_model.values import Place

# So many sides are named where nothing else is told.
_SIDES_NAMED = 3
# Of two who met, one may be named in another sentence.
_PAIR = 2
# So many words before the verb leave room for it.
_NOUN_WORDS = 10
# Fewer words of a text may be the same by chance.
_QUOTED = 4


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
    told = next(_headlines(scene, draft, kind, status), None)
    if told is None:
        return composed
    for words in _with_place(scene, draft, told.words, place, main=main):
        if not _is_quotation(scene, draft, words):
            return words
    # What stands so in a text is a headline without its articles.
    bare = without_articles(told.words)
    fair = len(bare.split()) >= _QUOTED and not _is_quotation(scene, draft, bare)
    return bare if fair else composed


def _headlines(scene: Scene, draft: Draft, kind: str, status: str) -> Iterator[Headline]:
    """What the clauses of an English report make without a fault."""
    does = load_title_words()[kind]
    about = draft.mention.text.lower() if does.acts and draft.mention.noun else ""
    # Who met whom tells more than another clause does.
    pair = bool(does.meets) and len(draft.people) == _PAIR
    for told in headlines_of(scene, draft, kind, status):
        if names_nobody(told) or (pair and told.apart):
            continue
        if about in told.words.lower() and not any(find_faults(told, status)):
            yield told


def _own(scene: Scene, draft: Draft, status: str) -> str:
    """The document's headline where it names who took part and passes as any other, "" where it does not."""
    told = own_headline(scene.document.title or "", scene.text)
    if told is None or any(find_faults(told, status)):
        return ""
    flat = flat_words(told.words)
    return told.words if any(flat_words(one) in flat for one in _actors(scene, draft)) else ""


def _is_quotation(scene: Scene, draft: Draft, words: str) -> bool:
    """Whether words stand so in the sentence they are made of."""
    flat = flat_words(words)
    return len(flat.split()) >= _QUOTED and flat in flat_words(
        scene.text[draft.sentence.start : draft.sentence.stop]
    )


def _with_place(scene: Scene, draft: Draft, words: str, place: Place | None, *, main: bool) -> Iterator[str]:
    """A headline with where it was, if it names no place; with the country it is of if it names nobody."""
    flat = flat_words(words)
    named = any(flat_words(one) in flat for one in _actors(scene, draft))
    told = within(scene.countries, draft.sentence.start, draft.sentence.stop)
    there = any(
        flat_words(each) in flat for one in told if not one.named for each in (one.text, one.city) if each
    )
    city = place.city if place and place.city and not there and flat_words(place.city) not in flat else ""
    land = _land(place.country) if place and place.country else ""
    if place and any(one.code == place.country and flat_words(one.text) in flat for one in told):
        land = ""
    where = ", ".join(
        filter(
            None, (city, land if land and flat_words(land) not in flat and (not named or not city) else "")
        )
    )
    sure = main or (draft.place is not None and _is_near(draft, draft.place.start))
    if where and sure and not there and shortened(whole := f"{words} in {where}") == whole:
        yield whole
    # Of the sides of what nobody is named in both are told: "Nepal, India: The secretaries sign a protocol".
    # A place told elsewhere in the report is no word of whose doing it was.
    home = place.country if place and land and sure else ""
    codes = [home] if home else [one.code for one in draft.states]
    lands = list(dict.fromkeys(_land(code) for code in codes))
    others = [one.code not in codes for one in told if flat_words(one.text) in flat]
    about = [*others, named, _names_somebody(scene, draft, flat), *(flat_words(one) in flat for one in lands)]
    whole = f"{', '.join(lands)}: {words}"
    if 0 < len(lands) <= _PAIR and not any(about) and shortened(whole) == whole:
        yield whole
    yield words


def _names_somebody(scene: Scene, draft: Draft, flat: str) -> bool:
    """Whether a headline has a person or body of its sentence in it: of which country is another matter."""
    start, stop = draft.sentence.start, draft.sentence.stop
    people = (one.text for one in within(scene.references, start, stop) if one.named)
    bodies = (one.text for one in within(scene.organizations, start, stop))
    return any(flat_words(one) in flat for one in (*people, *bodies))


def _is_near(draft: Draft, at: int) -> bool:
    """Whether words stand in the sentence of the event: what others tell may belong to another one."""
    return draft.sentence.start <= at < draft.sentence.stop


def _lands(draft: Draft) -> list[str]:
    return list(dict.fromkeys(_land(one.code) for one in draft.states))


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
    bodies = _bodies(scene, draft.bodies)
    own = _bodies(scene, gathered(scene, draft)) if words.convenes else []
    sides = own or _sides(scene, draft, words, place, bodies)
    there = f" in {where}" if where else ""
    away = staying_away(scene, draft)
    # "Had been due to attend the summit": he stays away, the summit is held.
    stays = away or (status == "cancelled" and kind == "summit" and _only_comes(draft))
    if stays and (who := _who_stays_away(scene, draft, away)):
        return _fitting(_not_to_come(who, bodies, where))
    if status in words.off or not sides or not words.acts:
        # Who only is named near a statement or a visit neither spoke nor travelled.
        joins = words.joins if sides else load_title_words()["other"].joins
        named = sides or [one for one in bodies or _lands(draft) if one != where][:_SIDES_NAMED]
        said, off = words.said(status), status in words.off
        fair = nouns_of(scene, draft, named, joins, several=bool(words.acts))
        for noun in fair if not away and (off or not words.acts or draft.action.type == kind) else ():
            whole = in_latin(said_of(noun, said, where, joins, off=off))
            if shortened(whole).lower() == whole.lower():
                return shortened(whole)
        while named and len(f"{words.noun} {listed(named)}{there}".split()) > _NOUN_WORDS:
            named.pop()
        noun = f"{words.noun} {joins} {listed(named)}" if named else words.noun
        return _fitting(said_of(noun, said, where, joins, off=off))
    does, others = words.acts, ""
    if own:
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


def _who_stays_away(scene: Scene, draft: Draft, away: Stretch | None) -> str:
    """Who does not come: who is named last before these words, else somebody of the clause; "" for nobody."""
    before = within(scene.references, draft.sentence.start, away.start) if away else ()
    people = [one for one in before if one.named][-1:] or draft.people
    if people:
        return called(scene, people[0].name, people[0].key)
    return _land(draft.subject.code) if isinstance(draft.subject, CountryMention) else ""


def _not_to_come(who: str, bodies: Sequence[str], where: str) -> str:
    """Who stays away from a session of a body, or from a place."""
    session, journey = load_title_words()["summit"], load_title_words()["visit"]
    if where and not bodies:
        return f"{who} not to {base_of_third(journey.there)} {where}"
    head, _, rest = session.acts.partition(" ")
    of = f" {session.joins} {listed(list(bodies))}" if bodies else ""
    there = f" in {where}" if where else ""
    return f"{who} not to {base_of_third(head)} {rest}{of}{there}"


def _only_comes(draft: Draft) -> bool:
    """Whether what is told of a gathering is that somebody takes part in it."""
    return draft.action.type == "summit" and not draft.mention.noun and bool(draft.action.object_words)


def _sides(
    scene: Scene, draft: Draft, words: TitleWords, place: Place | None, bodies: list[str]
) -> list[str]:
    """Who a title names: people, else bodies, else countries, the nearest to the verb first.

    Nobody visits the country that is visited, nor does the host; of a statement only who speaks is told.
    """
    told = list(draft.people)
    if words.there:
        told = [one for one in told if not is_led_by(scene.side_words.host, scene, one, draft.sentence.start)]
    near = [one for one in told if _is_near(draft, one.start)]
    if words.meets and not words.convenes and len(told) == _PAIR:
        near = told
    found = [called(scene, one.name, one.key) for one in near or told]
    if words.there:
        # A country travels nowhere, but a visit of its own may be off.
        home = _land(place.country) if place and place.country else ""
        off = draft.mention.mood in MOODS_UNDONE
        found = found or [land for land in _lands(draft) if off and land != home]
    elif words.acts and not words.meets:
        acts = isinstance(draft.subject, OrganizationMention | CountryMention)
        found = found or ((bodies or _lands(draft)) if acts else [])
    else:
        found = found or bodies or _acting_lands(scene, draft, place)
    return list(dict.fromkeys(found))[:_SIDES_NAMED]


def _acting_lands(scene: Scene, draft: Draft, place: Place | None) -> list[str]:
    """The countries that acted; one that only the city stands for, in which it was, did nothing there."""
    lands = _lands(draft)
    if place is None or place.country is None or lands != [_land(place.country)]:
        return lands
    told = within(scene.countries, draft.sentence.start, draft.sentence.stop)
    return lands if any(one.named and one.code == place.country for one in told) else []


def _bodies(scene: Scene, bodies: Iterable[OrganizationMention]) -> list[str]:
    """What bodies are called, an organ before what it belongs to; those that only report it left out."""
    entries = scene.knowledge.organizations
    acted = [one for one in bodies if not entries[one.key].media]
    whole = {entries[one.key].parent for one in acted}
    return [_body_name(scene, one) for one in sorted(acted, key=lambda one: one.key in whole)]


def _fitting(words: str) -> str:
    whole = in_latin(words)
    return shortened(whole) or whole


def _body_name(scene: Scene, mention: OrganizationMention) -> str:
    body = scene.knowledge.organizations[mention.key]
    return body.name if body.parent else body.abbr or body.name
