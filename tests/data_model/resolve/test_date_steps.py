"""The calendar unit a day stands in."""

from __future__ import annotations

from datetime import date

import pytest

from data_model import days as ds
from data_model.resolve.date_steps import unit_of


@pytest.mark.parametrize(
    ("day", "shift", "first", "last"),
    [
        (date(2024, 3, 6), 0, date(2024, 3, 4), date(2024, 3, 10)),
        (date(2024, 3, 9), 0, date(2024, 3, 4), date(2024, 3, 10)),
        # said on a Sunday, it may be the week that ends, or the one that begins
        (date(2024, 3, 10), 0, date(2024, 3, 4), date(2024, 3, 16)),
        (date(2024, 3, 10), -1, date(2024, 2, 26), date(2024, 3, 9)),
        (date(2024, 3, 10), 1, date(2024, 3, 11), date(2024, 3, 17)),
    ],
)
def test_the_week_of_a_day(day: date, shift: int, first: date, last: date) -> None:
    assert unit_of("week", day, shift) == ds.between(first, last)
