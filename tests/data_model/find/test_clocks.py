"""Times of day with their zones, and what only looks like one."""

from __future__ import annotations

import pytest

from data_model.find.date_readings import Duration
from data_model.find.dates import find_expressions

TOLD = [
    ("en", "at 01:30 GMT on 3 March", "01:30", "GMT"),
    ("en", "at 23:30 Moscow time", "23:30", "Moscow time"),
    ("en", "at 10:30 UTC+3", "10:30", "UTC+3"),
    ("en", "at 1930 GMT", "19:30", "GMT"),
    ("en", "at 0130 hours", "01:30", ""),
    ("en", "at 1203EDT", "12:03", "EDT"),
    ("en", "at 8.30 p.m.", "20:30", ""),
    ("en", "at 7:30pm ET", "19:30", "ET"),
    ("en", "at 3 a.m. local time Friday", "03:00", "local time"),
    ("en", "2023-06-01T01:30:00+03:00", "01:30", "+03:00"),
    ("en", "2023-06-01T10:30Z", "10:30", "Z"),
    ("ru", "в 15:00 мск", "15:00", "мск"),
    ("ru", "в 15 часов 3 марта", "15:00", ""),
    ("ru", "в 15 часов 30 минут по московскому времени", "15:30", "по московскому времени"),
    ("fr", "le 3 mars à 20h30 GMT", "20:30", "GMT"),
    ("fr", "à 20h00", "20:00", ""),
    ("fr", "à 20 h 30", "20:30", ""),
    ("fr", "à 8 heures du matin", "08:00", ""),
]
NOT_TOLD = [
    ("en", "1500 hours of work"),
    ("en", "8.30 percent"),
    ("en", "version 20.30"),
    ("en", "in 15 hours"),
    ("ru", "за 15 часов"),
    ("ru", "15 часов назад"),
    ("ru", "1930 голосов"),
    ("fr", "à 3 heures de route"),
    ("fr", "il y a 8 heures"),
    ("fr", "20 hommes"),
]


@pytest.mark.parametrize(("language", "text", "clock", "zone"), TOLD)
def test_told(language: str, text: str, clock: str, zone: str) -> None:
    (found,) = find_expressions(text, language)
    assert (found.clock, found.zone) == (clock, zone)


@pytest.mark.parametrize(("language", "text"), NOT_TOLD)
def test_not_told(language: str, text: str) -> None:
    assert not [one for one in find_expressions(text, language) if one.clock]


def test_hours_without_a_preposition_are_a_length() -> None:
    (found,) = find_expressions("1500 hours of work", "en")
    assert isinstance(found.reading, Duration)
