"""What a date wording means stands beside it: that of its event, else that of its clause with its bound."""

from __future__ import annotations

import pytest

from data_model import Document, normalize

_HEAD = "BERLIN, 5 March 2018. "


@pytest.mark.parametrize(
    ("told", "wording", "value"),
    [
        ("The pact runs Jan. 2016 - present.", "Jan. 2016", "2016-01/.."),
        ("The pact has been in force since 2014.", "2014", "2014/.."),
        ("The pact ran Sept. 2011 - May 2014.", "Sept. 2011 - May 2014", "2011-09-01/2014-05-31"),
    ],
)
def test_a_bound_is_part_of_the_value(told: str, wording: str, value: str) -> None:
    found = normalize(Document("bounds", _HEAD + told)).mentions
    assert value in [one.value for one in found if one.kind == "date" and wording in one.text]


def test_the_printed_day_beside_a_counted_word_is_the_nearest_one() -> None:
    """Where the head of a report is a day early, "this morning (March 6)" is no day of the year before."""
    found = normalize(Document("beside", _HEAD + "The envoys left this morning (March 6) for Rome.")).mentions
    assert [one.value for one in found if one.text in ("this morning", "March 6")] == ["2018-03-06"] * 2
