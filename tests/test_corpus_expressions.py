"""The public `find_dates`: the whole expression, its TIMEX3 value, its kind, its parts."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from data_model import find_dates

CORPUS = tomllib.loads((Path(__file__).parent / "corpus" / "expressions_en.toml").read_text(encoding="utf-8"))
WRITTEN = date.fromisoformat(CORPUS["written"])


def named(kind: str) -> list[object]:
    return [pytest.param(line, id=line[0] if isinstance(line, list) else line) for line in CORPUS[kind]]


@pytest.mark.parametrize("line", named("accept"))
def test_accepts(line: list[str]) -> None:
    text, wording, value, kind = line
    (found,) = find_dates(text, WRITTEN, "en")
    assert (found.text, found.value, found.kind) == (wording, value, kind)
    assert text[found.start : found.stop] == wording


@pytest.mark.parametrize("line", named("parts"))
def test_tells_the_parts_of_ranges_and_lists(line: list[list[str]]) -> None:
    (found,) = find_dates(str(line[0]), WRITTEN, "en")
    assert [[part.text, part.value] for part in found.parts] == line[1:]


@pytest.mark.parametrize("line", named("told"))
def test_counts_from_what_was_told(line: list[str]) -> None:
    assert [one.value for one in find_dates(line[0], WRITTEN, "en")] == line[1:]


@pytest.mark.parametrize("text", named("reject"))
def test_rejects(text: str) -> None:
    assert [one.text for one in find_dates(text, WRITTEN, "en")] == []


def test_an_unknown_day_of_writing_leaves_open_what_counts_from_it() -> None:
    values = [one.value for one in find_dates("On Monday, on 4 September and last week", None, "en")]
    assert values == ["XXXX-WXX-1", "XXXX-09-04", "XXXX-WXX"]


@pytest.mark.parametrize("line", named("edtf"))
def test_a_bound_opens_the_interval(line: list[str]) -> None:
    (found,) = find_dates(line[0], WRITTEN, "en")
    assert found.edtf == line[1]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("ru", "с 2014 года", "2014/.."),
        ("ru", "не позднее 1 июня 2018 года", "../2018-06-01"),
        ("ru", "к 2035 году", "../2035"),
        ("ru", "после 9 мая 2015 года", "2015-05-10/.."),
        ("fr", "à partir du 8 mars 2013", "2013-03-08/.."),
        ("fr", "jusqu'en 2035", "../2035"),
        ("fr", "avant 2014", "../2013"),
    ],
)
def test_a_bound_in_other_languages(language: str, text: str, edtf: str) -> None:
    (found,) = find_dates(text, WRITTEN, language)
    assert found.edtf == edtf
