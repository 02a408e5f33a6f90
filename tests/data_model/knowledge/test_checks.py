"""The knowledge files are right, and a file that is not is caught: one broken entry a rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from data_model.errors import KnowledgeError
from data_model.knowledge.checks import find_faults, main
from data_model.knowledge.holders import read_offices, read_term

SOUND = {
    "people/all.toml": """
[[person]]
key = "ann-ash"
name = "Ann Ash"
country = "BY"
source = "invented"

[[person]]
key = "ben-birch"
name = "Ben Birch"
also = ["Benjamin Birch"]
source = "invented"
""",
    "offices/all.toml": """
[[office]]
key = "by-president"
title = "president"
country = "BY"
name = "President of Belarus"
source = "invented"
terms = [
  "ann-ash | 2001-02-03 | 2005-06",
  "ben-birch | 2005-06 | 2010-07-08",
  "ann-ash | 2010-07-08 |  | a list of 2026 | sworn in a day later",
]
""",
    "office_lists.toml": """
[[list]]
name = "Old List"
reaches = "2022-07-23"
source = "invented"
""",
    "organizations/all.toml": """
[[organization]]
key = "club"
name = "Club"
kind = "forum"
founded = "1990"
dissolved = "2000"
members = [{ country = "BY", since = "1991", until = "1995" }]
source = "invented"
""",
    "countries.toml": """
[[country]]
code = "BY"
names = ["Belarus"]
source = "invented"

[[country]]
code = "RU"
names = ["Russia"]
source = "invented"

[[region]]
name = "East"
countries = ["BY", "RU"]
source = "invented"
""",
    "roles.toml": """
[[role]]
key = "president"
en = ["President"]
rank = "head-of-state"
scope = "either"
source = "invented"
""",
    "topics.toml": """
[[topic]]
key = "trade"
name = "Trade"
source = "invented"
""",
    "happenings.toml": """
[[class]]
key = "fairs"
name = "Fairs"
source = "invented"
happening = [{ name = "First Fair", country = "BY", since = "2001-05-01", until = "2001-05-03" }]
""",
    "chairs.toml": """
