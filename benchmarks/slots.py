"""What is fitted: one slot a choice the product makes, with the rows it is learnt from.

A slot is registered by adding it to `SLOTS`; `make fit` then writes its points into its file. For a
document's likely date the product only has to say which values it weighs and what speaks for each:

    def candidates(document: Document) -> list[tuple[str, dict[str, float]]]:
        return [("2014-06", {"printed_in_head": 1.0}), ("2013", {"only_year": 1.0})]

    SLOTS = (Slot("likely", lambda: document_date_rows(candidates), {"printed_in_head": +1}, FILE),)
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.date_rows import date_rows, document_date_rows, likely_years
from benchmarks.logit import Points, Row, Signs, binary_shares, fit_binary, fit_softmax, softmax_shares
from benchmarks.rows import (
    argument_rows,
    event_type_rows,
    keep_rows,
    main_rows,
    place_rows,
    same_rows,
)
from data_model import EVENT_TYPES, assemble, dating
from data_model.assemble.event_types import PLACES
from data_model.assemble.main_event import PLACED
from data_model.assemble.when import OPEN, REPORT, ROLES, WHERE

_SIGNS = Path(__file__).parent / "signs.toml"
_WAYS = {"for": +1, "against": -1, "either": 0}
_FOLDER = Path(assemble.__file__).parent


def signs_of(*tables: str) -> dict[str, int]:
    """The features of some tables of `signs.toml`, each with the way it may speak."""
    told = tomllib.loads(_SIGNS.read_text(encoding="utf-8"))
    found = {name: _WAYS[way] for table in tables for way, names in told[table].items() for name in names}
    return {each: way for name, way in found.items() for each in _each(name)}


def _each(name: str) -> list[str]:
    """A feature, or with a star one of each event type."""
    return [name.replace("*", kind) for kind in EVENT_TYPES] if name.endswith("*") else [name]


@dataclass(frozen=True, slots=True)
class Slot:
    """A choice that is fitted.

    Attributes:
        name: What is chosen.
        rows: Makes the rows, every fold among them.
        signs: The features that may have points, each with its declared sign: +1, -1 or 0 (either).
        file: The TOML file the points are written to.
        binary: Whether each candidate is kept or not, instead of one of each group.
        why: What a feature means, for the comment beside its points.
    """

    name: str
    rows: Callable[[], list[Row]]
    signs: Signs
    file: Path
    binary: bool = False
    why: Mapping[str, str] = field(default_factory=dict)

    def fit(self, rows: list[Row]) -> Points:
        """The points that some rows give."""
        return (fit_binary if self.binary else fit_softmax)(rows, self.signs)

    def shares(self, rows: list[Row], points: Points) -> list[float]:
        """What the points say of some rows."""
        return (binary_shares if self.binary else softmax_shares)(rows, points)


# Where a time is told tells more of one kind of event than of another: each pair has its own points.
_FROM_WHERE = {
    f"{where}_{role}": 0
    for where in (*WHERE, "own", "own_day", "at_report", "to_come", "lately", "happening", REPORT, OPEN)
    for role in ROLES
}

SLOTS = (
    Slot("keep", keep_rows, signs_of("keep"), _FOLDER / "keep.toml", binary=True),
    Slot("main", main_rows, {"event": +1, **dict.fromkeys(PLACED, 0)}, _FOLDER / "main.toml"),
    *(
        Slot(
            kind,
            partial(argument_rows, kind),
            signs_of("around", kind),
            _FOLDER / f"{kind}.toml",
            binary=True,
        )
        for kind in ("people", "bodies", "countries")
    ),
    Slot("place", place_rows, signs_of("around", "place"), _FOLDER / "place.toml"),
    Slot("when", date_rows, signs_of("when") | _FROM_WHERE, _FOLDER / "when.toml"),
    Slot("same", same_rows, signs_of("same"), _FOLDER / "same.toml", binary=True),
    Slot(
        "types",
        event_type_rows,
        {
            **{f"{place}_{how}": +1 for place in PLACES for how in ("names", "share", "suggests")},
            **{f"is_{kind}": 0 for kind in EVENT_TYPES},
            "first": +1,
            "nearest": +1,
            "listed_verb": +1,
            "listed_noun": +1,
            "listed_near": +1,
            "speech": +1,
            "several_persons": +1,
            "root": +1,
            "nothing": +1,
        },
        _FOLDER / "types.toml",
        why={
            "first": "the first word of the clause that names a type",
            "nearest": "the word nearest to the verb or date that names a type",
            "listed_verb": "the type of the listed verb (actions.toml); of what a body convenes: session",
            "listed_noun": "the same of the listed noun",
            "speech": "a statement: the news of the report is told in the first person",
            "listed_near": "the type of the first listed action in the clause of a date",
            "several_persons": "a meeting, as several persons are named",
            "root": "its PLOVER root goes with the type",
            "nothing": "no word of the clause names a type: other",
        },
    ),
    Slot(
        "likely",
        lambda: document_date_rows(likely_years),
        {
            "present": +1,
            "planned": +1,
            "office": +1,
            "chair": +1,
            "member": +1,
            "age": +1,
            "happening": +1,
            "answer": +1,
            "newest": +1,
            "next": +1,
            "beyond": -1,
            "in_office_long": -1,
        },
        Path(dating.__file__).parent / "likely.toml",
        why={
            "present": "a year told in the present",
            "planned": "within what is spoken of as still to come",
            "office": "share of those named with an office who held it",
            "chair": "the country told to preside over a body did so",
            "happening": "a well-known happening as it is spoken of",
            "newest": "the newest year the text tells of as past",
            "next": "the year behind it",
            "beyond": "tenths of a decade behind that",
            "in_office_long": "tenths of a decade since the newest office-holder took office",
        },
    ),
)
