"""PLOVER root codes of sentences: tests/corpus/plover.toml."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from data_model.find.roots import find_root
from data_model.values import PLOVER_ROOTS
from tests.corpus_lines import label, read_corpus

LINES = read_corpus("plover")


@pytest.mark.parametrize("line", LINES["accept"], ids=lambda line: label(line["text"]))
def test_the_code_is_found(line):
    assert find_root(line["text"], 0, len(line["text"])) == line["root"]


@pytest.mark.parametrize("line", LINES["reject"], ids=lambda line: label(line["text"]))
def test_no_code_where_nothing_is_done(line):
    assert find_root(line["text"], 0, len(line["text"])) == "", line["why"]


def test_a_name_that_sounds_like_an_action_is_skipped():
    text = "The Strike Committee met the Release Council."
    assert find_root(text, 0, len(text), [(0, 20), (25, 44)]) == "CONSULT"


def test_the_table_speaks_of_the_codes_only():
    table = tomllib.loads((files("data_model.knowledge") / "plover.toml").read_text(encoding="utf-8"))
    turns = {turn["name"] for turn in table["turn"]}
    assert set(table["roots"]) == set(table["cameo"]) == set(PLOVER_ROOTS)
    assert set(table["turned"]) <= turns
    said = {code for turned in table["turned"].values() for code in (*turned, *turned.values())}
    assert said <= {*PLOVER_ROOTS, "*"}
