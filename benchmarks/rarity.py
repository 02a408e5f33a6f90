"""`python -m benchmarks.rarity`: how rare names and words are in the news, written to
data_model/link/rarity.toml.

Counted in the annotated pages of folds 1 to 4 (of the fifth nothing is used), as shares of a thousand
documents; what stands in fewer than `LEAST` of a thousand counts as rare and is not listed.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.folds import UNREAD, read_folds
from benchmarks.gold_runs import READ_ON, gold_documents
from benchmarks.gold_sets import SETS
from data_model import Report, normalize
from data_model.link.telling import tellings_of

FILE = Path(__file__).parents[1] / "data_model/link/rarity.toml"
LEAST = 20
KINDS = {
    "p": "people",
    "o": "bodies",
    "c": "countries",
    "l": "cities",
    "n": "numbers",
    "w": "beginnings of words",
}


def main() -> None:
    """Count and write."""
    folds = read_folds()
    bags = [
        _tokens(Report(document, normalize(document, as_of=READ_ON)))
        for name in SETS
        for document in gold_documents(name, "dated")
        if folds[name, document.id] != UNREAD
    ]
    counted = Counter(token for bag in bags for token in bag)
    shares = {token: round(1000 * many / len(bags)) for token, many in counted.items()}
    FILE.write_text(as_toml(shares, len(bags)), encoding="utf-8")


def as_toml(shares: dict[str, int], documents: int) -> str:
    """The file.

    Args:
        shares: Of a thousand documents, by token.
        documents: How many were counted.
    """
    lines = [
        "# How many of a thousand reports speak of it; `python -m benchmarks.rarity` writes this file,",
        f"# from {documents} annotated pages. What is not listed stands in fewer than {LEAST}: it is rare.",
        "",
        f"least = {LEAST}",
    ]
    for kind, name in KINDS.items():
        lines += ["", f"[shares.{kind}] # {name}"]
        listed = sorted(
            (-share, token[2:]) for token, share in shares.items() if token.startswith(f"{kind}:")
        )
        lines += [f'"{token}" = {-share}' for share, token in listed if -share >= LEAST]
    return "\n".join(lines) + "\n"


def _tokens(report: Report) -> set[str]:
    return {token for told in tellings_of(report) for token in told.words | told.report}


if __name__ == "__main__":
    main()
