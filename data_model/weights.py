"""Points that `make fit` writes, and what they say: ten points are one logit.

A choice is a sum: each feature lies in 0 to 1 and has its points, the sums become shares by the softmax over
what is put to choice, and a share is set right by what such
shares were worth out of fold. The points are whole numbers: the same answer on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import exp

from data_model.knowledge.files import read_file

_POINTS_A_LOGIT = 10
# What a choice between yes and no starts from.
BIAS = "bias"

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """What a file of points holds.

    Attributes:
        points: Points by feature.
        curve: What a stated share is worth: pairs of stated and right, rising.
    """

    points: Mapping[str, int]
    curve: tuple[tuple[float, float], ...]

    def score(self, features: Features) -> float:
        """The sum of the points, in logits."""
        return sum(self.points.get(name, 0) * value for name, value in features.items()) / _POINTS_A_LOGIT

    def share(self, features: Features) -> float:
        """How likely it is so, of a choice between yes and no."""
        return 1 / (1 + exp(-self.score({**features, BIAS: 1.0})))

    def shares(self, candidates: Sequence[Features]) -> list[float]:
        """What share of the choice each candidate gets."""
        scores = [self.score(features) for features in candidates]
        best = max(scores)
        raised = [exp(score - best) for score in scores]
        return [one / sum(raised) for one in raised]

    def calibrated(self, share: float) -> float:
        """What a share is worth: between two pairs of the curve on a straight line, level beyond its ends."""
        if share <= self.curve[0][0]:
            return self.curve[0][1]
        for (said, right), (next_said, next_right) in pairwise(self.curve):
            if share <= next_said:
                return right + (next_right - right) * (share - said) / (next_said - said)
        return self.curve[-1][1]


@lru_cache
def load_weights(package: str, name: str) -> Weights:
    """The points of a file in a package: `load_weights("data_model.dating", "likely.toml")`."""
    table = read_file(name, files(package))
    return Weights(table["points"], tuple((said, right) for said, right in table["curve"]))
