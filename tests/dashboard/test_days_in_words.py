from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.days_in_words import date_in_words, days_between, months_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-06-08", "8 June 2023"),
        ("2014-06", "June 2014"),
        ("2014", "2014"),
        ("199X", "the 1990s"),
        ("19XX", "the 1900s"),
        ("2009~", "about 2009"),
        ("2009?", "perhaps 2009"),
        ("2009%", "perhaps about 2009"),
        ("2014-22", "summer 2014"),
        ("2015-06-12/2015-06-28", "12–28 June 2015"),
        ("2015-06-28/2015-07-02", "28 June – 2 July 2015"),
        ("2014/2016", "2014–2016"),
        ("[2018-04-09..2019-09-04]", "between 9 April 2018 and 4 September 2019"),
        ("[2018-09-04,2019-09-04]", "4 September, 2018 or 2019"),
        ("[2017-09-04,2018-09-04,2019-09-04]", "4 September, 2017, 2018 or 2019"),
        ("[2020-04-12,2021-04-12,2022-04-12,2023-04-12,2024-04-12]", "12 April, year unknown (2020–2024)"),
        ("[2018-08-21..2018-09-04,2019-08-21..2019-09-04]", "21 August – 4 September, 2018 or 2019"),
        ("[2018-04,2019-04]", "April 2018 or 2019"),
        (
            "[2020-02-12..2020-04-12,2021-02-11..2021-04-12,2022-02-11..2022-04-12,2023-02-11..2023-04-12,2024-02-12..2024-04-12]",
            "Feb–Apr of one year in 2020–2024",
        ),
        (
            "[2020-02..2020-04,2021-02..2021-04,2022-02..2022-04,2023-02..2023-04,2024-02..2024-04]",
            "Feb–Apr of one year in 2020–2024",
        ),
        ("[2023-06-01,2023-07-03]", "1 June 2023 or 3 July 2023"),
        ("[2023-06-08..]", "8 June 2023 or later"),
        ("[..2023-06-08]", "8 June 2023 or earlier"),
        ("XXXX-09-04", "4 September, year unknown"),
        ("XXXX-09", "September, year unknown"),
        ("XXXX-23", "autumn, year unknown"),
        ("XXXX-XX-XX", "no date"),
        ("gibberish", "no date"),
    ],
)
def test_dates_are_told_as_they_are(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@given(st.dates(), st.dates())
def test_any_two_days_have_words(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert str(last.year) in days_between(first, last) or "s" in days_between(first, last)
    assert str(last.year) in months_in_words(first, last)


@given(st.text("0123456789X-/[].,~?%", max_size=24))
def test_any_text_has_words(edtf: str) -> None:
    assert date_in_words(edtf)
