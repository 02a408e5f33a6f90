"""Which reports without a day may tell of one happening: how often that is so, beside tf-idf.

Three piles, nothing but the bare texts: NewsWCL50 (fifty articles on ten happenings, with the day they were
gathered; only with `--mirror folder`); the reports of `gold/linking`, where half of what looks alike was made
to be confused; and the other annotated pages, of which hardly two are of one happening.
The peer is the cosine of tf-idf over the pile itself at the threshold that suits that pile best. `--freeze`
writes `undated.csv`; a pile that was not run keeps its rows.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from math import log, sqrt
from pathlib import Path
from typing import NamedTuple

from benchmarks import newswcl
from benchmarks.folds import happenings_of, told_documents
from benchmarks.gold_runs import READ_ON
from benchmarks.gold_sets import SETS, linking_scorer, pages_of
from benchmarks.linking import FOLDER
from benchmarks.scorers.common import Mirror
from benchmarks.tabled import tell
from data_model import Document, Report, link_events, normalize, read_paths

FROZEN = Path(__file__).parent / "undated.csv"
COLUMNS = ("pile", "reports", "how", "pairs linked", "right", "P", "R", "F1")
_THRESHOLDS = [step / 100 for step in range(10, 61, 2)]
_WORD = re.compile(r"[^\W\d_]{3,}")

Pair = tuple[str, str]


class Pile(NamedTuple):
    """Bare texts and which of them are of one happening.

    Attributes:
        name: What it is called in the table.
        texts: By name.
        home: The happening of each, "" where it is of none that another is of.
        as_of: The day they are read.
    """

    name: str
    texts: Mapping[str, str]
    home: Mapping[str, str]
    as_of: date | None


def main() -> None:
    """The table, written when asked."""
    asked = argparse.ArgumentParser(description="Which reports without a day may tell of one happening.")
    asked.add_argument("--mirror", type=Path, help="folder with the public corpora, one git folder each")
    asked.add_argument("--freeze", action="store_true", help=f"write {FROZEN.name}")
    given = asked.parse_args()
    piles = [_linking_set(), _pages()]
    if given.mirror:
        piles.insert(0, _newswcl(given.mirror))
    rows = [row for pile in piles for row in _rows(pile)]
    kept = [row for row in _frozen() if row[0] not in {pile.name for pile in piles}]
    tell(COLUMNS, [*kept, *rows], FROZEN if given.freeze else None)


def _frozen() -> list[tuple[str, ...]]:
    if not FROZEN.exists():
        return []
    with FROZEN.open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines)][1:]


def _newswcl(mirror: Path) -> Pile:
    texts = newswcl.articles(Mirror(str(mirror)))
    home = {name: name.partition("_")[0] for name in texts}
    return Pile("NewsWCL50", texts, home, newswcl.GATHERED)


def _linking_set() -> Pile:
    documents = [one for one in read_paths([FOLDER / "documents.jsonl"]) if not isinstance(one, Exception)]
    gold = linking_scorer().read(FOLDER / "gold.jsonl")
    home = {row["id"]: row["cluster"] for row in gold if row["kind"] == "document"}
    return Pile("gold/linking", {one.id: one.text for one in documents}, home, READ_ON)


def _pages() -> Pile:
    texts = {f"{name}/{page['id']}": page["text"] for name in SETS for page in pages_of(name)}
    told = happenings_of(list(told_documents()))
    home = {"/".join(one.key): str(at) for at, happening in enumerate(told) for one in happening}
    return Pile("other annotated pages", texts, home, READ_ON)


def _rows(pile: Pile) -> Iterator[tuple[str, ...]]:
    same = {
        pair
        for pair in combinations(sorted(pile.texts), 2)
        if pile.home.get(pair[0]) and pile.home.get(pair[0]) == pile.home.get(pair[1])
    }
    yield _row(pile, "ours", _linked(pile), same)
    likeness = _tf_idf(pile.texts)
    best = max(
        ({pair for pair, share in likeness.items() if share >= least} for least in _THRESHOLDS),
        key=lambda pairs: (_f1(pairs, same), -len(pairs)),
    )
    if same:
        yield _row(pile, "tf-idf at its best", best, same)


def _linked(pile: Pile) -> set[Pair]:
    documents = (Document(name, text) for name, text in pile.texts.items())
    reports = [Report(one, normalize(one, as_of=pile.as_of)) for one in documents]
    home = {event.id: one.document.id for one in reports for event in one.normalized.events}
    alike = (link for link in link_events(reports) if link.kind == "alike")
    return {_pair(home[link.one], home[link.other]) for link in alike}


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _tf_idf(texts: Mapping[str, str]) -> dict[Pair, float]:
    """Cosines of (1 + log tf) · idf over the words of the pile."""
    counts = {name: Counter(_WORD.findall(text.lower())) for name, text in texts.items()}
    seen = Counter(word for words in counts.values() for word in words)
    rare = {word: log(len(texts) / many) for word, many in seen.items()}
    vectors = {
        name: {word: (1 + log(many)) * rare[word] for word, many in words.items()}
        for name, words in counts.items()
    }
    size = {
        name: sqrt(sum(weight * weight for weight in own.values())) or 1.0 for name, own in vectors.items()
    }
    return {
        (one, other): sum(weight * vectors[other].get(word, 0.0) for word, weight in vectors[one].items())
        / (size[one] * size[other])
        for one, other in combinations(sorted(texts), 2)
    }


def _f1(found: Iterable[Pair], same: set[Pair]) -> float:
    pairs = set(found)
    return 2 * len(pairs & same) / (len(pairs) + len(same)) if pairs or same else 0.0


def _row(pile: Pile, how: str, found: set[Pair], same: set[Pair]) -> tuple[str, ...]:
    right = len(found & same)
    told = [f"{right / max(len(found), 1):.2f}", f"{right / len(same):.2f}", f"{_f1(found, same):.2f}"]
    return (
        pile.name, str(len(pile.texts)), how, str(len(found)), str(right), *(told if same else ("", "", "")),
    )  # fmt: skip


if __name__ == "__main__":
    main()
