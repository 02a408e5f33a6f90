"""Whether it happened: the lines of tests/corpus/statuses.toml."""

from __future__ import annotations

from datetime import date

import pytest

from data_model import Document, normalize
from data_model.records import published_value
from tests.corpus_lines import label, read_corpus

CORPUS = read_corpus("statuses")


@pytest.mark.parametrize("line", CORPUS["accept"], ids=[label(line[0]) for line in CORPUS["accept"]])
def test_status_of_the_news(line: list[str]) -> None:
    text, status = line
    document = Document("a", text, published=published_value("2024-03-10"))
    found = normalize(document, as_of=date(2026, 11, 1)).events
    assert [event.status for event in found if event.main] == [status], [one.title for one in found]
