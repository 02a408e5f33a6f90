"""A term whose sources end before it does: no false holder afterwards, no false bound for a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from data_model import Document, Normalized, days, normalize
from data_model.edtf import days_of_edtf
from data_model.find.offices import OfficePhrase
from data_model.knowledge.entries import Office, Term
from data_model.knowledge.files import days_between
from data_model.knowledge.load import Knowledge, load_knowledge
from data_model.resolve.terms import country_of, days_in_office, holder, leads, terms_of

ANN, BEN = "alexander-lukashenko", "vladimir-putin"
PHRASE = OfficePhrase(0, 9, "president", "president", "word", "SE")


def known_until(last: str, until: str = "", *later: Term) -> Knowledge:
    """What is known of one office: Ann from 2010 on, at least until a day."""
    ann = Term("se-president", ANN, days_between("2010", until), days_between("2010", last))
    office = Office("se-president", "president", "SE", "", "President of Sweden", (ann, *later))
    return replace(
        load_knowledge(),
        offices={office.key: office},
        held={ANN: (office,), BEN: (office,)},
        by_role={office.role: (office,)},
    )


def later(since: str) -> Term:
    return Term("se-president", BEN, days_between(since, ""), days_between(since, ""))


@pytest.mark.parametrize(
    ("on", "who"),
    [
        ("2009-12-31", None),
        ("2011-02-03", ANN),
        ("2012-05-06", ANN),
        ("2012-05-07", None),  # nobody knows
        ("2024-01-02", None),
        ("2012", None),  # on some of its days nobody knows
        ("2009/2011", ANN),
    ],
)
def test_an_office_names_its_holder_as_far_as_the_sources_know(on: str, who: str | None) -> None:
    assert holder(PHRASE, "", days_of_edtf(on), known_until("2012-05-06")) == who


@pytest.mark.parametrize(("on", "who"), [("2014", None), ("2015-01", None), ("2016", BEN), ("2012-01", ANN)])
def test_a_successor_is_named_where_the_other_was_surely_gone(on: str, who: str | None) -> None:
    knowledge = known_until("2012-05-06", "2015-06-30", later("2015-06-30"))
    assert holder(PHRASE, "", days_of_edtf(on), knowledge) == who


def test_only_the_known_days_tell_the_office_of_a_person() -> None:
    knowledge = known_until("2012-05-06")
    office = knowledge.offices["se-president"]
    assert days.latest(days_in_office(ANN, office)) == date(2012, 5, 6)
    assert [leads(ANN, "SE", days_of_edtf(on), knowledge) for on in ("2011", "2024")] == [True, False]
    assert [country_of(ANN, days_of_edtf(on), knowledge) for on in ("2011", "2024")] == ["SE", "BY"]


def test_the_open_end_stays_open_for_the_date_of_a_text() -> None:
    (term,) = terms_of(ANN, PHRASE, known_until("2012-05-06"))
    assert (days.earliest(term.days), days.latest(term.days)) == (date(2010, 1, 1), None)


def read(text: str) -> Normalized:
    return normalize(Document("a", text), as_of=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("day", "there"), [("6 March 2022", True), ("6 March 2025", False)], ids=["known", "later"]
)
def test_a_later_page_stays_without_a_name(day: str, there: bool) -> None:
    found = read(f"{day}\n\nThe Uzbek defence minister met with Ann Ash in Tashkent.")
    assert ("bakhodir-kurbanov" in [one.key for one in found.events[0].participants]) is there


def test_a_later_page_keeps_the_office_written_beside_the_name() -> None:
    found = read("6 March 2024\n\nBelarusian Interior Minister Ivan Kubrakov met with Ann Ash in Minsk.")
    roles = [one.role for one in found.events[0].participants if one.key]
    assert roles == ["Minister of Internal Affairs of Belarus"]


def test_an_office_bounds_a_text_without_a_date_from_below_only() -> None:
    found = read("Belarusian Interior Minister Ivan Kubrakov met with Ann Ash in Minsk.")
    assert (found.document_date.earliest, found.document_date.latest) == (
        date(2020, 9, 28),  # the office is written beside a name from the election on
        date(2026, 11, 1),
    )
