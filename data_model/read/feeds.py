"""Files of feeds (RSS, Atom, RDF): a document an entry. A feed is only ever read from disk, never fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.entities import name2codepoint
from typing import Any, BinaryIO

from data_model.errors import DateError, ReadError
from data_model.read.published import ReadNote, read_published
from data_model.read.reading import Found, Reading, identify, read_whole
from data_model.read.tagged import read_tagged
from data_model.values import Document

_ENTRIES = frozenset(("item", "entry"))
# What a feed calls the whole text (`encoded` is content:encoded), and what it calls a summary.
_TEXTS, _DAYS = (
    ("encoded", "content", "description", "summary"),
    ("pubdate", "published", "date", "issued", "updated"),
)
_KEYS = ("guid", "id", "link", "title")
_LANGUAGE = re.compile(r"[a-z]{2}(?![a-z])")
_MOST_ENTRIES = 100_000
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,10});")


def read_feed(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The documents of a feed's entries; a damaged feed is read as far as it holds."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, recover=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    content = read_whole(stream, source)
    if b"<!ENTITY" in content:
        raise ReadError(source, "the feed defines entities of its own, as none does that is not made to harm")
    root = etree.fromstring(_NAMED.sub(_by_number, content), parser)
    if root is None:
        raise ReadError(source, "the feed is empty or damaged from its beginning on")
    language = _language(root)
    number = 0
    for number, entry in enumerate(_entries(root), start=1):
        if number > _MOST_ENTRIES:
            yield ReadError(source, f"holds more than {_MOST_ENTRIES:,} entries; the rest is not read")
            return
        yield _read_entry(entry, f"{source}, entry {number}", source, reading, language)
    if not number:
        raise ReadError(source, "the feed holds no entries")
    fatal = [error for error in parser.error_log if error.level_name == "FATAL"]
    if fatal:
        why = f"damaged at line {fatal[0].line} ({fatal[0].message}); entries behind it may be missing"
        yield ReadError(source, why)


def _by_number(sign: re.Match[bytes]) -> bytes:
    """A sign HTML has a name for and XML has not, as many feeds write it: "&nbsp;"."""
    code = name2codepoint.get(sign[1].decode("ascii"))
    return b"&#%d;" % code if code else sign[0]


def _entries(root: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml ships no types
    return (element for element in root.iter() if _name(element) in _ENTRIES)


def _name(element: Any) -> str:  # noqa: ANN401
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _read_entry(
    entry: Any,  # noqa: ANN401
    place: str,
    source: str,
    reading: Reading,
    language: str | None,
) -> Document | ReadError:
    fields: dict[str, str] = {}
    for element in entry:
        name, words = _name(element), _words(element)
        if words and (name not in fields or name == "encoded"):
            fields[name] = words
    title = read_tagged(fields.get("title", ""))
    texts = [read_tagged(fields[name]) for name in _TEXTS if fields.get(name)]
    text = max(texts, key=len, default="") or title
    if not text.strip():
        return ReadError(place, "the entry holds neither a text nor a title")
    url = _link(entry, fields)
    key = next((fields[name] for name in _KEYS if fields.get(name)), text)
    written = next((fields[name] for name in _DAYS if fields.get(name)), "")
    return Document(
        id=identify(source, key),
        text=text,
        source=source,
        title=title or None,
        url=url,
        published=_published(written, place, reading),
        language=language,
    )


def _words(element: Any) -> str:  # noqa: ANN401
    """The words of an element, with their marks where they are written as elements."""
    from lxml import etree

    if len(element):
        inner = (etree.tostring(child, encoding="unicode") for child in element)
        return "".join((element.text or "", *inner)).strip()
    return (element.text or "").strip()


def _link(entry: Any, fields: dict[str, str]) -> str | None:  # noqa: ANN401
    """The address of the entry itself: not of a sound, a picture or what it answers."""
    links = [one for one in entry if _name(one) == "link" and one.get("href")]
    own = [one.get("href") for one in links if one.get("rel", "alternate") == "alternate"]
    found = (*own, fields.get("link", ""), fields.get("guid", ""), fields.get("id", ""))
    return next((one for one in found if one.startswith(("http://", "https://"))), None)


def _published(written: str, place: str, reading: Reading) -> date | str | None:
    try:
        return read_published(written)
    except DateError as error:
        reading.on_note(ReadNote(place, "published", written, str(error)))
        return None


def _language(root: Any) -> str | None:  # noqa: ANN401
    own = root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    told = own or next((one.text or "" for one in root.iter() if _name(one) == "language"), "")
    found = _LANGUAGE.match(told.strip().lower())
    return found[0] if found else None
