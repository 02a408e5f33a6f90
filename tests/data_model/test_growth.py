"""The cost of a document grows with its length: twice the text at most 2.2 times the CPU time."""

from __future__ import annotations

import pytest

from benchmarks.shapes import SHAPES, text_of
from data_model.normalizer import normalize
from data_model.values import Document
from tests.timing import cpu_seconds

# What once cost a square or a cube of its length, for each step that looks through its whole surroundings.
ONCE_DEAR = (
    "date noise", "list of days", "yearless days", "weekdays", "ISO days", "Russian days", "Russian verbs",
    "digits", "dot leaders", "Security Council of", "bodies", "planned meetings",
)  # fmt: skip
# Dear in themselves: a side to weigh for each verb.
DEAR = ("X met Y met Z", "one long sentence")
DOUBLINGS, MOST = 2, 2.2
TRIALS = 4


def cost(shape: str, letters: int) -> float:
    document = Document("one", text_of(shape, letters))
    return cpu_seconds(lambda: normalize(document))


@pytest.mark.parametrize(
    ("shape", "letters"), [*((one, 16_000) for one in ONCE_DEAR), *((one, 8_000) for one in DEAR)]
)
def test_twice_the_text_costs_twice(shape, letters):
    """A busy machine can spoil a trial, so one of a few is enough; a square would fail all of them."""
    normalize(Document("first", text_of(shape, 1_000)))
    ratios = (cost(shape, letters << DOUBLINGS) / cost(shape, letters) for _ in range(TRIALS))
    assert any(ratio <= MOST**DOUBLINGS for ratio in ratios)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_as_long_as_asked_for(shape):
    assert len(text_of(shape, 1_000)) == 1_000
