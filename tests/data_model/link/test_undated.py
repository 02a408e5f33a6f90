"""Reports without a day are laid beside each other by their whole wording, and stay events of their own."""

# ruff: noqa: S311 - chance, not secrets

from __future__ import annotations

from datetime import date
from random import Random
from unittest.mock import patch

import pytest

from data_model import Document, Report, Store, link_events, link_store, normalize
from data_model.link import undated
from data_model.link.telling import undated_of
from data_model.link.undated import link_undated
from data_model.tellings import Undated

STRIKE = (
    "Dockers in the port of Kalamaria walked out over the sale of the container terminal. "
    "The union of dockers says that the terminal was sold below its worth; the port authority denies it. "
    "Ferries to the islands stay in the port while the dockers are out."
)
AGAIN = (
    "The sale of a container terminal has brought out the dockers of Kalamaria. "
    "Their union calls the price of the terminal a gift, the authority of the port speaks of a fair worth. "
    "Until the dockers are back no ferries leave for the islands."
)
OTHER = (
    "Farmers in the valley of Ordesa marched against a dam. "
    "The ministry says that the dam will bring water to the valley; the farmers fear for their orchards."
)


def news(name: str, words: str, days: tuple[int, int] = (1, 1_000)) -> Undated:
    """The news of a report, with how often it has each token."""
    counts = {token: 1 + at % 3 for at, token in enumerate(words.split())}
    return Undated(f"{name}:1", f"content of {name}", *days, counts)


def report(name: str, text: str) -> Report:
    document = Document(name, text, language="en")
    return Report(document, normalize(document, as_of=date(2020, 1, 1)))


def pairs(*reports: Undated) -> set[tuple[str, str]]:
    return {(link.one, link.other) for link in link_undated(reports)}


def test_reports_in_like_words_may_tell_of_the_same():
    told = [report("a", STRIKE), report("b", AGAIN), report("c", OTHER)]

    links = link_events(told)

    assert [link.kind for link in links] == ["alike"]
    assert {link.one[0] for link in links} | {link.other[0] for link in links} == {"a", "b"}


def test_they_are_shown_with_each_other_and_counted_each():
    told = [report("a", STRIKE), report("b", AGAIN)]
    with Store.in_memory() as store:
        store.add(told)
        link_store(store)
        shown = [next(event for event in one.normalized.events if event.main) for one in told]
        view = store.event(shown[0].id)

    assert [document.id for document, _ in view.members] == ["a"]
    assert [(document.id, event.id) for document, event in view.alike] == [("b", shown[1].id)]
    assert not view.links


def test_a_report_with_a_day_has_no_part_in_it():
    dated = Document("a", STRIKE, language="en", published=date(2019, 5, 1))

    assert undated_of(Report(dated, normalize(dated, as_of=date(2020, 1, 1)))) is None
    assert undated_of(report("a", STRIKE)) is not None


@pytest.mark.parametrize("days", [(1_001, 2_000), (5_000, 9_000)])
def test_what_cannot_have_been_written_on_one_day_is_not_linked(days):
    words = "w:docker w:termin w:ferry w:kalama p:doe"

    assert pairs(news("a", words), news("b", words)) == {("a:1", "b:1")}
    assert pairs(news("a", words), news("b", words, days)) == set()


def test_a_large_happening_has_few_links_a_report_and_holds_together():
    many = [news(f"r{at:02}", "w:docker w:termin w:ferry w:kalama p:doe") for at in range(30)]

    links = pairs(*many)

    assert len(links) <= 30 * undated._NEIGHBOURS
    assert {end for link in links for end in link} == {one.id for one in many}


def test_neither_order_nor_unrelated_reports_change_a_link():
    told = [news(f"r{at}", f"w:docker w:termin w:ferry w:own{at % 3} p:doe{at % 3}") for at in range(9)]
    links = link_undated(told)
    Random(1).shuffle(told)
    others = [news(f"o{at}", f"w:a{at} w:b{at} w:c{at} w:d{at}") for at in range(50)]

    assert links
    assert sorted(link_undated([*others, *told]), key=lambda link: (link.one, link.other)) == sorted(
        links, key=lambda link: (link.one, link.other)
    )


def test_twice_the_reports_are_at_most_a_little_more_than_twice_the_pairs():
    def compared(size: int) -> int:
        dice, asked = Random(1), 0
        own = undated._cosine

        def count(*vectors):
            nonlocal asked
            asked += 1
            return own(*vectors)

        words = [f"w:{at:05}" for at in range(size * 4)]
        pile = [
            news(f"r{at}", " ".join([*dice.sample(words, 20), "w:docker", "p:doe"])) for at in range(size)
        ] + [news(f"s{at}", f"w:x{at // 4} w:y{at // 4} w:z{at // 4}") for at in range(size)]
        with patch.object(undated, "_cosine", count):
            link_undated(pile)
        return asked

    assert 0 < compared(400) <= 2.2 * compared(200)
