"""A stretch of a document with its marks: which words mean what, and which are the evidence.

Marks may overlap ("Security Council of Belarus" holds "Belarus"); the shortest one wins at each
letter, so that every mark stays visible; words that hint at a topic give way to all others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data_model import Evidence, Mention

AROUND = 170  # letters of context on either side
# What is marked unless the reader asks for more: who, where and when.
NAMES = frozenset({"person", "organization", "country", "place", "date"})
PRONOUN = "pronoun"
LONGEST_PRONOUN = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: of which kind, what they mean, whether they are evidence."""

    text: str
    kind: str = ""
    value: str = ""
    evidence: bool = False


def cut_passage(text: str, start: int, stop: int) -> tuple[int, int]:
    """The paragraph around some words, or as much of it as is worth reading."""
    size = len(text)
    start = max(0, min(start, size))
    stop = max(start, min(stop, size))
    left = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    right = text.find("\n", stop)
    right = min(right if right >= 0 else size, stop + AROUND)
    if left > 0 and text[left - 1] != "\n":
        space = text.find(" ", left, start)
        left = space + 1 if space >= 0 else left
    if right < size and text[right] != "\n":
        space = text.rfind(" ", stop, right)
        right = space if space >= 0 else right
    return left, right


def kind_of(mention: Mention) -> str:
    """The kind of a mention; a person told by no name ("I", "our", "head of state") is a pronoun."""
    if mention.kind != "person":
        return mention.kind
    word = mention.text.replace("\u2019", "'").partition("'")[0]
    short = len(word) <= LONGEST_PRONOUN and word not in mention.value.split()
    return PRONOUN if not mention.text[:1].isupper() or short else mention.kind


def _rank(mention: Mention) -> tuple[bool, bool, int, int]:
    """Names and dates before other words, those that only hint at a topic last; then the shortest."""
    return mention.kind == "topic", kind_of(mention) not in NAMES, mention.stop - mention.start, mention.start


def mark_pieces(
    text: str,
    start: int,
    stop: int,
    mentions: Iterable[Mention],
    evidence: Sequence[Evidence] = (),
    kinds: Collection[str] = NAMES,
) -> list[Piece]:
    """The text between two offsets, in pieces; only mentions of the kinds asked for are marked."""
    inside = [m for m in mentions if start <= m.start < m.stop <= stop and kind_of(m) in kinds]
    proofs = [(max(e.start, start), min(e.stop, stop)) for e in evidence if e.start < stop and e.stop > start]
    edges = {start, stop}
    edges.update(edge for m in inside for edge in (m.start, m.stop))
    edges.update(edge for proof in proofs for edge in proof)
    order = sorted(edges)
    opening: dict[int, list[Mention]] = {}
    for mention in inside:
        opening.setdefault(mention.start, []).append(mention)
    active: list[Mention] = []
    pieces: list[Piece] = []
    for a, b in pairwise(order):
        active = [m for m in active if m.stop > a] + opening.get(a, [])
        best = min(active, key=_rank, default=None)
        proof = any(left <= a and b <= right for left, right in proofs)
        piece = Piece(text[a:b], kind_of(best) if best else "", best.value if best else "", proof)
        pieces.append(piece)
    return [piece for piece in pieces if piece.text]
