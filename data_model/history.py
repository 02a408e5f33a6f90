"""What became of a happening, report by report: announced, moved, called off or held, told by whom, when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data_model.dates import EventDate
from data_model.values import Event, Report


@dataclass(frozen=True, slots=True)
class Step:
    """What one report said of a happening on its day.

    Attributes:
        document: The report.
        told: When it was written.
        status: One of `values.STATUSES`.
        date: The day it gives.
        moved: Whether an earlier report had it planned for days that leave no room for this one.
    """

    document: str
    told: EventDate
    status: str
    date: EventDate
    moved: bool = False


def history_of(members: Iterable[tuple[Report, Event]]) -> tuple[Step, ...]:
    """The steps of a happening in the order they were told, only those that say something new.

    Args:
        members: Every event that tells of it with its report.

    Returns:
        Steps; none where all reports say the same.
    """
    told = sorted(
        ((report.normalized.document_date, report.document.id, event) for report, event in members),
        key=lambda one: (one[0].latest is None, one[0].latest, one[1]),
    )
    steps: list[Step] = []
    for when, document, event in told:
        before = [step for step in steps if not step.date.overlaps(event.date)]
        last = steps[-1] if steps else None
        if last is None or last.status != event.status or not last.date.overlaps(event.date):
            steps.append(Step(document, when, event.status, event.date, bool(before)))
    return tuple(steps) if len(steps) > 1 else ()
