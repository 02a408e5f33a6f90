"""What can go wrong, as one tree.

DatelineError
├── DateError        a date expression that is not EDTF, or bounds that contradict
├── KnowledgeError   a knowledge file with a wrong or missing entry (names file and key)
├── ReadError        an input that cannot become a Document (names the source and why)
├── FilterError      a question to the store that makes no sense (names the field)
├── StoreError       a store that cannot be opened, read or written
│   ├── StoreMissing     nothing there yet
│   └── StoreFull        no room is left for what is to be written
├── WorkersError     no second process can be started
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

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        """Between processes it goes as what it was made of."""
        return ReadError, (self.source, self.why)


class ReaderMissing(DatelineError):
    """A reader of names that is unknown or whose library is not installed.

    Args:
        reader: The name it was asked for by.
        lacks: What is not there, in words for a person; "" for an unknown reader.
        known: The readers there are.
    """

    def __init__(self, reader: str, lacks: str, known: tuple[str, ...] = ()) -> None:
        why = (
            f"{lacks} is not installed: pip install 'dateline[{reader}]', and for a pipeline its own package"
            if lacks
            else f"there is no such reader of names, only {', '.join(known)}"
        )
        super().__init__(f"{reader}: {why}")


class FilterError(DatelineError, ValueError):
    """A filter with an unknown field or an impossible value."""


class StoreError(DatelineError):
    """A store that cannot be opened, read or written."""


class StoreMissing(StoreError):
    """There is no store at that place yet."""


class StoreFull(StoreError):
    """The disk, or what may be used of it, is full."""


class WorkersError(DatelineError):
    """No second process can be started."""


class NotFound(DatelineError, KeyError):
    """No event or document has that id."""

    def __str__(self) -> str:
        """The message itself: KeyError would print its repr."""
        return str(self.args[0]) if self.args else "not found"


def reason_of(error: BaseException) -> str:
    """Why something failed, in words, without the source a message may begin with."""
    return error.why if isinstance(error, ReadError) else str(error) or type(error).__name__
