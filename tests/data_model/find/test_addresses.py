"""What an address tells about when its page was made, and what it only seems to tell."""

from __future__ import annotations

import pytest

from data_model.edtf import edtf_of_days
from data_model.find.addresses import find_address_date

TOLD = [
    ("https://example.org/2021/03/09/envoys-meet/", "2021-03-09"),
    ("https://example.org/news/2021-03-09-envoys.html", "2021-03-09"),
    ("https://example.org/news2021-3-9-1.aspx", "2021-03-09"),
    ("https://example.org/20210309/863359556.html", "2021-03-09"),
    ("https://example.org/a/09-03-2021/envoys", "2021-03-09"),
    ("https://example.org/en/events/envoys-meet-1615291200", "2021-03-09"),
    # near midnight in Greenwich it may be either day where the page is made
    ("https://example.org/en/events/envoys-meet-1615330800", "[2021-03-09..2021-03-10]"),
    ("https://example.org/2021/03/envoys-meet.html", "2021-03"),
    ("https://example.org/news/032021/28.html", "2021-03"),
    ("https://example.org/press/en/2021/sc14460.doc.htm", "2021"),
    ("https://example.org/2021/13/45/", "2021"),  # no such day
    ("https://example.org/view/envoys-meet-158496-2021/", "2021"),
]
NOT_TOLD = [
    "https://example.org/news/exercise-to-be-held-in-2018_a3035771/",
    "https://example.org/events/expo-2017",
    "https://example.org/news/232645",
    "https://example.org/view/CE8047BA6CC879F43EF5B4D29A2A50261955E680",
    "https://example.org/a/Summit/1753779.html",
    "https://example.org/news/envoys-on-october-9-10",
    "https://example.org/2021/03/09/as-planned-on-2022-05-01",
    "https://example.org/",
    "",
]


@pytest.mark.parametrize(("address", "edtf"), TOLD)
def test_told(address: str, edtf: str) -> None:
    found = find_address_date(address)
    assert found is not None
    assert edtf_of_days(found.days) == edtf
    assert found.text in address


@pytest.mark.parametrize("address", NOT_TOLD)
def test_not_told(address: str) -> None:
    assert find_address_date(address) is None
