"""A report's events made ready for comparing.

The words are language-blind on purpose: numbers and the beginnings of words, folded to Latin letters.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from data_model.spellings import fold_name, name_key, surname_key
from data_model.tellings import TWO_MONTHS, WEEK, Form, Telling, Undated, days_of
from data_model.values import Event, Mention, Normalized, Participant, Person, Report

# A day that rests on nothing else is known to a day or two at best.
_SOFT_BASES = ("publication", "inferred", "unknown")
# A wide date is looked for this many days before and behind the day of its report.
_NEARBY = 7
_STEM, _SHORT = 6, 4
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d(?!\w)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def tellings_of(report: Report) -> Iterator[Telling]:
    """Every event of a report that has a day to be looked for at; one without any is left out."""
    normalized = report.normalized
    written = days_of(normalized.document_date)
    capitals = {surname_key(word) for word in normalized.title.split() if word[:1].isupper()}
    headline = frozenset(
        person_token(one)
        for one in normalized.mentioned_people
        if any(word.startswith(surname_key(one.name)) for word in capitals)
    )
    whole = frozenset((
        *_names(normalized),
        *words_of(normalized.title),
        *(token for event in normalized.events for one in event.evidence[:1] for token in words_of(one.text)),
    ))  # fmt: skip
    for event in normalized.events:
        days = days_of(event.date)
        looked = _looked_for(days, written)
        if looked is not None:
            yield _telling(event, report.document.id, looked, days[1] - days[0], whole, headline)


def undated_of(report: Report) -> Undated | None:
    """The news of a report without a day, if no day tells it either; None of any other."""
    normalized = report.normalized
    news = next((event for event in normalized.events if event.main), None)
    written = days_of(normalized.document_date)
    if news is None or written[1] - written[0] < WEEK:
        return None
    first, last = days_of(news.date)
    if last - first < WEEK:
        return None
    counts = Counter([*_names(normalized), *words_of(f"{normalized.title}\n{report.document.text}")])
    return Undated(news.id, _content_of(news), *written, counts)


def _names(normalized: Normalized) -> Iterator[str]:
    """Who, what and where a report names, a city as often as it does."""
    yield from map(person_token, normalized.mentioned_people)
    yield from (f"o:{body.key}" for body in normalized.mentioned_organizations)
    yield from (f"c:{code}" for code in normalized.mentioned_countries)
    yield from (f"l:{one.value.rpartition(', ')[0]}" for one in normalized.mentions if _is_city(one))


def person_token(one: Person | Participant) -> str:
    """A person, by knowledge entry or by what the spellings of the name have in common."""
    return f"p:{one.key or name_key(_one_line(one.name))}"


def words_of(text: str) -> Iterator[str]:
    """Numbers (no years) and the beginnings of longer words."""
    for number in _NUMBER.findall(text):
        if not _YEAR.fullmatch(number):
            yield f"n:{number}"
    for word in fold_name(text).split():
        if len(word) >= _SHORT and not word.isdigit():
            yield f"w:{word[:_STEM]}"


def _telling(
    event: Event, document: str, days: tuple[int, int], width: int, whole: frozenset[str],
    headline: frozenset[str],
) -> Telling:  # fmt: skip
    people = {person_token(one): _one_line(one.name) for one in event.participants if one.part != "absent"}
    bodies = {f"o:{one.key}": _one_line(one.abbr or one.name) for one in event.organizations}
    convened = frozenset(f"o:{one.key}" for one in event.organizations if one.part == "convened")
    lands = frozenset(f"c:{code}" for code in event.countries)
    city = event.place.city if event.place else None
    return Telling(
        id=event.id,
        document=document,
        content=_content_of(event),
        main=event.main,
        type=event.type,
        status=event.status,
        form=_form(event, len(people), convened),
        edtf=event.date.edtf,
        first=days[0],
        last=days[1],
        width=width,
        stated=event.date.basis not in _SOFT_BASES,
        people=frozenset(people),
        bodies=frozenset(bodies),
        convened=convened,
        countries=lands,
        city=f"l:{city}" if city else "",
        land=(event.place.country or "") if event.place else "",
        words=frozenset(
            (*(w for one in event.evidence for w in words_of(one.text)), *people, *bodies, *lands)
        ),
        report=whole,
        headline=headline,
        names=people | bodies,
    )


def _content_of(event: Event) -> str:
    said = [event.title, event.date.edtf, *(one.text for one in event.evidence)]
    return hashlib.blake2b("\n".join(said).encode(), digest_size=8).hexdigest()


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _is_city(one: Mention) -> bool:
    return one.kind == "place" and ", " in one.value


def _form(event: Event, people: int, convened: frozenset[str]) -> Form:
    if event.type == "call":
        return Form.CALL
    if convened or event.type == "summit":
        return Form.BODY
    if event.type not in {"meeting", "visit"}:
        return Form.OTHER
    return {2: Form.PAIR, 3: Form.THREE}.get(people, Form.OTHER)


def _looked_for(days: tuple[int, int], written: tuple[int, int]) -> tuple[int, int] | None:
    """The days to look for an event at: its own, of a wide date those around the report's own, if any."""
    if days[1] - days[0] <= TWO_MONTHS:
        return days
    if written[1] - written[0] >= WEEK:
        return None
    first, last = max(written[0] - _NEARBY, days[0]), min(written[1] + _NEARBY, days[1])
    return (first, last) if first <= last else None
