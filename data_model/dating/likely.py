"""The likely year among the days that remain: what every clue says of it, weighed.

The points of what speaks for a year stand in `likely.toml`, written by `make fit`; `weights.py` adds them up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from data_model import days as ds
from data_model.dates import Likely
from data_model.dating.clues import Clue, ClueKind
from data_model.days import Days
from data_model.edtf import edtf_of_days
from data_model.weights import Features, load_weights

# Where one end is open: so many years from the other end.
_REACH = 40
# A guess that is right less often than this is none.
_TOLD = 0.3
_FEW = 10.0
# What each of these says of a year is a feature of its own: the share of its witnesses that allow it.
_SHARED = (
    ClueKind.PRESENT, ClueKind.PLANNED, ClueKind.OFFICE, ClueKind.CHAIR, ClueKind.MEMBER, ClueKind.AGE,
    ClueKind.HAPPENING, ClueKind.CALENDAR, ClueKind.ANSWER,
)  # fmt: skip


def choose_likely(days: Days, clues: Sequence[Clue]) -> Likely | None:
    """The likeliest year of the days that remain, a day or month of it where no more remains of it."""
    years = candidate_years(days)
    if len(years) < 2:  # noqa: PLR2004 - nothing to choose
        return None
    weights = load_weights("data_model.dating", "likely.toml")
    shares = weights.shares(list(weigh_years(years, clues)))
    if shares.count(max(shares)) > 1:
        return None  # nothing speaks for the one rather than the other
    at = shares.index(max(shares))
    share = weights.calibrated(shares[at])
    if share < _TOLD:
        return None
    left = edtf_of_days(ds.intersect(days, ds.whole_year(years[at])))
    return Likely(left if left[0] != "[" else f"{years[at]:04}", round(share, 2))


def candidate_years(days: Days) -> list[int]:
    """The years some of the days lie in; from one end only so many, none where both ends are open."""
    first, last = ds.earliest(days), ds.latest(days)
    if first is None and last is None:
        return []
    low = first.year if first else last.year - _REACH if last else 0
    high = last.year if last else low + _REACH
    return [year for year in range(low, high + 1) if ds.overlap(days, ds.whole_year(year))]


def weigh_years(years: Iterable[int], clues: Sequence[Clue]) -> Iterator[Features]:
    """What the clues say of each year, by the names of `likely.toml`; every feature lies in 0 to 1."""
    newest = max((first.year for clue in clues if (first := _told_year(clue))), default=None)
    begun = max((first.year for clue in clues if clue.kind is ClueKind.IN_OFFICE
                 and (first := ds.earliest(clue.days))), default=None)  # fmt: skip
    shared = {kind: _by_witness(clue for clue in clues if clue.kind is kind) for kind in _SHARED}
    for year in years:
        days = ds.whole_year(year)
        found = {
            str(kind): sum(ds.overlap(days, one) for one in told) / len(told)
            for kind, told in shared.items()
            if told
        }
        if newest is not None:
            found["newest"] = float(year == newest)
            found["next"] = float(year == newest + 1)
            found["beyond"] = min(max(year - newest - 1, 0), _FEW) / _FEW
        if begun is not None:
            found["in_office_long"] = min(max(year - begun, 0), _FEW) / _FEW
        yield found


def _told_year(clue: Clue) -> date | None:
    """The first day of a date told as past or in the present; of a name, of the year it names."""
    first = ds.earliest(clue.days)
    if clue.kind is ClueKind.NAMED and first is not None:
        return first.replace(year=first.year + 1)
    return first if clue.kind in (ClueKind.PAST, ClueKind.PRESENT) else None


def _by_witness(clues: Iterable[Clue]) -> list[Days]:
    told: dict[tuple[ClueKind, str], Days] = {}
    for clue in clues:
        told[clue.witness] = ds.union(told.get(clue.witness, ds.NEVER), clue.days)
    return list(told.values())
