"""Documents whose events somebody else found: a row of GDELT or ACLED, a slide of TimelineJS.

They are taken as they are told, with the row as their evidence and the data set as who says so; nothing of
them is weighed or read anew. Where the row holds prose, what it mentions is found as in any text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from data_model.dates import EventDate
from data_model.values import ALL_READ, Document, Event, Normalized


@dataclass(frozen=True, slots=True)
class ReadyDocument(Document):
    """A row as a text, a line a field, and the events it tells.

    Attributes:
        events: The events, without ids; their evidence points into the text.
        prose: Whether fields of it hold sentences.
    """

    events: tuple[Event, ...] = ()
    prose: bool = False

    def plain(self) -> Document:
        """The row as any other document."""
        return Document(
            self.id, self.text, self.source, self.title, self.url, self.published, self.language, self.partial
        )


def take_events(
    document: ReadyDocument, walk: Callable[[Document], Normalized], as_of: date | None
) -> Normalized:
    """What `normalize` gives of a document whose events are ready.

    Args:
        document: The row.
        walk: Finds what a text mentions; asked where the row holds prose.
        as_of: The day it is read: what lies behind it is planned.
    """
    when = EventDate(document.published_edtf, "day", "publication") if document.published else EventDate()
    bare = Normalized(
        document.id, document.source, document.language or "", document.title or "", when, read=ALL_READ
    )
    found = walk(document.plain()) if document.prose else bare
    topics = tuple(one.key for one in found.topics)
    events = (
        replace(
            event,
            status="planned" if as_of and (event.date.earliest or as_of) > as_of else event.status,
            topics=topics,
            countries_named=tuple(dict.fromkeys((*event.countries_named, *found.mentioned_countries))),
        )
        for event in document.events
    )
    return replace(found, events=tuple(_with_ids(document, events)))


def _with_ids(document: ReadyDocument, events: Iterator[Event]) -> Iterator[Event]:
    for number, event in enumerate(events):
        digest = hashlib.blake2b(f"{document.text}:{number}".encode(), digest_size=4).hexdigest()
        yield replace(event, id=f"{document.id}-{digest}")
