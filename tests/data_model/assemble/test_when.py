"""When an event was that is not the news: its clause is taken at its word, other days only as likely."""

from __future__ import annotations

from datetime import date

import pytest

from data_model import Document, Event, normalize

REPORT = """Kenyan minister visits Uganda

ENTEBBE, 4 March 2025 - Kenyan Foreign Minister Musalia Mudavadi arrived in Uganda on Monday for talks. \
He met his counterpart Jeje Odongo in Kampala on Tuesday. {told}
"""


def _told(sentence: str) -> Event:
    text = REPORT.format(told=sentence)
    found = normalize(Document("report", text, published=date(2025, 3, 5)), as_of=date(2025, 3, 6)).events
    start = text.index(sentence)
    return next(event for event in found if event.evidence[0].start >= start)


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("The two countries had signed a protocol on fisheries in 2019.", "2019"),
        ("In June 2024 the presidents met in Nairobi and signed a protocol.", "2024-06"),
        ("Mudavadi will meet President Yoweri Museveni on 7 March.", "2025-03-07"),
    ],
)
def test_its_own_clause_is_taken_at_its_word(sentence: str, edtf: str) -> None:
    """A time printed with the event is its time, however wide, and is stated."""
    event = _told(sentence)
    assert event.date.edtf == edtf
    assert event.date.likely is None


def test_a_day_told_of_something_else_is_only_likely() -> None:
    """Between a wrong day and a wide time both are given: what is open, and what is likely, with why."""
    event = _told("Mudavadi was later received by President Yoweri Museveni at State House in Entebbe.")
    assert event.date.precision != "day"
    assert event.date.likely is not None
    assert event.date.likely.edtf == "2025-03-04"
    assert event.date.contains(date(2025, 3, 4))
    assert 0 < event.date.likely.share < 1
    why = next(one for one in event.date.reasons if "likely" in one.why)
    assert why.start is not None


def test_what_is_to_come_is_not_likely_past() -> None:
    """What is planned without a day stays open ahead, whatever days are told of the visit."""
    event = _told("The presidents of both countries will meet in Mombasa.")
    assert event.status == "planned"
    assert event.date.earliest is not None
    assert event.date.earliest >= date(2025, 3, 4)


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("They will take the seats that Norway and Chile vacate on 31 December.", "2025-12-31"),
        ("They took the seats that Norway and Chile vacated on 31 December.", "2024-12-31"),
    ],
)
def test_the_clause_says_on_which_side_of_the_report_a_day_lies(sentence: str, edtf: str) -> None:
    """A day without a year is read in the tense its clause shows."""
    text = f"UNITED NATIONS, 7 June 2025 - The General Assembly elected five members. {sentence}"
    found = normalize(Document("report", text), as_of=date(2025, 6, 8)).events
    assert edtf in {event.date.edtf for event in found}
