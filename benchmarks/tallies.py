"""Scores of single documents that can be added up: by set, by language, by fold.

The scorers of `gold/` count; here their counts are kept per document under one kind of name, so that one run
of them gives every table. Names of the list of events begin with "list: ".
"""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from benchmarks.baselines import BASELINES
from benchmarks.false_statements import count_statements, statements
from benchmarks.folds import read_folds
from benchmarks.gold_runs import answers_of, judged
from benchmarks.gold_sets import Record, language_of, list_scorer, main_scorer

PRODUCT = "product"
LIST = "list: "
Counts = Counter[tuple[str, str]]
# What a likely value must claim to be held to it.
SURE = 0.8
LIKELY_SAID, LIKELY_RIGHT = "document date: likely value of .8 or more", "document date: such a value right"
_STRICT = Namespace(text_only=False, sure_only=False)
_PRECISION, _RECALL = ", precision", ", recall"
# Counts the scorer of lists keeps apart, over the participants printed.
_IDENTITIES = "false identities"


@dataclass(frozen=True, slots=True)
class Scored:
    """One document's score in one run.

    Attributes:
        group: The set.
        document: Its id.
        language: en, ru or other.
        fold: 1 to 5, by happening.
        counts: What was asked and right, by the figure's name.
        errors: What went wrong, by kind: for folds that may be read only.
    """

    group: str
    document: str
    language: str
    fold: int
    counts: Counts
    errors: dict[str, list[str]] = field(default_factory=dict)


@cache
def scored(name: str, run: str, system: str = PRODUCT) -> tuple[Scored, ...]:
    """A set scored, for the product or for one of `BASELINES`."""
    return tuple(_scored(name, run, system))


def _scored(name: str, run: str, system: str) -> Iterator[Scored]:
    answers = answers_of(name, run)
    for page, gold in judged(name, run):
        answer = answers[page["id"]]
        if system != PRODUCT:
            answer = BASELINES[system](name, page, answer, run)
        counts, errors = score_page(page, gold, answer)
        fold = read_folds()[name, page["id"]]
        yield Scored(name, page["id"], language_of(gold), fold, counts, errors)


def score_page(page: Record, gold: Record, answer: Record) -> tuple[Counts, dict[str, list[str]]]:
    """The counts of both scorers and what they found wrong."""
    name = page["id"]
    checked, found, wrong = main_scorer().score([gold], {name: answer}, _STRICT, {}, {})
    counts, errors = _counted(checked, found, ""), dict(wrong)
    counts += _shut_out(gold, answer) + _likely(page, answer)
    if "events" in gold:
        checked, found, extra, wrong = list_scorer().score({name: page}, [gold], {name: answer})
        counts += _counted(checked, found, LIST)
        counts += Counter(
            {
                (LIST + _IDENTITIES, "asked"): extra["predicted participants"],
                (LIST + _IDENTITIES, "right"): extra[_IDENTITIES],
            }
        )
        counts += count_statements(page, gold, answer)
        errors |= {LIST + kind: notes for kind, notes in wrong.items()}
        errors["false statements"] = [
            f"{name} {kind} of an event {where}: {said}"
            for kind, where, false, said in statements(page, gold, answer)
            if false
        ]
    return counts, errors


def _counted(checked: Record, found: Record, prefix: str) -> Counts:
    counts: Counts = Counter()
    for name, (right, asked) in checked.items():
        counts[prefix + name, "right"], counts[prefix + name, "asked"] = right, asked
    for name, row in found.items():
        counts[prefix + name, "tp"], counts[prefix + name, "fp"] = row.tp, row.fp
        counts[prefix + name, "fn"] = row.fn
    return counts


def _shut_out(gold: Record, answer: Record) -> Counts:
    """Whether the main date says something that cannot be true; an unknown date says nothing."""
    main = gold["main_event"]
    said = main_scorer().main_event(answer).get("date")
    truths = (main["date"], *(main.get("also_accept") or ()))
    false = bool(main_scorer().days_of(said)) and not any(
        main_scorer().compatible(said, truth) for truth in truths
    )
    name = "main date: shuts out the truth"
    return Counter({(name, "asked"): 1, (name, "right"): int(false)})


def _likely(page: Record, answer: Record) -> Counts:
    """Whether the document's likely value says much, and whether what it says is so."""
    when = answer["document_date"]
    if "likely" not in when:
        return Counter()
    likely = when["likely"] or {"edtf": None, "share": 0.0}
    sure = likely["share"] >= SURE
    counts: Counts = Counter({(LIKELY_SAID, "asked"): 1, (LIKELY_SAID, "right"): int(sure)})
    if sure:
        right = main_scorer().compatible(likely["edtf"], page["published"])
        counts += Counter({(LIKELY_RIGHT, "asked"): 1, (LIKELY_RIGHT, "right"): int(right)})
    return counts


def added(rows: Iterable[Scored]) -> Counts:
    """The counts of many documents."""
    total: Counts = Counter()
    for row in rows:
        total.update(row.counts)
    return total


def asked(counts: Counts, name: str) -> int:
    """How many cases a figure rests on: what was asked, or for a list what was wanted."""
    base = name.removesuffix(_PRECISION).removesuffix(_RECALL)
    if name.endswith(_PRECISION):
        return counts[base, "tp"] + counts[base, "fp"]
    return counts[name, "asked"] or counts[base, "tp"] + counts[base, "fn"]


def percent(counts: Counts, name: str) -> float | None:
    """A figure in percent; of a list the F1, or its precision or recall; None where nothing was asked."""
    if counts[name, "asked"]:
        return 100 * counts[name, "right"] / counts[name, "asked"]
    base = name.removesuffix(_PRECISION).removesuffix(_RECALL)
    found, extra, missed = (counts[base, part] for part in ("tp", "fp", "fn"))
    if name.endswith(_PRECISION):
        return 100 * found / (found + extra) if found + extra else None
    if name.endswith(_RECALL):
        return 100 * found / (found + missed) if found + missed else None
    return 200 * found / (2 * found + extra + missed) if found + extra + missed else None
