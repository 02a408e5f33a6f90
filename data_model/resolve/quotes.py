"""Whose words are whose, and who "I", "he" and "we" are.

Official prose quotes long and names seldom; an event told inside a quotation ("I talked to him
yesterday") has the speaker for its subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from data_model.knowledge.prose import Prose
from data_model.resolve.people import Reference, protagonist
from data_model.spans import holding, within
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
    first = bisect_right(sentences, start, key=attrgetter("stop"))
    last = bisect_left(sentences, stop, key=attrgetter("start")) - 1
    if first > last:
        return start, stop
    paragraph = attrgetter("paragraph")
    opening = bisect_left(sentences, sentences[first].paragraph, key=paragraph)
    closing = bisect_right(sentences, sentences[last].paragraph, key=paragraph) - 1
    return sentences[opening].start, sentences[closing].stop


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
    people = within(references, *span)
    if not verbs or not people:
        return None
    verb = verbs[-1] if nearest_last else verbs[0]
    return min(people, key=lambda one: abs(one.start - verb.start()))


def quote_at(quotes: Sequence[Quote], at: int) -> Quote | None:
    """The quotation an offset lies in."""
    return holding(quotes, at)


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
    outside = [one for one in references if quote_at(quotes, one.start) is None]
    for start, stop in find_pronouns(text, 0, len(text), prose):
        word = text[start:stop]
        quote = quote_at(quotes, start)
        if word in prose.first_person:
            who = quote.speaker if quote else None
        elif quote is not None:
            speaker = quote.speaker.name if quote.speaker else ""
            who = next((one for one in _spoken_before(references, start) if one.name != speaker), None)
        else:
            who = _subject(_spoken_before(outside, start), holding(sentences, start), hero)
        if who is not None:
            found.append(Reference(start, stop, word, who.name, who.key, "pronoun", who.office))
            if quote is None:
                insort(outside, found[-1], key=attrgetter("start"))
    return tuple(found)


def _spoken_before(references: Sequence[Reference], at: int) -> Iterator[Reference]:
    """Those that end before an offset, the nearest first."""
    last = bisect_left(references, at, key=attrgetter("start"))
    return (references[i] for i in range(last - 1, -1, -1) if references[i].stop <= at)


def _subject(
    spoken: Iterator[Reference], sentence: Sentence | None, hero: Reference | None
) -> Reference | None:
    """Who "he" is in the words of the report itself, by who was spoken of, the nearest first."""
    first: Reference | None = None
    recent: list[Reference] = []
    for one in spoken:
        if sentence is not None and one.start >= sentence.start:
            first = one
        elif first is not None or len(recent) == _RECENT:
            break
        else:
            recent.append(one)
    if first is not None or not recent:
        return first
    return hero if hero is not None and hero.name in {one.name for one in recent} else recent[0]


def find_pronouns(text: str, start: int, stop: int, prose: Prose) -> tuple[tuple[int, int], ...]:
    """Offsets of the personal pronouns between two offsets."""
    return tuple(
        match.span()
        for match in _WORD.finditer(text, start, stop)
        if match.group() in prose.first_person
        # "HE" is His Excellency.
        or (match.group()[1:].islower() and match.group().lower() in prose.third_person)
    )
