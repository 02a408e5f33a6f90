"""Our product in the shape the public scorers ask for: one function for each."""

from __future__ import annotations

import re
from datetime import date

from data_model import find_dates
from data_model.errors import ReadError
from data_model.find.names import find_names
from data_model.find.roots import find_root
from data_model.find.shapes import find_shapes
from data_model.knowledge.folding import grammar_of, lemma_of
from data_model.knowledge.load import load_knowledge
from data_model.read.languages import read_language
from data_model.read.pages import read_page
from data_model.resolve.countries import CountryMention, resolve_countries
from data_model.spans import at_offset

_LABELS = {"person": "PERSON", "organization": "ORG"}
# Ways of naming that need no context: a bare surname is told by the shapes of its text.
_NAMED = ("full", "patronymic", "abbr")

# The corpora end a Russian expression before the full stop of an abbreviated year: "2012 г".
_YEAR_ABBREVIATIONS = ("г.", "гг.")
_NEXT_RUSSIAN = re.compile(r"\s+([А-Яа-яЁё-]+)")


def dates(text: str, dct: str | None) -> list[tuple[int, int, str, str]]:
    """Expressions of time: start, stop, TIMEX3 value, kind. `dct` is the day the text was written."""
    written = date.fromisoformat(dct[:10]) if dct else None
    found = (part for one in find_dates(text, written) for part in one.parts or (one,))
    return [
        (one.start, one.stop - one.text.endswith(_YEAR_ABBREVIATIONS), one.value, one.kind) for one in found
    ]


def pages(text: str, dct: str | None) -> list[tuple[int, int, str]]:
    """The day a web page was published, of its HTML."""
    del dct
    try:
        published = read_page(text, "page.html").published
    except ReadError:
        return []
    return [(0, 0, str(published))] if published else []


def roots(
    text: str, dct: str | None, source: str | None = None, target: str | None = None
) -> list[tuple[int, int, str]]:
    """The PLOVER root of a sentence whose two actors are known; the action stands behind the first."""
    del dct
    actors = [(text.find(name), name) for name in (source, target) if name and name in text]
    spans = [(at, at + len(name)) for at, name in actors]
    behind = min(spans)[1] if spans else 0
    root = find_root(text, behind, len(text), spans) or find_root(text, 0, len(text))
    return [(0, len(text), root)] if root else []


def countries_named(text: str, dct: str | None) -> list[tuple[int, int, str]]:
    """Countries the text names itself, for a corpus that marks cities as something else."""
    del dct
    found = resolve_countries(text, find_names(text), load_knowledge())
    return [(one.start, one.stop, one.code) for one in found if one.named]


def countries(text: str, dct: str | None) -> list[tuple[int, int, str]]:
    """Countries named or implied by a city, a state or a people: start, stop, ISO 3166-1 alpha-2."""
    del dct
    found = resolve_countries(text, find_names(text), load_knowledge())
    if read_language(text) == "ru":
        found = tuple(one for one in found if _is_state_in_russian(text, one))
    return [(one.start, one.stop, one.code) for one in found]


def names(text: str, dct: str | None) -> list[tuple[int, int, str]]:
    """People and bodies, registered or told by their shape: start, stop, PERSON or ORG."""
    del dct
    hits = find_names(text)
    shapes = find_shapes(text, hits)
    found = [(one.start, one.stop, _LABELS[one.kind]) for one in shapes]
    for hit in hits:
        told = hit.kind in _LABELS and hit.text[:1].isupper() and hit.names[0].how in _NAMED
        if told and not (at_offset(shapes, hit.start) or at_offset(shapes, hit.stop - 1)):
            found.append((hit.start, hit.stop, _LABELS[hit.kind]))
    return found


def _is_state_in_russian(text: str, country: CountryMention) -> bool:
    """What the Russian corpus calls COUNTRY: the name, and the adjective of all but people and languages.

    Cities and peoples have classes of their own there.
    """
    if country.how != "adjective":
        return country.how in ("name", "abbr")
    stop = country.stop
    while word := _NEXT_RUSSIAN.match(text, stop):
        marks = grammar_of(word[1].lower())
        if "NOUN" in marks:
            return "anim" not in marks and lemma_of(word[1].lower()) != "язык"
        if marks.isdisjoint(("ADJF", "PRTF", "CONJ")):
            break
        stop = word.end()
    return True
