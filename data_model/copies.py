"""Which documents are one wording: syndicated near-copies, which are one source and not many.

MinHash over runs of three words (Broder 1997), by `rensa` (MIT, in Rust); documents that share a band of
their signatures are compared. Of 250 annotated pages no two have more than 0.11 of their runs in common; a
page cut by a fifth, or framed by a tenth of another, keeps about 0.8.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rensa import RMinHash

from data_model.joining import Parts

Signature = tuple[int, ...]

_WORD = re.compile(r"\w+")
_RUN = 3
# Three rows a band: with half of the runs in common 996 of 1,000 pairs share one of 42 bands.
_ROWS, _BANDS = 3, 42
_SEED = 7
# From this share of common runs on two documents are one wording.
_ENOUGH = 0.5
# Pages of one mould share bands by the hundred; each is compared with so many of them.
_COMPARED = 8


def signature_of(text: str) -> Signature:
    """The MinHash signature of a text, () for one of fewer than three words."""
    words = _WORD.findall(text.lower())
    runs = [" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    if not runs:
        return ()
    hashed = RMinHash(_ROWS * _BANDS, _SEED)
    hashed.update(runs)
    return tuple(hashed.digest())


def copies_among(signatures: Mapping[str, Signature]) -> Iterator[tuple[str, str, float]]:
    """Pairs of documents that are one wording, with the share of runs they have in common.

    No more pairs than hold each wording together.

    Args:
        signatures: By document id.
    """
    # Of each wording found so far one document a bucket is enough to know it by.
    buckets: dict[tuple[int, Sequence[int]], list[str]] = defaultdict(list)
    wordings = Parts[str]()
    for document in sorted(signatures):
        own = signatures[document]
        met: set[str] = set()
        for band in range(_BANDS if own else 0):
            bucket = buckets[band, own[band * _ROWS : (band + 1) * _ROWS]]
            for other in bucket[:_COMPARED]:
                if wordings.of(other) == wordings.of(document):
                    break
                if other in met:
                    continue
                met.add(other)
                share = _in_common(own, signatures[other])
                if share >= _ENOUGH:
                    wordings.join(other, document)
                    yield other, document, share
                    break
            else:
                bucket.append(document)


def _in_common(one: Signature, other: Signature) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
