"""A known answer is found again, signs are kept, the fifth fold teaches nothing, shares mean something."""

from __future__ import annotations

import math
import random
import tomllib
from pathlib import Path

import pytest

from benchmarks import fit
from benchmarks.calibration import best_of, curve, reliability
from benchmarks.logit import Row, binary_shares, fit_binary, fit_softmax, softmax_shares, usable
from benchmarks.slots import Slot, document_date_rows

TRUE = {"printed": 2.0, "old": -1.0, "noise": 0.0, "turned": -1.0}
SIGNS = {"printed": 1, "old": -1, "noise": 1, "turned": 1, "rare": 1}


def made(decisions: int, *, fold: int | None = None, seed: int = 7) -> list[Row]:
    """Decisions among four candidates, drawn by the true weights."""
    lot = random.Random(seed)  # noqa: S311 - a seed, not a secret
    rows = []
    for at in range(decisions):
        features = [{name: float(lot.random() < 0.5) for name in TRUE} for _ in range(4)]
        odds = [math.exp(sum(TRUE[name] * value for name, value in one.items())) for one in features]
        chosen = lot.choices(range(4), odds)[0]
        where = fold or at % 5 + 1
        rows += [
            Row(f"d{at}", where, f"d{at}", f"c{index}", one | {"rare": float(at == 0)}, index == chosen)
            for index, one in enumerate(features)
        ]
    return rows


def test_known_weights_are_found_again() -> None:
    points = fit_softmax(made(2000), SIGNS)
    assert points["printed"] == pytest.approx(20, abs=2)
    assert points["old"] == pytest.approx(-10, abs=2)
    assert abs(points["noise"]) <= 2


def test_a_denied_sign_is_nothing() -> None:
    assert fit_softmax(made(2000), SIGNS)["turned"] == 0
    assert fit_softmax(made(2000), {**SIGNS, "turned": 0})["turned"] == pytest.approx(-10, abs=2)


def test_points_are_whole_and_the_same_each_time() -> None:
    once, again = fit_softmax(made(300), SIGNS), fit_softmax(made(300), SIGNS)
    assert once == again
    assert all(type(value) is int for value in once.values())


def test_a_feature_of_one_document_and_the_eleventh_weight_go() -> None:
    assert "rare" not in fit_softmax(made(300), SIGNS)
    assert len(usable(made(300), SIGNS, positives=29)) == 2


def test_binary_weights_have_a_bias() -> None:
    lot, rows = random.Random(3), []  # noqa: S311
    for at in range(3000):
        features = {"printed": float(lot.random() < 0.5), "old": float(lot.random() < 0.5)}
        score = 2 * features["printed"] - features["old"] - 0.5
        right = lot.random() < 1 / (1 + math.exp(-score))
        rows.append(Row(f"d{at}", at % 5 + 1, f"d{at}", "c", features, right))
    points = fit_binary(rows, {"printed": 1, "old": -1})
    assert points["printed"] == pytest.approx(20, abs=3)
    assert points["old"] == pytest.approx(-10, abs=3)
    assert points["bias"] == pytest.approx(-5, abs=3)
    kept = [row for row, share in zip(rows, binary_shares(rows, points), strict=True) if share > 0.5]
    assert sum(row.right for row in kept) > 0.7 * len(kept)


def test_shares_of_a_decision_are_one_whole() -> None:
    rows = made(5)
    shares = softmax_shares(rows, {"printed": 20})
    assert sum(shares) == pytest.approx(5)
    assert not softmax_shares([], {})


def test_no_fold_is_told_by_what_it_taught() -> None:
    taught: list[set[int]] = []

    def watched(rows: list[Row]) -> dict[str, int]:
        taught.append({row.fold for row in rows})
        return {"printed": 20}

    told = fit.out_of_fold(made(100), (1, 2, 3, 4, 5), watched)
    assert taught == [{2, 3, 4}, {1, 3, 4}, {1, 2, 4}, {1, 2, 3}, {1, 2, 3, 4}]
    assert {row.fold for row, _ in told} == {1, 2, 3, 4, 5}


def test_out_of_fold_shares_are_what_they_say() -> None:
    told = fit.out_of_fold(made(2000), (1, 2, 3, 4, 5), lambda rows: fit_softmax(rows, SIGNS))
    for one in reliability(best_of(told)):
        if one.cases > 100:
            assert one.said == pytest.approx(one.right, abs=0.08)


def test_a_curve_never_falls() -> None:
    told = fit.out_of_fold(made(500), (1, 2, 3, 4), lambda rows: fit_softmax(rows, SIGNS))
    points = curve(best_of(told))
    assert len(points) > 1
    assert points == sorted(points)
    assert [right for _, right in points] == sorted(right for _, right in points)


def test_the_command_writes_points_a_reader_understands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "points.toml"
    slot = Slot("choice", lambda: made(400), SIGNS, file, why={"printed": "it is printed"})
    monkeypatch.setattr(fit, "SLOTS", (slot,))
    monkeypatch.setattr(fit, "RELIABILITY", tmp_path / "reliability.csv")
    monkeypatch.setattr("sys.argv", ["fit"])
    fit.main()
    written = file.read_text(encoding="utf-8")
    assert "# it is printed" in written
    table = tomllib.loads(written)
    assert table["points"]["printed"] > 10
    assert table["curve"]
    assert "out of fold" in capsys.readouterr().out
    fit.main()
    assert file.read_text(encoding="utf-8") == written


def test_fitting_one_slot_keeps_the_reliability_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "reliability.csv"
    slots = tuple(
        Slot(name, lambda: made(400), SIGNS, tmp_path / f"{name}.toml") for name in ("date", "choice")
    )
    monkeypatch.setattr(fit, "SLOTS", slots)
    monkeypatch.setattr(fit, "RELIABILITY", table)
    monkeypatch.setattr("sys.argv", ["fit"])
    fit.main()
    both = table.read_text(encoding="utf-8")
    assert "date,1-4" in both
    assert "choice,1-4" in both
    monkeypatch.setattr("sys.argv", ["fit", "choice"])
    fit.main()
    assert table.read_text(encoding="utf-8") == both


def test_the_right_document_date_holds_the_day_of_publication() -> None:
    rows = document_date_rows(lambda _: [("2023", {"year": 1.0}), ("1950", {})])
    right = {row.document for row in rows if row.right}
    assert right
    assert all(row.candidate == "2023" for row in rows if row.right)
    assert {row.fold for row in rows} == {1, 2, 3, 4, 5}
