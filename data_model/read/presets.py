"""Rows of well-known tables of events, taken as the events they tell, by `presets.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pycountry
import tomli

from data_model.dates import EventDate, Reason
from data_model.edtf import days_of_edtf, precision_of
from data_model.errors import DateError, ReadError
from data_model.knowledge.places import country_codes, country_names
from data_model.read.columns import key_of
from data_model.read.published import read_published
from data_model.read.reading import identify
from data_model.read.tagged import read_tagged
from data_model.ready import ReadyDocument
from data_model.values import Event, Evidence, Place

_FIELD = re.compile(r"\{([^}]+)\}")
_PARTS = re.compile(r"\s*[;|]\s*")
_LONGEST_TITLE, _LONGEST_VALUE = 240, 100_000
_DAY_OF_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]")
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Preset:
    """What the columns of a table mean; the names are those of `presets.toml`, which says what each is."""

    name: str
    source: str
    signs: tuple[str, ...]
    day: tuple[str, ...]
    title: tuple[str, ...]
    columns: tuple[str, ...] = ()
    id: str = ""
    url: str = ""
    published: str = ""
    end: tuple[str, ...] = ()
    within: Mapping[str, str] = field(default_factory=dict)
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    city: str = ""
    city_if: Mapping[str, Any] = field(default_factory=dict)
    land: str = ""
    by: str = ""
    prose: tuple[str, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    plover: Mapping[str, str] = field(default_factory=dict)
    cameo: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1)
def load_presets() -> tuple[Preset, ...]:
    """Those of the package."""
    written = files("data_model.read").joinpath("presets.toml").read_text(encoding="utf-8")
    told: list[dict[str, Any]] = tomli.loads(written)["preset"]
    return tuple(map(_preset, told))


def _preset(told: dict[str, Any]) -> Preset:
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in told.items()
    }
    return Preset(**fields)


def find_preset(names: Sequence[str]) -> Preset | None:
    """The preset all signs of which are among some names of columns."""
    keys = {key_of(name) for name in names}
    return next((one for one in load_presets() if all(key_of(sign) in keys for sign in one.signs)), None)


def names_of(row: Sequence[Any]) -> tuple[str, ...]:
    """The names of columns of a row of a table that comes without them; none when it is of no such table."""
    for preset in load_presets():
        if preset.columns and len(row) == len(preset.columns):
            told = _Row(dict(zip(preset.columns, row, strict=True)), preset)
            if told.text(preset.id).isdecimal() and told.day(preset.day):
                return preset.columns
    return ()


def read_ready(record: Mapping[str, Any], preset: Preset, place: str, source: str) -> ReadyDocument:
    """The document of a row, with the event it tells.

    Raises:
        ReadError: If it tells no day.
    """
    row = _Row(record, preset)
    edtf = row.edtf()
    if not edtf:
        columns = ", ".join(preset.day)
        raise ReadError(place, f"{preset.name}: no day in {columns}; expected for example 2023-06-08")
    title = row.title()
    evidence = row.evidence()
    dated = row.spans.get(key_of(preset.day[0]), evidence[0])
    why = f"{preset.name} says so in {preset.day[0]}"
    event = Event(
        id="",
        main=True,
        title=title,
        type=row.coded(preset.types) or "other",
        plover=row.coded(preset.plover),
        cameo=row.coded(preset.cameo),
        status="happened",
        date=EventDate(
            edtf,
            precision_of(edtf),
            "stated",
            (Reason(why, dated.start, dated.stop),),
            row.written(preset.day),
        ),
        place=row.place(),
        participants=(),
        groups=tuple(dict.fromkeys(filter(None, map(row.text, preset.actors)))),
        organizations=(),
        countries=tuple(dict.fromkeys(code for name in preset.countries for code in row.countries(name))),
        countries_location=(where.country,) if (where := row.place()) and where.country else (),
        countries_named=(),
        countries_by_membership=(),
        topics=(),
        evidence=evidence,
        according_to=preset.name,
        score_reasons=(f"told by {preset.name} as an event",),
    )
    url = row.text(preset.url)
    return ReadyDocument(
        id=row.text(preset.id) or identify(source, row.body),
        text=row.body,
        source=source,
        title=title,
        url=url if url.startswith(("http://", "https://")) else None,
        published=row.day((preset.published,)) or None,
        events=(event,),
        prose=any(row.text(name) for name in preset.prose),
    )


class _Row:
    """A record seen through a preset: its fields by name, and as a text with a line for each."""

    def __init__(self, record: Mapping[str, Any], preset: Preset) -> None:
        self._preset = preset
        self._fields = {key_of(name): _plain(value) for name, value in record.items()}
        self.spans: dict[str, Evidence] = {}
        lines, place = [], 0
        for name in record:
            words = self._fields[key_of(name)]
            if words:
                line = f"{name}: {words}"
                begin = place + len(line) - len(words)
                self.spans[key_of(name)] = Evidence(begin, place + len(line), words)
                lines.append(line)
                place += len(line) + 1
        self.body = "\n".join(lines)

    def text(self, name: str) -> str:
        """A field, "" when it is not there."""
        return self._fields.get(key_of(name), "") if name else ""

    def title(self) -> str:
        """The first title all fields of which are filled."""
        for form in self._preset.title:
            names = _FIELD.findall(form)
            words = {
                name: self._preset.words.get(name, {}).get(self.text(name), self.text(name)) for name in names
            }
            if all(words.values()):
                told = _FIELD.sub(lambda found: words[found[1]], form)  # noqa: B023 - used at once
                told = " ".join(told.split())
                return told if len(told) <= _LONGEST_TITLE else f"{told[: _LONGEST_TITLE - 1]}…"
        return self._preset.name

    def coded(self, table: Mapping[str, str]) -> str:
        """What a table says of the row's code, or of the longest beginning of it."""
        code = self.text(self._preset.by)
        beginnings = (code[:length] for length in range(len(code), 0, -1))
        return next((table[one] for one in beginnings if one in table), "")

    def day(self, names: Sequence[str]) -> str:
        """The day, month or year some columns tell, as EDTF; "" when they tell none."""
        if len(names) == 1:
            try:
                found = read_published(_DAY_OF_TIME.sub(r"\1T", self.text(names[0])))
            except DateError:
                return ""
            return found.isoformat() if isinstance(found, date) else found or ""
        parts = [self.text(name) for name in names]
        filled = parts[: next((n for n, part in enumerate(parts) if not part.isdecimal()), len(parts))]
        edtf = "-".join(part.zfill(2 if n else 4) for n, part in enumerate(filled))
        try:
            return edtf if edtf and days_of_edtf(edtf) else ""
        except DateError:
            return ""

    def edtf(self) -> str:
        """When the event was, as wide as the table says."""
        begin = self.day(self._preset.day)
        end = self.day(self._preset.end) if self._preset.end else ""
        if begin and end and end != begin:
            return f"{begin}/{end}"
        exact = self._preset.within.get(self.text(self._preset.within.get("column", "")), "")
        if not exact or not _WHOLE_DAY.fullmatch(begin):
            return begin
        if exact == "month":
            return begin[: len("2023-06")]
        middle = date.fromisoformat(begin)
        return f"[{middle - _WEEK}..{middle + _WEEK}]"

    def written(self, names: Sequence[str]) -> str:
        """The words of the table for the day."""
        return " ".join(filter(None, map(self.text, names)))

    def evidence(self) -> tuple[Evidence, ...]:
        """The prose of the row, what happened, and its day."""
        preset = self._preset
        names = (*reversed(preset.prose), preset.by, *preset.actors, preset.day[0])
        found = [self.spans[key] for name in names if name and (key := key_of(name)) in self.spans]
        return tuple(dict.fromkeys(found)) or (Evidence(0, len(self.body), self.body),)

    def countries(self, name: str) -> tuple[str, ...]:
        """The ISO 3166-1 alpha-2 codes of the countries a field names."""
        told = (country_of(part) for part in _PARTS.split(self.text(name)) if part)
        return tuple(dict.fromkeys(filter(None, told)))

    def place(self) -> Place | None:
        """Where, as far as the table says."""
        preset = self._preset
        parts = [part.strip() for part in self.text(preset.city).split(",")]
        rule = preset.city_if
        is_town = not rule or self.text(rule["column"]) in rule["values"]
        city = parts[0] if is_town and parts[0] else None
        country = country_of(self.text(preset.land).rpartition(",")[2].strip())
        return Place(city, country or None) if city or country else None


def _plain(value: object) -> str:
    """A field as one line of text."""
    if value is None or isinstance(value, dict | list):
        value = "; ".join(map(str, value)) if isinstance(value, list) else ""
    words = str(value)[:_LONGEST_VALUE]
    return " ".join((read_tagged(words) if "<" in words or "&" in words else words).split())


@lru_cache(maxsize=4096)
def country_of(told: str) -> str:
    """ISO 3166-1 alpha-2 of a country told by three letters, by figures or by a name; "" for none."""
    if not told:
        return ""
    if len(told) == 3 and told.isupper():  # noqa: PLR2004 - letters of such a code
        found = pycountry.countries.get(alpha_3=told)
        return str(found.alpha_2) if found else ""
    if told.isdecimal():
        found = pycountry.countries.get(numeric=told.zfill(3))
        return str(found.alpha_2) if found else ""
    return _by_name().get(told.casefold(), "")


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    known = set(country_codes())
    return {name.casefold(): code for code, name in reversed([*country_names()]) if code in known}
