"""Titles are headlines: the lines of tests/corpus/titles.toml."""

from __future__ import annotations

import pytest

from tests.corpus_lines import check_gap, label, read_corpus, understand

CORPUS = read_corpus("titles")


def titles_of(text: str) -> list[str]:
    found = understand(f"6 March 2024\n\n{text}", "2026-01-01").events
    return [event.title for event in sorted(found, key=lambda event: not event.main)]


def check_title(text: str, title: str) -> None:
    assert titles_of(text)[0] == title


@pytest.mark.parametrize("line", CORPUS["accept"], ids=[label(line[0]) for line in CORPUS["accept"]])
def test_title_of_the_news(line: list[str]) -> None:
    check_title(*line)


@pytest.mark.parametrize("line", CORPUS["any"], ids=[label(line[0]) for line in CORPUS["any"]])
def test_title_of_an_event(line: list[str]) -> None:
    text, title = line
    assert title in titles_of(text)


@pytest.mark.parametrize("line", CORPUS["never"], ids=[label(line[0]) for line in CORPUS["never"]])
def test_no_title_says(line: list[str]) -> None:
    text, words = line
    titles = titles_of(text)
    assert titles
    assert not [title for title in titles if words in title.lower()]


@pytest.mark.parametrize("line", CORPUS["known_gaps"], ids=[label(line[0]) for line in CORPUS["known_gaps"]])
def test_known_gaps_are_still_gaps(line: list[str]) -> None:
    text, title, reason = line
    check_gap(check_title, reason, text, title)
