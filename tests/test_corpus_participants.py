"""The corpus of participants: who takes part in the news of a report, and who is only spoken of.

Of the main event the facts that are written down are compared, the others are free.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from data_model import Event
from tests.corpus_lines import check_gap, label, read_corpus, stray_keys, understand

CORPUS = read_corpus("participants")
Table = dict[str, Any]

FACTS: dict[str, Callable[[Event], list[str]]] = {
    "people": lambda event: sorted(one.name for one in event.participants if one.part != "absent"),
    "absent": lambda event: sorted(one.name for one in event.participants if one.part == "absent"),
    "host": lambda event: sorted(one.name for one in event.participants if one.part == "host"),
    "groups": lambda event: sorted(event.groups),
    "bodies": lambda event: sorted(one.key for one in event.organizations),
    "countries": lambda event: sorted(event.countries),
}


def cases(section: str) -> list[object]:
    return [pytest.param(case, id=label(case["text"])) for case in CORPUS[section]]


def check_participants(case: Table) -> None:
    assert not list(stray_keys(case, {"text", "reason", *FACTS}))
    main = understand(case["text"], CORPUS["today"]).events[0]
    for fact, read in FACTS.items():
        if fact in case:
            assert (fact, read(main)) == (fact, sorted(case[fact])), f"found instead: {main.title}"


@pytest.mark.parametrize("case", cases("accept"))
def test_participants(case: Table) -> None:
    assert len(case) > 1, "nothing is wanted"
    check_participants(case)


@pytest.mark.parametrize("case", cases("known_gaps"))
def test_known_gaps_of_participants(case: Table) -> None:
    check_gap(check_participants, case["reason"], case)


def test_most_of_what_weights_decide_holds() -> None:
    held = [
        read(understand(case["text"], CORPUS["today"]).events[0]) == sorted(case[fact])
        for case in CORPUS["weak"]
        for fact, read in FACTS.items()
        if fact in case
    ]
    assert sum(held) >= len(held) / 2, f"{sum(held)} of {len(held)}"


def test_no_case_stands_twice() -> None:
    texts = [case["text"] for section in ("accept", "weak", "known_gaps") for case in CORPUS[section]]
    assert sorted(set(texts)) == sorted(texts)
