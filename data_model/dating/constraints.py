"""What clues leave of a set of days: hard ones cut, soft ones only where two of them agree.

A soft clue is often wrong (of bare years told in the present four of five were not the year of writing),
so it never cuts alone. A day is cut when two witnesses of different kinds exclude it, or two people with
offices that they did not hold then; if the witnesses contradict each other, nothing is cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from data_model import days as ds
from data_model.dates import Reason
from data_model.dating.clues import Clue, ClueKind
from data_model.days import Days

# Pairs are compared, so that a long list of office-holders must not cost its square.
_MOST_WITNESSES = 24


def narrow(days: Days, clues: Sequence[Clue]) -> tuple[Days, list[Reason]]:
    """The days that remain, and what each clue did.

    Args:
        days: The days to begin with.
        clues: The strictest first.
    """
    left, reasons = days, list[Reason]()
    for clue in clues:
        if not clue.hard:
            continue
        fit = ds.intersect(left, clue.days)
        if not fit:
            reasons.append(_said(clue, "contradicts the other dates, so it is not used: "))
        elif fit != left:
            left = fit
            reasons.append(clue.reason)
    soft = [clue for clue in clues if not clue.hard]
    kept = ds.intersect(left, agreed(clue for clue in soft if ds.overlap(left, clue.days)))
    cut = kept not in (left, ds.NEVER)
    for clue in soft:
        if not ds.overlap(left, clue.days):
            reasons.append(_said(clue, "contradicts the other dates, so it is not used: "))
        elif cut and ds.intersect(left, clue.days) != left:
            reasons.append(clue.reason)
        elif clue.kind is not ClueKind.OFFICE:  # the year of grace has said it
            reasons.append(_said(clue, "speaks for some of the days, but excludes none alone: "))
    return kept if cut else left, reasons


def agreed(clues: Iterable[Clue]) -> Days:
    """The days that every two witnesses who agree leave: one of the two may be wrong, hardly both.

    Every day where no two agree, and where what they leave contradicts each other.
    """
    witnesses: dict[object, Days] = {}
    for clue in clues:
        known = witnesses.get(clue.witness)
        if known is None:
            witnesses[clue.witness] = clue.days
        else:
            witnesses[clue.witness] = ds.intersect(known, clue.days) or ds.union(known, clue.days)
    left: Days = ds.ANY
    for one, other in combinations(list(witnesses.values())[:_MOST_WITNESSES], 2):
        if ds.overlap(one, other):
            left = ds.intersect(left, ds.union(one, other))
    return left or ds.ANY


def _said(clue: Clue, lead: str) -> Reason:
    return replace(clue.reason, why=f"{lead}{clue.reason.why}")
