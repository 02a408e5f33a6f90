"""Points add up, shares sum to one, and a share is worth what the curve says."""

from __future__ import annotations

import pytest

from data_model.weights import Weights

WEIGHTS = Weights({"near": 20, "far": -10}, ((0.2, 0.1), (0.6, 0.5), (0.9, 0.8)))


def test_ten_points_are_one_logit():
    assert WEIGHTS.score({"near": 1.0, "far": 0.5, "unknown": 1.0}) == pytest.approx(1.5)


def test_shares_are_of_one_choice():
    shares = WEIGHTS.shares([{"near": 1.0}, {"far": 1.0}, {}])
    assert sum(shares) == pytest.approx(1)
    assert shares[0] > shares[2] > shares[1]


@pytest.mark.parametrize(("said", "worth"), [(0.0, 0.1), (0.4, 0.3), (0.75, 0.65), (1.0, 0.8)])
def test_a_share_is_worth_what_such_shares_were(said, worth):
    assert WEIGHTS.calibrated(said) == pytest.approx(worth)
