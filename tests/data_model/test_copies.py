"""Near-copies are known for one wording, and nothing else is; a happening counts them as one source."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from data_model import link_store
from data_model.copies import copies_among, signature_of
from data_model.store.filters import EventFilter
from data_model.store.store import Store
from tests.factory import make_event, make_report

GOLD = Path(__file__).parents[2] / "benchmarks/gold"


@pytest.fixture(scope="module")
def pages() -> list[str]:
    """The longer annotated pages: what is met in the wild."""
    lines = (GOLD / "world/en3/documents.jsonl").read_text("utf-8").splitlines()
    lines += (GOLD / "world/ru2/documents.jsonl").read_text("utf-8").splitlines()
    return [text for text in (json.loads(line)["text"] for line in lines) if len(text.split()) > 80]


def cut(text: str, lot: Random) -> str:
    """A fifth of the words gone, in one run."""
    words = text.split()
    start = lot.randrange(len(words) * 4 // 5)
    return " ".join(words[:start] + words[start + len(words) // 5 :])


def test_other_pages_are_no_copies(pages):
    signatures = {f"{at}": signature_of(text) for at, text in enumerate(pages)}
    assert len(list(combinations(signatures, 2))) > 4_000
    assert not list(copies_among(signatures))


def test_a_text_of_no_words_is_no_copy_of_another():
    assert signature_of("") == signature_of("—") == ()
    assert not list(copies_among({"a": (), "b": ()}))


def test_a_happening_counts_copies_as_one_source():
    wire = "The presidents of Kyrgyzstan and China spoke in Minsk of gas, railways and borders for two hours."
    own = (
        "Xi Jinping and Sadyr Japarov sat down in the Belarusian capital; they spoke of energy and transport."
    )
    people = ("Xi Jinping", "Sadyr Japarov")

    def report(name: str, text: str):
        event = make_event(f"{name}:1", main=True, participants=people, place="Minsk, BY")
        return make_report(name, [event], text=text)

    with Store.in_memory() as store:
        store.add([report("a", wire), report("b", f"{wire} More follows."), report("c", own)])
        link_store(store)
        (row,) = store.timeline(EventFilter()).itertuples()

    assert (row.reports, row.sources) == (3, 2)
