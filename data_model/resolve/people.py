"""Who is meant: names, surnames, "the head of state" and "he" become people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data_model import days as ds
from data_model.days import Days
from data_model.find.offices import OfficePhrase
from data_model.find.people import PersonMention
from data_model.knowledge.load import Knowledge
from data_model.knowledge.name_sounds import find_by_sound
from data_model.resolve.russian_names import nominatives_of
from data_model.resolve.terms import (
    LEADERS,
    country_of,
    days_in_office,
    holder,
    leads,
    offices_of,
    terms_of,
)
from data_model.spans import around, at_offset

# The role of roles.toml that takes the office of the person it is said of.
_COUNTERPART = "president-counterpart"


@dataclass(frozen=True, slots=True)
class Reference:
    """A person at one place of the text.

    Attributes:
        name: The usual English name, or the name as written for someone unknown.
        key: The knowledge entry, "" for someone unknown.
        how: full · patronymic · surname · written (named) · office · leader · pronoun (tied back).
        office: The office phrase beside the name, or the one that is the mention.
        country: The country written behind the name, or "".
        until: Offset behind that country, 0 if none is written.
    """

    start: int
    stop: int
    text: str
    name: str
    key: str
    how: str
    office: OfficePhrase | None = None
    country: str = ""
    until: int = 0

    @property
    def named(self) -> bool:
        """Whether a name is written here, not an office or a pronoun."""
        return self.how in ("full", "patronymic", "surname", "written")


def resolve_names(
    mentions: Sequence[PersonMention], offices: Sequence[OfficePhrase], text: str, knowledge: Knowledge
) -> tuple[Reference, ...]:
    """Names become people; a name that several people bear is told by the rest of the text."""
    full = Counter(
        mention.keys[0] for mention in mentions if mention.how == "full" and len(mention.keys) == 1
    )
    found: list[Reference] = []
    written = nominatives_of((one for one in mentions if one.how == "written"), text)
    fullest = _fullest(written.values())
    # By the surname as it is written: «Путиным», too.
    called = {name.split()[-1]: fullest[written[name].split()[-1]] for name in reversed(written)}
    bearers = _bearers(mentions, offices)
    titled = set(_titled(mentions, bearers, knowledge))
    for mention in mentions:
        if mention.how == "written":
            name = called[mention.text.split()[-1]]
            same = find_by_sound(name) or find_by_sound(" ".join(reversed(name.split())))
            found.append(_reference(mention, knowledge.people[same].name if same else name, same))
            continue
        key = _which(mention, full, titled, offices, knowledge)
        surname = mention.text.split()[-1]
        theirs = bearers.get(surname) if key not in full and key not in titled else None
        if key is not None and theirs is not None and _is_namesake(mention, key, theirs, knowledge):
            found.append(_reference(replace(mention, how="written"), called[surname], ""))
        elif key is not None:
            found.append(_reference(mention, knowledge.people[key].name, key))
    return tuple(found)


def _reference(mention: PersonMention, name: str, key: str) -> Reference:
    return Reference(
        mention.start,
        mention.stop,
        mention.text,
        name,
        key,
        mention.how,
        mention.office,
        mention.country,
        mention.until,
    )


def _fullest(names: Iterable[str]) -> dict[str, str]:
    """Those the files do not hold, by surname: named by the first writing, or the longer one of it."""
    found: dict[str, str] = {}
    for name in names:
        known = found.setdefault(name.split()[-1], name)
        if name.endswith(f" {known}"):
            found[name.split()[-1]] = name
    return found


def _bearers(
    mentions: Iterable[PersonMention], offices: Sequence[OfficePhrase]
) -> dict[str, set[str | None]]:
    """The surnames of those the files do not hold and the text names in full, each with their roles."""
    found: dict[str, set[str | None]] = {}
    for one in mentions:
        if one.how == "written" and " " in one.text and at_offset(offices, one.start) is None:
            roles = found.setdefault(one.text.split()[-1], set())
            roles |= {one.office.role} if one.office else set()
    return found


def _titled(
    mentions: Iterable[PersonMention], bearers: Mapping[str, Collection[str | None]], knowledge: Knowledge
) -> Iterator[str]:
    """Whom a lone surname means by the office beside it, which no namesake holds: "President Trump"."""
    for one in mentions:
        if one.how == "surname" and one.office is not None:
            held = [key for key in one.keys if _is_in_office(key, one, knowledge)]
            if len(held) == 1 and one.office.role not in bearers.get(one.text.split()[-1], ()):
                yield held[0]


def _which(
    mention: PersonMention, full: Counter[str], titled: Collection[str], offices: Sequence[OfficePhrase],
    knowledge: Knowledge,
) -> str | None:  # fmt: skip
    """The one meant: by the office beside the name, by who is named in full, by an office in the text."""
    keys = list(mention.keys)
    if mention.office is not None:
        keys = [key for key in keys if terms_of(key, mention.office, knowledge)] or keys
    if mention.how == "surname":
        keys = [key for key in keys if key in full or _is_known_by_surname(key, mention, knowledge)]
        if len(keys) > 1:  # "President Trump … First Lady Melania Trump … Trump": whom it means all along
            keys = [key for key in keys if key in titled] or keys
    if len(keys) > 1:
        keys = [key for key in keys if key in full] or keys
    if len(keys) > 1:
        written = [office for office in offices if office.country or office.organizations]
        keys = [key for key in keys if any(terms_of(key, office, knowledge) for office in written)] or keys
    return keys[0] if len(keys) == 1 else None


def _is_namesake(
    mention: PersonMention, key: str, theirs: Collection[str | None], knowledge: Knowledge
) -> bool:
    """Whether a lone surname is that of somebody else, whom the text names in full with these roles."""
    shared = mention.office is not None and mention.office.role in theirs
    return mention.how == "surname" and (shared or not _is_in_office(key, mention, knowledge))


def _is_known_by_surname(key: str, mention: PersonMention, knowledge: Knowledge) -> bool:
    """Whether a surname will do where the full name is nowhere: beside the office, or hardly shared."""
    return _is_in_office(key, mention, knowledge) or knowledge.people[key].lone_surname


def _is_in_office(key: str, mention: PersonMention, knowledge: Knowledge) -> bool:
    """Whether somebody ever held the office that stands beside a name."""
    return mention.office is not None and bool(terms_of(key, mention.office, knowledge))


def protagonist(references: Iterable[Reference]) -> Reference | None:
    """The person the text speaks of most often by name or office, the first of equals."""
    spoken = [one for one in references if one.how != "pronoun"]
    counts = Counter(one.name for one in spoken)
    return max(spoken, key=lambda one: (counts[one.name], -one.start), default=None)


def resolve_offices(
    offices: Sequence[OfficePhrase],
    named: Sequence[Reference],
    on: Days,
    knowledge: Knowledge,
) -> tuple[Reference, ...]:
    """Offices without a name ("the head of state", "the Russian President"): who held them that day.

    A mention stays without a person when the days allow two holders, or when it only qualifies
    the next word ("the President's adviser").
    """
    hero = protagonist(named)
    # The country whose offices are meant when none is written is that of the text's main person.
    home = country_of(hero.key, on, knowledge) if hero is not None and hero.key else ""
    beside = {id(one.office) for one in named if one.office is not None}
    written = {(one.office.start, one.office.stop) for one in named if one.office is not None}
    found: list[Reference] = []
    for phrase in offices:
        if id(phrase) in beside or (phrase.start, phrase.stop) in written:
            continue
        if phrase.possessive or phrase.served or phrase.anybody:
            continue
        if phrase.how not in ("word", "leader") or any(
            phrase.start < one.stop for one in around(named, phrase.start, phrase.stop)
        ):
            continue
        if phrase.role == _COUNTERPART:
            key = _counterpart(phrase, (*named, *found), on, knowledge)
        else:
            key = _holder(phrase, hero, home, on, knowledge)
        if key is not None:
            name = knowledge.people[key].name
            found.append(Reference(phrase.start, phrase.stop, phrase.text, name, key, phrase.how, phrase))
    return tuple(found)


def _holder(
    phrase: OfficePhrase, hero: Reference | None, home: str, on: Days, knowledge: Knowledge
) -> str | None:
    if phrase.how == "leader" and hero is not None and hero.key:
        led = leads(hero.key, phrase.country or home, on, knowledge)
        if led and knowledge.roles[phrase.role].rank in LEADERS:
            return hero.key
    return holder(phrase, home, on, knowledge)


def _counterpart(
    phrase: OfficePhrase, known: Sequence[Reference], on: Days, knowledge: Knowledge
) -> str | None:
    """Who holds, in the country written, the office of whom it is said: "his Kazakh counterpart"."""
    before = [one for one in known if one.stop <= phrase.start and one.key]
    if not before or not phrase.country:
        return None
    last = max(before, key=lambda one: one.start)
    held = [
        office.role
        for office in offices_of(last.key, knowledge)
        if office.country and not office.organization and ds.overlap(days_in_office(last.key, office), on)
    ]
    role = (
        last.office.role if last.office is not None and last.office.role in held else next(iter(held), None)
    )
    return holder(replace(phrase, role=role), "", on, knowledge) if role else None
