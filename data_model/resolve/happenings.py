"""Which of a class of well-known happenings a text means: the first Games, the Games in Baku."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data_model import days as ds
from data_model.days import Days
from data_model.find.date_readings import Absolute, Yearless
from data_model.find.dates import DateMention
from data_model.find.names import NameHit
from data_model.knowledge.body_words import BodyWords, load_body_words
from data_model.knowledge.date_words import DateWords
from data_model.knowledge.entries import Happening, HappeningClass
from data_model.knowledge.load import Knowledge
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.spans import holding, within
from data_model.values import Sentence

_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?\s+$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([\w-]+)\s+$")
# A city behind the name: "the European Games in Baku".
_REACH = 40
# How far the day of a meeting, or a word for one, may stand from its body.
_BESIDE = 70
# Who meets stands directly behind the body: "CIS heads of state".
_NEXT = 16
_SPOKEN_OF = ("day", "range", "month")


@dataclass(frozen=True, slots=True)
class HappeningMention:
    """A happening in the text and every one it may be.

    Attributes:
        place: Whether a place written with it told which it may be.
        date: The wording without a year that told which it may be ("the summit on 16 October").
    """

    start: int
    stop: int
    text: str
    happenings: tuple[Happening, ...]
    place: bool = False
    date: DateMention | None = None

    @property
    def days(self) -> Days:
        """The days of all it may be."""
        return ds.union(*(one.days for one in self.happenings))

    @property
    def sure(self) -> Happening | None:
        """The one meant, when only one can be."""
        return self.happenings[0] if len(self.happenings) == 1 else None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else is known of a text when its happenings are told apart."""

    text: str
    sentences: Sequence[Sentence]
    countries: Sequence[CountryMention]
    organizations: Sequence[OrganizationMention]
    dates: Sequence[DateMention]


def resolve_happenings(
    around: Surroundings, hits: Sequence[NameHit], knowledge: Knowledge, words: DateWords
) -> tuple[HappeningMention, ...]:
    """The happenings of a text; class names are narrowed by number, place and day written beside them."""
    groups = {group.key: group for group in knowledge.happenings}
    single = {one.key: one for group in knowledge.happenings for one in group.happenings}
    found = []
    for hit in hits:
        if hit.kind != "happening":
            continue
        own = [
            single[name.key]
            for name in hit.names
            if name.how == "name" and _is_told(around.text, hit, groups[name.key.partition(":")[0]])
        ]
        shared = [one for name in hit.names if name.how == "class" for one in groups[name.key].happenings]
        meant = own or _narrowed(around.text, hit, shared, around.countries, words)
        if meant:
            placed = not own and len(meant) < len(shared)
            found.append(HappeningMention(hit.start, hit.stop, hit.text, tuple(meant), placed))
    taken = {(one.start, one.stop) for one in found}
    found += [
        one
        for one in _find_meetings(around, knowledge)
        if not any(start < one.stop and one.start < stop for start, stop in taken)
    ]
    ordered = sorted(found, key=lambda one: one.start)
    dated = (_dated(around, one, load_body_words()) for one in ordered)
    return tuple(one for one in dated if not _fell_on_no_such_day(around, one))


def _find_meetings(around: Surroundings, knowledge: Knowledge) -> Iterator[HappeningMention]:
    """A body beside a word for its meeting ("the Council … in session"), or the word alone ("the summit")."""
    words = load_body_words()
    meetings: dict[str, tuple[HappeningClass, re.Pattern[str]]] = {}
    for group in knowledge.happenings:
        meetings.update((key, (group, words.summit)) for key in group.summit_of)
        meetings.update((key, (group, words.meeting)) for key in group.bodies)
    classes = {group.key: group for group in knowledge.happenings}
    spoken = Counter(meetings[one.key][0].key for one in around.organizations if one.key in meetings)
    lead_cities: frozenset[str] = frozenset()
    for sentence in around.sentences:
        if sentence.furniture:
            continue
        cities = frozenset(c.city for c in within(around.countries, sentence.start, sentence.stop) if c.city)
        lead_cities = lead_cities or cities
        named = within(around.organizations, sentence.start, sentence.stop)
        bodies = [one for one in named if one.key in meetings]
        for body in bodies:
            group, pattern = meetings[body.key]
            first, last = max(sentence.start, body.start - _BESIDE), min(sentence.stop, body.stop + _BESIDE)
            if pattern.search(around.text, first, last):
                there = _in_cities(group, cities)
                yield HappeningMention(
                    body.start, body.stop, body.text, there or group.happenings, place=bool(there)
                )
            elif words.heads.search(around.text, body.stop, min(last, body.stop + _NEXT)):
                every = HappeningMention(body.start, body.stop, body.text, group.happenings)
                if (told := _dated(around, every, words)) is not every:
                    yield told  # "to host the CIS heads of state on 25 October": the day tells that they meet
        alone = spoken and not named
        if alone and (word := words.summit.search(around.text, sentence.start, sentence.stop)):
            there = _in_cities(classes[max(spoken, key=lambda key: spoken[key])], cities or lead_cities)
            if there:
                yield HappeningMention(word.start(), word.end(), word.group(), there, place=True)


