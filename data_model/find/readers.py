"""Plugged-in readers of names: one protocol, off by default, chosen by name.

A reader is a model that finds people and bodies in a text. What the register knows comes first, what a
reader finds comes before what the shape of a name tells, and every mention a reader found says so.
To add one: a class with the four members of `NameReader`, a line in `_MAKERS`, an extra in pyproject.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any, Protocol

from data_model.errors import ReaderMissing
from data_model.find.shapes import NameShape
from data_model.spans import at_offset, within

_KINDS = {"PER": "person", "PERSON": "person", "ORG": "organization"}
_SPACY_MODEL = "en_core_web_sm"


class NameReader(Protocol):
    """Finds names in texts of some languages."""

    @property
    def name(self) -> str:
        """What mentions and the pipeline call it, with its version: "natasha 1.6.0"."""

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes of the texts it is for."""

    def read_names(self, text: str) -> Iterable[NameShape]:
        """People and bodies in order of place."""


class NatashaReader:
    """natasha's neural tagger of Russian news, its vectors in the package (MIT)."""

    extra = "natasha"
    languages = frozenset({"ru"})

    def __init__(self) -> None:
        """Load the library.

        Raises:
            ReaderMissing: If it is not installed.
        """
        try:
            import natasha
        except ImportError as error:
            raise ReaderMissing(self.extra, "its library") from error
        self.name = f"natasha {version('natasha')}"
        self._document: Callable[[str], Any] = natasha.Doc
        self._segmenter = natasha.Segmenter()
        self._tagger = natasha.NewsNERTagger(natasha.NewsEmbedding())

    def read_names(self, text: str) -> Iterator[NameShape]:
        """Names by the tagger."""
        document = self._document(text)
        document.segment(self._segmenter)
        document.tag_ner(self._tagger)
        yield from _shapes(self.name, ((s.start, s.stop, s.type) for s in document.spans), text)


class SpacyReader:
    """The named entities of a spaCy pipeline (MIT); `model` is a package or a folder."""

    extra = "spacy"
    languages = frozenset({"en"})

    def __init__(self, model: str = _SPACY_MODEL) -> None:
        """Load the library and the pipeline.

        Raises:
            ReaderMissing: If either is not installed.
        """
        try:
            import spacy
        except ImportError as error:
            raise ReaderMissing(self.extra, "its library") from error
        try:
            self._pipeline = spacy.load(model)
        except OSError as error:
            raise ReaderMissing(self.extra, f"the pipeline {model!r}") from error
        meta = self._pipeline.meta
        self.name = f"spacy {version('spacy')} {meta['name']} {meta['version']}"

    def read_names(self, text: str) -> Iterator[NameShape]:
        """Names by the pipeline."""
        found = ((one.start_char, one.end_char, one.label_) for one in self._pipeline(text).ents)
        yield from _shapes(self.name, found, text)


_MAKERS: Mapping[str, Callable[..., NameReader]] = {one.extra: one for one in (NatashaReader, SpacyReader)}


def load_readers(names: Iterable[str]) -> tuple[NameReader, ...]:
    """The readers of these names: "natasha", "spacy", "spacy:PIPELINE".

    Raises:
        ReaderMissing: If one is unknown, or what it needs is not installed.
    """
    found = []
    for name in names:
        kind, colon, model = name.partition(":")
        if kind not in _MAKERS:
            raise ReaderMissing(name, "", tuple(_MAKERS))
        found.append(_MAKERS[kind](model) if colon else _MAKERS[kind]())
    return tuple(found)


def read_names(
    text: str, language: str, shapes: Sequence[NameShape], readers: Sequence[NameReader]
) -> tuple[NameShape, ...]:
    """The shapes of a text with what the readers of its language found in their place."""
    kept: list[NameShape] = []
    for reader in readers:
        if language in reader.languages:
            found = sorted(reader.read_names(text), key=lambda one: one.start)
            kept = sorted((*kept, *_apart(found, kept)), key=lambda one: one.start)
    return tuple(sorted((*kept, *_apart(shapes, kept)), key=lambda one: one.start))


def _apart(shapes: Sequence[NameShape], others: Sequence[NameShape]) -> list[NameShape]:
    return [
        one
        for one in shapes
        if not (
            at_offset(others, one.start)
            or at_offset(others, one.stop - 1)
            or within(others, one.start, one.stop)
        )
    ]


def _shapes(reader: str, spans: Iterable[tuple[int, int, str]], text: str) -> Iterator[NameShape]:
    for start, stop, label in spans:
        if label in _KINDS and text[start:stop].strip():
            yield NameShape(start, stop, text[start:stop], _KINDS[label], label, reader)
