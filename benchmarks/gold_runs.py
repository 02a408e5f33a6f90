"""The annotated documents in `gold/`, read by the normalizer as a user's would be.

Three runs: the bare text (`text`); with the page's address (`address`); with the address and the
publication day where a reader could know it (`dated`): printed on the page, in an index, in the address.
Elsewhere the day of publication was worked out from the event's own and would give it away, so it is not
handed over, and what came without it is judged by what its text allows.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.gold_sets import GOLD, SEEDS, Record, gold_of, pages_of
from data_model import Document, normalize, to_json_line

RUNS = ("text", "address", "dated")
# The day the documents are read, fixed so that the run is the same on every day.
READ_ON = date(2026, 11, 21)
# Where the publication date can be known from the page; elsewhere it is the event's own, which would tell.
_KNOWABLE = ("print", "index", "url-day")
# What the main scorer may not know of a page: the judge is named for every page, so that each row of the
# scorers counts every page.
BY_TEXT, BY_DAY = "text", "day"


@cache
def answer(document: Document) -> str:
    """What the product says of a document, as its line of JSON: the one place that asks it.

    The publication day is used wherever the document has one.
    """
    return to_json_line(normalize(document, as_of=READ_ON)).rstrip()


def answers_of(name: str, run: str) -> dict[str, Record]:
    """The product's answers to a set, by id."""
    return {document.id: json.loads(answer(document)) for document in gold_documents(name, run)}


def gold_documents(name: str, run: str) -> Iterator[Document]:
    """The pages of a set with what a run may know beside the text, `run` one of `RUNS`."""
    for page in pages_of(name):
        yield Document(
            id=page["id"],
            text=page["text"],
            source=page["id"],
            title=page.get("title"),
            url=None if run == "text" else page["url"],
            published=published_of(page, run),
        )


def published_of(page: Record, run: str) -> date | None:
    """The publication day a run hands over."""
    known = run == "dated" and page.get("published") and page["published_basis"] in _KNOWABLE
    return date.fromisoformat(page["published"]) if known else None


def judged(name: str, run: str) -> Iterator[tuple[Record, Record]]:
    """Each page of a set with what was annotated, marked with who judges its date in this run."""
    gold = gold_of(name)
    for page in pages_of(name):
        yield page, gold[page["id"]] | {"judge": BY_DAY if published_of(page, run) else BY_TEXT}


def seed_documents() -> Iterator[Document]:
    """The five documents of the house."""
    for path in sorted(SEEDS.glob("*.txt")):
        yield Document(path.stem, path.read_text(encoding="utf-8"), path.name)


def score_seeds() -> float:
    """The share of the seeds' annotated facts that are right, in percent."""
    with TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.jsonl"
        lines = [f"{answer(document)}\n" for document in seed_documents()]
        answers.write_text("".join(lines), encoding="utf-8")
        command = [
            sys.executable,
            str(GOLD / "score_seeds.py"),
            "--pred",
            str(answers),
            "--texts",
            str(SEEDS),
        ]
        # The scorer says "1" when it is not content: its figure is what is wanted here.
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "Traceback" in done.stderr:
        raise RuntimeError(f"score_seeds.py broke:\n{done.stderr}")
    right, wanted = re.findall(r"seeds (\d+)/(\d+)", done.stdout)[0]
    return 100 * int(right) / int(wanted)
