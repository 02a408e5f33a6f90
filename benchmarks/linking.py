"""`make linking`: which reports are one happening, beside simple answers and with each rule left out.

The set is `gold/linking/`, its scorer as it came. Rows: the product as imported; the same linker on the facts
the annotators wrote down, which shows what reading costs; four answers without points; and the product with
one comparison at no points, or one kind of veto ignored. What makes nothing worse when left out may go.
The last row adds reports that have nothing to do with the set, and counts the links they change.
`--freeze` writes `linking.csv`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.gold_runs import gold_documents
from benchmarks.gold_sets import GOLD, SETS, linking_scorer
from benchmarks.tabled import tell
from data_model import EventDate, Report, Store, link_store, normalize, read_paths
from data_model.joining import joined
from data_model.link import compare as comparing
from data_model.link.linker import link_tellings
from data_model.link.points import points
from data_model.link.telling import tellings_of
from data_model.spellings import surname_key
from data_model.tellings import Form, Telling, days_of

FROZEN = Path(__file__).parent / "linking.csv"
FOLDER = GOLD / "linking"
READ_ON = EventDate("2025-12-31").latest
COLUMNS = (
    "what",
    "pairs P",
    "pairs R",
    "CoNLL F1",
    "hard negatives merged",
    "announcements joined",
    "outcome right",
)
# Words of the annotators for kinds of ours.
_KINDS = {"attack": "military", "decision": "sanction"}
# So many copies of the other annotated pages, each at other days, stand for a pile that grows.
_COPIES, _YEARS = 9, 20

Together = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, as text."""

    what: str
    figures: tuple[str, ...]


def main() -> None:
    """The table, written when asked."""
    asked = argparse.ArgumentParser(description="How right the linker is.")
    asked.add_argument("--freeze", action="store_true", help=f"write {FROZEN.name}")
    asked.add_argument("--folder", type=Path, default=FOLDER, help="another set of the same kind")
    given = asked.parse_args()
    rows = [(row.what, *row.figures) for row in all_rows(given.folder)]
    tell(COLUMNS, rows, FROZEN if given.freeze else None)


def all_rows(folder: Path) -> Iterator[Row]:
    """Every line."""
    reports, gold = read_set(folder)
    tellings = [telling for report in reports for telling in tellings_of(report)]
    mains = {telling.document: telling for telling in tellings if telling.main}
    yield _row("product", gold, _predicted_by_store(reports))
    perfect = list(perfectly_read(mains, gold))
    yield _row("the same on perfectly read events", gold, _predicted(perfect, _linked(perfect)))
    for name, same in BASELINES.items():
        together = joined(
            (one.id, other.id) for one, other in combinations(mains.values(), 2) if same(one, other)
        )
        yield _row(name, gold, _predicted(mains.values(), together))
    for name in sorted(points().worth.keys() - {"people_at_most"}):
        with without_points(name):
            yield _row(f"without points for {name}", gold, _predicted(mains.values(), _linked(tellings)))
    for ask in comparing.COMPARISONS:
        with without_vetoes(ask):
            together = _linked(tellings)
        yield _row(f"without vetoes of {ask.__name__.strip('_')}", gold, _predicted(mains.values(), together))
    yield _grown(tellings)


def read_set(folder: Path) -> tuple[list[Report], list[dict[str, Any]]]:
    """The reports of a set as the product reads them, and what was annotated."""
    documents = [one for one in read_paths([folder / "documents.jsonl"]) if not isinstance(one, Exception)]
    reports = [Report(one, normalize(one, as_of=READ_ON)) for one in documents]
    return reports, linking_scorer().read(folder / "gold.jsonl")


def perfectly_read(mains: Mapping[str, Telling], gold: Iterable[dict[str, Any]]) -> Iterator[Telling]:
    """The main event of each report with the annotators' facts in place of ours."""
    rows = list(gold)
    kinds = {row["id"]: _KINDS.get(row["type"], row["type"]) for row in rows if row["kind"] == "cluster"}
    for row in rows:
        if row["kind"] == "document" and row["id"] in mains:
            yield _perfect(mains[row["id"]], row, kinds[row["cluster"]])


def _perfect(read: Telling, row: dict[str, Any], kind: str) -> Telling:
    known = {surname_key(name): token for token, name in read.names.items() if token.startswith("p:")}
    known |= {token[2:].rpartition("-")[2]: token for token in read.headline}
    people = frozenset(
        known.get(surname_key(name)) or known.get(name.lower().split()[-1], f"p:{name}")
        for name in row["participants"] or ()
    )
    bodies = frozenset(f"o:{body.lower().replace(' ', '-')}" for body in row["bodies"] or ())
    city, _, land = (row["place"] or "").partition(", ")
    first, last = days_of(EventDate(row["date"]))
    seated = {2: Form.PAIR, 3: Form.THREE}.get(len(people), Form.BODY if bodies else Form.OTHER)
    form = {"call": Form.CALL, "summit": Form.BODY, "meeting": seated, "visit": seated}.get(kind, Form.OTHER)
    place = f"l:{city}" if city else ""
    return replace(
        read, type=kind, status=row["status"], edtf=row["date"], first=first, last=last, width=last - first,
        stated=True, people=people, bodies=bodies, convened=bodies if form is Form.BODY else frozenset(),
        countries=frozenset(), city=place, land=land, form=form,
        words=frozenset(word for word in read.words if word[0] in "nw") | people | bodies,
        report=read.report | people | bodies | ({place} if place else set()),
        headline=read.headline & people, names={token: token for token in people | bodies},
    )  # fmt: skip


