"""The help tells the figures of the frozen table."""

from __future__ import annotations

from benchmarks.reach import FILE, MAIN, reached, written
from dashboard import help_labels


def test_the_help_tells_what_the_table_holds():
    assert FILE.read_text(encoding="utf-8") == written(), "run `python -m benchmarks.reach`"
    assert reached().keys() >= set(help_labels.REACH)
    assert reached()[MAIN]["cases"] > 50
