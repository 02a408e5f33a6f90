"""Which of a class of well-known happenings a text means: the first Games, the Games in Baku."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data_model import days as ds
from data_model.days import Days
from data_model.find.names import NameHit
from data_model.knowledge.date_words import DateWords
from data_model.knowledge.entries import Happening, HappeningClass
from data_model.knowledge.load import Knowledge
from data_model.resolve.countries import CountryMention

_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?\s+$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([\w-]+)\s+$")
# A city behind the name: "the European Games in Baku".
_REACH = 40


@dataclass(frozen=True, slots=True)
class HappeningMention:
    """A happening in the text and every one it may be."""

    start: int
    stop: int
    text: str
    happenings: tuple[Happening, ...]

    @property
    def days(self) -> Days:
        """The days of all it may be."""
        return ds.union(*(one.days for one in self.happenings))

    @property
    def sure(self) -> Happening | None:
        """The one meant, when only one can be."""
        return self.happenings[0] if len(self.happenings) == 1 else None


def resolve_happenings(
    text: str,
    hits: Sequence[NameHit],
    countries: Sequence[CountryMention],
    knowledge: Knowledge,
    words: DateWords,
) -> tuple[HappeningMention, ...]:
    """The happenings of a text; class names are narrowed by number and place written beside them."""
    groups = {group.key: group for group in knowledge.happenings}
    single = {one.key: one for group in knowledge.happenings for one in group.happenings}
    found = []
    for hit in hits:
        if hit.kind != "happening":
            continue
        own = [
            single[name.key]
            for name in hit.names
            if name.how == "name" and _is_told(text, hit, groups[name.key.partition(":")[0]])
        ]
        shared = [one for name in hit.names if name.how == "class" for one in groups[name.key].happenings]
        meant = own or _narrowed(text, hit, shared, countries, words)
        if meant:
            found.append(HappeningMention(hit.start, hit.stop, hit.text, tuple(meant)))
    return tuple(found)


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
