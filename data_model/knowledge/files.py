"""The knowledge files as tables: read, and built into entries with errors a person can act on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import tomli

from data_model import days as ds
from data_model.days import Days
from data_model.edtf import days_of_edtf
from data_model.errors import DateError, KnowledgeError

Table = dict[str, Any]
Entry = TypeVar("Entry")


def read_file(name: str, root: Traversable | None = None) -> Table:
    """One file, its name relative to the knowledge folder (or to another that stands for it)."""
    try:
        return tomli.loads(((root or knowledge_folder()) / name).read_text(encoding="utf-8"))
    except (OSError, tomli.TOMLDecodeError) as error:
        msg = f"{name}: {error}"
        raise KnowledgeError(msg) from error


def read_folder(name: str, root: Traversable | None = None) -> Iterator[tuple[str, Table]]:
    """The files of a folder with their names, in alphabetical order."""
    for path in sorted(((root or knowledge_folder()) / name).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            yield f"{name}/{path.name}", read_file(f"{name}/{path.name}", root)


def knowledge_folder() -> Traversable:
    """Where the package keeps its knowledge."""
    return files("data_model.knowledge")


def keyed(name: str, kind: str, build: Callable[[Table], Entry]) -> dict[str, Entry]:
    """The entries of one file by their key."""
    return by_key(name, read_file(name).get(kind, ()), build)


def by_key(name: str, tables: Iterable[Table], build: Callable[[Table], Entry]) -> dict[str, Entry]:
    """Entries by their key.

    Raises:
        KnowledgeError: If an entry is wrong or a key stands twice.
    """
    found: dict[str, Entry] = {}
    for table in tables:
        key, entry = table.get("key", ""), built(name, table, build)
        if key in found:
            msg = f"{name}: the key {key!r} stands twice; every entry needs its own"
            raise KnowledgeError(msg)
        found[key] = entry
    return found


def each_built(name: str, tables: Iterable[Table], build: Callable[[Table], Entry]) -> list[Entry]:
    """Entries in the order of the file."""
    return [built(name, table, build) for table in tables]


def by_each(
    entries: Iterable[Entry], names_of: Callable[[Entry], Iterable[str]]
) -> dict[str, tuple[Entry, ...]]:
    """Entries by each of their names, in the order they come."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in dict.fromkeys(names_of(entry)):
            found[name].append(entry)
    return {name: tuple(group) for name, group in found.items()}


def built(name: str, table: Table, build: Callable[[Table], Entry]) -> Entry:
    """One entry; what is wrong with it is told with file and entry."""
    try:
        return build(table)
    except (KeyError, TypeError, ValueError, DateError) as error:
        which = table.get("key") or table.get("code") or table.get("name") or "?"
        msg = f"{name}: entry {which!r}: {type(error).__name__} {error}"
        raise KnowledgeError(msg) from error


def first_day(value: str) -> date | None:
    """The first day a value of a file allows; None for an empty one."""
    return ds.earliest(days_of_edtf(value)) if value else None


def last_day(value: str) -> date | None:
    """The last day a value of a file allows; None for an empty one."""
    return ds.latest(days_of_edtf(value)) if value else None


def days_between(since: str, until: str) -> Days:
    """The days of a term: from the first day `since` allows to the last day of `until`."""
    found = ds.between(first_day(since), last_day(until))
    if not found:
        msg = f"since {since} is after until {until}"
        raise ValueError(msg)
    return found


def strings(table: Mapping[str, Any], *fields: str) -> tuple[str, ...]:
    """The non-empty strings of some fields, each once, in order."""
    found: dict[str, None] = {}
    for field in fields:
        value = table.get(field, "")
        for name in [value] if isinstance(value, str) else value:
            if name:
                found[name] = None
    return tuple(found)
