"""`make speed`: characters a second on one core, beside two peers on the same text in the same run.

Machines are noisy: read the figures as ratios to dateparser. CPU time, the best of a few rounds. The
text is the annotated documents of `gold/`; the noise is 100 KB of wordings that look like dates.
`--freeze` writes `speed.csv`.
"""

from __future__ import annotations

import argparse
import csv
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.gold_runs import READ_ON, gold_documents
from data_model import Document, find_dates, normalize

FROZEN = Path(__file__).parent / "speed.csv"
COLUMNS = ("what", "system", "KB", "CPU s", "KB/s", "times dateparser")
_ROUNDS = 4
_LONG = 5.0
_NOISE = (
    "12",
    "May",
    "1/2/3",
    "2020-13-45",
    "last",
    "the",
    "of",
    "12:30",
    "Monday",
    "11th",
    "3.4.05",
    "in",
    "1,200",
)


def _ours(lines: list[str]) -> None:
    for line in lines:
        find_dates(line, READ_ON, "en")


def _dateparser(lines: list[str]) -> None:
    from dateparser.search import search_dates

    for line in lines:
        search_dates(line, languages=["en"])


def _recognizers(lines: list[str]) -> None:
    from recognizers_date_time import recognize_datetime

    for line in lines:
        recognize_datetime(line, "en-us")


def _everything(documents: list[Document]) -> None:
    for document in documents:
        normalize(document, as_of=READ_ON)


def _seconds(work: Callable[[], None]) -> float:
    """The best of some rounds; what takes long is timed once, its warm-up does not weigh."""
    best = float("inf")
    for _ in range(_ROUNDS):
        before = time.process_time()
        work()
        spent = time.process_time() - before
        if spent > _LONG:
            return min(best, spent)
        best = min(best, spent)
    return best


def _tasks() -> Iterator[tuple[str, str, int, Callable[[], None]]]:
    """What is timed: the row's name, the system, how many characters, the work."""
    english = [document for document in gold_documents("text") if document.language == "en"]
    # Peers get paragraphs: as one string some of them do not end.
    lines = [line for document in english for line in document.text.splitlines() if line.strip()]
    noise = " ".join(random.Random(7).choices(_NOISE, k=25_000))[:100_000]
    cut = [noise[at : at + 400] for at in range(0, len(noise), 400)]
    for what, text in (("dates alone", lines), ("100 KB of date noise", cut)):
        size = sum(map(len, text))
        yield what, "dateparser", size, partial(_dateparser, text)
        if what == "dates alone":  # on noise it takes many minutes
            yield what, "recognizers-text", size, partial(_recognizers, text)
        yield what, "dateline", size, partial(_ours, text)
    yield "100 KB of date noise, one line", "dateline", len(noise), partial(_ours, [noise])
    for times in (1, 4):
        joined = [Document(f"x{times}", "\n\n".join(d.text for d in english[:10]) * times)]
        yield (
            f"everything, one text {times} times",
            "dateline",
            len(joined[0].text),
            partial(_everything, joined),
        )
    size = sum(len(document.text) for document in english)
    yield "everything", "dateline", size, partial(_everything, english)


def measure() -> Iterator[dict[str, str]]:
    """One row for each task, in order; the peer's time of the same text beside it."""
    peer: dict[str, float] = {}
    for what, system, size, work in _tasks():
        spent = _seconds(work)
        if system == "dateparser":
            peer[what] = spent
        ratio = f"{peer[what] / spent:.2f}" if what in peer else ""
        cells = (what, system, f"{size / 1000:.0f}", f"{spent:.2f}", f"{size / 1000 / spent:.0f}", ratio)
        yield dict(zip(COLUMNS, cells, strict=True))


def main() -> None:
    """Run, print, and freeze when asked."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("--freeze", action="store_true", help=f"write {FROZEN.name}")
    rows = list(measure())
    table = Table(*COLUMNS, title="Characters a second, one core")
    for row in rows:
        table.add_row(*row.values())
    Console().print(table)
    if wanted.parse_args().freeze:
        with FROZEN.open("w", encoding="utf-8", newline="") as out:
            lines = csv.DictWriter(out, COLUMNS, lineterminator="\n")
            lines.writeheader()
            lines.writerows(rows)


if __name__ == "__main__":
    main()
