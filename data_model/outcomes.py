"""What became of the documents of an import: each is done, partial or refused, and never in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data_model.values import Partial, Report

DONE, PARTIAL, REFUSED, UNCHANGED = "done", "partial", "refused", "unchanged"
# How an import ended; one that is running and holds no lock was cut off.
RUNNING, FINISHED, INTERRUPTED, FAILED = "running", "finished", "interrupted", "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    Attributes:
        source: Where it came from.
        document: Its id in the store, "" for a refused one.
        state: done · partial · refused · unchanged, which is what the store had already.
        losses: What of it was lost, or why it was refused.
        report: What was stored of it, None for what was not.
    """

    source: str
    document: str
    state: str
    losses: tuple[Partial, ...] = ()
    report: Report | None = None

    @property
    def why(self) -> str:
        """What was lost, in one line: `page 3: …; page 7: …`."""
        return "; ".join(": ".join(filter(None, (one.position, one.reason))) for one in self.losses)


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import, as the store keeps it.

    Attributes:
        run: Its name.
        begun: When it began, ISO 8601 in UTC.
        ended: When it ended, "" while it runs.
        state: running, finished, interrupted (by a person) or failed.
        paths: What was to be read.
        imported: Documents written, new or changed.
        unchanged: Documents the store had already.
        removed: Documents taken out because they were gone from the paths.
        outcomes: The documents that are partial or refused, without their reports.
    """

    run: str
    begun: str
    ended: str = ""
    state: str = RUNNING
    paths: tuple[str, ...] = ()
    imported: int = 0
    unchanged: int = 0
    removed: int = 0
    outcomes: tuple[Outcome, ...] = ()

    def of_state(self, state: str) -> tuple[Outcome, ...]:
        """Its outcomes of a state."""
        return tuple(one for one in self.outcomes if one.state == state)


def outcome_of(report: Report) -> Outcome:
    """Done, or partial with all that was lost by reading and by understanding."""
    document, normalized = report.document, report.normalized
    late = (Partial(normalized.partial),) if normalized.partial else ()
    losses = (*document.partial, *late)
    return Outcome(document.source or document.id, document.id, PARTIAL if losses else DONE, losses, report)


def still_refused(runs: Iterable[ImportRun]) -> Iterator[tuple[ImportRun, Outcome]]:
    """What is refused as far as is known: of each choice of paths the imports since the last that finished.

    Args:
        runs: Imports, the newest first.
    """
    closed: set[tuple[str, ...]] = set()
    told: set[tuple[tuple[str, ...], str]] = set()
    for run in runs:
        if run.paths in closed:
            continue
        if run.state == FINISHED:
            closed.add(run.paths)
        for one in run.of_state(REFUSED):
            if (run.paths, one.source) not in told:
                told.add((run.paths, one.source))
                yield run, one
