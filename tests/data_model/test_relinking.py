"""Linking what has changed gives what linking everything from nothing gives."""

# ruff: noqa: S311 - chance, not secrets

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from data_model import link_events, link_store, relinking
from data_model.store.store import Store
from tests.factory import make_date, make_event, make_report

PEOPLE = ("Xi Jinping", "Sadyr Japarov", "Emmanuel Macron", "Olaf Scholz")
WORDS = (
    "presidents", "gas", "railways", "borders", "residence", "lake", "treaty", "pipeline", "customs", "visas",
    "flood", "harvest", "pasture", "dam", "museum", "airport", "grain", "timber", "tunnel", "ferry",
)  # fmt: skip
CITIES = ("Minsk, BY", "Paris, FR", None)


def some_reports(lot: Random, number: int):
    """Reports of two or three meetings each, of few people on few days: many are one, or nearly."""
    for at in range(number):
        events = [
            make_event(
                f"r{at}:{place}",
                main=not place,
                date=lot.choice(["2023-06-08", "2023-06-09", "2023-06-10", "2023-06-01/2023-06-30", "2023"]),
                participants=tuple(lot.sample(PEOPLE, 2)),
                place=lot.choice(CITIES),
                evidence=(f"They spoke of gas and {lot.choice(('railways', 'borders'))}.",),
                status=lot.choice(("happened", "happened", "planned")),
            )
            for place in range(lot.choice((1, 2, 3)))
        ]
        written = make_date(lot.choice(("2023-06-10", "2023-06-10", "2023")))
        yield make_report(
            f"r{at}", events, text=" ".join(lot.sample(WORDS, 15)), normalized={"document_date": written}
        )


def links_in(store: Store):
    return tuple(sorted(store.linking.links(), key=lambda link: (link.one, link.other)))


@pytest.mark.parametrize("seed", range(4))
def test_bit_by_bit_as_from_nothing(seed, monkeypatch):
    monkeypatch.setattr(relinking, "_MUCH", 1.0)
    lot = Random(seed)
    reports = list(some_reports(lot, 24))
    with Store.in_memory() as store:
        store.add(reports[:10])
        link_store(store)
        for at in range(10, len(reports), 4):
            store.add(reports[at : at + 4])
            store.remove([lot.choice(reports[:at]).document.id])
            link_store(store)
        there = list(store.reports())
        assert links_in(store) == link_events(there)
        changed = replace(there[0], normalized=replace(there[0].normalized, events=()))
        store.add([changed])
        link_store(store)

        assert links_in(store) == link_events(store.reports())
    assert any(link.kind == "same" for link in link_events(reports))


def test_nothing_is_written_where_nothing_has_changed():
    with Store.in_memory() as store:
        store.add(some_reports(Random(1), 6))
        link_store(store)
        version = store.version
        store.upkeep.tidy()
        link_store(store)

        assert store.version == version


def test_everything_is_made_anew_after_a_run_that_was_cut_off_or_by_another_linker(monkeypatch):
    with Store.in_memory() as store:
        reports = list(some_reports(Random(2), 12))
        store.add(reports)
        link_store(store)
        right = links_in(store)

        def stop(*_arguments: object) -> None:
            raise KeyboardInterrupt

        store.add(some_reports(Random(5), 3))
        with monkeypatch.context() as cut:
            cut.setattr("data_model.store.linking.Linking.put_links", stop)
            with pytest.raises(KeyboardInterrupt):
                link_store(store)
        store.add(reports[:3])
        link_store(store)
        assert links_in(store) == right == link_events(reports)

        with monkeypatch.context() as later:
            later.setattr(relinking, "linking_version", lambda: "a later linker")
            later.setattr(relinking, "tellings_of", lambda _report: ())
            later.setattr(relinking, "undated_of", lambda _report: None)
            link_store(store)
            assert links_in(store) == (), "what the earlier linker knew of the events is not used"
        link_store(store)
        assert links_in(store) == right

        store.linking.put_links([], "by a linker of another version")
        link_store(store)
        assert links_in(store) == right
