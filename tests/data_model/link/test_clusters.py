"""Happenings are groups that agree, not chains; order, names and unrelated reports change nothing in them."""

from __future__ import annotations

from random import Random

import pytest

from data_model.joining import joined
from data_model.link.candidates import candidates, days_around
from data_model.link.linker import link_tellings
from data_model.tellings import Telling
from tests.factory import make_telling


def happenings(*tellings: Telling) -> set[frozenset[str]]:
    """The events that are taken for one, those alone left out."""
    together = joined((link.one, link.other) for link in link_tellings(tellings) if link.kind != "apart")
    return {frozenset(one for one in together if together[one] == root) for root in set(together.values())}


def test_reports_of_one_meeting_are_one_with_as_many_links_as_hold_it_together():
    told = [make_telling(f"{name}:1") for name in "abcd"]

    links = link_tellings(told)

    assert happenings(*told) == {frozenset(f"{name}:1" for name in "abcd")}
    assert [link.kind for link in links] == ["same"] * 3
    assert all(link.one < link.other and 0.5 <= link.score <= 1 and link.reasons for link in links)


def test_two_days_are_not_chained_by_one_between():
    """A report that says no day fits both meetings; it joins the one, and the other stays apart."""
    first, second = make_telling("a:1"), make_telling("b:1", day="2023-06-09")
    between = make_telling("c:1", day="2023-06-08/2023-06-09", stated=False)

    for group in happenings(first, second, between):
        assert not {"a:1", "b:1"} <= group
    assert {link.kind for link in link_tellings([first, second, between])} == {"same", "apart"}


def test_no_happening_holds_two_events_of_one_report():
    one, again, other = make_telling("a:1"), make_telling("a:2"), make_telling("b:1")

    (group,) = happenings(one, again, other)
    assert len(group) == 2
    assert "b:1" in group


def test_a_wide_date_is_laid_beside_one_happening_and_joins_none():
    june = make_telling("a:1")
    wide = make_telling("c:1", day="2023-05-25/2023-07-01")

    assert happenings(june, wide) == {frozenset({"a:1", "c:1"})}
    assert [link.kind for link in link_tellings([june, wide])] == ["may"]

    later = make_telling("b:1", day="2023-06-20")
    assert happenings(june, later, wide) == set(), "it fits two alike: nobody knows which"


def test_two_wide_dates_are_never_one():
    wide = [make_telling(f"{name}:1", day="2023-05-25/2023-07-01") for name in "ab"]

    assert link_tellings(wide) == ()


@pytest.fixture(scope="module")
def pile() -> list[Telling]:
    """Meetings of a few people, day by day, three reports each."""
    lot = Random(3)  # noqa: S311
    names = [f"p:person-{number}" for number in range(6)]
    told = []
    for number in range(40):
        people = lot.sample(names, 2)
        for report in range(3):
            day = f"2023-06-{lot.randint(1, 28):02}" if not report else told[-1].edtf
            told.append(make_telling(f"{number:02}{report}:1", day=day, people=people, stated=report != 1))
    return told


def test_order_and_names_of_reports_change_nothing(pile):
    def by_content(tellings: list[Telling]) -> set[frozenset[str]]:
        content = {telling.id: telling.content for telling in tellings}
        return {frozenset(content[one] for one in group) for group in happenings(*tellings)}

    shuffled = pile[:]
    Random(1).shuffle(shuffled)  # noqa: S311
    renamed = [
        make_telling(
            f"x{997 * at % 1000:03}:1", day=telling.edtf, people=telling.people, stated=telling.stated,
            content=telling.content,
        )
        for at, telling in enumerate(pile)
    ]  # fmt: skip

    assert len(by_content(pile)) > 20
    assert by_content(shuffled) == by_content(renamed) == by_content(pile)


def test_unrelated_reports_of_the_same_people_change_no_link(pile):
    """However common a name becomes; a cap on common names once made links vanish."""
    others = [
        make_telling(f"z{number}:1", day="2024-06-08", people=("p:person-1", f"p:stranger-{number}"))
        for number in range(600)
    ]

    assert set(link_tellings(pile)) <= set(link_tellings([*pile, *others]))


def test_what_is_compared_grows_with_the_pile_not_with_its_square():
    """A name in every report: the days keep them apart."""

    def compared(years: int) -> int:
        told = [
            make_telling(f"{year}-{day}-{report}:1", day=f"{2000 + year}-06-{day:02}")
            for year in range(years)
            for day in range(1, 29)
            for report in range(3)
        ]
        return sum(1 for _ in candidates(told))

    assert 0 < compared(8) <= 2.2 * compared(4)


def test_a_new_report_is_compared_with_its_days_only():
    new = make_telling("n:1")
    told = [make_telling("a:1"), make_telling("b:1", day="2023-09-01"), new]
    ((start, stop),) = days_around([new])
    near = [one for one in told if one.first <= stop and one.last >= start]

    assert [one.id for one in near] == ["a:1", "n:1"]
    assert [(one.id, other.id) for one, other in candidates(near, about={"n:1"})] == [("a:1", "n:1")]
    assert not list(candidates([told[0], make_telling("c:1")], about={"n:1"}))
