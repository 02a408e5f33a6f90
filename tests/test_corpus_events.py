"""The corpora of events: what a few sentences tell, and when they were written.

actions.toml: exactly the events listed, in the order of `normalize` (the main one first); of each the
facts that are written down are compared, the others are free. happenings.toml: the date of the document,
of its main event, and words that must stand (or must not) in its reasons.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from data_model import Event, Normalized
from tests.corpus_lines import check_gap, label, read_corpus, stray_keys, understand

ACTIONS, HAPPENINGS = read_corpus("actions"), read_corpus("happenings")
Table = dict[str, Any]

FACTS: dict[str, Callable[[Event], object]] = {
    "type": lambda event: event.type,
    "status": lambda event: event.status,
    "date": lambda event: event.date.edtf,
    "basis": lambda event: event.date.basis,
    "people": lambda event: sorted(one.name for one in event.participants),
    "host": lambda event: [one.name for one in event.participants if one.part == "host"],
    "roles": lambda event: [one.role for one in event.participants],
    "groups": lambda event: list(event.groups),
    "bodies": lambda event: sorted(one.key for one in event.organizations),
    "place": lambda event: (
        ", ".join(part for part in (event.place.city, event.place.country) if part) if event.place else ""
    ),
    "countries": lambda event: sorted(event.countries),
    "named": lambda event: sorted(event.countries_named),
    "members": lambda event: sorted(event.countries_by_membership),
    "main": lambda event: event.main,
}


def cases(corpus: Table, section: str) -> list[object]:
    return [pytest.param(case, id=label(case["text"])) for case in corpus[section]]


def check_events(case: Table) -> None:
    assert not list(stray_keys(case, {"text", "events", "reason"}))
    found = understand(case["text"], ACTIONS["today"]).events
    told = "\n".join(f"{one.type} {one.status} {one.date.edtf}: {one.title}" for one in found)
    assert len(found) == len(case["events"]), f"found instead:\n{told}"
    for event, wanted in zip(found, case["events"], strict=True):
        for fact, value in wanted.items():
            right = sorted(value) if fact in ("people", "bodies", "countries", "named", "members") else value
            assert (fact, FACTS[fact](event)) == (fact, right), f"found instead:\n{told}"


def check_date(case: Table) -> None:
    assert not list(
        stray_keys(case, {"text", "date", "likely", "main", "basis", "because", "never", "today", "reason"})
    )
    normalized = understand(case["text"], case.get("today", HAPPENINGS["today"]))
    assert normalized.document_date.edtf == case["date"], told_why(normalized)
    assert normalized.document_date.basis == case.get("basis", normalized.document_date.basis)
    likely = normalized.document_date.likely
    assert "likely" not in case or (likely is not None and likely.edtf == case["likely"])
    main = [event.date.edtf for event in normalized.events if event.main]
    assert "main" not in case or main == [case["main"]], told_why(normalized)
    for words in case.get("because", ()):
        assert words in told_why(normalized)
    for words in case.get("never", ()):
        assert words not in told_why(normalized)


def told_why(normalized: Normalized) -> str:
    return "\n".join(f"{one.why} [{one.entry}]" for one in normalized.document_date.reasons)


@pytest.mark.parametrize("case", cases(ACTIONS, "accept"))
def test_events(case: Table) -> None:
    check_events(case)


@pytest.mark.parametrize("case", cases(ACTIONS, "known_gaps"))
def test_known_gaps_of_events(case: Table) -> None:
    check_gap(check_events, case["reason"], case)


def test_most_of_what_weights_decide_holds() -> None:
    held = []
    for case in ACTIONS["weak"]:
        found = understand(case["text"], ACTIONS["today"]).events
        held.append(len(found) == len(case["events"]))
        for event, wanted in zip(found, case["events"], strict=False):
            held += [FACTS[fact](event) == value for fact, value in wanted.items()]
    assert sum(held) >= len(held) / 2, f"{sum(held)} of {len(held)}"


@pytest.mark.parametrize("case", cases(HAPPENINGS, "accept"))
def test_document_dates(case: Table) -> None:
    check_date(case)


@pytest.mark.parametrize("case", cases(HAPPENINGS, "known_gaps"))
def test_known_gaps_of_dates(case: Table) -> None:
    check_gap(check_date, case["reason"], case)


@pytest.mark.parametrize("case", cases(HAPPENINGS, "accept"))
def test_every_date_is_explained(case: Table) -> None:
    when = understand(case["text"], case.get("today", HAPPENINGS["today"])).document_date
    assert when.reasons
    for reason in when.reasons:
        assert (reason.start is None) == (reason.stop is None)
        assert reason.start is None or case["text"][reason.start : reason.stop].strip()


def test_no_case_stands_twice() -> None:
    for corpus in (ACTIONS, HAPPENINGS):
        sections = ("accept", "weak", "known_gaps")
        texts = [case["text"] for section in sections for case in corpus.get(section, ())]
        assert sorted(set(texts)) == sorted(texts)
