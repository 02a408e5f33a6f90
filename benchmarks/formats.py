"""`make formats`: what is hidden in files of every format that is read, and how much of it is found.

Some reports, each written in each format by another library than the one that reads it (`format_files.py`).
A row a format: words hidden at the beginning, middle and end, in tables, lists, notes, headers and footers
that are found; those lost without a word said; files read in part or refused; titles, days and addresses that
are right (only of formats with a field for them); seconds a file.
`--freeze` writes `formats.csv`.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.format_files import Made, make_all
from benchmarks.tabled import tell
from data_model import Document, ReadError, read_paths
from data_model.read.apart import close_all

FROZEN = Path(__file__).parent / "formats.csv"
COLUMNS = (
    "format",
    "files",
    "words found",
    "lost unsaid",
    "in part",
    "refused",
    "title",
    "day",
    "address",
    "s a file",
)


@dataclass(slots=True)
class Tally:
    """What became of the files of a format."""

    files: int = 0
    hidden: int = 0
    found: int = 0
    unsaid: int = 0
    partial: int = 0
    refused: int = 0
    right: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    seconds: float = 0.0

    def add(self, made: Made, read: list[Document | ReadError]) -> None:
        """Count one file."""
        documents = [one for one in read if isinstance(one, Document)]
        text = "\n".join(one.text for one in documents)
        found = sum(word in text for word in made.sentinels.values())
        said = len(documents) < len(read) or any(one.partial for one in documents)
        self.files += 1
        self.hidden += len(made.sentinels)
        self.found += found
        self.unsaid += 0 if said else len(made.sentinels) - found
        self.partial += any(one.partial for one in documents)
        self.refused += len(documents) < len(read)
        report = next((one for one in documents if made.sentinels["begin"] in one.text), Document("", ""))
        days = {made.day, f"[..{made.day}]"} if made.bound else {made.day}
        if made.title:
            self.right["title"].append(report.title == made.title)
        if made.day:
            self.right["day"].append(report.published in days)
        if made.url:
            self.right["address"].append(report.url == made.url)

    def row(self, name: str) -> tuple[str, ...]:
        """The line of the table."""
        return (
            name,
            f"{self.files}",
            f"{self.found} of {self.hidden}",
            f"{self.unsaid}",
            f"{self.partial}",
            f"{self.refused}",
            *(f"{sum(one)} of {len(one)}" if (one := self.right.get(key)) else "" for key in COLUMNS[6:9]),
            f"{self.seconds / self.files:.3f}",
        )


def measure(reports: int) -> dict[str, Tally]:
    """The tallies of each format over so many reports."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, reports + 1):
            for made in make_all(number):
                path = Path(folder) / made.name
                path.write_bytes(made.content)
                tally = tallies[made.name.removeprefix(f"r{number}").lstrip("-")]
                begun = time.perf_counter()
                read = list(read_paths([path]))
                tally.seconds += time.perf_counter() - begun
                tally.add(made, read)
    return tallies


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20, help="reports, each in every format")
    parser.add_argument("--freeze", action="store_true", help="write formats.csv")
    asked = parser.parse_args()
    tallies = measure(asked.reports)
    close_all()
    whole = Tally()
    for tally in tallies.values():
        for name in ("files", "hidden", "found", "unsaid", "partial", "refused", "seconds"):
            setattr(whole, name, getattr(whole, name) + getattr(tally, name))
        for key, right in tally.right.items():
            whole.right[key] += right
    rows = [*(tally.row(name) for name, tally in tallies.items()), whole.row("all")]
    tell(COLUMNS, rows, FROZEN if asked.freeze else None)


if __name__ == "__main__":
    main()
