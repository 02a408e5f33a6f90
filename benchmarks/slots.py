"""What is fitted: one slot a choice the product makes, with the rows it is learnt from.

A slot is registered by adding it to `SLOTS`; `make fit` then writes its points into its file. For a
document's likely date the product only has to say which values it weighs and what speaks for each:

    def candidates(document: Document) -> list[tuple[str, dict[str, float]]]:
        return [("2014-06", {"printed_in_head": 1.0}), ("2013", {"only_year": 1.0})]

    SLOTS = (Slot("likely", lambda: document_date_rows(candidates), {"printed_in_head": +1}, FILE),)
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.folds import UNREAD, read_folds
from benchmarks.gold_runs import READ_ON, gold_documents
from benchmarks.gold_sets import SETS, pages_of
from benchmarks.honesty import SEEN, corpora
from benchmarks.logit import Points, Row, Signs, binary_shares, fit_binary, fit_softmax, softmax_shares
from data_model import Document, EventDate, dating
from data_model.dating.likely import candidate_years, weigh_years
from data_model.knowledge.load import load_knowledge
from data_model.normalizer import understand

Candidates = Callable[[Document], Iterable[tuple[str, Mapping[str, float]]]]


@dataclass(frozen=True, slots=True)
class Slot:
    """A choice that is fitted.

    Attributes:
        name: What is chosen.
        rows: Makes the rows, every fold among them.
        signs: The features that may have points, each with its declared sign: +1, -1 or 0 (either).
        file: The TOML file the points are written to.
        binary: Whether each candidate is kept or not, instead of one of each group.
        why: What a feature means, for the comment beside its points.
    """

    name: str
    rows: Callable[[], list[Row]]
    signs: Signs
    file: Path
    binary: bool = False
    why: Mapping[str, str] = field(default_factory=dict)

    def fit(self, rows: list[Row]) -> Points:
        """The points that some rows give."""
        return (fit_binary if self.binary else fit_softmax)(rows, self.signs)

    def shares(self, rows: list[Row], points: Points) -> list[float]:
        """What the points say of some rows."""
        return (binary_shares if self.binary else softmax_shares)(rows, points)


def document_date_rows(candidates: Candidates, run: str = "text") -> list[Row]:
    """Rows for the day a document was written: right is what holds the day it was published on.

    Args:
        candidates: The values the product weighs for a document, as EDTF, each with its features.
        run: How much of the pages is known, one of `RUNS`; the publication day itself never is.
    """
    return list(_document_date_rows(candidates, run))


def public_date_rows(mirror: Path, candidates: Candidates, *, weight: float = 1.0) -> list[Row]:
    """The same for the public texts that were seen: right is what holds a day it may be written on.

    Platinum, IEER and NewsWCL50 are kept out of it. Folds are drawn by lot, the fifth never.
    """
    rows = []
    for name, texts in corpora(mirror):
        for at, one in enumerate(texts if name in SEEN else ()):
            key = f"{name}/{at}"
            fold = 1 + int(hashlib.sha256(key.encode()).hexdigest(), 16) % (UNREAD - 1)
            truth = EventDate(f"[{one.first.isoformat()}..{one.last.isoformat()}]")
            for value, features in candidates(Document(key, one.text, language="en")):
                right = EventDate(value).overlaps(truth)
                rows.append(Row(key, fold, key, value, dict(features), right, weight))
    return rows


def _document_date_rows(candidates: Candidates, run: str) -> Iterator[Row]:
    for name in SETS:
        published = {page["id"]: EventDate(page["published"]) for page in pages_of(name)}
        for document in gold_documents(name, "address" if run == "dated" else run):
            key, fold = f"{name}/{document.id}", read_folds()[name, document.id]
            for value, features in candidates(document):
                right = EventDate(value).overlaps(published[document.id])
                yield Row(key, fold, key, value, dict(features), right)


def likely_years(document: Document) -> list[tuple[str, Mapping[str, float]]]:
    """The years a document may be of, each with what its clues say of it."""
    scene = understand(document, load_knowledge(), READ_ON)
    years = candidate_years(scene.when.spans)
    if len(years) < 2:  # noqa: PLR2004 - nothing to choose
        return []
    features = weigh_years(years, scene.clues)
    return [(f"{year:04}", found) for year, found in zip(years, features, strict=True)]


SLOTS = (
    Slot(
        "likely",
        lambda: document_date_rows(likely_years),
        {
            "present": +1,
            "planned": +1,
            "office": +1,
            "chair": +1,
            "member": +1,
            "age": +1,
            "happening": +1,
            "answer": +1,
            "newest": +1,
            "next": +1,
            "beyond": -1,
            "in_office_long": -1,
        },
        Path(dating.__file__).parent / "likely.toml",
        why={
            "present": "a year told in the present",
            "planned": "within what is spoken of as still to come",
            "office": "share of those named with an office who held it",
            "chair": "the country told to preside over a body did so",
            "happening": "a well-known happening as it is spoken of",
            "newest": "the newest year the text tells of as past",
            "next": "the year behind it",
            "beyond": "tenths of a decade behind that",
            "in_office_long": "tenths of a decade since the newest office-holder took office",
        },
    ),
)
