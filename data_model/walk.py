"""How documents are to be understood, as a value that another process can be handed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data_model.find.readers import NameReader, load_readers
from data_model.normalizer import normalize
from data_model.pipeline import pipeline_version
from data_model.values import Document, Normalized


@dataclass(frozen=True, slots=True)
class Walk:
    """The walk of a document, with what was asked for.

    Attributes:
        as_of: The texts were written on this day or earlier.
        ignore_published: Whether publication dates given beside texts are only kept.
        readers: Names of the plugged-in readers (`load_readers`), loaded once a process.
    """

    as_of: date
    ignore_published: bool = False
    readers: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Normalized:
        """Understand one document."""
        return normalize(
            document,
            as_of=self.as_of,
            ignore_published=self.ignore_published,
            readers=_loaded(self.readers),
        )

    @property
    def pipeline(self) -> str:
        """The version of the walk, but for its day: today moves and leaves old answers right.

        Raises:
            ReaderMissing: If a reader is unknown or its library is not installed.
        """
        version = pipeline_version(one.name for one in _loaded(self.readers))
        return version + (" without publication dates" if self.ignore_published else "")


@lru_cache(maxsize=8)
def _loaded(names: tuple[str, ...]) -> tuple[NameReader, ...]:
    return load_readers(names)