def _same_day(one: Telling, other: Telling) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _near(one: Telling, other: Telling) -> bool:
    meet = one.first <= other.last and other.first <= one.last
    return meet and bool((one.people & other.people) or (one.bodies & other.bodies))


BASELINES: Mapping[str, Callable[[Telling, Telling], bool]] = {
    "everything apart": lambda _one, _other: False,
    "same date and type": lambda one, other: _same_day(one, other) and one.type == other.type,
    "same date and a participant": lambda one, other: (
        _same_day(one, other) and bool(one.people & other.people)
    ),
    "days overlap, a person or body in common": _near,
}


@contextmanager
def without_points(name: str) -> Iterator[None]:
    """The linker with one comparison at nothing."""
    less = replace(points(), worth={**points().worth, name: 1e-9})
    with patch.object(comparing, "points", lambda: less):
        yield


@contextmanager
def without_vetoes(ask: comparing.Compare) -> Iterator[None]:
    """The linker with what one comparison excludes only unsaid."""

    def mild(one: Telling, other: Telling) -> Iterator[comparing.Said]:
        try:
            yield from ask(one, other)
        except comparing.Veto:
            return

    asked = tuple(mild if one is ask else one for one in comparing.COMPARISONS)
    with patch.object(comparing, "COMPARISONS", asked):
        yield


def _linked(tellings: Iterable[Telling]) -> Together:
    return joined((link.one, link.other) for link in link_tellings(tellings) if link.kind != "apart")


def _predicted(mains: Iterable[Telling], together: Together) -> list[dict[str, Any]]:
    return [
        {"id": one.document, "happening": together.get(one.id, one.id), "status": one.status, "outcome": None}
        for one in mains
    ]


def _predicted_by_store(reports: Iterable[Report]) -> list[dict[str, Any]]:
    told = list(reports)
    with Store.in_memory() as store:
        store.add(told)
        link_store(store)
        predicted = []
        for report in told:
            main = next((event for event in report.normalized.events if event.main), None)
            happening = store.event(main.id).event if main else None
            predicted.append(
                {
                    "id": report.document.id,
                    "happening": happening.id if happening else None,
                    "status": main.status if main else None,
                    "outcome": happening.status if happening else None,
                }
            )
    return predicted


def _row(what: str, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> Row:
    out, *_ = linking_scorer().score(gold, predicted)
    merged, plans = out["hard negatives"], out["planned to outcome"]
    told = [one["outcome"] for one in predicted]
    return Row(
        what,
        (
            f"{out['pairs']['P']:.3f}",
            f"{out['pairs']['R']:.3f}",
            f"{out['CoNLL']:.3f}",
            f"{merged['merged']} of {merged['cluster pairs']}",
            f"{plans['joined to a later report']} of {plans['announcements']}",
            f"{plans['and the happening shows the outcome']} of {plans['announcements']}"
            if any(told)
            else "",
        ),
    )


def _grown(tellings: list[Telling]) -> Row:
    """How many links of the set are lost or new when other reports are added."""
    others = list(_others())
    alone = {(link.one, link.other, link.kind) for link in link_tellings(tellings)}
    ours = {telling.id for telling in tellings}
    grown = {
        (link.one, link.other, link.kind)
        for link in link_tellings([*tellings, *others])
        if link.one in ours and link.other in ours
    }
    return Row(
        f"links lost, and new, with {len(others):,} other events",
        (str(len(alone - grown)), str(len(grown - alone))),
    )


@cache
def _pages() -> tuple[tuple[Telling, ...], ...]:
    reports = (
        Report(document, normalize(document, as_of=READ_ON))
        for name in SETS
        for document in gold_documents(name, "dated")
    )
    return tuple(tuple(tellings_of(report)) for report in reports)


def _others() -> Iterator[Telling]:
    """The other annotated pages, over and over at other days."""
    for copy in range(_COPIES):
        for number, page in enumerate(_pages()):
            shift = (copy * 997 + number * 31) % (_YEARS * 365) - _YEARS * 180
            for telling in page:
                name = f"{copy}/{number}/{telling.id}"
                yield replace(
                    telling, id=name, document=f"{copy}/{number}", content=name,
                    first=telling.first + shift, last=telling.last + shift,
                )  # fmt: skip


if __name__ == "__main__":
    main()
