"""Piles of any size: the annotated pages read once, then copied under new ids with their days moved.

Copies keep the mix of real pages: dates of every kind, bodies, countries and topics as often as there. The
fifth fold, which nobody reads, is left out, so that a pile may be looked at. `python -m benchmarks.piles`
writes the pages as JSON Lines for `dateline import`: what `make demo` serves.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.folds import UNREAD, read_folds
from benchmarks.gold_runs import published_of
from benchmarks.gold_sets import SETS, pages_of
from data_model import Document, Event, EventDate, Report, normalize

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(?<![\dX-])(\d{4})(?![\dX])")
_FAR = 3_000
_BATCH = 400


def pile_documents() -> Iterator[Document]:
    """The annotated pages but for the fifth fold."""
    fold = read_folds()
    for group in SETS:
        for page in pages_of(group):
            if fold.get((group, page["id"])) != UNREAD:
                name = f"{group}-{page['id']}"
                day = published_of(page, "dated")
                yield Document(name, page["text"], name, page.get("title"), page["url"], day)


def read_pile() -> list[Report]:
    """The annotated pages but for the fifth fold, normalized."""
    return [Report(document, normalize(document)) for document in pile_documents()]


def grow_pile(base: list[Report], events: int, seed: int = 1) -> Iterator[list[Report]]:
    """Batches of reports, the base and then copies of it, until there are so many events."""
    dice = random.Random(seed)
    batch: list[Report] = []
    found = turn = 0
    while found < events:
        for report in base:
            made = _copy(report, turn, dice.randrange(-_FAR, _FAR)) if turn else report
            batch.append(made)
            found += len(made.normalized.events)
            if len(batch) >= _BATCH:
                yield batch
                batch = []
            if found >= events:
                break
        turn += 1
    yield batch


def _copy(report: Report, turn: int, by: int) -> Report:
    name = f"{report.document.id}~{turn}"
    found = tuple(_moved(event, turn, by) for event in report.normalized.events)
    when = _move(report.normalized.document_date, by)
    told = replace(report.normalized, id=name, events=found, document_date=when)
    return Report(replace(report.document, id=name, published=None), told)


def _moved(event: Event, turn: int, by: int) -> Event:
    return replace(event, id=f"{event.id}~{turn}", date=_move(event.date, by))


def _move(when: EventDate, by: int) -> EventDate:
    return replace(when, edtf=_DAY.sub(lambda found: _later(found, by), when.edtf), likely=None)


def _later(found: re.Match[str], by: int) -> str:
    if found[4]:
        return f"{min(max(int(found[4]) + round(by / 365), 1000), 2999):04}"
    try:
        return str(date(int(found[1]), int(found[2]), int(found[3])) + timedelta(days=by))
    except (ValueError, OverflowError):
        return found[0]


if __name__ == "__main__":
    for one in pile_documents():
        record = {"id": one.id, "text": one.text, "title": one.title, "url": one.url}
        record |= {"published": one.published_edtf} if one.published_edtf else {}
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
