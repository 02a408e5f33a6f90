"""What a report only quotes is its speaker's claim; what it tells itself is its own."""

from __future__ import annotations

from datetime import date

from data_model import Document, normalize

TEXT = (
    "Presidents in Bishkek\n\n"
    "10 March 2024\n\n"
    "Kazakh President Kassym-Jomart Tokayev met with Kyrgyz President Sadyr Japarov "
    "in Bishkek on 9 March.\n\n"
    "“The attackers destroyed the bridge in Osh last week, you have all seen it,” "
    "Kassym-Jomart Tokayev said.\n"
)


def test_a_quoted_event_is_according_to_its_speaker() -> None:
    told, quoted = normalize(Document("one", TEXT), as_of=date(2026, 1, 1)).events

    assert (told.type, told.according_to) == ("meeting", "")
    assert (quoted.type, quoted.according_to) == ("military", "Kassym-Jomart Tokayev")


def test_a_title_is_a_headline_never_a_quotation() -> None:
    quoted = normalize(Document("one", TEXT), as_of=date(2026, 1, 1)).events[1]

    assert quoted.title == "The attackers destroy the bridge in Osh"
