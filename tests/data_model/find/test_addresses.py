"""What an address tells about when its page was made, and what it only seems to tell."""

from __future__ import annotations

from urllib.parse import unquote

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
    ("https://example.org/world/2014/nov/21/envoys-meet", "2014-11-21"),
    ("https://example.org/2014-November-21/envoys", "2014-11-21"),
    ("https://example.org/articles/may-12-2015", "2015-05-12"),
    ("https://example.org/articles/12-May-2015.html", "2015-05-12"),
    ("https://example.org/actualites/12-ao%C3%BBt-2015/", "2015-08-12"),
    ("https://example.org/2015/f%C3%A9vrier/3/ministres", "2015-02-03"),
    (
        "https://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/12-%D0%BC%D0%B0%D1%8F-2015/",
        "2015-05-12",
    ),
    ("https://example.org/2013/March/envoys.html", "2013-03"),
    ("https://example.org/archives/juillet-2013/", "2013-07"),
    ("https://example.org/en/news/2019-05/", "2019-05"),
    ("https://example.org/en/news/20190512", "2019-05-12"),
    ("https://example.org/article/2014/", "2014"),
    ("https://example.org/2014/nov/31/", "2014-11"),
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
    "https://example.org/id/20191231999",
    "https://example.org/news/15/05/12/",
    "https://example.org/news/envoys-remember-may-12-2015",
    "https://example.org/news/may-12-2015-remembered",
    "https://example.org/march-of-2015-envoys",
    "https://example.org/2014/nov/21/2015/mar/3",
    "https://example.org/",
    "",
]


@pytest.mark.parametrize(("address", "edtf"), TOLD)
def test_told(address: str, edtf: str) -> None:
    found = find_address_date(address)
    assert found is not None
    assert edtf_of_days(found.days) == edtf
    assert found.text in unquote(address)


@pytest.mark.parametrize("address", NOT_TOLD)
def test_not_told(address: str) -> None:
    assert find_address_date(address) is None
