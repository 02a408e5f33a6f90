"""`make import-bench`: what an import costs on one core and on all, and what it needs of memory.

Documents are made of the annotated pages (`piles.py`): some of the paragraphs of one, about 2 KB, with its
years moved, so that they are as mixed as real ones and tell of different days. Each row is an import in a
process of its own. Seconds are of the clock: on a machine that does other things read them as ratios to
the row above, and CPU seconds beside them. *normalizing* is its share of all CPU seconds, loading its
knowledge included.

The lower table imports what was understood before, so that only reading, storing and linking are left:
whether their memory grows with the pile. `--freeze` writes `importing.csv`.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from threading import Thread

from rich.console import Console

from benchmarks.piles import grow_pile, pile_documents
from benchmarks.tabled import tell
from benchmarks.timed import Timed
from data_model import (
    Document,
    Normalized,
    Report,
    Store,
    Walk,
    import_documents,
    link_store,
    read_paths,
    within_budget,
)

FROZEN = Path(__file__).parent / "importing.csv"
COLUMNS = (
    "import", "documents", "s", "documents/s", "CPU s", "normalizing", "parent MB", "a worker MB",
    "together MB",
)  # fmt: skip
_READ_ON = date(2026, 1, 1)
_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d-])")
_SIZE = 2_000
_MEMORY = (2_000, 10_000, 20_000)
_KNOWN = 200
# A process that understands documents needs more; one that only watches the others needs less.
_A_WORKER = 100
# Seconds between two looks at the memory of all processes.
_LOOK = 0.1


def made_documents(number: int, seed: int = 1) -> Iterator[Document]:
    """So many documents, the same for every run."""
    dice = random.Random(seed)
    pages = list(pile_documents())
    for turn in range(number):
        page = pages[turn % len(pages)]
        by = dice.randrange(-8, 9)
        paragraphs = [one for one in page.text.split("\n") if one.strip()]
        dice.shuffle(paragraphs)
        text = (page.title or "") + "\n\n"
        while paragraphs and len(text) < _SIZE:
            text += paragraphs.pop() + "\n\n"
        yield Document(f"made-{turn:06}", _YEAR.sub(lambda found, by=by: str(int(found[0]) + by), text))


@dataclass(frozen=True, slots=True)
class Known:
    """A walk that was taken before: every document means what one page meant."""

    found: tuple[Normalized, ...]

    def __call__(self, document: Document) -> Normalized:
        """The meaning of one of the pages, as if it were this document's."""
        turn = int(document.id.rpartition("-")[2])
        page = self.found[turn % len(self.found)]
        events = tuple(replace(one, id=f"{document.id}:{at}") for at, one in enumerate(page.events))
        return replace(page, id=document.id, source=document.source, events=events)


def measure(store: Path, pile: Path, workers: int) -> dict[str, float]:
    """One import, in this process and its workers, which need nothing of the store."""
    begun = time.perf_counter()
    memory = Memory()
    with tempfile.TemporaryDirectory() as notes, Store.open(store, create=True) as opened:
        timed = Timed(Walk(_READ_ON), notes)
        done = import_documents(
            read_paths([pile]), opened, normalize=timed, link=link_store, pipeline="bench", workers=workers
        )
        spent = sum(float(one.read_text()) for one in Path(notes).iterdir())
    return {"documents": done.read, "normalizing": spent, **_facts(begun, memory)}


def understand_some(file: Path) -> None:
    """Some documents understood, for `Known`."""
    walk = within_budget(Walk(_READ_ON))
    file.write_bytes(pickle.dumps([walk(one) for one in made_documents(_KNOWN)]))


def measure_memory(number: int, file: Path) -> dict[str, float]:
    """Storing and linking so many documents that are understood already, their days moved."""
    base = [
        Report(Document(one.id, one.title), one)
        for one in pickle.loads(file.read_bytes())  # noqa: S301 - our own
    ]
    waiting: dict[str, Normalized] = {}

    def documents() -> Iterator[Document]:
        for report in islice(chain.from_iterable(grow_pile(base, sys.maxsize)), number):
            waiting[report.document.id] = replace(report.normalized, source=report.document.id)
            yield replace(report.document, text=f"{report.document.text} {report.document.id}")

    begun = time.perf_counter()
    memory = Memory()
    with tempfile.TemporaryDirectory() as folder, Store.open(folder, create=True) as opened:
        done = import_documents(
            documents(), opened, normalize=lambda one: waiting.pop(one.id), link=link_store
        )
    return {"documents": done.read, "normalizing": 0.0, **_facts(begun, memory)}


