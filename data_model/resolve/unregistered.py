"""Bodies no register holds, by the shape of their names or by a reader that was plugged in.

They join the document's knowledge as entries of their own, so that whatever is told of a registered body
can be told of them. Only names that say what they are count: "Ministry of Agrarian Affairs", "Acme Ltd",
not "Working Group" or "the RLF", unless the text itself says what those letters stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from data_model import days as ds
from data_model.find.names import NameHit
from data_model.find.shapes import NameShape
from data_model.knowledge.entries import OrganizationEntry
from data_model.knowledge.load import Knowledge
from data_model.knowledge.places import country_name
from data_model.knowledge.shapes import load_shape_words
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.spans import Spanned, at_offset, within

KIND = "unregistered"
_OWNER_REACH = 30
_OWNED = re.compile(r"['’]s? $| $")
_OF_COUNTRY = re.compile(r" of (?:the )?$")
_NOT_SLUG = re.compile(r"[\W_]+")
_BRACKET = re.compile(r' \(["“]?([A-ZА-ЯЁ]{2,8})["”]?\)')
# A head with so many words beside it says by itself which body it is: "Revolutionary United Front".
_TELLING = 3
_SPACES = re.compile(r"\s+")


def join_unregistered(
    text: str,
    shapes: Sequence[NameShape],
    hits: Sequence[NameHit],
    registered: Sequence[OrganizationMention],
    countries: Sequence[CountryMention],
    knowledge: Knowledge,
) -> tuple[tuple[OrganizationMention, ...], Knowledge]:
    """All bodies of a text in order, and the knowledge with those of them it did not hold."""
    named = [hit for hit in hits if hit.kind == "organization"]
    found = list(registered)
    entries: dict[str, OrganizationEntry] = {}
    letters: dict[str, str] = {}
    for shape in shapes:
        if shape.kind != "organization" or _shares(registered, shape) or _shares(named, shape):
            continue
        key = letters.get(shape.text, "")
        if not key and _says_what_it_is(shape, within(countries, shape.start, shape.stop)):
            entry = _entry(text, shape, countries)
            key = entry.key
            entries.setdefault(key, entry)
            if entry.abbr:
                letters[entry.abbr] = key
        if key:
            found.append(OrganizationMention(shape.start, shape.stop, shape.text, key, "full", shape.clue))
    if entries:  # a registered body keeps its key
        knowledge = replace(knowledge, organizations={**entries, **knowledge.organizations})
    return tuple(sorted(found, key=lambda one: one.start)), knowledge


def _shares(taken: Sequence[Spanned], shape: NameShape) -> bool:
    return bool(
        at_offset(taken, shape.start)
        or at_offset(taken, shape.stop - 1)
        or within(taken, shape.start, shape.stop)
    )


def _says_what_it_is(shape: NameShape, inside: Sequence[CountryMention]) -> bool:
    """Whether the name alone tells the body: by a purpose, by its country, by the ending of a firm."""
    if shape.reader or shape.clue == "firm":
        return True
    words = shape.text.split()
    tables = load_shape_words()
    if shape.clue not in ("head", "headline") or any(word in tables.generic for word in words):
        return False
    telling = shape.clue == "head" and len(words) >= _TELLING
    return telling or bool(inside) or any(word in tables.links for word in words)


def _entry(text: str, shape: NameShape, countries: Sequence[CountryMention]) -> OrganizationEntry:
    name = _SPACES.sub(" ", shape.text)
    country = next(iter(within(countries, shape.start, shape.stop)), None)
    code = country.code if country else ""
    if not country and (owner := _owner(text, shape, countries)):
        code = owner.code
        name = f"{name} of {country_name(code)}"
    bracket = _BRACKET.match(text, shape.stop)
    everything = ds.between(None, None)
    return OrganizationEntry(
        key=_NOT_SLUG.sub("-", name.lower()).strip("-"),
        name=name,
        abbr=bracket[1] if bracket else "",
        kind=KIND,
        parent="",
        country=code,
        family="",
        names=(name,),
        abbrs=(),
        context=(),
        founded=everything,
        dissolved=everything,
        members=(),
        signs=(),
    )


def _owner(text: str, shape: NameShape, countries: Sequence[CountryMention]) -> CountryMention | None:
    """The country directly before or behind the name: "Ruritania’s Ministry of Peace"."""
    before = within(countries, shape.start - _OWNER_REACH, shape.start)
    behind = within(countries, shape.stop, shape.stop + _OWNER_REACH)
    near: Iterator[CountryMention] = chain(
        (one for one in before[-1:] if _OWNED.fullmatch(text, one.stop, shape.start)),
        (one for one in behind[:1] if _OF_COUNTRY.fullmatch(text, shape.stop, one.start)),
    )
    return next((one for one in near if one.named), None)
