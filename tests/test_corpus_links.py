"""The corpus of links: do two reports tell of one happening, and does the answer say why?"""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from data_model import Document, Link, Report, link_events
from tests.corpus_lines import check_gap, label, read_corpus, stray_keys, understand

LINKS = read_corpus("links")
Table = dict[str, Any]


def cases(section: str) -> list[object]:
    return [pytest.param(case, id=label(case["about"])) for case in LINKS[section]]


def reports_of(case: Table) -> list[Report]:
    texts = [case[key] for key in ("one", "other", "third") if key in case]
    names = [f"report-{at}" for at in range(len(texts))]
    return [
        Report(Document(name, text), understand(text, LINKS["today"], name))
        for name, text in zip(names, texts, strict=True)
    ]


def linked_reports(links: tuple[Link, ...], reports: list[Report]) -> list[tuple[str, str]]:
    home = {event.id: report.document.id for report in reports for event in report.normalized.events}
    return sorted(tuple(sorted((home[link.one], home[link.other]))) for link in links)


def check(case: Table) -> None:
    known = {"about", "one", "other", "third", "links", "because", "reason"}
    assert not list(stray_keys(case, known))
    reports = reports_of(case)
    everything = link_events(reports)
    links = tuple(link for link in everything if link.kind != "apart")
    told = "\n".join(f"{link.score} {link.reasons}" for link in links)
    assert len(links) == case["links"], f"{told}\n" + "\n".join(map(dates_of, reports))
    for words in case.get("because", ()):
        assert all(any(words in reason for reason in link.reasons) for link in links), told
    for order in permutations(reports):
        assert link_events(order) == everything
    assert all(one != other for one, other in linked_reports(links, reports))
    assert all(0 < link.score <= 1 and link.reasons for link in links)


def dates_of(report: Report) -> str:
    return "\n".join(f"{event.type} {event.date.edtf}: {event.title}" for event in report.normalized.events)


@pytest.mark.parametrize("case", cases("accept"))
def test_links(case: Table) -> None:
    assert case["links"] > 0, "nothing is linked: put the case under reject"
    check(case)


@pytest.mark.parametrize("case", cases("reject"))
def test_stays_apart(case: Table) -> None:
    check({**case, "links": 0})


@pytest.mark.parametrize("case", cases("known_gaps"))
def test_known_gaps(case: Table) -> None:
    check_gap(check, case["reason"], case)
