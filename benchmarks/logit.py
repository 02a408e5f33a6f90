"""A choice as a sum of points: conditional and binary logit with declared signs, fitted once, read by anyone.

Ten points are one logit. A weight whose declared sign the data deny is 0, so that no reason ever speaks
against what its words say. The same rows give the same points on every machine: Newton's steps, then rounded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data_model.weights import BIAS

POINTS_OF_A_LOGIT = 10
# Strengths of the penalty on the squares of weights that inner folds choose from.
GRID = (0.1, 0.3, 1.0, 3.0, 10.0)
# Against learning single documents by heart.
_FEWEST_DOCUMENTS = 8
_POSITIVES_OF_A_WEIGHT = 10
_STEPS, _HALVINGS, _SETTLED = 60, 30, 1e-9
_TINY = 1e-12

Points = dict[str, int]
Signs = Mapping[str, int]
_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate of one decision.

    Attributes:
        document: The document it is of, by set and id.
        fold: The document's fold of happenings.
        group: The decision: among its candidates one is chosen.
        candidate: What is put to choice, for a reader.
        features: What speaks for it or against it, by name, each from 0 to 1.
        right: Whether it is the truth; several of a group may be.
        weight: How much the decision counts.
    """

    document: str
    fold: int
    group: str
    candidate: str
    features: Mapping[str, float]
    right: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows as numbers: features by column, the decision of each row by its number."""

    values: _Floats
    right: _Floats
    group: NDArray[np.intp]
    weight: _Floats


def fit_softmax(rows: Sequence[Row], signs: Signs) -> Points:
    """Points by which one candidate of each decision is chosen; `signs` says +1, -1 or 0 (either)."""
    rows = _decided(rows)
    return _fit(rows, signs, _softmax_loss, softmax_shares, positives=len({row.group for row in rows}))


def fit_binary(rows: Sequence[Row], signs: Signs) -> Points:
    """Points by which each candidate is kept or not, with a bias of its own."""
    return _fit(
        rows, {**signs, BIAS: 0}, _binary_loss, binary_shares, positives=sum(row.right for row in rows)
    )


def softmax_shares(rows: Sequence[Row], points: Mapping[str, float]) -> list[float]:
    """What share of a decision each candidate gets."""
    scores = np.array([_score(row, points) for row in rows])
    _, group = np.unique([row.group for row in rows], return_inverse=True)
    return [float(share) for share in _softmax(scores, group)] if len(rows) else []


def binary_shares(rows: Sequence[Row], points: Mapping[str, float]) -> list[float]:
    """How likely each candidate is right."""
    return [
        float(1 / (1 + np.exp(-_score(row, points) - points.get(BIAS, 0) / POINTS_OF_A_LOGIT)))
        for row in rows
    ]


def usable(rows: Sequence[Row], signs: Signs, positives: int) -> list[str]:
    """The features that may have a weight: in enough documents, one for ten positives, the commonest."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name, value in row.features.items():
            if value:
                seen[name].add(row.document)
    often = Counter({name: len(seen[name]) for name in signs if len(seen[name]) >= _FEWEST_DOCUMENTS})
    best = sorted(often, key=lambda name: (-often[name], name))
    return sorted(best[: positives // _POSITIVES_OF_A_WEIGHT])


def log_loss(rows: Sequence[Row], shares: Sequence[float], *, binary: bool = False) -> float:
    """How surprised the shares are by the truth, by decision: less is better."""
    if binary:
        given = [share if row.right else 1 - share for row, share in zip(rows, shares, strict=True)]
        return float(-np.mean(np.log(np.maximum(given, _TINY))))
    right: defaultdict[str, float] = defaultdict(float)
    for row, share in zip(rows, shares, strict=True):
        right[row.group] += share * row.right
    told = [right[row.group] for row in {row.group: row for row in _decided(rows)}.values()]
    return float(-np.mean(np.log(np.maximum(told, _TINY)))) if told else 0.0


_Loss = Callable[[_Floats, _Table], tuple[float, _Floats, _Floats]]
_Shares = Callable[[Sequence[Row], Mapping[str, float]], list[float]]


def _fit(rows: Sequence[Row], signs: Signs, loss: _Loss, shares: _Shares, *, positives: int) -> Points:
    names = usable(rows, signs, positives)
    names += [BIAS] if BIAS in signs else []
    penalty = _best_penalty(rows, names, signs, loss, shares)
    weights = _solve(_tabled(rows, names), names, signs, loss, penalty)
    return {name: round(POINTS_OF_A_LOGIT * weight) for name, weight in zip(names, weights, strict=True)}


def _best_penalty(rows: Sequence[Row], names: list[str], signs: Signs, loss: _Loss, shares: _Shares) -> float:
    """The penalty that surprises inner folds least, the strongest of equals."""
    folds = sorted({row.fold for row in rows})
    if len(folds) == 1 or not names:
        return GRID[-1]

    def surprise(penalty: float) -> float:
        total = 0.0
        for fold in folds:
            rest, held = ([row for row in rows if (row.fold == fold) == out] for out in (False, True))
            weights = _solve(_tabled(rest, names), names, signs, loss, penalty)
            points = {name: POINTS_OF_A_LOGIT * each for name, each in zip(names, weights, strict=True)}
            told = shares(held, points)
            size = len(held) if BIAS in signs else len({row.group for row in held})
            total += size * log_loss(held, told, binary=BIAS in signs)
        return total

    return min(reversed(GRID), key=surprise)


def _solve(table: _Table, names: list[str], signs: Signs, loss: _Loss, penalty: float) -> _Floats:
    """Newton's steps, each cut back to the declared signs and halved until it helps."""
    lows = np.array([0.0 if signs[name] > 0 else -np.inf for name in names])
    highs = np.array([0.0 if signs[name] < 0 else np.inf for name in names])
    weighed = np.array([0.0 if name == BIAS else penalty for name in names])

    def whole(at: _Floats) -> tuple[float, _Floats, _Floats]:
        value, slope, bend = loss(at, table)
        return value + float(weighed @ at**2) / 2, slope + weighed * at, bend + np.diag(weighed + _TINY)

    at = np.zeros(len(names))
    value, slope, bend = whole(at)
    for _ in range(_STEPS if names else 0):
        stuck = ((at <= lows) & (slope > 0)) | ((at >= highs) & (slope < 0))
        free = np.flatnonzero(~stuck)
        if not len(free):
            break
        step = np.zeros(len(names))
        step[free] = -np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        for halving in range(_HALVINGS):
            there = np.clip(at + step / 2**halving, lows, highs)
            found = whole(there)
            if found[0] < value:
                break
        else:
            break
        gained = value - found[0]
        at, (value, slope, bend) = there, found
        if gained < _SETTLED:
            break
    return at


def _softmax_loss(at: _Floats, table: _Table) -> tuple[float, _Floats, _Floats]:
    """Of several right candidates of a decision any will do."""
    shares = _softmax(table.values @ at, table.group)
    told = np.bincount(table.group, shares * table.right)
    wanted = shares * table.right / np.maximum(told[table.group], _TINY)
    once = np.bincount(table.group, table.weight) / np.bincount(table.group)
    value = -float(once @ np.log(np.maximum(told, _TINY)))
    slope = table.values.T @ (table.weight * (shares - wanted))
    middle = np.zeros((len(told), table.values.shape[1]))
    np.add.at(middle, table.group, shares[:, None] * table.values)
    spread = table.values - middle[table.group]
    return value, slope, spread.T @ (spread * (table.weight * shares)[:, None])


def _binary_loss(at: _Floats, table: _Table) -> tuple[float, _Floats, _Floats]:
    scores = table.values @ at
    shares = 1 / (1 + np.exp(-scores))
    value = float(table.weight @ (np.logaddexp(0, scores) - table.right * scores))
    slope = table.values.T @ (table.weight * (shares - table.right))
    bend = table.values.T @ (table.values * (table.weight * shares * (1 - shares))[:, None])
    return value, slope, bend


def _softmax(scores: _Floats, group: NDArray[np.intp]) -> _Floats:
    most = np.full(group.max() + 1, -np.inf)
    np.maximum.at(most, group, scores)
    raised = np.exp(scores - most[group])
    return raised / np.bincount(group, raised)[group]


def _score(row: Row, points: Mapping[str, float]) -> float:
    return sum(points.get(name, 0) * value for name, value in row.features.items()) / POINTS_OF_A_LOGIT


def _decided(rows: Sequence[Row]) -> list[Row]:
    """The rows of decisions that have a right candidate: from the others nothing is to be learnt."""
    known = {row.group for row in rows if row.right}
    return [row for row in rows if row.group in known]


def _tabled(rows: Sequence[Row], names: list[str]) -> _Table:
    values = np.array(
        [[1.0 if name == BIAS else row.features.get(name, 0.0) for name in names] for row in rows]
    ).reshape(len(rows), len(names))
    _, group = np.unique([row.group for row in rows], return_inverse=True)
    right, weight = np.array([float(row.right) for row in rows]), np.array([row.weight for row in rows])
    return _Table(values, right, group, weight)
