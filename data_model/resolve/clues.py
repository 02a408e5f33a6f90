"""Clues about when a text was written: each a set of days with its reason.

To add a kind of clue: write a `_from_…` function that yields `Clue`s and add it to `find_clues`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from data_model import days as ds
from data_model.dates import Reason
from data_model.days import Days
from data_model.find.date_readings import Absolute, Relative, Vague
from data_model.find.dates import DateMention
from data_model.knowledge.load import Knowledge
from data_model.knowledge.prose import Prose
from data_model.resolve.dates import resolve_date
from data_model.resolve.happenings import HappeningMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.resolve.terms import terms_of
from data_model.spans import within
from data_model.values import Sentence

_TOKEN = re.compile(r"[\w’'-]+")
# How far a relative wording may stand from the happening it dates ("the first Games in Baku next year").
_REACH = 60
# How many years around a happening a relative wording may be spoken from.
_YEARS_AROUND = 30
_UNTIL = re.compile(
    r"\b(?:until|till|up to|by|through|до|к)\s+(?:the\s+(?:end|period)\s+(?:of\s+)?)?(?:up to\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clue:
    """Days on which the text may have been written, and why.

    Attributes:
        days: The days.
        reason: In words, with offsets and the knowledge entry.
        binding: Whether it must hold; a clue that does not only confirms.
    """

    days: Days
    reason: Reason
    binding: bool = True


@dataclass(frozen=True, slots=True)
class Understood:
    """What is known of a text before its date is."""

    text: str
    sentences: tuple[Sentence, ...]
    prose: Prose
    dates: tuple[DateMention, ...]
    references: tuple[Reference, ...]
    organizations: tuple[OrganizationMention, ...]
    happenings: tuple[HappeningMention, ...]
    knowledge: Knowledge

    def sentence_at(self, at: int) -> Sentence | None:
        """The sentence that holds an offset."""
        place = bisect_right(self.sentences, at, key=attrgetter("start")) - 1
        sentence = self.sentences[place] if place >= 0 else None
        return sentence if sentence is not None and at < sentence.stop else None

    def paragraph_of(self, sentence: Sentence) -> tuple[int, int]:
        """Where the paragraph of a sentence begins and ends."""
        first = bisect_left(self.sentences, sentence.paragraph, key=attrgetter("paragraph"))
        last = bisect_right(self.sentences, sentence.paragraph, key=attrgetter("paragraph")) - 1
        return self.sentences[first].start, self.sentences[last].stop


def find_clues(known: Understood) -> Iterator[Clue]:
    """Every clue of the text itself, the strictest kind first."""
    yield from _from_happenings(known)
    yield from _from_years(known)
    yield from _from_offices(known)
    yield from _from_bodies(known)


def _from_offices(known: Understood) -> Iterator[Clue]:
    """Someone named with an office: the text is of a day on which the office was held."""
    seen: set[str] = set()
    for one in known.references:
        if one.office is None or not one.key or one.key in seen or _is_former(known, one):
            continue
        terms = terms_of(one.key, one.office, known.knowledge)
        if not terms:
            continue
        seen.add(one.key)
        days = ds.union(*(term.days for term in terms))
        office = known.knowledge.offices[terms[0].office]
        why = f"{one.name} was {office.name} {_in_words(days)}"
        start, stop = min(one.office.start, one.start), max(one.office.stop, one.stop)
        yield Clue(days, Reason(why, start, stop, f"offices.toml:{office.key}"))


def _is_former(known: Understood, one: Reference) -> bool:
    start = one.office.start if one.office else one.start
    before = _TOKEN.findall(known.text[max(0, start - 20) : start])
    own = _TOKEN.findall(one.office.text) if one.office else []
    return any(word.lower() in known.prose.former for word in (*before[-1:], *own[:1]))


def _from_bodies(known: Understood) -> Iterator[Clue]:
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
        name = known.knowledge.organizations[one.key].name
        why = f"{name} exists since {first.year}"
        where = Reason(why, one.start, one.stop, f"organizations.toml:{one.key}")
        # Bodies are spoken of before they are founded, so it only confirms.
        yield Clue(ds.between(first, None), where, binding=False)


def _from_happenings(known: Understood) -> Iterator[Clue]:
    """A happening dated from the day of writing: "the first European Games next year"."""
    for happening in known.happenings:
        one = happening.sure
        if one is None or one.holiday:
            continue
        start, stop = _sentence_of(known, happening.start)
        near = [
            mention
            for mention in within(known.dates, start, stop)
            if isinstance(mention.reading, Relative | Vague)
            and max(mention.start - happening.stop, happening.start - mention.stop) <= _REACH
        ]
        entry = f"happenings.toml:{one.key}"
        for mention in near[:1]:
            days = _spoken_from(mention, one.days)
            why = f"{mention.text!r} is said of {one.name} ({_in_words(one.days)})"
            if days:
                first, last = min(mention.start, happening.start), max(mention.stop, happening.stop)
                yield Clue(
                    days, Reason(why, first, last, entry), binding=isinstance(mention.reading, Relative)
                )
        if not near and not _is_to_come(known, happening) and (begun := ds.earliest(one.days)):
            why = f"{one.name} had begun ({_in_words(one.days)})"
            yield Clue(ds.between(begun, None), Reason(why, happening.start, happening.stop, entry))


def _is_to_come(known: Understood, happening: HappeningMention) -> bool:
    """Whether the sentence speaks of the future: then the happening only may lie ahead."""
    start, _ = _sentence_of(known, happening.start)
    before = known.text[start : happening.start].lower()
    return (
        re.search(r"\b(?:will|would|to host|upcoming|next|ahead of|будет|предстоящ\w+)\b", before) is not None
    )


def _spoken_from(mention: DateMention, happened: Days) -> Days:
    """The days from which the wording would point at the happening, month by month."""
    first = ds.earliest(happened)
    if first is None:
        return ds.NEVER
    years = range(first.year - _YEARS_AROUND, first.year + _YEARS_AROUND + 1)
    months = (ds.whole_month(year, month) for year in years for month in range(1, 13))
    return ds.union(
        *(month for month in months if ds.intersect(resolve_date(mention, month).spans, happened))
    )


def _from_years(known: Understood) -> Iterator[Clue]:
    """A year told in the present is the text's own; one told in the past or as a limit bounds it."""
    for mention in known.dates:
        reading = mention.reading
        if not isinstance(reading, Absolute) or reading.precision == "unknown":
            continue
        start, stop = _sentence_of(known, mention.start)
        sentence = known.sentence_at(start)
        if sentence is None or sentence.furniture or sentence.headline:
            continue
        first, last = ds.earliest(reading.days), ds.latest(reading.days)
        where = (mention.start, mention.stop)
        before = known.text[start : mention.start]
        tense = _tense(before, known.prose) or _tense_behind(known.text[mention.stop : stop], known.prose)
        if _UNTIL.search(before) and last is not None and tense != "past":
            yield Clue(
                ds.between(None, last), Reason(f"{mention.text} is spoken of as still to come", *where)
            )
        elif tense == "present" and reading.precision == "year":
            yield Clue(reading.days, Reason(f"{mention.text} is spoken of in the present", *where))
        elif tense == "past" and first is not None:
            yield Clue(ds.between(first, None), Reason(f"{mention.text} is spoken of in the past", *where))


