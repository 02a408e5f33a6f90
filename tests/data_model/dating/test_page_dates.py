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
    text: str, url: str | None = None, published: date | str | None = None, *, ignore: bool = False
) -> Normalized:
    document = Document("a", text, url=url, published=published)
    return normalize(document, as_of=date(2026, 11, 1), ignore_published=ignore)


def main_date(found: Normalized) -> str:
    return next(event.date.edtf for event in found.events if event.main)


@pytest.mark.parametrize(
    ("text", "url", "document", "event"),
    [
        # the address gives the year
        (f"{MET} on 9 March.", SECONDS, "2021-03-09", "2021-03-09"),
        (f"{MET} on 8 March.", PATH, "2021-03-09", "2021-03-08"),
        (f"{MET} on 8 March.", MONTH, "2021-03-08", "2021-03-08"),
        # the address gives the day, and nothing tells another one
        (f"{MET} to speak of water.", SECONDS, "2021-03-09", "2021-03-09"),
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


def test_a_page_that_was_kept_up_to_date_is_no_older_than_its_address_and_may_be_younger() -> None:
    entries = (
        "18th June\n\nRebels attacked a ship off Aden.\n\n12th June\n\nThey struck a tanker.\n\n"
        "3rd March\n\nShots fell on deck."
    )
    found = read(
        f"Attacks on ships: a tracker\n\n{entries}", "https://example.org/2021/01/ships/"
    ).document_date
    assert (found.earliest, found.latest) == (date(2020, 12, 28), date(2026, 11, 1))
    assert any("was begun" in reason.why for reason in found.reasons)
    # near miss: its entries are of the time of its address
    entries = entries.replace("18th June", "18th January").replace("12th June", "12th January")
    entries = entries.replace("3rd March", "3rd January")
    found = read(
        f"Attacks on ships: a tracker\n\n{entries}", "https://example.org/2021/01/ships/"
    ).document_date
    assert found.latest is not None
    assert found.latest.year == 2021


def test_what_the_address_told_is_said() -> None:
    found = read(f"{MET} to speak of water.", SECONDS).document_date
    assert found.basis == "publication"
    assert any("1615291200" in reason.why for reason in found.reasons)


def test_a_publication_date_is_used_unless_it_is_to_be_ignored() -> None:
    text = f"{MET} to speak of water."
    day = date(2021, 3, 9)
    assert read(text, published=day, ignore=True) == read(text)
    found = read(text, published=day).document_date
    assert (found.edtf, found.basis) == ("2021-03-09", "publication")
    assert "beside the text" in found.reasons[0].why


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # the weekday, and the day before, count from it
        (f"{MET} on Monday.", "2021-03-08"),
        (f"{MET} yesterday.", "2021-03-08"),
        # a printed day beats it; it is no later than the page
        (f"{MET} on 2 March.", "2021-03-02"),
        ("RIGA, 5 March 2021 – The envoys of five states met on Friday.", "2021-03-05"),
        # a page in a language whose words of time are not read may tell of the day before
        ("Los enviados de cinco estados se reunieron con el presidente en Lima.", "[2021-03-08..2021-03-09]"),
    ],
)
def test_a_publication_date_is_the_today_of_its_text(text: str, event: str) -> None:
    assert main_date(read(text, published=date(2021, 3, 9))) == event


def test_what_cannot_be_read_is_only_likely_of_its_publication_day() -> None:
    text = "Los enviados de cinco estados se reunieron con el presidente en Lima."
    event = next(one for one in read(text, published=date(2021, 3, 9)).events if one.main)
    assert event.date.likely is not None
    assert (event.date.likely.edtf, event.date.likely.share) == ("2021-03-09", 0.7)


@pytest.mark.parametrize("wide", ["2021-03", "2021"])
def test_a_month_or_year_of_publication_is_no_day(wide: str) -> None:
    found = read(f"{MET} on 8 March to speak of water.", published=wide)
    assert (found.document_date.edtf, main_date(found)) == ("2021-03-08", "2021-03-08")
    assert not read(f"{MET} to speak of water.", published=wide).document_date.edtf.count("-03-0")


_CAPTIONED = (
    "Court sentences the former president\n\n{day}\n\nTwo presidents\n24 April 2006\n\n"
    "The court sentenced the former president to ten years in prison, his lawyer said to reporters."
)


@pytest.mark.parametrize("published", [date(2013, 2, 13), "2013-02-13"])
def test_of_several_date_lines_the_one_of_the_publication_day_is_the_reports(published: date | str) -> None:
    text = _CAPTIONED.format(day="13 February 2013")
    assert normalize(Document("captioned", text, published=published)).document_date.edtf == "2013-02-13"


def test_a_publication_day_may_be_given_as_edtf() -> None:
    text = "Envoys meet\n\nThe envoys of five states met on Friday to speak of the border."
    told = [
        normalize(Document("edtf", text, published=day)).document_date
        for day in (date(2021, 3, 8), "2021-03-08")
    ]
    assert told[0] == told[1]


def test_a_line_years_behind_what_the_report_plans_is_the_clock_of_the_page() -> None:
    text = "{day}\n\nBloc postpones two meetings\n\nThe bloc said its meetings will be held on 30 May 2020."
    clock, own = (
        normalize(Document("clock", text.format(day=day))).document_date
        for day in ("Wednesday, April 17, 2024", "Friday, May 15, 2020")
    )
    assert clock.earliest is None or clock.earliest < date(2020, 5, 30)
    assert own.edtf == "2020-05-15"


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("The leaders spoke by phone earlier this evening (Monday), 6 April 2009.", "2009-04-06"),
        ("The envoys called on the President yesterday (27 May 2014), the palace said.", "2014-05-28"),
    ],
)
def test_a_counted_word_beside_a_printed_day_tells_when_it_was_written(told: str, written: str) -> None:
    text = "Leaders speak\n\nPeace is what both of the countries want, the palace said in a statement.\n\n"
    text += "It is what the region wants. It is what the world wants. Nobody was for war.\n\n"
    assert normalize(Document("beside", text + told)).document_date.edtf == written


def test_a_line_of_a_chronology_is_of_the_year_told_last() -> None:
    lines = (
        "12 March 2014: Norway and Chile signed a pact in Oslo.\n15 April: The ministers met in Geneva.",
        "In 2015 the dispute went on.",
        "12 February: The leaders of Norway and Chile met in Lima.\n3 March: Envoys met in Vienna.",
    )
    with_year = read("Chronology of the dispute\n\n" + "\n\n".join(lines))
    days = {event.date.edtf for event in with_year.events}
    assert {"2014-03-12", "2014-04-15", "2015-02-12", "2015-03-03"} <= days
    # near miss: no year is told between
    without = read("Chronology of the dispute\n\n" + "\n\n".join((lines[0], "9 May: It went on.", lines[2])))
    assert not {"2015-03-03"} & {event.date.edtf for event in without.events if event.main}
