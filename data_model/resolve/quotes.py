"""Whose words are whose, and who "I", "he" and "we" are.

Official prose quotes long and names seldom; an event told inside a quotation ("I talked to him
yesterday") has the speaker for its subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data_model.knowledge.prose import Prose
from data_model.resolve.people import Reference, protagonist
from data_model.values import Sentence

# Marks are mixed in real pages ("… ,”); a quotation ends at any closing mark or with its paragraph.
_QUOTE = re.compile(r"[“«\"][^“”«»\"\n]*[”»\"]?")
_WORD = re.compile(r"[\w’']+")
# A scare quote or a title in quotation marks is shorter than anything a person is quoted with.
_SHORTEST = 25
# Among so many people spoken of last the main person is still the one "he" means.
_RECENT = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation and who speaks it (None when nobody is named)."""

    start: int
    stop: int
    speaker: Reference | None


def resolve_quotes(
    text: str, sentences: Sequence[Sentence], references: Sequence[Reference], prose: Prose
) -> tuple[Quote, ...]:
    """The quotations of a text with their speakers.

    The speaker is the person beside a verb of saying in the same paragraph, behind the quotation
    first; a quotation without one goes on with the speaker before it.
    """
    says = re.compile("|".join(rf"\b{re.escape(verb)}\b" for verb in prose.speech))
    hero = protagonist(references)
    last = hero
    found = []
    for match in _QUOTE.finditer(text):
        if match.end() - match.start() < _SHORTEST:
            continue
        first, stop = _paragraph(sentences, match.start(), match.end())
        speaker = _speaker(text, (match.end(), stop), references, says, nearest_last=False) or _speaker(
            text, (first, match.start()), references, says, nearest_last=True
        )
        last = speaker or last
        found.append(Quote(match.start(), match.end(), last))
    return tuple(found)


def _paragraph(sentences: Sequence[Sentence], start: int, stop: int) -> tuple[int, int]:
    inside = [s for s in sentences if s.start < stop and s.stop > start]
    if not inside:
        return start, stop
    same = [s for s in sentences if inside[0].paragraph <= s.paragraph <= inside[-1].paragraph]
    return same[0].start, same[-1].stop


def _speaker(
    text: str,
    span: tuple[int, int],
    references: Sequence[Reference],
    says: re.Pattern[str],
    *,
    nearest_last: bool,
) -> Reference | None:
    """The person closest to the verb of saying that is closest to the quotation."""
    verbs = list(says.finditer(text, *span))
    people = [one for one in references if span[0] <= one.start and one.stop <= span[1]]
    if not verbs or not people:
        return None
    verb = verbs[-1] if nearest_last else verbs[0]
    return min(people, key=lambda one: abs(one.start - verb.start()))


def quote_at(quotes: Sequence[Quote], at: int) -> Quote | None:
    """The quotation an offset lies in."""
    return next((quote for quote in quotes if quote.start <= at < quote.stop), None)


def resolve_pronouns(
    text: str,
    sentences: Sequence[Sentence],
    references: Sequence[Reference],
    quotes: Sequence[Quote],
    prose: Prose,
) -> tuple[Reference, ...]:
    """The people the pronouns of a text stand for, each as a reference at the pronoun's own place.

    First person inside a quotation is its speaker. "He" inside a quotation is the last person
    spoken of who is not the speaker; outside it is the subject of the sentence, else the report's
    main person if just spoken of, else the last person named.
    """
    hero = protagonist(references)
    found: list[Reference] = []
    for start, stop in find_pronouns(text, 0, len(text), prose):
        word = text[start:stop]
        quote = quote_at(quotes, start)
        if word in prose.first_person:
            who = quote.speaker if quote else None
        elif quote is not None:
            speaker = quote.speaker.name if quote.speaker else ""
            others = [one for one in references if one.stop <= start and one.name != speaker]
            who = others[-1] if others else None
        else:
            sentence = next((s for s in sentences if s.start <= start < s.stop), None)
            known = sorted((*references, *found), key=lambda one: one.start)
            outside = [one for one in known if one.stop <= start and quote_at(quotes, one.start) is None]
            who = _subject(outside, sentence, hero)
        if who is not None:
            found.append(Reference(start, stop, word, who.name, who.key, "pronoun", who.office))
    return tuple(found)


def _subject(
    outside: Sequence[Reference], sentence: Sentence | None, hero: Reference | None
) -> Reference | None:
    """Who "he" is in the words of the report itself."""
    same = [one for one in outside if sentence is not None and one.start >= sentence.start]
    if same:
        return same[0]
    if not outside:
        return None
    recent = any(hero is not None and one.name == hero.name for one in outside[-_RECENT:])
    return hero if recent else outside[-1]


def find_pronouns(text: str, start: int, stop: int, prose: Prose) -> tuple[tuple[int, int], ...]:
    """Offsets of the personal pronouns between two offsets."""
    return tuple(
        match.span()
        for match in _WORD.finditer(text, start, stop)
        if match.group() in prose.first_person
        # "HE" is His Excellency.
        or (match.group()[1:].islower() and match.group().lower() in prose.third_person)
    )
