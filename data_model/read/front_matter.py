"""The fields over a Markdown text, as Obsidian, Hugo and Jekyll write them: title, day, address, language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

import tomli

from data_model.errors import DateError
from data_model.read.published import OnNote, ReadNote, read_published
from data_model.values import Document

_BLOCK = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.{0,65536}?\n)?\1[ \t]*(?:\n|\Z)", re.DOTALL)
# A field on its own line; lists and nested ones say nothing that is needed here.
_FIELD = re.compile(r"^([A-Za-z_][\w .-]*?)[ \t]*:[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"""^(["'])(.*)\1$""")
_LANGUAGE = re.compile(r"[a-z]{2}(?![a-z])")
# Names the programs use; the first that is there counts. When a note was made is not when it was published.
_TITLE, _URL = ("title",), ("url", "link", "source", "canonical_url", "permalink")
_DAY, _LANG = ("published", "pubdate", "date"), ("lang", "language")


def read_front_matter(document: Document, on_note: OnNote) -> Document:
    """The document without the fields over its text, and with what they say; itself when it has none."""
    block = _BLOCK.match(document.text)
    if block is None:
        return document
    fields = dict(_toml_fields(block[2] or "") if block[1] == "+++" else _fields(block[2] or ""))
    text = document.text[block.end() :].lstrip("\n")
    if not fields or not text.strip():
        return document
    addresses = (fields[name] for name in _URL if name in fields)
    language = _LANGUAGE.match(_first(fields, _LANG).lower())
    return replace(
        document,
        text=text,
        title=_first(fields, _TITLE) or None,
        url=next((one for one in addresses if one.startswith(("http://", "https://"))), None),
        published=_published(_first(fields, _DAY), document.source, on_note),
        language=language[0] if language else None,
    )


def _fields(block: str) -> Iterator[tuple[str, str]]:
    for name, value in _FIELD.findall(block):
        quoted = _QUOTED.match(value)
        yield name.lower(), quoted[2] if quoted else value.split(" #")[0].rstrip()


def _toml_fields(block: str) -> Iterator[tuple[str, str]]:
    with suppress(tomli.TOMLDecodeError):
        yield from ((name.lower(), str(value)) for name, value in tomli.loads(block).items())


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _published(written: str, source: str, on_note: OnNote) -> date | str | None:
    try:
        return read_published(written)
    except DateError as error:
        on_note(ReadNote(source, "date", written, str(error)))
        return None
