"""A document that would take too long is read in part, says so, and is read anew by the next import."""

from __future__ import annotations

import threading
import time

import pytest

from data_model import budget
from data_model.budget import within_budget
from data_model.errors import ReadError
from data_model.importer import import_documents
from data_model.store.store import Store
from data_model.values import Document, Normalized
from tests.factory import make_document, make_report

LETTERS = 100_000


def slow(seconds_a_letter: float):
    """A walk that works for so long on each letter, in small steps as ours does."""

    def normalize(document: Document) -> Normalized:
        end = time.process_time() + seconds_a_letter * len(document.text)
        while time.process_time() < end:
            sum(range(1000))
        return make_report(document.id).normalized

    return normalize


def test_what_is_read_in_time_is_whole():
    found = within_budget(slow(0), 1)(make_document("a", text="x" * LETTERS))
    assert not found.partial


def test_what_takes_too_long_is_read_as_far_as_there_is_time():
    begun = time.process_time()
    found = within_budget(slow(2e-5), 1)(make_document("a", text="x" * LETTERS))
    assert time.process_time() - begun < 2
    assert found.partial.startswith("only the first 12,500 of 100,000 letters were read: the rest would take")


def test_what_cannot_be_read_at_all_fails_alone():
    with pytest.raises(ReadError, match="take too long"):
        within_budget(slow(1), 0.2)(make_document("a", text="x" * LETTERS))


def test_a_very_long_text_is_read_so_far(monkeypatch):
    monkeypatch.setattr(budget, "MOST_LETTERS", 50)
    found = within_budget(slow(0))(make_document("a", text="x" * LETTERS))
    assert found.partial == "only the first 50 of 100,000 letters were read: longer than 50 letters"


def test_another_thread_is_left_to_end():
    found = []
    normalize = within_budget(slow(1e-6), 0.01)
    thread = threading.Thread(target=lambda: found.append(normalize(make_document("a", text="x" * LETTERS))))
    thread.start()
    thread.join()
    assert not found[0].partial


@pytest.mark.parametrize(("partial", "again"), [("", 0), ("only the first 50 of 100 letters", 1)])
def test_what_was_read_in_part_is_read_anew(partial, again):
    report = make_report("a", normalized={"partial": partial})
    with Store.in_memory() as store:
        for expected in (1, again):
            done = import_documents(
                [report.document],
                store,
                normalize=lambda _document: report.normalized,
                link=lambda _reports: (),
                pipeline="v1",
            )
            assert done.imported == expected
        assert store.unread().partial == again
        assert store.document("a").normalized.partial == partial
