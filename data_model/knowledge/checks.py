"""`python -m data_model.knowledge.checks`: what is wrong in the knowledge files, and where.

Beyond what the loader refuses: unknown keys and codes, missing sources, impossible dates, two holders
of one office at once, names that mean two entries. Each rule is a function that yields faults; to add
one, write it and put it into `RULES`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources.abc import Traversable

from data_model import days as ds
from data_model.days import Days
from data_model.errors import DateError, KnowledgeError
from data_model.knowledge.date_words import date_languages, load_date_words
from data_model.knowledge.files import Table, built, first_day, last_day, read_file, read_folder
from data_model.knowledge.holders import TermLine, read_terms
from data_model.knowledge.load import load_knowledge
from data_model.knowledge.places import country_codes

# States that are no more and entities without a code of ISO 3166-1, as the files call them.
_FORMER = ("SU", "YU", "CS", "DD", "EU")
_RANKS = (
    "head-of-state", "head-of-government", "minister", "head-of-body", "deputy", "official", "envoy", "other",
    "audience", "spokesperson",
)  # fmt: skip
_SCOPES = ("country", "organization", "either")
# What a table may hold; a misspelt key would otherwise pass in silence.
_KEYS = {
    "person": "key name ru patronymic patronymic_ru also surname lone_surname country qid source note",
    "list": "name reaches source note",
    "office": "key title country organization name source note terms",
    "organization": "key name abbr kind parent country family en ru abbrs context_en context_ru"
    " founded dissolved signs_en signs_ru qid members source note",
    "members": "country since until",
    "chair": "body source note terms",
    "terms": "country since until",
    "country": "code adjectives demonyms names ru_adjectives ru_names ru_demonyms abbrs capital metonyms not"
    " ambiguous source note",
    "city": "name country also source note",
    "region": "name en ru countries source note",
    "historical": "code name en ru abbrs adjectives ru_adjectives since until successors source note",
    "role": "key en en_plural ru ru_plural rank scope of_country leader_words group_words source note",
    "topic": "name key family strong weak ru_strong ru_weak not ru_not source note",
    "class": "key name kind en ru words source compared note happening needs_word bodies summit_of",
    "happening": "name ordinal city country since until also note ru en source month day",
}
# The tables of each file that must be there, by the file or folder that holds them.
_PLACES = {
    "people": ("person",),
    "offices": ("office",),
    "organizations": ("organization",),
    "countries.toml": ("country", "city", "region", "historical"),
    "roles.toml": ("role",),
    "topics.toml": ("topic",),
    "happenings.toml": ("class",),
    "chairs.toml": ("chair",),
    "office_lists.toml": ("list",),
}
_STILL = "2026"  # who is in office in a source of this year is taken to be so still
_NAMED_EACH = "each term names its own"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong: in which file and entry, and what was expected."""

    file: str
    entry: str
    what: str

    def __str__(self) -> str:
        """As a line for a person."""
        return f"{self.file}: {self.entry}: {self.what}"


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it stands in its file."""

    file: str
    kind: str
    table: Table

    @property
    def name(self) -> str:
        """What the entry is called in messages."""
        return str(
            next((self.table[key] for key in ("key", "code", "body", "name") if self.table.get(key)), "?")
        )

    @property
    def parts(self) -> list[tuple[str, Table]]:
        """The tables inside the entry, each with its kind."""
        inner = ("members", "happening", *(["terms"] if self.kind == "chair" else []))
        return [(part, table) for part in inner for table in self.table.get(part, ())]

    @property
    def terms(self) -> list[TermLine]:
        """The terms of an office."""
        return built(self.file, self.table, read_terms) if self.kind == "office" else []

    def fault(self, what: str) -> Fault:
        """A fault of this entry."""
        return Fault(self.file, self.name, what)


Rows = Mapping[str, Sequence[Row]]
Rule = Callable[[Rows], Iterator[Fault]]


def find_faults(root: Traversable | None = None) -> list[Fault]:
    """Every fault of the package's knowledge, or of a folder built like it."""
    rows = read_rows(root)
    return [fault for rule in RULES for fault in rule(rows)]


def read_rows(root: Traversable | None = None) -> dict[str, list[Row]]:
    """Every entry, by kind of table."""
    rows: dict[str, list[Row]] = {}
    for place, kinds in _PLACES.items():
        files = [(place, read_file(place, root))] if place.endswith(".toml") else read_folder(place, root)
        for file, tables in files:
            for kind in kinds:
                rows.setdefault(kind, []).extend(Row(file, kind, table) for table in tables.get(kind, ()))
    return rows


def _keys_are_known(rows: Rows) -> Iterator[Fault]:
    for kind, each in rows.items():
        for row in each:
            for part, table in ((kind, row.table), *row.parts):
                for key in table.keys() - set(_KEYS[part].split()):
                    yield row.fault(f"unknown key {key!r}; {part} knows {_KEYS[part]}")


def _sources_are_named(rows: Rows) -> Iterator[Fault]:
    for each in rows.values():
        yield from (
            row.fault("no source; say where it is from") for row in each if not row.table.get("source")
        )
    for row in rows.get("office", ()):
        for term in row.terms:
            if term.source == _NAMED_EACH:
                yield row.fault(f"the term of {term.person} names no source")


def _keys_are_single(rows: Rows) -> Iterator[Fault]:
    for kind in ("person", "office", "organization", "role", "topic", "class", "country", "region"):
        seen: dict[str, Row] = {}
        for row in rows.get(kind, ()):
            if (first := seen.setdefault(row.name, row)) is not row:
                yield row.fault(f"the key stands twice, first in {first.file}")


