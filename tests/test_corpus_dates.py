"""The corpus of date wordings is the specification: one mention, the full span, the right value."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from data_model import days as ds
from data_model.find.date_readings import Duration
from data_model.find.dates import DateMention, find_dates
from data_model.resolve.bounds import bounded
from data_model.resolve.dates import resolve_date

CORPUS = {
    path.stem.removeprefix("dates_"): tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "corpus").glob("dates_??.toml"))
}


def lines(kind: str) -> list[object]:
    return [
        pytest.param(language, line, id=f"{language}: {line[0] if isinstance(line, list) else line}")
        for language, corpus in CORPUS.items()
        for line in corpus.get(kind, ())
    ]


def the_one_in(text: str, language: str) -> DateMention:
    found = [one for one in find_dates(text, language) if not isinstance(one.reading, Duration)]
    assert len(found) == 1, [one.text for one in found]
    return found[0]


@pytest.mark.parametrize("tense", [None, "past", "future"])
def test_every_language_has_a_corpus(tense: str | None) -> None:
    assert set(CORPUS) >= {"en", "ru"}
    assert all(corpus.get(tense or "accept") for corpus in CORPUS.values())


@pytest.mark.parametrize(("language", "line"), [*lines("accept"), *lines("guests")])
def test_accepts(language: str, line: list[str]) -> None:
    read(language, line, None)


@pytest.mark.parametrize(("language", "line"), lines("past"))
def test_told_in_the_past(language: str, line: list[str]) -> None:
    read(language, line, "past")


@pytest.mark.parametrize(("language", "line"), lines("future"))
def test_told_in_the_future(language: str, line: list[str]) -> None:
    read(language, line, "future")


def read(language: str, line: list[str], tense: str | None) -> None:
    text, wording, edtf = line
    mention = the_one_in(text, language)
    today = ds.one_day(date.fromisoformat(CORPUS[language]["today"]))
    when = resolve_date(mention, today, tense=tense)
    assert (mention.text, when.edtf) == (wording, edtf)
    assert when.reasons
    assert when.wording == mention.text


@pytest.mark.parametrize(("language", "line"), lines("unanchored"))
def test_stays_open_without_an_anchor(language: str, line: list[str]) -> None:
    text, wording, edtf = line
    mention = the_one_in(text, language)
    assert (mention.text, resolve_date(mention, ds.ANY).edtf) == (wording, edtf)


@pytest.mark.parametrize(("language", "line"), lines("lengths"))
def test_a_length_is_no_date(language: str, line: list[str]) -> None:
    text, wording = line
    (found,) = find_dates(text, language)
    assert isinstance(found.reading, Duration)
    assert found.text == wording
    assert resolve_date(found, ds.one_day(date(2023, 6, 14))).precision == "unknown"


@pytest.mark.parametrize(("language", "text"), lines("reject"))
def test_rejects(language: str, text: str) -> None:
    found = [one for one in find_dates(text, language) if not isinstance(one.reading, Duration)]
    assert not found, [one.text for one in found]


def test_a_set_of_document_dates_gives_the_matching_years() -> None:
    anchor = ds.union(ds.one_day(date(2018, 9, 4)), ds.one_day(date(2019, 9, 4)))
    (mention,) = find_dates("on 4 September", "en")
    assert resolve_date(mention, anchor).edtf == "[2018-09-04,2019-09-04]"
    (mention,) = find_dates("yesterday", "en")
    assert resolve_date(mention, anchor).edtf == "[2018-09-03,2019-09-03]"


def test_a_printed_weekday_chooses_the_year() -> None:
    anchor = ds.union(ds.one_day(date(2018, 9, 4)), ds.one_day(date(2019, 9, 4)))
    (mention,) = find_dates("on Wednesday, 4 September", "en")
    assert resolve_date(mention, anchor).edtf == "2019-09-04"


def test_a_wrong_weekday_is_shown_not_obeyed() -> None:
    (mention,) = find_dates("on Monday, 1 June 2023", "en")
    when = resolve_date(mention, ds.ANY)
    assert when.edtf == "2023-06-01"
    assert any("Monday" in reason.why for reason in when.reasons)


def test_the_turn_of_the_year() -> None:
    (mention,) = find_dates("on 28 December", "en")
    assert resolve_date(mention, ds.one_day(date(2014, 1, 3)), tense="past").edtf == "2013-12-28"
    assert resolve_date(mention, ds.one_day(date(2014, 1, 3)), tense="future").edtf == "2014-12-28"


def test_from_a_year_to_a_year() -> None:
    (ago,) = find_dates("five years ago", "en")
    (ahead,) = find_dates("next year", "en")
    assert resolve_date(ago, ds.whole_year(2014)).edtf == "2009~"
    assert resolve_date(ahead, ds.whole_year(2014)).edtf == "2015"


def test_a_bound_is_told() -> None:
    bounds = {one.text: one.bound for one in find_dates("since 2014, until October 12, by August 18", "en")}
    assert bounds == {"2014": "since", "October 12": "until", "August 18": "by"}


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        (date(2013, 2, 12), "[2012-12-01..2013-02-28]"),
        (date(2013, 12, 20), "[2013-12-01..2014-02-28]"),
        (date(2013, 10, 1), "[2013-12-01..2014-02-28]"),
        (date(2013, 4, 1), "[2012-12-01..2013-02-28,2013-12-01..2014-02-28]"),
    ],
)
@pytest.mark.parametrize(
    ("language", "text"), [("en", "this winter"), ("ru", "этой зимой"), ("fr", "cet hiver")]
)
def test_this_winter_is_the_one_under_way(language: str, text: str, written: date, edtf: str) -> None:
    (mention,) = find_dates(text, language)
    assert resolve_date(mention, ds.one_day(written)).edtf == edtf


@pytest.mark.parametrize(("language", "line"), lines("accept"))
def test_a_bound_never_loses_the_date(language: str, line: list[str]) -> None:
    mention = the_one_in(line[0], language)
    when = resolve_date(mention, ds.one_day(date.fromisoformat(CORPUS[language]["today"])))
    for bound in ("", "since", "until", "by"):
        assert ds.intersect(bounded(when, bound).spans, when.spans) == when.spans