[[chair]]
body = "club"
source = "invented"
terms = [{ country = "BY", since = "1991", until = "1991" }]
""",
}
OFFICES, PEOPLE, BODIES = "offices/all.toml", "people/all.toml", "organizations/all.toml"
BROKEN = [
    # file, words, what stands there instead, what is told
    (PEOPLE, 'country = "BY"\n', 'county = "BY"\n', "unknown key 'county'"),
    ("happenings.toml", "country =", "county =", "unknown key 'county'"),
    (PEOPLE, 'country = "BY"\nsource = "invented"', 'country = "BY"', "ann-ash: no source"),
    (OFFICES, '"invented"', '"each term names its own"', "the term of ann-ash names no source"),
    (PEOPLE, 'key = "ben-birch"', 'key = "ann-ash"', "the key stands twice"),
    (PEOPLE, 'country = "BY"', 'country = "BYE"', "unknown country code 'BYE'"),
    (BODIES, 'country = "BY"', 'country = "Belarus"', "unknown country code 'Belarus'"),
    ("countries.toml", '"BY", "RU"]', '"BY", "XX"]', "East: unknown country code 'XX'"),
    (OFFICES, '"president"', '"presidnet"', "title 'presidnet' is no role"),
    (OFFICES, '"ben-birch |', '"ben-brich |', "'ben-brich' is no key of people/"),
    (BODIES, 'kind = "forum"', 'parent = "clubs"', "parent 'clubs' is no organization"),
    ("chairs.toml", '"club"', '"clubs"', "body 'clubs' is no organization"),
    ("roles.toml", '"head-of-state"', '"boss"', "rank 'boss'; expected one of head-of-state"),
    ("roles.toml", '"either"', '"any"', "scope 'any'; expected one of country"),
    (OFFICES, "2001-02-03", "2006-02-03", "ann-ash: 2006-02-03 is after 2005-06"),
    (OFFICES, "2001-02-03", "2001-02-30", "'2001-02-30' is not a day of the calendar"),
    (BODIES, '"1990"', '"2010"', "2010 is after 2000"),
    (BODIES, 'since = "1991"', 'since = "1997"', "BY: 1997 is after 1995"),
    ("happenings.toml", "2001-05-03", "2001-04-03", "First Fair: 2001-05-01 is after 2001-04-03"),
    (OFFICES, "ben-birch | 2005-06 ", "ben-birch | 2005-04-01 ", "hold it at once and no note says why"),
    (OFFICES, "a list of 2026", "Old List", "write '2022-07-23..' or name one of 2026"),
    (OFFICES, "a list of 2026", "", "write '2010-07-08..' or name one of 2026"),
    (OFFICES, "2010-07-08 |  |", "2010-07-08 | 2009.. |", "ann-ash: 2010-07-08 is after 2009"),
    (OFFICES, "2001-02-03 | 2005-06", "2001-02-03 | 2005-07..2005-06", "ann-ash: 2005-07 is after 2005-06"),
    (OFFICES, "2001-02-03 | 2005-06", "2001-02-03 | 2003..", "hold it at once and no note says why"),
    (PEOPLE, "Benjamin Birch", "Ann Ash", "'Ann Ash' is also ann-ash"),
    ("countries.toml", '["Russia"]', '["Russia", "Belarus"]', "'Belarus' is also BY"),
]


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_files_of_the_package_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0, capsys.readouterr().err


def test_sound_files_have_no_fault(tmp_path: Path) -> None:
    assert find_faults(written(tmp_path, SOUND)) == []


@pytest.mark.parametrize(("file", "old", "new", "told"), BROKEN, ids=[told for *_, told in BROKEN])
def test_a_broken_file_is_caught(tmp_path: Path, file: str, old: str, new: str, told: str) -> None:
    assert old in SOUND[file]
    faults = find_faults(written(tmp_path, {**SOUND, file: SOUND[file].replace(old, new, 1)}))
    assert any(told in str(fault) and str(fault).startswith(file) for fault in faults), faults


def test_two_holders_at_once_may_be_explained(tmp_path: Path) -> None:
    text = SOUND[OFFICES].replace(
        "ben-birch | 2005-06 | 2010-07-08", "ben-birch | 2005 | 2011 | a list | disputed"
    )
    assert find_faults(written(tmp_path, {**SOUND, OFFICES: text})) == []


def test_a_term_may_be_known_by_month_or_year(tmp_path: Path) -> None:
    office = read_offices(written(tmp_path, SOUND))["by-president"]
    assert [[(str(span.first), str(span.last)) for span in term.days] for term in office.terms] == [
        [("2001-02-03", "2005-06-30")],
        [("2005-06-01", "2010-07-08")],
        [("2010-07-08", "None")],
    ]


@pytest.mark.parametrize("source", ["Old List", "a page of 2019-04-05"])
@pytest.mark.parametrize("last", ["2012..", "2012-03..2026-04-05"])
def test_an_old_source_may_tell_how_long_it_knows(tmp_path: Path, last: str, source: str) -> None:
    text = SOUND[OFFICES].replace("2010-07-08 |  | a list of 2026", f"2010-07-08 | {last} | {source}")
    assert find_faults(written(tmp_path, {**SOUND, OFFICES: text})) == []


@pytest.mark.parametrize(
    ("last", "days", "known"),
    [
        ("2012-03-04..", "None", "2012-03-04"),
        ("2012-03..", "None", "2012-03-31"),
        ("2012-03-04..2015-06", "2015-06-30", "2012-03-04"),
        ("2012-03-04", "2012-03-04", "2012-03-04"),
        ("", "None", "None"),
    ],
)
def test_a_term_may_have_lasted_longer_than_its_sources_know(
    tmp_path: Path, last: str, days: str, known: str
) -> None:
    text = SOUND[OFFICES].replace("2010-07-08 |  |", f"2010-07-08 | {last} |")
    term = read_offices(written(tmp_path, {**SOUND, OFFICES: text}))["by-president"].terms[-1]
    assert (str(term.days[-1].last), str(term.known[-1].last)) == (days, known)


@pytest.mark.parametrize("line", ["ann-ash | 2001", "| 2001 | 2002", "a | b | c | d | e | f"])
def test_a_line_that_is_no_term_says_what_was_expected(line: str) -> None:
    with pytest.raises(ValueError, match=r"expected 'person \| first day \| last day"):
        read_term(line)


@pytest.mark.parametrize("read", [read_offices, find_faults])
def test_an_office_that_cannot_be_read_is_named(tmp_path: Path, read: Callable[[Path], object]) -> None:
    text = SOUND[OFFICES].replace("2010-07-08 |  |", "2010-07-08 |  | x | y | z |")
    with pytest.raises(KnowledgeError, match="by-president"):
        read(written(tmp_path, {**SOUND, OFFICES: text}))
