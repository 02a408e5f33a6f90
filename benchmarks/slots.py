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
from benchmarks.gold_runs import gold_documents
from benchmarks.gold_sets import SETS, pages_of
from benchmarks.honesty import SEEN, corpora
from benchmarks.logit import Points, Row, Signs, binary_shares, fit_binary, fit_softmax, softmax_shares
from data_model import Document, EventDate

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


SLOTS: tuple[Slot, ...] = ()


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
