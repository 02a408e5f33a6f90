"""Where the news was: the lines of tests/corpus/places.toml."""

from __future__ import annotations

from datetime import date

import pytest

from data_model import Document, normalize
from data_model.records import published_value
from tests.corpus_lines import label, read_corpus

CORPUS = read_corpus("places")


@pytest.mark.parametrize("line", CORPUS["accept"], ids=[label(line[0]) for line in CORPUS["accept"]])
def test_place_of_the_news(line: list[str]) -> None:
    text, place = line
    document = Document("a", text, published=published_value("2024-03-10"))
    (news,) = (event for event in normalize(document, as_of=date(2026, 11, 1)).events if event.main)
    told = (news.place.city, news.place.country) if news.place else ()
    assert ", ".join(part for part in told if part) == place, news.title
