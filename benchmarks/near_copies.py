"""`make near-copies`: which near-copies are known as one wording, and which other pages are taken for one.

Each annotated page but those of the fifth fold, which nobody reads, is copied in the ways an agency's report
is when others print it, so that about four fifths of it stay. A row a way of copying: copies, those found,
pairs of documents that are no copies of each other, and those of them that were joined all the same, be it
through a third. `--freeze` writes `near_copies.csv`.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.piles import pile_documents
from data_model.copies import copies_among, signature_of
from data_model.joining import Parts

FROZEN = Path(__file__).parent / "near_copies.csv"
COLUMNS = "copied", "copies", "found", "other pairs", "joined"
SEED, LEAST = 5, 60  # fewer words are no report
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def _cut(text: str, _dice: random.Random, _other: str) -> str:
    """Without its last fifth."""
    words = text.split()
    return " ".join(words[: len(words) * 4 // 5])


def _gaps(text: str, dice: random.Random, _other: str) -> str:
    """Without a fifth of its sentences, here and there."""
    sentences = _SENTENCE.split(text)
    left_out = set(dice.sample(range(len(sentences)), len(sentences) // 5))
    return " ".join(one for place, one in enumerate(sentences) if place not in left_out)


def _framed(text: str, _dice: random.Random, other: str) -> str:
    """Between a head and a foot of another page, a tenth of its length each."""
    size, frame = len(text.split()) // 10, other.split()
    return " ".join([*frame[:size], *text.split(), *frame[-size:]])


def _edited(text: str, dice: random.Random, other: str) -> str:
    """With every fifteenth word another, which leaves about four fifths of its runs of three words."""
    words, others = text.split(), other.split()
    for place in range(dice.randrange(15), len(words), 15):
        words[place] = dice.choice(others)
    return " ".join(words)


def _reordered(text: str, _dice: random.Random, _other: str) -> str:
    """With its last fifth put in front."""
    words = text.split()
    at = len(words) * 4 // 5
    return " ".join([*words[at:], *words[:at]])


WAYS: Mapping[str, Callable[[str, random.Random, str], str]] = {
    "the last fifth cut off": _cut,
    "a fifth of the sentences left out": _gaps,
    "head and foot of another page, a tenth each": _framed,
    "every fifteenth word another": _edited,
    "the last fifth put in front": _reordered,
}


def measure(way: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The row of a way of copying.

    Args:
        way: One of `WAYS`.
        texts: Name of a page -> its text.
    """
    dice = random.Random(SEED)
    names = sorted(texts)
    copies = {f"{name} copied": WAYS[way](texts[name], dice, texts[dice.choice(names)]) for name in names}
    signatures = {name: signature_of(text) for name, text in {**texts, **copies}.items()}
    wordings = Parts[str]()
    for one, other, _ in copies_among(signatures):
        wordings.join(one, other)
    found = sum(wordings.of(name) == wordings.of(f"{name} copied") for name in names)
    sizes = Counter(wordings.of(name) for name in signatures)
    joined = sum(size * (size - 1) // 2 for size in sizes.values()) - found
    pairs = len(signatures) * (len(signatures) - 1) // 2 - len(names)
    return way, f"{len(names)}", f"{found}", f"{pairs:,}", f"{joined}"


def pages() -> dict[str, str]:
    """The pages that are copied: those of so many words at least."""
    found = ((one.id, one.text) for one in pile_documents())
    return {name: text for name, text in found if len(text.split()) >= LEAST}


def main(freeze: bool) -> None:  # noqa: FBT001 - of the command line
    """Measure every way, print the table, freeze it when asked."""
    texts = pages()
    rows = [COLUMNS, *(measure(way, texts) for way in WAYS)]
    for row in rows:
        sys.stdout.write(" | ".join(row) + "\n")
    if freeze:
        with FROZEN.open("w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    main("--freeze" in sys.argv)
