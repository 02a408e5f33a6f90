"""Datelines and codes of newswires, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from data_model.find.datelines import find_datelines, find_wire_codes
from data_model.find.dates import find_dates

DATED = [
    ("fr", "PARIS, le 21 décembre 2015 – Le ministre a reçu", "PARIS", "21 décembre 2015"),
    ("fr", "Bruxelles, 12 juin 2018. Les ministres se sont", "Bruxelles", "12 juin 2018"),
    ("fr", "Genève, le lundi 4 mars 2019 (ATS) - La", "Genève", "lundi 4 mars 2019"),
    ("ru", "КАЗАНЬ, 17 ноября. /ТАСС/. Президент", "КАЗАНЬ", "17 ноября"),
    ("ru", "МИНСК, 3 марта 2016 года. Стороны", "МИНСК", "3 марта 2016 года"),
    ("ru", "Москва. 5 мая. ИНТЕРФАКС – Министр", "Москва", "5 мая"),
    ("ru", "МОСКВА, 3 мар - РИА Новости. Глава", "МОСКВА", "3 мар"),
    ("ru", "Минск, 3 марта /Корр. БЕЛТА/. Стороны", "Минск", "3 марта"),
    ("en", "BERN, 3 March 2021 - The Council", "BERN", "3 March 2021"),
    ("en", "NAIROBI, Kenya, March 3 (Reuters) - Talks", "NAIROBI, Kenya", "March 3"),
    ("en", "NAIROBI, Kenya (AP) March 3 - Talks", "NAIROBI, Kenya", "March 3"),
    ("en", "WASHINGTON, D.C. -- (3 March 2021) The envoys", "WASHINGTON, D.C.", "3 March 2021"),
    ("en", "GENEVA/NEW YORK (3 March 2021) – Experts", "GENEVA/NEW YORK", "3 March 2021"),
    ("en", "DUSHANBE, January 13. /TASS/. The", "DUSHANBE", "January 13"),
    ("en", "Rio de Janeiro, 3 March 2021 – The", "Rio de Janeiro", "3 March 2021"),
    ("en", "BEIJING, March 3 (Xinhua) -- The", "BEIJING", "March 3"),
    ("en", "Share • VIENNA, 3 March 2021 - The", "VIENNA", "3 March 2021"),
    ("en", "OSLO, 3 March 2021\nThe envoys met", "OSLO", "3 March 2021"),
]
NO_DATELINE = [
    ("en", "The envoys met in Geneva, 3 March 2021, and left."),
    ("en", "In Geneva on 3 March 2021 - a Wednesday - they met"),
    ("en", "Geneva, 3 March 2021 saw the envoys meet"),
    ("en", "GENEVA talks of 3 March 2021 - the first - failed"),
    ("ru", "В Минске 3 марта 2016 года стороны встретились"),
    ("ru", "Москва 5 мая примет парад"),
    ("fr", "Le ministre a reçu à Paris, le 21 décembre 2015 – un lundi – son homologue"),
    ("en", "GENEVA, March 2021 – The month"),
    ("en", "On Friday (July 3) the envoys met"),
]


@pytest.mark.parametrize(("language", "text", "place", "wording"), DATED)
def test_dated(language: str, text: str, place: str, wording: str) -> None:
    (found,) = find_datelines(text, find_dates(text, language))
    assert found.mention is not None
    assert (found.place, found.mention.text) == (place, wording)
    assert text[found.start : found.stop].startswith(place)


@pytest.mark.parametrize(("language", "text"), NO_DATELINE)
def test_no_dateline(language: str, text: str) -> None:
    assert not find_datelines(text, find_dates(text, language))


def test_without_a_date() -> None:
    text = "GENEVA (AP) — The envoys met."
    (found,) = find_datelines(text, find_dates(text, "en"))
    assert (found.place, found.mention, found.whole) == ("GENEVA", None, False)


@pytest.mark.parametrize(
    ("text", "day", "clock", "zone"),
    [
        ("AP-FD-08-16-90", date(1990, 8, 16), "", ""),
        ("AP-NY-08-16-90 1203EDT", date(1990, 8, 16), "12:03", "EDT"),
        ("a0512 BC-Jordan-Talks 10-26-94 0312", date(1994, 10, 26), "03:12", ""),
        ("AM-Summit, Bjt 02-03-05", date(2005, 2, 3), "", ""),
        ("XINHUA 2003-05-01", date(2003, 5, 1), "", ""),
        ("APW19980213.1310", date(1998, 2, 13), "", ""),
        ("AP-NY-01-01-68", date(2068, 1, 1), "", ""),
        ("AP-NY-01-01-69", date(1969, 1, 1), "", ""),
    ],
)
def test_wire_codes(text: str, day: date, clock: str, zone: str) -> None:
    (found,) = find_wire_codes(f"Talks end.\n{text}\n")
    assert (found.day, found.clock, found.zone) == (day, clock, zone)


@pytest.mark.parametrize(
    "text",
    [
        "call 08-16-90",
        "AP-NY-16-08-90",
        "won 10-26-94",
        "the UN-led talks 12-13",
        "ISBN 2003-05-01-7",
        "A/RES/60-08-16-90",
        "a well-known score 10-11-12",
    ],
)
def test_no_wire_code(text: str) -> None:
    assert not find_wire_codes(text)
