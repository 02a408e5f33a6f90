"""What a source gives as the date of publication, in the many ways there are, and what is none."""

from __future__ import annotations

from datetime import date

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_model.dates import days_of_edtf
from data_model.errors import DateError
from data_model.read.files import read_paths
from data_model.read.published import read_published
from data_model.values import Document

DAY = date(2018, 5, 3)


@pytest.mark.parametrize(
    "value",
    [
        "2018-05-03",
        " 2018-05-03 ",
        "20180503",
        20180503,
        "2018-05-03T10:00:00Z",
        "2018-05-03T01:30:00+03:00",
        "2018-05-03T10:00:00.123456+0300",
        "2018-05-03 10:00",
        "2018-05-03 10:00:00 +0300",
        "Thu, 03 May 2018 10:00:00 GMT",
        "Thu, 3 May 2018 23:30:00 -0500",
        "03 May 2018 10:00:00 +0000",
        "May 3, 2018",
        "3 May 2018, 10:15",
        1525341600,
        "1525341600",
        1525341600.25,
        1525341600000,
        "1525341600000",
    ],
)
def test_a_day(value: object) -> None:
    assert read_published(value) == DAY


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2018-05", "2018-05"),
        ("May 2018", "2018-05"),
        ("2018", "2018"),
        (2018, "2018"),
        ("13/05/2018", date(2018, 5, 13)),
        ("03/05/2018", "[2018-03-05,2018-05-03]"),
        ("05/05/2018", date(2018, 5, 5)),
        ("2018-05-01/2018-05-03", "2018-05-01/2018-05-03"),
        (None, None),
        ("", None),
        ("  ", None),
    ],
)
def test_what_is_wider(value: object, expected: object) -> None:
    assert read_published(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "June",
        "yesterday",
        "Thursday",
        "10:00",
        "2018-13-45",
        "2018-02-30",
        "0001-01-01T00:00:00",
        "XXXX-05-03",
        "03/05/18",
        "unknown",
        "2018 votes",
        0,
        -1,
        7,
        12345,
        1e300,
        float("nan"),
        float("inf"),
        10**30,
        True,
        [],
        {"day": "2018-05-03"},
    ],
)
def test_no_date(value: object) -> None:
    with pytest.raises(DateError, match="expected a day"):
        read_published(value)


@given(
    st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.dates().map(str), st.datetimes().map(str))
)
def test_anything_is_read_or_refused(value: object) -> None:
    try:
        found = read_published(value)
    except DateError:
        return
    assert found is None or isinstance(found, date) or days_of_edtf(found)


def test_a_date_that_cannot_be_read_costs_the_field_and_is_named(tmp_path) -> None:
    lines = [{"id": "a", "text": "x", "published": "June"}, {"id": "b", "text": "x", "published": 2018}]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(map(orjson.dumps, lines)))
    notes: list[object] = []
    first, second = read_paths([tmp_path / "a.jsonl"], on_note=notes.append)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.published, second.published, second.published_edtf) == (None, "2018", "2018")
    (note,) = notes
    assert str(note).startswith(
        f"{tmp_path.name}/a.jsonl:1: `published` is 'June' and was left out; expected a day"
    )
