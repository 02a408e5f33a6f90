"""`python -m benchmarks.folds`: five folds of the annotated sets, by happening, written to `gold/folds.toml`.

Reports of one happening share a fold, so that nothing fitted on four folds has met what the fifth asks about.
Two documents tell of one happening when the true days of their main events lie within three days of each
other and they share a participant, two participating countries, a body or most words of a headline; or when
a fifth of the one's wording is in the other. This joins too much rather than too little: two sittings of one
council on one day are one happening here. With the same headline and somebody in common, weeks may lie
between.

**The fifth fold is not read**: its texts and errors are never opened, only its figures are printed. The seeds
and `dev` were read while the rules of 0.1.0 were written, so their happenings lie in the first four folds.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any

from benchmarks.gold_sets import (
    GOLD,
    SEEDS,
    SETS,
    Record,
    gold_of,
    language_of,
    list_scorer,
    main_scorer,
    pages_of,
)

FILE = GOLD / "folds.toml"
FOLDS = (1, 2, 3, 4, 5)
UNREAD = 5
_READ_BEFORE = ("seeds", "dev")
_NEAR_DAYS = 3
# A main event known no better than by its month is near to nothing: only words can tell that it is the same.
_WIDEST = 31
_MOVED_DAYS, _ANY_WIDTH = 45, 10**6
_TWO_COUNTRIES = 2
_SAME_TITLE = 0.5
_SAME_WORDING = 0.2
_RUN_OF_WORDS = 5


@dataclass(frozen=True, slots=True)
class Told:
    """What a document tells of its main event, as far as it takes to know it again."""

    group: str
    document: str
    language: str
    text: str
    titles: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    people: tuple[str, ...]
    countries: frozenset[str]
    bodies: tuple[Any, ...]
    cluster: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The set and the document."""
        return self.group, self.document


