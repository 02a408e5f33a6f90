"""The annotated documents in `gold/`, read by the normalizer and scored: one figure per name.

Three runs: the bare text; with the page's address; with the address and the publication date where
a reader could know it (printed on the page, in an index, in the address).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from data_model import Document, normalize, to_json_line

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parent.parent / "seeds"
RUNS = ("text", "address", "dated")
# The day the documents are read, fixed so that the run is the same on every day.
READ_ON = date(2026, 11, 21)
# Where the publication date can be known from the page; elsewhere it is the event's own, which would tell.
_KNOWABLE = ("print", "index", "url-day")


def seed_documents() -> Iterator[Document]:
    """The five documents of the house."""
    for path in sorted(SEEDS.glob("*.txt")):
        yield Document(path.stem, path.read_text(encoding="utf-8"), path.name)


def gold_documents(run: str) -> Iterator[Document]:
    """The annotated pages with what a run may know beside the text, `run` one of `RUNS`."""
    for line in (GOLD / "dev" / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        page: dict[str, Any] = json.loads(line)
        known = run == "dated" and page["published_basis"] in _KNOWABLE
        yield Document(
            id=page["id"],
            text=page["text"],
            source=page["id"],
            title=page.get("title"),
            url=None if run == "text" else page["url"],
            published=date.fromisoformat(page["published"]) if known else None,
            language=page.get("lang"),
        )


def score_seeds() -> float:
    """The share of the seeds' annotated facts that are right, in percent."""
    with TemporaryDirectory() as folder:
        answers = _answer(seed_documents(), Path(folder) / "answers.jsonl")
        said = _run(GOLD / "score_seeds.py", "--pred", str(answers), "--texts", str(SEEDS))
    right, wanted = re.findall(r"seeds (\d+)/(\d+)", said)[0]
    return 100 * int(right) / int(wanted)


def score_gold(run: str) -> dict[str, float]:
    """Every figure of the scorer in percent by its name; for lists the F1."""
    with TemporaryDirectory() as folder:
        answers = _answer(gold_documents(run), Path(folder) / "answers.jsonl")
        figures = Path(folder) / "figures.json"
        gold = ["--gold", str(GOLD / "dev" / "gold.jsonl"), "--pred", str(answers), "--json", str(figures)]
        _run(GOLD / "dev" / "score.py", *gold, *(["--text-only"] if run == "text" else []))
        table: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))["all"]
    return {
        name: 100 * (value["f1"] if isinstance(value, dict) else value)
        for name, value in table.items()
        if name != "n"
    }


def _answer(documents: Iterable[Document], path: Path) -> Path:
    lines = [to_json_line(normalize(document, as_of=READ_ON, trust_published=True)) for document in documents]
    path.write_text("".join(f"{line.rstrip()}\n" for line in lines), encoding="utf-8")
    return path


def _run(script: Path, *arguments: str) -> str:
    # The seeds' scorer says "1" when it is not content: its figure is what is wanted here.
    done = subprocess.run(
        [sys.executable, str(script), *arguments], capture_output=True, text=True, check=False
    )
    if "Traceback" in done.stderr:
        raise RuntimeError(f"{script.name} broke:\n{done.stderr}")
    return done.stdout
