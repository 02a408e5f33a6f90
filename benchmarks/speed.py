"""`make speed`: characters a second on one core, beside two peers on the same text in the same run.

Machines are noisy: read the figures as ratios to dateparser. CPU time, the best of a few rounds. The
text is the annotated documents of `gold/`; the noise is 100 KB of wordings that look like dates. A peer
that would need minutes gets the beginning of the same text: the column KB says how much it was, ratios
are of KB/s. One long text stands beside a short one to show that the time grows with the length.
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
from data_model.read.languages import read_language

FROZEN = Path(__file__).parent / "speed.csv"
COLUMNS = ("what", "system", "KB", "CPU s", "KB/s", "times dateparser")
_ROUNDS = 4
_LONG = 5.0
# How many characters of the text a peer gets, and of the noise; without an entry it gets all.
_MOST = {
    ("dates alone", "recognizers-text"): 12_000,
    ("date noise", "dateparser"): 4_000,
    ("date noise", "recognizers-text"): 2_000,
}
# What is loaded with them stays: the names of people and places, the Russian dictionary.
FIRST_TEXTS = {
    "English": "The presidents of Belarus and Kazakhstan met in Astana on 4 June 2020.",
    "Russian": "Президенты Белоруссии и Казахстана встретились в Астане 4 июня 2020 года.",
}
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


_DATE_READERS: dict[str, Callable[[list[str]], None]] = {
    "dateparser": _dateparser,
    "recognizers-text": _recognizers,
    "dateline": _ours,
}


def _everything(documents: list[Document]) -> None:
    for document in documents:
        normalize(document, as_of=READ_ON)


def _seconds(work: Callable[[], None]) -> float:
    """The best of some rounds; what takes long is timed once, its warm-up does not weigh."""
    best = float("inf")
    for _ in range(_ROUNDS):
        spent = _once(work)
        best = min(best, spent)
        if spent > _LONG:
            break
    return best


def _once(work: Callable[[], None]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def tasks() -> Iterator[tuple[str, str, int, Callable[[], None]]]:
    """What is timed: the row's name, the system, how many characters, the work."""
    english = [one for one in gold_documents("dev", "text") if read_language(one.text) == "en"]
    # Peers get paragraphs: as one string some of them do not end.
    lines = [line for document in english for line in document.text.splitlines() if line.strip()]
    noise = " ".join(random.Random(7).choices(_NOISE, k=25_000))[:100_000]
    cut = [noise[at : at + 400] for at in range(0, len(noise), 400)]
    for what, text in (("dates alone", lines), ("date noise", cut)):
        for system, read in _DATE_READERS.items():
            given = list(_beginning(text, _MOST.get((what, system))))
            yield what, system, sum(map(len, given)), partial(read, given)
    yield "date noise, one line", "dateline", len(noise), partial(_ours, [noise])
    yield "everything", "dateline", sum(map(len, lines)), partial(_everything, english)
    short = "\n\n".join(document.text for document in english[:10])
    for text in (short, short * 8):
        size = f"one text of {len(text) / 1000:.0f} KB"
        yield f"dates alone, {size}", "dateline", len(text), partial(_ours, [text])
        yield f"everything, {size}", "dateline", len(text), partial(_everything, [Document("x", text)])


def _beginning(lines: list[str], most: int | None) -> Iterator[str]:
    """The first lines, until they hold so many characters."""
    size = 0
    for line in lines:
        if most is not None and size >= most:
            return
        size += len(line)
        yield line


def measure() -> Iterator[dict[str, str]]:
    """One row for each task, in order; how many times the peer's speed on the same text it is."""
    for language, words in FIRST_TEXTS.items():
        spent = _once(partial(_everything, [Document("first", words)]))
        cells = (f"start, the first text in {language}", "dateline", "", f"{spent:.2f}", "", "")
        yield dict(zip(COLUMNS, cells, strict=True))
    peer: dict[str, float] = {}
    for what, system, size, work in tasks():
        spent = _seconds(work)
        speed = size / 1000 / spent
        if system == "dateparser":
            peer[what] = speed
        ratio = f"{speed / peer[what]:.2f}" if what in peer else ""
        cells = (what, system, f"{size / 1000:.0f}", f"{spent:.2f}", f"{speed:.1f}", ratio)
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
