"""`make hostile`: texts that are no prose, from 8 KB to 1 MB, through the whole normalizer.

For each shape of `shapes.py` the CPU seconds at every size, how much twice the text costs (of the two largest
sizes that were read whole), the events made of it and the memory a process of its own needed for it. The
budget of a document (`data_model.budget`) is in force: what would take longer is read in part, and says so.
The pages below have one size each; what is read of them is their report.
`--freeze` writes `hostile.csv`.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from pathlib import Path

from rich.console import Console

from benchmarks.shapes import PAGES, SHAPES, text_of
from benchmarks.speed import FIRST_TEXTS
from benchmarks.tabled import tell
from data_model import Document, normalize, within_budget
from data_model.read.pages import read_page

FROZEN = Path(__file__).parent / "hostile.csv"
SIZES = (8, 128, 1024)  # thousands of letters
COLUMNS = ("shape", *(f"{size} KB, CPU s" for size in SIZES), "twice the text", "events", "MB", "in part")


def measure(shape: str, size: int) -> dict[str, float | int | str]:
    """Cost of one text: CPU seconds, events, memory in MB above an ordinary text, and what was left out."""
    read = within_budget(normalize)
    for text in FIRST_TEXTS.values():
        read(Document("first", text))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    page = PAGES.get(shape)
    found = read(read_page(page, "page.html") if page else Document("one", text_of(shape, 1000 * size)))
    spent = time.process_time() - begun
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    return {"seconds": spent, "events": len(found.events), "memory": memory, "partial": found.partial}


def row_of(shape: str) -> tuple[str, ...]:
    """One line of the table, each size in a process of its own."""
    sizes = SIZES if shape in SHAPES else (len(PAGES[shape]) // 1000,)
    done = [_apart(shape, size) for size in sizes]
    whole = [(size, one) for size, one in zip(sizes, done, strict=True) if not one["partial"]]
    growth = "–"
    if len(whole) > 1:
        (small, less), (large, more) = whole[-2:]
        growth = f"{(more['seconds'] / less['seconds']) ** (1 / math.log2(large / small)):.2f}"
    last = done[-1]
    return (
        shape,
        *("–" for _ in range(len(SIZES) - len(done))),
        *(f"{one['seconds']:.2f}" for one in done),
        growth,
        str(last["events"]),
        str(last["memory"]),
        "yes" if last["partial"] else "",
    )


def _apart(shape: str, size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.hostile", "--one", shape, str(size)]
    done: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return done


def main() -> None:
    """Measure every shape and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--freeze", action="store_true", help="write hostile.csv")
    parser.add_argument("--one", nargs=2, metavar=("SHAPE", "KB"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.one:
        print(json.dumps(measure(wanted.one[0], int(wanted.one[1]))))
        return
    rows = []
    for shape in (*SHAPES, *PAGES):
        rows.append(row_of(shape))
        Console(stderr=True).print(" · ".join(rows[-1]))
    tell(COLUMNS, rows, FROZEN if wanted.freeze else None)


if __name__ == "__main__":
    main()
