"""Which column of a table, or field of a record, means what: asked for by name, else guessed and shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from statistics import mean
from typing import Any

import tomli

from data_model.errors import ReadError

_SEPARATORS = re.compile(r"[\s_-]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "publishedAt"
# Without a name that tells, the column of the longest texts is the text, if they are so long at least.
_LEAST_WORDS = 6
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of columns somebody asked for, None for those to be guessed.

    Attributes:
        text: What is read.
        date: When it was published.
        title: Its title.
        url: Its address.
    """

    text: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """Which field of a record is what; None where there is none."""

    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    id: str | None = None
    source: str | None = None
    language: str | None = None

    def described(self) -> str:
        """In words: "text from “Body”, date from “Day”"."""
        told = ((one.name, getattr(self, one.name)) for one in fields(self))
        return ", ".join(f"{name} from “{column}”" for name, column in told if column)


# As `dateline` itself writes and documents them: nothing is guessed of these.
OWN = ("id", "text", "title", "url", "published", "lang", "source")


def choose_fields(
    names: Sequence[str], sample: Iterable[Mapping[str, Any]], asked: Columns, source: str
) -> Fields:
    """What the fields of some records mean.

    Args:
        names: The names there are.
        sample: Some of the records, to see which field holds prose where no name tells.
        asked: What somebody said.
        source: Where they come from.

    Raises:
        ReadError: If a column that was asked for is not there, or none looks like a text.
    """
    for option, name in (
        ("text", asked.text),
        ("date", asked.date),
        ("title", asked.title),
        ("url", asked.url),
    ):
        if name is not None and name not in names:
            raise ReadError(source, f"has no column {name!r} (--{option}-column); it has {_listed(names)}")
    taken = {name for name in (asked.text, asked.date, asked.title, asked.url) if name}
    free = [name for name in names if name not in taken]
    found = {key: _named(free, known) for key, known in _known().items()}
    if found["id"] and "." in found["id"]:
        found["id"] = None  # of something else in the record
    title, url = asked.title or found["title"], asked.url or found["url"]
    text = (
        asked.text or found["text"] or _longest([name for name in free if name not in {title, url}], sample)
    )
    if text is None and title is not None:
        # A list of headlines is a text a row, too.
        text, title = title, None
    if text is None:
        why = f"no column looks like the text; name it with --text-column: it has {_listed(names)}"
        raise ReadError(source, why)
    day = asked.date or found["date"]
    return Fields(text, title, day, url, found["id"], found["source"], found["language"])


def is_usual(name: str) -> bool:
    """Whether columns are often called so."""
    return any(key_of(name) in names for names in _known().values())


def is_guessed(chosen: Fields, asked: Columns) -> bool:
    """Whether anything that matters was neither asked for nor is called as we call it."""
    told = (
        (chosen.text, asked.text),
        (chosen.title, asked.title),
        (chosen.date, asked.date),
        (chosen.url, asked.url),
    )
    return any(name and name != wish and name not in OWN for name, wish in told)


def _named(names: Sequence[str], known: Sequence[str]) -> str | None:
    """The column that has the most usual of some names."""
    keys = {name: key_of(name) for name in names}
    for word in known:
        for part in (keys, {name: key.rpartition(".")[2] for name, key in keys.items()}):
            if found := next((name for name, key in part.items() if key == word), None):
                return found
    return None


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """A name as names are compared: "datePublished", "Date-published" and "date_published" are one."""
    return _SEPARATORS.sub(" ", _HUMP.sub(" ", name.strip())).lower()


def _longest(names: Sequence[str], sample: Iterable[Mapping[str, Any]]) -> str | None:
    rows = list(sample)
    lengths = {
        name: mean([len(value.split()) for row in rows if isinstance(value := row.get(name), str)] or [0])
        for name in names
    }
    best = max(lengths, key=lambda name: lengths[name], default=None)
    return best if best is not None and lengths[best] >= _LEAST_WORDS else None


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name) for name in names[:_SHOWN])
    return f"{shown} …" if len(names) > _SHOWN else shown or "none"


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, ...]]:
    written = files("data_model.read").joinpath("columns.toml").read_text(encoding="utf-8")
    return {key: tuple(names) for key, names in tomli.loads(written).items()}
