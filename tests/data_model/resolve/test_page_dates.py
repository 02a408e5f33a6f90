"""What stands beside a text (its address, a publication date) and what the text prints, together."""

from __future__ import annotations

from datetime import date

import pytest

from data_model import Document, Normalized, normalize

SECONDS = "https://example.org/en/events/envoys-meet-1615291200"  # 9 March 2021
PATH = "https://example.org/2021/03/09/envoys/"
MONTH = "https://example.org/2021/03/envoys/"
MET = "Envoys meet\nThe envoys of five states met in Bishkek"


def read(
    text: str, url: str | None = None, published: date | str | None = None, *, trust: bool = False
) -> Normalized:
    document = Document("a", text, url=url, published=published)
    return normalize(document, as_of=date(2026, 11, 1), trust_published=trust)


def main_date(found: Normalized) -> str:
    return next(event.date.edtf for event in found.events if event.main)


@pytest.mark.parametrize(
    ("text", "url", "document", "event"),
    [
        # the address gives the year
        (f"{MET} on 9 March.", SECONDS, "2021-03-09", "2021-03-09"),
        (f"{MET} on 8 March.", PATH, "2021-03-08", "2021-03-08"),
        (f"{MET} on 8 March.", MONTH, "2021-03-08", "2021-03-08"),
        # the address gives the day; a page may tell of the day before
        (f"{MET} to speak of water.", SECONDS, "2021-03-09", "[2021-03-08..2021-03-09]"),
        (f"{MET} today to speak of water.", SECONDS, "2021-03-09", "2021-03-09"),
        (f"{MET} yesterday to speak of water.", PATH, "2021-03-09", "2021-03-08"),
        # the lead tells of another day than that of the page
        (f"{MET} on 20 December.", PATH, "2021-03-09", "2020-12-20"),
        # a printed date stands, whenever the page was made
        (f"4 February 2021\n{MET} today.", PATH, "2021-02-04", "2021-02-04"),
        # the clock of a page is later than its address
        (f"Tuesday, 3 October 2023\n{MET} today.", PATH, "2021-03-09", "2021-03-09"),
    ],
)
def test_address(text: str, url: str, document: str, event: str) -> None:
    found = read(text, url)
    assert (found.document_date.edtf, main_date(found)) == (document, event)


def test_what_the_address_told_is_said() -> None:
    found = read(f"{MET} to speak of water.", SECONDS).document_date
    assert found.basis == "publication"
    assert any("1615291200" in reason.why for reason in found.reasons)


def test_a_publication_date_is_used_only_when_asked_for() -> None:
    text = f"{MET} to speak of water."
    day = date(2021, 3, 9)
    assert read(text, published=day).document_date.edtf == "XXXX-XX-XX"
    found = read(text, published=day, trust=True).document_date
    assert (found.edtf, found.basis) == ("2021-03-09", "publication")
    assert "asked for" in found.reasons[0].why


@pytest.mark.parametrize("wide", ["2021-03", "2021"])
def test_a_month_or_year_of_publication_is_no_day(wide: str) -> None:
    found = read(f"{MET} on 8 March to speak of water.", published=wide, trust=True)
    assert (found.document_date.edtf, main_date(found)) == ("2021-03-08", "2021-03-08")
    assert not read(f"{MET} to speak of water.", published=wide, trust=True).document_date.edtf.count("-03-0")
