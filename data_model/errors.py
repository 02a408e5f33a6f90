"""What can go wrong, as one tree.

DatelineError
├── DateError        a date expression that is not EDTF, or bounds that contradict
├── KnowledgeError   a knowledge file with a wrong or missing entry (names file and key)
├── ReadError        an input that cannot become a Document (names the source and why)
├── FilterError      a question to the store that makes no sense (names the field)
├── StoreError       a store that cannot be opened, read or written
│   └── StoreMissing     nothing there yet
└── NotFound         no event or document of that id
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of every error this package raises on purpose."""


class DateError(DatelineError, ValueError):
    """A date expression that cannot be read."""


class KnowledgeError(DatelineError):
    """A knowledge file says something impossible; the message names file and key."""


class ReadError(DatelineError):
    """An input that cannot become a document.

    Args:
        source: The file or record the reader was given.
        why: What was wrong, in words for a person.
    """

    def __init__(self, source: str, why: str) -> None:
        super().__init__(f"{source}: {why}")
        self.source = source
        self.why = why


class FilterError(DatelineError, ValueError):
    """A filter with an unknown field or an impossible value."""


class StoreError(DatelineError):
    """A store that cannot be opened, read or written."""


class StoreMissing(StoreError):
    """There is no store at that place yet."""


class NotFound(DatelineError, KeyError):
    """No event or document has that id."""

    def __str__(self) -> str:
        """The message itself: KeyError would print its repr."""
        return str(self.args[0]) if self.args else "not found"
