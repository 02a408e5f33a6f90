"""Hours counted over midnight change the day, and nothing else does."""

from __future__ import annotations

from datetime import date

import pytest

from data_model import days as ds
from data_model.dates import edtf_of_days
from data_model.find.date_readings import Relative
from data_model.find.dates import find_expressions
from data_model.resolve.clock_steps import step_hours

DAY = ds.one_day(date(2021, 3, 3))


@pytest.mark.parametrize(
    ("language", "text", "clock", "edtf"),
    [
        ("en", "four hours ago", "01:30", "2021-03-02"),
        ("en", "four hours ago", "14:30", "2021-03-03"),
        ("en", "in three hours", "23:30", "2021-03-04"),
        ("en", "in three hours", "20:30", "2021-03-03"),
        ("en", "in three hours", "21:00", "2021-03-04"),
        ("en", "30 minutes ago", "00:15", "2021-03-02"),
        ("en", "30 minutes ago", "00:45", "2021-03-03"),
        ("en", "thirty hours ago", "05:00", "2021-03-01"),
        ("en", "a few hours ago", "03:00", "[2021-03-02..2021-03-03]"),
        # a part of the day is not enough where midnight may lie between
        ("en", "six hours ago", "MO", "[2021-03-02..2021-03-03]"),
        ("en", "six hours ago", "AF", "2021-03-03"),
        ("ru", "четыре часа назад", "01:30", "2021-03-02"),
        ("ru", "через три часа", "23:30", "2021-03-04"),
        ("fr", "il y a quatre heures", "01:30", "2021-03-02"),
        ("fr", "dans trois heures", "23:30", "2021-03-04"),
    ],
)
def test_hours_over_midnight(language: str, text: str, clock: str, edtf: str) -> None:
    (mention,) = find_expressions(text, language)
    assert isinstance(mention.reading, Relative)
    found = step_hours(mention.reading, DAY, clock)
    assert found is not None
    assert edtf_of_days(found) == edtf


@pytest.mark.parametrize(
    ("text", "clock"), [("two days ago", "01:30"), ("last month", "01:30"), ("four hours ago", "")]
)
def test_what_the_clock_does_not_change(text: str, clock: str) -> None:
    (mention,) = find_expressions(text, "en")
    assert isinstance(mention.reading, Relative)
    assert step_hours(mention.reading, DAY, clock) is None


def test_open_ends_stay_open() -> None:
    (mention,) = find_expressions("four hours ago", "en")
    assert isinstance(mention.reading, Relative)
    assert step_hours(mention.reading, ds.ANY, "01:30") == ds.ANY
