"""What a figure says of itself: enough to find its view again, to judge it and to cite it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.csv_table import publisher_of
from dashboard.days_in_words import date_in_words
from data_model import Head

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Source:
    """A document behind a view.

    Attributes:
        id: Its key in the store.
        title: Its title, that of its file where it has none.
        publisher: The host of its address, "" where it has none.
        day: When it was published, else when it was written: EDTF, "" where nothing is known.
        url: Its address, "" where it has none.
        events: How many events of the view it tells.
    """

    id: str
    title: str
    publisher: str
    day: str
    url: str
    events: int

    @property
    def words(self) -> str:
        """`Iran nuclear talks extended (example.org, 30 June 2015)`."""
        title = (
            self.title if len(self.title) <= LONGEST_TITLE else self.title[: LONGEST_TITLE - 1].rstrip() + "…"
        )
        when = date_in_words(self.day) if self.day else "undated"
        return f"{title} ({', '.join(filter(None, (self.publisher, when)))})"


def source_of(key: str, head: Head, events: int) -> Source:
    """A document as a source."""
    title = " ".join(head.title.split()) or head.source.rsplit("/", 1)[-1]
    day = head.published or head.document_date
    return Source(key, title, publisher_of(head.url), day, head.url, events)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a view is.

    Attributes:
        title: What it shows, as a headline.
        filters: The filters in force, in words.
        counted: What is counted, "" for events.
        when: The days it is about, in words; "" when nothing has a day.
        counts: How many events from how many documents.
        sources: The documents, those with most events first.
        boundaries: Where the borders of its map are from, and what they do not say.
        own: Chart -> what only it says: what of the days it shows, what its countries count.
        query: The part of its address behind the path, "" for the plain view.
        home: The address of the page it is a view of, "" where nobody but its reader can open it.
        version: The version of the data.
        tool: What made it, with its version.
        marks: What its timeline says of its marks, paragraph by paragraph.
    """

    title: str
    filters: str
    counted: str
    when: str
    counts: str
    sources: tuple[Source, ...]
    boundaries: str
    own: Mapping[str, str]
    query: str
    home: str
    version: str
    tool: str
    marks: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The address of the view; its query alone where the page has no address of its own."""
        return f"{self.home}{self.query}" if self.home else self.query and f"/{self.query}"

    @property
    def year(self) -> str:
        """The year of the newest source whose year is sure, "" when none is."""
        years = [source.day[:4] for source in self.sources if is_sharp(source.day)]
        return max(years, default="")


def is_sharp(day: str) -> bool:
    """Whether a date is told to the year or better."""
    return bool(_DAY.fullmatch(day) or re.fullmatch(r"\d{4}(-\d{2})?", day))


def sources_in_words(sources: Sequence[Source], most: int) -> str:
    """The first few sources, and how many more there are."""
    told = "; ".join(source.words for source in sources[:most])
    more = len(sources) - most
    return f"Sources: {told}" + (f"; and {more:,} more" if more > 0 else "")
