"""The corpus of names told by their shape: every one of a text, in order, with its kind."""

from __future__ import annotations

import pytest

from data_model.find.names import find_names
from data_model.find.shapes import find_shapes
from tests.corpus_lines import check_gap, label, read_corpus

CORPUS = read_corpus("shapes")
ENOUGH = 60


def check(text: str, *wanted: str) -> None:
    found = find_shapes(text, find_names(text))
    assert all(text[one.start : one.stop] == one.text and one.clue for one in found)
    assert [f"{one.text} -> {one.kind}" for one in found] == list(wanted)


@pytest.mark.parametrize("line", [pytest.param(line, id=label(line[0])) for line in CORPUS["accept"]])
def test_accepts(line: list[str]) -> None:
    assert len(line) > 1, "nothing is wanted: put the text under reject"
    check(*line)


@pytest.mark.parametrize("text", [pytest.param(text, id=label(text)) for text in CORPUS["reject"]])
def test_rejects(text: str) -> None:
    check(text)


@pytest.mark.parametrize("line", [pytest.param(line, id=label(line[1])) for line in CORPUS["known_gaps"]])
def test_known_gaps(line: list[str]) -> None:
    reason, *rest = line
    check_gap(check, reason, *rest)


def test_the_corpus_has_variety() -> None:
    texts = [line[0] for line in CORPUS["accept"]] + CORPUS["reject"]
    assert len(set(texts)) == len(texts) >= ENOUGH
