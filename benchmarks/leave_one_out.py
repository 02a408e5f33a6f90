"""How much the answers hang on single facts: each happening left out in turn, what changes is printed.

A rule that needs one entry for one text has learnt the text, not the world. No single happening may
change the dates of more than one document.

    python -m benchmarks.leave_one_out benchmarks/gold/dev/documents.jsonl

Only entries named in the reasons of an answer can matter, so only those are left out, and only for
the documents that name them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from data_model import Document, Normalized, ReadError, normalize, read_paths
from data_model.knowledge.load import Knowledge, load_knowledge

AS_OF = date(2026, 11, 21)
MOST_CHANGED = 1


def main(paths: list[str]) -> int:
    """Print each happening whose absence changes a date; 1 when one changes too many documents."""
    knowledge = load_knowledge()
    documents = [replace(one, published=None) for one in _read(paths)]
    whole = {one.id: normalize(one, knowledge, AS_OF) for one in documents}
    named: dict[str, list[Document]] = defaultdict(list)
    for one in documents:
        for entry in _entries(whole[one.id], knowledge):
            named[entry].append(one)
    worst = 0
    for entry, where in sorted(named.items()):
        less = _without(knowledge, entry)
        changed = [one.id for one in where if _dates(normalize(one, less, AS_OF)) != _dates(whole[one.id])]
        worst = max(worst, len(changed))
        if changed:
            print(f"{len(changed)}  {entry}: {', '.join(changed)}")
    print(f"{len(named)} happenings named in {len(documents)} documents; the most one changes: {worst}")
    return int(worst > MOST_CHANGED)


def _read(paths: list[str]) -> Iterator[Document]:
    for one in read_paths([Path(path) for path in paths]):
        if isinstance(one, ReadError):
            raise one
        yield one


def _entries(normalized: Normalized, knowledge: Knowledge) -> set[str]:
    """The happenings an answer names in its reasons."""
    dates = (normalized.document_date, *(event.date for event in normalized.events))
    why = "\n".join(
        f"{reason.why} {reason.entry}"
        for when in dates
        for reason in when.reasons
        if (reason.entry or "").startswith("happenings.toml:")
    )
    return {one.key for group in knowledge.happenings for one in group.happenings if one.name in why}


def _without(knowledge: Knowledge, key: str) -> Knowledge:
    groups = tuple(
        replace(group, happenings=tuple(one for one in group.happenings if one.key != key))
        for group in knowledge.happenings
    )
    return replace(knowledge, happenings=groups)


def _dates(normalized: Normalized) -> tuple[str, ...]:
    return (normalized.document_date.edtf, *(event.date.edtf for event in normalized.events if event.main))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
