"""`make speed` has its work: the peers are timed on the texts of the house."""

from __future__ import annotations

from benchmarks.speed import tasks


def test_every_system_is_given_work() -> None:
    sizes = {(what, system): size for what, system, size, _ in tasks()}
    assert sizes["dates alone", "dateline"] == sizes["dates alone", "dateparser"] > 40_000
    assert sizes["everything", "dateline"] > 40_000
