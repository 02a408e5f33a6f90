"""EDTF in and out: what is no date is refused, what comes in goes out with the same days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from data_model import days as ds
from data_model.edtf import days_of_edtf, edtf_of_days
from data_model.errors import DateError


@pytest.mark.parametrize(
    "value", ["0000", "0000~", "0000-01", "0000-24", "0000/2014", "2014/0000", "2015-02-29"]
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(DateError):
        days_of_edtf(value)


@pytest.mark.parametrize(
    "value",
    ["15XX-12-25", "15XX-12", "19XX-06-22", "XXXX-12-25", "XXXX-02-29", "00XX-12-25", "199X", "19XX", "0009"],
)
def test_what_comes_in_goes_out(value: str) -> None:
    assert edtf_of_days(days_of_edtf(value)) == value


@pytest.mark.parametrize("value", ["152X-12-25", "2014/..", "../2013", "9999-24", "9999-22", "XXXX-02"])
def test_what_goes_out_in_another_form_has_the_same_days(value: str) -> None:
    days = days_of_edtf(value)
    assert days_of_edtf(edtf_of_days(days)) == days


@pytest.mark.parametrize(("days", "moved"), [(-2, "XXXX-12-30"), (0, "XXXX-01-01"), (3, "XXXX-01-04")])
def test_a_day_of_any_year_stays_one_when_it_is_counted_on(days: int, moved: str) -> None:
    assert edtf_of_days(ds.shift(days_of_edtf("XXXX-01-01"), timedelta(days))) == moved
