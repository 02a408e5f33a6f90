"""Every annotated document has a fold, a happening is never torn, the fifth holds nothing read before."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks import folds


@pytest.fixture(scope="module")
def told() -> list[folds.Told]:
    return list(folds.told_documents())


@pytest.fixture(scope="module")
def happenings(told: list[folds.Told]) -> list[list[folds.Told]]:
    return folds.happenings_of(told)


def test_every_document_has_a_fold(told: list[folds.Told]) -> None:
    keys = {one.key for one in told}
    assert set(folds.read_folds()) == keys
    assert set(folds.read_folds().values()) == set(folds.FOLDS)


def test_reports_of_one_happening_share_a_fold(happenings: list[list[folds.Told]]) -> None:
    of = folds.read_folds()
    torn = [[told.key for told in one] for one in happenings if len({of[told.key] for told in one}) > 1]
    assert not torn


def test_no_happening_swallows_the_sets(happenings: list[list[folds.Told]]) -> None:
    """A rule that joins too much would leave no folds."""
    sizes = [len(one) for one in happenings]
    assert max(sizes) < 10
    assert sum(size > 1 for size in sizes) > 10


def test_the_fifth_fold_holds_nothing_read_before() -> None:
    assert not [key for key, fold in folds.read_folds().items() if fold == 5 and key[0] in ("seeds", "dev")]


def test_folds_are_even() -> None:
    sizes = Counter((group, fold) for (group, _), fold in folds.read_folds().items())
    for group in {group for group, _ in sizes} - {"seeds", "dev"}:
        counts = [sizes[group, fold] for fold in folds.FOLDS]
        assert max(counts) - min(counts) <= 2, group


def test_the_file_is_what_the_command_writes(happenings: list[list[folds.Told]]) -> None:
    made = folds.as_toml(folds.in_file_order(folds.fold_of(happenings)))
    assert made == folds.FILE.read_text(encoding="utf-8")
