"""What programs that save pages write into them: whence and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from data_model.errors import DateError
from data_model.read.published import read_published
from data_model.values import Document

_HEAD = 20_000
# SingleFile writes both; Chromium, Firefox and Internet Explorer the address only.
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s(.*?)-->", re.DOTALL)
_URL, _DAY = (
    re.compile(r"^\s*url:\s*(\S+)", re.MULTILINE),
    re.compile(r"^\s*saved date:\s*(.+?)\s*$", re.MULTILINE),
)
_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->")
# "Thu Jun 08 2023 10:45:00 GMT+0200 (Central European Summer Time)": the zone's name is of no use.
_ZONE = re.compile(r"\s+GMT.*$|\s*\(.*\)$")


@dataclass(frozen=True, slots=True)
class Saved:
    """Whence a page was saved, and when; None where that is not told."""

    url: str | None = None
    day: date | None = None


def saved_of(markup: str) -> Saved:
    """What the comment at the head of a saved page says."""
    head = markup[:_HEAD]
    if note := _SINGLE_FILE.search(head):
        url, day = _URL.search(note[1]), _DAY.search(note[1])
        return Saved(_web(url[1] if url else None), saving_day(day[1] if day else None))
    address = _FROM.search(head)
    return Saved(_web(address[1] if address else None))


def saving_day(written: str | None) -> date | None:
    """The day a page was saved, None where none can be read."""
    try:
        found = read_published(_ZONE.sub("", written or ""))
    except DateError:
        return None
    return found if isinstance(found, date) else None


def with_saved(document: Document, saved: Saved) -> Document:
    """The document with what saving it told where the page itself does not: a bound, no publication day."""
    bound = f"[..{saved.day}]" if saved.day else None
    return replace(document, url=document.url or saved.url, published=document.published or bound)


def _web(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) else None
