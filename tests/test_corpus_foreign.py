"""Dates in languages without a file of date words: right or none, never another day."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from data_model import days as ds
from data_model.find.date_readings import Duration
from data_model.find.dates import DateMention, find_dates
from data_model.resolve.dates import resolve_date

CORPUS = tomllib.loads((Path(__file__).parent / "corpus" / "dates_foreign.toml").read_text(encoding="utf-8"))
TODAY = ds.one_day(date.fromisoformat(CORPUS["today"]))


def dates_in(text: str, language: str) -> list[DateMention]:
    return [one for one in find_dates(text, language) if not isinstance(one.reading, Duration)]


def test_thirteen_languages() -> None:
    assert (len(CORPUS["dated"]), len({line[0] for line in CORPUS["dated"]})) == (18, 13)


@pytest.mark.parametrize("line", [*CORPUS["dated"], *CORPUS["accept"]], ids=str)
def test_accepts(line: list[str]) -> None:
    language, text, wording, edtf = line
    first, *_ = [*dates_in(text, language), None]
    if not wording:
        assert first is None
        return
    assert first is not None
    assert first.text == text[first.start : first.stop] == wording
    assert resolve_date(first, TODAY).edtf == edtf


@pytest.mark.parametrize("line", CORPUS["reject"], ids=str)
def test_rejects(line: list[str]) -> None:
    language, text = line
    assert not [one.text for one in dates_in(text, language) if resolve_date(one, TODAY).precision != "month"]


def test_says_who_read_it() -> None:
    (mention,) = dates_in("Berlin, den 3. Oktober 2019", "de")
    assert "read by dateparser" in [one.why for one in resolve_date(mention, TODAY).reasons]
