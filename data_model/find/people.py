"""People in a text: the names the gazetteer holds, and capitalised words beside an office.

"Chairman Jane Roe", "Jane Roe (chairman)" and "HE Jane Roe" over a line with her office name
someone even if no file holds her.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from data_model.find.names import NameHit
from data_model.find.namesakes import LONGEST_NAME, NEXT_WORD, is_of_stranger, name_before, touching
from data_model.find.offices import OfficePhrase
from data_model.find.shapes import ONLY_CAPITALS, NameShape
from data_model.knowledge.folding import is_personal
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.name_words import load_name_words
from data_model.knowledge.verbs import is_third
from data_model.spans import Spanned, at_offset, within

# Offices are long with their country and body: how far they are looked for around a name.
_OFFICE_REACH = 240
_BRACKET = re.compile(r"\s*\[\s*$")
_GAP_TO_NAME = re.compile(
    r"\s*(?:(?:,\s*|\s+in\s+[A-Z][a-z]+\s*,\s*)(?:the\s+)?)?(?:\([^)]{1,14}\)\s*)?"
    + load_name_words().courtesy
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
# In a list of people each name has a line, and its office the next.
_OWN_LINE = re.compile(r"(?:^|\n)[\W\d_]*" + load_name_words().courtesy + "$")
_NEXT_LINE = re.compile(r",?[ \t]*\n\s*(?:the\s+)?$", re.IGNORECASE)
_LINE_ABOVE = re.compile(r"[ \t]*\n[ \t]*" + load_name_words().courtesy)
_BEFORE, _BEHIND, _BELOW, _ABOVE = range(4)
# Two words of a page that lost the blank between them: "Al KhalifaUndersecretary".
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{3})")

_INITIALS = re.compile(r"(?<![^\W_])(?:[A-ZА-ЯЁ]\.\s?){1,2}$")
_LONGEST_INITIALS = 6


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name, the people of the gazetteer it may be, and what is written beside it.

    Attributes:
        office: The office beside the name.
        country: The country behind it: "Román Oyarzun Marchesi (Spain)", "President Tokayev of Kazakhstan".
        until: Offset behind that country, 0 if none is written.
    """

    start: int
    stop: int
    text: str
    keys: tuple[str, ...]
    how: str
    office: OfficePhrase | None = None
    country: str = ""
    until: int = 0


def find_people(
    text: str,
    hits: Sequence[NameHit],
    offices: Sequence[OfficePhrase],
    dates: Sequence[Spanned] = (),
    shapes: Sequence[NameShape] = (),
) -> tuple[PersonMention, ...]:
    """Names of people in order; each carries the office phrase written directly beside it.

    A surname inside a date ("2 May") is no name. Of the names told by their shape those count that
    more than their capitals tell.
    """
    others = [hit for hit in hits if hit.kind != "person"]
    people = _meant([hit for hit in hits if hit.kind == "person"], others)
    borne = [hit for hit in people if is_of_stranger(text, hit, others)]
    strange = {hit.start for hit in borne}
    known = [
        _bracketed(text, _with_initials(text, _known(hit)), people)
        for hit in people
        if at_offset(dates, hit.start) is None and hit.start not in strange
    ]
    beside = (one for one in _strangers(text, offices, others) if not _is_hidden(known, one))
    free = (one for one in _shaped(shapes) if at_offset(offices, one.start) is None)
    shaped = (one for one in free if not _there(known, one))
    told = {one.text for one in _people_shaped(shapes)}
    namesakes = (_namesake(text, hit, hits) for hit in hits if hit.kind == "person" and hit.text in told)
    strangers = _each_once([*beside, *shaped, *(one for one in namesakes if one is not None)])
    known = [one for one in known if one.how != "surname" or at_offset(strangers, one.start) is None]
    found = [
        _with_country(text, replace(one, office=_office_of(text, one, offices)), others)
        for one in sorted((*known, *strangers), key=lambda one: one.start)
    ]
    return tuple(_without_doubtful(found, {hit.text for hit in borne}))