def _in_cities(group: HappeningClass, cities: frozenset[str]) -> tuple[Happening, ...]:
    return tuple(one for one in group.happenings if one.city in cities)


def _dated(around: Surroundings, mention: HappeningMention, words: BodyWords) -> HappeningMention:
    """Narrowed to those that fell on the day written beside it."""
    sentence = holding(around.sentences, mention.start)
    if sentence is None or mention.happenings[0].kind == "holiday":
        return mention
    near = [
        one
        for one in within(around.dates, sentence.start, sentence.stop)
        if isinstance(one.reading, Absolute | Yearless)
        and one.reading.precision in _SPOKEN_OF
        and _is_beside(around.text, mention, one, words)
    ]
    for date in sorted(near, key=lambda one: max(one.start - mention.stop, mention.start - one.stop)):
        there = tuple(one for one in mention.happenings if _falls_on(one, date.reading))
        if there:
            yearless = date if isinstance(date.reading, Yearless) else None
            return replace(mention, happenings=there, date=yearless)
    return mention


def _fell_on_no_such_day(around: Surroundings, mention: HappeningMention) -> bool:
    """Whether the day written right behind it is none of theirs: "the informal summit on May 28"."""
    if mention.sure is not None or mention.happenings[0].kind == "holiday":
        return False
    return any(
        isinstance(date.reading, Absolute | Yearless)
        and date.reading.precision == "day"
        and not any(_falls_on(one, date.reading) for one in mention.happenings)
        for date in within(around.dates, mention.stop, mention.stop + _NEXT)
    )


def _is_beside(text: str, mention: HappeningMention, date: DateMention, words: BodyWords) -> bool:
    """Whether a date stands close by and nothing between says that it is another's."""
    between = (
        text[mention.stop : date.start] if date.start > mention.stop else text[date.stop : mention.start]
    )
    return len(between) <= _BESIDE and not words.apart.search(between)


def _falls_on(one: Happening, reading: object) -> bool:
    if isinstance(reading, Absolute):
        return ds.overlap(one.days, reading.days)
    first = ds.earliest(one.days)
    return (
        isinstance(reading, Yearless)
        and first is not None
        and ds.overlap(one.days, ds.union(*(reading.in_year(first.year + by) for by in (-1, 0))))
    )


def _is_told(text: str, hit: NameHit, group: HappeningClass) -> bool:
    """Whether the words around a name speak of the happening and not of the place it befell."""
    if not group.needs_word:
        return True
    start = max(text.rfind(".", 0, hit.start), text.rfind("\n", 0, hit.start)) + 1
    stop = min(
        (at for at in (text.find(".", hit.stop), text.find("\n", hit.stop)) if at >= 0), default=len(text)
    )
    around = text[start:stop].lower()
    return any(word.lower() in around for word in group.words)


def _narrowed(
    text: str,
    hit: NameHit,
    candidates: Sequence[Happening],
    countries: Sequence[CountryMention],
    words: DateWords,
) -> list[Happening]:
    number = _ordinal(text, hit.start, words)
    left = [one for one in candidates if number in (0, one.ordinal)]
    beside = [c for c in countries if hit.stop <= c.start <= hit.stop + _REACH or c.stop == hit.start - 1]
    for country in beside:
        there = [one for one in left if country.city and one.city == country.city]
        there = there or [one for one in left if one.country == country.code]
        if there:
            return there
    return list(left)


def _ordinal(text: str, start: int, words: DateWords) -> int:
    """The number written directly before a name, 0 when there is none."""
    digits = _NUMBER.search(text[max(0, start - 12) : start])
    if digits:
        return int(digits.group(1))
    found = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    word = found.group(1).lower() if found else ""
    for tokens, meanings in words.phrases.get(word, ()):
        if len(tokens) == 1 and "ordinal" in meanings:
            return meanings["ordinal"].number
    return 0
