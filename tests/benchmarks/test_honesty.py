"""Whether dates leave room for the truth: counted right, on dates made up for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from benchmarks.honesty import Text, measure
from data_model import EventDate

YEAR = (date(1998, 1, 1), date(1998, 12, 31))


def measured(*edtf: str) -> dict[str, str]:
    said = iter(edtf)
    return measure([Text("words", *YEAR) for _ in edtf], lambda _: EventDate(next(said)))


def test_an_unknown_date_is_no_date_and_shuts_nothing_out() -> None:
    row = measured("XXXX-XX-XX", "XXXX-XX-XX")
    assert (row["dated"], row["shuts_out"], row["within_a_year"]) == ("0.0", "0.0", "0.0")


def test_what_is_wide_leaves_room() -> None:
    row = measured("[1990..]", "[1997..1999]")
    assert (row["dated"], row["shuts_out"], row["within_a_year"]) == ("100.0", "0.0", "0.0")
    assert row["median_days"] == "open"


def test_years_and_days_stated_are_judged() -> None:
    row = measured("1998", "1971", "1998-03-03", "1999-03-03")
    assert row["shuts_out"] == "50.0"
    assert (row["years_stated"], row["years_right"]) == ("4", "50.0")
    assert (row["days_stated"], row["days_right"]) == ("2", "50.0")
    assert row["likely_sure"] == ""


@dataclass(frozen=True)
class Likely:
    edtf: str
    share: float


@dataclass(frozen=True)
class Guessed(EventDate):
    likely: Likely | None = None


def test_a_likely_value_is_judged_where_it_is_sure() -> None:
    guesses = iter([Likely("1998-05", 0.9), Likely("1970", 0.85), Likely("1970", 0.4), None])
    texts = [Text("words", *YEAR)] * 4
    row = measure(texts, lambda _: Guessed("[1960..]", likely=next(guesses)))
    assert (row["likely_sure"], row["likely_right"]) == ("50.0", "50.0")