def _tense(before: str, prose: Prose) -> str | None:
    """The tense of the last finite verb in front of a date, as far as its word list shows it."""
    words = [word.lower() for word in _TOKEN.findall(before)[-12:]]
    if prose.reported.intersection(words):
        return None  # "said that it would chair in 2026" bounds nothing
    for earlier, low in reversed(list(zip(["", *words], words, strict=False))):
        if low in prose.past:
            return "past"
        if low.endswith(prose.past_endings) and len(low) > len("need"):
            return "present" if earlier in prose.present else "past"  # "is designed" is no past
        if low in prose.present:
            return "present"
    return None


def _tense_behind(behind: str, prose: Prose) -> str | None:
    """The tense of the first finite verb behind a date that opens its sentence."""
    for word in _TOKEN.findall(behind)[:12]:
        low = word.lower()
        if low in prose.past or low in prose.present:
            return "past" if low in prose.past else "present"
        if low.endswith(prose.past_endings) and len(low) > len("need"):
            return "past"
    return None


def _sentence_of(known: Understood, at: int) -> tuple[int, int]:
    sentence = known.sentence_at(at)
    return (sentence.start, sentence.stop) if sentence else (at, at)


def _in_words(days: Days) -> str:
    first, last = ds.earliest(days), ds.latest(days)
    if first is not None and last is not None:
        return f"from {_day(first)} to {_day(last)}"
    return (
        f"since {_day(first)}"
        if first is not None
        else f"until {_day(last)}"
        if last is not None
        else "at an unknown time"
    )


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