@lru_cache
def read_folds() -> dict[tuple[str, str], int]:
    """The fold of each document, by its set and id."""
    table: dict[str, dict[str, int]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {(group, document): fold for group, rows in table.items() for document, fold in rows.items()}


def fold_of(happenings: list[list[Told]]) -> dict[tuple[str, str], int]:
    """The folds anew: the largest happenings first, each into the fold that holds least of its sets."""
    folds: dict[tuple[str, str], int] = {}
    filled: Counter[tuple[int, tuple[str, str]]] = Counter()
    for happening in sorted(happenings, key=_order):
        read = any(one.group in _READ_BEFORE for one in happening)
        strata = [(one.group, one.language) for one in happening]
        fold = min(
            FOLDS[:-1] if read else FOLDS,
            key=lambda fold: (sum(filled[fold, each] for each in strata), _size(filled, fold), fold),
        )
        for one, stratum in zip(happening, strata, strict=True):
            folds[one.key] = fold
            filled[fold, stratum] += 1
    return folds


def happenings_of(told: list[Told]) -> list[list[Told]]:
    """The documents by what they tell of."""
    home = list(range(len(told)))

    def root(index: int) -> int:
        while home[index] != index:
            index = home[index]
        return index

    wording = [_runs(one.text) for one in told]
    for one, other in combinations(range(len(told)), 2):
        if root(one) != root(other) and (
            _same(told[one], told[other]) or _copied(wording[one], wording[other])
        ):
            home[max(root(one), root(other))] = min(root(one), root(other))
    groups: dict[int, list[Told]] = {}
    for index, one in enumerate(told):
        groups.setdefault(root(index), []).append(one)
    return list(groups.values())


def told_documents() -> Iterator[Told]:
    """Every annotated document of the house."""
    for one in json.loads((GOLD / "seeds.json").read_text(encoding="utf-8"))["documents"]:
        main = next(event for event in one["events"] if event.get("main"))
        stem = one["file"].removesuffix(".txt")
        text = (SEEDS / one["file"]).read_text(encoding="utf-8")
        yield _told("seeds", stem, one["language"], text, (main["title"],), main)
    for name in SETS:
        for page in pages_of(name):
            gold = gold_of(name)[page["id"]]
            titles = [event["title"] for event in gold.get("events", ()) if event.get("main")]
            heads = tuple(filter(None, (page.get("title"), *titles)))
            yield _told(name, page["id"], language_of(gold), page["text"], heads, gold["main_event"])
    lines = (GOLD / "linking" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    clusters = {one["id"]: one for one in records if one["kind"] == "cluster"}
    linked = {one["id"]: one for one in records if one["kind"] == "document"}
    for page in pages_of("linking"):
        own = linked[page["id"]]
        cluster = clusters[own["cluster"]]
        dates = (own["date"] or cluster["date"], cluster["date"])
        main = {"participants": own["participants"], "organizations": own["bodies"], "date": dates[0]}
        main |= {"also_accept": [dates[1]], "countries": []}
        heads = (page["title"], cluster["title"])
        yield _told("linking", page["id"], language_of(page), page["text"], heads, main, own["cluster"])


def _told(  # noqa: PLR0913, PLR0917 - the facts of one document
    group: str,
    document: str,
    language: str,
    text: str,
    titles: tuple[str, ...],
    main: Record,
    cluster: str = "",
) -> Told:
    people = tuple(one["name"] if isinstance(one, dict) else one for one in main["participants"])
    days = map(main_scorer().days_of, (main["date"], *main.get("also_accept", ())))
    spans = tuple((min(each), max(each)) for each in days if each)
    countries, bodies = frozenset(main["countries"]), tuple(main["organizations"])
    return Told(group, document, language, text, titles, spans, people, countries, bodies, cluster)


def _same(one: Told, other: Told) -> bool:
    if one.cluster and other.cluster:
        return one.cluster == other.cluster
    if not _near(one, other, _MOVED_DAYS, _ANY_WIDTH):
        return False
    headline = max(list_scorer().overlap(a, b) for a in one.titles for b in other.titles) >= _SAME_TITLE
    if not _near(one, other, _NEAR_DAYS, _WIDEST):
        # Weeks apart or of no known day: told anew or moved, if the headline and someone in it are the same.
        return headline and (bool(one.countries & other.countries) or _shared_people(one, other))
    countries = len(one.countries & other.countries) >= _TWO_COUNTRIES
    return headline or countries or _shared_people(one, other) or _shared_bodies(one, other)


def _near(one: Told, other: Told, apart: int, widest: int) -> bool:
    return any(
        last + apart >= start and stop + apart >= first
        for first, last in one.spans
        for start, stop in other.spans
        if last - first < widest and stop - start < widest
    )


def _shared_people(one: Told, other: Told) -> bool:
    same = main_scorer().same_person
    return any(same(a, b) for a in one.people for b in other.people)


def _shared_bodies(one: Told, other: Told) -> bool:
    same = main_scorer().same_org
    return any(same(a, b) for a in one.bodies for b in other.bodies)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(tuple(words[at : at + _RUN_OF_WORDS]) for at in range(len(words) - _RUN_OF_WORDS + 1))


def _copied(one: frozenset[Any], other: frozenset[Any]) -> bool:
    return len(one & other) >= _SAME_WORDING * min(len(one), len(other)) > 0


def _order(happening: list[Told]) -> tuple[bool, int, str]:
    # What must stay out of the fifth fold goes first, the rest then fills up; the digest is a fair lot.
    read = any(one.group in _READ_BEFORE for one in happening)
    lot = hashlib.sha256(repr(min(one.key for one in happening)).encode()).hexdigest()
    return not read, -len(happening), lot


def _size(filled: Counter[tuple[int, tuple[str, str]]], fold: int) -> int:
    return sum(count for (where, _), count in filled.items() if where == fold)


def as_toml(folds: dict[tuple[str, str], int]) -> str:
    """The file: a table a set, a line a document."""
    lines = [
        "# The fold of each annotated document, by happening: `python -m benchmarks.folds` makes this file."
    ]
    lines.append("# The fifth fold is not read: its texts and errors are never opened.")
    for group in dict.fromkeys(group for group, _ in folds):
        rows = sorted((document, fold) for (where, document), fold in folds.items() if where == group)
        lines += ["", f"[{group}]", *(f'"{document}" = {fold}' for document, fold in rows)]
    return "\n".join(lines) + "\n"


def in_file_order(folds: dict[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """The sets in the order they are known by."""
    order = ("seeds", *SETS, "linking")
    return dict(sorted(folds.items(), key=lambda item: (order.index(item[0][0]), item[0][1])))


def main() -> None:
    """Write the file and say how the folds came out."""
    folds = in_file_order(fold_of(happenings_of(list(told_documents()))))
    FILE.write_text(as_toml(folds), encoding="utf-8")
    sizes = Counter((group, fold) for (group, _), fold in folds.items())
    for group in dict.fromkeys(group for group, _ in folds):
        print(f"{group:8}", *(f"{sizes[group, fold]:4}" for fold in FOLDS))


if __name__ == "__main__":
    main()
