"""Near-copies of annotated pages are known as one wording, other pages are not; the table says so."""

from __future__ import annotations

import csv

import pytest

from benchmarks.near_copies import COLUMNS, FROZEN, WAYS, measure, pages


@pytest.mark.parametrize("way", WAYS)
def test_copies_are_found_and_nothing_else_as_the_table_says(way: str) -> None:
    row = dict(zip(COLUMNS, measure(way, pages()), strict=True))
    assert int(row["found"]) >= 0.95 * int(row["copies"])
    assert int(row["joined"]) <= 0.005 * int(row["other pairs"].replace(",", ""))
    with FROZEN.open(newline="") as file:
        assert row in list(csv.DictReader(file))