def _without_doubtful(found: Sequence[PersonMention], borne: Collection[str]) -> Iterator[PersonMention]:
    """Without lone surnames that somebody else in the text bears and nothing tells to be the known one's.

    "Melania Trump visited London. Trump …", if no president and no full name is there.
    """
    sure = {key for one in found if one.how == "full" for key in one.keys}
    titled = {one.text.split()[-1] for one in found if one.office is not None or one.how == "written"}
    for one in found:
        lone = one.how == "surname" and one.text in borne and one.text not in titled
        if not lone or not sure.isdisjoint(one.keys):
            yield one


def _meant(people: Sequence[NameHit], others: Sequence[NameHit]) -> list[NameHit]:
    """A surname many share is a name only in a text with the full name, or behind an office."""
    full = {name.key for hit in people for name in hit.names if name.how == "full"}
    kept = []
    for hit in people:
        role = at_offset(others, hit.start - NEXT_WORD)
        behind = role is not None and role.kind == "role"
        names = [name for name in hit.names if name.how != "family" or behind or name.key in full]
        as_surnames = (name._replace(how="surname") if name.how == "family" else name for name in names)
        if names:
            kept.append(replace(hit, names=tuple(as_surnames)))
    return kept


def _namesake(text: str, hit: NameHit, hits: Sequence[NameHit]) -> PersonMention | None:
    """Who has the surname of somebody known and a given name of their own, spoken of as a person elsewhere.

    "Masrour Barzani won the vote. Prime Minister Barzani …" in a text without Masoud Barzani.
    """
    before = name_before(text, hit)
    if before is None or load_name_words().titled.match(before[0]):
        return None
    if any(name.how == "full" for name in hit.names) or touching(hits, *before.span(1)):
        return None
    start = before.start(1)
    return PersonMention(start, hit.stop, text[start : hit.stop], (), "written")


def _is_hidden(known: Sequence[PersonMention], one: PersonMention) -> bool:
    """Whether a registered name stands there; a surname behind other names is the stranger's own."""
    return any(other.how != "surname" or other.start <= one.start for other in _there(known, one))


def _there(known: Sequence[PersonMention], one: PersonMention) -> list[PersonMention]:
    """The registered names that share a character with a stranger's."""
    ends = (at_offset(known, one.start), at_offset(known, one.stop - 1))
    return [*(other for other in ends if other is not None), *within(known, one.start, one.stop)]


def _each_once(found: Sequence[PersonMention]) -> list[PersonMention]:
    """Of mentions that overlap the first, of those that begin together the longest."""
    kept: list[PersonMention] = []
    for one in sorted(found, key=lambda one: (one.start, -one.stop)):
        if not kept or kept[-1].stop <= one.start:
            kept.append(one)
    return kept


def _known(hit: NameHit) -> PersonMention:
    ways = [name.how for name in hit.names]
    how = min(ways, key=("full", "patronymic", "surname").index)
    keys = tuple(dict.fromkeys(name.key for name in hit.names if name.how == how))
    return PersonMention(hit.start, hit.stop, hit.text, keys, how)


def _with_initials(text: str, one: PersonMention) -> PersonMention:
    """A lone surname with the initials in front of it: «В. В. Путин»."""
    initials = _INITIALS.search(text, max(0, one.start - _LONGEST_INITIALS), one.start)
    if one.how != "surname" or initials is None:
        return one
    return replace(one, start=initials.start(), text=text[initials.start() : one.stop])


def _bracketed(text: str, one: PersonMention, people: Sequence[NameHit]) -> PersonMention:
    """The surname in brackets belongs to the name before it: "Vladimir Vladimirovich [Putin]"."""
    for hit in within(people, one.stop, one.stop + LONGEST_NAME):
        if _BRACKET.fullmatch(text, one.stop, hit.start):
            keys = tuple(name.key for name in hit.names)
            return replace(one, keys=tuple(k for k in keys if k in one.keys) or keys, how="full")
    return one


def _strangers(
    text: str, offices: Sequence[OfficePhrase], others: Sequence[NameHit]
) -> Iterator[PersonMention]:
    """Capitalised words beside an office or behind a title of courtesy that nothing else explains."""
    words = load_name_words()
    for office in offices:
        if office.how != "word" or office.possessive:
            continue
        gap = _GAP_TO_NAME.match(text, office.until)
        one = _name_at(text, gap.end() if gap else office.until, others)
        if one is None or _distance(text, one, office) is None:
            continue
        if office.until == office.stop or all(is_personal(word) for word in one.text.split()):
            yield one
    for title in words.titled.finditer(text):
        one = _name_at(text, title.end(), others)
        if one is not None:
            yield one


