"""The day of the news: the lines of tests/corpus/news_days.toml."""

from __future__ import annotations

from datetime import date

import pytest

from data_model import Document, Normalized, normalize
from data_model.records import published_value
from tests.corpus_lines import label, read_corpus

CORPUS = read_corpus("news_days")
READ_ON = date(2026, 11, 1)


def understand(text: str, published: str) -> Normalized:
    document = Document("a", text, published=published_value(published))
    return normalize(document, as_of=READ_ON)


@pytest.mark.parametrize("line", CORPUS["accept"], ids=[label(line[0]) for line in CORPUS["accept"]])
def test_main_event(line: list[str]) -> None:
    text, published, day = line
    found = understand(text, published)
    assert [event.date.edtf for event in found.events if event.main] == [day]


@pytest.mark.parametrize("line", CORPUS["mentions"], ids=[label(line[0]) for line in CORPUS["mentions"]])
def test_one_wording_has_one_meaning(line: list[str]) -> None:
    text, wording, published, value = line
    found = understand(text, published)
    assert {one.value for one in found.mentions if one.kind == "date" and one.text == wording} == {value}
    assert value in {event.date.edtf for event in found.events}