def _codes_are_known(rows: Rows) -> Iterator[Fault]:
    known = {*country_codes(), *_FORMER}
    for each in rows.values():
        for row in each:
            codes = [part.get("country", "") for part in (row.table, *(part for _, part in row.parts))]
            codes += [*row.table.get("countries", ()), *row.table.get("successors", ())]
            codes += [row.table.get("code", "")] if row.kind == "country" else []
            for code in {code for code in codes if code} - known:
                yield row.fault(f"unknown country code {code!r}; expected ISO 3166-1 alpha-2, such as 'BY'")


def _references_lead_somewhere(rows: Rows) -> Iterator[Fault]:
    keys = {kind: {row.name for row in each} for kind, each in rows.items()}
    for field, kind, wanted in (
        ("title", "office", "role"),
        ("organization", "office", "organization"),
        ("parent", "organization", "organization"),
        ("body", "chair", "organization"),
    ):
        for row in rows.get(kind, ()):
            if (value := row.table.get(field)) and value not in keys.get(wanted, ()):
                yield row.fault(f"{field} {value!r} is no {wanted}")
    for row in rows.get("office", ()):
        for term in row.terms:
            if term.person not in keys.get("person", ()):
                yield row.fault(f"{term.person!r} is no key of people/")


def _choices_are_known(rows: Rows) -> Iterator[Fault]:
    for field, allowed in (("rank", _RANKS), ("scope", _SCOPES)):
        for row in rows.get("role", ()):
            if row.table.get(field) not in allowed:
                yield row.fault(f"{field} {row.table.get(field)!r}; expected one of {', '.join(allowed)}")


def _dates_are_possible(rows: Rows) -> Iterator[Fault]:
    for each in rows.values():
        for row in each:
            for what, since, until in _spans(row):
                try:
                    first, last = first_day(since), last_day(until)
                except DateError as error:
                    yield row.fault(f"{what}: {error}")
                    continue
                if first and last and first > last:
                    yield row.fault(f"{what}: {since} is after {until}")


def _spans(row: Row) -> Iterator[tuple[str, str, str]]:
    """Every beginning and end an entry tells, with the words for a message."""
    for begun, ended in (("since", "until"), ("founded", "dissolved")):
        yield row.kind, row.table.get(begun, ""), row.table.get(ended, "")
    for _, one in row.parts:
        yield str(one.get("name") or one.get("country")), one.get("since", ""), one.get("until", "")
    for term in row.terms:
        known = term.known or term.since
        yield from ((term.person, term.since, known), (term.person, known, term.until))


def _offices_have_one_holder(rows: Rows) -> Iterator[Fault]:
    """Terms may meet on one day or inside one month known as such; where they do not, a note says why."""
    for row in rows.get("office", ()):
        sure = [(term, _sure_days(term.since, term.until)) for term in row.terms]
        for at, (term, days) in enumerate(sure):
            for other, more in sure[at + 1 :]:
                both = ds.intersect(days, more)
                told = term.note or other.note
                if both and not told and term.person != other.person and _size(both) > 1:
                    yield row.fault(f"{term} and {other} hold it at once and no note says why")


def _open_ends_are_checked(rows: Rows) -> Iterator[Fault]:
    """Whoever only an old list has in office may have left it since."""
    lists = {row.name: row.table.get("reaches", "") for row in rows.get("list", ())}
    for row in rows.get("office", ()):
        for term in row.terms:
            if not (term.known or term.until) and (reach := term.reach(lists)) < _STILL:
                yield row.fault(f"{term}: sources until {reach}; write '{reach}..' or name one of {_STILL}")


def _sure_days(since: str, until: str) -> Days:
    """The days surely inside a term: a month or a year counts from its end, or up to its beginning."""
    try:
        return ds.between(last_day(since), first_day(until))
    except DateError:
        return ds.NEVER  # told by the rule for dates


def _size(days: Days) -> int:
    first, last = ds.earliest(days), ds.latest(days)
    return (last - first).days + 1 if first and last else sys.maxsize


def _names_mean_one(rows: Rows) -> Iterator[Fault]:
    """A full name of two people would be told by chance; so would a country's name."""
    for kind, fields in (("person", ("name", "also")), ("country", ("names",)), ("role", ("en",))):
        owners: dict[str, Row] = {}
        for row in rows.get(kind, ()):
            values = [row.table.get(field, ()) for field in fields]
            for form in dict.fromkeys(
                form for value in values for form in ([value] if isinstance(value, str) else value)
            ):
                first = owners.setdefault(form.lower(), row)
                if first.name != row.name and not row.table.get("ambiguous") and not row.table.get("note"):
                    yield row.fault(f"{form!r} is also {first.name} ({first.file}); a note says so if it is")


RULES: tuple[Rule, ...] = (
    _keys_are_known,
    _sources_are_named,
    _keys_are_single,
    _codes_are_known,
    _references_lead_somewhere,
    _choices_are_known,
    _dates_are_possible,
    _offices_have_one_holder,
    _open_ends_are_checked,
    _names_mean_one,
)


def main() -> int:
    """Print every fault, then what the loaders refuse; the exit status is 1 if there is anything."""
    words = (partial(load_date_words, language) for language in date_languages())
    loads: list[Callable[[], object]] = [find_faults, load_knowledge, *words]
    told = dict.fromkeys(line for load in loads for line in _faults_of(load))
    print(*told, sep="\n", end="\n" * bool(told), file=sys.stderr)  # noqa: T201 - this is a command
    return int(bool(told))


def _faults_of(load: Callable[[], object]) -> list[str]:
    try:
        found = load()
    except KnowledgeError as error:
        return [str(error)]
    return [str(one) for one in found] if isinstance(found, list) else []


if __name__ == "__main__":
    sys.exit(main())
