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
from benchmarks.gold_sets import SETS, Record, gold_of, pages_of
from benchmarks.honesty import SEEN, corpora
from benchmarks.labels import event_at, types_of
from benchmarks.logit import Points, Row, Signs, binary_shares, fit_binary, fit_softmax, softmax_shares
from data_model import EVENT_TYPES, Document, EventDate, assemble, dating
from data_model.assemble.drafts import Draft
from data_model.assemble.event_types import PLACES, weigh_types
from data_model.assemble.events import draft_events
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
    published = {(name, page["id"]): EventDate(page["published"]) for name in SETS for page in pages_of(name)}
    for name, document, fold in _gold_pages("address" if run == "dated" else run):
        key = f"{name}/{document.id}"
        for value, features in candidates(document):
            right = EventDate(value).overlaps(published[name, document.id])
            yield Row(key, fold, key, value, dict(features), right)


def likely_years(document: Document) -> list[tuple[str, Mapping[str, float]]]:
    """The years a document may be of, each with what its clues say of it."""
    scene = understand(document, load_knowledge(), READ_ON)
    years = candidate_years(scene.when.spans)
    if len(years) < 2:  # noqa: PLR2004 - nothing to choose
        return []
    features = weigh_years(years, scene.clues)
    return [(f"{year:04}", found) for year, found in zip(years, features, strict=True)]


def event_type_rows() -> list[Row]:
    """Rows for the type of an event: right is that of the annotated event whose words its trigger lies in."""
    rows = []
    for name, document, fold in _gold_pages("dated"):
        scene = understand(document, load_knowledge(), READ_ON)
        drafts, main = draft_events(scene)
        for at, draft in enumerate(drafts):
            gold = _gold_event(name, document, draft, main=at == main)
            if gold is None:
                continue
            right = types_of(gold)
            key = f"{name}/{document.id}"
            for kind, features in weigh_types(scene, draft, main=at == main).items():
                rows.append(Row(key, fold, f"{key}/{at}", kind, dict(features), kind in right))
    return rows


def _gold_pages(run: str) -> Iterator[tuple[str, Document, int]]:
    """Every page as a run has it, with its set and its fold."""
    for name in SETS:
        for document in gold_documents(name, run):
            yield name, document, read_folds()[name, document.id]


def _gold_event(name: str, document: Document, draft: Draft, *, main: bool) -> Record | None:
    """The annotated event a draft tells of; of `dev` only the main one is annotated."""
    if name != "dev":
        return event_at(name, document, draft.mention.start)
    event: Record = gold_of(name)[document.id]["main_event"]
    return event if main else None


SLOTS = (
    Slot(
        "types",
        event_type_rows,
        {
            **{f"{place}_{how}": +1 for place in PLACES for how in ("names", "share", "suggests")},
            **{f"is_{kind}": 0 for kind in EVENT_TYPES},
            "first": +1,
            "nearest": +1,
            "listed": +1,
            "root": +1,
            "nothing": +1,
        },
        Path(assemble.__file__).parent / "types.toml",
        why={
            "first": "the first word of the clause that names a type",
            "nearest": "the word nearest to the verb or date that names a type",
            "listed": "the type of the listed action (actions.toml)",
            "root": "its PLOVER root goes with the type",
            "nothing": "no word of the clause names a type: other",
        },
    ),
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
