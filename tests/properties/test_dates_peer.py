"""Full dates written in common ways: the grammar and dateparser must read the same day."""

from __future__ import annotations

import datetime as dt

import dateparser
from hypothesis import given, settings
from hypothesis import strategies as st

from data_model import days as ds
from data_model.dates import EventDate
from data_model.find.dates import find_dates
from data_model.resolve.dates import resolve_date

MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTHS_RU = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
)  # fmt: skip
WAYS = {
    "en": ("{m} {d}, {y}", "{d} {m} {y}", "{y}-{n:02}-{d:02}", "{m3} {d}, {y}"),
    "ru": ("{d} {r} {y} года", "{d} {r} {y}"),
}


@given(day=st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), way=st.integers(0, 5))
@settings(max_examples=150, deadline=None)
def test_the_same_day_as_dateparser(day: dt.date, way: int) -> None:
    language = "en" if way < 4 else "ru"
    pattern = WAYS[language][way if way < 4 else way - 4]
    month = MONTHS_EN[day.month - 1]
    words = pattern.format(
        y=day.year, n=day.month, d=day.day, m=month, m3=month[:3], r=MONTHS_RU[day.month - 1]
    )
    peer = dateparser.parse(words, languages=[language], settings={"DATE_ORDER": "YMD"} if way == 2 else {})

    (mention,) = find_dates(f"It was signed on {words}.", language)
    ours: EventDate = resolve_date(mention, ds.ANY)

    assert peer is not None
    assert ours.edtf == peer.date().isoformat() == day.isoformat()
