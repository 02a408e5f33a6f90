"""The corpora of names: every country, body and person of a text, in order, with its meaning.

A line is a text and what must be found, each as "words -> meaning"; nothing else may be found.
"""

from __future__ import annotations

import pytest

from tests.corpus_lines import check_gap, label, read_corpus, understand

KINDS = {
    "countries": ("country", "place"),
    "organizations": ("organization",),
    "people": ("person",),
}
CORPUS = {name: read_corpus(name) for name in KINDS}


def lines(section: str, text_at: int = 0) -> list[object]:
    return [
        pytest.param(name, line, id=f"{name}: {label(line if isinstance(line, str) else line[text_at])}")
        for name, corpus in CORPUS.items()
        for line in corpus[section]
    ]


def check(name: str, text: str, *wanted: str) -> None:
    mentions = understand(text, CORPUS[name]["today"]).mentions
    found = [f"{one.text} -> {one.value}" for one in mentions if one.kind in KINDS[name]]
    assert "\n".join(found) == "\n".join(wanted)


@pytest.mark.parametrize(("name", "line"), lines("accept"))
def test_accepts(name: str, line: list[str]) -> None:
    assert len(line) > 1, "nothing is wanted: put the text under reject"
    check(name, *line)


@pytest.mark.parametrize(("name", "text"), lines("reject"))
def test_rejects(name: str, text: str) -> None:
    check(name, text)


@pytest.mark.parametrize(("name", "line"), lines("known_gaps", text_at=1))
def test_known_gaps(name: str, line: list[str]) -> None:
    reason, *rest = line
    check_gap(check, reason, name, *rest)


@pytest.mark.parametrize("name", KINDS)
def test_no_line_stands_twice(name: str) -> None:
    corpus = CORPUS[name]
    texts = [line[0] for line in corpus["accept"]]
    texts += corpus["reject"]
    texts += [line[1] for line in corpus["known_gaps"]]
    assert sorted(set(texts)) == sorted(texts)