def _shaped(shapes: Sequence[NameShape]) -> Iterator[PersonMention]:
    """People told by the shape of their names; a word alone is the surname of one named in full."""
    people = _people_shaped(shapes)
    surnames = {one.text.split()[-1] for one in people if " " in one.text}
    for one in people:
        if " " in one.text or one.text in surnames:
            title = load_name_words().titled.match(one.text)
            name = one.text[title.end() :] if title else one.text  # "H.E. Bert Koenders": no initials
            yield PersonMention(one.stop - len(name), one.stop, name, (), "written")


def _people_shaped(shapes: Sequence[NameShape]) -> list[NameShape]:
    """The names that more than their capitals tell to be people's."""
    return [one for one in shapes if one.kind == "person" and one.clue != ONLY_CAPITALS]


def _name_at(text: str, at: int, others: Sequence[NameHit]) -> PersonMention | None:
    """The unregistered name that begins at an offset: cut off before a country, a body or a role."""
    match = load_name_words().name.match(text, at)
    if match is None:
        return None
    start, stop = match.span()
    for hit in (at_offset(others, start), *within(others, start, stop + LONGEST_NAME)):
        if hit is not None and hit.start < stop and hit.kind in ("country", "organization", "role"):
            if hit.start <= start:
                return None
            stop = min(stop, hit.start)
    glued = _GLUED.search(text, start, stop)
    stop = glued.start() if glued else stop
    name = text[start:stop].strip().removesuffix("’s").removesuffix("'s")
    if " " not in name or _goes_on_without(name):
        return None
    return PersonMention(start, start + len(name), name, (), "written")


def _goes_on_without(name: str) -> bool:
    """Whether words behind an office are those of a headline with capitals: "King Appoints New Minister"."""
    given = name.lower().split()[:-1]
    return any(is_third(word) or word in load_headline_words().prepositions for word in given)


def _office_of(text: str, one: PersonMention, offices: Sequence[OfficePhrase]) -> OfficePhrase | None:
    """The office beside the name: before it sooner than behind, below or above it; "Prince" last."""
    titled = load_name_words().titled
    near = within(offices, one.start - _OFFICE_REACH, one.stop + _OFFICE_REACH)
    beside = [
        (far == _ABOVE, titled.fullmatch(f"{office.text} ") is not None, far, not office.served, at)
        for at, office in enumerate(near)
        if office.how in ("word", "leader") and (far := _distance(text, one, office)) is not None
    ]
    return near[min(beside)[-1]] if beside else one.office


def _with_country(text: str, one: PersonMention, others: Sequence[NameHit]) -> PersonMention:
    """The name with the country behind it, which is also that of an office without one."""
    for hit in within(others, one.stop, one.stop + LONGEST_NAME):
        if hit.kind != "country":
            continue
        code = hit.names[0].key
        if text[one.stop : hit.start].strip() == "(" and text[hit.stop :][:1] == ")":
            return replace(one, country=code, until=hit.stop + 1)
        office = one.office
        bare = (
            office is not None and office.stop <= one.start and not (office.country or office.organizations)
        )
        if office is not None and bare and _OF.fullmatch(text, one.stop, hit.start):
            return replace(
                one, office=replace(office, country=code, countries=(code,)), country=code, until=hit.stop
            )
    return one


def _distance(text: str, one: PersonMention, office: OfficePhrase) -> int | None:
    """Where an office stands: before the name, behind it, below or above it; None elsewhere."""
    if office.stop <= one.start:
        if office.possessive or (office.served and one.how == "written"):
            return None
        if "\n" in text[office.stop : one.start]:
            return _ABOVE if _LINE_ABOVE.fullmatch(text, office.stop, one.start) else None
        stops = (office.stop, office.until)
        return _BEFORE if any(_GAP_TO_NAME.fullmatch(text, stop, one.start) for stop in stops) else None
    if office.start < one.stop:
        return None
    if load_name_words().apposition.fullmatch(text, one.stop, office.start):
        return _BEHIND
    own_line = _OWN_LINE.search(text, max(0, one.start - LONGEST_NAME), one.start)
    return _BELOW if own_line and _NEXT_LINE.fullmatch(text, one.stop, office.start) else None
