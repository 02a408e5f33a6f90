"""What clues leave of a set of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.clues import HARD, Clue, ClueKind
from data_model.dating.constraints import agreed, narrow
from data_model.days import Days

SOFT = sorted(set(ClueKind) - HARD)


def years(first: int, last: int) -> Days:
    return ds.between(date(first, 1, 1), date(last, 12, 31))


def clue(days: Days, kind: ClueKind, of: str = "") -> Clue:
    return Clue(days, Reason(f"{kind} {of}"), kind, of)


def left(days: Days, *clues: Clue) -> Days:
    return narrow(days, clues)[0]


@pytest.mark.parametrize("kind", sorted(HARD))
def test_a_hard_clue_cuts_alone(kind: ClueKind) -> None:
    assert left(years(2000, 2020), clue(years(2010, 2030), kind)) == years(2010, 2020)


@pytest.mark.parametrize("kind", SOFT)
def test_a_soft_clue_never_cuts_alone_and_is_told(kind: ClueKind) -> None:
    days, reasons = narrow(years(2000, 2020), [clue(years(2010, 2012), kind)])
    assert days == years(2000, 2020)
    assert bool(reasons) is (kind is not ClueKind.OFFICE)  # its year of grace has told it


def test_two_soft_clues_of_one_kind_are_one_witness() -> None:
    told = [clue(years(2015, 2015), ClueKind.PRESENT), clue(years(2015, 2015), ClueKind.PRESENT)]
    assert left(years(2000, 2020), *told) == years(2000, 2020)


def test_two_kinds_that_agree_leave_what_one_of_them_allows() -> None:
    told = [clue(years(2015, 2015), ClueKind.PRESENT), clue(years(2013, 2016), ClueKind.CHAIR)]
    assert left(years(2000, 2020), *told) == years(2013, 2016)


def test_two_people_are_two_witnesses() -> None:
    told = [
        clue(years(2013, 2016), ClueKind.OFFICE, "ann-ash"),
        clue(years(2014, 2018), ClueKind.OFFICE, "ben-birch"),
    ]
    assert left(years(2000, 2020), *told) == years(2013, 2018)


def test_kinds_that_contradict_each_other_cut_nothing() -> None:
    told = [clue(years(1953, 1953), ClueKind.PRESENT), clue(years(2013, 2016), ClueKind.CHAIR)]
    assert left(years(1950, 2020), *told) == years(1950, 2020)


def test_no_soft_clue_cuts_against_a_hard_one() -> None:
    told = [
        clue(years(2010, 2020), ClueKind.READ),
        clue(years(2001, 2002), ClueKind.PRESENT),
        clue(years(2001, 2003), ClueKind.CHAIR),
    ]
    days, reasons = narrow(years(2000, 2030), told)
    assert days == years(2010, 2020)
    assert sum("contradicts" in one.why for one in reasons) == 2


@given(st.lists(st.tuples(st.integers(1990, 2020), st.integers(0, 9), st.sampled_from(SOFT)), max_size=8))
def test_what_all_witnesses_allow_is_never_cut(told: list[tuple[int, int, ClueKind]]) -> None:
    clues = [clue(years(first, first + size), kind) for first, size, kind in told]
    common = ds.ANY
    for one in clues:
        common = ds.intersect(common, one.days)
    assert not common or ds.intersect(agreed(clues), common) == common
