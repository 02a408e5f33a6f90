"""The rows the choices of time are learnt from: when a document was written, and when an event was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from benchmarks.annotated import annotated_event, annotated_pages, gold_pages, scene_of
from benchmarks.gold_sets import SETS, Record, list_scorer, pages_of
from benchmarks.logit import Row
from data_model import Document, EventDate
from data_model.assemble.events import kept_candidates
from data_model.assemble.when import Dated, weigh_dates
from data_model.dating.likely import candidate_years, weigh_years

Candidates = Callable[[Document], Iterable[tuple[str, Mapping[str, float]]]]


def document_date_rows(candidates: Candidates, run: str = "text") -> list[Row]:
    """Rows for the day a document was written: right is what holds the day it was published on.

    Args:
        candidates: The values the product weighs for a document, as EDTF, each with its features.
        run: How much of the pages is known, one of `RUNS`; the publication day itself never is.
    """
    return list(_document_date_rows(candidates, run))


def _document_date_rows(candidates: Candidates, run: str) -> Iterator[Row]:
    published = {(name, page["id"]): EventDate(page["published"]) for name in SETS for page in pages_of(name)}
    for name, document, fold in gold_pages("address" if run == "dated" else run):
        key = f"{name}/{document.id}"
        for value, features in candidates(document):
            right = EventDate(value).overlaps(published[name, document.id])
            yield Row(key, fold, key, value, dict(features), right)


def likely_years(document: Document) -> list[tuple[str, Mapping[str, float]]]:
    """The years a document may be of, each with what its clues say of it."""
    scene = scene_of(document)
    years = candidate_years(scene.when.spans)
    if len(years) < 2:  # noqa: PLR2004 - nothing to choose
        return []
    features = weigh_years(years, scene.clues)
    return [(f"{year:04}", found) for year, found in zip(years, features, strict=True)]


def date_rows() -> list[Row]:
    """Rows for when an event was that is not the news: right is the annotated time.

    Where no time is the annotated one, it is the narrowest that leaves room for it.
    """
    rows = []
    for name, document, fold, weight in annotated_pages():
        scene = scene_of(document)
        kept = kept_candidates(scene)
        for at, (shown, dates) in enumerate(zip(kept, weigh_dates(scene, kept), strict=True)):
            gold = None if shown.main else annotated_event(name, document, shown.draft, main=False)
            if gold is None or not gold.get("date"):
                continue
            right = [_is_time(one, gold, by_day=document.published is not None) for one in dates]
            if not any(right):
                right = _sharpest(dates, gold)
            key = f"{name}/{document.id}"
            rows += [
                Row(key, fold, f"{key}/{at}", one.when.edtf, dict(one.features), so, weight)
                for one, so in zip(dates, right, strict=True)
            ]
    return rows


def _is_time(one: Dated, gold: Record, *, by_day: bool) -> bool:
    """Whether a time is the annotated one, or as sharp as the text allows where nobody knew its day."""
    scorer = list_scorer()
    event = {"also_accept": (), "date_if_text_only": None} | {k: v for k, v in gold.items() if v is not None}
    golds, said = [event["date"], *event["also_accept"]], one.when.edtf
    if scorer.open_ended(golds):
        return bool(scorer.compatible(said, golds))
    by_text = not by_day and scorer.text_right(said, golds, event["date_if_text_only"])
    return bool(scorer.day_exact(said, golds) or by_text)


def _sharpest(dates: Sequence[Dated], gold: Record) -> list[bool]:
    """Where no time is the annotated one: the narrowest that leaves room for it."""
    scorer = list_scorer()
    golds = [gold["date"], *(gold.get("also_accept") or ())]
    sizes = [
        len(scorer.days_of(one.when.edtf) or ()) if scorer.compatible(one.when.edtf, golds) else 0
        for one in dates
    ]
    least = min((size for size in sizes if size), default=0)
    return [0 < size == least for size in sizes]