class Memory:
    """The most that this process and those it starts hold, looked at again and again.

    What the system tells of a process that is gone counts what its parent held when it began.
    """

    def __init__(self) -> None:
        self.own = self.worker = self.together = 0.0
        Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            own, *others = [_held(process) for process in (os.getpid(), *_below(os.getpid()))]
            self.own = max(self.own, own)
            self.worker = max(self.worker, *others, 0.0)
            self.together = max(self.together, own + sum(others))
            time.sleep(_LOOK)


def _below(process: int) -> Iterator[int]:
    """The processes a process has started, and those they have."""
    with suppress(OSError):
        for told in Path(f"/proc/{process}/task").glob("*/children"):
            for child in map(int, told.read_text("ascii").split()):
                yield child
                yield from _below(child)


def _held(process: int) -> float:
    with suppress(OSError, IndexError):
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
        return pages * resource.getpagesize() / 1024**2
    return 0.0


def _facts(begun: float, memory: Memory) -> dict[str, float]:
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    return {
        "seconds": time.perf_counter() - begun,
        "cpu": cpu,
        "parent": memory.own,
        "worker": memory.worker,
        "together": memory.together,
    }


def _apart(*arguments: object) -> dict[str, float]:
    # Not by `-m`: every worker would read this module, and all it brings along, once more.
    command = [sys.executable, "-c", "from benchmarks.importing import main; main()", *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    told: dict[str, float] = json.loads(done.stdout or "{}")
    return told


def _row(name: str, told: dict[str, float]) -> tuple[str, ...]:
    share = f"{told['normalizing'] / told['cpu']:.0%}" if told["normalizing"] else "–"
    return (
        name,
        f"{told['documents']:,.0f}",
        f"{told['seconds']:.1f}",
        f"{told['documents'] / told['seconds']:,.1f}",
        f"{told['cpu']:.1f}",
        share,
        f"{told['parent']:.0f}",
        f"{told['worker']:.0f}" if told["worker"] > _A_WORKER else "–",
        f"{told['together']:.0f}",
    )  # fmt: skip


def rows_of(number: int, memory: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    """The rows of the table, one import each."""
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder, "pile.jsonl")
        with pile.open("w", encoding="utf-8") as file:
            for one in made_documents(number):
                file.write(json.dumps({"id": one.id, "text": one.text}, ensure_ascii=False) + "\n")
        for workers in (1, 2):
            store = Path(folder, f"store-{workers}")
            yield _row(
                f"all new, {workers} worker{'s'[: workers - 1]}", _apart("--one", store, pile, workers)
            )
        yield _row("unchanged", _apart("--one", store, pile, 2))
        known = Path(folder, "known")
        _apart("--understand", known)
        for size in memory:
            yield _row("understood before", _apart("--memory", size, known))


def main() -> None:
    """Measure, print, and freeze when asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--freeze", action="store_true", help="write importing.csv")
    parser.add_argument("--one", nargs=3, metavar=("STORE", "PILE", "WORKERS"), help=argparse.SUPPRESS)
    parser.add_argument("--memory", nargs=2, metavar=("DOCUMENTS", "KNOWN"), help=argparse.SUPPRESS)
    parser.add_argument("--understand", type=Path, metavar="KNOWN", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.one:
        store, pile, workers = wanted.one
        print(json.dumps(measure(Path(store), Path(pile), int(workers))))
        return
    if wanted.memory:
        size, known = wanted.memory
        print(json.dumps(measure_memory(int(size), Path(known))))
        return
    if wanted.understand:
        understand_some(wanted.understand)
        return
    rows = []
    for row in rows_of(wanted.documents, _MEMORY):
        rows.append(row)
        Console(stderr=True).print(" · ".join(row))
    tell(COLUMNS, rows, FROZEN if wanted.freeze else None)


if __name__ == "__main__":
    main()
