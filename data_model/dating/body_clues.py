"""Clues from bodies: since when they exist, who presides over them, who is to join them, how old they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.clues import Clue, ClueKind, Understood, in_words
from data_model.dating.tellings import Telling, read_telling
from data_model.days import Days
from data_model.find.date_readings import Absolute
from data_model.knowledge.body_words import BodyWords, load_body_words
from data_model.knowledge.entries import Member
from data_model.knowledge.places import country_name
from data_model.resolve.date_years import HORIZON
from data_model.resolve.organizations import OrganizationMention
from data_model.spans import within
from data_model.values import Sentence

# A chair's term begins and ends with a session: it is spoken of a little before, and for a while behind.
_EARLY, _LATE = 31, 120
# A chair to come is spoken of at most so long before.
_COMING = 500
# A body is spoken of so many years before it is founded.
_IN_THE_MAKING = 2
# "the 30th anniversary of the CIS", "30-летие СНГ", "turns 35": the number, and the body close behind.
_NUMBER = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th|-?\w{0,2})?[\s-]+$", re.IGNORECASE)
_REACH = 60


def find_body_clues(known: Understood) -> Iterator[Clue]:
    """Every clue from the bodies of the report."""
    yield from _from_age(known)
    words = load_body_words()
    chaired = [(one.start, key) for one in known.organizations if (key := _with_chairs(known, one))]
    for sentence in known.sentences:
        if sentence.furniture:
            continue
        text = known.text[sentence.start : sentence.stop]
        bodies = within(known.organizations, sentence.start, sentence.stop)
        if chaired and (word := words.chair.search(text) or words.chaired.search(text)):
            body = _chaired_body(chaired, sentence, sentence.start + word.start())
            yield from _from_chair(known, sentence, word, body, words)
        if bodies and words.anniversary.search(text):
            yield from _from_anniversary(known, sentence, bodies, words)
        if bodies:
            yield from _from_joining(known, sentence, text, bodies, words)


def _from_age(known: Understood) -> Iterator[Clue]:
    """A body named: the text is hardly older than the body. Told only by the youngest one.

    Organs are left out: they often carry the name of a predecessor.
    """
    founded = [
        (first, one)
        for one in known.organizations
        if not known.knowledge.organizations[one.key].parent
        and (first := ds.earliest(known.knowledge.organizations[one.key].founded)) is not None
    ]
    if founded:
        first, one = max(founded, key=lambda pair: pair[0])
        if first.year < HORIZON.start:
            return  # older than any news
        name = known.knowledge.organizations[one.key].name
        why = _reason(known, one, f"{name} exists since {first.year}")
        spoken_of = first.replace(year=first.year - _IN_THE_MAKING, day=1)
        yield Clue(ds.between(spoken_of, None), why, ClueKind.FOUNDED)


def _from_chair(
    known: Understood, sentence: Sentence, word: re.Match[str], body: str | None, words: BodyWords
) -> Iterator[Clue]:
    """A country that presides over a body: its terms in the chair."""
    text = word.string
    # "Presided in 2013" tells when that was; "is presiding in 2023" is a witness of its own for that year.
    dated = any(
        isinstance(one.reading, Absolute) and read_telling(known, sentence, one) is not Telling.PRESENT
        for one in within(known.dates, sentence.start, sentence.stop)
    )
    if dated or words.former.search(text):
        return
    if not words.chair.search(text) and not words.now.search(text):
        return
    at = sentence.start + word.start()
    country = _chairing_country(known, sentence, at)
    if body is None or country is None:
        return
    terms = [term for term in known.knowledge.chairs[body] if term.country == country]
    if not terms:
        return
    chair, name = country_name(country), known.knowledge.organizations[body].name
    if words.takes_over.search(text):
        days = ds.union(*(_up_to(ds.earliest(term.days), _COMING) for term in terms))
        why = f"{chair} is still to preside over {name}"
    else:
        days = ds.union(*(ds.widen(term.days, _EARLY, _LATE) for term in terms))
        why = f"{chair} presided over {name} {_list_terms(terms)}"
    yield Clue(days, Reason(why, at, at + len(word.group()), f"chairs.toml:{body}"), ClueKind.CHAIR)


def _chaired_body(chaired: Sequence[tuple[int, str]], sentence: Sentence, at: int) -> str | None:
    """The body closest to the word in the sentence, else the only one of the text that has chairs."""
    here = [pair for pair in chaired if sentence.start <= pair[0] < sentence.stop]
    if here:
        return min(here, key=lambda pair: abs(pair[0] - at))[1]
    keys = {key for _, key in chaired}
    return keys.pop() if len(keys) == 1 else None


def _with_chairs(known: Understood, one: OrganizationMention) -> str | None:
    for key in (one.key, known.knowledge.organizations[one.key].parent):
        if key in known.knowledge.chairs:
            return key
    return None


def _chairing_country(known: Understood, sentence: Sentence, at: int) -> str | None:
    """The country named last before the word, or "we" of the country whose office speaks first."""
    named = [c for c in within(known.countries, sentence.start, sentence.stop) if c.named]
    before = [c for c in named if c.start < at]
    if before:
        return max(before, key=lambda c: c.start).code
    own = {word.lower() for word in known.prose.first_person}
    if own.intersection(re.findall(r"[\w’']+", known.text[sentence.start : at].lower())):
        speakers = (one.office.country for one in known.references if one.office and one.office.country)
        return next(speakers, None)
    return named[0].code if named else None


def _from_anniversary(
    known: Understood, sentence: Sentence, bodies: list[OrganizationMention], words: BodyWords
) -> Iterator[Clue]:
    """So many years after a body was founded."""
    for word in words.anniversary.finditer(known.text, sentence.start, sentence.stop):
        number = _NUMBER.search(known.text, max(sentence.start, word.start() - 12), word.start())
        body = next((one for one in bodies if 0 <= one.start - word.end() <= _REACH), None)
        if number is None or body is None:
            continue
        founded = ds.earliest(known.knowledge.organizations[body.key].founded)
        if founded is None:
            continue
        year = founded.year + int(number.group(1))
        ahead = words.ahead.search(known.text, sentence.start, sentence.stop)
        first = date(year - 1, 1, 1) if ahead else date(year, 1, 1)
        name = known.knowledge.organizations[body.key].name
        why = f"{name}, founded in {founded.year}, was {number.group(1)} years old in {year}"
        yield Clue(ds.between(first, date(year, 12, 31)), _reason(known, body, why), ClueKind.AGE)


def _from_joining(
    known: Understood, sentence: Sentence, text: str, bodies: list[OrganizationMention], words: BodyWords
) -> Iterator[Clue]:
    """Who is still to join is no member yet.

    Who left, and who is listed, bounds nothing: texts list Ukraine in the CIS long after it left.
    """
    word = words.join.search(text)
    if word is None or not known.prose.to_come.search(text) or words.joined.search(text):
        return
    at = sentence.start + word.start()
    for country in within(known.countries, sentence.start, sentence.stop):
        if not country.named or not 0 <= at - country.stop <= _REACH:
            continue
        for body in bodies[:1]:
            entry = known.knowledge.organizations[body.key]
            begun = [ds.earliest(one.days) for one in entry.members if one.country == country.code]
            if len(begun) == 1 and begun[0] is not None:
                why = f"{country.text} was no member of {entry.name} before {begun[0].isoformat()}"
                yield Clue(ds.between(None, begun[0]), _reason(known, body, why), ClueKind.MEMBER)


def _up_to(day: date | None, span: int) -> Days:
    return ds.between(day - timedelta(days=span), day) if day else ds.NEVER


def _list_terms(terms: list[Member]) -> str:
    return ", ".join(in_words(term.days) for term in terms)


def _reason(known: Understood, one: OrganizationMention, why: str) -> Reason:
    return Reason(why, one.start, one.stop, f"organizations:{known.knowledge.organizations[one.key].key}")
